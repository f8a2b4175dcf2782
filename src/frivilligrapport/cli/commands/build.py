"""`build`: the documents of a year, or of several municipalities' year, and holding them against what is published."""

from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.execution.document_cache import user_cache
from frivilligrapport.cli.execution.unchanged import Answer, BuildRequest, key_of, recall, remember
from frivilligrapport.cli.options import Folder, year_argument
from frivilligrapport.cli.places import find_work_folder, settle_all
from frivilligrapport.cli.terminal import print_note, print_text
from frivilligrapport.cli.writing import settle
from frivilligrapport.problems import ExitCode

HELP = """Bygger årets rapport som Markdown, HTML og PDF og årets tal som regneark i udgivelser/<år>/.

Med følger en kort udgave på to sider og et faktaark for hver forvaltning. Returbrevene til forvaltningerne laves kun,
når der bliver bedt om dem: --document returbrev.

Er der fejl i filerne, vises de, og intet bliver skrevet. Med --draft bygges et udkast af det, der er.
Ligger der flere kommuners mapper i den mappe, der er angivet med --folder, bygges de alle, og med følger en oversigt.
Med --archive kommer også én zip-fil med udgivelsen, tallene og alle de filer, den er lavet af.
Med --check bliver intet skrevet: der bygges igen, og du får at vide, om det bliver det samme som det udgivne.
"""


def command(
    year: Annotated[str | None, year_argument("bygges")] = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORMATER", help="md, html, pdf, xlsx og csv, adskilt af komma.", show_default=False
        ),
    ] = "md,html,pdf,xlsx,csv",
    document: Annotated[
        str,
        typer.Option(
            "--document",
            metavar="NAVN",
            help="Kun dette dokument, fx statusrapport eller faktaark-tmf.",
            show_default=False,
            autocompletion=completion.documents,
        ),
    ] = "",
    output: Annotated[str | None, typer.Option("--output", metavar="MAPPE", help="Mappen, der skrives i.")] = None,
    folder: Folder = None,
    *,
    draft: Annotated[bool, typer.Option("--draft", help="Bygger et udkast, også når noget mangler.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Advarsler standser også byggeriet.")] = False,
    archive: Annotated[bool, typer.Option("--archive", help="Skriver også alt i én zip-fil til arkivet.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Bygger igen og sammenligner uden at skrive.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Laver hvert dokument forfra.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", metavar="ANTAL", min=1, help="Så mange PDF'er ad gangen. Ellers én for hver kerne i maskinen."
        ),
    ] = None,
) -> int:
    """Carry out `build`."""
    request = BuildRequest(
        year=year,
        formats=formats,
        document=document,
        output=output,
        folder=folder,
        draft=draft,
        strict=strict,
        archive=archive,
        check=check,
    )
    answers = user_cache("editions", wanted=not (no_cache or check))
    _settle(request)
    key = key_of(request) if answers else None
    answer = recall(answers, key) if answers and key else None
    if answer:
        return _unchanged(answer)
    from frivilligrapport.cli.execution.building import carry_out

    def keep(answer: Answer) -> None:
        """Remember an answer, unless what it was made of has changed meanwhile."""
        if answers and key and key_of(request) == key:
            remember(answers, key, answer)

    return carry_out(request, user_cache("documents", wanted=not no_cache), keep if key else None, jobs)


def _settle(request: BuildRequest) -> None:
    """Finish what a killed command left where this one looks. Raises CannotWrite."""
    root = find_work_folder(request.folder)
    if root:
        settle_all(root)
        settle(Path(request.output or ""))


def _unchanged(answer: Answer) -> ExitCode:
    """Say what the build said, and that nothing has changed."""
    print_text(answer.out, end="")
    print_note(answer.err, end="")
    print_note("Udgivelsen er uændret: filerne er, som de blev bygget.")
    return ExitCode.OK
