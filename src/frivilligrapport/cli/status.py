"""`status`: who has delivered, how far each file is, and how long there is to the deadline."""

from typing import Annotated

import typer

from frivilligrapport.cli import completing
from frivilligrapport.cli.exits import ExitCode

HELP = """Viser, hvem der har afleveret, og hvor langt filerne er.

\b
  frivilligrapport status 2015
  frivilligrapport status 2015 --reminder
  frivilligrapport status 2015 --format markdown

Besvaret 7 af 9 betyder, at 7 af filens 9 spørgsmål har et svar. Spørgsmålene er kontaktens funktion og postkasse,
en tekst i hvert afsnit af status, perspektiver, indsatser, forslag og hvert tal. »uoplyst« er ikke et svar.
"""


def command(
    year: Annotated[
        str | None,
        typer.Argument(
            metavar="[ÅR]",
            help="Året. Uden år vises det nyeste med en rapport.yaml.",
            autocompletion=completing.years,
        ),
    ] = None,
    wanted: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text, markdown eller json.", show_default=False)
    ] = "text",
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
    *,
    reminder: Annotated[
        bool, typer.Option("--reminder", help="Skriver en påmindelse til hver af dem, der mangler.")
    ] = False,
) -> int:
    """Carry out `status`."""
    from frivilligrapport.cli import standing

    place = standing.find_place(folder, year, wanted, reminder=reminder)
    if standing.stops(place):
        return ExitCode.PERSONAL_DATA
    standing.tell(place)
    return ExitCode.OK
