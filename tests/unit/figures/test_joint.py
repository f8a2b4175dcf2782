"""The totals of several municipalities: only like is added to like, and never what is not known."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.figures.joint import JointYear, Municipality, MunicipalTotal, joint_totals
from frivilligrapport.figures.wording import Lack, Part, span
from frivilligrapport.grammar.quantity import Bounds

NAMES = ("Nordby", "Sydby", "Vestby", "Østby")
_MANY = Part("mange", Bounds(Decimal(0), None), Lack.NUMBER)
_ABOUT = Part("ca. 15", Bounds(Decimal(13), Decimal(17)), Lack.NOTHING, point=Decimal(15))


def entry(kommune: str, lower: int | None, upper: int | None = None, enhed: str = "frivillige") -> MunicipalTotal:
    """Give a municipality's entry with these bounds; `lower` None is unknown, `upper` None is open."""
    bounds = None if lower is None else Bounds(Decimal(lower), None if upper is None else Decimal(upper))
    parts = () if bounds is None else (Part(span(bounds), bounds, Lack.UPPER if upper is None else Lack.NOTHING),)
    return MunicipalTotal(
        kommune=kommune,
        enhed=enhed,
        label=enhed,
        enhedsart="personer",
        gruppe="gennemført",
        definition="",
        bounds=bounds,
        has_number=bounds is not None,
        parts=parts,
        note="",
        n=1,
        m=1,
        coverage="tal fra 1 af 1 forvaltninger",
        is_whole=True,
    )


@st.composite
def entries(draw: st.DrawFn) -> list[MunicipalTotal]:
    """Give one entry of each municipality, known, open or unknown."""
    found = []
    for name in NAMES:
        lower = draw(st.none() | st.integers(0, 1000))
        more = draw(st.none() | st.integers(0, 1000))
        found.append(entry(name, lower, None if lower is None or more is None else lower + more))
    return found


@given(entries(), st.randoms())
def test_a_sum_holds_whatever_its_parts_can_be(found: list[MunicipalTotal], chance: object) -> None:
    """The bounds are the sums of the known bounds, in any order, and nothing is made of what is unknown."""
    shuffled = sorted(found, key=lambda _: chance.random())  # type: ignore[attr-defined]
    (total,) = joint_totals(shuffled, NAMES)
    assert (total,) == joint_totals(found, NAMES)
    known = [one.bounds for one in found if one.bounds]
    if not known:
        assert (total.bounds, total.text) == (None, "uoplyst")
        return
    assert total.bounds is not None
    assert total.bounds.lower == sum(one.lower for one in known)
    is_open = any(one.upper is None for one in known)
    assert total.bounds.upper == (None if is_open else sum(one.upper or 0 for one in known))
    assert len(total.known) + len(total.missing) == len(NAMES)


def test_words_open_a_sum_and_are_no_figure() -> None:
    """Who says "mange" is not one of those that have a figure, and the sum says that there is more."""
    many = entry("Sydby", 0)._replace(has_number=False, parts=(_MANY,), n=0)
    (total,) = joint_totals([entry("Nordby", 5, 5), many], NAMES[:2])
    assert (total.text, total.coverage, total.missing) == (
        "5 og et ubestemt antal",
        "tal fra 1 af 2 kommuner",
        ("Sydby",),
    )
    (alone,) = joint_totals([many], NAMES[:2])
    assert (alone.text, alone.coverage) == ("mange", "tal fra 0 af 2 kommuner")


def test_one_alone_keeps_its_own_words() -> None:
    """A figure that stands alone is not reworded."""
    (total,) = joint_totals([entry("Nordby", 13, 17)._replace(parts=(_ABOUT,))], NAMES)
    assert (total.text, total.label) == ("ca. 15", "frivillige")


def test_units_stand_in_their_own_order() -> None:
    """Done comes before coming, and the volunteers first, whoever told of what first."""
    coming = entry("Nordby", 1, 1)._replace(gruppe="kommende")
    found = joint_totals([coming, entry("Nordby", 1, 1, "projekter"), entry("Sydby", 1, 1)], NAMES)
    assert [(one.first.gruppe, one.first.enhed) for one in found] == [
        ("gennemført", "frivillige"),
        ("gennemført", "projekter"),
        ("kommende", "frivillige"),
    ]


def test_volunteers_of_two_municipalities_are_registrations() -> None:
    """The same person may be counted in both."""
    (total,) = joint_totals([entry("Nordby", 1, 1), entry("Sydby", 2, 2)], NAMES)
    assert total.label == "frivillige (registreringer)"


@pytest.mark.parametrize(("number", "words"), [(1, "B0 (væk)"), (5, "B3 (væk) og B4 (væk)"), (6, "6 kommuner")])
def test_many_that_are_left_out_are_counted(number: int, words: str) -> None:
    """Five names can be read in a sentence; more are in the table."""
    year = JointYear(2025, tuple(Municipality(f"B{one}", f"b{one}", left_out="væk") for one in range(number)))
    assert year.text.startswith(f"Tal fra 0 af {number} kommuner. Ikke med: ")
    assert year.text.endswith(f"{words}.")
