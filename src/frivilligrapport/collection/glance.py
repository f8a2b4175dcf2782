"""A glance into the work folder, for suggestions at the Tab key: quick, and silent about every fault."""

import re
from pathlib import Path

from frivilligrapport.collection.folder import INDBERETNINGER, KOMMUNE

_ACRONYM = re.compile(r"^[ \t-]*forkortelse[ \t]*:[ \t]*(?P<name>\w+)[ \t\r]*$", re.MULTILINE | re.IGNORECASE)


def acronyms(root: Path) -> tuple[str, ...]:
    """Give the acronyms of the forvaltninger that the register names; none when it cannot be read."""
    try:
        text = (root / INDBERETNINGER / KOMMUNE).read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ()
    return tuple(match["name"] for match in _ACRONYM.finditer(text))
