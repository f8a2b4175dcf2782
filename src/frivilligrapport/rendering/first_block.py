"""A text's first paragraph by itself, so that a heading can be kept beside it."""

import re
from dataclasses import dataclass

from markupsafe import Markup

# No paragraph holds another. A list of our own is short; a contributor's may fill pages and is not held together.
_FIRST = re.compile(r"\s*<p[ >].*?</p>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parted:
    """Hold a text in two: `foerste` is its first paragraph, "" when it begins with something else."""

    foerste: Markup
    resten: Markup


def part(html: Markup) -> Parted:
    """Part HTML after its first paragraph."""
    found = _FIRST.match(html)
    end = found.end() if found else 0
    return Parted(Markup(html[:end]), Markup(html[end:].strip()))  # noqa: S704 - both are pieces of what is HTML already
