"""`figures`: the figures of a year, or of several municipalities' year, on the screen or in files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.execution.municipalities import Result, Several, counted, several_in, visit_all
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import refuse_errors, show
from frivilligrapport.cli.options import Folder, format_option, read_format, read_year, year_argument
from frivilligrapport.cli.places import OUTPUT
from frivilligrapport.cli.terminal import print_made, print_note, print_path, screen_width
from frivilligrapport.cli.work_folder import FILE_ENDINGS, WorkYear, open_year, refuse_foreign, refuse_output
from frivilligrapport.cli.writing import write_all
from frivilligrapport.danish import normal_key
from frivilligrapport.documents.types.tal import export_of, indsatser_of
from frivilligrapport.figures.register import Grouping
from frivilligrapport.pipeline.figure_files import (
    FORMATS,
    PACKAGE,
    all_tables,
    indsatser_file,
    indsatser_tables,
    one_file,
)
from frivilligrapport.pipeline.joint_edition import joint_file
from frivilligrapport.problems import ExitCode
from frivilligrapport.rendering.exports.datapackage import data_package
from frivilligrapport.rendering.exports.joint import joint_csv_files
from frivilligrapport.rules.run import examine, examine_year

_FOLDERS = ("csv", PACKAGE)  # formats of several files
# What the one file of the others may be called; what opens it goes by that.
_ENDINGS = {"text": (".txt", ".md", ""), "xlsx": (".xlsx",), "json": (".json",)}

HELP = """Viser årets samlede tal, og hvor mange forvaltninger de kommer fra.

\b
--format csv   tabellerne som filer i mappen --output; uden --output kun de samlede tal
--format xlsx  alle tabeller i én projektmappe, udgivelser/<år>/tal.xlsx
--format json  alt til andre programmer
--format datapakke  en Frictionless-datapakke i mappen udgivelser/<år>/datapakke eller --output
--indsatser    alle indsatser i stedet for tallene, også dem uden tal; uden ÅR for alle år

Ligger der flere kommuners mapper i den mappe, der er angivet med --folder, vises de ved siden af hinanden.
"""


def command(
    year: Annotated[str | None, year_argument("vises")] = None,
    wanted: Annotated[str, format_option(FORMATS)] = "text",
    output: Annotated[
        str | None, typer.Option("--output", metavar="FIL", help="Filen, der skrives; med csv en mappe.")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="HVAD",
            help="Deler op efter forvaltning, tema, bydel, målgruppe, lokaludvalg.",
            autocompletion=completion.among(Grouping),
        ),
    ] = None,
    folder: Folder = None,
    *,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Erstatter også en fil, som programmet ikke har lavet.")
    ] = False,
    indsatser: Annotated[
        bool, typer.Option("--indsatser", help="Viser alle indsatser, også dem uden tal; uden ÅR for alle år.")
    ] = False,
) -> int:
    """Carry out `figures`."""
    request = _read_request(year, wanted, output, by, overwrite=overwrite, indsatser=indsatser)
    several = several_in(folder)
    if several:
        return _of_several(several, request)
    work = open_year(folder, request.year)
    return _indsatser_of(work, request) if indsatser else _of_one(work, request)


@dataclass(frozen=True, slots=True)
class _Request:
    """What the user asked for, checked. `output` is a folder where there are several files; None for the screen."""

    year: int | None
    format: str
    grouping: Grouping | None
    output: Path | None
    overwrite: bool
    indsatser: bool


def _read_request(
    year: str | None, wanted: str, output: str | None, by: str | None, *, overwrite: bool, indsatser: bool
) -> _Request:
    """Read the words of the command line. Raises WrongUse."""
    chosen, name, target = read_year(year, "figures"), read_format(wanted, FORMATS), Path(output) if output else None
    grouping = next((one for one in Grouping if by and normal_key(one.value) == normal_key(by)), None)
    if by and grouping is None:
        raise WrongUse(f"Tallene kan ikke deles op efter »{by}«.", f"Vælg mellem {', '.join(Grouping)}.")
    if name == PACKAGE and (indsatser or grouping):
        raise WrongUse("En datapakke har altid både tal og indsatser.", "Udelad --indsatser og --by.")
    if indsatser and grouping:
        raise WrongUse("Indsatserne kan ikke deles op med --by.", "Udelad --by; hvad de handler om, står i kolonnerne.")
    if target:
        _refuse_name(target, name)
    refuse_output(target)
    return _Request(chosen, name, grouping, target, overwrite, indsatser)


def _refuse_name(target: Path, name: str) -> None:
    """Raise WrongUse for an --output that is named as something else than what the format gives."""
    ending = target.suffix.lower()
    if name in _FOLDERS:
        if target.is_file() or (ending in FILE_ENDINGS and not target.is_dir()):
            message = f"Med --format {name} er --output en mappe, for der er flere filer."
            raise WrongUse(message, "Skriv navnet på en mappe.")
        return
    own = _ENDINGS[name][0]
    if target.is_dir():
        raise WrongUse(f"»{target}« er en mappe.", f"Skriv navnet på en fil, for eksempel {target / f'tal{own}'}.")
    if ending not in _ENDINGS[name]:
        others = (f", eller vælg --format {one}" for one, endings in _ENDINGS.items() if ending in endings)
        message = f"»{target}« skal ende på {own}, når formatet er {name}."
        better = target.with_suffix(own) if ending in FILE_ENDINGS else f"{target}{own}"
        raise WrongUse(message, f"Skriv --output {better}{next(others, '') if ending else ''}.")


def _of_one(work: WorkYear, request: _Request) -> ExitCode:
    """Give a year's figures, unless there are errors; that a file is still awaited is none here."""
    findings = examine_year(work.samling, work.aargang, work.registers)
    show(findings, work.samling)
    refuse_errors(findings, "Der er ingen samlede tal, før fejlene ovenfor er rettet.")
    export = export_of(work.registers, work.aargang, request.grouping)
    tables = data_package if request.format == PACKAGE else all_tables
    file = partial(one_file, export, request.format)
    _deliver(request, work.output, file, partial(tables, export), work.samling.numbers)
    if request.format == PACKAGE and not (export.kolofon and export.kolofon.licens):
        print_note("Pakken har ingen licens. Skriv licens under kolofon i rapport.yaml, så andre ved, hvad de må.")
    return ExitCode.OK


