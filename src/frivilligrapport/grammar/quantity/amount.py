"""What stands after a reservation: a number, a range, "15+" or a share.

And which ranges may not say what they seem to.
"""

from decimal import Decimal
from fractions import Fraction

from frivilligrapport.danish import HARD_SPACE, format_number
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.quantity import kinds
from frivilligrapport.grammar.quantity.number import DIGITS, NUMBER_IN_WORDS, Number, read_number, refuse_number
from frivilligrapport.grammar.quantity.value import Bounds, Precision, Quantity, places
from frivilligrapport.grammar.typed_text import TypedText

_BETWEEN = pattern(r"mellem (?P<low>.+?) og (?P<high>.+)")
_LEAST_AND_MOST = pattern(r"mindst (?P<low>[^,]+?)(?:,|,? og|,? men)? h(?:ø|oe)jst (?P<high>.+)")
_FROM = pattern(r"(?:fra )?(?P<low>.+?) til (?P<high>.+)")
_HYPHEN = pattern(r"(?P<low>[^-]+)-(?P<high>[^-]+)")
_PLUS = pattern(r"(?P<low>.+?)\+")
_FRACTION = pattern(r"(?P<top>0|[1-9][0-9]{0,2}) ?/ ?(?P<bottom>[1-9][0-9]{0,2})")
_PERCENT = pattern(r"(?P<number>.+?) ?(?:%|pct\.?|procent)")
_THOUSAND = 1000
WRITE_A_SHARE = "Skriv en andel, fx 2/3 eller 15 %."
_HALVES = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_STARTS_AS_NUMBER = pattern(rf"[0-9½¼¾.,]|{NUMBER_IN_WORDS}")


def read_amount(piece: TypedText) -> Quantity | None:
    """Read an amount; None when the piece is none.

    Raises Fault for digits that are no Danish number (FR202, FR205, FR212), and for shares of nothing readable.
    """
    said = None if DIGITS.fullmatch(piece.text) else _read_more(piece)
    if said:
        return said
    number = _number(piece)
    return Quantity(piece.typed, number.text, Precision.EXACT, number.value, number.value) if number else None


def _read_more(piece: TypedText) -> Quantity | None:
    """Read what says more than one number: a share, a range, "15+"."""
    share = _read_share(piece)
    if share:
        return share
    if ends := read_range(piece):
        low, high = ends
        return Quantity(piece.typed, f"{low.text}-{high.text}", Precision.RANGE, low.value, high.value)
    plus = _PLUS.fullmatch(piece.text)
    least = _number(piece.part(*plus.span("low"))) if plus else None
    return Quantity(piece.typed, f"mindst {least.text}", Precision.AT_LEAST, least.value) if least else None


def read_range(piece: TypedText) -> tuple[Number, Number] | None:
    """Read the two ends of a range, as typed: neither their order nor a shortened end is checked."""
    for form in (_BETWEEN, _FROM, _HYPHEN):
        found = form.fullmatch(piece.text)
        if not found:
            continue
        ends = [piece.part(*found.span(name)) for name in ("low", "high")]
        if all(_STARTS_AS_NUMBER.match(end.text) for end in ends):
            low, high = (_number(end) for end in ends)
            return (low, high) if low and high else None
    return None


def read_bounds(piece: TypedText) -> Quantity | None:
    """Read "mindst 20, højst 30", a range whose ends are named, so that neither is taken for a shortened one.

    None when the piece is none. Raises Fault for one that is reversed (FR203), and for digits that are no number.
    """
    found = _LEAST_AND_MOST.fullmatch(piece.text)
    low, high = (_number(piece.part(*found.span(name))) for name in ("low", "high")) if found else (None, None)
    if low is None or high is None:
        return None
    if low.value > high.value:
        hint, *instead = _smallest_first(low.value, high.value, "")
        raise piece.fault(kinds.REVERSED_RANGE, "har det største tal først.", hint, *instead)
    return _clear_range(piece.typed, low, high)


def _clear_range(typed: str, low: Number, high: Number) -> Quantity:
    is_clear = shortened_by(low.value, high.value) == 1
    wording = f"{low.text}-{high.text}" if is_clear else f"mindst {low.text}, højst {high.text}"
    return Quantity(typed, wording, Precision.RANGE, low.value, high.value)


def quantity_within(bounds: Bounds, typed: str) -> Quantity:
    """Make the quantity that says no more than some bounds; `typed` is what was typed for it."""
    low, high = bounds.lower, bounds.upper
    if high is None:
        return Quantity(typed, f"mindst {format_number(low)}", Precision.AT_LEAST, low)
    if low == high:
        return Quantity(typed, format_number(low), Precision.EXACT, low, low)
    if not low:
        return Quantity(typed, f"højst {format_number(high)}", Precision.UP_TO, high=high)
    return _clear_range(typed, Number(low, format_number(low)), Number(high, format_number(high)))


def _number(piece: TypedText) -> Number | None:
    number = read_number(piece)
    if number is None:
        refuse_number(piece)
    return number


