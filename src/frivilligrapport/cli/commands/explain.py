"""The steps behind `explain`: which code or figure is meant, and what there is to say of it."""

import re
import sys
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import show
from frivilligrapport.cli.git import changes
from frivilligrapport.cli.work_folder import read_folder, work_folder, year_of
from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import join_words
from frivilligrapport.figures.derivation import Derivations
from frivilligrapport.figures.ids import normal_id
from frivilligrapport.figures.register import count
from frivilligrapport.figures.reports import margin_of
from frivilligrapport.problems import ExitCode, Kind, Severity
from frivilligrapport.rendering.terminal.derivation import DerivationPrinter
from frivilligrapport.reporters import kinds
from frivilligrapport.reporters.kinds import GUIDE
from frivilligrapport.rules.catalogue import ALL_KINDS, is_acceptable
from frivilligrapport.rules.run import Findings

__all__ = ["Place", "explain_kind", "find_place", "kind_asked", "stops", "trace"]

_CODE = re.compile(r"(?P<letters>[a-zæøå]{1,3})[ -]?(?P<number>[0-9]{1,9})|(?P<bare>[0-9]{1,3})", re.IGNORECASE)
_ID = re.compile(r"(?P<year>(?:19|20)[0-9]{2})\..+")
_LETTERS = "FR"
_SUGGESTIONS = 3
_ACCEPT = """\
Er det rigtigt set, men kan ikke rettes, kan det accepteres med en grund, som rapporten
trykker: i årets rapport.yaml under accepteret, eller ved selve linjen i filen:

    # frivilligrapport: accepter {} fordi …

Se docs/regler.md."""
_FAULTY = "Der er fejl i årets filer, så tal kan mangle. Se dem med frivilligrapport validate."


@dataclass(frozen=True, slots=True)
class Place:
    """The work folder and year that a figure is in, and its id."""

    root: Path
    samling: Samling
    aargang: Aargang
    id: str


def kind_asked(asked: str) -> Kind | None:
    """Give the kind of finding that was asked about, None for what is no code. Raises WrongUse for an unknown code."""
    code = _CODE.fullmatch(asked.strip())
    if not code:
        return None
    number = code["number"] or code["bare"]
    typed = f"{(code['letters'] or _LETTERS).upper()}{number}"
    found = next((kind for kind in ALL_KINDS if kind.code == typed), None)
    if found:
        return found
    near = min(ALL_KINDS, key=lambda kind: abs(int(kind.code.removeprefix(_LETTERS)) - int(number)))
    message = f"Koden »{asked}« findes ikke. Den nærmeste er {near.code}: {near.title}."
    raise WrongUse(message, f"Alle koder står i {GUIDE}.")


def explain_kind(kind: Kind) -> str:
    """Explain a code, and how it is accepted where that can be done."""
    return kinds.explain_kind(kind, _ACCEPT.format(kind.code) if is_acceptable(kind.code) else "")


def find_place(asked: str, folder: str | None) -> Place:
    """Read the work folder and choose the year that an id begins with. Raises WrongUse."""
    year = _ID.fullmatch(asked.strip())
    if not year:
        hint = "En kode ser sådan ud: FR201. Et tal ser sådan ud: 2014.projekter."
        raise WrongUse(f"»{asked}« er hverken en fejlkode eller et tals id.", hint)
    root = work_folder(folder)
    samling = read_folder(root)
    return Place(root, samling, year_of(samling, int(year["year"])), normal_id(asked))


def stops(place: Place) -> bool:
    """Tell whether personal data was found, and show it on stderr: then nothing else is shown (design, section 4)."""
    found = [problem for problem in place.samling.problems if problem.kind is PERSONAL_DATA]
    show(Findings(tuple(found)), place.samling)
    return bool(found)


def trace(place: Place) -> tuple[str, str]:
    """Follow a figure or a total back to what was typed: the text, and notes beside it. Raises WrongUse."""
    year = Derivations(count(place.samling, place.aargang))
    found = year.find(place.id)
    if found is None:
        raise _unknown(place, year.ids)
    changed, note = changes(place.root, found.places)
    printer = DerivationPrinter(year.register.aar, year.register.scope.names, margin_of(place.aargang), changed)
    notes = (note, _FAULTY if _has_faults(place) else "")
    return printer.text(found), "".join(f"{one}\n" for one in notes if one)


def _has_faults(place: Place) -> bool:
    year = f"{place.aargang.folder}/"
    found = (problem for problem in place.samling.problems if problem.location.file.startswith(year))
    return any(problem.severity is Severity.FEJL for problem in found)


def _unknown(place: Place, ids: tuple[str, ...]) -> WrongUse:
    near = get_close_matches(place.id, ids, _SUGGESTIONS)
    hint = f"Mente du {join_words(near, 'eller')}?" if near else f"Et tal ser sådan ud: {place.aargang.aar}.projekter."
    hint = _FAULTY if _has_faults(place) and not near else hint
    return WrongUse(f"Der er intet tal med id'et »{place.id}«.", hint)


HELP = """Forklarer en fejlkode, eller viser, hvor et tal kommer fra.

En fejlkode som FR201 forklares med et forkert og et rigtigt eksempel. Et tal som
2014.tmf.groen-frivillighed.projekter eller 2014.projekter følges tilbage til fil og linje.
"""


def command(
    asked: Annotated[
        str,
        typer.Argument(metavar="KODE|TAL", help="En fejlkode eller et tals id.", autocompletion=completion.codes),
    ],
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
) -> int:
    """Carry out `explain`."""
    kind = kind_asked(asked)
    if kind:
        print(explain_kind(kind), end="")
        return ExitCode.OK
    place = find_place(asked, folder)
    if stops(place):
        return ExitCode.PERSONAL_DATA
    text, note = trace(place)
    print(text, end="")
    print(note, end="", file=sys.stderr)
    return ExitCode.OK
