"""The grammar of a period: one unit of time, from one to another, or open (number grammar, section 2)."""

import re

from frivilligrapport.danish import fold_ascii, quote
from frivilligrapport.grammar.period import kinds
from frivilligrapport.grammar.period.units import TimeSpan, read_unit
from frivilligrapport.grammar.period.value import Period, PeriodKind
from frivilligrapport.grammar.piece import fold
from frivilligrapport.problems import Fault

_OPEN = re.compile(r"(?:fra(?: og med)?|siden) (?P<first>.+?)(?: ?-)?|(?P<before>.+?) ?-")
_IN = re.compile(r"^(?:i )?(?:hele )?(?=.*[0-9]{4})")
_SEPARATOR = re.compile(r" ?- ?| til (?:og med )?")
_FROM = re.compile(r"(?:fra|mellem) ")
_WORDS = {
    "": (PeriodKind.UNKNOWN, "uoplyst"),
    "uoplyst": (PeriodKind.UNKNOWN, "uoplyst"),
    "ikke oplyst": (PeriodKind.UNKNOWN, "uoplyst"),
    "loebende": (PeriodKind.ONGOING, "løbende"),
}


def folded(text: str) -> str:
    """Give text in lower case, with single spaces, hyphens for dashes, and æøå as ae-oe-aa."""
    return " ".join(fold_ascii(fold(text)).split())


def read_period(text: str, typed: str) -> Period | None:
    """Read a period, or give None when the text is none.

    `text` is folded. `typed` is kept in the period and quoted in the fault, which is raised for a date that does
    not exist (FR223), has the month first (FR222), or ends before it begins (FR224).
    """
    text = _IN.sub("", text)
    if text in _WORDS:
        kind, wording = _WORDS[text]
        return Period(typed, wording, kind)
    unit = read_unit(text, typed) or _read_span(text, typed)
    if unit:
        return Period(typed, unit.text, unit.kind, unit.start, unit.end)
    found = _OPEN.fullmatch(text)
    first = read_unit(found["first"] or found["before"], typed) if found else None
    return Period(typed, f"fra {first.text}", PeriodKind.OPEN, first.start) if first else None


def _read_span(text: str, typed: str) -> TimeSpan | None:
    """Try each place where the text may be cut in two; the first that gives two units is the right one."""
    bare = _FROM.sub("", text, count=1) if _FROM.match(text) else text
    separator = re.compile(r" og ") if text.startswith("mellem ") else _SEPARATOR
    for cut in separator.finditer(bare):
        left, right = bare[: cut.start()], bare[cut.end() :]
        last = read_unit(right, typed)
        if last is None and left.startswith("uge "):
            right = f"uge {right}"
            last = read_unit(right, typed)
        first = _completed(left, right, typed) if last else None
        if first and last:
            return _span(first, last, left, typed)
    return None


def _completed(left: str, right: str, typed: str) -> TimeSpan | None:
    """Read the left end, which may leave out what it shares with the right one: "6." of "6.-10. maj 2014"."""
    alone = read_unit(left, typed)
    if alone:
        return alone
    words = right.split()
    tails = [" ".join(words[n:]) for n in range(1, len(words))]
    year = right[-4:]
    dot = "" if left.endswith(".") else "."
    for tail in (*(f" {tail}" for tail in tails), f"{dot}{year}"):
        unit = read_unit(left + tail, typed)
        if unit:
            return unit
    return None


def _span(first: TimeSpan, last: TimeSpan, left: str, typed: str) -> TimeSpan:
    if last.end < first.start:
        message = f"{quote(typed)} slutter, før den begynder."
        meant = _right_order(first, last, left)
        raise Fault(kinds.REVERSED_PERIOD, message, f"Skriv {' eller '.join(meant)}.", instead=meant)
    if (first.start, first.end) == (last.start, last.end):
        return last
    return TimeSpan(PeriodKind.SPAN, _span_text(first, last), first.start, last.end)


def _span_text(first: TimeSpan, last: TimeSpan) -> str:
    """Write the span, without repeating month or year when the short form is read as the same."""
    words, others = first.text.split(), last.text.split()
    shared = 0
    while shared < min(len(words), len(others)) - 1 and words[-1 - shared] == others[-1 - shared]:
        shared += 1
    short = " ".join(words[: len(words) - shared])
    if shared and _completed(folded(short), folded(last.text), "") == first:
        return f"{short}-{last.text}"
    return f"{first.text}-{last.text}"


def _right_order(first: TimeSpan, last: TimeSpan, left: str) -> tuple[str, ...]:
    """Offer the ends swapped; before that, the year before for a left end that was typed without a year."""
    swapped = _span_text(last, first)
    year, month = str(first.start.year), first.start.month
    if year in left or month == last.start.month:
        return (swapped,)
    earlier = read_unit(folded(first.text.replace(year, str(first.start.year - 1))), "")
    return (_span_text(earlier, last), swapped) if earlier else (swapped,)
