"""Find and mask CPR numbers, however they are written.

The shape alone counts: a valid day (also with 60 added, as replacement numbers have), a month and four more digits.
Modulus 11 is not asked for: since 2007 CPR numbers are given out that do not pass it (CPR-kontoret).
A text is folded first, so that a number is seen as a reader of the page sees it: signs that are not seen are dropped,
all digits, spaces, dashes and dots are evened out, entities, tags and Markdown's marks are resolved.
Where a number and something harmless look alike, it is taken for a number: writing the harmless thing otherwise is a
small matter, a number that is printed cannot be taken back.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from frivilligrapport.fast_start import pattern

_MASK = "•"
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REPLACEMENT_DAYS = 60
_PAIRS = pattern(r"[0-9]{2}(?:[ .-][0-9]{2}){4}")
_STEPS = {1, 2, 5, 10}
_NO_MARK = "\0"  # stands where a mark was between a letter and a digit: they are no word together

# The digits of all scripts, also raised, lowered and in circles.
_DIGIT = r"[\d\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\U0001f100-\U0001f10c]"
_FILLERS = "\u115f\u1160\u3164\uffa0\u2800"  # drawn as spaces, though Unicode calls some of them letters
_LINK_END = r"\]\([^()\s]{0,200}\)"
_TAG = r"<[^<>\n]{0,1000}>"  # Word writes long ones
_ESCAPED = r"%(?:2[0-9A-Fa-f]|C2%A0|E2%80%[89][0-9A-Fa-f])|\\u[0-9A-Fa-f]{4}"  # as links and JSON have it
_NO_ENTITY_OF_A_DIGIT = r"&\#[xX][0-9A-Fa-f]{0,3}[A-Fa-f][0-9A-Fa-f]{0,3};?"
_GAP = (
    rf"(?>{_NO_ENTITY_OF_A_DIGIT}|&\#[xX]|&[A-Za-z]{{2,8}}[0-9]?;|{_ESCAPED}|{_TAG}|{_LINK_END}|[^\w\n]|[_{_FILLERS}])"
)
# Ten digits with little between them: only there is a text folded at all.
_TEN_DIGITS = pattern(rf"{_DIGIT}(?:(?>{_GAP}{{0,12}}){_DIGIT}){{6,}}")
# The same with more between, and any length of space, also over line ends; a tag over them is no letters either. First
# what begins none of the longer ones.
_DIGITS_NEAR = pattern(rf"{_DIGIT}(?:[^\w&%\\<\]]*+(?:\s++|{_GAP}){{0,60}}+{_DIGIT}){{6}}")
_TAG_OVER_LINES = pattern(r"<[^<>\n]{0,1000}\n[^<>]{0,1000}>")
_ENTITY_BEGUN = pattern(r"&\#[xX]?$")
_TOKEN = pattern(
    rf"(?P<plain>[0-9.,:;/()|+=-]+)|&(?:\#[xX][0-9A-Fa-f]{{1,6}}|\#[0-9]{{1,7}}|[A-Za-z]{{2,8}}[0-9]?);?|{_ESCAPED}|{_TAG}|{_LINK_END}|.",
    re.DOTALL,
)
# Folding changes none of these: most of what is looked at is a date, a figure or a place in a file.
_AS_SEEN = pattern(r"(?:[0-9.,:;/()|+=-]++| (?! ))*+")
_FEWEST = 10
# Of these, folding only drops marks and spaces: whether a number is there is known before it is known where.
_EVEN = pattern(r"[ -$'-;=>?@\[\\^_`{-~\u00a0\u2013\u2022]*+")
_PLAIN = pattern(r"[0-9 !-$'-;=>?@\[\]^_`{-~]*+")  # each digit stands for itself, and for no other
_PARTING = pattern(r"_(?![*_`~\[\\])")
_SPACES = pattern(r" {2,}")
_MARKUP = frozenset("*_`~[\\")
_EVENED = {**{ord(sign): None for sign in _MARKUP}, 0xA0: " ", 0x2013: "-", 0x2022: "."}
_DASHES = frozenset("\u2043\u2212\u02d7\u2796\u30fc")
_DOTS = frozenset("\u00b7\u2022\u2024\u2027\u2219\u22c5\u25cf\u30fb\u0387")

# Not inside a longer run of digits (EAN) or a decimal number, and not the running number of a case (2015-0092770).
_BEGIN = r"(?<![0-9])(?<![0-9][.,])(?<![0-9]{4}-)(?:(?<![^\W_])|(?<=cpr)|(?<=nr))"
# Neither the year in which a case number begins after a date, nor a number with decimals.
_WHOLE_END = r"(?![^\W_])(?!(?<=(?:19|20)[0-9]{2})-[0-9]{3})"
_END = rf"{_WHOLE_END}(?!,[0-9])"
# Groups of two and of four also stand in rows of numbers, which go on, and in dates that begin with the year.
# A plus is of a telephone abroad.
_ALONE, _NO_MORE = r"(?<![0-9][ .-])(?<!\+)", r"(?![ .-]?[0-9])"
_YEAR, _APART = r"(?:18|19|20)[0-9]{2}", r"(?: ?[-.] ?| )"


def _day_month(number: int, between: str, after: str) -> str:
    """Give a pattern of day and month, with the same sign between and after them, or `after` where there is none."""
    day, month, sign = f"day{number}", f"month{number}", f"sign{number}"
    return rf"(?P<{day}>[0-9]{{2}})(?P<{sign}>{between})?(?P<{month}>[0-9]{{2}})(?({sign})(?P={sign})|{after})"


_CPR = pattern(
    _BEGIN
    + r"(?:"
    # 010199-5678, 01-01-99 5678, 010199-567 8. A text quoted in a finding may have been cut short: what is
    # left counts too.
    + _day_month(1, " ?[-./] ?| ", "")
    + r"[0-9]{2}(?: ?(?:-{1,3}|[./]) ?| |(?<=[0-9]{6})|(?<=[-.][0-9]{2}))"
    + r"(?P<last1>[0-9]{4}(?![0-9])|[0-9]{1,3}(?=…)|(?<=[0-9]{6}-)[0-9](?: ?[0-9]){3}(?! ?[0-9]))"
    # 01 01 99 56 78, 010199 56 78, 0101 99 56 78
    + rf"|{_ALONE}(?!{_YEAR}[ .-]|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}} )"
    + _day_month(2, "[ .-]", "[ .-]?")
    + rf"[0-9]{{2}}(?P<gap>[ .-]| - )(?P<last2>[0-9]{{2}}(?:(?P=gap)| )[0-9]{{2}}){_NO_MORE}"
    # 01-01-1999-5678, 01011999-5678, 01 01 1999 5678; but 31-12-2014 2600 is a date and a number
    + r"|"
    + _day_month(3, " ?[-./] ?| ", "")
    + rf"{_YEAR}(?:[-./]|(?<=[0-9] [0-9]{{4}}) |(?<=[0-9]{{8}}) ?)(?P<last3>[0-9]{{4}}(?![0-9]))"
    # 0101 99 5678; but 2010 12 2011 are years, and 2012-10 1400 begins with a month
    + rf"|(?!{_YEAR}{_APART}[0-9]{{2}}{_APART}{_YEAR}(?![0-9])|{_YEAR}-(?:0[1-9]|1[0-2])[ .])"
    + rf"(?P<day4>[0-9]{{2}})(?P<month4>[0-9]{{2}}){_APART}[0-9]{{2}}{_APART}(?P<last4>[0-9]{{4}}(?![0-9]))"
    # 0101 1999 5678; but 2010 2011 2012 are years
    + rf"|{_ALONE}(?P<day5>[0-9]{{2}})(?P<month5>[0-9]{{2}})(?P<apart>[ .-]){_YEAR}(?:(?P=apart)| ?- ?)"
    + rf"(?P<last5>(?!{_YEAR})[0-9]{{4}}){_NO_MORE}"
    # 01/01-99-5678, 01/01-1999-5678
    + rf"|(?P<day6>[0-9]{{2}})[/.](?P<month6>[0-9]{{2}})[- ](?:{_YEAR}|[0-9]{{2}})-(?P<last6>[0-9]{{4}}(?![0-9]))"
    # 0 1 0 1 9 9 5 6 7 8
    + rf"|{_ALONE}(?P<day7>[0-9](?P<each>[ -])[0-9])(?P=each)(?P<month7>[0-9](?P=each)[0-9])(?:(?P=each)[0-9]){{2}}"
    + rf"(?:(?P=each)| - )(?P<last7>[0-9](?:(?P=each)[0-9]){{3}}){_NO_MORE}"
    + r")"
    + _END
    # 5,010199-5678,7: no number with decimals has a dash in it, nor does any begin as 0101995678,5 does.
    + r"|(?<![^\W_])(?<![0-9]{4}-)(?P<day8>[0-9]{2})(?P<month8>[0-9]{2})[0-9]{2}-(?P<last8>[0-9]{4})"
    + _WHOLE_END
    + rf"|{_BEGIN}(?P<day9>0[1-9])(?P<month9>[0-9]{{2}})[0-9]{{2}}(?P<last9>[0-9]{{4}}){_WHOLE_END}",
    re.IGNORECASE,
)
# Behind its own word a number is one however its digits are grouped: CPR 01 0199 5678, CPR: 01-01-1999 5678.
_OWN_WORD = pattern(
    r"(?:cpr|person-? ?(?:nr|num(?:mer|re)))[ .-]*(?:nr|num(?:mer|re))?(?:et|ene)?[^\w\n]*(?:er\b)?[^\w\n]*$",
    re.IGNORECASE,
)
_APART_AT_MOST = r"[^\w]{0,3}"
_GROUPED = pattern(
    rf"(?P<day10>[0-9]{_APART_AT_MOST}[0-9]){_APART_AT_MOST}(?P<month10>[0-9]{_APART_AT_MOST}[0-9]){_APART_AT_MOST}"
    rf"(?:{_YEAR}|[0-9]{_APART_AT_MOST}[0-9]){_APART_AT_MOST}(?P<last10>[0-9](?:{_APART_AT_MOST}[0-9]){{3}})(?![0-9])"
)
_GROUPS = {f"last{number}": (f"day{number}", f"month{number}", f"last{number}") for number in range(1, 11)}
# What these words stand before is another number, where it is written as one (a NemKonto is found by the CPR number):
# 1012995678, 1234-1012995678.
_OTHER_NUMBER = pattern(
    r"(?:\bp-? ?(?:nr|num(?:mer|re))|produktionsenhed\w*(?: ?nr)?|isbn(?:-?[0-9]{2})?"
    r"|(?<!nem)(?<!nem[ -])konto(?:en|ens)?(?: ?-?(?:nr|nummer|nummeret))?"
    r"|\breg(?:istrerings)?[. ]*-?(?:nr|nummer)?)[.:]*(?: er| på|:)? ?(?:[0-9]{4}[ -])?$",
    re.IGNORECASE,
)
_ANY_DIGIT = str.maketrans("123456789", "0" * 9)
_NO_DIGIT = pattern(r"\D")
_MARKS, _SPACE = pattern(r"[*_`]|</?[a-z]{1,10}>"), pattern(r"\s+")
_WORDS_END, _WORDS_BEGIN = pattern(r"(?<!\d)\s"), pattern(r"\s(?!\d)")
_BEFORE, _AFTER = 40, 12
_LONGEST_WORDS = 80  # signs before a number that may say what it is


class CprNumber(NamedTuple):
    """Say where a CPR number stands in a text, and where its last four digits do, as typed.

    `start` and `end` are offsets in the text; `last` are the offsets of all characters that the last digits are
    written with. `is_other` is true where its own word stands before it: it is another number.
    """

    start: int
    end: int
    last: tuple[int, ...]
    digits: str
    is_other: bool = False

    def masked(self, text: str) -> str:
        """Give the number as it stands in `text`, the last four digits replaced."""
        hidden = frozenset(self.last)
        return "".join(_MASK if at in hidden else text[at] for at in range(self.start, self.end))


def may_hold_numbers(text: str) -> bool:
    """Tell whether a CPR number may stand in a text, also over several lines: in most there are too few digits."""
    return _DIGITS_NEAR.search(text) is not None or _TAG_OVER_LINES.search(text) is not None


def cpr_numbers(text: str) -> Iterator[CprNumber]:
    """Yield every CPR number in `text`, in order. A line's end parts numbers: see `cpr_numbers_over_lines`."""
    return (one for one in _alike(text) if not one.is_other)


