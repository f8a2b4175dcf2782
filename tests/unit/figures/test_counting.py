"""What each reported figure counts for."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from frivilligrapport.figures.figure import Figure, StateGroup
from frivilligrapport.grammar.quantity import Bounds, Precision

Counted = Callable[..., dict[str, Figure]]


def bounds(lower: int, upper: int | None) -> Bounds:
    """Make an interval of whole numbers."""
    return Bounds(Decimal(lower), None if upper is None else Decimal(upper))


def indsats(name: str, figures: str, more: str = "", tilstand: str = "afholdt") -> str:
    """Write one indsats with figures and more fields."""
    extra = "".join(f"    {line}\n" for line in more.splitlines())
    tal = "".join(f"      {line}\n" for line in figures.splitlines())
    return f"  - id: {name}\n    navn: {name.title()}\n    tilstand: {tilstand}\n{extra}    tal:\n{tal}"


@pytest.mark.parametrize(
    ("tilstand", "periode", "group"),
    [
        ("afholdt", None, StateGroup.GENNEMFOERT),
        ("afholdt", "uoplyst", StateGroup.GENNEMFOERT),
        ("afholdt", "27. april 2014", StateGroup.GENNEMFOERT),
        ("afholdt", "2011-2014", StateGroup.ANDET_AAR),
        ("i gang", "2011-2014", StateGroup.GENNEMFOERT),
        ("i drift", "løbende", StateGroup.GENNEMFOERT),
        ("i gang", "2015-", StateGroup.ANDET_AAR),
        ("etableret", "2013", StateGroup.ANDET_AAR),
        ("planlagt", "2014", StateGroup.KOMMENDE),
        ("på vej", "2016", StateGroup.KOMMENDE),
        ("ophørt", "2014", StateGroup.OPHOERT),
        ("aflyst", "2014", StateGroup.AFLYST),
        ("uoplyst", "2014", StateGroup.UOPLYST),
    ],
)
def test_state_group(counted: Counted, tilstand: str, periode: str | None, group: StateGroup) -> None:
    """Done counts only inside the report year, or while it runs through it; what lies ahead counts as coming."""
    more = f"periode: {periode}" if periode else ""
    figure = counted(tmf="indsatser:\n" + indsats("dag", "frivillige: 15", more, tilstand))["tmf.dag.frivillige"]
    assert figure.group is group
    assert figure.counts == (group in {StateGroup.GENNEMFOERT, StateGroup.KOMMENDE})


def test_a_figure_knows_its_place(counted: Counted) -> None:
    """Each figure points at the characters that were typed."""
    figure = counted(tmf="indsatser:\n" + indsats("dag", "frivillige: ca. 15"))["tmf.dag.frivillige"]
    assert str(figure.location) == "indberetninger/2014/tmf.yaml:14:19"
    assert figure.quantity.typed == "ca. 15"
    assert figure.contribution == bounds(13, 17)


def test_labels_make_ids_and_never_units(counted: Counted) -> None:
    """A label in parentheses is part of the id, and both figures count in the same unit."""
    found = counted(tmf="indsatser:\n" + indsats("board", "møder (board): 2\nmøder (arbejdsgrupper): en række"))
    assert list(found) == ["tmf.board.moeder.board", "tmf.board.moeder.arbejdsgrupper"]
    assert {figure.enhed.flertal for figure in found.values()} == {"møder"}
    assert found["tmf.board.moeder.board"].contribution == bounds(2, 2)
    assert found["tmf.board.moeder.arbejdsgrupper"].contribution == bounds(0, None)
    assert found["tmf.board.moeder.arbejdsgrupper"].quantified is None


@pytest.mark.parametrize(
    ("limits", "text", "precision", "lower", "upper"),
    [
        ("mindst: 3\nhøjst: 8", "3-8", Precision.RANGE, 3, 8),
        ("mindst: 2\nhøjst: 300", "mindst 2, højst 300", Precision.RANGE, 2, 300),
        ("mindst: 3", "mindst 3", Precision.AT_LEAST, 3, None),
        ("højst: 8", "højst 8", Precision.UP_TO, 0, 8),
        ("mindst: 5\nhøjst: 5", "5", Precision.EXACT, 5, 5),
        ("mindst: over 5\nhøjst: under 10", "6-9", Precision.RANGE, 6, 9),
        ("mindst: uoplyst\nhøjst: 8", "højst 8", Precision.UP_TO, 0, 8),
        ("antal: uoplyst\nmindst: 3\nhøjst: 8", "3-8", Precision.RANGE, 3, 8),
        ("antal: mange\nmindst: 100", "mindst 100", Precision.AT_LEAST, 100, None),
        ("antal: ca. 15\nmindst: 10\nhøjst: 20", "ca. 15", Precision.APPROXIMATE, 10, 20),
    ],
)
def test_limits_are_the_figure_where_the_number_is_not(
    counted: Counted, limits: str, text: str, precision: Precision, lower: int, upper: int | None
) -> None:
    """Without a number of its own a figure says what `mindst` and `højst` say together, and never the one of them."""
    body = "møder:\n" + "".join(f"  {line}\n" for line in limits.splitlines())
    figure = counted(tmf="indsatser:\n" + indsats("raad", body))["tmf.raad.moeder"]
    assert (figure.text, figure.precision, figure.bounds) == (text, precision, bounds(lower, upper))
    assert figure.derived == (text == "ca. 15")


@pytest.mark.parametrize(("answer", "done"), [("nej", (21, 21)), ("ja", (12, 12)), ("uoplyst", (12, 21))])
def test_what_is_on_its_way(counted: Counted, answer: str, done: tuple[int, int]) -> None:
    """The part on its way is taken out, left, or both, as the answer says; it is coming in all three cases."""
    body = f"projekter:\n  antal: 21\n  forrige_år: 12\n  på_vej: 9\n  på_vej_med_i_antal: {answer}"
    found = counted(tmf="indsatser:\n" + indsats("groen", body, tilstand="i gang"))
    assert found["tmf.groen.projekter"].contribution == bounds(*done)
    assert found["tmf.groen.projekter.paa-vej"].group is StateGroup.KOMMENDE
    assert found["tmf.groen.projekter.paa-vej"].contribution == bounds(9, 9)
    assert found["tmf.groen.projekter.forrige-aar"].why_not == "tal for året før"


def test_subsets_and_shares_are_shown_and_never_added(counted: Counted) -> None:
    """`heraf` and `andel` are figures that do not count, and a share of a whole has the whole's bounds."""
    body = "medlemmer:\n  antal: 2.600\n  heraf:\n    internationale: ca. 2/3\nkr:\n  andel: 15 %\n  af: § 18-midlerne"
    found = counted(tmf="indsatser:\n" + indsats("korps", body))
    part = found["tmf.korps.medlemmer.heraf.internationale"]
    assert part.bounds == bounds(1560, 1907)
    assert part.why_not == "delmængde af et andet tal"
    assert found["tmf.korps.kr.andel"].why_not == "andel af § 18-midlerne, ikke et antal"


