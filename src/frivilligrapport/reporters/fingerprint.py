"""Fingerprints: names of findings that stay when lines are added above, so that a new one is told from an old."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from frivilligrapport.problems import Location, Problem
from frivilligrapport.problems.personal_data import mask
from frivilligrapport.reporters.lines import Lines

_LENGTH = 32


def fingerprints(problems: Iterable[Problem], sources: Mapping[str, Lines]) -> tuple[str, ...]:
    """Give each finding 32 hexadecimal digits, made of file, code, subject and the underlined words.

    Never of a line number, and not of the message either: it may name other lines. Findings that are alike in all four
    are numbered in the order given, so no two fingerprints are equal. A CPR number is masked first: four hidden digits
    could be guessed from a hash.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for problem in problems:
        identity = tuple(map(mask, _identity(problem, sources.get(problem.location.file))))
        seen[identity] += 1
        text = "\0".join((*identity, str(seen[identity])))
        made.append(hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:_LENGTH])
    return tuple(made)


def _identity(problem: Problem, source: Lines | None) -> tuple[str, ...]:
    words = underlined(problem.location, source.lines) if source else ""
    return (problem.location.file, problem.code, problem.subject, " ".join(unicodedata.normalize("NFC", words).split()))


def underlined(place: Location, lines: Sequence[str]) -> str:
    """Give the characters at a place; "" for a place of one character, which only points at something near."""
    if place.length == 1 or place.line > len(lines):
        return ""
    return lines[place.line - 1][place.column - 1 : place.column - 1 + place.length]
