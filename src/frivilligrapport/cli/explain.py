"""`explain`: what a code means, and where a figure comes from."""

import sys
from typing import Annotated

import typer

from frivilligrapport.cli import completing
from frivilligrapport.cli.exits import ExitCode

HELP = """Forklarer en fejlkode, eller viser, hvor et tal kommer fra.

En fejlkode som FR201 forklares med et forkert og et rigtigt eksempel. Et tal som
2014.tmf.groen-frivillighed.projekter eller 2014.projekter følges tilbage til fil og linje.
"""


def command(
    asked: Annotated[
        str,
        typer.Argument(metavar="KODE|TAL", help="En fejlkode eller et tals id.", autocompletion=completing.codes),
    ],
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
) -> int:
    """Carry out `explain`."""
    from frivilligrapport.cli import explaining

    kind = explaining.kind_asked(asked)
    if kind:
        print(explaining.explain_kind(kind), end="")
        return ExitCode.OK
    place = explaining.find_place(asked, folder)
    if explaining.stops(place):
        return ExitCode.PERSONAL_DATA
    text, note = explaining.trace(place)
    print(text, end="")
    print(note, end="", file=sys.stderr)
    return ExitCode.OK