def cpr_numbers_over_lines(text: str, joined: str | None = None) -> Iterator[CprNumber]:
    """Yield every CPR number in a text of several lines, in order: on a line, and over the end of one.

    `joined` is the text as its lines are read together, of the same length; as a page shows it unless given.
    """
    if not may_hold_numbers(text):
        return iter(())
    joined = joined_lines(text) if joined is None else joined
    found = {one.start: one for one in (*_alike(joined), *_alike(text, joined)) if not one.is_other}
    return (found[start] for start in sorted(found))


def cpr_numbers_over_line_ends(text: str) -> Iterator[CprNumber]:
    """Yield the CPR numbers that stand in no line of `text`, but in its lines read together."""
    return (one for one in _alike(joined_lines(text), text) if not one.is_other)


def other_numbers(text: str) -> Iterator[str]:
    """Yield the digits of what has the shape of a CPR number and is another number, as its own word before it says."""
    return (one.digits for one in _alike(text) if one.is_other)


@lru_cache(maxsize=32)  # a file's text and its longest values are asked about several times
def _alike(text: str, known: str | None = None) -> tuple[CprNumber, ...]:
    """Find what has the shape of a CPR number; only where it does not read as in `known`, which is as long."""
    if text == known:
        return ()
    zones = _zones(text)
    if known is not None:
        seen = frozenset(_zones(known))
        zones = tuple(one for one in zones if one not in seen or not _says_the_same(text, known, *one))
    return tuple({one.start: one for start, end in zones for one in _numbers_in(text, start, end)}.values())


