"""Indsatser that belong to each other in a ring: an error (FR323), which must not stop the counting."""

from collections.abc import Callable

from frivilligrapport.figures.families import overflows
from frivilligrapport.figures.figure import Figure

Counted = Callable[..., dict[str, Figure]]
RING = """\
indsatser:
  - id: a
    navn: A
    tilstand: afholdt
    hører_til: b
    tal:
      kurser: 5
  - id: b
    navn: B
    tilstand: afholdt
    hører_til: a
    tal:
      kurser: 2
"""


def test_each_in_a_ring_counts_by_itself(counted: Counted) -> None:
    """Neither is inside the other, and the search for children that add up to too much comes to an end."""
    figures = counted(tmf=RING)
    assert [figure.counts for figure in figures.values()] == [True, True]
    assert list(overflows(tuple(figures.values()))) == []


def test_an_indsats_inside_itself(counted: Counted) -> None:
    """An indsats that belongs to itself counts once."""
    figures = counted(tmf=RING.replace("hører_til: b", "hører_til: a"))
    assert figures["tmf.a.kurser"].counts
    assert figures["tmf.b.kurser"].counted_in == "2014.tmf.a.kurser"
