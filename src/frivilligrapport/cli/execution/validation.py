"""What `validate` does. It knows nothing of Typer, which takes as long to load as a file takes to read."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from frivilligrapport import __version__
from frivilligrapport.cli.boundary import attempt
from frivilligrapport.cli.exits import WrongUse, worst_of
from frivilligrapport.cli.terminal import print_made, print_note, print_text, wants_colour
from frivilligrapport.cli.work_folder import ChosenPlace, Selection, choose, read_place
from frivilligrapport.collection.folder import as_shown
from frivilligrapport.collection.loader import may_hold_numbers
from frivilligrapport.fast_start import Frozen
from frivilligrapport.problems import ExitCode, Severity
from frivilligrapport.problems.reporters.formats import TEXT
from frivilligrapport.problems.reporters.text import count_text, findings_text
from frivilligrapport.rules.acceptance.sorting import Findings, is_among
from frivilligrapport.rules.run import examine_files

if TYPE_CHECKING:
    from frivilligrapport.problems.reporters.examination import Examination


def validate(paths: Sequence[str], name: str = TEXT, folder: str | None = None, *, strict: bool = False) -> int:
    """Carry out `validate`; give its exit code. Raises WrongUse.

    `paths` are the words that were typed for files and folders, `name` one of FINDINGS_FORMATS.
    """
    places = choose([Path(path) for path in paths], folder)
    look = partial(_look, name=name, in_colour=name == TEXT and wants_colour(sys.stdout))
    if len(places) == 1:
        told = [look(places[0])]
    else:
        from frivilligrapport.cli.execution.workers import in_order

        told = list(in_order(partial(_look_among_others, look), places, loads=__name__))
    _refuse_where_nothing_is_read(told)
    if name == TEXT:
        print_text("\n".join(one.text for one in told if one.text), end="")
    else:
        _tell_programs(told, name)
    for note in dict.fromkeys(note for one in told for note in (*one.notes, *one.unread)):
        print_note(note)
    errors, warnings = sum(one.errors for one in told), sum(one.warnings for one in told)
    if errors or warnings or not any(one.is_stopped for one in told):
        print_note(f"{count_text(errors, warnings) or 'Ingen fejl'}.")
    strictly = ExitCode.PROBLEMS if strict and warnings else ExitCode.OK
    return worst_of({strictly, *(one.code for one in told)})


class _Told(Frozen):
    """What is told of one work folder or lone file; it can be handed from one process to another.

    `code` is what comes of the findings, warnings apart. `unread` are sentences on named paths that nothing is read of,
    `reads_nothing` when that is all of them. `examination` is there for programs only. `numbers` are as in `Samling`.
    `is_stopped` is true of what could not be looked at to the end.
    """

    code: ExitCode
    text: str = ""
    errors: int = 0
    warnings: int = 0
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    reads_nothing: bool = False
    examination: "Examination | None" = None
    numbers: frozenset[str] = frozenset()
    is_stopped: bool = False


def _look(place: ChosenPlace, *, name: str, in_colour: bool, prefix: str = "") -> _Told:
    """Read and check a work folder or a lone file. `prefix` is put before each path, to tell it from the others'."""
    chosen, findings = _examined(place)
    unread = _unread(chosen, findings)
    errors = sum(one.severity is Severity.FEJL for one in findings.open)
    code = ExitCode.PERSONAL_DATA if findings.has_personal_data else ExitCode.PROBLEMS if errors else ExitCode.OK
    placed = [one.below(prefix) for one in findings.open]
    sources = {f"{prefix}{file}": source for file, source in chosen.samling.sources.items()}
    return _Told(
        code=code,
        text=findings_text(placed, sources, in_colour=in_colour) if name == TEXT else "",
        errors=errors,
        warnings=len(findings.open) - errors,
        notes=chosen.notes,
        unread=tuple(f"»{prefix}{path}« bliver ikke læst, så der er ikke set efter fejl i den." for path in unread),
        reads_nothing=chosen.paths != (".",) and len(unread) == len(chosen.paths),
        examination=None if name == TEXT else _examination(chosen, findings, prefix),
        numbers=chosen.samling.numbers,
    )


