"""Ids of figures and totals: words in small ASCII letters with points between, the same from build to build."""

from collections.abc import Iterable

from frivilligrapport.danish import slug_of
from frivilligrapport.figures.figure import Figure, StateGroup


def normal_id(typed: str) -> str:
    """Give the id that was typed, whatever its case and the spelling of æøå: "2014.ØKF.gæster" is 2014.oekf.gaester."""
    return ".".join(slug_of(word) for word in typed.split("."))


def total_id(year: int, forvaltning: str, enhed: str, gruppe: str) -> str:
    """Give a total's full id: 2014.projekter.gennemfoert, or 2014.tmf.projekter.kommende for a forvaltning's own."""
    return ".".join(slug_of(word) for word in (str(year), forvaltning, enhed, gruppe) if word)


def short_id(full: str) -> str:
    """Drop the state group of what has been done, which is what a total is about unless it says otherwise."""
    return full.removesuffix(f".{slug_of(StateGroup.GENNEMFOERT)}")


def known_ids(year: int, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Give the ids of a year's settled figures and of their totals, everyone's and each forvaltning's.

    A total has a full id, which ends with its state group, and, when that is what has been done, a short one.
    """
    found = tuple(figures)
    counted = (one for one in found if one.counts)
    sums = dict.fromkeys((owner, one.enhed.flertal, one.group.value) for one in counted for owner in ("", one.owner))
    full = [total_id(year, *one) for one in sums]
    return tuple(dict.fromkeys((*(one.id for one in found), *(name for one in full for name in (short_id(one), one)))))
