"""`figures`: a year's totals in the terminal, and the figures as tables for other programs."""

import sys
from typing import Annotated

import typer

from frivilligrapport.cli import completing
from frivilligrapport.cli.exits import ExitCode

HELP = """Viser årets samlede tal, og hvor mange forvaltninger de kommer fra.

\b
--format csv   tabellerne som filer i mappen --output; uden --output kun de samlede tal
--format xlsx  alle tabeller i én projektmappe, udgivelser/<år>/tal.xlsx
--format json  alt til andre programmer

Ligger der flere kommuners mapper i den mappe, der er angivet med --folder, vises de ved siden af hinanden.
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
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text, csv, xlsx eller json.",
            show_default=False,
            autocompletion=completing.figure_formats,
        ),
    ] = "text",
    output: Annotated[
        str | None, typer.Option("--output", metavar="FIL", help="Filen, der skrives; med csv en mappe.")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="HVAD",
            help="Deler op efter forvaltning, tema, bydel, målgruppe, lokaludvalg.",
            autocompletion=completing.groupings,
        ),
    ] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
) -> int:
    """Carry out `figures`."""
    from frivilligrapport.cli import figuring, several, several_figures

    request = figuring.read_request(year, wanted, output, by)
    municipalities = several.several_in(folder)
    if municipalities:
        return several_figures.carry_out(municipalities, request)
    place = figuring.find_place(folder, request)
    findings = figuring.check(place)
    if findings.has_personal_data:
        return ExitCode.PERSONAL_DATA
    if findings.has_errors:
        print("Der er ingen samlede tal, før fejlene ovenfor er rettet.", file=sys.stderr)
        return ExitCode.PROBLEMS
    for path in figuring.make(place):
        print(path)
    return ExitCode.OK
