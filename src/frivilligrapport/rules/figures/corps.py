"""Events with more volunteers than those who supplied them have (FR375)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from frivilligrapport.collection.organisation import units
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import join_words, normal_key, numeral, quote
from frivilligrapport.figures.from_tal import whole_bounds
from frivilligrapport.figures.reports import margin_of
from frivilligrapport.models.fields.leaves import Maengde
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import INDSATS, Problem, warning
from frivilligrapport.rules.delivery import FilePiece
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

# A corps may bring friends, and an event may draw on others besides; beyond three times its members, the figure is
# likely to count something else, such as shifts. At the Melodi Grand Prix of 2014 it was 10.000 to 2.600.
TIMES = 3
_FOLDER = (
    "# fil: 2014/kff.yaml\nindsatser:\n  - id: korpset\n    navn: Byens korps\n    art: korps\n    tilstand: i drift\n"
    "    tal:\n      medlemmer: 2.600\n# fil: 2014/tmf.yaml\n"
    + INDSATS
    + "    art: arrangement\n    partnere: [KFF]\n    tal:\n      frivillige: op mod {}"
)
BEYOND_THE_CORPS = warning(
    "FR375",
    "Flere frivillige, end korpset kan stille med",
    f"Et arrangement har over {numeral(TIMES)} gange så mange frivillige, som der er medlemmer i det frivilligkorps, "
    "de kom fra. Det kan passe, hvis andre også hjalp, men ofte er det vagter, tilmeldinger eller gæster, der er talt.",
    _FOLDER.format("10.000"),
    _FOLDER.format("1.000"),
)


class _Corps(NamedTuple):
    """A corps and how many members it has at most."""

    piece: FilePiece[Indsats]
    members: Maengde
    most: Decimal

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name.key for name in (self.piece.group.navn, *self.piece.group.kaldes_ogsaa))


@rule(BEYOND_THE_CORPS, needs_others=True)
def _beyond(year: Year) -> Iterator[Problem]:
    corps = list(_all_corps(year))
    for piece in year.pieces(Indsats):
        tal = _figure(piece, "frivillige")
        if not tal or not tal.antal or not (piece.group.art == "arrangement" or piece.group.faelles):
            continue
        suppliers = _suppliers(year.samling, piece, corps)
        bounds = whole_bounds(tal, margin_of(year.aargang))
        # The least it can be, or of "op mod" the most, since that is all it says.
        claimed = (bounds.lower or bounds.upper or 0) if bounds else 0
        if suppliers and claimed > TIMES * sum(one.most for one in suppliers):
            yield _problem(piece, tal.antal, suppliers)


def _all_corps(year: Year) -> Iterator[_Corps]:
    for piece in year.pieces(Indsats):
        tal = _figure(piece, "medlemmer") if piece.group.art == "korps" else None
        bounds = whole_bounds(tal, margin_of(year.aargang)) if tal else None
        if tal and tal.antal and bounds and bounds.upper is not None:
            yield _Corps(piece, tal.antal, bounds.upper)


def _figure(piece: FilePiece[Indsats], enhed: str) -> Tal | None:
    return next((tal for tal in piece.group.tal if normal_key(tal.enhed) == enhed), None)


def _suppliers(samling: Samling, piece: FilePiece[Indsats], corps: list[_Corps]) -> list[_Corps]:
    """Give the corps named as partner, else those of the owner and of the forvaltninger that are named."""
    shared = piece.group.faelles
    named = (*piece.group.partnere, *(shared.med if shared else ()))
    partners = {name.key for name in named}
    meant = [one for one in corps if partners & one.names]
    names = partners | {shared.taeller_hos.key if shared else piece.delivery.reporter}
    ids = {str(one.id) for one in units(samling) if names & {one.id.key, one.forkortelse.key, one.navn.key}}
    return meant or [one for one in corps if one.piece.delivery.reporter in ids]


def _problem(piece: FilePiece[Indsats], stated: Maengde, suppliers: list[_Corps]) -> Problem:
    told = join_words([f"{quote(one.piece.group.navn)} ({one.members.quantity.typed})" for one in suppliers])
    claim = f"{stated.quantity.typed} frivillige er over {numeral(TIMES)} gange medlemstallet i {told}."
    places = join_words([f"{one.members.location.file}, linje {one.members.location.line}" for one in suppliers])
    hint = f"Kontrollér tallet, og skriv i kilde og metode, hvor det kommer fra. Medlemmerne står i {places}"
    return piece.problem(BEYOND_THE_CORPS, stated.location, f"{claim[0].upper()}{claim[1:]}", hint)
