"""The way from a figure or a total back to what was typed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.figures.derivation import (
    Derivation,
    Derivations,
    DerivationStep,
    FigureDerivation,
    Tie,
    TotalDerivation,
)
from frivilligrapport.figures.register import count
from support.folders.work_folder import status_file, write_folder

Derived = Callable[..., Derivations]
NAMES = {"tmf": "TMF", "sof": "SOF", "oekf": "ØKF"}


@pytest.fixture
def derived(tmp_path: Path) -> Derived:
    """Count status files given as keyword arguments (`tmf="indsatser: …"`), ready to be asked."""

    def run(**bodies: str) -> Derivations:
        files: dict[str, str | bytes] = {
            f"2014/{one}.yaml": status_file(NAMES[one], body) for one, body in bodies.items()
        }
        samling = load(write_folder(tmp_path, files))
        aargang = samling.aargang(2014)
        assert aargang is not None
        return Derivations(count(samling, aargang))

    return run


def indsats(name: str, *lines: str, tilstand: str = "afholdt") -> str:
    """Give one indsats whose id is its name, with more lines of its own."""
    head = f"  - id: {name}\n    navn: {name}\n    tilstand: {tilstand}\n"
    return head + "".join(f"    {line}\n" for line in lines)


def body(*indsatser: str) -> str:
    """Give the indsatser of a status file."""
    return "indsatser:\n" + "".join(indsatser)


SHARED = ("fælles:", "  id: ting", "  med: [SOF, ØKF]", "  tæller_hos: SOF")


def shape(step: DerivationStep) -> tuple[object, ...]:
    """Give a step's tree as the words typed and how each hangs on the one above."""
    return (step.figure.quantity.typed, *((tie.value, *shape(below)) for tie, below in step.below))


def total(found: Derivation | None) -> TotalDerivation:
    """Give the derivation as that of a total."""
    assert isinstance(found, TotalDerivation)
    return found


def figure(found: Derivation | None) -> FigureDerivation:
    """Give the derivation as that of a figure."""
    assert isinstance(found, FigureDerivation)
    return found


def test_a_total_is_the_figures_that_it_adds(derived: Derived) -> None:
    """A total's parts are the counting figures of its unit, in print order, and nothing of another unit."""
    year = derived(
        sof=body(indsats("a", "tal:", "  kurser: 2", "  møder: 5")), tmf=body(indsats("b", "tal:", "  kurser: 3"))
    )
    found = total(year.find("2014.kurser"))
    assert [shape(part) for part in found.parts] == [("3",), ("2",)]
    assert found.sum.total.text == "5"
    assert found.left_out == ()


def test_what_is_counted_inside_hangs_on_its_parent(derived: Derived) -> None:
    """Children and grandchildren stand below the figure that holds them, and subsets below their whole."""
    year = derived(
        tmf=body(
            indsats("mor", "tal:", "  frivillige:", "    antal: 90", "    heraf:", "      unge: 1/3"),
            indsats("barn", "hører_til: mor", "tal:", "  frivillige: 40"),
            indsats("barnebarn", "hører_til: barn", "tal:", "  frivillige: 10"),
        )
    )
    (part,) = total(year.find("2014.frivillige")).parts
    assert shape(part) == ("90", ("delmængde", "1/3"), ("talt med", "40", ("talt med", "10")))


def test_children_hang_on_the_figure_with_a_number(derived: Derived) -> None:
    """Of a parent's figures under two labels the one with a number holds the children, as in the register."""
    year = derived(
        tmf=body(
            indsats("mor", "tal:", "  møder (a): mange", "  møder (b): 9"),
            indsats("barn", "hører_til: mor", "tal:", "  møder: 4"),
        )
    )
    parts = total(year.find("2014.moeder")).parts
    assert [shape(part) for part in parts] == [("mange",), ("9", ("talt med", "4"))]


def test_a_shared_thing_shows_who_else_told_of_it(derived: Derived) -> None:
    """The owner's figure counts, the others' hang on it, and none of them stands among what was left out."""
    year = derived(
        sof=body(indsats("s", *SHARED, "tal:", "  kurser: 3")), oekf=body(indsats("o", *SHARED, "tal:", "  kurser: 4"))
    )
    found = total(year.find("2014.kurser"))
    assert [shape(part) for part in found.parts] == [("3", ("fælles", "4"))]
    assert found.left_out == ()


def test_what_does_not_count_is_left_out_and_says_why(derived: Derived) -> None:
    """Last year's, another year's, cancelled and excluded figures stand beside the total, each with its reason."""
    year = derived(
        tmf=body(
            indsats("a", "tal:", "  kurser:", "    antal: 5", "    forrige_år: 4"),
            indsats("b", "periode: 2012", "tal:", "  kurser: 6"),
            indsats("c", "tal:", "  kurser: 7", tilstand="aflyst"),
            indsats("d", "tal:", "  kurser:", "    antal: 8", "    tæl_med: nej"),
            indsats("e", "tal:", "  kurser: 9", tilstand="planlagt"),
        )
    )
    found = total(year.find("2014.kurser"))
    assert [(one.figure.quantity.typed, one.figure.why_not) for one in found.left_out] == [
        ("4", "tal for året før"),
        ("6", "hører til et andet år"),
        ("7", "indsatsen er aflyst"),
        ("8", "tælles ikke med efter forvaltningens ønske"),
    ]
    assert [shape(part) for part in total(year.find("2014.kurser.kommende")).parts] == [("9",)]


