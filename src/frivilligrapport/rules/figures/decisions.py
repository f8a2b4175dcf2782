"""Decisions that two indsatser are not the same: what each in `ikke_samme_som` points at."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from frivilligrapport.collection.organisation import find, is_unanswered
from frivilligrapport.danish import join_words, nearest_word, quote
from frivilligrapport.models.indsats import IkkeSammeSom, Indsats
from frivilligrapport.models.leaves import slug_of
from frivilligrapport.problems import Problem
from frivilligrapport.reading.tree import ScalarNode
from frivilligrapport.rules.likeness.pairs import Lookalike, lookalikes
from frivilligrapport.rules.rule import INDSATS, Rule, error
from frivilligrapport.rules.walk import Piece, Year
from frivilligrapport.rules.written import entry_of

_REFERENCE = re.compile(r"(?:(?P<unit>[^/.:\s]+)(?:\s*[/.:]\s*|\s+))?(?P<id>\S.*)")
Pair = frozenset[str]


@dataclass(frozen=True)
class Decision:
    """One decision and the indsatser that it can mean; `silent` when there is no file to look for them in."""

    piece: Piece[Indsats]
    given: IkkeSammeSom
    meant: tuple[Piece[Indsats], ...]
    silent: bool


def reference(piece: Piece[Indsats]) -> str:
    """Name an indsats from another file: buf/dialogforum."""
    return f"{piece.delivery.reporter}/{piece.group.id}"


def settled(year: Year) -> frozenset[Pair]:
    """Give the pairs of references that are decided, from either side; a misspelt one counts, since it is told of."""
    every = {reference(piece): piece for piece in year.pieces(Indsats)}
    found = set()
    for one in decisions(year):
        close = nearest_word(one.given.indsats, every) if not one.meant else None
        meant = [reference(piece) for piece in one.meant] or ([close] if close else [])
        found |= {frozenset({reference(one.piece), name}) for name in meant}
    return frozenset(found)


def undecided(year: Year, among: Collection[str] = ()) -> Iterator[Lookalike]:
    """Yield the year's look-alikes that nobody has decided about; `among` as in `lookalikes`."""
    decided, pairs = settled(year), lookalikes(year, among)
    return (pair for pair in pairs if frozenset(map(reference, (pair.earlier, pair.later))) not in decided)


def decisions(year: Year) -> Iterator[Decision]:
    """Yield every decision of the year; an id alone, without a forvaltning, can mean one in any other file."""
    every = list(year.pieces(Indsats))
    reporters = {delivery.reporter for delivery in year.deliveries}
    for piece in every:
        for given in piece.group.ikke_samme_som:
            typed = _REFERENCE.fullmatch(given.indsats)
            unit = find(year.samling, typed["unit"]) if typed and typed["unit"] else None
            where = {str(unit.id)} if unit else reporters - {piece.delivery.reporter}
            name = slug_of(given.indsats if typed is None or (typed["unit"] and not unit) else typed["id"])
            meant = tuple(one for one in every if one.delivery.reporter in where and one.group.id == name)
            yield Decision(piece, given, meant, silent=not where & reporters)


