"""Text that is not finished: cut off, waiting for more, or a placeholder (FR401, FR402, FR403)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple
from unicodedata import category

from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import normal_key, quote, without_case
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.markdown.blocks import BlockKind, TextBlock
from frivilligrapport.grammar.markdown.signs import STRONG, Piece, PieceKind, read_signs
from frivilligrapport.grammar.markdown.text import MarkdownText
from frivilligrapport.grammar.no_answer import is_no_answer
from frivilligrapport.models.fields.leaves import Navn, Prosa
from frivilligrapport.models.lister import UOPLYST, is_unanswered
from frivilligrapport.models.udseende import Overskrift
from frivilligrapport.problems import Kind, Problem, error
from frivilligrapport.rules.delivery import Passage
from frivilligrapport.rules.rule import folder_rule, rule
from frivilligrapport.rules.texts.prose import own_words_of_all_years
from frivilligrapport.rules.year import Year

_TEXT = "perspektiver:\n  tekst: {}"
CUT_OFF = error(
    "FR401",
    "Teksten slutter uden punktum",
    "En tekst, der slutter uden punktum, er ofte klippet over: I den trykte rapport for 2014 stopper et afsnit midt "
    "i en sætning. Punkter på en liste, rækker i en tabel og overskrifter behøver ikke punktum. I et udkast er det "
    "en advarsel.",
    _TEXT.format("Der kommer flere følgevenner. I 2014 var"),
    _TEXT.format("Der kommer flere følgevenner. I 2014 var der 40."),
)
DANGLING = error(
    "FR402",
    "Sætningen venter på mere",
    "En sætning, der slutter med komma, bindestreg, »og«, »samt« eller »eller«, mangler næsten altid sin ende. I et "
    "udkast er det en advarsel.",
    _TEXT.format("Vi samarbejder med skoler, foreninger og."),
    _TEXT.format("Vi samarbejder med skoler, foreninger og kirker."),
)
PLACEHOLDER = error(
    "FR403",
    "Pladsholdertekst",
    "»xx«, »[antal]«, »[?]«, »tekst følger«, »UDFYLD« og lignende er noget, som nogen ville skrive færdigt senere. "
    "I et udkast er det en advarsel; i en fil, der er klar eller godkendt, er det en fejl.",
    _TEXT.format("Indsæt tekst her."),
    _TEXT.format("Der kommer flere følgevenner."),
)

_ENDS_WITH_ADDRESS = pattern(r"https?://\S+$")
_LETTERED = pattern(r"(?:\A|[\n\v])(?:[a-zæøå]|[ivx]{1,5})[.)]\s[^\n\v]*\Z")

# A smiley or another picture may stand behind the stop; these are parts of one.
_JOINERS = "\u200d\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_CLOSED = pattern(r"[.!?:…)»«”\"'’\]]$")
_ONGOING = r"og|samt|eller"
_HANGS = pattern(rf"(?:[,–-]|(?<!\S)(?:{_ONGOING}))$", re.IGNORECASE)
_HANGS_AT_STOP = pattern(rf"(?<![\w.-])(?:{_ONGOING})[.!?](?=\s|$)|,[.!?](?=\s|$)", re.IGNORECASE)
_TITLE_WORDS = 8
_QUOTED_WORDS = 5
_RUNNING_TEXT = pattern(r"[.!?]\s+[A-ZÆØÅ]")

_THING = "tekst|navn|tal|antal|titel|dato|årstal|år|beløb|sted|link|kilde|billede|foto|henvisning|beskrivelse"
_COMING = r"(?:mere )?tekst(?:en)?|(?:flere )?tal|mere|billeder?"
_COMING_WORDS = ("tekst", "teksten", "tal", "mere", "billede", "billeder")
_END = r"(?:(?=[.!](?:\s|$)|\s*\n)|\W*$)"
# Each with letters of which some are in all that it finds: a text is searched only for those that may be in it.
_WORDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("xx",), r"\b(?:20)?x{2,}\b(?!\. århundrede)"),
    (("/mm", "-mm", ".mm", "måned"), r"\b(?:dd[-./]mm[-./]|dag[-./]måned[-./])[åy]{2,4}\b"),
    (("___",), r"(?<![\w_])_{3,}(?![\w_])"),
    (("lorem",), r"\blorem ipsum\b(?:[^\n.]*\.)?"),
    (("indsæt",), rf"\bindsæt (?:din |jeres )?(?:{_THING})\b(?: her\b)?"),
    # A link has its address behind it, and [tal 2014.projekter] is a figure.
    (("[",), rf"\[(?:{_THING})\](?![(\[:])|\[(?:antal|indsæt|udfyld|skriv)\s[^\]\n]{{1,80}}\](?![(\[:])"),
    (("<", "{"), rf"[<{{](?:{_THING})[>}}]"),
    (("indsæt",), r"[(\[<{]\s?indsæt(?:tes)?\b[^)\]>}\n]{0,80}[)\]>}](?![(\[:])"),
    (("indsæt",), r"\bindsæt her\b"),
    (("skriv her", "tekst her", "din her", "jeres her"), r"\bskriv (?:din |jeres )?(?:tekst )?her\b"),
    (("tbd", "tba", "tbc", "todo", "fixme", "n.n."), r"\b(?:tbd|tba|tbc|todo|fixme|n\.n\.)(?![\w-])"),
    (("NN", "N. N.", "UDFYLD"), r"(?-i:\b(?:NN|N\. N\.|UDFYLD)(?![\w-]))"),
    # Behind a word two of them are only a loud question.
    (("??",), r"\?{3,}|(?<![^\W\d_])(?<![)»”\"!?])\?\?"),
    # First in an item it is a box to tick, which is told of as such.
    (
        ("[",),
        r"(?<![-*+] )\[(?:\.{3}|…|(?-i:X)|\?+|(?:(?:tekst|tal|navn|dato) )?(?:mangler|kommer|følger))\](?![(\[:])",
    ),
    # Inside a sentence these are words as good as any.
    (("udfyldes",), r"^\W*(?:skal )?udfyldes(?: senere| af \w+)?\W*$"),
    (
        tuple(f"{word} {verb}" for word in _COMING_WORDS for verb in ("følger", "kommer")),
        rf"(?:^\W*|(?<=[.!?:\n])\s{{1,8}})(?:{_COMING}) (?:følger|kommer)(?: senere| her| snart)?{_END}",
    ),
)
_LETTERS = frozenset(one for letters, _ in _WORDS for one in letters)
_SIGNS = ".…-?"
_SIGNS_ALONE = r"^\s*(?:\.{3,}|…|-+|\?+)\s*$"
# A cell of a table may be empty, and a heading may be about what is missing.
_SAYS_SOMETHING = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.NAME})
_NAMES = frozenset({"mangler", "ukendt", "senere", "undervejs", "paa_vej"})


class Paragraph(NamedTuple):
    """Hold one block of running text as it is printed, where its last word was typed, and whether it ends the text."""

    text: str
    last_word: tuple[int, int]
    is_last: bool


def paragraphs(read: MarkdownText) -> Iterator[Paragraph]:
    """Yield the blocks that are running text: none that is bold as a heading, and none that is told of otherwise."""
    told = [one.start for one in read.slips]
    for block, below in zip_longest(read.blocks, read.blocks[1:]):
        if block.kind is not BlockKind.PARAGRAPH or block.depth or _introduces(read.typed, block, below):
            continue
        content = block.contents[0]
        pieces = read_signs(content.text).pieces
        shown = [one for one in pieces if one.text and one.kind is not PieceKind.OPEN]
        text = "".join(one.text for one in shown).rstrip()
        first, last = content.at(0), content.at(max(len(content.text) - 1, 0))
        is_heading = _is_bold(pieces) and "\n" not in text
        is_told = bisect_left(told, first) < bisect_right(told, last)
        if text and not (is_heading or is_told or _ENDS_WITH_ADDRESS.search(text) or _LETTERED.search(content.text)):
            word = text.split()[-1]
            typed_word = content.text.split()[-1] if content.text.split() else word
            end = len(content.text.rstrip())
            place = content.at(end - len(typed_word))
            yield Paragraph(text, (place, len(typed_word)), below is None)


def _introduces(typed: str, block: TextBlock, below: TextBlock | None) -> bool:
    """Tell whether a block stands right above a list or a table, which may go on with its sentence."""
    if below is None or below.kind not in {BlockKind.ITEM, BlockKind.TABLE}:
        return False
    first = next(below.every_content)
    return typed.count("\n", block.contents[0].at(len(block.text)), first.at(0)) == 1


def _is_bold(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether a block is bold from one end to the other."""
    ends = [pieces[0], pieces[-1]] if pieces else []
    return [(one.kind, one.tag) for one in ends] == [(PieceKind.OPEN, STRONG), (PieceKind.CLOSE, STRONG)]


