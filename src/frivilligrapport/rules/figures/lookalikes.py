"""Indsatser of different reporters that may be one, and what is answered to that (FR371 to FR374, FR379, FR380).

Nothing is ever merged: a person says that it is one, with `fælles`, that it is two, with `ikke_samme_som`, or that
nobody can tell, with `måske_samme_som`. Number grammar, section 3 rules 5 and 5b.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from frivilligrapport.collection.organisation import find, indsats_reference
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import Guesses, join_words, quote
from frivilligrapport.figures.double_counts import DoubleCount, Side
from frivilligrapport.models.fields.leaves import Henvisning
from frivilligrapport.models.indsats import IkkeSammeSom, Indsats
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.problems import INDSATS, Problem, error, warning
from frivilligrapport.reading.tree import ScalarNode
from frivilligrapport.rules.delivery import FilePiece, did_you_mean
from frivilligrapport.rules.likeness.pairs import Lookalike, lookalikes
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_DECIDED = INDSATS + "    ikke_samme_som:\n      - indsats: {}\n        fordi: {}\n"
_REASON = "Det er to gadefester."
_KFF = f"# fil: 2014/tmf.yaml\n{INDSATS}# fil: 2014/kff.yaml\n"
LOOKALIKE = warning(
    "FR371",
    "Mulig dobbelttælling",
    "To forvaltninger har hver sin indsats, der ligner den andens. Er det den samme, tæller den to gange, indtil begge "
    "skriver den som fælles. Er det to forskellige, skrives det ét sted i »ikke_samme_som« med en grund, og så spørger "
    "programmet ikke igen. Kan ingen afgøre det, skrives den anden i »måske_samme_som«, og tvivlen står i rapporten. "
    "Programmet lægger aldrig selv to indsatser sammen.",
    _KFF + INDSATS,
    _KFF + _DECIDED.format("tmf/smag-verden", _REASON),
)
UNKNOWN_LOOKALIKE = error(
    "FR372",
    "ikke_samme_som peger ikke på en indsats hos en anden",
    "En afgørelse gælder en bestemt indsats i en anden fil, eller en med samme navn og art i samme fil. Den skrives "
    "med forvaltning og id: buf/dialogforum. Peger den på ingenting, er intet afgjort.",
    _KFF + _DECIDED.format("tmf/smag-verdn", _REASON),
    _KFF + _DECIDED.format("tmf/smag-verden", _REASON),
)
DECIDED_WITHOUT_REASON = error(
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
_MAYBE = INDSATS + "    måske_samme_som: [{}]\n"
UNKNOWN_MAYBE = error(
    "FR379",
    "måske_samme_som peger ikke på en indsats hos en anden",
    "To indsatser, som måske er den samme, tæller i det samlede tal som noget, der ikke er afgjort. Det kan kun regnes "
    "ud, når den anden findes. Den skrives med forvaltning og id: net/kurser.",
    _KFF + _MAYBE.format("tmf/smag-verdn"),
    _KFF + _MAYBE.format("tmf/smag-verden"),
)
MAYBE_AND_SETTLED = error(
    "FR380",
    "Både måske den samme og afgjort",
    "»måske_samme_som« siger, at ingen kan afgøre, om to indsatser er den samme. Så kan de ikke også have samme id "
    "under »fælles« eller stå i »ikke_samme_som«, hverken her eller hos den anden.",
    _KFF + _MAYBE.format("tmf/smag-verden") + _DECIDED.format("tmf/smag-verden", _REASON).removeprefix(INDSATS),
    _KFF + _MAYBE.format("tmf/smag-verden"),
)


class _Answer(NamedTuple):
    """One answer and the indsatser that it can mean; `silent` when there is no file to look for them in.

    `given` is the decision that they are two, None where nobody can tell.
    """

    piece: FilePiece[Indsats]
    named: Henvisning
    given: IkkeSammeSom | None
    meant: tuple[FilePiece[Indsats], ...]
    silent: bool


def _reference(piece: FilePiece[Indsats]) -> str:
    """Name an indsats from another file: buf/dialogforum."""
    return f"{piece.delivery.reporter}/{piece.group.id}"


def _decided(year: Year) -> frozenset[frozenset[str]]:
    """Give the pairs of references that are answered, from either side; a misspelt one counts, since it is told of."""
    every = {_reference(piece): piece for piece in year.pieces(Indsats)}
    found, guesses = set(), Guesses(every)
    for one in year.once(_answers):
        close = None if one.meant or one.silent else guesses.nearest(one.named)
        meant = [_reference(piece) for piece in one.meant] or ([close] if close else [])
        found |= {frozenset({_reference(one.piece), name}) for name in meant}
    return frozenset(found)


def undecided(year: Year) -> tuple[Lookalike, ...]:
    """Give the year's look-alikes that nobody has answered for; none without a register, which answers go by."""
    if not year.samling.kommune_is_read:
        return ()
    known = _decided(year)
    return tuple(
        pair for pair in lookalikes(year) if frozenset(map(_reference, (pair.earlier, pair.later))) not in known
    )


