"""The steps behind `build`: what was asked for, where it lies, what is wrong with it, and the writing."""

import sys
from dataclasses import dataclass
from pathlib import Path

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import show
from frivilligrapport.cli.workplace import OUTPUT, read_folder, read_year, work_folder, year_of
from frivilligrapport.cli.writing import write_all
from frivilligrapport.collection.templates import own_templates
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.pipeline.building import FORMATS, Order, build, document_names
from frivilligrapport.pipeline.examining import Findings, examine_for_build

_UNCHECKED = """\
PDF'en er skrevet uden mærkerne for tilgængelighed (PDF/UA-1) og arkivering (PDF/A-2a), for det program, der
kontrollerer dem, er ikke installeret. Skriv:
    python -m pip install "frivilligrapport[pdfkontrol]"
og byg igen."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for, checked."""

    year: int | None
    order: Order


@dataclass(frozen=True, slots=True)
class Place:
    """The year that is built, and where its documents go."""

    root: Path
    samling: Samling
    aargang: Aargang
    order: Order
    output: Path


def read_request(year: str | None, formats: str, document: str, *, draft: bool) -> Request:
    """Read the words of the command line. Raises WrongUse."""
    chosen = read_year(year, "build")
    wanted = tuple(word.strip().lower() for word in formats.split(",") if word.strip())
    unknown = [word for word in wanted if word not in FORMATS]
    if unknown or not wanted:
        raise WrongUse(
            f"Formatet »{unknown[0] if unknown else ''}« kendes ikke.", f"Formaterne er {', '.join(FORMATS)}."
        )
    if document and not any(document == name or document.startswith(f"{name}-") for name in document_names()):
        raise WrongUse(f"Dokumentet »{document}« kendes ikke.", f"Dokumenterne er: {', '.join(document_names())}.")
    return Request(chosen, Order(wanted, document, draft))


def find_place(folder: str | None, request: Request, output: str | None) -> Place:
    """Read the work folder and choose the year. Raises WrongUse."""
    root = work_folder(folder)
    samling = read_folder(root)
    aargang = year_of(samling, request.year)
    return Place(root, samling, aargang, request.order, Path(output) if output else root / OUTPUT / str(aargang.aar))


def check(place: Place) -> Findings:
    """Show what was found on stderr and give it back."""
    findings = examine_for_build(place.samling, place.aargang)
    show(findings, place.samling)
    return findings


def make(place: Place, findings: Findings) -> list[Path]:
    """Build and write; give the files' paths. Raises WrongUse, CannotWrite and what `pipeline.building` raises."""
    made = build(place.samling, place.aargang, findings, place.order, own_templates(place.root))
    if not made:
        raise WrongUse(f"Der er intet at bygge for {place.aargang.aar}.", "Året har ingen rapport.yaml.")
    written = write_all(place.output, made)
    if any(path.suffix == ".pdf" for path in written):
        say_what_is_unchecked()
    return written


def say_what_is_unchecked() -> None:
    """Tell on stderr when a PDF was written without its two claims, since nothing here can check them."""
    from frivilligrapport.rendering.pdf_check import is_checkable

    if not is_checkable():
        print(_UNCHECKED, file=sys.stderr)