def _read_share(piece: TypedText) -> Quantity | None:
    # "2 ud af 3" is the same as "2 af 3".
    of = next((of for of in (" ud af ", " af ") if of in piece.text), "")
    head = piece.text.partition(of)[0] if of else piece.text
    part = piece.part(0, len(head))
    share = _share(part)
    if of and share is None and part.text in _HALVES:
        share = (_HALVES[part.text], part.text)
    if share is None:
        if of:
            _refuse_count_of_count(piece, part, piece.part(len(head) + len(of)))
        return None
    value, text = share
    if value > 1:
        raise part.fault(kinds.NOT_UNDERSTOOD, "er mere end det hele.", WRITE_A_SHARE)
    if not of:
        return Quantity(piece.typed, text, Precision.SHARE_WITHOUT_BASE, share=value)
    number = _number(base := piece.part(len(head) + len(of)))
    if number is None:
        hint = f"Skriv {text} under »heraf«, eller med et tal efter »af«: {text} af 2.600."
        raise base.fault(kinds.NOT_UNDERSTOOD, "er ikke et tal, der kan tages en andel af.", hint)
    return Quantity(piece.typed, f"{text} af {number.text}", Precision.SHARE, share=value, base=number.value)


def _share(piece: TypedText) -> tuple[Fraction, str] | None:
    """Read a fraction or a percentage, and how it is printed."""
    fraction = _FRACTION.fullmatch(piece.text)
    if fraction:
        top, bottom = int(fraction["top"]), int(fraction["bottom"])
        return Fraction(top, bottom), f"{top}/{bottom}"
    percent = _PERCENT.fullmatch(piece.text)
    if percent is None:
        return None
    typed = piece.part(*percent.span("number"))
    number = _number(typed)
    if number is None and read_range(typed):
        raise piece.fault(kinds.NOT_UNDERSTOOD, "er et interval af andele.", "Skriv én andel, fx 15 % eller ca. 2/3.")
    return (Fraction(number.value) / 100, f"{number.text}{HARD_SPACE}%") if number else None


def _refuse_count_of_count(piece: TypedText, part: TypedText, whole: TypedText) -> None:
    """Raise Fault for "5 af 12", which may be the count 5 or the share 5/12."""
    top, bottom = read_number(part), read_number(whole)
    if top and bottom:
        share = f"{top.text}/{bottom.text}"
        hint = f"Skriv {top.text}, når det er antallet, eller {share}, når det er en andel."
        is_share = _FRACTION.fullmatch(share) is not None and top.value <= bottom.value
        instead = (top.text, share) if is_share else (top.text,)
        raise piece.fault(kinds.NOT_UNDERSTOOD, "kan være både et antal og en andel.", hint, *instead)


def check_range(piece: TypedText, amount: Quantity, before: str) -> None:
    """Raise Fault for a range that can be read in two ways (FR201) or that is reversed (FR203).

    `before` is the reservation as it is printed, with a space after it, or "".
    """
    low, high = amount.low, amount.high
    if amount.precision is not Precision.RANGE or low is None or high is None:
        return
    if shortened_by(low, high) > 1:
        raise piece.fault(kinds.AMBIGUOUS, "kan læses på to måder.", *_full_first(low, high, before))
    if low > high:
        raise piece.fault(kinds.REVERSED_RANGE, "har det største tal først.", *_smallest_first(low, high, before))


def shortened_by(low: Decimal, high: Decimal) -> int:
    """Tell by what the left number of a range may be shortened ("20-30.000": 1000); 1 when it is written in full.

    Number grammar, section 1: 1000 when the right number is a multiple of 1000, else 100 when it is a multiple
    of 100; and only when the left number is below that and would still be the smaller one written out.
    """
    step = next((step for step in (_THOUSAND, 100) if high % step == 0), 1)
    return step if 0 < low < step and low * step < high else 1


def _full_first(low: Decimal, high: Decimal, before: str) -> tuple[str, ...]:
    """Say what to write: both numbers in full, then the short reading (20-30), else how to say 2 to 300.

    The hint comes first, then each text that it offers.
    """
    step = shortened_by(low, high)
    factor, right = step, high / step
    while (again := shortened_by(low, right)) > 1:
        factor, right = factor * again, right / again
    while (again := shortened_by(low * factor, high)) > 1:
        factor *= again
    full = f"{before}{_pair(low * factor, high)}"
    if factor == step == _THOUSAND:
        short = f"{before}{_pair(low, right)}"
        return f"Skriv {full} eller {short}.", full, short
    ends = [format_number(_shortest(end)) for end in (low, high)]
    really = f"Mener du virkelig fra {ends[0]} til {ends[1]}"
    return f"Skriv {full}. {really}, så skriv »mindst: {ends[0]}« og »højst: {ends[1]}«.", full


def _smallest_first(first: Decimal, second: Decimal, before: str) -> tuple[str, ...]:
    """Offer the two numbers swapped, and before that the second one in full.

    "20.000-30" is 20.000-30.000, and "120-30" is 120-130.

    The hint comes first, then each text that it offers.
    """
    whole = first == first.to_integral_value() and second == second.to_integral_value()
    step = 10 ** len(f"{second:f}") if whole else 1
    full = second * _THOUSAND if first % _THOUSAND == 0 else first - first % step + second
    is_short = full > first and second < (_THOUSAND if first % _THOUSAND == 0 else step) <= first
    is_clear = first % _THOUSAND == 0 or shortened_by(second, first) == 1
    meant = [(first, full)] if is_short and is_clear else []
    if shortened_by(second, first) == 1:
        meant.append((second, first))
    if not meant:
        return ("Skriv det mindste tal først og begge tal helt ud.",)
    texts = [f"{before}{_pair(low, high)}" for low, high in meant]
    return f"Skriv {' eller '.join(texts)}.", *texts


def _pair(low: Decimal, high: Decimal) -> str:
    return f"{format_number(_shortest(low))}-{format_number(_shortest(high))}"


def _shortest(value: Decimal) -> Decimal:
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    short = value.normalize()
    # Three decimals alone would be asked about in their turn ("2,605" may be an English 2.605).
    return short.quantize(Decimal("0.0001")) if places(short) == len("605") else short