def _indsatser_of(work: WorkYear, request: _Request) -> ExitCode:
    """Give the indsatser of the year asked for, else of all years, unless there are errors."""
    samling = work.samling
    findings = examine_year(samling, work.aargang, work.registers) if request.year else examine(samling)
    show(findings, samling)
    refuse_errors(findings, "Indsatserne vises ikke, før fejlene ovenfor er rettet.")
    years = (work.aargang,) if request.year else samling.aargange
    found = tuple(indsatser_of(work.registers, *years))
    folder = work.output if request.year else work.output.parent
    file = partial(indsatser_file, samling, found, request.format)
    tables = partial(indsatser_tables, found)
    _deliver(request, folder, file, tables, samling.numbers)
    return ExitCode.OK


def _of_several(several: Several, request: _Request) -> ExitCode:
    """Look at each municipality, and give what they come to."""
    hint = f'Gør det for én kommune ad gangen: --folder "{several.folders[0]}"'
    if request.indsatser:
        raise WrongUse("Indsatser fra flere kommuner kan ikke vises sammen.", hint)
    if request.format == PACKAGE:
        raise WrongUse("En datapakke er for én kommune.", hint)
    if request.grouping:
        raise WrongUse("Tal fra flere kommuner kan ikke deles op.", hint)
    code, year = visit_all(several, several.year(request.year), _figures_of)
    folder = several.root / OUTPUT / str(year.aar)
    _deliver(request, folder, partial(joint_file, year, request.format), partial(joint_csv_files, year), year.known)
    return code


def _figures_of(work: WorkYear) -> Result:
    return counted(work, examine_year(work.samling, work.aargang, work.registers))


def _deliver(
    request: _Request,
    folder: Path,
    file: Callable[..., bytes],
    tables: Callable[[], Mapping[str, bytes]],
    known: frozenset[str] = frozenset(),
) -> None:
    """Print the figures, or write them and print the files' paths; a workbook goes to `folder` if nowhere else.

    `file` gives all in one file, for the screen in lines of the width it is given; `tables` one csv file a table.
    `known` is as for `write_all`.
    """
    book = "indsatser.xlsx" if request.indsatser else "tal.xlsx"
    made_in = {"xlsx": folder / book, PACKAGE: folder / PACKAGE}
    target = request.output or made_in.get(request.format)
    if target is None:
        print_made(file(screen_width()), request.format, known)
        return
    place, made = (target, tables()) if request.format in _FOLDERS else (target.parent, {target.name: file()})

    def checked() -> Mapping[str, bytes]:
        if not request.overwrite:
            refuse_foreign(place, made)
        return made

    for path in write_all(place, checked, known):
        print_path(path)
