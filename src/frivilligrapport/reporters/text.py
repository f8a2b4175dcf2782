"""Findings for people: place, excerpt, underline, and what to write instead."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from frivilligrapport.danish import format_number, join_words, plural
from frivilligrapport.problems import Location, Problem, Severity
from frivilligrapport.problems.personal_data import mask

_WIDTH = 100
_MARGIN = 5
_BEFORE = 30


class Lines(Protocol):
    """What a reporter needs of a file: its lines, to quote them."""

    @property
    def lines(self) -> Sequence[str]:
        """Give the file's lines without their ends."""
        ...


def report(problems: Iterable[Problem], sources: Mapping[str, Lines]) -> str:
    """Word findings one after the other, a blank line between; "" when there are none. Personal data is masked."""
    return mask("\n".join(_one(problem, sources.get(problem.location.file)) for problem in problems))


def _one(problem: Problem, source: Lines | None) -> str:
    head = f"{problem.location}: {problem.severity} {problem.code}: {problem.message}"
    excerpt = _excerpt(problem.location, source.lines) if source else []
    hint = [f"   {problem.hint}"] if problem.hint else []
    return "\n".join([head, *excerpt, *hint, ""])


def _excerpt(place: Location, lines: Sequence[str]) -> list[str]:
    """Quote the line and the one above it, and underline the characters at the place."""
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return []
    line = mask(lines[place.line - 1])
    cut = max(0, place.column - 1 - _BEFORE) if len(line) > _WIDTH else 0
    shown = _flat(line[cut : cut + _WIDTH])
    above = mask(lines[place.line - 2]) if place.line > 1 else ""
    start = place.column - 1 - cut
    underline = " " * start + "^" * max(1, min(place.length, len(shown) - start))
    before = [f"{place.line - 1:>{_MARGIN}} | {_flat(above[:_WIDTH])}".rstrip()] if above.strip() else []
    return [*before, f"{place.line:>{_MARGIN}} | {shown}".rstrip(), f"{'':>{_MARGIN}} | {underline}"]


def _flat(line: str) -> str:
    """Give each character the same width, so that the underline stands below what it underlines."""
    return line.replace("\t", " ")


def summary(problems: Sequence[Problem]) -> str:
    """Count findings in a sentence: "2 fejl og 1 advarsel."."""
    errors = sum(problem.severity is Severity.FEJL for problem in problems)
    warnings = len(problems) - errors
    parts = [f"{format_number(errors)} fejl"] if errors else []
    if warnings:
        parts.append(f"{format_number(warnings)} {plural(warnings, 'advarsel', 'advarsler')}")
    return f"{join_words(parts)}." if parts else "Ingen fejl."
