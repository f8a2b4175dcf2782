"""Text that is not finished: cut off, waiting for more, or a placeholder (FR401, FR402, FR403)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from frivilligrapport.collection.values import Samling
from frivilligrapport.models.fields.leaves import Prosa
from frivilligrapport.problems import Kind, Problem
from frivilligrapport.rules.rule import error, folder_rule, rule
from frivilligrapport.rules.texts.prose import offering, own_words_of_all_years
from frivilligrapport.rules.year import Passage, Year

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
    "»xx«, »[antal]«, »tekst følger«, »UDFYLD« og lignende er noget, som nogen ville skrive færdigt senere. I et "
    "udkast er det en advarsel; i en fil, der er klar eller godkendt, er det en fejl.",
    _TEXT.format("Indsæt tekst her."),
    _TEXT.format("Der kommer flere følgevenner."),
)

# Markdown, as far as it tells running text from the rest.
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
# Inside a block a line that begins "27. april" goes on with the sentence; only 1. begins a list there.
_LIST_ITEM = re.compile(r"\A\s*\d+[.)]\s|^\s*(?:[-*+•·▪\ue000-\uf8ff]|1[.)])\s", re.MULTILINE)
_TITLE_LINE = re.compile(r"#[^\n]*\n")
_HEADING = re.compile(r"^\s*#|\n\s*(?:=+|-+)\s*$")
_BOLD_LINE = re.compile(r"(\*\*|__)[^\n]+\1\s*")
_OTHER = re.compile(r"^\s*(?:\||\[[^\]]+\]:|```|~~~)|https?://\S+$")

# A smiley or another picture may stand behind the stop; these are parts of one.
_JOINERS = "\u200d\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_CLOSED = re.compile(r"[.!?:…)»«”\"'’\]]$")
_MARKUP = "*_`"
_ONGOING = r"og|samt|eller"
_HANGS = re.compile(rf"(?:[,–-]|(?<!\S)(?:{_ONGOING}))$", re.IGNORECASE)
_HANGS_AT_STOP = re.compile(rf"(?<![\w.-])(?:{_ONGOING})[.!?](?=\s|$)|,[.!?](?=\s|$)", re.IGNORECASE)
_TITLE_WORDS = 8
_QUOTED_WORDS = 5
_RUNNING_TEXT = re.compile(r"[.!?]\s+[A-ZÆØÅ]")

_THING = "tekst|navn|tal|antal|titel|dato|årstal|år|beløb|sted|link|kilde|billede|foto|henvisning|beskrivelse"
_COMING = r"(?:mere )?tekst(?:en)?|(?:flere )?tal|mere|billeder?"
_END = r"(?:(?=[.!](?:\s|$)|\s*\n)|\W*$)"
_WORDS = (
    r"\b(?:20)?x{2,}\b",
    r"\b(?:dd[-./]mm[-./]|dag[-./]måned[-./])[åy]{2,4}\b",
    r"(?<![\w_])_{3,}(?![\w_])",
    r"\blorem ipsum\b(?:[^\n.]*\.)?",
    rf"\bindsæt (?:din |jeres )?(?:{_THING})\b(?: her\b)?",
    # A link has its address behind it, and [tal 2014.projekter] is a figure.
    rf"\[(?:{_THING})\](?![(\[:])|\[(?:antal|indsæt|udfyld|skriv)\s[^\]\n]{{1,80}}\](?![(\[:])|[<{{](?:{_THING})[>}}]",
    r"[(\[<{]\s?indsæt(?:tes)?\b[^)\]>}\n]{0,80}[)\]>}](?![(\[:])",
    r"\bindsæt her\b",
    r"\bskriv (?:din |jeres )?(?:tekst )?her\b",
    r"\b(?:tbd|tba|tbc|todo|n\.n\.)(?![\w-])",
    r"(?-i:\b(?:NN|N\. N\.|UDFYLD)(?![\w-]))",
    # Behind a word two of them are only a loud question.
    r"\?{3,}|(?<![^\W\d_])(?<![)»”\"!?])\?\?",
    r"\[(?:\.{3}|…)\]",
    # Inside a sentence these are words as good as any.
    r"^\W*(?:skal )?udfyldes(?: senere| af \w+)?\W*$",
    rf"(?:^\W*|(?<=[.!?:\n])\s{{1,8}})(?:{_COMING}) (?:følger|kommer)(?: senere| her| snart)?{_END}",
    r"^\s*(?:\.{3,}|…|-+|\?+)\s*$",
)
_ANY = "|".join(_WORDS)
# Several in a row are one text that is yet to come: "XXX skriv her".
_PLACEHOLDER = re.compile(rf"(?:{_ANY})(?:[^\S\n]*[-–:,.]?[^\S\n]*(?:{_ANY}))*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold one block of running text, where it starts in its text, and whether it is the last block."""

    text: str
    start: int
    is_last: bool


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the blocks that are running text: no list, heading, table, link or block of code."""
    found = list(_BLOCK.finditer(text))
    for match in found:
        title = _TITLE_LINE.match(match.group())
        block = match.group()[title.end() if title else 0 :].rstrip()
        special = any(pattern.search(block) for pattern in (_LIST_ITEM, _HEADING, _OTHER))
        if not special and not _BOLD_LINE.fullmatch(block):
            yield Paragraph(block, match.start() + (title.end() if title else 0), match is found[-1])


def holds_placeholder(text: str) -> bool:
    """Tell whether something in a text waits to be written."""
    return _PLACEHOLDER.search(text) is not None


@rule(CUT_OFF)
def _cut_off(year: Year) -> Iterator[Problem]:
    for passage in year.passages:
        for block in _open_paragraphs(passage):
            expected = passage.is_sentences or _RUNNING_TEXT.search(block.text)
            if expected and not _HANGS.search(block.text.rstrip(_MARKUP)):
                message = f"Teksten slutter uden punktum: {_last_words(block.text)}."
                yield _at_end(passage, block, CUT_OFF, message, "Skriv sætningen færdig, og slut med punktum")


@rule(DANGLING)
def _dangling(year: Year) -> Iterator[Problem]:
    for passage in year.passages:
        for block in _open_paragraphs(passage):
            if _HANGS.search(block.text.rstrip(_MARKUP)):
                message = f"Sætningen slutter ikke: {_last_words(block.text)}."
                yield _at_end(passage, block, DANGLING, message, "Skriv sætningen færdig")
        for match in _HANGS_AT_STOP.finditer(passage.text):
            message = f"Sætningen slutter, før den er færdig: {_last_words(passage.text[: match.end()])}."
            hint = f"Skriv det, der mangler, eller slet »{match.group()[:-1]}«"
            weight = passage.draft_weight
            yield passage.problem(DANGLING, match.start(), len(match.group()), message, hint, weight=weight)


def _open_paragraphs(passage: Passage) -> Iterator[Paragraph]:
    """Yield the paragraphs without an end; a short line above another block is taken for a heading."""
    for block in paragraphs(passage.text):
        is_heading = not block.is_last and "\n" not in block.text and len(block.text.split()) < _TITLE_WORDS
        closed = _CLOSED.search(_without_pictures(block.text).rstrip(_MARKUP)) or holds_placeholder(block.text)
        if not is_heading and not closed:
            yield block


def _without_pictures(text: str) -> str:
    end = len(text)
    while end and (text[end - 1].isspace() or text[end - 1] in _JOINERS or category(text[end - 1]) == "So"):
        end -= 1
    return text[:end]


def _at_end(passage: Passage, block: Paragraph, kind: Kind, message: str, hint: str) -> Problem:
    word = block.text.split()[-1]
    start = block.start + len(block.text) - len(word)
    return passage.problem(kind, start, len(word), message, hint, weight=passage.draft_weight)


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
    for match in _PLACEHOLDER.finditer(passage.text):
        typed = match.group().strip()
        message = f"»{typed}« er en pladsholder og ikke den rigtige tekst."
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        # A section whose text is uoplyst is not finished either (FR314).
        takes_answer = not (issubclass(passage.kind, Prosa) and passage.field == "tekst")
        hint = "Skriv den rigtige tekst, eller uoplyst" if takes_answer else "Her skal stå den rigtige tekst"
        found = passage.problem(PLACEHOLDER, start, len(typed), message, hint, weight=passage.draft_weight)
        yield offering(found, len(typed), "uoplyst") if takes_answer and typed == passage.text.strip() else found
