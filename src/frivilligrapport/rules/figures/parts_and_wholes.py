"""Parts that are larger than their whole, or counted in another place (FR333, FR334, FR377).

The number grammar, section 3 rules 4 and 5, says what a part of a whole is.
"""

from collections import defaultdict
from collections.abc import Iterator

from frivilligrapport.collection.organisation import unit_id
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import format_number, join_words, quote
from frivilligrapport.figures.families import overflows
from frivilligrapport.figures.figure import SUMMED_PARTS, Figure, StateGroup
from frivilligrapport.figures.from_tal import whole_bounds
from frivilligrapport.figures.reports import margin_of
from frivilligrapport.figures.shared import settle_ownership
from frivilligrapport.models.fields.explaining import with_place
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import INDSATS, Problem, error, warning
from frivilligrapport.rules.delivery import FilePiece
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_SUBSET = INDSATS + "    tal:\n      gæster:\n        antal: 200\n        heraf:\n          børn: {}"
LARGE_SUBSET = error(
    "FR333",
    "En delmængde er større end det hele",
    "»heraf« er en del af »antal« og kan ikke være større. Er tallene usikre, sammenlignes det mindste, delen kan "
    "være, med det største, det hele kan være.",
    _SUBSET.format("300"),
    _SUBSET.format("30"),
)
_CHILD = (
    INDSATS + "    tal:\n      gæster: 200\n  - id: boernedag\n    navn: Børnedag\n    tilstand: afholdt\n"
    "    hører_til: smag-verden\n    tal:\n      gæster: {}"
)
LARGE_CHILDREN = error(
    "FR334",
    "Delene er tilsammen større end det hele",
    "»hører_til« siger, at en indsats er talt med i en anden. Så kan den ikke have et større tal, og flere kan "
    "heller ikke tilsammen. Er den ikke talt med, skal »hører_til« slettes.",
    _CHILD.format("300"),
    _CHILD.format("30"),
)
_FAELLES = (
    "    fælles:\n      id: smag-verden\n      med: [{}]\n      tæller_hos: KFF\n    tal:\n      frivillige: 50\n"
)
_PARENT = "  - id: gadefester\n    navn: Gadefester\n    tilstand: afholdt\n    tal:\n      frivillige: 200\n"
_FOLDER = f"# fil: 2014/kff.yaml\n{INDSATS}{_FAELLES.format('TMF')}# fil: 2014/tmf.yaml\n{INDSATS}"
COUNTED_TWICE = warning(
    "FR377",
    "En del og dens hele tælles hvert sit sted",
    "»hører_til« siger, at en indsats er talt med i en anden. Tælles den ene af de to hos en anden forvaltning, og "
    "tælles den anden her, er de samme talt to gange i totalen.",
    f"{_FOLDER}    hører_til: gadefester\n{_FAELLES.format('KFF')}{_PARENT}",
    f"{_FOLDER}{_FAELLES.format('KFF')}{_PARENT}",
)
Measure = tuple[str, StateGroup]


@rule(LARGE_SUBSET)
def _large_subsets(year: Year) -> Iterator[Problem]:
    margin = margin_of(year.aargang)
    for piece in year.pieces(Tal):
        whole = whole_bounds(piece.group, margin) if piece.group.heraf else None
        for part in piece.group.heraf:
            bounds = part.antal.quantity.of(whole, margin)
            if whole and bounds and whole.upper is not None and bounds.lower > whole.upper:
                message = f"{quote(part.navn)} er {part.antal.quantity.typed}, men det hele er {_total(piece.group)}."
                hint = "Ret det ene af tallene, så delmængden ikke er større end det hele"
                yield piece.problem(LARGE_SUBSET, part.antal.location, message, hint)


def _total(tal: Tal) -> str:
    if tal.hoejst:
        return f"højst {tal.hoejst.quantity.typed}"
    return f"{tal.antal.quantity.typed if tal.antal else 'mindre'} {tal.enhed}"


@rule(LARGE_CHILDREN)
def _large_children(year: Year) -> Iterator[Problem]:
    if not _has_parts(year):
        return
    for overflow in overflows(settle_ownership(year.register.reported, {})):
        parent, least = overflow.parent, format_number(overflow.least.lower)
        told = [
            f"»{one.origin.indsats_navn}« {one.quantity.typed} (linje {one.location.line})" for one in overflow.children
        ]
        whole = f"{parent.quantity.typed} {parent.enhed.flertal}"
        message = f"Her er {whole}, men delene giver mindst {least}: {join_words(told)}."
        hint = "Ret tallene, eller slet hører_til, hvis delene ikke er talt med her"
        if not parent.origin.indsats:
            hint = "Ret tallene. Tallet for hele forvaltningen skal omfatte alle indsatser"
        name = parent.origin.indsats_navn
        where = f"i indsatsen »{name}«" if name else ""
        yield Problem(parent.location, LARGE_CHILDREN, message, with_place(hint, where), parent.origin.indsats)


