"""Every numeral of a page, and what warrants it."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

_NUMERAL = re.compile(r"[0-9]+(?:[.,/][0-9]+)*½?|[½¼¾]")
_ESCAPE = re.compile(r"\\([^\w\s])")
_BEFORE, _AFTER = r"(?<![\w½])(?<![0-9][.,/-])", r"(?![\w½])(?![.,/-][0-9])"
Span = tuple[int, int]


class Source(StrEnum):
    """Say what a numeral rests on."""

    REGISTER = "the register, or derived from it"
    PROSE = "a contributor's own prose"
    DECLARED = "declared: a year, a date, a law, a name, a reference, a number in a list"


@dataclass(frozen=True)
class Page:
    """Hold a Markdown page without its escapes and its bold type, so that words can be looked for."""

    text: str

    @classmethod
    def of(cls, markdown: str) -> "Page":
        """Read a page."""
        return cls(plain(markdown))

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Give the lines, each with where it begins."""
        found, start = [], 0
        for line in self.text.split("\n"):
            found.append((start, line))
            start += len(line) + 1
        return tuple(found)

    @cached_property
    def lowered(self) -> str:
        """Give the text in small letters, each in its place."""
        lowered = self.text.lower()
        assert len(lowered) == len(self.text)
        return lowered

    def chapter(self, heading: str) -> Span:
        """Give where a chapter of the second level begins and ends; nowhere when no heading begins so."""
        begins = [(start, line[3:]) for start, line in self.lines if line.startswith("## ")]
        ends = [*(start for start, _ in begins[1:]), len(self.text)]
        return next(
            ((start, end) for (start, name), end in zip(begins, ends, strict=True) if name.startswith(heading)), (0, 0)
        )


Warranted = Callable[[Page], Iterator[Span]]


@dataclass(frozen=True)
class Warrant:
    """Say which spans of a page rest on a source."""

    source: Source
    spans: Warranted


@dataclass(frozen=True)
class Numeral:
    """Hold one numeral: as it stands, the line it is in, and what it rests on, None for nothing."""

    text: str
    number: int
    line: str
    source: Source | None


def trace(page: Page, warrants: Iterable[Warrant]) -> tuple[Numeral, ...]:
    """Find what each numeral of a page rests on; of several warrants the first one given counts."""
    owners: dict[int, Source] = {}
    for warrant in warrants:
        for start, end in warrant.spans(page):
            for place in range(start, end):
                owners.setdefault(place, warrant.source)
    return tuple(
        Numeral(found[0], number, line, _owner(owners, start + found.start(), start + found.end()))
        for number, (start, line) in enumerate(page.lines, start=1)
        for found in _NUMERAL.finditer(line)
    )


def unfounded(numerals: Iterable[Numeral]) -> list[str]:
    """Name the numerals that rest on nothing, each with its line."""
    return [f"line {one.number}: {one.text}: {one.line}" for one in numerals if one.source is None]


def tally_sources(numerals: Iterable[Numeral]) -> Counter[Source | None]:
    """Count the numerals by what they rest on."""
    return Counter(one.source for one in numerals)


def phrase(source: Source, words: str, *, chapter: str = "", beside: str = "") -> Warrant:
    """Warrant words wherever they stand; `chapter` and `beside` narrow it to a chapter, and to lines with other words.

    Case and the way the words are broken into lines do not matter. A number is never part of a longer one.
    """
    pattern, first_word = phrase_pattern(words), plain(words).split()[0].lower()

    def spans(page: Page) -> Iterator[Span]:
        first, last = page.chapter(chapter) if chapter else (0, len(page.text))
        if beside:
            near = [(start, start + len(line)) for start, line in page.lines if plain(beside) in line]
        else:
            near = [(first, last)]
        for start, end in near:
            if first <= start and end <= last:
                # To look for letters is many times as fast as to look for a pattern.
                places = _places(first_word, page.lowered, start, end)
                yield from (found.span() for at in places if (found := pattern.match(page.text, at, end)))

    return Warrant(source, spans)


def _places(word: str, text: str, start: int, end: int) -> Iterator[int]:
    while (start := text.find(word, start, end)) >= 0:
        yield start
        start += 1


def pattern(source: Source, regex: str, holds: Callable[[re.Match[str]], bool] = lambda _: True) -> Warrant:
    """Warrant what a regular expression finds, as far as `holds` agrees."""
    compiled = re.compile(regex, re.MULTILINE)
    return Warrant(source, lambda page: (one.span() for one in compiled.finditer(page.text) if holds(one)))


@cache
def phrase_pattern(words: str) -> re.Pattern[str]:
    """Give the expression that finds words, not as a part of others."""
    inner = r"\s+".join(re.escape(word) for word in plain(words).split())
    return re.compile(f"{_BEFORE}{inner}{_AFTER}" if inner[:1].isalnum() else inner, re.IGNORECASE)


def plain(text: str) -> str:
    """Take escapes, bold type and hard spaces out of Markdown."""
    return html.unescape(_ESCAPE.sub(r"\1", text)).replace("**", "").replace("\u00a0", " ")


def _owner(owners: dict[int, Source], start: int, end: int) -> Source | None:
    """Give the source of a numeral that one warrant covers from end to end, None when none does."""
    found = {owners.get(place) for place in range(start, end)}
    return found.pop() if len(found) == 1 else None
