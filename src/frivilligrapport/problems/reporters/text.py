"""Findings for people: place, excerpt, underline, and what to write instead."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from frivilligrapport.danish import format_number, join_words, plural
from frivilligrapport.problems import Location, Problem, Severity
from frivilligrapport.problems.personal_data import mask
from frivilligrapport.problems.signs import harmless, without_steering

_WIDTH = 100
_MARGIN = 5
_BEFORE = 30
_COLOURS = {Severity.FEJL: "\x1b[1;31m", Severity.ADVARSEL: "\x1b[1;33m"}  # bold, and red or yellow
_PLAIN = "\x1b[0m"


class SourceLines(Protocol):
    """A file's lines, to quote them."""

    @property
    def lines(self) -> Sequence[str]:
        """Give the file's lines without their ends."""
        ...


def findings_text(problems: Iterable[Problem], sources: Mapping[str, SourceLines], *, in_colour: bool = False) -> str:
    """Word findings one after the other, a blank line between; "" when there are none. Personal data is masked."""
    shown = (_one(problem, sources.get(problem.location.file), in_colour=in_colour) for problem in problems)
    return mask("\n".join(shown))


class QuotedLine(NamedTuple):
    """A line of a file as it is quoted: its number, and what stands before, in and after what is marked of it."""

    number: int
    before: str
    marked: str = ""
    after: str = ""


def quoted(place: Location, lines: Sequence[str], above: int = 1, below: int = 0) -> tuple[QuotedLine, ...]:
    """Quote the line at a place with the characters there marked, and lines around it that are not blank.

    () where there is nothing to see. Of a long line the part at the place is quoted. Personal data is masked.
    """
    if place.line > len(lines) or _is_blank(lines[place.line - 1]):
        return ()
    line = _masked(lines[place.line - 1])
    cut = max(0, place.column - 1 - _BEFORE) if len(line) > _WIDTH else 0
    shown, start = _flat(line[cut : cut + _WIDTH]), place.column - 1 - cut
    end = start + max(1, min(place.length, len(shown) - start))
    return (
        *_around(lines, range(max(1, place.line - above), place.line)),
        QuotedLine(place.line, shown[:start].ljust(start), shown[start:end], shown[end:]),
        *_around(lines, range(place.line + 1, min(place.line + below, len(lines)) + 1)),
    )


def _around(lines: Sequence[str], numbers: range) -> Iterator[QuotedLine]:
    for number in numbers:
        if not _is_blank(line := _masked(lines[number - 1])):
            yield QuotedLine(number, _flat(line[:_WIDTH]))


def _one(problem: Problem, source: SourceLines | None, *, in_colour: bool) -> str:
    start, end = (_COLOURS[problem.severity], _PLAIN) if in_colour else ("", "")
    place, message, hint = (harmless(str(text)) for text in (problem.location, problem.message, problem.hint))
    lines = [f"{place}: {start}{problem.severity}{end} {problem.code}: {message}"]
    excerpt = quoted(problem.location, source.lines) if source else ()
    if excerpt:
        lines += [f"{one.number:>{_MARGIN}} | {one.before}{one.marked}{one.after}".rstrip() for one in excerpt]
        blank = " " * len(excerpt[-1].before)
        lines.append(f"{'':>{_MARGIN}} | {blank}{start}{'^' * max(1, len(excerpt[-1].marked))}{end}")
    return "\n".join([*lines, *([f"   {hint}"] if hint else []), ""])


@lru_cache(maxsize=4)
def _masked(line: str) -> str:
    """Mask a line once for all that is found in it: it may be as long as a file."""
    return mask(line)


def _is_blank(line: str) -> bool:
    return not line or line.isspace()


def _flat(line: str) -> str:
    """Give each character the same width, so that the underline stands below what it underlines."""
    return without_steering(line.replace("\t", " "))


def findings_summary(problems: Sequence[Problem]) -> str:
    """Count findings in a sentence: "2 fejl og 1 advarsel."."""
    errors = sum(problem.severity is Severity.FEJL for problem in problems)
    return f"{count_text(errors, len(problems) - errors) or 'Ingen fejl'}."


def count_text(errors: int, warnings: int) -> str:
    """Count findings in words: "2 fejl og 1 advarsel", "" for none."""
    counts = ((errors, "fejl"), (warnings, plural(warnings, "advarsel", "advarsler")))
    return join_words([f"{format_number(number)} {word}" for number, word in counts if number])