def _examined(place: ChosenPlace) -> tuple[Selection, Findings]:
    """Read and check what is named; the whole folder where a finding may show a CPR number that stands elsewhere."""
    chosen = read_place(place)
    findings = examine_files(chosen.samling, chosen.paths)
    is_sure = not (chosen.samling.is_partial and findings.may_quote_numbers)
    if is_sure or place.root is None or not may_hold_numbers(place.root, chosen.samling):
        return chosen, findings
    chosen = read_place(place, in_full=True)
    return chosen, examine_files(chosen.samling, chosen.paths)


def _look_among_others(look: Callable[..., _Told], place: ChosenPlace) -> _Told:
    """Look at one of several: its paths begin with its folder's, and what stops it does not stop the others."""
    prefix = f"{_from_here(place.root)}/" if place.root else ""
    found, code = attempt(lambda: look(place, prefix=prefix))
    if found:
        return found
    note = f"Det standsede {prefix or place.paths[0]}. De andre er ikke berørt."
    return _Told(ExitCode(code), notes=(note,), is_stopped=True)


def _from_here(root: Path) -> str:
    """Give a folder as people who stand here would write it."""
    here = Path.cwd()
    return as_shown((root.relative_to(here) if root.is_relative_to(here) else root).as_posix())


def _unread(chosen: Selection, findings: Findings) -> list[str]:
    """Give each named path that nothing is read of."""
    seen = {*chosen.samling.sources, *(one.location.file for one in findings.open)}
    seen |= {one.problem.location.file for one in findings.accepted}
    return [path for path in chosen.paths if not any(is_among(file, (path,)) for file in seen)]


def _refuse_where_nothing_is_read(told: Sequence[_Told]) -> None:
    """Raise WrongUse when nothing is read of any path that is named."""
    if all(one.reads_nothing for one in told):
        hint = (
            "Programmet læser kommune.yaml, politik/ og årenes mapper. Årets filer hedder forvaltningens navn og .yaml."
        )
        raise WrongUse(" ".join(path for one in told for path in one.unread), hint)


_SUMMARY = "GITHUB_STEP_SUMMARY"
_TOPS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")  # where GitHub and GitLab have put the repository


def _tell_programs(told: Sequence[_Told], name: str) -> None:
    """Print the findings in a format for programs; GitHub's summary too, where it asks for one."""
    from frivilligrapport.cli.writing import append_text
    from frivilligrapport.problems.reporters.examination import together
    from frivilligrapport.problems.reporters.formats import writer_of
    from frivilligrapport.problems.reporters.github import github_summary

    examination = together([one.examination for one in told if one.examination], version=__version__)
    numbers = frozenset().union(*(one.numbers for one in told))
    print_made(writer_of(name)(examination).encode(errors="replace"), name, numbers)
    file = os.environ.get(_SUMMARY)
    if name == "github" and file:
        append_text(Path(file), github_summary(examination), numbers)


def _examination(chosen: Selection, findings: Findings, prefix: str) -> "Examination":
    from frivilligrapport.problems.reporters.examination import Examination, reported_findings

    to_place = _placing(chosen.root or Path.cwd())

    def place(file: str) -> str:
        return to_place(file.removeprefix(prefix))

    sources = {f"{prefix}{file}": source for file, source in chosen.samling.sources.items()}
    accepted = [one.problem.below(prefix) for one in findings.accepted]
    return Examination(
        files=tuple(sorted(place(file) for file in sources if is_among(file.removeprefix(prefix), chosen.paths))),
        open=reported_findings([one.below(prefix) for one in findings.open], sources, place),
        accepted=reported_findings(accepted, sources, place, [one.fordi for one in findings.accepted]),
        version=__version__,
    )


def _placing(root: Path) -> Callable[[str], str]:
    """Give what makes a path below the work folder into one from the repository's top, which other programs know.

    The top is what the CI says it is, else that of the git folder that we stand in, else the current folder: the first
    that the work folder lies in; else the work folder.
    """
    named = [Path(os.environ[name]) for name in _TOPS if os.environ.get(name)]
    here = Path.cwd()
    of_git = [one for one in (here, *here.parents) if (one / ".git").exists()][:1]
    top = next((one for one in (*named, *of_git, here) if root.resolve().is_relative_to(one.resolve())), root)

    def place(file: str) -> str:
        try:
            return as_shown(Path(os.path.relpath(root.resolve() / file, top.resolve())).as_posix())
        except ValueError:  # a lone file on another drive of Windows
            return file

    return place
