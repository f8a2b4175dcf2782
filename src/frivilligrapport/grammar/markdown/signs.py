"""Signs inside a block of text: bold, italics, links, code, line breaks, and signs that stand for themselves."""

import html
import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.markdown.languages import is_language
from frivilligrapport.grammar.markdown.slips import Slip, SlipKind

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})
HARD_BREAK = "\v"  # between two lines of a block that are printed on lines of their own
STRONG, EMPHASIS, LINK, IN_LANGUAGE = "strong", "em", "a", "span"

_PUNCTUATION = r"!-/:-@\[-`{-~"
_TAGS = (
    "a|abbr|b|big|blockquote|br|center|code|del|details|div|em|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p|pre|s|"
    "script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul"
)
_IN_PARENTHESES = r"[^()\[\]\n]*(?:\([^()\n]*\)[^()\[\]\n]*)*"
# The backslash of a path is no escape: \\server, K:\_faelles, Notater\(2014).
_PATH = r"(?P<path>(?<![^\s(»\"])\\\\(?=\w)|(?<=[A-Za-z]:)\\(?=[_(\[.#])|(?<=[^\W_])\\(?=\())"
_SIGNS = (
    rf"(?P<escape>\\[{_PUNCTUATION}])"
    r"|(?P<hard>\v|\\\n)"
    r"|(?P<code>(?<![\w`\\])`(?=[^`\n]*[^`\s])[^`\n]*`(?![\w`]))"
    r"|(?P<ticks>`+)"
    r"|(?P<note>\[\^(?P<number>[^\[\]\s]{1,60})\])"
    r"|(?P<picture>!\[[^\[\]\n]*\][(\[][^()\[\]\n]*[)\]])"
    rf"|(?P<link>\[(?P<words>(?:[^\[\]\\]|\\[^\n])*)\]\((?P<inside>{_IN_PARENTHESES})\))"
    r"|(?P<spoken>\[(?P<phrase>(?:[^\[\]\\]|\\[^\n])+)\]\{(?P<language>[^\W\d_]{2,20}(?:-[A-Za-z]{2,4})?)\})"
    r"|(?P<reference>\[(?P<named>[^\[\]\n]+)\]\[(?P<label>[^\[\]\n]*)\])"
    rf"|(?P<html></?(?:{_TAGS})(?:\s[^<>\n]*)?/?>|<!--)"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<struck>~~(?=[^\s~])[^~\n]*~~)"
    r"|(?P<url>(?<!\w)(?:https?://|www\.)[^\s<>|`\[\]\\]*[\w/])"
    r"|(?P<run>\*+|_+)"
)
_MAY_BE_SIGN = r"(?=[\\\v`\[!<&~*_hw])"
_TYPED = pattern(rf"{_MAY_BE_SIGN}(?:{_PATH}|{_SIGNS})", re.IGNORECASE)
_OWN = rf"{_MAY_BE_SIGN}(?:{_SIGNS})"  # compiled by the library where something is rendered
_ANY = pattern(r"[\\\v`\[<&~*_]")
_ADDRESS = pattern(r"<?(?P<address>[^\s<>\\|\"]+)>?(?P<title>\s+[\"'(].*)?", re.DOTALL)
_LIKE_AN_ADDRESS = pattern(r"[./#:@]")
_WITH_ENDING = frozenset({LINK, IN_LANGUAGE})
_STYLES = {1: (EMPHASIS,), 2: (STRONG,), 3: (STRONG, EMPHASIS)}
_ALIKE = {1: (1, 3), 2: (2, 3), 3: (1, 2, 3)}  # how many signs mean some of the same


class PieceKind(Enum):
    """What a piece of a block is.

    OPEN and CLOSE stand around pieces that are bold, in italics, a link's words or in another language.
    """

    TEXT = auto()
    CODE = auto()
    BREAK = auto()
    OPEN = auto()
    CLOSE = auto()


# In tuples they are told apart by identity: an Enum's own hash takes ten times as long.
_WORDS = (PieceKind.TEXT, PieceKind.CODE)
_AROUND = (PieceKind.OPEN, PieceKind.CLOSE)
_LAST_WORD, _FIRST_WORD = pattern(r"\w{1,40}\Z"), pattern(r"\w{1,40}")


class Piece(NamedTuple):
    """Hold one piece: what is printed, and where it begins.

    A tag has no text but a link's, which has its address, and a phrase's in another language, which has its code.
    """

    kind: PieceKind
    start: int
    text: str
    tag: str = ""


class Signs(NamedTuple):
    """Hold the pieces of a text in their order, and what in it cannot be printed as it was meant."""

    pieces: tuple[Piece, ...]
    slips: tuple[Slip, ...]


