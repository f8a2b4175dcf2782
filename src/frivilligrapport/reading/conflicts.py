"""Merge conflicts that nobody has settled: two versions of the same lines, with git's marks about them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from frivilligrapport.danish import format_number, join_words, plural
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Problem
from frivilligrapport.reading import file_kinds as kinds
from frivilligrapport.reading.source import Source

_START, _END = "<<<<<<<", ">>>>>>>"
_MARK = pattern(r"(?P<indent>[ \t]*)(?P<sign><{7}|\|{7}|={7}|>{7})(?P<label>[ \t].*)?")


class Conflict(NamedTuple):
    """Hold a conflict's line numbers, from 1: of its first and last mark, and the two sides' first and last lines.

    A side whose last line stands before its first has no lines.
    """

    start: int
    end: int
    ours: tuple[int, int]
    theirs: tuple[int, int]


def conflicts(lines: Sequence[str]) -> Iterator[Conflict]:
    """Find each conflict: three marks in order, all indented alike; a lone one is an underline or a quotation."""
    indent, start, ours_end, middle = "", 0, 0, 0
    for number, line in enumerate(lines, start=1):
        mark = _MARK.fullmatch(line.rstrip()) if start or _START in line else None
        if mark is None:
            continue
        sign = mark["sign"][0]
        if sign == "<":
            indent, start, ours_end, middle = mark["indent"], number, 0, 0
        elif mark["indent"] != indent:
            continue
        elif sign == "|" and not middle:  # what both sides began with, as some editors show it
            ours_end = number - 1
        elif sign == "=" and not middle and not mark["label"]:
            ours_end, middle = ours_end or number - 1, number
        elif sign == ">" and middle:
            yield Conflict(start, number, (start + 1, ours_end), (middle + 1, number - 1))
            start = 0


def first_conflict(text: str) -> Conflict | None:
    """Find a text's first conflict; its lines end in line feeds."""
    return next(conflicts(text.split("\n")), None) if _START in text else None


def conflict_problem(source: Source) -> Problem | None:
    """Give the one finding for all of a file's conflicts, at the first; nothing of what the sides say is told."""
    if _START not in source.text and _END not in source.text:
        return None
    found = list(conflicts(source.lines))
    if not found:
        return _rest(source)
    first, others = found[0], len(found) - 1
    line = source.lines[first.start - 1]
    place = source.location(first.start - 1, len(line) - len(line.lstrip()), len(line.rstrip()))
    more = plural(others, "ét andet sted", f"{format_number(others)} andre steder")
    also = f" Det samme ses {more} i filen." if others else ""
    return Problem(place, kinds.MERGE_CONFLICT, f"{conflict_message(first)}{also}", conflict_hint(first))


def _rest(source: Source) -> Problem | None:
    """Find the marks that are left of a conflict that was settled in part; in a text they may be a quotation."""
    if not source.file.lower().endswith((".yaml", ".yml")):
        return None
    marks = [number for number, line in enumerate(source.lines) if _MARK.fullmatch(line.rstrip())]
    if not any(source.lines[number].startswith((_START, _END)) for number in marks):
        return None
    lines = join_words([str(number + 1) for number in marks])
    message = f"Her står rester af en flettekonflikt i git (linje {lines})."
    hint = "Vælg, hvad der gælder, og slet resten og de linjer, der begynder med <<<<<<<, ======= og >>>>>>>."
    place = source.location(marks[0], 0, len(source.lines[marks[0]].rstrip()))
    return Problem(place, kinds.MERGE_CONFLICT, message, hint)


def conflict_message(conflict: Conflict) -> str:
    """Say where the two sides stand."""
    sides = f"den ene {_at(conflict.ours)}, den anden {_at(conflict.theirs)}"
    return f"To udgaver af teksten er flettet sammen, uden at nogen har valgt (en flettekonflikt i git): {sides}."


def conflict_hint(conflict: Conflict) -> str:
    """Say how a conflict is settled."""
    return (
        f"Vælg mellem udgaverne i linje {conflict.start}-{conflict.end}. "
        "Slet resten og de linjer, der begynder med <<<<<<<, ======= og >>>>>>>."
    )


def _at(side: tuple[int, int]) -> str:
    first, last = side
    if last < first:
        return "er tom"
    return f"i linje {first}" if first == last else f"i linje {first}-{last}"