def _answers(year: Year) -> tuple[_Answer, ...]:
    """Give every answer of the year; an id alone, without a forvaltning, can mean one in any other file."""
    return tuple(_every_answer(year))


def _every_answer(year: Year) -> Iterator[_Answer]:
    every = year.pieces(Indsats)
    # Without a register nobody knows whom a reference is to; that it cannot be read is told of by itself.
    reporters = {delivery.reporter for delivery in year.deliveries} if year.samling.kommune_is_read else set()
    by_id: dict[str, list[FilePiece[Indsats]]] = defaultdict(list)
    for piece in every:
        by_id[str(piece.group.id)].append(piece)
    for piece in every:
        two = [(given.indsats, given) for given in piece.group.ikke_samme_som]
        for named, decision in (*two, *((named, None) for named in piece.group.maaske_samme_som)):
            unit, name = indsats_reference(year.samling, named)
            where = {unit} if unit else reporters - {piece.delivery.reporter}
            meant = tuple(one for one in by_id[name] if one.delivery.reporter in where)
            own = (one for one in by_id[name] if not unit and one.delivery is piece.delivery and one is not piece)
            meant = meant or tuple(own)
            yield _Answer(piece, named, decision, meant, silent=not where & reporters)


@rule(LOOKALIKE, needs_others=True)
def _lookalikes(year: Year) -> Iterator[Problem]:
    return (problem for _, problem in suspected(year))


def suspected(year: Year) -> Iterator[tuple[DoubleCount, Problem]]:
    """Yield the pairs that may be counted twice and that nobody has answered for, each with what is said of it."""
    for pair in year.once(undecided):
        if not _is_shared(year.samling, pair.earlier, pair.later):
            first, second = (
                Side(one.delivery.reporter, str(one.group.id), str(one.group.navn))
                for one in (pair.earlier, pair.later)
            )
            yield DoubleCount(first, second, is_declared=False), _problem(year.samling, pair)


def _is_shared(samling: Samling, one: FilePiece[Indsats], other: FilePiece[Indsats]) -> bool:
    """Tell whether two are told of as one, or one of them names the other's reporter, whose silence is told of."""
    first, second = one.group.faelles, other.group.faelles
    if first and second and first.id == second.id:
        return True
    return any(
        find(samling, name) is find(samling, there.delivery.reporter)
        for here, there in ((one, other), (other, one))
        if here.group.faelles
        for name in (*here.group.faelles.med, here.group.faelles.taeller_hos)
    )


def _problem(samling: Samling, pair: Lookalike) -> Problem:
    here, there = pair.later, pair.earlier
    place, unit = there.group.navn.location, find(samling, there.delivery.reporter)
    owner = unit.forkortelse if unit else there.delivery.reporter
    reasons = ", ".join(one.reason for one in pair.evidence if one.points > 0)
    message = (
        f"Mulig dobbelttælling: {quote(here.group.navn)} ligner {quote(there.group.navn)} hos {owner} "
        f"({place.file}:{place.line}): {reasons}."
    )
    hint = (
        "Er det den samme, så skriv fælles med samme id begge steder. Er det to, så skriv under ikke_samme_som: "
        f"indsats: {_reference(there)} og fordi. Kan ingen afgøre det, så skriv måske_samme_som: [{_reference(there)}]"
    )
    return here.problem(LOOKALIKE, here.group.navn.location, message, hint)


@rule(UNKNOWN_LOOKALIKE, needs_others=True)
def _unknown(year: Year) -> Iterator[Problem]:
    return _leading_nowhere(year, [one for one in year.once(_answers) if one.given and _is_typed(one.piece, one.given)])


@rule(UNKNOWN_MAYBE, needs_others=True)
def _unknown_maybe(year: Year) -> Iterator[Problem]:
    return _leading_nowhere(year, [one for one in year.once(_answers) if one.given is None])


