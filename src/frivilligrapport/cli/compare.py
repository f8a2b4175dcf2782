"""`compare`: two years side by side."""

import sys
from typing import Annotated

import typer

from frivilligrapport.cli import completing
from frivilligrapport.cli.exits import ExitCode

HELP = """Viser, hvad der er ændret fra det ene år til det andet.

Tal sammenlignes kun, når begge år er målt ens; ellers står der hvorfor ikke. Indsatser følges på deres
id, og en forvaltning, der er lagt sammen eller delt, følges gennem »afløser« i kommune.yaml.
"""


def command(
    one: Annotated[
        str,
        typer.Argument(metavar="ÅR", help="Det ene år.", show_default=False, autocompletion=completing.years),
    ],
    other: Annotated[
        str,
        typer.Argument(
            metavar="ÅR", help="Det andet år, før eller efter.", show_default=False, autocompletion=completing.years
        ),
    ],
    wanted: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text eller json.", show_default=False)
    ] = "text",
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
) -> int:
    """Carry out `compare`."""
    from frivilligrapport.cli import comparing

    place = comparing.find_place(folder, comparing.read_request(one, other, wanted))
    findings = comparing.check(place)
    if findings.has_personal_data:
        return ExitCode.PERSONAL_DATA
    if findings.has_errors:
        print("Intet er sammenlignet. Ret det ovenfor, og prøv igen.", file=sys.stderr)
        return ExitCode.PROBLEMS
    comparing.tell(place)
    return ExitCode.OK
