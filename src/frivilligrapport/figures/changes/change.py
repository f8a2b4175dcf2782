"""What comes of holding a figure against an earlier year's: a movement within its bounds, or why there is none."""

from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from frivilligrapport.danish import format_number, format_percent
from frivilligrapport.grammar.quantity import Bounds


class Direction(StrEnum):
    """Which way a figure has moved; the value is the word that is printed."""

    NONE = "uændret"
    UNSURE = "ingen sikker ændring"
    UP = "stigning"
    DOWN = "fald"


class Change(NamedTuple):
    """State a movement (number grammar, section 3 rule 9).

    `least` and `most` are its size in percent of what the figure was, never below zero, and equal between exact
    figures. `least` is None when there is no movement or no percentage (from zero), `most` also when it is open.
    """

    direction: Direction
    least: Fraction | None = None
    most: Fraction | None = None

    @property
    def text(self) -> str:
        """Word it: "stigning på 75 %", "fald på 10-30 %", "ingen sikker ændring"; ends are rounded outwards."""
        if self.direction in {Direction.NONE, Direction.UNSURE}:
            return self.direction.value
        return f"{self.direction.value} {_size(self.least, self.most)}"


def compare(before: Bounds, after: Bounds) -> Change:
    """Hold two years' bounds of the same figure against each other: only disjoint ones show a certain change."""
    if before.is_exact and before == after:
        return Change(Direction.NONE)
    if before.overlaps(after):
        return Change(Direction.UNSURE)
    if before.upper is not None and after.lower > before.upper:
        least = _percent(after.lower - before.upper, before.upper)
        most = None if after.upper is None else _percent(after.upper - before.lower, before.lower)
        return Change(Direction.UP, least, most)
    least = _percent(before.lower - (after.upper or 0), before.lower)
    most = None if before.upper is None else _percent(before.upper - after.lower, before.upper)
    return Change(Direction.DOWN, least, most)


def _percent(movement: object, base: object) -> Fraction | None:
    whole = Fraction(str(base))
    return Fraction(str(movement)) / whole * 100 if whole else None


def _size(least: Fraction | None, most: Fraction | None) -> str:
    if least is None:
        return "fra 0"
    low = floor(least)
    if most is None:
        return f"på mindst {format_percent(low)}" if low else "af ukendt størrelse"
    if least == most:
        return f"på {format_percent(floor(least + Fraction(1, 2)))}" if least >= 1 else f"på under {format_percent(1)}"
    high = ceil(most)
    if low == 0:
        return f"på højst {format_percent(high)}"
    return f"på {format_number(low)}-{format_percent(high)}" if low < high else f"på {format_percent(low)}"


NOT_COMPARABLE = "kan ikke sammenlignes"
BROKEN = "brud"


class BreakKind(StrEnum):
    """What has changed so that two years are not measured alike; the value is the word that is printed."""

    ORGANISATION = "organisation"
    OWNER = "ejer"
    DEFINITION = "definition"
    METHOD = "metode"


class Break(NamedTuple):
    """Mark a break in the series; `text` explains it in a clause such as "metoden er ændret fra skøn til optælling"."""

    kind: BreakKind
    text: str


class Outcome(NamedTuple):
    """Hold a change, or why none was computed (number grammar, section 3 rule 9).

    `gap` says what is not known; `breaks` what has changed meanwhile. With either of them `change` is None.
    """

    change: Change | None = None
    breaks: tuple[Break, ...] = ()
    gap: str = ""

    @property
    def head(self) -> str:
        """Say in short what came of it: "stigning på 75 %", "brud", "kan ikke sammenlignes"."""
        if self.change:
            return self.change.text
        return NOT_COMPARABLE if self.gap else BROKEN

    @property
    def why(self) -> str:
        """Say why there is no change, "" when there is one."""
        return self.gap or "; ".join(one.text for one in self.breaks)

    @property
    def text(self) -> str:
        """Word it whole: "stigning på 75 %", "brud: metoden er ændret …", "kan ikke sammenlignes: uoplyst i 2013"."""
        return f"{self.head}: {self.why}" if self.why else self.head
