"""Find and mask CPR numbers.

The shape alone counts: a valid day (also with 60 added, as replacement numbers have), a month and four more digits.
Modulus 11 is not asked for: since 2007 CPR numbers are given out that do not pass it (CPR-kontoret).
"""

import re
from collections.abc import Iterator

# Not inside a longer run of digits (EAN) and not the running number of a case (2015-0092770).
_CPR = re.compile(
    r"(?<![0-9])(?<![0-9]{4}-)"
    r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})[0-9]{2}[-\u00a0\u2010-\u2015\u2212 ]?(?P<last>[0-9]{4})(?![0-9])"
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REPLACEMENT_DAYS = 60
MASK = "••••"


def cpr_numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield a match for every CPR number in `text`, in order."""
    for match in _CPR.finditer(text):
        day, month = int(match["day"]), int(match["month"])
        if (
            1 <= month <= len(_DAYS)
            and 1 <= (day - _REPLACEMENT_DAYS if day > _REPLACEMENT_DAYS else day) <= _DAYS[month - 1]
        ):
            yield match


def mask(text: str) -> str:
    """Give `text` with the last four digits of every CPR number replaced; the length stays the same."""
    for match in reversed(tuple(cpr_numbers(text))):
        text = text[: match.start("last")] + MASK + text[match.end("last") :]
    return text
