"""What is written is what is printed: each contributed text that a document places is found whole in what came out.

The words, numerals and signs of a text are compared in their order, whatever made the page, so that a mistake in a
template or in what turns Markdown into a page is found here and not by a reader.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import plural, quote
from frivilligrapport.fast_start import Frozen
from frivilligrapport.grammar.figure_references import find_references, replace_references
from frivilligrapport.grammar.markdown.blocks import PlacedText
from frivilligrapport.grammar.markdown.text import read_markdown
from frivilligrapport.pipeline.printed_words import Page, Words
from frivilligrapport.problems import ExitCode, Problem, Refusal
from frivilligrapport.problems.reporters.text import findings_text
from frivilligrapport.reading.source import Source
from frivilligrapport.rendering.markdown.normal_form import told
from frivilligrapport.rendering.typography import upper_first
from frivilligrapport.rules.delivery import Passage
from frivilligrapport.rules.kinds import ALTERED_TEXT
from frivilligrapport.rules.texts.prose import own_words_of_all_years
from frivilligrapport.rules.year import Year

# What is typed after a phrase in another language is for whoever reads aloud.
_LANGUAGE = re.compile(r"(?<=\])\{[A-Za-z]{2}\}")
_ADDRESS = re.compile(r"\]\((?i:https?|mailto):[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\s*(?:\"[^\"\n]*\"\s*)?\)")
_CUT_AFTER = 4  # so many words of a text's beginning show that it was meant to be there
_WHOLE_FROM = 3  # so many words show it where they are all that the text has
_MOST_TOLD = 10


class AlteredText(Refusal):
    """Refuse to write a document in which contributors' texts are not what was typed; `problems` says which."""

    exit_code = ExitCode.CANNOT_RENDER

    def __init__(self, problems: tuple[Problem, ...], sources: Mapping[str, Source]) -> None:
        told, rest = findings_text(problems[:_MOST_TOLD], sources), len(problems) - _MOST_TOLD
        more = f"Det gælder {rest} {plural(rest, 'tekst', 'tekster')} til. " if rest > 0 else ""
        super().__init__(f"{told}\n{more}Intet er gemt.")
        self.problems = problems


