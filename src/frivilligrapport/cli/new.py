"""`new`: a status file to fill in, prefilled from the year before."""

from typing import Annotated

import typer

from frivilligrapport.cli import completing
from frivilligrapport.cli.exits import ExitCode

HELP = """Laver en statusfil at udfylde, begyndt ud fra sidste års.

\b
  frivilligrapport new TMF --year 2015
  frivilligrapport new TMF --year 2015 --from 2013
  frivilligrapport new TMF --year 2015 --interactive

Sidste års indsatser er skrevet ind på forhånd. Det, der mangler, er mærket UDFYLD. Filen kan gemmes og
læses, som den er. En fil, der er der i forvejen, bliver ikke rørt, medmindre du siger ja.
"""


def command(
    forvaltning: Annotated[
        str,
        typer.Argument(
            metavar="FORVALTNING",
            help="Forvaltningens forkortelse, fx TMF.",
            show_default=False,
            autocompletion=completing.forvaltninger,
        ),
    ],
    year: Annotated[str, typer.Option("--year", metavar="ÅR", help="Året, filen handler om.", show_default=False)],
    earlier: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="ÅR",
            help="Året, indsatserne hentes fra. Ellers det nyeste med en fil.",
            autocompletion=completing.years,
        ),
    ] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
    *,
    interactive: Annotated[bool, typer.Option("--interactive", help="Stiller nogle få spørgsmål først.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Erstatter en fil, der er der i forvejen.")] = False,
) -> int:
    """Carry out `new`."""
    from frivilligrapport.cli import starting

    place = starting.find_place(folder, forvaltning, year, earlier)
    if starting.stops(place):
        return ExitCode.PERSONAL_DATA
    if not starting.may_write(place, overwrite=overwrite):
        raise typer.Abort
    place = starting.with_answers(place) if interactive else place
    path, made = starting.make(place)
    print(path)
    starting.tell(place, made)
    return ExitCode.OK
