"""What `validate` does. It knows nothing of Typer, which takes as long to load as a file takes to read."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.terminal import print_made, print_note, print_text, wants_colour
from frivilligrapport.cli.work_folder import Selection, select
from frivilligrapport.collection.folder import as_shown
from frivilligrapport.problems import ExitCode
from frivilligrapport.reporters.formats import TEXT
from frivilligrapport.reporters.text import findings_summary, findings_text
from frivilligrapport.rules.run import Findings, examine_files, is_among

if TYPE_CHECKING:
    from frivilligrapport.reporters.examination import Examination


def validate(paths: Sequence[str], name: str = TEXT, folder: str | None = None, *, strict: bool = False) -> int:
    """Carry out `validate`; give its exit code. Raises WrongUse.

    `paths` are the words that were typed for files and folders, `name` one of FINDINGS_FORMATS.
    """
    chosen = select([Path(path) for path in paths], folder)
    findings = examine_files(chosen.samling, chosen.paths)
    unread = _unread(chosen, findings)
    if name == TEXT:
        print_text(findings_text(findings.open, chosen.samling.sources, in_colour=wants_colour(sys.stdout)), end="")
    else:
        _tell_programs(chosen, findings, name)
    for note in (*chosen.notes, *unread, findings_summary(findings.open)):
        print_note(note)
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
    from frivilligrapport.cli.writing import append_text
    from frivilligrapport.reporters.formats import writer_of
    from frivilligrapport.reporters.github import github_summary

    examination = _examination(chosen, findings)
    print_made(writer_of(name)(examination).encode(errors="replace"), name, chosen.samling.numbers)
    file = os.environ.get(_SUMMARY)
    if name == "github" and file:
        append_text(Path(file), github_summary(examination), chosen.samling.numbers)


def _examination(chosen: Selection, findings: Findings) -> "Examination":
    from frivilligrapport import __version__
    from frivilligrapport.reporters.examination import Examination, reported_findings

    sources, place = chosen.samling.sources, _placing(chosen.root or Path.cwd())
    accepted = [one.problem for one in findings.accepted]
    return Examination(
        files=tuple(sorted(place(file) for file in sources if is_among(file, chosen.paths))),
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
            return as_shown(Path(os.path.relpath(root.resolve() / file, top.resolve())).as_posix())
        except ValueError:  # a lone file on another drive of Windows
            return file

    return place
