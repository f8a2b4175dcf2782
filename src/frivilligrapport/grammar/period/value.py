"""A period as it was meant: its wording and the days it covers."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class PeriodKind(StrEnum):
    """What sort of period was typed; the value is the word that is printed."""

    DATE = "dato"
    WEEK = "uge"
    MONTH = "måned"
    QUARTER = "kvartal"
    HALF_YEAR = "halvår"
    PART = "del af år eller måned"
    SEASON = "årstid"
    SCHOOL_YEAR = "skoleår"
    YEAR = "år"
    SPAN = "fra og til"
    OPEN = "åben"
    ONGOING = "løbende"
    UNKNOWN = "uoplyst"


class Period(NamedTuple):
    """Hold one period.

    `typed` is what was typed (NFC, stripped), `wording` the same in normal Danish. `start` and `end` are the
    first and last day; both None for "løbende" and "uoplyst", only `end` None for an open one ("2015-").
    """

    typed: str
    wording: str
    kind: PeriodKind
    start: date | None = None
    end: date | None = None

    @property
    def is_known(self) -> bool:
        """Tell whether anything was said; within() and touches() are both false of an unknown period."""
        return self.kind is not PeriodKind.UNKNOWN

    def text(self) -> str:
        """Print the period for running text: "27. april 2014", "juni-oktober 2014", "fra 2015"."""
        return self.wording

    def within(self, year: int) -> bool:
        """Tell whether the whole period certainly lies in the year."""
        return self.start is not None and self.end is not None and self.start.year == year == self.end.year

    def touches(self, year: int) -> bool:
        """Tell whether some of the period may lie in the year; an ongoing one touches every year."""
        if not self.is_known:
            return False
        begins_in_time = self.start is None or self.start.year <= year
        return begins_in_time and (self.end is None or self.end.year >= year)