def test_a_forvaltnings_own_total(derived: Derived) -> None:
    """A forvaltning's own total has what counts for it and names what it told of that counts for another."""
    year = derived(
        sof=body(indsats("s", *SHARED)),
        oekf=body(indsats("o", *SHARED, "tal:", "  kurser: 4"), indsats("p", "tal:", "  kurser: 2")),
    )
    own, owner = total(year.find("2014.oekf.kurser")), total(year.find("2014.sof.kurser"))
    assert [shape(part) for part in own.parts] == [("2",)]
    assert [shape(part) for part in owner.parts] == [("4",)]
    assert [one.figure.id for one in own.left_out] == ["2014.oekf.o.kurser"]


def test_a_figure_inside_another_names_the_one_that_counts(derived: Derived) -> None:
    """A grandchild counts through the uppermost figure, and is part of the totals which that one is part of."""
    year = derived(
        tmf=body(
            indsats("mor", "tal:", "  frivillige: 90"),
            indsats("barn", "hører_til: mor", "tal:", "  frivillige: 40"),
            indsats("barnebarn", "hører_til: barn", "tal:", "  frivillige: 10"),
        )
    )
    found = figure(year.find("2014.tmf.barnebarn.frivillige"))
    assert [one.figure.id for one in found.instead] == ["2014.tmf.mor.frivillige"]
    assert [one.id for one in found.sums] == ["2014.frivillige", "2014.tmf.frivillige"]


def test_a_figure_of_a_shared_thing_names_the_one_that_counts(derived: Derived) -> None:
    """What another forvaltning's figure stands for is that figure; a subset stands for nothing."""
    year = derived(
        sof=body(indsats("s", *SHARED, "tal:", "  kurser: 3")),
        oekf=body(indsats("o", *SHARED, "tal:", "  kurser:", "    antal: 4", "    heraf:", "      korte: 1")),
    )
    found = figure(year.find("2014.oekf.o.kurser"))
    assert [one.figure.id for one in found.instead] == ["2014.sof.s.kurser"]
    assert [one.figure.id for one in found.step.tied(Tie.SUBSET)] == ["2014.oekf.o.kurser.heraf.korte"]
    subset = figure(year.find("2014.oekf.o.kurser.heraf.korte"))
    assert (subset.instead, subset.sums) == ((), ())


def test_a_figures_id_comes_before_a_totals(derived: Derived) -> None:
    """Where the forvaltning's own figure has the short id, its total has the full one."""
    year = derived(tmf="tal:\n  frivillige: 90\n" + body(indsats("a", "tal:", "  frivillige: 40")))
    assert figure(year.find("2014.tmf.frivillige")).step.figure.quantity.typed == "90"
    assert total(year.find("2014.tmf.frivillige.gennemfoert")).sum.total.text == "90"
    assert [one.id for one in figure(year.find("2014.tmf.frivillige")).sums] == [
        "2014.frivillige",
        "2014.tmf.frivillige.gennemfoert",
    ]


def test_every_id_has_its_answer(derived: Derived) -> None:
    """All ids that are offered differ and lead somewhere; any other leads nowhere."""
    year = derived(
        tmf="tal:\n  kurser: 2\n" + body(indsats("a", "tal:", "  kurser:", "    antal: 1", "    forrige_år: 3")),
        sof=body(indsats("s", "tal:", "  kurser: 3", tilstand="planlagt")),
    )
    assert len(set(year.ids)) == len(year.ids)
    assert all(year.find(one) for one in year.ids)
    assert year.find("2014.heste") is None


def test_in_a_ring_nothing_is_inside(derived: Derived) -> None:
    """Two indsatser inside each other are an error of their own; each stands by itself, with its own children."""
    year = derived(
        tmf=body(
            indsats("a", "hører_til: b", "tal:", "  kurser: 5"),
            indsats("b", "hører_til: a", "tal:", "  kurser: 2"),
            indsats("c", "hører_til: a", "tal:", "  kurser: 3"),
        )
    )
    assert [shape(part) for part in total(year.find("2014.kurser")).parts] == [("5", ("talt med", "3")), ("2",)]


def test_places_are_where_it_was_typed(derived: Derived) -> None:
    """A derivation names each place that it rests on once, also those of what was left out."""
    year = derived(
        tmf=body(indsats("a", "tal:", "  kurser:", "    antal: 5", "    forrige_år: 4")),
        sof=body(indsats("b", "tal:", "  kurser: 2")),
    )
    assert [str(one) for one in total(year.find("2014.kurser")).places] == [
        "indberetninger/2014/tmf.yaml:15:16",
        "indberetninger/2014/sof.yaml:14:15",
        "indberetninger/2014/tmf.yaml:16:21",
    ]