@lru_cache(maxsize=8)
def _zones(text: str) -> tuple[tuple[int, int], ...]:
    """Give where so many digits stand near each other that a number may be among them."""
    zones = [one.span() for one in _TEN_DIGITS.finditer(text)]
    entities = (_ENTITY_BEGUN.search(text, max(0, start - 3), start) for start, _ in zones)
    return tuple((one.start() if one else start, end) for one, (start, end) in zip(entities, zones, strict=True))


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Give all that says whether a number stands in a zone: what is before it, in it and after it."""
    return text[max(0, start - _BEFORE) : start], text[start:end], text[end : end + _AFTER]


def _says_the_same(text: str, other: str, start: int, end: int) -> bool:
    """Tell whether a zone is the same in two texts: all spaces count alike, but for those beyond which a digit is."""
    sides = _around(text, start, end), _around(other, start, end)
    if sides[0] == sides[1]:
        return True
    one, another = (
        (_WORDS_END.sub(" ", before), within, _WORDS_BEGIN.sub(" ", after)) for before, within, after in sides
    )
    return one == another


def mask(text: str) -> str:
    """Give `text` with the last four digits of every CPR number replaced; the length stays the same.

    What was part of a longer run of digits can be a number when what stands before it is hidden.
    """
    while (hidden := masked(text, cpr_numbers(text))) != text:
        text = hidden
    return hidden


def mask_path(path: str) -> str:
    """Give a path with `/` as `mask` does, each of its names looked at alone."""
    names = path.split("/")
    return "/".join(map(mask, names)) if any(map(_TEN_DIGITS.search, names)) else path


def masked(text: str, numbers: Iterator[CprNumber] | tuple[CprNumber, ...]) -> str:
    """Give `text` with the last four digits of these numbers replaced; the length stays the same."""
    hidden = {at for number in numbers for at in number.last}
    return "".join(_MASK if at in hidden else sign for at, sign in enumerate(text)) if hidden else text


_LINE_END = pattern(r"(?<!\n)\n(?:[ \t]*>[ \t]?)?(?!\s*(?:\n|[-*+]\s|[>|#]|[0-9]+[.)]\s))")


def joined_lines(text: str) -> str:
    """Give a text with a space for each line end within a paragraph, as a page shows it; the length stays the same."""
    return _LINE_END.sub(lambda end: " " * len(end[0]), text)


def _numbers_in(text: str, start: int, end: int) -> Iterator[CprNumber]:
    before, within, after = _around(text, start, end)
    if _PLAIN.fullmatch(within) and after[:1] != "…" and len(_NO_DIGIT.sub("", within)) < _FEWEST:
        return
    is_named, is_parted = _is_named(before), "_" in within
    if not (is_named or _AS_SEEN.fullmatch(within)) and _EVEN.fullmatch(within):
        seen = (within, _PARTING.sub(_NO_MARK, within))[: 1 + is_parted]
        quick = (_SPACES.sub(" ", one.translate(_EVENED)) for one in seen)
        if not any(_CPR.search(f"{before}{one}{after}", len(before)) for one in quick):
            return
    # "_" may stand in a number, as in 010199_5678, or part it from another, as in 0101995678_1.jpg.
    for parting in ("", "_")[: 1 + is_parted]:
        folded, starts, ends = _folded(text, start, end, parting)
        whole = f"{before}{folded}{after}"
        named = _GROUPED.match(whole, len(before)) if is_named else None
        for match in (*([named] if named else ()), *_CPR.finditer(whole, len(before))):
            first, last = match.start() - len(before), match.end() - len(before)
            if last > len(folded):
                continue
            typed, day, month, last_digits = match.group(0, *_GROUPS[str(match.lastgroup)])
            if not _is_date(day, month) or _counts_on(typed):
                continue
            is_other = last - first == len("0101995678") and match is not named and _is_other(match)
            begin = match.start(str(match.lastgroup)) - len(before)
            hidden = [at for at, sign in enumerate(last_digits, begin) if sign.isdigit()]
            covered = tuple([at for sign in hidden for at in range(starts[sign], ends[sign])])
            yield CprNumber(starts[first], ends[last - 1], covered, _NO_DIGIT.sub("", typed), is_other)


def _is_named(before: str) -> bool:
    """Tell whether the word for a CPR number stands right behind."""
    words = before.casefold()
    return ("cpr" in words or "person" in words) and _OWN_WORD.search(words) is not None


def _is_other(match: re.Match[str]) -> bool:
    """Tell whether the word of another number stands before this one."""
    said_before = match.string[max(0, match.start() - _LONGEST_WORDS) : match.start()]
    return _names_another(said_before.translate(_ANY_DIGIT))


@lru_cache(maxsize=1024)
def _names_another(said_before: str) -> bool:
    """Tell whether words, whatever the digits in them, end in that of another number."""
    return _OTHER_NUMBER.search(_SPACE.sub(" ", _MARKS.sub("", said_before))) is not None


def _counts_on(typed: str) -> bool:
    """Tell a row of numbers, such as the weeks 10 11 12 13 14, from a number in pairs: each is as much more."""
    if not _PAIRS.fullmatch(typed):
        return False
    pairs = map(int, re.findall(r"[0-9]{2}", typed))
    steps = {after - before for before, after in pairwise(pairs)}
    return len(steps) == 1 and steps <= _STEPS


def _is_date(typed_day: str, typed_month: str) -> bool:
    day, month = (int(typed[0] + typed[-1]) for typed in (typed_day, typed_month))
    if day > _REPLACEMENT_DAYS:
        day -= _REPLACEMENT_DAYS
    return 1 <= month <= len(_DAYS) and 1 <= day <= _DAYS[month - 1]


def _folded(text: str, start: int, end: int, parting: str = "") -> tuple[str, Sequence[int], Sequence[int]]:
    """Fold what stands from `start` to `end`; give where each sign of the outcome begins and ends in the text.

    `parting` is a mark that parts digits instead of being left out.
    """
    if _AS_SEEN.fullmatch(text, start, end):
        return text[start:end], range(start, end), range(start + 1, end + 1)
    signs: list[str] = []
    spans: list[tuple[int, int]] = []
    marked: tuple[int, int] | None = None
    for token in _TOKEN.finditer(text, start, end):
        typed, (first, last) = token.group(), token.span()
        if typed in _MARKUP or (len(typed) > 1 and typed[0] in "<]"):
            marked = first, last
            continue
        is_plain = token.lastgroup is not None
        seen = typed if is_plain else _folded_token(typed)
        if marked and seen:
            if seen[0].isalpha() or (signs and signs[-1].isalpha()) or text[slice(*marked)] == parting:
                signs.append(_NO_MARK)
                spans.append(marked)
            marked = None
        if seen[:1] == " " and signs[-1:] == [" "]:
            seen = seen[1:]
        signs += seen
        spans += (
            zip(range(first, last), range(first + 1, last + 1), strict=True)
            if is_plain
            else [(first, last)] * len(seen)
        )
    return "".join(signs), [first for first, _ in spans], [last for _, last in spans]


@lru_cache(maxsize=1024)
def _folded_token(typed: str) -> str:
    """Give what a sign or an entity is seen as: "" when it is not seen."""
    if typed.startswith("\\u"):
        shown = bytes.fromhex(typed[2:]).decode("utf-16-be", "replace")
    else:
        shown = typed if len(typed) == 1 else unquote(typed) if typed[0] == "%" else unescape(typed)
    signs = (one if one == "…" else unicodedata.normalize("NFKC", one) for one in shown)
    return _SPACES.sub(" ", "".join(_seen(sign) for sign in "".join(signs)))


def _seen(sign: str) -> str:
    category = unicodedata.category(sign)
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    if category[0] == "Z" or sign in _FILLERS or sign in "\n\t":
        return " "
    if category == "Pd" or sign in _DASHES:
        return "-"
    if sign in _DOTS:
        return "."
    return "" if category[0] in "CM" else sign
