"""What there is room for on a page, reckoned before anything is laid out."""

from collections.abc import Callable, Sequence

Heights = Sequence[int]  # the height of each item of a list
Kept = tuple[int, ...]  # how many items of each list are shown


def that_fit(lists: Sequence[Heights], room: int, line: int, besides: Callable[[Kept], int] = lambda _: 0) -> Kept:
    """Say how many items of each list fit in `room` together; all heights are in the same unit.

    `besides` is the height of what follows from what is shown, such as sources. While it is too much, the list that
    takes most room gives up its last item; of two that take as much, the first. A list that has given something up
    needs a `line` to say so.
    """
    kept = [len(one) for one in lists]
    while any(kept) and _height(lists, kept, line) + besides(tuple(kept)) > room:
        longest = max(range(len(lists)), key=lambda at: _taken(lists[at], kept[at], line) if kept[at] else -1)
        kept[longest] -= 1
    return tuple(kept)


def _height(lists: Sequence[Heights], kept: Sequence[int], line: int) -> int:
    return sum(_taken(heights, many, line) for heights, many in zip(lists, kept, strict=True))


def _taken(heights: Heights, many: int, line: int) -> int:
    return sum(heights[:many]) + line * (many < len(heights))
