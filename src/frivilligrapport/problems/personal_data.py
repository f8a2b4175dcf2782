"""Find and mask CPR numbers.

The shape alone counts: a valid day (also with 60 added, as replacement numbers have), a month and four more digits.
Modulus 11 is not asked for: since 2007 CPR numbers are given out that do not pass it (CPR-kontoret).
A hyphen may have spaces around it. A date and a number written "010115 - 2000" are then taken for one too: writing
the date otherwise is a small thing, a number that is printed cannot be taken back.
"""

import re
from collections.abc import Iterator

# Not inside a longer run of digits (EAN) and not the running number of a case (2015-0092770).
# A text quoted in a finding may have been cut short inside a number: what is left of it counts too.
_CPR = re.compile(
    r"(?<![0-9])(?<![0-9]{4}-)(?P<day>[0-9]{2})(?P<month>[0-9]{2})[0-9]{2}"
    r"(?:[ \u00a0]?[-\u2010-\u2015\u2212][ \u00a0]?|[ \u00a0])?(?P<last>[0-9]{4}(?![0-9])|[0-9]{1,3}(?=…))"
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REPLACEMENT_DAYS = 60
_MASK = "•"


def cpr_numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield a match for every CPR number in `text`, in order."""
    return (match for match in _CPR.finditer(text) if _is_date(match))


def mask(text: str) -> str:
    """Give `text` with the last four digits of every CPR number replaced; the length stays the same."""
    return _CPR.sub(lambda match: _masked(match) if _is_date(match) else match.group(), text)


def _is_date(match: re.Match[str]) -> bool:
    day, month = int(match["day"]), int(match["month"])
    if day > _REPLACEMENT_DAYS:
        day -= _REPLACEMENT_DAYS
    return 1 <= month <= len(_DAYS) and 1 <= day <= _DAYS[month - 1]


def _masked(match: re.Match[str]) -> str:
    return match.group().removesuffix(match["last"]) + _MASK * len(match["last"])
