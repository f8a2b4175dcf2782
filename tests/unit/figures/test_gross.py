"""Gross totals beside net ones."""

from collections.abc import Callable
from decimal import Decimal

from frivilligrapport.figures.register import Register
from frivilligrapport.grammar.quantity import Bounds
from support.folders.small_years import body, indsats, shared

Tallied = Callable[..., Register]


def test_gross_adds_what_everyone_said_of_a_shared_thing(tallied: Tallied) -> None:
    """Net 4 + 1, gross 3 + 4 + 5 + 1; whoever is in the coverage is the same."""
    tally = tallied(
        tmf=body(indsats("a", "kurser: 3", shared("SOF", "SOF"))),
        sof=body(indsats("a", "kurser: 4", shared("SOF", "TMF")), indsats("b", "kurser: 1")),
        network=indsats("a", "kurser: 5", shared("SOF", "SOF"), indent=4),
    )
    (net,), (gross,) = tally.totals, tally.gross
    assert (net.text, gross.text) == ("5", "13")
    assert net.coverage == gross.coverage


def test_gross_and_net_are_the_same_without_shared_things(tallied: Tallied) -> None:
    """Families, subsets and figures that are not to be counted are as they were."""
    figures = "medlemmer:\n  antal: 10\n  heraf:\n    unge: 4\nmøder:\n  antal: 5\n  tæl_med: nej"
    tally = tallied(tmf=body(indsats("a", figures), indsats("b", "medlemmer: 7", "hører_til: a")))
    assert tally.gross == tally.totals
    assert [total.bounds for total in tally.gross] == [Bounds(Decimal(10), Decimal(10))]