def test_bounds_typed_by_hand_win(counted: Counted) -> None:
    """`mindst` and `højst` take the place of what "ca." would give."""
    body = "frivillige:\n  antal: ca. 100\n  mindst: 95\n  højst: 120"
    assert counted(tmf="indsatser:\n" + indsats("dag", body))["tmf.dag.frivillige"].contribution == bounds(95, 120)


def test_the_years_own_convention_for_about(counted: Counted) -> None:
    """`ca_usikkerhed` in rapport.yaml decides how wide "ca." is."""
    report = "titel: R\når: 2014\nforslag: ingen\nindstillinger:\n  ca_usikkerhed: 20 %\n"
    found = counted(report=report, tmf="indsatser:\n" + indsats("dag", "frivillige: ca. 15"))
    assert found["tmf.dag.frivillige"].contribution == bounds(12, 18)


def test_tael_med_nej(counted: Counted) -> None:
    """A figure that is not to be counted is listed with the reason."""
    figure = counted(tmf="indsatser:\n" + indsats("dag", "frivillige:\n  antal: 15\n  tæl_med: nej"))[
        "tmf.dag.frivillige"
    ]
    assert (figure.counts, figure.contribution) == (False, None)
    assert figure.why_not == "tælles ikke med efter forvaltningens ønske"


def test_a_parent_holds_its_children(counted: Counted) -> None:
    """With a parent's figure the lower bound is the larger of its own and the children's, the upper its own."""
    body = "indsatser:\n" + indsats("alt", "frivillige: 10-50") + indsats("a", "frivillige: 20", "hører_til: alt")
    found = counted(tmf=body + indsats("b", "frivillige: mindst 5", "hører_til: a"))
    assert found["tmf.alt.frivillige"].contribution == bounds(20, 50)
    assert found["tmf.a.frivillige"].why_not == "talt med i »Alt«"
    assert found["tmf.b.frivillige"].why_not == "talt med i »A«"


@pytest.mark.parametrize("between", ["", "    tal:\n      møder: 2\n"])
def test_a_grandchild_is_counted_inside_over_one_without_the_unit(counted: Counted, between: str) -> None:
    """What is part of a part is part of the whole, also where the one between tells no figure."""
    body = "indsatser:\n" + indsats("alt", "frivillige: 30")
    body += f"  - id: del\n    navn: Del\n    tilstand: afholdt\n    hører_til: alt\n{between}"
    found = counted(tmf=body + indsats("barn", "frivillige: 5", "hører_til: del"))
    assert found["tmf.alt.frivillige"].contribution == bounds(30, 30)
    assert found["tmf.barn.frivillige"].why_not == "talt med i »Alt«"


