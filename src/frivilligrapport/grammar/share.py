"""Settings that are a share, such as the report's `ca_usikkerhed: 10 %`."""

from fractions import Fraction

from frivilligrapport.danish import HARD_SPACE, quote
from frivilligrapport.grammar.quantity import Precision, Quantity, parse_quantity
from frivilligrapport.grammar.quantity.kinds import NOT_UNDERSTOOD
from frivilligrapport.problems import Fault

_THE_WHOLE = 100


def parse_share(text: str) -> Fraction:
    """Read an exact share from 0 to 1, typed as a percentage ("10 %") or as a fraction ("1/10").

    Raises Fault (FR208 when it is something else than a share, else the fault of the number in it).
    """
    quantity = parse_quantity(text)
    if quantity.share is None or quantity.approximate or quantity.base is not None:
        hint, *instead = _hint(quantity)
        raise Fault(NOT_UNDERSTOOD, f"{quote(text)} er ikke en andel.", hint, instead=tuple(instead))
    return quantity.share


def _hint(quantity: Quantity) -> tuple[str, ...]:
    """Offer a bare number with its percent sign, anything else an example; after the hint, what to write."""
    is_number = quantity.precision is Precision.EXACT and quantity.low is not None and quantity.low <= _THE_WHOLE
    if not is_number:
        return (f"Skriv en andel, fx 10{HARD_SPACE}%.",)
    share = f"{quantity.text()}{HARD_SPACE}%"
    return f"Skriv {share}.", share
