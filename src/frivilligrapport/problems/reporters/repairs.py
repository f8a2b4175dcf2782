"""Repairs for people: what is repaired on which lines, and the difference it makes."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff

from frivilligrapport.danish import format_number, join_words, plural

_FEW = 5
_AROUND = 1
_RED, _GREEN, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"


def describe_repairs(
    file: str, repairs: Sequence[tuple[int, str]], texts: tuple[str, str], *, in_colour: bool = False
) -> str:
    """Word a file's repairs, then the difference between its text before and after.

    A repair is its line (from 1; 0 is the whole file) and what is done there.
    """
    count = f"{format_number(len(repairs))} {plural(len(repairs), 'rettelse', 'rettelser')}"
    return "\n".join(
        [
            f"{file}: {count}:",
            *(f"   {line}" for line in repair_lines(repairs)),
            *_difference(file, texts, in_colour=in_colour),
            "",
        ]
    )


def repair_lines(repairs: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Word repairs, those that do the same on one line."""
    lines: dict[str, list[int]] = {}
    for line, what in sorted(repairs, key=lambda repair: repair[0]):
        lines.setdefault(what, []).append(line)
    for what, numbers in lines.items():
        yield f"{_lines(numbers)}: {what}"


def _lines(numbers: Sequence[int]) -> str:
    if not numbers[0]:
        return "hele filen"
    more = len(numbers) - _FEW
    rest = [f"{format_number(more)} {plural(more, 'linje', 'linjer')} mere"] if more > 0 else []
    return f"linje {join_words([*map(str, numbers[:_FEW]), *rest])}"


def _difference(file: str, texts: tuple[str, str], *, in_colour: bool) -> Iterator[str]:
    before, after = (text.split("\n") for text in texts)
    for line in unified_diff(before, after, file, f"{file} (rettet)", n=_AROUND, lineterm=""):
        colour = {"-": _RED, "+": _GREEN}.get(line[0], "") if in_colour else ""
        yield f"{colour}{line}{_PLAIN}" if colour else line
