"""`build`: validate, count and render every document of a year."""

import sys
from typing import Annotated

import typer

from frivilligrapport.cli import completing
from frivilligrapport.cli.exits import ExitCode

HELP = """Bygger årets rapport som Markdown, HTML og PDF i udgivelser/<år>/.

Er der fejl i filerne, vises de, og intet bliver skrevet. Med --draft bygges et udkast af det, der er.
"""


def command(
    year: Annotated[
        str | None,
        typer.Argument(
            metavar="[ÅR]",
            help="Året. Uden år bygges det nyeste med en rapport.yaml.",
            autocompletion=completing.years,
        ),
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", metavar="FORMATER", help="md, html og pdf, adskilt af komma.", show_default=False)
    ] = "md,html,pdf",
    document: Annotated[
        str,
        typer.Option(
            "--document",
            metavar="NAVN",
            help="Kun dette dokument, fx statusrapport.",
            show_default=False,
            autocompletion=completing.documents,
        ),
    ] = "",
    output: Annotated[str | None, typer.Option("--output", metavar="MAPPE", help="Mappen, der skrives i.")] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
    *,
    draft: Annotated[bool, typer.Option("--draft", help="Bygger et udkast, også når noget mangler.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Advarsler standser også byggeriet.")] = False,
) -> int:
    """Carry out `build`."""
    from frivilligrapport.cli import building

    request = building.read_request(year, formats, document, draft=draft)
    place = building.find_place(folder, request, output)
    findings = building.check(place)
    if findings.has_personal_data:
        return ExitCode.PERSONAL_DATA
    if not draft and (findings.has_errors or (strict and findings.open)):
        print("Intet er skrevet. Ret det ovenfor, eller byg et udkast med --draft.", file=sys.stderr)
        return ExitCode.PROBLEMS
    for path in building.make(place, findings):
        print(path)
    return ExitCode.OK
