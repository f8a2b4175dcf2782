"""A clock that stands still while a PDF is made."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

# What fontTools asks when it writes a font, such as that of an emoji that no font of ours has.
_CLOCK = "SOURCE_DATE_EPOCH"
_DATE = re.compile(r'<meta name="dcterms\.modified" content="([0-9]{4}-[0-9]{2}-[0-9]{2})')


@contextmanager
def stopped_clock(html: str) -> Iterator[None]:
    """Let fonts be dated with the page's own date while the block runs, or 1970 where it has none."""
    before = os.environ.get(_CLOCK)
    os.environ[_CLOCK] = str(_seconds(html))
    try:
        yield
    finally:
        if before is None:
            del os.environ[_CLOCK]
        else:
            os.environ[_CLOCK] = before


def _seconds(html: str) -> int:
    """Give the page's date as seconds since 1970, in UTC; 0 without a date, or with one that is in no calendar."""
    found = _DATE.search(html)
    try:
        return max(0, int(datetime.fromisoformat(f"{found[1]}T00:00Z").timestamp())) if found else 0
    except ValueError:
        return 0