def holds_placeholder(text: str) -> bool:
    """Tell whether something in a text waits to be written."""
    return any(True for _ in _found(text))


def _found(text: str) -> Iterator[re.Match[str]]:
    """Find what waits to be written; several in a row are one text that is yet to come: "XXX skriv her"."""
    folded = without_case(text)
    said = {one for one in _LETTERS if one in folded or one in text}
    possible = [pattern for letters, pattern in _WORDS if not said.isdisjoint(letters)] if said else []
    possible += [] if text.strip().strip(_SIGNS) else [_SIGNS_ALONE]
    if possible:
        one = f"(?:{'|'.join(possible)})"
        yield from re.finditer(rf"{one}(?:[^\S\n]*[-–:,.]?[^\S\n]*{one})*", text, re.IGNORECASE)


@rule(CUT_OFF)
def _cut_off(year: Year) -> Iterator[Problem]:
    for passage, block in year.once(_open_paragraphs):
        expected = passage.is_sentences or _RUNNING_TEXT.search(block.text)
        if expected and not _HANGS.search(block.text):
            message = f"Teksten slutter uden punktum: {_last_words(block.text)}."
            yield _at_end(passage, block, CUT_OFF, message, "Skriv sætningen færdig, og slut med punktum")


@rule(DANGLING)
def _dangling(year: Year) -> Iterator[Problem]:
    for passage, block in year.once(_open_paragraphs):
        if _HANGS.search(block.text):
            message = f"Sætningen slutter ikke: {_last_words(block.text)}."
            yield _at_end(passage, block, DANGLING, message, "Skriv sætningen færdig")
    for passage in year.passages:
        printed = passage.in_print
        for match in _HANGS_AT_STOP.finditer(printed.text):
            message = f"Sætningen slutter, før den er færdig: {_last_words(printed.text[: match.end()])}."
            hint = f"Skriv det, der mangler, eller slet »{match.group()[:-1]}«"
            weight = passage.draft_weight
            yield printed.problem(DANGLING, match.start(), len(match.group()), message, hint, weight=weight)


