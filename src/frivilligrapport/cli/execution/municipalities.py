"""Several municipalities at once: a folder of work folders, looked at one at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from frivilligrapport.cli.boundary import attempt
from frivilligrapport.cli.exits import WrongUse, worst_of
from frivilligrapport.cli.terminal import print_note
from frivilligrapport.cli.work_folder import WorkYear, read_folder
from frivilligrapport.cli.writing import settle
from frivilligrapport.collection.folder import as_shown, find_root, municipality_folders, report_years
from frivilligrapport.danish import sort_key
from frivilligrapport.figures.joint import JointYear, Municipality
from frivilligrapport.figures.register import Registers
from frivilligrapport.pipeline.joint_edition import municipality, name_of
from frivilligrapport.problems import ExitCode, Problem, Severity
from frivilligrapport.problems.reporters.text import findings_summary, findings_text
from frivilligrapport.rules.acceptance.sorting import Findings


@dataclass(frozen=True, slots=True)
class Several:
    """A folder of municipalities: itself, and the work folders in it."""

    root: Path
    folders: tuple[Path, ...]

    def year(self, typed: int | None) -> int:
        """Give the year asked for, or the newest that any of them has a report for. Raises WrongUse."""
        newest = max((year for one in self.folders for year in report_years(one)), default=None)
        year = typed if typed is not None else newest
        if year is None:
            raise WrongUse("Ingen af kommunerne har et år med en rapport.yaml.", "Skriv et årstal efter kommandoen.")
        return year


@dataclass(frozen=True, slots=True)
class Result:
    """What came of looking at one municipality."""

    code: ExitCode
    municipality: Municipality


def several_in(folder: str | None) -> Several | None:
    """Give the municipalities of the folder named, or of this one; None where there is a single work folder or none."""
    if folder is None and find_root(Path.cwd()):
        return None
    root = Path(folder) if folder is not None else Path.cwd()
    settle(root)
    folders = municipality_folders(root)
    return Several(root, folders) if folders else None


def visit_all(several: Several, year: int, look: Callable[[WorkYear], Result]) -> tuple[ExitCode, JointYear]:
    """Look at each in turn, and give the worst that came of it; what stops one does not stop the others."""
    results: list[Result] = []
    for root in several.folders:
        results.append(_visit(root, year, look, {one.municipality.kommune: one.municipality.mappe for one in results}))
    found = sorted((one.municipality for one in results), key=lambda one: (sort_key(one.kommune), one.mappe))
    codes = {one.code for one in results}
    return worst_of(codes), JointYear(year, tuple(found))


def _visit(root: Path, year: int, look: Callable[[WorkYear], Result], earlier: dict[str, str]) -> Result:
    found, code = attempt(lambda: _look(root, year, look, earlier))
    if found:
        return found
    name = as_shown(root.name)
    print_note(f"   Det standsede {name}. De andre kommuner er ikke berørt.")
    worst = ExitCode.PROBLEMS if code in {ExitCode.OK, ExitCode.WRONG_USE} else ExitCode(code)
    return Result(worst, Municipality(name, name, left_out="kunne ikke laves"))


def _look(root: Path, year: int, look: Callable[[WorkYear], Result], earlier: dict[str, str]) -> Result:
    samling, mappe = read_folder(root), as_shown(root.name)
    name, aargang = name_of(samling, mappe), samling.aargang(year)
    if name in earlier:
        copy = Municipality(name, mappe, left_out=f"samme kommune som i mappen {earlier[name]}", is_copy=True)
        return _refused(copy)
    if aargang is None:
        return _refused(Municipality(name, mappe, left_out=f"ingen indberetninger for {year}"))
    return look(WorkYear(root, Registers(samling), aargang))


def _refused(one: Municipality) -> Result:
    print_note(f"{one.mappe}: {one.left_out}.")
    return Result(ExitCode.PROBLEMS, one)


def withheld(work: WorkYear, findings: Findings) -> Result | None:
    """Show the personal data for which nothing of a municipality may be used; None when there is none."""
    if not findings.has_personal_data:
        return None
    _show(work, [one for one in findings.open if one.severity is Severity.FEJL])
    return Result(ExitCode.PERSONAL_DATA, _nothing_of(work, "CPR-numre i filerne"))


def _nothing_of(work: WorkYear, why: str) -> Municipality:
    return Municipality(name_of(work.samling, work.mappe), work.mappe, left_out=why)


def counted(work: WorkYear, findings: Findings, *, strict: bool = False, draft: bool = False) -> Result:
    """Count a municipality but for its files with errors, which are shown; a draft counts what can be read of them.

    With `strict` a warning anywhere leaves all of it out.
    """
    if out := withheld(work, findings):
        return out
    errors = [one for one in findings.open if one.severity is Severity.FEJL]
    warnings = [one for one in findings.open if one not in errors]
    _show(work, list(findings.open) if strict else errors)
    if warnings and strict:
        why = f"{findings_summary(findings.open).removesuffix('.')} i filerne"
        return Result(ExitCode.PROBLEMS, _nothing_of(work, why))
    if warnings and not strict:
        hint = f'frivilligrapport validate --folder "{work.root}"'
        print_note(f"{work.mappe}: {findings_summary(warnings)} Se dem med {hint}")
    errors = [] if draft else errors
    found = municipality(work.registers, work.aargang, work.mappe, errors)
    if found.uncounted_text and not found.left_out:
        print_note(f"{work.mappe}: {found.uncounted_text}.")
    return Result(ExitCode.PROBLEMS if errors else ExitCode.OK, found)


def _show(work: WorkYear, problems: list[Problem]) -> None:
    """Show what was found, each path with the municipality's folder first."""
    if problems:
        sources = {f"{work.mappe}/{name}": source for name, source in work.samling.sources.items()}
        print_note(findings_text([one.below(f"{work.mappe}/") for one in problems], sources))
