"""What is exported: a year's figures, and what must be known to read them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from frivilligrapport.danish import format_percent, normal_key
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.figure import SUMMED
from frivilligrapport.figures.register import Grouping, Register
from frivilligrapport.figures.totals import Total
from frivilligrapport.models.enheder import Enhed
from frivilligrapport.models.rapport import Kolofon
from frivilligrapport.rendering.exports.indsatser import IndsatsRow


class Export(Frozen):
    """Hold a year's figures. `dato` is the report's own date, never today's; `margin` the convention for "ca.".

    `deliveries` says how far each forvaltning's file is, by acronym, and `silent` why nothing is read from some;
    `received` says it in a sentence. `units` are all units, in their own order. `indsatser` are all of the year.
    `grouping` is what the totals are also split by. `kolofon` is the report's imprint, where it has one.
    """

    kommune: str
    titel: str
    aar: int
    dato: date
    deliveries: Mapping[str, str]
    silent: Mapping[str, str]
    received: str
    margin: Fraction
    register: Register
    units: tuple[Enhed, ...]
    indsatser: tuple[IndsatsRow, ...]
    grouping: Grouping | None = None
    kolofon: Kolofon | None = None

    @property
    def margin_text(self) -> str:
        """Give the convention for "ca." in percent: "10 %"."""
        percent = Decimal(self.margin.numerator * 100) / Decimal(self.margin.denominator)
        return format_percent(round(percent, 1).normalize())

    def ordered(self, totals: tuple[Total, ...]) -> tuple[Total, ...]:
        """Sort totals as the report does: done before coming, units in their own order."""
        units, groups = [unit.key for unit in self.units], [group.value for group in SUMMED]
        return tuple(sorted(totals, key=lambda one: (groups.index(one.gruppe), _rank(units, normal_key(one.enhed)))))

    def gross_of(self, total: Total) -> Total:
        """Give the gross total that goes with a net one."""
        same = (one for one in self.register.gross if (one.enhed, one.gruppe) == (total.enhed, total.gruppe))
        return next(same, total)

    def why_empty(self, forvaltning: str) -> str:
        """Say why a forvaltning, by its acronym, has no totals."""
        return self.silent.get(forvaltning, "ingen tal")

    def name(self, forvaltning: str) -> str:
        """Give what is printed for a forvaltning's id."""
        return self.register.scope.name(forvaltning)


def _rank(order: list[str], key: str) -> int:
    return order.index(key) if key in order else len(order)