class _Run:
    """Hold stars or underscores beside each other, and the tags that they turn out to be."""

    def __init__(self, start: int, signs: str, *, opens: bool, closes: bool) -> None:
        self.start, self.signs, self.opens, self.closes = start, signs, opens, closes
        self.tags: Sequence[Piece] = ()


def has_signs(text: str) -> bool:
    """Tell whether anything in a text may be more than a sign that stands for itself."""
    return _ANY.search(text) is not None


@lru_cache(maxsize=1024)
def read_signs(text: str, *, is_own: bool = False) -> Signs:
    """Read the signs in a block's text; `is_own` when the program has written them, every literal one escaped."""
    if not has_signs(text):
        return Signs((Piece(PieceKind.TEXT, 0, text),) if text else (), ())
    reader = _Reader(text)
    reader.read(re.finditer(_OWN, text, re.IGNORECASE) if is_own else _TYPED.finditer(text))
    pieces = tuple(reader.settled())
    return Signs(pieces, (*reader.slips, *_joined(pieces)))


def _joined(pieces: tuple[Piece, ...]) -> Iterator[Slip]:
    """Tell of words that only signs part, and that would be one word on the page.

    An ending may follow a link and a phrase in another language.
    """
    last: Piece | None = None
    marks = ""
    for one in pieces:
        if one.kind in _AROUND:
            marks = f"{marks}{one.tag if one.kind is PieceKind.OPEN or one.tag not in _WITH_ENDING else 'end'} "
        elif one.kind not in _WORDS:
            last, marks = None, ""
        elif one.text:
            if last and last.text[-1].isalnum() and one.text[0].isalnum() and _is_parted(last, marks, one):
                before, after = _LAST_WORD.search(last.text), _FIRST_WORD.match(one.text)
                if before and after:
                    yield Slip(SlipKind.JOINED, one.start, one.start + after.end(), before[0] + after[0])
            last, marks = one, ""


def _is_parted(last: Piece, marks: str, one: Piece) -> bool:
    """Tell whether there is anything but a link's end between two words."""
    return marks not in {"", "end "} or PieceKind.CODE in (last.kind, one.kind)


def is_allowed_address(address: str) -> bool:
    """Tell whether a link may lead there: the web or mail, nothing relative, nothing that runs."""
    scheme, colon, rest = html.unescape(address).strip().partition(":")
    return bool(colon and rest) and scheme.casefold() in ALLOWED_SCHEMES


