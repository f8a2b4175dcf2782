"""Heading levels: what a contributor writes stands below our own headings, and no level is skipped."""

from collections.abc import Iterable

DEEPEST = 6


def fit_levels(levels: Iterable[int], below: int) -> list[int]:
    """Move heading levels below the level `below`, keeping their order of rank without gaps.

    With below=3 the levels 1, 3, 3, 2 become 4, 5, 5, 5: a PDF/UA reader must not meet an h4 followed by an h6.
    Nothing gets deeper than 6.
    """
    open_levels: list[int] = []
    fitted = []
    for level in levels:
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        fitted.append(min(below + len(open_levels), DEEPEST))
    return fitted
