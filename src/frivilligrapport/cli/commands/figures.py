"""The steps behind `figures`: what was asked for, what is wrong with the files, and the writing."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import show
from frivilligrapport.cli.municipalities import Result, Several, Visit, several_in, stopped, visit_all
from frivilligrapport.cli.terminal import print_made, screen_width
from frivilligrapport.cli.work_folder import OUTPUT, read_folder, read_year, work_folder, year_of
from frivilligrapport.cli.writing import write_all
from frivilligrapport.collection.values import Aargang
from frivilligrapport.danish import normal_key
from frivilligrapport.figures.groups import Grouping
from frivilligrapport.figures.register import Registers
from frivilligrapport.pipeline.figure_files import FORMATS, all_tables, export_of, one_file
from frivilligrapport.pipeline.joint_edition import JointYear, joint_csv_files, joint_file, municipality
from frivilligrapport.problems import ExitCode
from frivilligrapport.rules.run import Findings, examine_year

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
    registers: Registers
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
    return Place(root, Registers(samling), year_of(samling, request.year), request)


def check(place: Place) -> Findings:
    """Show what was found on stderr and give it back; that a file is still awaited is no error here."""
    samling = place.registers.samling
    findings = examine_year(samling, place.aargang, place.registers)
    show(findings, samling)
    return findings


def make(place: Place) -> list[Path]:
    """Print the figures, or write them and give the files' paths. Raises CannotWrite."""
    request, target = place.request, place.request.output
    export = export_of(place.registers, place.aargang, request.grouping)
    if request.format == "xlsx" and target is None:
        target = place.root / OUTPUT / str(export.aar) / BOOK
    if target is None:
        print_made(one_file(export, request.format, screen_width()), as_words=request.format == "text")
        return []
    files = all_tables(export) if request.format == "csv" else {target.name: one_file(export, request.format)}
    return write_all(target if request.format == "csv" else target.parent, files)


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
    registers = Registers(visit.samling)
    out = stopped(visit, examine_year(visit.samling, visit.aargang, registers))
    return out or Result(ExitCode.OK, municipality(registers, visit.aargang, visit.root.name))


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


HELP = """Viser årets samlede tal, og hvor mange forvaltninger de kommer fra.

\b
--format csv   tabellerne som filer i mappen --output; uden --output kun de samlede tal
--format xlsx  alle tabeller i én projektmappe, udgivelser/<år>/tal.xlsx
--format json  alt til andre programmer

Ligger der flere kommuners mapper i den mappe, der er angivet med --folder, vises de ved siden af hinanden.
"""


def command(
    year: Annotated[
        str | None,
        typer.Argument(
            metavar="[ÅR]",
            help="Året. Uden år vises det nyeste med en rapport.yaml.",
            autocompletion=completion.years,
        ),
    ] = None,
    wanted: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text, csv, xlsx eller json.",
            show_default=False,
            autocompletion=completion.figure_formats,
        ),
    ] = "text",
    output: Annotated[
        str | None, typer.Option("--output", metavar="FIL", help="Filen, der skrives; med csv en mappe.")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="HVAD",
            help="Deler op efter forvaltning, tema, bydel, målgruppe, lokaludvalg.",
            autocompletion=completion.groupings,
        ),
    ] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
) -> int:
    """Carry out `figures`."""
    request = read_request(year, wanted, output, by)
    several = several_in(folder)
    if several:
        return carry_out(several, request)
    place = find_place(folder, request)
    findings = check(place)
    if findings.has_personal_data:
        return ExitCode.PERSONAL_DATA
    if findings.has_errors:
        print("Der er ingen samlede tal, før fejlene ovenfor er rettet.", file=sys.stderr)
        return ExitCode.PROBLEMS
    for path in make(place):
        print(path)
    return ExitCode.OK