def _open_paragraphs(year: Year) -> tuple[tuple[Passage, Paragraph], ...]:
    """Give the paragraphs of all texts that have no end."""
    return tuple(
        (passage, one) for passage in year.passages for one in paragraphs(passage.reading) if not _is_closed(one)
    )


def _is_closed(one: Paragraph) -> bool:
    """Tell whether a paragraph has an end, or needs none: a short line above another block is taken for a heading.

    What only says uoplyst is told of when the file is finished (FR314), and what else answers nothing as such (FR403).
    """
    is_heading = not one.is_last and "\n" not in one.text and len(one.text.split()) < _TITLE_WORDS
    has_end = _CLOSED.search(_without_pictures(one.text)) is not None
    return has_end or is_heading or is_unanswered(one.text) or is_no_answer(one.text) or holds_placeholder(one.text)


def _without_pictures(text: str) -> str:
    end = len(text)
    while end and (text[end - 1].isspace() or text[end - 1] in _JOINERS or category(text[end - 1]) == "So"):
        end -= 1
    return text[:end]


def _at_end(passage: Passage, block: Paragraph, kind: Kind, message: str, hint: str) -> Problem:
    return passage.problem(kind, *block.last_word, message, hint, weight=passage.draft_weight)


def _last_words(text: str) -> str:
    words = text.split()
    more = "… " if len(words) > _QUOTED_WORDS else ""
    return f"»{more}{' '.join(words[-_QUOTED_WORDS:])}«"


@rule(PLACEHOLDER)
def _placeholders(year: Year) -> Iterator[Problem]:
    for passage in year.own_words:
        yield from _placeholders_in(passage)


@folder_rule(PLACEHOLDER)
def _placeholders_of_all_years(samling: Samling) -> Iterator[Problem]:
    for passage in own_words_of_all_years(samling):
        yield from _placeholders_in(passage)


def _placeholders_in(passage: Passage) -> Iterator[Problem]:
    printed = passage.in_print
    found = []
    for match in _found(_without_places(printed)):
        typed = match.group().strip()
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        found.append(printed.at(start, len(typed)))
        message = f"»{typed}« er en pladsholder og ikke den rigtige tekst."
        yield _placeholder(printed, start, typed, message)
    for start, typed in _no_answers(passage):
        place = passage.at(start, len(typed))
        if not any(one.line == place.line for one in found):
            message = f"Her står kun {quote(typed)}, som ikke fortæller læseren noget."
            yield _placeholder(passage, start, typed, message)


def _without_places(passage: Passage) -> str:
    """Give a text with signs in the places in which the program puts something itself, such as {år}."""
    text = passage.text
    for place in passage.kind.places if issubclass(passage.kind, Overskrift) else ():
        text = text.replace(f"{{{place}}}", "·" * len(f"{{{place}}}"))
    return text


def _placeholder(passage: Passage, start: int, typed: str, message: str) -> Problem:
    # A section whose text is uoplyst is not finished either (FR314), and the report's own words are always known.
    takes_answer = not (
        issubclass(passage.kind, Overskrift) or (issubclass(passage.kind, Prosa) and passage.field == "tekst")
    )
    hint = "Skriv den rigtige tekst, eller uoplyst" if takes_answer else "Her skal stå den rigtige tekst"
    instead = (UOPLYST,) if takes_answer and typed == passage.text.strip() else ()
    weight = passage.draft_weight
    return passage.problem(PLACEHOLDER, start, len(typed), message, hint, weight=weight, instead=instead)


def _no_answers(passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield where a text, or a paragraph or an item of a longer one, only says that there is no answer."""
    if passage.field == "forkortelse":
        return  # any letters may be one
    if passage.is_sentences:
        for block in passage.reading.blocks:
            if block.kind in _SAYS_SOMETHING and is_no_answer(block.text):
                start, length = block.contents[0].span(0, len(block.text))
                yield start, passage.text[start : start + length]
    elif is_no_answer(passage.text) and not (issubclass(passage.kind, Navn) and normal_key(passage.text) in _NAMES):
        yield passage.text.index(typed := passage.text.strip()), typed
