"""What is written is what is printed: each contributed text that a document places is found whole in what came out.

The words and numerals of a text are compared in their order, whatever made the page, so that a mistake in a template or
in what turns Markdown into a page is found here and not by a reader.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import plural, quote
from frivilligrapport.grammar.figure_references import find_references, replace_references
from frivilligrapport.problems import ExitCode, Location, Refusal
from frivilligrapport.rules.texts.prose import own_words_of_all_years
from frivilligrapport.rules.year import Passage, Year

# A numeral is one word: 1,5 is not 1.5.
_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)+|[^\W_](?:\u00ad?[^\W_])*")
_ADDRESS = re.compile(r"\]\((?i:https?|mailto):[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\s*(?:\"[^\"\n]*\"\s*)?\)")
# What lies within a word; all other elements part two words.
_WITHIN_WORDS = frozenset({"a", "abbr", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup", "wbr"})
_UNSEEN = frozenset({"style", "script", "title"})
_CUT_AFTER = 4  # so many words of a text's beginning show that it was meant to be there
_SHOWN = 4


class AlteredText(Refusal):
    """Refuse to write a document in which a contributor's text is not what was typed."""

    exit_code = ExitCode.CANNOT_RENDER


@dataclass(frozen=True)
class Words:
    """Hold the words of a text in their order, without soft hyphens, and where in the text each stands."""

    text: str
    found: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str, *, addresses: bool = True) -> "Words":
        """Take the words and numerals out of a text, without the addresses of its links when they are not wanted."""
        left_out = () if addresses else tuple(one.span() for one in _ADDRESS.finditer(text))
        words = [one for one in _WORD.finditer(text) if not any(a <= one.start() < b for a, b in left_out)]
        whole = tuple(one[0].replace("\u00ad", "") for one in words)
        return cls(text, whole, tuple(one.span() for one in words))

    @cached_property
    def run(self) -> str:
        """The words as one string in which a run of words is found as it stands."""
        return "\0".join(("", *self.found, ""))

    def holds(self, other: "Words", first: int = 0, last: int | None = None) -> bool:
        """Tell whether the words of another, or some of them, stand here in one run."""
        wanted = other.found[first:last]
        return not wanted or "\0".join(("", *wanted, "")) in self.run

    def end_of(self, other: "Words", many: int) -> int:
        """Give the number of the word that follows here on the first `many` words of another, which stand here."""
        start = self.run.find("\0".join(("", *other.found[:many], "")))
        return self.run.count("\0", 0, start + 1) - 1 + many

    def excerpt(self, number: int) -> str:
        """Give some words as they stand, from the one before a number."""
        spans = self.spans[max(0, number - 1) :][:_SHOWN]
        return " ".join(self.text[spans[0][0] : spans[-1][1]].split()) if spans else ""


@dataclass(frozen=True)
class Contributions:
    """Hold every text of a year that people found the words for, names too, by the text as documents hold it."""

    by_text: Mapping[str, Passage]

    @classmethod
    def of(cls, samling: Samling, aargang: Aargang) -> "Contributions":
        """Gather the texts of the year's files and of those that belong to no year."""
        found = (*Year(samling, aargang).own_words, *own_words_of_all_years(samling))
        return cls({one.text.strip(): one for one in found if one.text.strip()})

    @cached_property
    def _with_figures(self) -> tuple[tuple[re.Pattern[str], Passage], ...]:
        return tuple(
            (re.compile(re.escape(replace_references(text, lambda _: "\0")).replace("\0", ".*?"), re.DOTALL), passage)
            for text, passage in self.by_text.items()
            if any(find_references(text))
        )

    def behind(self, text: str) -> Passage | None:
        """Give the contribution that a document's text is; figures may have been put in for their references."""
        own = self.by_text.get(text.strip())
        return own or next((one for pattern, one in self._with_figures if pattern.fullmatch(text.strip())), None)


@dataclass(frozen=True)
class Held:
    """Hold the texts that a document's value holds, and what people have contributed."""

    texts: frozenset[str]
    contributions: Contributions

    def refuse_altered(self, name: str, placed: frozenset[str], output: str) -> None:
        """Look for each text in what came out, by its file's name: Markdown, HTML or the text of a PDF.

        `placed` are the texts that the template was seen to place; one that is not, but begins there and does not end
        there, is cut. Raises AlteredText.
        """
        printed = Words.of(_READ_AS[name.rpartition(".")[2]](output))
        altered = [
            (passage, words)
            for text in sorted(placed | self.texts)
            if (passage := self.contributions.behind(text))
            and (words := _lost(text, printed, is_placed=text in placed)) is not None
        ]
        if altered:
            passage, words = altered[0]
            raise AlteredText(*_told(name, passage, words, printed, len(altered) - 1))


def _lost(text: str, printed: Words, *, is_placed: bool) -> Words | None:
    """Give the words of a text that is not there whole; None when it is, or was never to be there."""
    if any(printed.holds(form) for form in _forms(text)):
        return None
    words = Words.of(text, addresses=False)
    begins = len(words.found) > _CUT_AFTER and printed.holds(words, last=_CUT_AFTER)
    return words if is_placed or begins else None


def _forms(text: str) -> Iterator[Words]:
    """Give the words that may stand for a text.

    They stand with the addresses of its links or without, with entities read, and with a capital where it begins a
    sentence.
    """
    read = html.unescape(text)
    for form in dict.fromkeys((text, read, read[:1].upper() + read[1:])):
        yield Words.of(form)
        yield Words.of(_ADDRESS.sub("", form))  # an ending that follows a link is part of its last word


def _told(name: str, passage: Passage, words: Words, printed: Words, others: int) -> tuple[str, str]:
    """Word the first difference: where it was typed, what, and what would have been printed."""
    many = 0
    while many < len(words.found) and printed.holds(words, last=many + 1):
        many += 1
    typed, instead = words.excerpt(many), printed.excerpt(printed.end_of(words, many)) if many else ""
    place = _place(passage, words, many)
    message = f"{place}: Teksten ville ikke blive trykt i {name}, som den er skrevet."
    hint = f"Der er skrevet {quote(typed)}. "
    hint += f"Der ville stå {quote(instead)}. " if instead else "Det ville ikke stå der. "
    hint += "Intet er gemt. "
    hint += "Skriv stedet på en anden måde, eller ret den skabelon, som viser teksten."
    return message, hint + (f" Det gælder {others} {plural(others, 'tekst', 'tekster')} til." if others else "")


def _place(passage: Passage, words: Words, many: int) -> Location:
    """Give the place of the first word that is lost; where figures were put in, that of the text."""
    has_figures = any(find_references(passage.text))
    return passage.at(0 if has_figures else words.spans[min(many, len(words.spans) - 1)][0], 1)


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


_READ_AS: Mapping[str, Callable[[str], str]] = {"md": html.unescape, "html": _page_text, "pdf": str}


def texts_in(value: object) -> Iterator[str]:
    """Yield every text that a document's value holds, however deep."""
    seen: set[int] = set()
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif id(one) not in seen:
            seen.add(id(one))
            if isinstance(one, Mapping):
                left.extend(one.values())
            elif isinstance(one, (tuple, list, frozenset)):
                left.extend(one)
            else:
                left.extend(getattr(one, name) for name in getattr(one, "__dataclass_fields__", ()))