def _leading_nowhere(year: Year, answers: Collection[_Answer]) -> Iterator[Problem]:
    references = [(piece.delivery.reporter, _reference(piece)) for piece in year.pieces(Indsats)]
    elsewhere_than = cache(lambda reporter: [name for owner, name in references if owner != reporter])
    guesses = cache(lambda reporter: Guesses(elsewhere_than(reporter)))
    for one in answers:
        if one.silent or (one.given and any(_have_one_name(one.piece, other) for other in one.meant)):
            continue
        kind = UNKNOWN_LOOKALIKE if one.given else UNKNOWN_MAYBE
        elsewhere = [_reference(piece) for piece in one.meant if piece.delivery is not one.piece.delivery]
        if len(elsewhere) != 1:
            others = elsewhere_than(one.piece.delivery.reporter)
            typed, better = quote(one.named), None
            hint = f"Skriv forvaltning og id på en hos andre, fx {others[0]}" if others else "Slet linjen"
            if elsewhere:
                message, hint = f"{typed} kan være flere indsatser.", f"Skriv {join_words(elsewhere, 'eller')}"
            elif one.meant:
                message = f"{typed} står i samme fil."
            else:
                message = f"Der er ingen indsats {typed} hos andre."
                better = guesses(one.piece.delivery.reporter).nearest(one.named)
            message, hint, _ = did_you_mean(message, better, hint)
            yield one.piece.problem(kind, one.named.location, message, hint)


def _have_one_name(one: FilePiece[Indsats], other: FilePiece[Indsats]) -> bool:
    """Tell whether two of one file have the same name and kind, which is asked about too (FR378)."""
    first, second = one.group, other.group
    is_one_kind = (first.art.key if first.art else "") == (second.art.key if second.art else "")
    return one.delivery is other.delivery and first is not second and first.navn.key == second.navn.key and is_one_kind


@rule(DECIDED_WITHOUT_REASON)
def _no_reason(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Indsats):
        for given in piece.group.ikke_samme_som:
            if is_unanswered(given.fordi) and is_unanswered(_typed(piece, given, "fordi")):
                message = f"Der står ikke, hvorfor {quote(given.indsats)} ikke er den samme."
                yield piece.problem(DECIDED_WITHOUT_REASON, given.fordi.location, message, "Skriv grunden i »fordi«")


def _is_typed(piece: FilePiece[Indsats], given: IkkeSammeSom) -> bool:
    return not is_unanswered(given.indsats) or bool(_typed(piece, given, "indsats"))


def _typed(piece: FilePiece[Indsats], given: IkkeSammeSom, field: str) -> str:
    """Give what was typed; "" for what is missing or empty, which is told of and was filled in with "uoplyst"."""
    entry = FilePiece(piece.delivery, given).typed_entry(field)
    return entry.value.text.strip() if entry and isinstance(entry.value, ScalarNode) else ""


@rule(SAME_AND_NOT, needs_others=True)
def _same_and_not(year: Year) -> Iterator[Problem]:
    for one in year.once(_answers):
        for other in one.meant if one.given else ():
            if _have_one_id(one.piece, other):
                place = other.group.faelles.id.location if other.group.faelles else other.group.navn.location
                message = f"{quote(one.named)} er fælles med denne indsats og kan ikke også være en anden."
                hint = f"Slet ikke_samme_som her, eller fælles her og i {place.file}, linje {place.line}"
                yield one.piece.problem(SAME_AND_NOT, one.named.location, message, hint)


def _have_one_id(one: FilePiece[Indsats], other: FilePiece[Indsats]) -> bool:
    return bool(one.group.faelles and other.group.faelles and one.group.faelles.id == other.group.faelles.id)


@rule(MAYBE_AND_SETTLED, needs_others=True)
def _maybe_and_settled(year: Year) -> Iterator[Problem]:
    answers = year.once(_answers)
    two = {frozenset(map(_reference, (one.piece, other))) for one in answers if one.given for other in one.meant}
    for one in answers:
        for other in one.meant if one.given is None else ():
            is_one = _have_one_id(one.piece, other)
            if is_one or frozenset(map(_reference, (one.piece, other))) in two:
                place = other.group.navn.location
                settled = "er fælles med" if is_one else "er afgjort som en anden end"
                message = f"{quote(one.named)} {settled} denne indsats og kan ikke også måske være den samme."
                field = "fælles" if is_one else "ikke_samme_som"
                hint = f"Slet måske_samme_som her, eller {field} her eller i {place.file}, linje {place.line}"
                yield one.piece.problem(MAYBE_AND_SETTLED, one.named.location, message, hint)
