"""A part and its whole that are counted in two places (FR377; number grammar, section 3 rules 4 and 5)."""

from collections import defaultdict
from collections.abc import Iterator

from frivilligrapport.collection.organisation import unit_id
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import quote
from frivilligrapport.figures.figure import Figure, Group, Part
from frivilligrapport.figures.shared import settle_ownership
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import INDSATS, Rule, warning
from frivilligrapport.rules.walk import Piece, Year, pieces

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
Measure = tuple[str, Group]
Counted = dict[str, dict[Measure, Figure]]


def _counted_twice(year: Year) -> Iterator[Problem]:
    counted = _counted(year)
    for delivery in year.deliveries:
        found = {str(piece.group.id): piece for piece in pieces(delivery, Indsats)}
        for piece in found.values():
            own = counted.get(_key(piece), {})
            for above in _above(piece, found):
                whole = counted.get(_key(above), {})
                shared = next((measure for measure in own if measure in whole), None)
                if shared and _is_elsewhere(year.samling, piece) != _is_elsewhere(year.samling, above):
                    yield _problem(year.samling, piece, above, own[shared], whole[shared])
                if shared:
                    break


def _counted(year: Year) -> Counted:
    """Give the figures that count: of a shared thing the one that counts for all, of the rest the reporter's own."""
    counted: Counted = defaultdict(dict)
    for figure in settle_ownership(year.register.reported, {}):
        is_number = figure.is_known and not figure.is_unspecified and figure.part in {Part.ANTAL, Part.PAA_VEJ}
        if figure.counts and is_number:
            origin = figure.origin
            key = origin.faelles or f"{origin.forvaltning}/{origin.indsats}"
            counted[key].setdefault((figure.enhed.key, figure.group), figure)
    return counted


def _key(piece: Piece[Indsats]) -> str:
    shared = piece.group.faelles
    return str(shared.id) if shared else f"{piece.delivery.reporter}/{piece.group.id}"


def _above(piece: Piece[Indsats], found: dict[str, Piece[Indsats]]) -> list[Piece[Indsats]]:
    """Give what an indsats is part of, nearest first; nothing in a ring, which is told of by itself."""
    way = [piece]
    while (name := str(way[-1].group.hoerer_til or "")) in found:
        if found[name] in way:
            return []
        way.append(found[name])
    return way[1:]


def _is_elsewhere(samling: Samling, piece: Piece[Indsats]) -> bool:
    shared = piece.group.faelles
    return shared is not None and unit_id(samling, shared.taeller_hos) != piece.delivery.reporter


def _problem(samling: Samling, piece: Piece[Indsats], above: Piece[Indsats], part: Figure, whole: Figure) -> Problem:
    name, family = quote(piece.group.navn), quote(above.group.navn)
    unit, line = whole.enhed.flertal, whole.location.line
    if _is_elsewhere(samling, piece):
        owner = piece.group.faelles.taeller_hos if piece.group.faelles else ""
        message = f"{name} tælles hos {owner}, men er også talt med her i {family}: {whole.quantity.typed} {unit}."
        hint = f"Træk den fra tallet i linje {line}, og slet hører_til; er den ikke talt med, så slet kun hører_til"
    else:
        owner = above.group.faelles.taeller_hos if above.group.faelles else ""
        message = (
            f"{name} er talt med i {family}, som tælles hos {owner}, men tælles også her: {part.quantity.typed} {unit}."
        )
        hint = f"Skriv tæl_med: nej ved tallet i linje {part.location.line}; er den ikke talt med, så slet hører_til"
    typed = piece.group.hoerer_til
    return piece.problem(COUNTED_TWICE, typed.location if typed else piece.group.location, message, hint)


COUNTED_TWICE_RULES = (Rule(COUNTED_TWICE, _counted_twice, needs_folder=True),)
