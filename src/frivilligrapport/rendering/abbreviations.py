"""Abbreviations on a finished page: written out where one is first met, marked in HTML, and gathered for the key.

An abbreviation is a word of the page, whoever wrote the sentence and whatever template placed it, so it is looked for
there, from the top. Contributors' words come out as typed: in them an abbreviation is marked and never written out.
"""

import html
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from markupsafe import escape

from frivilligrapport.danish import genitive, sort_key
from frivilligrapport.rendering.markdown.escape import escape_inside

_WORD = re.compile(r"[^\W_]+")
# Signs that the two editions do not both show.
_SIGNS = re.compile(r"[*_`~\\\u00ad]")
_ADDRESS = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\s*(?:\"[^\"\n]*\"\s*)?\)")
_BEGINS_LINE = re.compile(r"^[ \t]*(?:[-*+>#|–]+|\d+[.)])\s+", re.MULTILINE)
_PARTS = re.compile(r"\n\s*\n|\|")
_LOOK = 200  # so far around a word is looked for what stands beside it
_ABOVE = 3  # so many blocks above a line with nothing but an abbreviation may its heading stand
_FEWEST_WORDS = 2  # a text of one word is a name that stands in sentences of ours


class Surroundings(Enum):
    """Say what may be done with an abbreviation where it stands."""

    SENTENCE = auto()
    SET = auto()  # a heading or a table has no room for the whole name
    FIXED = auto()  # a link, code or a drawing is left as it is


class Span(NamedTuple):
    """Hold where in the page a piece of text stands, and what may be done there."""

    start: int
    end: int
    place: Surroundings


Block = tuple[Span, ...]  # a paragraph, an item, a cell or a heading: what is read as one


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """An abbreviation of a page, what it is short for, and whether the page itself says so where it is first met."""

    kort: str
    betydning: str
    er_skrevet_ud: bool


@dataclass(frozen=True)
class Abbreviations:
    """Hold what each abbreviation is short for, and the texts that contributors found the words for."""

    meanings: Mapping[str, str] = field(default_factory=dict)
    contributed: Collection[str] = ()

    def write_out(self, page: str, form: str) -> tuple[str, tuple[KeyEntry, ...]]:
        """Write each out where it is first met in a sentence of ours, and mark all of them in HTML.

        `form` is md or html. Give the page and the abbreviations that it holds, in alphabetical order.
        """
        edition = _EDITIONS[form]
        pattern = self._pattern(edition)
        found = edition.blocks(page) if pattern and pattern.search(page) else []
        read = [(one, text) for one in found if (text := _read(page, one))]
        says = [text for _, text in read]
        spelled = {edition.escaped(one): one for one in self.meanings}
        met: dict[str, bool] = {}
        parts: list[str] = []
        end = 0
        for number, (block, text) in enumerate(read):
            for word, place, before, after in _words_in(page, block, pattern):
                short = spelled[word["short"]]
                meaning = self.meanings[short]
                is_label = text == short and meaning in says[max(0, number - _ABOVE) : number + 2]
                is_first = not met.get(short) and not is_label and not _tells(before, meaning)
                met[short] = not is_first
                if place is Surroundings.FIXED:
                    continue
                instead = f"{edition.marked(word['short'], meaning)}{word['ending']}"
                if is_first and place is Surroundings.SENTENCE and self._is_ours(short, before, after):
                    name = edition.escaped(genitive(meaning) if word["ending"] else meaning)
                    instead = f"{name}, {instead}" if before.count("(") > before.count(")") else f"{name} ({instead})"
                    met[short] = True
                parts += [page[end : word.start()], instead]
                end = word.end()
        key = (KeyEntry(one, self.meanings[one], met[one]) for one in sorted(met, key=sort_key))
        return "".join((*parts, page[end:])), tuple(key)

    def _pattern(self, edition: "_Edition") -> re.Pattern[str] | None:
        """Give what finds an abbreviation as a word of its own, in a genitive with its ending, or before a hyphen."""
        if not self.meanings:
            return None
        words = "|".join(re.escape(edition.escaped(one)) for one in sorted(self.meanings, key=len, reverse=True))
        return re.compile(rf"(?<![\w@/\\.#&-])(?P<short>{words})(?P<ending>(?:(?:'|’|&#39;)?s)?)(?![\w@/\\]|[.:]\w)")

    def _is_ours(self, short: str, before: str, after: str) -> bool:
        """Tell whether a sentence of ours holds the word, which is no compound and not the only one there."""
        beside = last, first = _last_word(before), _first_word(after)
        typed = self.typed_beside.get(short, frozenset())
        is_typed = not typed.isdisjoint({beside, (last, ""), ("", first)})
        return any(beside) and not is_typed and not after.startswith("-")

    @cached_property
    def typed_beside(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        """Give the words that contributors have before and after each abbreviation, "" where a text begins or ends."""
        found: dict[str, set[tuple[str, str]]] = {}
        for text in self.contributed:
            if any(short in text for short in self.meanings) and len(_WORD.findall(text)) >= _FEWEST_WORDS:
                for form in (text, _ADDRESS.sub("", text)):
                    for short, beside in self._beside(form):
                        found.setdefault(short, set()).add(beside)
        return {short: frozenset(found[short]) for short in self.meanings if short in found}

    def _beside(self, text: str) -> Iterator[tuple[str, tuple[str, str]]]:
        for part in _PARTS.split(_BEGINS_LINE.sub("\n\n", _plain(text))):
            for short in self.meanings:
                for found in re.finditer(rf"(?<!\w){re.escape(short)}(?:['’]?s)?(?!\w)", part):
                    before, after = _beside(part, found.start(), found.end())
                    beside = _last_word(before), _first_word(after)
                    yield from ((short, beside),) if any(beside) else ()


def _words_in(
    page: str, block: Block, pattern: re.Pattern[str] | None
) -> Iterator[tuple[re.Match[str], Surroundings, str, str]]:
    """Yield each abbreviation of a block, what may be done there, and what stands before and after it."""
    text = "".join(page[one.start : one.end] for one in block)
    passed = 0
    for start, end, place in block if pattern else ():
        for found in pattern.finditer(page, start, end) if pattern else ():
            at = passed + found.start() - start
            before, after = _beside(text, at, at + len(found[0]))
            yield found, place, _plain(before), _plain(after)
        passed += end - start


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - _LOOK) : start], text[end : end + _LOOK]


