"""`build`: validate, count and render every document of a year."""

import sys
from typing import Annotated

import typer

from frivilligrapport.cli import completing
from frivilligrapport.cli.exits import ExitCode

HELP = """Bygger årets rapport som Markdown, HTML og PDF i udgivelser/<år>/.

Med følger en kort udgave på to sider og et faktaark for hver forvaltning. Returbrevene til forvaltningerne laves kun,
når der bliver bedt om dem: --document returbrev.

Er der fejl i filerne, vises de, og intet bliver skrevet. Med --draft bygges et udkast af det, der er.
Ligger der flere kommuners mapper i den mappe, der er angivet med --folder, bygges de alle, og med følger en oversigt.
Med --archive kommer også én zip-fil med udgivelsen, tallene og alle de filer, den er lavet af.
Med --check bliver intet skrevet: der bygges igen, og du får at vide, om det bliver det samme som det udgivne.
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
            help="Kun dette dokument, fx statusrapport eller faktaark-tmf.",
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
    archive: Annotated[bool, typer.Option("--archive", help="Skriver også alt i én zip-fil til arkivet.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Bygger igen og sammenligner uden at skrive.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Laver hver PDF forfra.")] = False,
) -> int:
    """Carry out `build`."""
    from frivilligrapport.cli import archiving, building, checking, several, several_build
    from frivilligrapport.cli.document_cache import user_cache
    from frivilligrapport.cli.published import published

    cache = user_cache(wanted=not no_cache)
    municipalities = several.several_in(folder)
    if municipalities:
        several_build.refuse(output=output, check=check, archive=archive)
        request = several_build.read_request(year, formats, document, draft=draft)
        return several_build.carry_out(municipalities, request, cache, strict=strict)
    place = building.find_place(folder, building.read_request(year, formats, document, draft=draft), output)
    archiving.refuse(place, wanted=archive, check=check)
    then = published(place.output) if check else None
    place = checking.as_published(place, then) if then else place
    findings = building.check(place)
    if findings.has_personal_data:
        return ExitCode.PERSONAL_DATA
    if not place.order.draft and (findings.has_errors or (strict and findings.open)):
        print("Intet er skrevet. Ret det ovenfor, eller byg et udkast med --draft.", file=sys.stderr)
        return ExitCode.PROBLEMS
    if then:
        return checking.check_again(place, then, findings)
    beside = [archiving.packed] if archive else []
    for path in building.make(place, findings, cache, *beside):
        print(path)
    return ExitCode.OK
