"""Quantities: each row of quantity_vectors.csv is one test, so a new case is a new row.

Columns: what is typed; the precision, or the code of the fault; the bounds with ± 10 % for "ca." ("∞" is open);
the point; and the text printed, with ~ for a hard space.
"""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from frivilligrapport.grammar.quantity import QUANTITY_KINDS, Bounds, Precision, Quantity, parse_quantity
from frivilligrapport.problems import Fault, Kind

with Path(__file__).with_name("quantity_vectors.csv").open(encoding="utf-8", newline="") as file:
    _ROWS = list(csv.DictReader(file, delimiter=";"))
_ACCEPTED = [row for row in _ROWS if not row["kind"].startswith("FR")]
_REFUSED = [row for row in _ROWS if row["kind"].startswith("FR")]


def _bounds(row: dict[str, str]) -> Bounds | None:
    if not row["lower"]:
        return None
    return Bounds(Decimal(row["lower"]), None if row["upper"] == "∞" else Decimal(row["upper"]))


@pytest.mark.parametrize("row", _ACCEPTED, ids=lambda row: row["input"] or "(tom)")
def test_vector_is_read(row: dict[str, str]) -> None:
    """Each accepted vector has its precision, its bounds, its point and its printed text."""
    quantity = parse_quantity(row["input"])

    assert quantity.precision is Precision[row["kind"]]
    assert quantity.bounds() == _bounds(row)
    assert quantity.point() == (Decimal(row["point"]) if row["point"] else None)
    assert quantity.text() == row["text"].replace("~", "\u00a0")


@pytest.mark.parametrize("row", _REFUSED, ids=lambda row: row["input"])
def test_vector_is_refused(row: dict[str, str]) -> None:
    """Each refused vector gives the fault of its kind, quotes what was typed and says what to write."""
    with pytest.raises(Fault) as caught:
        parse_quantity(row["input"])

    assert caught.value.kind.code == row["kind"]
    assert f"»{row['input']}«" in caught.value.message
    assert caught.value.hint.startswith("Skriv ")


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", " "])
def test_any_space_separates_thousands(space: str) -> None:
    """Ordinary, hard and thin spaces are all thousands separators."""
    assert parse_quantity(f"1{space}250{space}000").low == Decimal(1250000)


def test_letters_of_a_mac_are_the_same_letters() -> None:
    """An accent stored as a character of its own, as a Mac does, is read and kept as part of its letter."""
    quantity = parse_quantity("e\u0301n")

    assert quantity.typed == "\u00e9n"
    assert quantity.low == 1


def test_typed_text_is_kept() -> None:
    """What was typed stays as it was typed, without the spaces around it."""
    assert parse_quantity("  Ca. 15 ").typed == "Ca. 15"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("61", 61, 61), ("ca. 15", 15, 15), ("over 100", 100, None), ("op mod 25", None, 25), ("ca. 100-150", 100, 150)],
)
def test_numbers_are_kept_as_typed(text: str, low: int | None, high: int | None) -> None:
    """The numbers of a quantity are those typed, not its bounds."""
    quantity = parse_quantity(text)

    assert (quantity.low, quantity.high) == (low, high)


def test_share_keeps_its_fraction_and_base() -> None:
    """A share knows what it is a share of and that it is approximate."""
    quantity = parse_quantity("ca. 2/3 af 2.600")

    assert (quantity.share, quantity.base, quantity.approximate) == (Fraction(2, 3), Decimal(2600), True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,6", True),
        ("10,0", True),
        ("1½", True),
        ("1,5-2", True),
        ("2.600", False),
        ("11,9 mio.", False),
        ("12,5 %", False),
        ("2/3", False),
        ("mange", False),
    ],
)
def test_decimals_are_noticed(text: str, expected: bool) -> None:
    """A number typed with decimals is told apart from a count, also when they are zeros; a share is no such number."""
    assert parse_quantity(text).has_decimals is expected


@pytest.mark.parametrize(
    ("text", "margin", "lower", "upper"),
    [
        ("ca. 15", Fraction(0), 15, 15),
        ("ca. 15", Fraction(1, 5), 12, 18),
        ("ca. 100-150", Fraction(1, 3), 66, 200),
        ("knap 200", Fraction(1, 4), 150, 199),
        ("knap 200", Fraction(0), 199, 199),
        ("godt 600", Fraction(1, 4), 600, 750),
        ("ca. 2/3 af 2.600", Fraction(1), 0, 2600),
        ("over 100", Fraction(1, 2), 101, None),
    ],
)
def test_margin_is_a_convention_of_the_report(text: str, margin: Fraction, lower: int, upper: int | None) -> None:
    """The margin widens ca., knap and godt, rounded outwards, and nothing else."""
    bounds = parse_quantity(text).bounds(margin)

    assert bounds == Bounds(Decimal(lower), None if upper is None else Decimal(upper))


_CORPS = Bounds(Decimal(2600), Decimal(2600))


@pytest.mark.parametrize(
    ("text", "whole", "expected"),
    [
        ("ca. 2/3", _CORPS, Bounds(Decimal(1560), Decimal(1907))),
        ("2/3", _CORPS, Bounds(Decimal(1733), Decimal(1734))),
        ("15 %", _CORPS, Bounds(Decimal(390), Decimal(390))),
        ("ca. 95 %", Bounds(Decimal(90), Decimal(110)), Bounds(Decimal(76), Decimal(110))),
        ("ca. 2/3", Bounds(Decimal(300), None), Bounds(Decimal(180), None)),
        ("50", _CORPS, Bounds(Decimal(50), Decimal(50))),
        ("ca. 2/3", None, None),
        ("uoplyst", _CORPS, None),
    ],
)
def test_subset_is_measured_on_its_whole(text: str, whole: Bounds | None, expected: Bounds | None) -> None:
    """A share inside `heraf` is taken of the whole and never exceeds it; other figures keep their own bounds."""
    assert parse_quantity(text).of(whole) == expected


def test_share_has_a_point_when_its_whole_has() -> None:
    """Two thirds of 2.600 are 1.733, and of nothing known they are nothing known."""
    share = parse_quantity("ca. 2/3")

    assert share.point(Decimal(2600)) == Decimal(1733)
    assert share.point() is None


def test_kinds_are_distinct_and_complete() -> None:
    """The catalogue of quantity findings has one kind for each code from FR201 to FR212."""
    assert [kind.code for kind in QUANTITY_KINDS] == [f"FR{number}" for number in range(201, 213)]


def _example(yaml: str) -> str:
    """Take the value of the last line of an example."""
    return yaml.splitlines()[-1].partition(": ")[2]


@pytest.mark.parametrize("kind", QUANTITY_KINDS, ids=lambda kind: kind.code)
def test_examples_show_what_they_say(kind: Kind) -> None:
    """The wrong example of each kind is refused with that kind, or noticed, and the right one is read."""
    found = _code_or_quantity(_example(kind.wrong))
    right = _code_or_quantity(_example(kind.right))

    assert isinstance(right, Quantity)
    if isinstance(found, Quantity):
        noticed = {"FR209": found.has_decimals, "FR210": found.precision is Precision.SHARE_WITHOUT_BASE}
        assert noticed[kind.code]
    else:
        assert found == kind.code


def _code_or_quantity(text: str) -> str | Quantity:
    try:
        return parse_quantity(text)
    except Fault as fault:
        return fault.kind.code
