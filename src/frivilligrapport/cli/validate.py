"""`validate`: all problems of all files at once."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli.exits import ExitCode

HELP = """Viser alle fejl og advarsler i statusfilerne.

Uden STI læses hele mappen indberetninger. Med STI vises kun det, der angår de nævnte filer.
"""


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[STI]…", help="Filer eller mapper, der skal ses efter.")
    ] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Advarsler tæller som fejl.")] = False,
) -> int:
    """Carry out `validate`."""
    from frivilligrapport.cli.selection import select
    from frivilligrapport.pipeline.examining import examine
    from frivilligrapport.reporters.text import report, summary

    chosen = select([Path(path) for path in paths or ()], folder)
    findings = examine(chosen.samling).touching(chosen.paths)
    print(report(findings.open, chosen.samling.sources), end="")
    for note in chosen.notes:
        print(note, file=sys.stderr)
    print(summary(findings.open), file=sys.stderr)
    if findings.has_personal_data:
        return ExitCode.PERSONAL_DATA
    return ExitCode.PROBLEMS if findings.has_errors or (strict and findings.open) else ExitCode.OK
