"""Patterns that are compiled when they are first used: half of those that a command loads it never asks."""

import re
from typing import Any, cast


def pattern(written: str, flags: int = 0) -> re.Pattern[str]:
    """Give what `re.compile` gives, compiled when something is first looked for with it.

    A slip in the pattern is found then, and not when its module is loaded.
    """
    return cast("re.Pattern[str]", _Pattern(written, flags))


class _Pattern:
    def __init__(self, written: str, flags: int) -> None:
        self.pattern, self._flags = written, flags

    def __getattr__(self, name: str) -> Any:
        """Give what the compiled pattern has of that name, and have it from then on."""
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found
