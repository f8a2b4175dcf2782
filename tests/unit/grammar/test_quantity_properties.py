"""Laws that hold for every quantity, whatever is typed."""

import re
import time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frivilligrapport.danish import format_number
from frivilligrapport.grammar.quantity import QUANTITY_KINDS, Bounds, Quantity, parse_quantity
from frivilligrapport.problems import Fault

_NUMBERS = st.one_of(
    st.integers(0, 10**12).map(format_number),
    st.integers(0, 10**6).map(str),
    st.decimals(0, 10**6, places=2).map(format_number),
    st.integers(0, 99).map(lambda n: f"{n}½"),
    st.sampled_from(["tre", "ingen", "en", "¾", "11,9 mio.", "2 mia", "20 tusind", "2\u00a0600"]),
)
_BEFORE = st.sampled_from(
    ["", "", "ca. ", "Ca ", "~", "over ", ">", "mindst ", "op mod ", "højst ", "under ", "knap ", "næsten ", "godt "]
)
_AMOUNTS = st.one_of(
    _NUMBERS,
    st.tuples(_NUMBERS, st.sampled_from(["-", " - ", "–", " til "]), _NUMBERS).map("".join),
    st.tuples(_NUMBERS, _NUMBERS).map(lambda ends: f"mellem {ends[0]} og {ends[1]}"),
    st.tuples(st.integers(0, 120), _NUMBERS).map(lambda share: f"{share[0]} % af {share[1]}"),
    st.fractions(0, 1, max_denominator=999).map(str),
    _NUMBERS.map(lambda number: f"{number}+"),
)
_LIKELY = st.tuples(_BEFORE, _AMOUNTS).map("".join)
_SIGNS = st.text("0123456789.,-–+/% ½abcekmnorxzæ~<>:_'", max_size=14)


def _read(text: str) -> Quantity | Fault:
    try:
        return parse_quantity(text)
    except Fault as fault:
        return fault


@given(st.one_of(_LIKELY, _SIGNS, st.text()))
@example("")
@example("1e999999999999999999999")
@example("\u0130")
@example("½½")
@example("0/0")
def test_any_text_is_a_quantity_or_a_fault(text: str) -> None:
    """Whatever is typed is read or refused with a kind, a message, a hint and a place; nothing else ever happens."""
    found = _read(text)

    if isinstance(found, Fault):
        assert found.kind in QUANTITY_KINDS
        assert found.message
        assert found.hint
        assert found.start >= 0
        assert found.length >= 0
    else:
        bounds = found.bounds()
        assert bounds is None or bounds.lower >= 0


@given(st.one_of(_LIKELY, _SIGNS))
def test_what_is_printed_reads_back_the_same(text: str) -> None:
    """Every accepted quantity prints as a text that is accepted and means exactly the same."""
    found = _read(text)

    if isinstance(found, Quantity):
        assert parse_quantity(found.text())._replace(typed=found.typed) == found


@given(_LIKELY)
def test_bounds_hold_the_point(text: str) -> None:
    """The number that a figure names lies within its bounds."""
    found = _read(text)

    if isinstance(found, Quantity):
        bounds, point = found.bounds(), found.point()
        assert bounds is None or point is None or point in bounds


@given(st.text("0123456789.,- '", max_size=12))
@example("10-1,0010")
@example("0,012345-500")
def test_numbers_offered_are_numbers(text: str) -> None:
    """What a misspelt number or a range is to be written as is itself accepted."""
    found = _read(text)

    if isinstance(found, Fault) and found.kind.code in {"FR201", "FR202", "FR203", "FR205"}:
        offered = re.match(r"Skriv ((?:[0-9.,-]+)(?: eller [0-9.,-]+)?)\.(?: |$)", found.hint)
        for number in offered[1].split(" eller ") if offered else []:
            assert isinstance(_read(number), Quantity)


_BOUNDS = st.tuples(st.decimals(0, 10**12, places=2), st.one_of(st.none(), st.decimals(0, 10**12, places=2))).map(
    lambda ends: Bounds(ends[0], None if ends[1] is None else ends[0] + ends[1])
)


@given(_BOUNDS, _BOUNDS)
def test_addition_is_commutative(one: Bounds, other: Bounds) -> None:
    """The order in which two figures are added never matters."""
    assert one + other == other + one


@given(_BOUNDS, _BOUNDS, _BOUNDS)
def test_addition_is_associative(one: Bounds, two: Bounds, three: Bounds) -> None:
    """How figures are grouped before they are added never matters."""
    assert (one + two) + three == one + (two + three)


@given(_BOUNDS, _BOUNDS)
def test_addition_is_monotone(total: Bounds, more: Bounds) -> None:
    """Adding a figure never makes a total smaller, and never closes an open one."""
    result = total + more

    assert result.lower >= total.lower
    assert result.upper is None or (total.upper is not None and result.upper >= total.upper)


@given(_BOUNDS, _BOUNDS, _BOUNDS)
def test_a_wider_figure_gives_a_wider_total(one: Bounds, two: Bounds, other: Bounds) -> None:
    """A total of the hull of two figures holds the total of each."""
    wide = one.hull(two) + other

    for part in (one + other, two + other):
        assert wide.lower <= part.lower
        assert wide.upper is None or (part.upper is not None and part.upper <= wide.upper)


@given(_BOUNDS, _BOUNDS)
def test_subset_is_never_more_than_its_whole(share: Bounds, whole: Bounds) -> None:
    """A clamped figure never goes above its whole."""
    clamped = share.clamped(whole)

    assert whole.upper is None or (clamped.upper is not None and clamped.upper <= whole.upper)


@given(_BOUNDS, _BOUNDS)
def test_part_taken_out_and_put_back_covers_the_whole(whole: Bounds, part: Bounds) -> None:
    """What is left after a part, together with the part, still holds the whole's lower bound."""
    back = whole.minus(part) + part

    assert back.upper is None or back.upper >= whole.lower


@pytest.mark.parametrize("sign", ["1", "a", "-", "½", " 1", "1.", "ca. ", "1-", "\u0301\u0316", "mellem ", "%"])
def test_reading_time_grows_no_faster_than_the_text(sign: str) -> None:
    """A hundred thousand characters are refused at once, whatever they are."""
    began = time.process_time()
    found = _read((sign * 100_000)[:100_000])

    assert isinstance(found, Fault)
    assert time.process_time() - began < 1


@pytest.mark.parametrize("sign", ["1", "1.000", " 1", "tre ", "1-", "mellem 1 ", "½", "ca. ", "a1"])
def test_reading_time_is_short_at_the_longest_length(sign: str) -> None:
    """Two hundred characters, which are looked at closely, take no noticeable time either."""
    began = time.process_time()
    _read((sign * 200)[:200])

    assert time.process_time() - began < 1


def test_bounds_are_the_right_way_round() -> None:
    """An interval cannot end below where it begins."""
    with pytest.raises(ValueError, match="below"):
        Bounds(Decimal(2), Decimal(1))
