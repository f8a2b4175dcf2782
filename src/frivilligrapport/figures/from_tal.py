"""One `tal` of a file to its figures: the number itself, last year's, what is on its way, subsets and shares."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from frivilligrapport.danish import normal_key, slug_of
from frivilligrapport.figures.figure import SUMMED, Figure, FigurePart, Origin, Reckoning, StateGroup
from frivilligrapport.grammar.quantity import Bounds, Precision, Quantity, quantity_within
from frivilligrapport.grammar.quantity.value import ZERO
from frivilligrapport.models.enheder import Enhed, Enhedsart
from frivilligrapport.models.fields.leaves import Maengde
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Location


def whole_bounds(tal: Tal, margin: Fraction) -> Bounds | None:
    """Give what `antal` says, with `mindst` and `højst` in place of its bounds; None when nothing is known.

    `margin` is the year's convention for "ca.". Bounds typed the wrong way round are left out.
    """
    own = tal.antal.quantity.bounds(margin) if tal.antal else None
    low = tal.mindst.quantity.bounds(margin) if tal.mindst else None
    high = tal.hoejst.quantity.bounds(margin) if tal.hoejst else None
    if own is None and low is None and high is None:
        return None
    own = own or Bounds(ZERO, None)
    lower = low.lower if low else own.lower
    upper = high.upper if high else own.upper
    return Bounds(lower, upper) if upper is None or lower <= upper else own


class Stated(NamedTuple):
    """What a figure says, and where: `antal`, or `mindst` and `højst` where that gives no number."""

    quantity: Quantity
    location: Location


def stated(tal: Tal, margin: Fraction) -> Stated | None:
    """Give what a figure says of its unit; None for one that says only last year's number, what comes or a share."""
    limits = [(name, one) for name, one in (("mindst", tal.mindst), ("højst", tal.hoejst)) if one]
    known = [(name, one) for name, one in limits if one.quantity.bounds()]
    whole = whole_bounds(tal, margin) if known else None
    if whole and (tal.antal is None or tal.antal.quantity.precision in {Precision.UNKNOWN, Precision.UNSPECIFIED}):
        typed = ", ".join(f"{name}: {one.quantity.typed}" for name, one in known)
        return Stated(quantity_within(whole, typed), known[0][1].location)
    first = tal.antal or next((one for _, one in limits), None)
    return Stated(first.quantity, first.location if first.scalar.text else tal.location) if first else None


class Context(NamedTuple):
    """What is needed to read a figure: the year, the units and the year's convention for "ca."."""

    aar: int
    units: dict[str, Enhed]
    margin: Fraction


class TalReader(NamedTuple):
    """Split one `tal` into its figures."""

    context: Context
    origin: Origin
    group: StateGroup
    tal: Tal

    def figures(self) -> Iterator[Figure]:
        """Yield the figures in the order they are read: the number, last year's, what comes, shares, subsets."""
        tal = self.tal
        said = stated(tal, self.context.margin)
        if said:
            bounds, reckoned = self._done(said.quantity)
            yield self._figure(said, FigurePart.ANTAL, self.group, bounds, reckoned=reckoned)
        if tal.forrige_aar:
            yield self._figure(
                tal.forrige_aar, FigurePart.FORRIGE_AAR, StateGroup.ANDET_AAR, why_not="tal for året før"
            )
        if tal.paa_vej:
            yield self._figure(tal.paa_vej, FigurePart.PAA_VEJ, StateGroup.KOMMENDE)
        if tal.andel:
            af = f" af {tal.af}" if tal.af else ""
            share = self._figure(tal.andel, FigurePart.ANDEL, self.group, why_not=f"andel{af}, ikke et antal")
            yield share._replace(share_of=str(tal.af or ""))
        if tal.heraf:
            yield from self._subsets()

    def _subsets(self) -> Iterator[Figure]:
        whole = whole_bounds(self.tal, self.context.margin)
        for part in self.tal.heraf:
            bounds = part.antal.quantity.of(whole, self.context.margin)
            figure = self._figure(
                part.antal,
                FigurePart.HERAF,
                self.group,
                bounds,
                name=str(part.navn),
                why_not="delmængde af et andet tal",
            )
            if figure.quantity.precision is Precision.SHARE_WITHOUT_BASE:
                figure = figure._replace(base=self._number(whole), share_of=str(self.tal.enhed_og_maerke))
            yield figure

    def _number(self, whole: Bounds | None) -> Decimal | None:
        """Give the one number that a subset's share is of; None when the whole names none."""
        if whole and whole.is_exact:
            return whole.lower
        return self.tal.antal.quantity.point() if self.tal.antal else None

    def _done(self, said: Quantity) -> tuple[Bounds | None, tuple[Reckoning, ...]]:
        """Take what is only on its way out of `antal` (number grammar, section 3 rule 6)."""
        whole, tal = whole_bounds(self.tal, self.context.margin), self.tal
        coming = tal.paa_vej.quantity.bounds(self.context.margin) if tal.paa_vej else None
        is_limited = (tal.mindst or tal.hoejst) and said.bounds(self.context.margin) != whole
        limited = (Reckoning.LIMITED,) if is_limited else ()
        if whole is None or coming is None or tal.paa_vej_med_i_antal in {None, "nej"}:
            return whole, limited
        done = whole.minus(coming)
        if tal.paa_vej_med_i_antal == "ja":
            return done, (*limited, Reckoning.COMING_OUT)
        return done.hull(whole), (*limited, Reckoning.COMING_UNSURE)

    def _figure(  # noqa: PLR0913 - a figure is what it is about, its number and its place
        self,
        said: Stated | Maengde,
        part: FigurePart,
        group: StateGroup,
        bounds: Bounds | None = None,
        *,
        name: str = "",
        why_not: str = "",
        reckoned: tuple[Reckoning, ...] = (),
    ) -> Figure:
        tal = self.tal
        unit = self.context.units.get(normal_key(tal.enhed))
        if bounds is None and part is not FigurePart.ANTAL:
            bounds = said.quantity.bounds(self.context.margin)
        return Figure(
            id=self._id(part, name),
            origin=self.origin,
            enhed=unit or Enhed(tal.enhed, tal.enhed, Enhedsart.ANDET, "", decimaler=True),
            maerke=name or tal.maerke,
            part=part,
            group=group,
            quantity=said.quantity,
            bounds=bounds,
            location=said.location,
            owner=self.origin.taeller_hos or self.origin.forvaltning,
            reckoned=reckoned,
            why_not=why_not or self._why_not(unit, said.quantity, group),
            columns=tal.columns,
            forklaring=str(tal.forklaring or ""),
            base=said.quantity.base,
        )

    def _why_not(self, unit: Enhed | None, quantity: Quantity, group: StateGroup) -> str:
        if unit is None:
            return "enheden kendes ikke"
        if not self.tal.tael_med:
            return "tælles ikke med efter forvaltningens ønske"
        if quantity.precision is Precision.NOT_RELEVANT:
            return "ikke relevant"
        return "" if group in SUMMED else _GROUP_REASONS[group]

    def _id(self, part: FigurePart, name: str) -> str:
        origin, tal = self.origin, self.tal
        words = (str(origin.aar), origin.forvaltning, origin.indsats, tal.enhed, tal.maerke, part.value, name)
        return ".".join(slug_of(word) for word in words if word)


_GROUP_REASONS = {
    StateGroup.ANDET_AAR: "hører til et andet år",
    StateGroup.OPHOERT: "indsatsen er ophørt",
    StateGroup.AFLYST: "indsatsen er aflyst",
    StateGroup.UOPLYST: "indsatsens tilstand er uoplyst",
}