class _Reader:
    """Collect the pieces of one text. Runs of stars are settled last: what has no partner stands for itself."""

    def __init__(self, text: str) -> None:
        self.slips: list[Slip] = []
        self._text = text
        self._found: list[Piece | _Run] = []
        self._read_to = 0

    def read(self, signs: Iterator[re.Match[str]]) -> None:
        """Read all signs; text between them stands for itself."""
        for sign in signs:
            getattr(self, f"_{sign.lastgroup}", self._plain)(sign)
        self._text_to(len(self._text))

    def settled(self) -> Iterator[Piece]:
        """Yield the pieces in their order, neighbouring text in one."""
        _pair([one for one in self._found if isinstance(one, _Run)])
        for one in self._found:
            if isinstance(one, Piece):
                yield one
            else:
                yield from one.tags or (Piece(PieceKind.TEXT, one.start, one.signs),)

    def _text_to(self, end: int, after: int | None = None) -> None:
        if end > self._read_to:
            self._found.append(Piece(PieceKind.TEXT, self._read_to, self._text[self._read_to : end]))
        self._read_to = end if after is None else after

    def _plain(self, sign: re.Match[str]) -> None:
        """Leave signs that stand for themselves."""

    def _slip(self, kind: SlipKind, sign: re.Match[str], about: str = "", group: str = "") -> None:
        self.slips.append(Slip(kind, sign.start(group or 0), sign.end(group or 0), about))

    def _escape(self, sign: re.Match[str]) -> None:
        self._text_to(sign.start(), sign.start() + 1)

    def _hard(self, sign: re.Match[str]) -> None:
        self._text_to(sign.start(), sign.end())
        self._found.append(Piece(PieceKind.BREAK, sign.start(), "\n"))

    def _code(self, sign: re.Match[str]) -> None:
        self._text_to(sign.start(), sign.end())
        self._found.append(Piece(PieceKind.CODE, sign.start() + 1, sign.group()[1:-1]))

    def _run(self, sign: re.Match[str]) -> None:
        self._text_to(sign.start(), sign.end())
        start, end = sign.span()
        opens, closes = False, False
        if end - start in _STYLES:
            opens, closes = _opens_and_closes(self._text[max(0, start - 1) : start], self._text[end : end + 1])
        self._found.append(_Run(start, sign.group(), opens=opens, closes=closes))

    def _link(self, sign: re.Match[str]) -> None:
        inside = sign["inside"].strip()
        found = _ADDRESS.fullmatch(inside)
        address = found["address"] if found else ""
        if not address or not is_allowed_address(address) or html.unescape(address) != address:
            if not inside or _LIKE_AN_ADDRESS.search(inside):
                self._slip(SlipKind.ADDRESS, sign)
        elif found and found["title"]:
            self._slip(SlipKind.LINK_TITLE, sign, found["title"].strip())
        else:
            self._text_to(sign.start(), sign.end())
            first = sign.start("words")
            inner = read_signs(sign["words"])
            self.slips += [Slip(one.kind, first + one.start, first + one.end, one.about) for one in inner.slips]
            words = [one for one in inner.pieces if one.kind in _WORDS]
            moved = [Piece(PieceKind.TEXT, first + one.start, one.text) for one in words]
            shown = moved if "".join(one.text for one in words).strip() else [_address_piece(sign, address)]
            self._found.append(Piece(PieceKind.OPEN, sign.start(), address, LINK))
            self._found += shown
            self._found.append(Piece(PieceKind.CLOSE, sign.end("words"), "", LINK))

    def _spoken(self, sign: re.Match[str]) -> None:
        code, inner = sign["language"].lower(), read_signs(sign["phrase"])
        if not is_language(code):
            self._slip(SlipKind.LANGUAGE, sign, sign["language"], group="language")
        elif sign["phrase"].strip():
            self._text_to(sign.start(), sign.end())
            first = sign.start("phrase")
            self.slips += [Slip(one.kind, first + one.start, first + one.end, one.about) for one in inner.slips]
            self._found.append(Piece(PieceKind.OPEN, sign.start(), code, IN_LANGUAGE))
            self._found += [one._replace(start=first + one.start) for one in inner.pieces]
            self._found.append(Piece(PieceKind.CLOSE, sign.end("phrase"), "", IN_LANGUAGE))

    def _note(self, sign: re.Match[str]) -> None:
        self._slip(SlipKind.NOTE, sign, sign["number"])

    def _picture(self, sign: re.Match[str]) -> None:
        self._slip(SlipKind.PICTURE, sign)

    def _reference(self, sign: re.Match[str]) -> None:
        self._slip(SlipKind.REFERENCE, sign, sign["label"] or sign["named"])

    def _html(self, sign: re.Match[str]) -> None:
        self._slip(SlipKind.HTML, sign)

    def _entity(self, sign: re.Match[str]) -> None:
        meant = html.unescape(sign.group())
        if meant != sign.group():
            self._slip(SlipKind.ENTITY, sign, meant)

    def _struck(self, sign: re.Match[str]) -> None:
        self._slip(SlipKind.STRUCK, sign)


def _address_piece(sign: re.Match[str], address: str) -> Piece:
    return Piece(PieceKind.TEXT, sign.start("inside"), address)


@lru_cache(maxsize=1024)
def _opens_and_closes(before: str, after: str) -> tuple[bool, bool]:
    """Tell whether stars between two characters, "" at an end of the text, can begin and can end what is emphasised."""
    if (before == ")" and after.isdecimal()) or (before.isdecimal() and after == "("):  # (2)*3 is a product
        return False, False
    return _stands_before(before, after), _stands_before(after, before)


def _stands_before(outside: str, inside: str) -> bool:
    """Tell whether stars between two characters can begin (or, seen from behind, end) what is emphasised.

    Between letters or digits they are no markup. Before a sign they need a space or a sign on their other side too, as
    GitHub wants it.
    """
    if not inside or inside.isspace() or _is_of_a_word(outside):
        return False
    return _is_of_a_word(inside) or not outside or outside.isspace() or _is_sign(outside)


def _is_sign(one: str) -> bool:
    return category(one)[0] == "P" or one in "$+<=>^`|~"


def _is_of_a_word(sign: str) -> bool:
    return bool(sign) and category(sign)[0] in "LNM"


def _pair(runs: list[_Run]) -> None:
    """Give each run that ends something, and the one that began it, their tags; nothing stands inside its like."""
    open_runs: dict[str, int] = {}
    for number, run in enumerate(runs):
        first = open_runs.get(run.signs) if run.closes else None
        if first is not None:
            tags = _STYLES[len(run.signs)]
            runs[first].tags = [Piece(PieceKind.OPEN, runs[first].start, "", tag) for tag in tags]
            run.tags = [Piece(PieceKind.CLOSE, run.start, "", tag) for tag in reversed(tags)]
            open_runs = {
                signs: at for signs, at in open_runs.items() if at < first and len(signs) not in _ALIKE[len(run.signs)]
            }
        elif run.opens:
            open_runs[run.signs] = number
