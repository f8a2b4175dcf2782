"""The few figures that open "Året i tal"."""

from decimal import Decimal

from frivilligrapport.aggregation.totals import Total
from frivilligrapport.counting.figure import Group
from frivilligrapport.documents.material import Material
from frivilligrapport.documents.said import VOLUNTEERS
from frivilligrapport.documents.totals_shown import totals_of

_MOST = 6
Noegletal = tuple[str, str, str]  # a total set large, its unit, its coverage


def key_figures(material: Material) -> tuple[Noegletal, ...]:
    """Choose by rule, not by taste: volunteers, the largest of each kind of unit, then the largest that are left."""
    found = [total for total in totals_of(material, Group.GENNEMFOERT) if total.quantified]
    largest = sorted(found, key=_size, reverse=True)
    first_of_kind = {total.enhedsart: total for total in reversed(largest)}
    wanted = [
        *(total for total in found if total.enhed == VOLUNTEERS),
        *first_of_kind.values(),
        *largest,
    ]
    chosen = {total.enhed for total in list({total.enhed: total for total in wanted}.values())[:_MOST]}
    return tuple((total.text, total.label, total.coverage.text) for total in found if total.enhed in chosen)


def _size(total: Total) -> Decimal:
    return total.bounds.lower if total.bounds else Decimal(0)
