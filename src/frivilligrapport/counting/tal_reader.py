"""One `tal` of a file to its figures: the number itself, last year's, what is on its way, subsets and shares."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from frivilligrapport.counting.figure import SUMMED, Figure, Group, Origin, Part
from frivilligrapport.danish import normal_key
from frivilligrapport.models.enheder import Enhed, Enhedsart
from frivilligrapport.models.leaves import Maengde
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Location
from frivilligrapport.reading.quantity import Bounds, Precision, Quantity
from frivilligrapport.reading.quantity_bounds import ZERO


@dataclass(frozen=True, slots=True)
class Context:
    """What is needed to read a figure: the year, the units and the year's convention for "ca."."""

    aar: int
    units: dict[str, Enhed]
    margin: Fraction


@dataclass(frozen=True, slots=True)
class TalReader:
    """Split one `tal` into its figures."""

    context: Context
    origin: Origin
    group: Group
    tal: Tal

    def figures(self) -> Iterator[Figure]:
        """Yield the figures in the order they are read: the number, last year's, what comes, shares, subsets."""
        tal = self.tal
        stated = tal.antal or tal.mindst or tal.hoejst
        if stated:
            bounds, derived = self._done()
            yield self._figure(stated, Part.ANTAL, self.group, bounds, derived=derived)
        if tal.forrige_aar:
            yield self._figure(tal.forrige_aar, Part.FORRIGE_AAR, Group.ANDET_AAR, why_not="tal for året før")
        if tal.paa_vej:
            yield self._figure(tal.paa_vej, Part.PAA_VEJ, Group.KOMMENDE)
        if tal.andel:
            af = f" af {tal.af}" if tal.af else ""
            yield self._figure(tal.andel, Part.ANDEL, self.group, why_not=f"andel{af}, ikke et antal")
        whole = whole_bounds(self.tal, self.context.margin)
        for part in tal.heraf:
            bounds = part.antal.quantity.of(whole, self.context.margin)
            yield self._figure(
                part.antal, Part.HERAF, self.group, bounds, name=str(part.navn), why_not="delmængde af et andet tal"
            )

    def _done(self) -> tuple[Bounds | None, bool]:
        """Take what is only on its way out of `antal` (number grammar, section 3 rule 6)."""
        whole, tal = whole_bounds(self.tal, self.context.margin), self.tal
        coming = tal.paa_vej.quantity.bounds(self.context.margin) if tal.paa_vej else None
        overridden = bool(tal.mindst or tal.hoejst)
        if whole is None or coming is None or tal.paa_vej_med_i_antal in {None, "nej"}:
            return whole, overridden
        done = whole.minus(coming)
        return (done if tal.paa_vej_med_i_antal == "ja" else done.hull(whole)), True

    def _figure(  # noqa: PLR0913 - a figure is what it is about, its number and its place
        self,
        stated: Maengde,
        part: Part,
        group: Group,
        bounds: Bounds | None = None,
        *,
        name: str = "",
        why_not: str = "",
        derived: bool = False,
    ) -> Figure:
        tal = self.tal
        unit = self.context.units.get(normal_key(tal.enhed))
        if bounds is None and part is not Part.ANTAL:
            bounds = stated.quantity.bounds(self.context.margin)
        return Figure(
            id=self._id(part, name),
            origin=self.origin,
            enhed=unit or Enhed(tal.enhed, tal.enhed, Enhedsart.ANDET, "", decimaler=True),
            maerke=name or tal.maerke,
            part=part,
            group=group,
            quantity=stated.quantity,
            bounds=bounds,
            location=_place(stated, tal),
            owner=self.origin.taeller_hos or self.origin.forvaltning,
            derived=derived,
            why_not=why_not or self._why_not(unit, stated.quantity, group),
            metode=str(tal.metode or ""),
            kilde=str(tal.kilde or ""),
            opgjort=tal.opgjort.period.text() if tal.opgjort else "",
            bemaerkning=str(tal.bemaerkning or ""),
        )

    def _why_not(self, unit: Enhed | None, quantity: Quantity, group: Group) -> str:
        if unit is None:
            return "enheden kendes ikke"
        if not self.tal.tael_med:
            return "tælles ikke med efter forvaltningens ønske"
        if quantity.precision is Precision.NOT_RELEVANT:
            return "ikke relevant"
        return "" if group in SUMMED else _GROUP_REASONS[group]

    def _id(self, part: Part, name: str) -> str:
        words = (
            str(self.origin.aar), self.origin.forvaltning, self.origin.indsats, self.tal.enhed, self.tal.maerke, part.value, name,
        )  # fmt: skip
        return ".".join(_slug(word) for word in words if word)


_GROUP_REASONS = {
    Group.ANDET_AAR: "hører til et andet år",
    Group.OPHOERT: "indsatsen er ophørt",
    Group.AFLYST: "indsatsen er aflyst",
    Group.UOPLYST: "indsatsens tilstand er uoplyst",
}


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", normal_key(text)))


def _place(stated: Maengde, tal: Tal) -> Location:
    return stated.location if stated.scalar.text else tal.location


def whole_bounds(tal: Tal, margin: Fraction) -> Bounds | None:
    """Give what a `tal` says in all: `antal`, with `mindst` and `højst` in place of its bounds. None when unknown."""
    own = tal.antal.quantity.bounds(margin) if tal.antal else None
    low = tal.mindst.quantity.bounds(margin) if tal.mindst else None
    high = tal.hoejst.quantity.bounds(margin) if tal.hoejst else None
    if own is None and low is None and high is None:
        return None
    own = own or Bounds(ZERO, None)
    lower = low.lower if low else own.lower
    upper = high.upper if high else own.upper
    return Bounds(lower, upper) if upper is None or lower <= upper else own
