"""What a reporter needs of the files that findings are about."""

from collections.abc import Sequence
from typing import Protocol


class Lines(Protocol):
    """A file's lines, to quote them."""

    @property
    def lines(self) -> Sequence[str]:
        """Give the file's lines without their ends."""
        ...
