"""`validate`: what is wrong in the files, told to people or to other programs."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport import __version__
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.options import Folder, format_option, read_format
from frivilligrapport.cli.terminal import print_made, wants_colour
from frivilligrapport.cli.work_folder import Selection, select
from frivilligrapport.cli.writing import append_text
from frivilligrapport.problems import ExitCode
from frivilligrapport.problems.personal_data import mask
from frivilligrapport.problems.signs import harmless
from frivilligrapport.reporters.examination import Examination, reported_findings
from frivilligrapport.reporters.formats import FINDINGS_FORMATS, TEXT, WRITERS
from frivilligrapport.reporters.github import github_summary
from frivilligrapport.reporters.text import findings_summary, findings_text
from frivilligrapport.rules.run import Findings, examine, is_among

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
    wanted: Annotated[str, format_option(FINDINGS_FORMATS)] = TEXT,
    folder: Folder = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Advarsler tæller som fejl.")] = False,
) -> int:
    """Carry out `validate`."""
    name = read_format(wanted, FINDINGS_FORMATS)
    chosen = select([Path(path) for path in paths or ()], folder)
    findings = examine(chosen.samling).touching(chosen.paths)
    unread = _unread(chosen, findings)
    if name == TEXT:
        print(findings_text(findings.open, chosen.samling.sources, in_colour=wants_colour(sys.stdout)), end="")
    else:
        _tell_programs(chosen, findings, name)
    for note in (*chosen.notes, *unread, findings_summary(findings.open)):
        print(harmless(note), file=sys.stderr)
    if findings.has_personal_data:
        return ExitCode.PERSONAL_DATA
    return ExitCode.PROBLEMS if findings.has_errors or (strict and findings.open) else ExitCode.OK


def _unread(chosen: Selection, findings: Findings) -> tuple[str, ...]:
    """Say of each named path that nothing of it is read. Raises WrongUse when that is so of them all."""
    seen = {*chosen.samling.sources, *(one.location.file for one in findings.open)}
    seen |= {one.problem.location.file for one in findings.accepted}
    unread = [path for path in chosen.paths if not any(is_among(file, (path,)) for file in seen)]
    told = tuple(f"»{path}« bliver ikke læst, så der er ikke set efter fejl i den." for path in unread)
    if told and len(unread) == len(chosen.paths) and chosen.paths != (".",):
        hint = (
            "Programmet læser kommune.yaml, politik/ og årenes mapper. Årets filer hedder forvaltningens navn og .yaml."
        )
        raise WrongUse(" ".join(told), hint)
    return told


_SUMMARY = "GITHUB_STEP_SUMMARY"
_TOPS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")  # where GitHub and GitLab have put the repository


def _tell_programs(chosen: Selection, findings: Findings, name: str) -> None:
    """Print the findings in a format for programs; GitHub's summary too, where it asks for one."""
    examination = _examination(chosen, findings)
    print_made(WRITERS[name](examination).encode(errors="replace"), name, chosen.samling.numbers)
    file = os.environ.get(_SUMMARY)
    if name == "github" and file:
        append_text(Path(file), github_summary(examination), chosen.samling.numbers)


def _examination(chosen: Selection, findings: Findings) -> Examination:
    sources, place = chosen.samling.sources, _placing(chosen.root or Path.cwd())
    accepted = [one.problem for one in findings.accepted]
    return Examination(
        files=tuple(sorted(mask(place(file)) for file in sources if is_among(file, chosen.paths))),
        open=reported_findings(findings.open, sources, place),
        accepted=reported_findings(accepted, sources, place, [one.fordi for one in findings.accepted]),
        version=__version__,
    )


def _placing(root: Path) -> Callable[[str], str]:
    """Give what makes a path below the work folder into one from the repository's top, which other programs know.

    The top is what the CI says it is, else the current folder when the work folder lies in it, else the work folder.
    """
    named = [Path(os.environ[name]) for name in _TOPS if os.environ.get(name)]
    top = next((one for one in (*named, Path.cwd()) if root.resolve().is_relative_to(one.resolve())), root)

    def place(file: str) -> str:
        try:
            found = Path(os.path.relpath(root.resolve() / file, top.resolve())).as_posix()
        except ValueError:  # a lone file on another drive of Windows
            found = file
        # Where Python knows no language, it keeps the bytes of an æ in a name as signs that no text may hold.
        return found.encode(errors="surrogateescape").decode(errors="replace")

    return place