def _read(page: str, block: Block) -> str:
    """Give what a block says, without the signs around it."""
    return _plain("".join(page[one.start : one.end] for one in block)).strip(" \n\t#-–.:")


def _plain(text: str) -> str:
    return _SIGNS.sub("", html.unescape(text))


def _tells(before: str, meaning: str) -> bool:
    """Tell whether the whole name stands just before its abbreviation: "Socialforvaltningen (SOF"."""
    return " ".join(before.rstrip("( ,").split()).endswith(meaning) and not before.endswith(meaning)


def _last_word(text: str) -> str:
    words = _WORD.findall(text)
    return words[-1].casefold() if words else ""


def _first_word(text: str) -> str:
    found = _WORD.search(text)
    return found[0].casefold() if found else ""


_TAG = re.compile(
    r"<!--.*?-->|<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?:\"[^\"]*\"|'[^']*'|[^\"'>])*>|<![^>]*>", re.DOTALL
)
_WITHIN = frozenset({"a", "abbr", "b", "cite", "code", "em", "i", "q", "small", "span", "strong", "sub", "sup", "wbr"})
_UNSEEN = frozenset({"head", "script", "style", "title"})
_LEFT_ALONE = frozenset({"a", "abbr", "button", "code", "option", "pre", "svg", "textarea"})
_SET_TIGHT = frozenset({"caption", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"})


def _blocks_of_html(page: str) -> list[Block]:
    within = dict.fromkeys(_UNSEEN | _LEFT_ALONE | _SET_TIGHT, 0)
    blocks: list[list[Span]] = [[]]
    at = 0
    for tag in _TAG.finditer(page):
        if tag.start() > at and not any(within[name] for name in _UNSEEN):
            blocks[-1].append(Span(at, tag.start(), _place_of(within)))
        at, name = tag.end(), (tag["name"] or "").lower()
        if name in within:
            within[name] = max(0, within[name] + (-1 if tag["end"] else 1))
        if name not in _WITHIN:
            blocks.append([])
    return [*(tuple(one) for one in blocks if one), (Span(at, len(page), Surroundings.SENTENCE),)]


def _place_of(within: Mapping[str, int]) -> Surroundings:
    if any(within[name] for name in _LEFT_ALONE):
        return Surroundings.FIXED
    return Surroundings.SET if any(within[name] for name in _SET_TIGHT) else Surroundings.SENTENCE


_LINE = re.compile(r".+\n?|\n")
_LINK_OR_CODE = re.compile(r"\[(?:[^\[\]\\]|\\.)*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|`[^`\n]+`|<[^<>\s]+>")
_NEW_BLOCK = re.compile(r"\s*(?:[-*+]|\d+\.)\s|\s*>|\|")
# A heading, a row, and a line in bold, which is the caption of a table.
_SET_LINE = re.compile(r"#|\||\*\*(?:[^*\\]|\\.)+\*\*\s*\Z")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")


def _blocks_of_markdown(page: str) -> list[Block]:
    blocks: list[list[Span]] = [[]]
    for line in _LINE.finditer(page):
        is_set = bool(_SET_LINE.match(line[0]))
        if is_set or not line[0].strip() or _NEW_BLOCK.match(line[0]):
            blocks.append([])
        if line[0].startswith("|"):
            blocks += [[Span(*cell.span(), Surroundings.SET)] for cell in _CELL.finditer(page, *line.span())]
        else:
            blocks[-1] += _spans_of_line(page, *line.span(), Surroundings.SET if is_set else Surroundings.SENTENCE)
        if is_set:
            blocks.append([])
    return [tuple(one) for one in blocks if one]


def _spans_of_line(page: str, start: int, end: int, place: Surroundings) -> Iterator[Span]:
    """Part a line into links and code, which are left alone, and the rest."""
    at = start
    for found in _LINK_OR_CODE.finditer(page, start, end):
        yield Span(at, found.start(), place)
        yield Span(*found.span(), Surroundings.FIXED)
        at = found.end()
    yield Span(at, end, place)


class _Edition(NamedTuple):
    """Say how a format is read and written."""

    blocks: Callable[[str], list[Block]]
    escaped: Callable[[str], str]
    marked: Callable[[str, str], str]


def _marked_html(written: str, meaning: str) -> str:
    return f'<abbr title="{escape(meaning)}">{written}</abbr>'


_EDITIONS = {
    "html": _Edition(_blocks_of_html, lambda text: str(escape(text)), _marked_html),
    "md": _Edition(_blocks_of_markdown, escape_inside, lambda written, _: written),
}
