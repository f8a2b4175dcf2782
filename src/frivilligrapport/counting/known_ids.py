"""Every id that a figure or a total of a year goes by, without adding anything up."""

from collections.abc import Iterable, Iterator

from frivilligrapport.counting.figure import Figure
from frivilligrapport.counting.ids import short_id, total_id


def known_ids(year: int, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Give the ids of a year's settled figures and of their totals, everyone's and each forvaltning's.

    A total has a full id, which ends with its state group, and, when that is what has been done, a short one.
    """
    found = tuple(figures)
    totals = dict.fromkeys(one for figure in found if figure.counts for one in _totals(year, figure))
    return tuple(dict.fromkeys((*(one.id for one in found), *totals)))


def _totals(year: int, figure: Figure) -> Iterator[str]:
    for owner in ("", figure.owner):
        full = total_id(year, owner, figure.enhed.flertal, figure.group.value)
        yield from (short_id(full), full)
