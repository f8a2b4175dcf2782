"""The steps behind `compare`: which years, what is wrong with their files, and what there is to say."""

from dataclasses import dataclass

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import show
from frivilligrapport.cli.printing import print_made, screen_width
from frivilligrapport.cli.workplace import read_folder, read_year, work_folder, year_of
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.pipeline.comparing import FORMATS, compared, stopping
from frivilligrapport.pipeline.examining import Findings


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