_DECIDED = INDSATS + "    ikke_samme_som:\n      - indsats: {}\n        fordi: {}\n"
_REASON = "Det er to gadefester."
_KFF = f"# fil: 2014/tmf.yaml\n{INDSATS}# fil: 2014/kff.yaml\n"
UNKNOWN_OTHER = error(
    "FR372",
    "ikke_samme_som peger ikke på en indsats hos en anden",
    "En afgørelse gælder en bestemt indsats i en anden fil. Den skrives med forvaltning og id: buf/dialogforum. Peger "
    "den på ingenting, er intet afgjort.",
    _KFF + _DECIDED.format("tmf/smag-verdn", _REASON),
    _KFF + _DECIDED.format("tmf/smag-verden", _REASON),
)
NO_REASON = error(
    "FR373",
    "En afgørelse uden grund",
    "Grunden i »fordi« er det, der gør, at ingen behøver at spørge igen.",
    _KFF + _DECIDED.format("tmf/smag-verden", "uoplyst"),
    _KFF + _DECIDED.format("tmf/smag-verden", _REASON),
)
_FAELLES = "    fælles:\n      id: smag-verden\n      med: [{}]\n      tæller_hos: TMF\n"
_SHARED = f"# fil: 2014/tmf.yaml\n{INDSATS}{_FAELLES.format('KFF')}# fil: 2014/kff.yaml\n"
SAME_AND_NOT = error(
    "FR374",
    "Både fælles og ikke den samme",
    "Har to indsatser samme id under »fælles«, er de den samme. Så kan »ikke_samme_som« ikke sige, at de er to.",
    _SHARED + _DECIDED.format("tmf/smag-verden", _REASON) + _FAELLES.format("TMF"),
    _SHARED + INDSATS + _FAELLES.format("TMF"),
)


def _unknown(year: Year) -> Iterator[Problem]:
    every = list(year.pieces(Indsats))
    for one in decisions(year):
        if one.silent or not _typed(one.piece, one.given, "indsats"):
            continue
        elsewhere = [reference(piece) for piece in one.meant if piece.delivery is not one.piece.delivery]
        others = [reference(piece) for piece in every if piece.delivery is not one.piece.delivery]
        if len(elsewhere) != 1:
            message, hint = _several(one, elsewhere, others) if one.meant else _nothing(one, others)
            yield one.piece.problem(UNKNOWN_OTHER, one.given.indsats.location, message, hint)


def _several(one: Decision, elsewhere: list[str], others: list[str]) -> tuple[str, str]:
    typed = quote(one.given.indsats)
    if elsewhere:
        return f"{typed} kan være flere indsatser.", f"Skriv {join_words(elsewhere, 'eller')}"
    return f"{typed} står i samme fil.", _how(others)


def _nothing(one: Decision, others: list[str]) -> tuple[str, str]:
    close = nearest_word(one.given.indsats, others)
    message = f"Der er ingen indsats {quote(one.given.indsats)} hos andre."
    return (f"{message} Mente du »{close}«?", f"Skriv {close}") if close else (message, _how(others))


def _how(others: list[str]) -> str:
    return f"Skriv forvaltning og id på en hos andre, fx {others[0]}" if others else "Slet afgørelsen"


def _no_reason(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Indsats):
        for given in piece.group.ikke_samme_som:
            if is_unanswered(_typed(piece, given, "fordi")):
                message = f"Der står ikke, hvorfor {quote(given.indsats)} ikke er den samme."
                yield piece.problem(NO_REASON, given.fordi.location, message, "Skriv grunden i »fordi«")


def _typed(piece: Piece[Indsats], given: IkkeSammeSom, field: str) -> str:
    """Give what was typed; "" for what is missing or empty, which is told of and was filled in with "uoplyst"."""
    entry = entry_of(piece.delivery.tree, given, field)
    return entry.value.text.strip() if entry and isinstance(entry.value, ScalarNode) else ""


def _same_and_not(year: Year) -> Iterator[Problem]:
    for one in decisions(year):
        shared = one.piece.group.faelles
        for other in one.meant:
            if shared and other.group.faelles and shared.id == other.group.faelles.id:
                place = other.group.faelles.id.location
                message = f"{quote(one.given.indsats)} er fælles med denne indsats og kan ikke også være en anden."
                hint = f"Slet ikke_samme_som her, eller fælles her og i {place.file}, linje {place.line}"
                yield one.piece.problem(SAME_AND_NOT, one.given.indsats.location, message, hint)


DECISION_RULES = (
    Rule(UNKNOWN_OTHER, _unknown, needs_folder=True),
    Rule(NO_REASON, _no_reason),
    Rule(SAME_AND_NOT, _same_and_not, needs_folder=True),
)