def _has_parts(year: Year) -> bool:
    """Tell whether anything may be a part of something: else no figure has to be counted to see that none is."""
    whole = year.whole or year
    indsatser = [piece.group for piece in whole.pieces(Indsats)]
    in_indsatser = sum(len(one.tal) for one in indsatser)
    return in_indsatser < len(whole.pieces(Tal)) or any(one.hoerer_til for one in indsatser)


@rule(COUNTED_TWICE, needs_others=True)
def _counted_twice(year: Year) -> Iterator[Problem]:
    if not any(piece.group.hoerer_til for piece in year.pieces(Indsats)):
        return
    counted = _counted(year)
    for delivery in year.deliveries:
        found = {str(piece.group.id): piece for piece in delivery.pieces(Indsats)}
        for name in _ending(found):
            piece = found[name]
            own = counted.get(_key(piece), {})
            for above in _above(piece, found) if own else ():
                whole = counted.get(_key(above), {})
                shared = next((measure for measure in own if measure in whole), None)
                if shared and _is_elsewhere(year.samling, piece) != _is_elsewhere(year.samling, above):
                    yield _both_counted(year.samling, piece, above, own[shared], whole[shared])
                if shared:
                    break


def _counted(year: Year) -> dict[str, dict[Measure, Figure]]:
    """Give the figures that count: of a shared thing the one that counts for all, of the rest the reporter's own."""
    counted: dict[str, dict[Measure, Figure]] = defaultdict(dict)
    for figure in settle_ownership(year.register.reported, {}):
        is_number = figure.is_known and not figure.is_unspecified and figure.part in SUMMED_PARTS
        if figure.counts and is_number:
            origin = figure.origin
            key = origin.faelles or f"{origin.forvaltning}/{origin.indsats}"
            counted[key].setdefault((figure.enhed.key, figure.group), figure)
    return counted


def _key(piece: FilePiece[Indsats]) -> str:
    shared = piece.group.faelles
    return str(shared.id) if shared else f"{piece.delivery.reporter}/{piece.group.id}"


def _ending(found: dict[str, FilePiece[Indsats]]) -> list[str]:
    """Give the ids whose way up ends, each after what it is part of; a ring is told of by itself."""
    inside: dict[str, list[str]] = defaultdict(list)
    for name, piece in found.items():
        inside[str(piece.group.hoerer_til or "")].append(name)
    ending = [name for above, names in inside.items() if above not in found for name in names]
    for name in ending:
        ending += inside.get(name, [])
    return ending


def _above(piece: FilePiece[Indsats], found: dict[str, FilePiece[Indsats]]) -> Iterator[FilePiece[Indsats]]:
    """Yield what an indsats is part of, nearest first."""
    while (name := str(piece.group.hoerer_til or "")) in found:
        piece = found[name]
        yield piece


def _is_elsewhere(samling: Samling, piece: FilePiece[Indsats]) -> bool:
    shared = piece.group.faelles
    return shared is not None and unit_id(samling, shared.taeller_hos) != piece.delivery.reporter


def _both_counted(
    samling: Samling, piece: FilePiece[Indsats], above: FilePiece[Indsats], part: Figure, whole: Figure
) -> Problem:
    name, family, unit = quote(piece.group.navn), quote(above.group.navn), whole.enhed.flertal
    elsewhere = piece if _is_elsewhere(samling, piece) else above
    owner = elsewhere.group.faelles.taeller_hos if elsewhere.group.faelles else ""
    if elsewhere is piece:
        message = f"{name} tælles hos {owner}, men er også talt med her i {family}: {whole.quantity.typed} {unit}."
        line = whole.location.line
        hint = f"Træk den fra tallet i linje {line}, og slet hører_til; er den ikke talt med, så slet kun hører_til"
    else:
        message = (
            f"{name} er talt med i {family}, som tælles hos {owner}, men tælles også her: {part.quantity.typed} {unit}."
        )
        hint = f"Skriv tæl_med: nej ved tallet i linje {part.location.line}; er den ikke talt med, så slet hører_til"
    typed = piece.group.hoerer_til
    return piece.problem(COUNTED_TWICE, typed.location if typed else piece.group.location, message, hint)
