"""`validate`: what is wrong in the files, told to people or to other programs."""

from typing import Annotated

import typer

from frivilligrapport.cli.execution.validation import validate
from frivilligrapport.cli.options import Folder, format_option, read_format
from frivilligrapport.problems.reporters.formats import FINDINGS_FORMATS, TEXT

HELP = """Viser alle fejl og advarsler i statusfilerne.

Uden STI læses hele mappen indberetninger. Med STI vises kun det, der angår de nævnte filer. STI kan også være flere
mapper med indberetninger, en mappe med flere kommuners mapper og filer, der ligger for sig selv.

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
    wanted: Annotated[str, format_option(FINDINGS_FORMATS)] = TEXT,
    folder: Folder = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Advarsler tæller som fejl.")] = False,
) -> int:
    """Carry out `validate`."""
    return validate(paths or (), read_format(wanted, FINDINGS_FORMATS), folder, strict=strict)