@dataclass(frozen=True)
class Contributions:
    """Hold every text of a year that people found the words for, names too, by the text as documents hold it.

    `sources` are the files that they stand in, to quote them.
    """

    by_text: Mapping[str, Passage]
    sources: Mapping[str, Source]

    @classmethod
    def of(cls, samling: Samling, aargang: Aargang) -> "Contributions":
        """Gather the texts of the year's files and of those that belong to no year."""
        found = (*Year(samling, aargang).own_words, *own_words_of_all_years(samling))
        return cls({one.text.strip(): one for one in found if one.text.strip()}, samling.sources)

    @cached_property
    def _with_figures(self) -> tuple[tuple[re.Pattern[str], Passage], ...]:
        return tuple(
            (re.compile(re.escape(replace_references(text, lambda _: "\0")).replace("\0", ".*?"), re.DOTALL), passage)
            for text, passage in self.by_text.items()
            if any(find_references(text)) and replace_references(text, lambda _: "").strip()
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

    @cached_property
    def contributed(self) -> frozenset[str]:
        """Give what people found the words for, names too, and of the document's texts those with figures put in."""
        return frozenset((*self.contributions.by_text, *filter(self.contributions.behind, self.texts)))

    def said_in(self, placed: frozenset[str]) -> frozenset[str]:
        """Give those of the texts that a template placed, and of the document's own, that are contributions."""
        return frozenset(filter(self.contributions.behind, placed | self.texts))

    def refuse_altered(self, name: str, placed: frozenset[str], output: str) -> None:
        """Look for each text in what came out, by its file's name: Markdown, HTML or the text of a PDF.

        `placed` are the texts that the template was seen to place; one that is not, but begins there and does not end
        there, is cut, and one whose words are all there has lost a sign, unless another text that is whole says the
        same. Raises AlteredText.
        """
        page = Page.of(name, output)
        altered = [
            _told(name, passage, text, page)
            for text in sorted(placed | self.texts)
            if (passage := self.contributions.behind(text)) and self._is_altered(text, page, is_placed=text in placed)
        ]
        if altered:
            raise AlteredText(tuple(altered), self.contributions.sources)

    def _is_altered(self, text: str, page: Page, *, is_placed: bool) -> bool:
        """Tell whether a text stands on a page and is not whole there."""
        if any(page.holds(parts) for form in _forms(text) if _is_worded(form, page) for parts in _readings(form)):
            return False
        return is_placed or any(self._is_of_no_other(text, seen, page) for seen in _sightings(text))

    def _is_of_no_other(self, text: str, seen: Sequence[str], page: Page) -> bool:
        """Tell whether words of a text stand in a place of a page that is no piece of another text."""
        found = {*page.places_of(seen)}
        others = (one for one in {*self.texts, *self.contributions.by_text} if one != text) if found else ()
        for other in others:
            for parts in (parts for form in _forms(other) for parts in _readings(form)):
                # The words of a block may go on in the next.
                for part in (*parts, Words.of(" ".join(one.text for one in parts))):
                    found -= {*page.places_within(seen, part)}
        return bool(found)


def _is_worded(form: str, page: Page) -> bool:
    """Tell whether all words of a text stand on a page, with the addresses of its links or without."""
    bare = _LANGUAGE.sub("", form)
    return page.words_of(Words.of(bare)) or page.words_of(Words.of(_ADDRESS.sub("", bare)))


def _sightings(text: str) -> Iterator[Sequence[str]]:
    """Give the words that show that a text was meant to be on a page: its first ones, or all where they are few."""
    begins = Words.of(_bare(text)).words[: _CUT_AFTER + 1]
    if len(begins) > _CUT_AFTER:
        yield begins[:_CUT_AFTER]
    if len(begins) >= _WHOLE_FROM:
        yield from (Words.of(_bare(form)).words for form in _forms(text))


def _bare(text: str) -> str:
    return _ADDRESS.sub("", _LANGUAGE.sub("", text))


def _forms(text: str) -> tuple[str, ...]:
    """Give what may stand for a text: with a capital where it begins a sentence, all in them where a style says so.

    A part that is uoplyst stands as the report says it.
    """
    return tuple(dict.fromkeys((text, upper_first(text), text.upper(), told(text))))


def _readings(form: str) -> Iterator[Sequence[Words]]:
    """Give the parts that must stand whole: of Markdown each block, of a name or a few words all."""
    yield [Words.of(one.text) for one in read_markdown(form).shown]
    yield [Words.of(form)]


def _told(name: str, passage: Passage, text: str, page: Page) -> Problem:
    """Tell of the first difference: where it was typed, what, and what would have been printed."""
    has_figures = any(find_references(passage.text))
    shown = passage._replace(text=text).shown if has_figures else passage.shown
    marks = [(one, number) for one in shown for number in range(len(Words.of(one.text).marks))]
    whole = bisect_left(range(len(marks)), 1, key=lambda many: page.end_of(_first(shown, many + 1)) is None)
    part, number = marks[min(whole, len(marks) - 1)]
    words = Words.of(part.text)
    end = page.end_of(_first(shown, whole)) if whole else None
    instead = page.said.excerpt(end) if end else ""
    first, last = words.spans[number]
    start, length = (0, 1) if has_figures else part.span(first, last - first)
    hint = f"Der er skrevet {quote(words.excerpt(number))}. "
    hint += f"Der ville stå {quote(instead)}. " if instead else "Det ville ikke stå der. "
    hint += "Ret den skabelon, som viser teksten, eller skriv stedet på en anden måde"
    message = f"Teksten ville ikke blive trykt i {name}, som den er skrevet."
    return passage.problem(ALTERED_TEXT, start, length, message, hint)


def _first(shown: Sequence[PlacedText], many: int) -> list[Words]:
    """Give the first words and signs of a text, so many."""
    parts: list[Words] = []
    for one in shown:
        words = Words.of(one.text)
        parts.append(Words(words.text, words.marks[:many]))
        many -= len(parts[-1].marks)
    return parts


def texts_in(value: object) -> Iterator[str]:
    """Yield every text that a document's value holds, however deep, without what a kind of text knows besides."""
    seen: set[int] = set()
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield str(one)
        elif id(one) not in seen:
            seen.add(id(one))
            if isinstance(one, Mapping):
                left.extend(one.values())
            elif isinstance(one, (tuple, list, frozenset)):
                left.extend(one)
            else:
                names = one._fields if isinstance(one, Frozen) else getattr(one, "__dataclass_fields__", ())
                left.extend(getattr(one, name) for name in names)
