"""Names of forvaltninger, in the files and in the register (FR305, FR308)."""

from collections.abc import Iterator

from frivilligrapport.collection.organisation import find, is_unanswered, nearest, units
from frivilligrapport.collection.values import Samling
from frivilligrapport.models.indsats import Faelles
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.leaves import Text
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import FolderRule, Rule, error
from frivilligrapport.rules.walk import Piece, Year

UNKNOWN_FORVALTNING = error(
    "FR305",
    "Forvaltningen kendes ikke",
    "Forvaltningerne står i kommune.yaml med hver sin forkortelse. Et andet navn kan ikke knyttes til nogen af dem.",
    "forvaltning: TFM",
    "forvaltning: TMF",
)
DUPLICATE_FORVALTNING = error(
    "FR308",
    "Samme forvaltning to gange i kommune.yaml",
    "Et id og en forkortelse peger på én forvaltning i et bestemt år. Skifter en forvaltning navn, får den gamle et "
    "slutår i »til« og den nye et startår i »fra«.",
    "# fil: kommune.yaml\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik- og Miljøforvaltningen\n"
    "  - id: kff\n    forkortelse: KFF\n    navn: Kultur- og Fritidsforvaltningen\n"
    "  - id: kff\n    forkortelse: KUF\n    navn: Kulturforvaltningen",
    "# fil: kommune.yaml\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik- og Miljøforvaltningen\n"
    "  - id: kff\n    forkortelse: KFF\n    navn: Kultur- og Fritidsforvaltningen\n    til: 2025\n"
    "  - id: kff\n    forkortelse: KUF\n    navn: Kulturforvaltningen\n    fra: 2026",
)


def _unknown(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Statusfil):
        own = find(year.samling, piece.delivery.reporter)
        yield from _check(year.samling, piece, (piece.group.forvaltning,), own)
    for shared in year.pieces(Faelles):
        yield from _check(year.samling, shared, (*shared.group.med, shared.group.taeller_hos))
    for report in year.pieces(Rapport):
        yield from _check(year.samling, report, report.group.raekkefoelge)


def _check(
    samling: Samling,
    piece: Piece[Statusfil] | Piece[Faelles] | Piece[Rapport],
    names: tuple[Text, ...],
    own: Forvaltning | None = None,
) -> Iterator[Problem]:
    """Yield a finding for each name that is not in the register; `own` is what the file's name says."""
    for name in names:
        if samling.kommune and not is_unanswered(name) and not find(samling, name):
            message, hint, *instead = unknown_words(name, nearest(samling, name) or own)
            yield piece.problem(UNKNOWN_FORVALTNING, name.location, message, hint, instead=tuple(instead))


def unknown_words(name: Text, meant: Forvaltning | None) -> tuple[str, ...]:
    """Word the message and the hint; `meant` is the one that was probably meant, and what to write then."""
    message = f"Forvaltningen »{name}« kendes ikke."
    if meant is None:
        return message, "Brug en forkortelse fra kommune.yaml."
    short = str(meant.forkortelse)
    return f"{message} Mente du »{short}«?", f"Skriv {short}.", short


def _unknown_predecessors(samling: Samling) -> Iterator[Problem]:
    """Yield a finding for each name in `afløser` that no entry has: years could not be compared across it."""
    for unit in units(samling):
        for name in unit.afloeser:
            if not is_unanswered(name) and not find(samling, name):
                meant = nearest(samling, name)
                message, hint, *instead = unknown_words(name, meant)
                hint = hint if meant else "Giv den sin egen post med et slutår i »til«, eller slet navnet."
                about = str(unit.id)
                yield Problem(name.location, UNKNOWN_FORVALTNING, message, hint, about, instead=tuple(instead))


def _duplicates(samling: Samling) -> Iterator[Problem]:
    seen: list[Forvaltning] = []
    for unit in units(samling):
        twins = [one for one in seen if _same_time(one, unit)]
        for typed, field in ((unit.id, "id"), (unit.forkortelse, "forkortelse")):
            twin = next((one for one in twins if getattr(one, field).key == typed.key), None)
            if twin and not is_unanswered(typed):
                line = getattr(twin, field).location.line
                message = f"»{typed}« er brugt to gange som {field}. Det står også i linje {line}."
                hint = f"Giv den ene et andet, eller skriv fra og til (i forvaltningen »{unit.navn}«)."
                yield Problem(typed.location, DUPLICATE_FORVALTNING, message, hint, str(unit.id))
                break
        seen.append(unit)


def _same_time(one: Forvaltning, other: Forvaltning) -> bool:
    """Tell whether there is a year in which both exist."""
    starts = [unit.fra for unit in (one, other) if unit.fra is not None]
    first = max(starts, default=None)
    return first is None or (one.exists_in(first) and other.exists_in(first))


FORVALTNING_RULES = (Rule(UNKNOWN_FORVALTNING, _unknown, needs_folder=True),)
FORVALTNING_FOLDER_RULES = (
    FolderRule(DUPLICATE_FORVALTNING, _duplicates),
    FolderRule(UNKNOWN_FORVALTNING, _unknown_predecessors),
)
