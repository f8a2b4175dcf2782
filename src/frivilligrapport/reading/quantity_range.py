"""Ranges that may not say what they seem to: shortened ("20-30.000") or reversed ("25-15")."""

from decimal import Decimal

from frivilligrapport.danish import format_number
from frivilligrapport.reading import quantity_kinds as kinds
from frivilligrapport.reading.quantity_amount import Amount
from frivilligrapport.reading.quantity_bounds import places
from frivilligrapport.reading.quantity_piece import Piece
from frivilligrapport.reading.quantity_value import Precision

_THOUSAND = 1000


def check_range(piece: Piece, amount: Amount, before: str) -> None:
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
    """Offer the two numbers swapped, and before that the second one in full ("20.000-30" is 20.000-30.000).

    The hint comes first, then each text that it offers.
    """
    full = second * _THOUSAND
    shortened = second < _THOUSAND and first % _THOUSAND == 0 and full > first
    meant = [(first, full)] if shortened else []
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
