"""A year of several municipalities: who is in it, who is left out and why, and what they come to together."""

from dataclasses import dataclass
from functools import cached_property

from frivilligrapport.aggregation.joint import MOST_NAMES, Entry, JointTotal, joint_totals
from frivilligrapport.danish import join_words


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the municipalities: its folder's name, its entries, and how many of its forvaltninger have delivered.

    `left_out` says why none of its figures are in the year, "" when they are. `is_copy` marks a second folder of the
    same municipality, which is not one more.
    """

    kommune: str
    mappe: str
    entries: tuple[Entry, ...] = ()
    delivered: int = 0
    asked: int = 0
    left_out: str = ""
    is_copy: bool = False

    @property
    def received(self) -> str:
        """Say who has delivered, or why nothing is read: "3 af 3 forvaltninger"."""
        return self.left_out or f"{self.delivered} af {self.asked} forvaltninger"


@dataclass(frozen=True)
class JointYear:
    """Hold the municipalities of a year, in the order they are shown."""

    aar: int
    municipalities: tuple[Municipality, ...]

    @property
    def read(self) -> tuple[Municipality, ...]:
        """Give those whose figures are in the year."""
        return tuple(one for one in self.municipalities if not one.left_out)

    @property
    def left_out(self) -> tuple[Municipality, ...]:
        """Give those whose figures are not."""
        return tuple(one for one in self.municipalities if one.left_out)

    @property
    def asked(self) -> tuple[str, ...]:
        """Name the municipalities, each once."""
        return tuple(one.kommune for one in self.municipalities if not one.is_copy)

    @cached_property
    def totals(self) -> tuple[JointTotal, ...]:
        """Give each unit's sum, done before coming."""
        return joint_totals((entry for one in self.municipalities for entry in one.entries), self.asked)

    @property
    def text(self) -> str:
        """Say from how many: "Tal fra 2 af 3 kommuner. Ikke med: Ærø Kommune (2 fejl i filerne)."."""
        text = f"Tal fra {len(self.read)} af {len(self.asked)} kommuner."
        out = [f"{one.kommune} ({one.left_out})" for one in self.left_out]
        who = join_words(out) if len(out) <= MOST_NAMES else f"{len(out)} kommuner"
        return f"{text} Ikke med: {who}." if out else text
