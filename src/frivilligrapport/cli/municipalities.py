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
from frivilligrapport.pipeline.joint_edition import name_of
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


def _placed(work: WorkYear, problem: Problem) -> Problem:
    return problem._replace(location=problem.location._replace(file=f"{work.mappe}/{problem.location.file}"))


def _left_out(work: WorkYear, code: ExitCode, why: str) -> Result:
    """Say that none of a municipality's figures are used."""
    mappe = work.mappe
    return Result(code, Municipality(name_of(work.samling, mappe), mappe, left_out=why))


def stopped(work: WorkYear, findings: Findings, *, strict: bool = False, draft: bool = False) -> Result | None:
    """Show the errors, their paths with the municipality's folder first; say that it is left out, or give None."""
    errors = [one for one in findings.open if one.severity is Severity.FEJL]
    shown = list(findings.open) if strict else errors
    if shown:
        sources = {f"{work.mappe}/{name}": source for name, source in work.samling.sources.items()}
        placed = [_placed(work, one) for one in shown]
        print_note(findings_text(placed, sources))
    warnings = [one for one in findings.open if one not in shown]
    if warnings:
        hint = f'frivilligrapport validate --folder "{work.root}"'
        print_note(f"{work.mappe}: {findings_summary(warnings)} Se dem med {hint}")
    if findings.has_personal_data:
        return _left_out(work, ExitCode.PERSONAL_DATA, "CPR-numre i filerne")
    if shown and not draft:
        return _left_out(work, ExitCode.PROBLEMS, f"{findings_summary(shown).removesuffix('.')} i filerne")
    return None
