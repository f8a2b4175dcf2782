"""What a finished file says to its reader, whatever made it: its words, numerals and signs in their order."""

import html
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from unicodedata import normalize

from frivilligrapport.grammar.markdown.signs import PieceKind, read_signs

# A numeral is one word: 1,5 is not 1.5.
_WORD = r"[0-9]+(?:[.,][0-9]+)+|[^\W_](?:\u00ad?[^\W_])*"
# All else that is seen. What has no width only divides words and joins or chooses emoji, and black ink has no skin.
_SIGN = r"[^\w\s\u00ad\u034f\u200b-\u200d\u2060\ufe0e\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0000-\U000e007f]|_"
_MARK = re.compile(f"{_WORD}|{_SIGN}")
_END = "\0"
_SOFT_HYPHEN = "\u00ad"
# What the report's fonts draw alike; a test holds it against them.
_DRAWN_ALIKE = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u00b5": "\u03bc", "\u2126": "\u03a9", "\u03d5": "\u03c6", "\u02ed": "\u207c"}
)
_OF_MATHEMATICS = re.compile("[\u210e\U0001d400-\U0001d7ff]")
# What lies within a word; all other elements part two words.
_WITHIN_WORDS = frozenset({"a", "abbr", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup", "wbr"})
_UNSEEN = frozenset({"style", "script", "title"})
_SHOWN = 4
_TAGS = frozenset({PieceKind.OPEN, PieceKind.CLOSE})
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_CODE_OR_ENTITY = re.compile(r"(?<!\\)(?:`[^`\n]+`|&#?\w+;)")
_BETWEEN_BLOCKS = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class Words:
    """Hold the words and signs of a text in their order, without soft hyphens."""

    text: str
    marks: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        """Take the words, numerals and signs out of a text."""
        marks = _MARK.findall(_as_drawn(text))
        if _SOFT_HYPHEN in text:
            marks = [mark.replace(_SOFT_HYPHEN, "") for mark in marks]
        return cls(text, tuple(marks))

    @cached_property
    def run(self) -> str:
        """All of them as one string, each with its end."""
        return _END.join((*self.marks, ""))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The same without the signs."""
        return tuple([mark for mark in self.marks if len(mark) > 1 or mark.isalnum()])

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where in the text each stands."""
        return tuple(found.span() for found in _MARK.finditer(_as_drawn(self.text)))

    def excerpt(self, number: int) -> str:
        """Give some of them as they stand, from the one before a number."""
        spans = self.spans[max(0, number - 1) :][:_SHOWN]
        return " ".join(self.text[spans[0][0] : spans[-1][1]].split()) if spans else ""


def _as_drawn(text: str) -> str:
    """Give a text, sign for sign, with one of those that fonts draw alike for all of them: a PDF tells of the first."""
    if text.isascii():
        return text
    return _OF_MATHEMATICS.sub(lambda one: normalize("NFKC", one[0]), text.translate(_DRAWN_ALIKE))


def _is_sign(mark: str) -> bool:
    return len(mark) == 1 and not mark.isalnum()


class _Run:
    """Hold words and signs as one string, each between two ends, and find others in it by where the rarest stands.

    A long page has many texts to look for: to read it from its beginning for each would take their product.
    """

    def __init__(self, marks: Sequence[str]) -> None:
        self.text = _END.join(("", *marks, ""))
        self._places: dict[str, list[int]] = defaultdict(list)
        at = len(_END)
        for mark in marks:
            self._places[mark].append(at)
            at += len(mark) + len(_END)

    def ends_of(self, marks: Sequence[str]) -> Iterator[int]:
        """Yield each place where all the marks, one or more, stand after each other: that of what follows on them."""
        run = _END.join(("", *marks, ""))
        rarest = min(range(len(marks)), key=lambda number: len(self._places.get(marks[number], ())))
        before = len(_END) + sum(len(mark) + len(_END) for mark in marks[:rarest])
        for place in self._places.get(marks[rarest], ()):
            if place >= before and self.text.startswith(run, place - before):
                yield place - before + len(run)


@dataclass(frozen=True)
class Page:
    """Hold what a finished file says."""

    said: Words

    @classmethod
    def of(cls, name: str, content: str) -> "Page":
        """Read a file by its name: Markdown, HTML, or the text of a PDF."""
        return cls(Words.of(_READ_AS[name.rpartition(".")[2]](content)))

    def words_of(self, text: Words) -> bool:
        """Tell whether the words of a text stand here in one run, whatever signs are between."""
        return not text.words or any(self._words.ends_of(text.words))

    def places_of(self, words: Sequence[str]) -> Iterator[int]:
        """Yield how many words stand here before each place where some, one or more, stand in one run."""
        return (self._words.text.count(_END, 0, end) - 1 - len(words) for end in self._words.ends_of(words))

    def places_within(self, words: Sequence[str], other: Words) -> Iterator[int]:
        """Yield those of the places where the words are a piece of another text, all of whose words stand here."""
        first = [at for at in range(len(other.words)) if other.words[at : at + len(words)] == tuple(words)]
        return (place + at for place in (self.places_of(other.words) if first else ()) for at in first)

    def holds(self, parts: Sequence[Words]) -> bool:
        """Tell whether the words and signs of each part stand here in one run, and the parts after each other.

        Between them may be other signs, such as those of a list.
        """
        return self._end_of(parts) is not None

    def end_of(self, parts: Sequence[Words]) -> int | None:
        """Give how many words and signs stand here before what follows on the parts; None when they are not here."""
        end = self._end_of(parts)
        return end and self._run.text.count(_END, 0, end) - 1

    def _end_of(self, parts: Sequence[Words]) -> int | None:
        """Give where the parts end among all words and signs here, 0 for no parts; None when they are not here."""
        found = [one for one in parts if one.marks]
        if not found:
            return 0
        runs = [one.run for one in found[1:]]
        ends = (self._after(place, runs) for place in self._run.ends_of(found[0].marks))
        return next(filter(None, ends), None)

    def _after(self, at: int, runs: Iterable[str]) -> int:
        """Give where all runs, with signs between them, end here from a place on; 0 where something else follows."""
        for run in runs:
            while not self._run.text.startswith(run, at):
                if self._run.text[at + 1 : at + 2] != _END or not _is_sign(self._run.text[at]):
                    return 0
                at += 2
            at += len(run)
        return at

    @cached_property
    def _run(self) -> _Run:
        return _Run(self.said.marks)

    @cached_property
    def _words(self) -> _Run:
        return _Run(self.said.words)


def _markdown_text(content: str) -> str:
    """Read our own Markdown, in which every sign that stands for itself is escaped where it could be more."""
    parts: list[str] = []
    content = _CODE_OR_ENTITY.sub(lambda one: one[0] if one[0][0] == "`" else html.unescape(one[0]), content)
    for block in _BETWEEN_BLOCKS.split(_QUOTED.sub("", content)):
        parts += (one.text for one in read_signs(block, is_own=True).pieces if one.kind not in _TAGS)
        parts.append("\n\n")
    return "".join(parts)


def _page_text(page: str) -> str:
    reader = _PageText()
    reader.feed(page)
    reader.close()
    return "".join(reader.parts)


class _PageText(HTMLParser):
    """Read a page as its reader does: with the numbers of its lists, and without what is not shown."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._counts: list[int | None] = []
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _WITHIN_WORDS:
            self.parts.append(" ")
        if tag in _UNSEEN:
            self._unseen = tag
        elif tag in {"ol", "ul"}:
            self._counts.append(int(dict(attrs).get("start") or 1) if tag == "ol" else None)
        elif tag == "li" and self._counts and (count := self._counts[-1]) is not None:
            self.parts.append(f"{count}. ")
            self._counts[-1] = count + 1

    def handle_endtag(self, tag: str) -> None:
        if tag not in _WITHIN_WORDS:
            self.parts.append(" ")
        if tag == self._unseen:
            self._unseen = ""
        elif tag in {"ol", "ul"} and self._counts:
            self._counts.pop()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)


_READ_AS: Mapping[str, Callable[[str], str]] = {"md": _markdown_text, "html": _page_text, "pdf": str}
