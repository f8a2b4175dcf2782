"""`validate`: all problems of all files at once."""

from typing import Annotated

import typer

from frivilligrapport.cli import completing
from frivilligrapport.cli.exits import ExitCode

HELP = """Viser alle fejl og advarsler i statusfilerne.

Uden STI læses hele mappen indberetninger. Med STI vises kun det, der angår de nævnte filer.

\b
--format github  noter ved linjerne i GitHub Actions
--format gitlab  Code Quality i GitLab
--format sarif   til GitHub code scanning og editorer
--format junit   til alle, der kan vise testresultater
--format json    til andre programmer
"""


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[STI]…", help="Filer eller mapper, der skal ses efter.")
    ] = None,
    wanted: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text, json, github, gitlab, sarif eller junit.",
            show_default=False,
            autocompletion=completing.validate_formats,
        ),
    ] = "text",
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Advarsler tæller som fejl.")] = False,
) -> int:
    """Carry out `validate`."""
    from frivilligrapport.cli import validating

    format_ = validating.read_format(wanted)
    chosen = validating.choose(paths or (), folder)
    findings = validating.examine_chosen(chosen)
    validating.tell(chosen, findings, format_)
    if findings.has_personal_data:
        return ExitCode.PERSONAL_DATA
    return ExitCode.PROBLEMS if findings.has_errors or (strict and findings.open) else ExitCode.OK
