"""Repairs for people: what is repaired on which lines, and the difference it makes."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from typing import Protocol

from frivilligrapport.danish import format_number, join_words, plural

_FEW = 5
_AROUND = 1
_RED, _GREEN, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"


class Told(Protocol):
    """What a reporter needs of a repair: its line (0 is the whole file) and what is done."""

    @property
    def line(self) -> int:
        """Give the line, from 1."""
        ...

    @property
    def what(self) -> str:
        """Say what is repaired."""
        ...


def told(file: str, repairs: Sequence[Told], texts: tuple[str, str], *, in_colour: bool = False) -> str:
    """Word a file's repairs, then the difference between its text before and after."""
    count = f"{format_number(len(repairs))} {plural(len(repairs), 'rettelse', 'rettelser')}"
    return "\n".join([f"{file}: {count}:", *_listed(repairs), *_difference(file, texts, in_colour=in_colour), ""])


def _listed(repairs: Iterable[Told]) -> Iterator[str]:
    lines: dict[str, list[int]] = {}
    for repair in sorted(repairs, key=lambda one: one.line):
        lines.setdefault(repair.what, []).append(repair.line)
    for what, numbers in lines.items():
        yield f"   {_lines(numbers)}: {what}"


def _lines(numbers: Sequence[int]) -> str:
    if not numbers[0]:
        return "hele filen"
    shown = [str(number) for number in numbers[:_FEW]]
    more = len(numbers) - len(shown)
    rest = [f"{format_number(more)} {plural(more, 'linje', 'linjer')} mere"] if more else []
    return f"linje {join_words([*shown, *rest])}"


def _difference(file: str, texts: tuple[str, str], *, in_colour: bool) -> Iterator[str]:
    before, after = (text.split("\n") for text in texts)
    for line in unified_diff(before, after, file, f"{file} (rettet)", n=_AROUND, lineterm=""):
        colour = {"-": _RED, "+": _GREEN}.get(line[0], "") if in_colour else ""
        yield f"{colour}{line}{_PLAIN}" if colour else line
