"""`init`: a work folder for a municipality: whose it is, where it goes, and what comes next."""

import re
from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import show_errors
from frivilligrapport.cli.options import read_year, today
from frivilligrapport.cli.terminal import ask_text, can_ask, print_note, print_path
from frivilligrapport.cli.work_folder import read_folder
from frivilligrapport.cli.writing import settle, write_new
from frivilligrapport.collection.folder import INDBERETNINGER, KOMMUNE, RAPPORT, fits_windows
from frivilligrapport.danish import fold_ascii, join_words, quote
from frivilligrapport.documents.new_folder import EMPTY_FOLDERS, Founding, Unit, new_folder
from frivilligrapport.models.filtyper import document_type_of
from frivilligrapport.problems import ExitCode
from frivilligrapport.problems.personal_data import cpr_numbers
from frivilligrapport.reading.characters import visible
from frivilligrapport.rules.run import examine

HELP = """Laver en arbejdsmappe til en kommune: register, rapport, skemaer og en vejledning.

\b
  frivilligrapport init frivillighed --kommune Frederiksberg
  frivilligrapport init frivillighed --kommune Frederiksberg --year 2025
      --forvaltning "BMF: By- og Miljøforvaltningen" --forvaltning "SSF: Socialforvaltningen"

Mappen kan bruges med det samme. Filer, der er der i forvejen, bliver ikke rørt.
"""
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_KOMMUNE = "Kommune"
_HOW = 'Skriv for eksempel "BMF: By- og Miljøforvaltningen".'


def command(
    folder: Annotated[str, typer.Argument(metavar="MAPPE", help="Mappen, der laves.", show_default=False)],
    kommune: Annotated[
        str | None, typer.Option("--kommune", metavar="NAVN", help="Kommunens navn, fx Frederiksberg.")
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="ÅR", help="Det første år. Uden år er det i år.")
    ] = None,
    forvaltning: Annotated[
        list[str] | None,
        typer.Option(
            "--forvaltning",
            metavar="FORVALTNING",
            help='Forkortelse og navn, fx "BMF: By- og Miljøforvaltningen". Kan skrives flere gange.',
        ),
    ] = None,
) -> int:
    """Carry out `init`."""
    root = _free_folder(folder)
    wanted = _read_request(kommune, year, forvaltning or [])
    kept = _make(root, wanted)
    print_path(root)
    _tell(root, wanted, kept)
    return ExitCode.OK


def _free_folder(typed: str) -> Path:
    """Give the folder that may be filled. Raises WrongUse where there are indberetninger already."""
    root = Path(typed)
    settle(root)
    if (root / INDBERETNINGER).exists():
        hint = "Vælg en anden mappe. Et nyt år begynder med: frivilligrapport new-year"
        raise WrongUse(f"Mappen »{typed}« har allerede indberetninger, og intet er rørt.", hint)
    if root.exists() and not root.is_dir():
        raise WrongUse(f"»{typed}« er en fil og ikke en mappe.", "Skriv navnet på en mappe.")
    return root


def _read_request(kommune: str | None, year: str | None, forvaltninger: list[str]) -> Founding:
    """Read the command line, and ask for what is missing where there is somebody to ask. Raises WrongUse."""
    aar = read_year(year, "init frivillighed --kommune Frederiksberg --year") or today().year
    if kommune is None and not can_ask():
        raise WrongUse("Kommunens navn mangler.", "Skriv for eksempel --kommune Frederiksberg.")
    name = _municipality(ask_text("Hvilken kommune er det?") if kommune is None else kommune)
    if forvaltninger or not can_ask():
        return Founding(name, aar, _units(forvaltninger))
    return Founding(name, aar, _asked_units())


def _make(root: Path, wanted: Founding) -> list[str]:
    """Write the folder, and give the files that were there and stay as they are. Raises CannotWrite."""
    return write_new(root, new_folder(wanted), EMPTY_FOLDERS)


def _tell(root: Path, wanted: Founding, kept: list[str]) -> None:
    """Say on stderr what is wrong in the new folder, what was there before, and what to do next."""
    samling = read_folder(root)
    show_errors(examine(samling).open, samling)
    if kept:
        print_note(f"{join_words(kept)} var der i forvejen og er ikke rørt.")
    print_note(f"Arbejdsmappen til {wanted.kommune} er klar. LÆSMIG.md i mappen siger, hvad I gør nu.")
    if not wanted.named:
        print_note(f"Skriv først jeres forvaltninger i {INDBERETNINGER}/{KOMMUNE}. Nu står der et eksempel.")
    print_note(f"Gå derefter til mappen, og skriv: frivilligrapport new --all --year {wanted.aar}")


def _municipality(typed: str) -> str:
    """Give the full name: "Frederiksberg" is "Frederiksberg Kommune". Raises WrongUse."""
    name = " ".join(visible(typed).split())
    _refuse_numbers(name)
    if not any(letter.isalpha() for letter in name):
        raise WrongUse("Kommunens navn mangler.", "Skriv for eksempel --kommune Frederiksberg.")
    return name if name.casefold().endswith(_KOMMUNE.casefold()) else f"{name} {_KOMMUNE}"


def _units(typed: list[str]) -> tuple[Unit, ...]:
    found: list[Unit] = []
    for one in typed:
        found.append(_unit(one, found))
    return tuple(found)


def _unit(typed: str, earlier: list[Unit]) -> Unit:
    """Read a forvaltning, such as "BMF: By- og Miljøforvaltningen". Raises WrongUse."""
    _refuse_numbers(typed)
    forkortelse, colon, navn = (" ".join(part.split()) for part in visible(typed).partition(":"))
    if not (colon and forkortelse and navn):
        raise WrongUse(f"{quote(typed)} er ikke en forkortelse, et kolon og et navn.", _HOW)
    name = _NOT_IN_ID.sub("-", fold_ascii(forkortelse).casefold()).strip("-")
    if not name:
        raise WrongUse(f"Forkortelsen {quote(forkortelse)} har ingen bogstaver.", _HOW)
    if f"{name}.yaml" in {RAPPORT, KOMMUNE} or document_type_of(f"{name}.yaml"):
        raise WrongUse(f"{quote(forkortelse)} er navnet på en af programmets egne filer.", "Vælg en anden forkortelse.")
    if not fits_windows(name):
        message = f"{quote(forkortelse)} kan ikke bruges: en fil med det navn kan ikke gemmes i Windows."
        raise WrongUse(message, "Vælg en anden forkortelse.")
    if name in {one.id for one in earlier}:
        raise WrongUse(f"Forkortelsen {quote(forkortelse)} er brugt to gange.", "Giv hver forvaltning sin egen.")
    return Unit(name, forkortelse, navn)


def _asked_units() -> tuple[Unit, ...]:
    """Ask for one forvaltning after the other, until Enter."""
    found: list[Unit] = []
    print_note("Skriv forvaltningerne en ad gangen, fx BMF: By- og Miljøforvaltningen.")
    while typed := ask_text("Forvaltning (Enter, når der ikke er flere)"):
        try:
            found.append(_unit(typed, found))
        except WrongUse as wrong:
            print_note(f"   {wrong.message} {wrong.hint}")
    return tuple(found)


def _refuse_numbers(typed: str) -> None:
    if next(cpr_numbers(typed), None):
        raise WrongUse("Et navn ligner et CPR-nummer, og det må ikke stå i filerne.", "Skriv et navn uden tal.")
