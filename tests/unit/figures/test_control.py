"""The control table of shared things."""

from collections.abc import Callable

from frivilligrapport.figures.register import Register
from support.folders.small_years import body, indsats, shared

Tallied = Callable[..., Register]


def told(tally: Register) -> list[tuple[str, str, str, bool, str]]:
    """Give who said what, whether it counts, and how far it is from what counts."""
    return [(one.owner, one.reporter, one.text, one.counts, one.difference.text) for one in tally.shared]


def test_who_said_what(tallied: Tallied) -> None:
    """Each reporter has a row for each unit, held against the owner's figure; what is not shared is not there."""
    tally = tallied(
        tmf=body(indsats("a", "kurser: 3\ngæster: ca. 100", shared("SOF", "SOF")), indsats("b", "kurser: 9")),
        sof=body(indsats("c", "kurser: 4\ngæster: 95", shared("SOF", "TMF"))),
        oekf=body(indsats("a", "kurser: uoplyst", shared("SOF", "SOF"))),
    )
    assert told(tally) == [
        ("SOF", "TMF", "3", False, "1 lavere"),
        ("SOF", "SOF", "4", True, "det tal, der tæller"),
        ("SOF", "ØKF", "uoplyst", False, "kan ikke sammenlignes"),
        ("SOF", "TMF", "ca. 100", False, "ingen sikker forskel"),
        ("SOF", "SOF", "95", True, "det tal, der tæller"),
    ]
    assert [(one.enhed, one.indsats) for one in tally.shared][:2] == [("kurser", "A"), ("kurser", "C")]


def test_a_silent_owner_is_named(tallied: Tallied) -> None:
    """When another's figure stands in for the owner's, the table says so."""
    tally = tallied(oekf=body(indsats("a", "gæster: op mod 10.000", shared("TMF", "TMF"))), tmf="indsatser: ingen\n")
    (one,) = tally.shared
    assert (one.owner, one.reporter, one.counts) == ("TMF", "ØKF", True)
    assert one.note == "TMF har ikke selv oplyst et tal, så tallet fra ØKF tæller i stedet"


def test_several_figures_of_one_reporter_are_held_together(tallied: Tallied) -> None:
    """Labels are shown, and the sum is what is compared."""
    tally = tallied(
        tmf=body(indsats("a", "møder (board): 2\nmøder (grupper): 3", shared("TMF", "SOF"))),
        sof=body(indsats("a", "møder: 5", shared("TMF", "TMF"))),
    )
    assert told(tally) == [
        ("TMF", "TMF", "2 (board); 3 (grupper)", True, "det tal, der tæller"),
        ("TMF", "SOF", "5", False, "samme tal"),
    ]


def test_subsets_are_not_compared(tallied: Tallied) -> None:
    """A part of a figure is no report of the thing."""
    figures = "medlemmer:\n  antal: 10\n  forrige_år: 8\n  heraf:\n    unge: 4"
    assert [one.text for one in tallied(tmf=body(indsats("a", figures, shared("TMF", "SOF")))).shared] == ["10"]


def test_what_does_not_count_for_another_reason_counts_nowhere(tallied: Tallied) -> None:
    """A cancelled thing is shown, and nobody's figure counts."""
    tally = tallied(tmf=body(indsats("a", "gæster: 10", shared("TMF", "SOF"), tilstand="aflyst")))
    assert told(tally) == [("TMF", "TMF", "10", False, "kan ikke sammenlignes")]