def test_an_unspecified_parent_gives_way_in_the_quantified_part(counted: Counted) -> None:
    """The word "mange" with a child of ca. 15 is open above, and its part with numbers is the child's."""
    body = "indsatser:\n" + indsats("alt", "frivillige: mange") + indsats("a", "frivillige: ca. 15", "hører_til: alt")
    parent = counted(tmf=body)["tmf.alt.frivillige"]
    assert parent.contribution == bounds(13, None)
    assert parent.quantified == bounds(13, 17)


def test_without_a_parents_figure_the_children_are_added(counted: Counted) -> None:
    """`hører_til` alone takes nothing out of the sum."""
    body = "indsatser:\n  - id: alt\n    navn: Alt\n    tilstand: afholdt\n"
    body += indsats("a", "frivillige: 20", "hører_til: alt") + indsats("b", "frivillige: 5", "hører_til: alt")
    found = counted(tmf=body)
    assert all(figure.counts for figure in found.values())


def test_a_parent_in_another_state_holds_nothing(counted: Counted) -> None:
    """Only figures of the same state group are inside one another."""
    body = "indsatser:\n" + indsats("alt", "projekter: 10") + indsats("a", "projekter: 6", "hører_til: alt", "planlagt")
    found = counted(tmf=body)
    assert found["tmf.alt.projekter"].contribution == bounds(10, 10)
    assert found["tmf.a.projekter"].contribution == bounds(6, 6)


def test_the_forvaltnings_own_figure_is_the_parent_of_all(counted: Counted) -> None:
    """A top-level `tal` holds every figure of its unit, and of no other."""
    body = "tal:\n  frivillige: 100\nindsatser:\n" + indsats("a", "frivillige: 20\nmøder: 3")
    found = counted(tmf=body)
    assert found["tmf.frivillige"].contribution == bounds(100, 100)
    assert found["tmf.a.frivillige"].why_not == "talt med i forvaltningens samlede tal"
    assert found["tmf.a.moeder"].counts


SHARED = "fælles:\n  id: kursus\n  med: [{other}]\n  tæller_hos: {owner}"


def test_a_shared_thing_counts_once_at_its_owner(counted: Counted) -> None:
    """The owner's figure counts and the other reporter's says where it is counted."""
    found = counted(
        tmf="indsatser:\n" + indsats("k", "kurser: 3", SHARED.format(other="SOF", owner="SOF")),
        sof="indsatser:\n" + indsats("k", "kurser: 4", SHARED.format(other="TMF", owner="SOF")),
    )
    assert found["sof.k.kurser"].contribution == bounds(4, 4)
    assert found["tmf.k.kurser"].why_not == "tælles hos SOF"
    assert {figure.owner for figure in found.values()} == {"sof"}


@pytest.mark.parametrize(
    "silence",
    ["indsatser: ingen\n", "indsatser:\n" + indsats("k", "kurser: uoplyst", SHARED.format(other="TMF", owner="SOF"))],
)
def test_when_the_owner_is_silent_the_first_reporter_counts(counted: Counted, silence: str) -> None:
    """The figure is attributed to the owner, whether the owner says nothing or uoplyst."""
    found = counted(
        tmf="indsatser:\n" + indsats("k", "kurser: 3", SHARED.format(other="SOF", owner="SOF")),
        sof=silence,
        oekf="indsatser:\n" + indsats("k", "kurser: 5", SHARED.format(other="SOF", owner="SOF")),
    )
    assert found["tmf.k.kurser"].contribution == bounds(3, 3)
    assert found["tmf.k.kurser"].owner == "sof"
    assert found["oekf.k.kurser"].why_not == "tælles hos SOF (oplyst af TMF)"


def test_unknown_and_not_relevant(counted: Counted) -> None:
    """An unknown figure counts for nothing and is not zero; ikke relevant says so."""
    found = counted(
        tmf="tal:\n  møder: ikke relevant\nindsatser:\n" + indsats("a", "frivillige: uoplyst\ngæster: 0\ndeltagere:")
    )
    assert (found["tmf.a.frivillige"].counts, found["tmf.a.frivillige"].contribution) == (True, None)
    assert found["tmf.a.gaester"].contribution == bounds(0, 0)
    assert found["tmf.a.deltagere"].contribution is None
    assert found["tmf.moeder"].why_not == "ikke relevant"
