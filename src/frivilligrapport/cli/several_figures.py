"""`figures` over a folder of municipalities: one joint table."""

from pathlib import Path

from frivilligrapport.cli.exits import ExitCode, WrongUse
from frivilligrapport.cli.figuring import BOOK, Request
from frivilligrapport.cli.printing import print_made, screen_width
from frivilligrapport.cli.several import Result, Several, Visit, stopped, visit_all
from frivilligrapport.cli.workplace import OUTPUT
from frivilligrapport.cli.writing import write_all
from frivilligrapport.pipeline.examining import examine_year
from frivilligrapport.pipeline.joining import JointYear, joint_csv_files, joint_file, municipality


def carry_out(several: Several, request: Request) -> int:
    """Look at each municipality, and print or write what they come to. Raises WrongUse and CannotWrite."""
    if request.grouping:
        hint = f"Gør det for én kommune ad gangen: --folder {several.folders[0]}."
        raise WrongUse("Tal fra flere kommuner kan ikke deles op.", hint)
    code, year = visit_all(several, several.year(request.year), _look)
    for path in _make(several.root, year, request):
        print(path)
    return code


def _look(visit: Visit) -> Result:
    out = stopped(visit, examine_year(visit.samling, visit.aargang))
    return out or Result(ExitCode.OK, municipality(visit.samling, visit.aargang, visit.root.name))


def _make(root: Path, year: JointYear, request: Request) -> list[Path]:
    target = request.output
    if request.format == "xlsx" and target is None:
        target = root / OUTPUT / str(year.aar) / BOOK
    if target is None:
        print_made(joint_file(year, request.format, screen_width()), as_words=request.format == "text")
        return []
    if request.format == "csv":
        return write_all(target, joint_csv_files(year))
    return write_all(target.parent, {target.name: joint_file(year, request.format)})
