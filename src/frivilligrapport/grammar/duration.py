"""How long something lasts (`varighed`): 1½ år, 6 måneder, ca. 3 uger, or words of one's own."""

import unicodedata
from decimal import Decimal
from typing import NamedTuple

from frivilligrapport.danish import fold_ascii
from frivilligrapport.grammar.quantity import Precision, Quantity, parse_quantity
from frivilligrapport.problems import Fault

_UNITS = (
    ("minut", "minutter"),
    ("time", "timer"),
    ("døgn", "døgn"),
    ("dag", "dage"),
    ("uge", "uger"),
    ("måned", "måneder"),
    ("kvartal", "kvartaler"),
    ("år", "år"),
)
_BY_SPELLING = {fold_ascii(word): unit for unit in _UNITS for word in unit}
_LONGEST = 100
_NO_AMOUNT = {Precision.UNKNOWN, Precision.NOT_RELEVANT, Precision.SHARE, Precision.SHARE_WITHOUT_BASE}


class Duration(NamedTuple):
    """Hold a duration: an amount of a unit, or just the words typed.

    `unit` is the singular ("måned"), None together with `amount` when the text is free words.
    """

    typed: str
    amount: Quantity | None = None
    unit: str | None = None

    def text(self) -> str:
        """Print the duration as it was meant: "1½ år", "ca. 3 uger", or the words as typed."""
        if self.amount is None or self.unit is None:
            return self.typed
        one, many = _BY_SPELLING[fold_ascii(self.unit)]
        return f"{self.amount.text()} {one if self.amount.high == Decimal(1) == self.amount.low else many}"


def parse_duration(text: str) -> Duration:
    """Read a duration; every text is accepted, and one that is no amount of time is kept as it is."""
    typed = text.strip()
    if len(typed) > _LONGEST:
        return Duration(typed)
    typed = unicodedata.normalize("NFC", typed)
    *words, last = typed.split() or [""]
    head = " ".join(words)
    unit = _BY_SPELLING.get(fold_ascii(last.casefold()))
    if unit is None or not head:
        return Duration(typed)
    try:
        amount = parse_quantity(head)
    except Fault:
        return Duration(typed)
    return Duration(typed) if amount.precision in _NO_AMOUNT else Duration(typed, amount, unit[0])
