"""Which day it is: the one thing that no file says."""

import os
from datetime import UTC, date, datetime

from frivilligrapport.cli.exits import WrongUse

_SET = "SOURCE_DATE_EPOCH"


def today() -> date:
    """Give this machine's day, or that of SOURCE_DATE_EPOCH (seconds, UTC) where it is set. Raises WrongUse."""
    typed = os.environ.get(_SET, "")
    if not typed:
        return datetime.now(UTC).astimezone().date()
    try:
        return datetime.fromtimestamp(int(typed), UTC).date()
    except (ValueError, OverflowError, OSError):
        hint = "Det skal være antallet af sekunder siden 1. januar 1970."
        raise WrongUse(f"{_SET} er »{typed}« og kan ikke læses.", hint) from None
