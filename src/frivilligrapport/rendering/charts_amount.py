"""What one bar is to show."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """Give one bar to draw: what it is, how it is worded, and between which bounds it lies.

    `lower` None: not known. `upper` None beside a known `lower`: no upper bound is known; `counted_to` is then how far
    the part with numbers may reach. `note` is said in words only. `heading` stands above this bar and those after it.
    """

    label: str
    text: str
    lower: Decimal | int | None
    upper: Decimal | int | None
    counted_to: Decimal | int | None = None
    note: str = ""
    heading: str = ""

    @property
    def reach(self) -> Decimal:
        """Give the largest number that is drawn."""
        return max(Decimal(one) for one in (self.lower, self.upper, self.counted_to, 0) if one is not None)

    @property
    def is_open(self) -> bool:
        """Tell whether no upper bound is known."""
        return self.lower is not None and self.upper is None
