"""The steps behind `figures`: what was asked for, what is wrong with the files, and the writing."""

from dataclasses import dataclass
from pathlib import Path

from frivilligrapport.aggregation.groups import Grouping
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import show
from frivilligrapport.cli.printing import print_made, screen_width
from frivilligrapport.cli.workplace import OUTPUT, read_folder, read_year, work_folder, year_of
from frivilligrapport.cli.writing import write_all
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import normal_key
from frivilligrapport.pipeline.examining import Findings, examine_year
from frivilligrapport.pipeline.figuring import FORMATS, all_tables, export_of, one_file

BOOK = "tal.xlsx"


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for, checked. `output` is a folder for csv and else a file, None for the screen."""

    year: int | None
    format: str
    grouping: Grouping | None
    output: Path | None


@dataclass(frozen=True, slots=True)
class Place:
    """The year whose figures are wanted, and where they go."""

    root: Path
    samling: Samling
    aargang: Aargang
    request: Request


def read_request(year: str | None, wanted: str, output: str | None, by: str | None) -> Request:
    """Read the words of the command line. Raises WrongUse."""
    chosen = read_year(year, "figures")
    name = wanted.strip().lower()
    if name not in FORMATS:
        raise WrongUse(f"Formatet »{wanted}« kendes ikke.", f"Formaterne er {', '.join(FORMATS)}.")
    grouping = next((one for one in Grouping if by and normal_key(one.value) == normal_key(by)), None)
    if by and grouping is None:
        raise WrongUse(f"Tallene kan ikke deles op efter »{by}«.", f"Vælg mellem {', '.join(Grouping)}.")
    target = Path(output) if output else None
    if target and name == "csv" and (target.is_file() or target.suffix.lower() == ".csv"):
        raise WrongUse("Med --format csv er --output en mappe, for der er flere tabeller.", "Skriv navnet på en mappe.")
    if target and name != "csv" and target.is_dir():
        raise WrongUse(f"»{output}« er en mappe.", f"Skriv navnet på en fil, for eksempel {target / f'tal.{name}'}.")
    return Request(chosen, name, grouping, target)


def find_place(folder: str | None, request: Request) -> Place:
    """Read the work folder and choose the year. Raises WrongUse."""
    root = work_folder(folder)
    samling = read_folder(root)
    return Place(root, samling, year_of(samling, request.year), request)


def check(place: Place) -> Findings:
    """Show what was found on stderr and give it back; that a file is still awaited is no error here."""
    findings = examine_year(place.samling, place.aargang)
    show(findings, place.samling)
    return findings


def make(place: Place) -> list[Path]:
    """Print the figures, or write them and give the files' paths. Raises CannotWrite."""
    request, target = place.request, place.request.output
    export = export_of(place.samling, place.aargang, request.grouping)
    if request.format == "xlsx" and target is None:
        target = place.root / OUTPUT / str(export.aar) / BOOK
    if target is None:
        print_made(one_file(export, request.format, screen_width()), as_words=request.format == "text")
        return []
    files = all_tables(export) if request.format == "csv" else {target.name: one_file(export, request.format)}
    return write_all(target if request.format == "csv" else target.parent, files)
