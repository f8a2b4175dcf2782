"""The steps behind `compare`: which years, what is wrong with their files, and what there is to say."""

import sys
from dataclasses import dataclass
from typing import Annotated

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import show
from frivilligrapport.cli.terminal import print_made, screen_width
from frivilligrapport.cli.work_folder import read_folder, read_year, work_folder, year_of
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.pipeline.comparison import FORMATS, compared, stopping
from frivilligrapport.problems import ExitCode
from frivilligrapport.rules.run import Findings


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for, checked; the older year first."""

    years: tuple[int, int]
    format: str


@dataclass(frozen=True, slots=True)
class Place:
    """The two years that are compared, and in which format."""

    samling: Samling
    older: Aargang
    newer: Aargang
    format: str


def read_request(one: str, other: str, wanted: str) -> Request:
    """Read the words of the command line. Raises WrongUse."""
    name = wanted.strip().lower()
    if name not in FORMATS:
        raise WrongUse(f"Formatet »{wanted}« kendes ikke.", f"Formaterne er {', '.join(FORMATS)}.")
    first, second = (read_year(typed, "compare 2013") or 0 for typed in (one, other))
    return Request((min(first, second), max(first, second)), name)


def find_place(folder: str | None, request: Request) -> Place:
    """Read the work folder and choose the years. Raises WrongUse."""
    samling = read_folder(work_folder(folder))
    older, newer = (year_of(samling, year) for year in request.years)
    return Place(samling, older, newer, request.format)


def check(place: Place) -> Findings:
    """Show what stops the comparison on stderr and give it back."""
    findings = stopping(place.samling, (place.older, place.newer))
    show(findings, place.samling)
    return findings


def tell(place: Place) -> None:
    """Compare the years and print it, in words or in JSON."""
    made = compared(place.samling, place.older, place.newer, place.format, screen_width())
    print_made(made, as_words=place.format != "json")


HELP = """Viser, hvad der er ændret fra det ene år til det andet.

Tal sammenlignes kun, når begge år er målt ens; ellers står der hvorfor ikke. Indsatser følges på deres
id, og en forvaltning, der er lagt sammen eller delt, følges gennem »afløser« i kommune.yaml.
"""


def command(
    one: Annotated[
        str,
        typer.Argument(metavar="ÅR", help="Det ene år.", show_default=False, autocompletion=completion.years),
    ],
    other: Annotated[
        str,
        typer.Argument(
            metavar="ÅR", help="Det andet år, før eller efter.", show_default=False, autocompletion=completion.years
        ),
    ],
    wanted: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text eller json.", show_default=False)
    ] = "text",
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
) -> int:
    """Carry out `compare`."""
    place = find_place(folder, read_request(one, other, wanted))
    findings = check(place)
    if findings.has_personal_data:
        return ExitCode.PERSONAL_DATA
    if findings.has_errors:
        print("Intet er sammenlignet. Ret det ovenfor, og prøv igen.", file=sys.stderr)
        return ExitCode.PROBLEMS
    tell(place)
    return ExitCode.OK
