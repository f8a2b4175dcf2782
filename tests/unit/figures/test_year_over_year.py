"""Figures of two years: what is matched, what is computed, and what is said instead."""

from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.figures.changes.change import BreakKind
from frivilligrapport.figures.changes.year_over_year import since_last_year, year_over_year
from frivilligrapport.figures.register import Registers
from support.folders.small_years import body, indsats, shared
from support.folders.two_years import compared, told, two_years
from support.folders.work_folder import KOMMUNE, status_file, write_folder


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        ("12", "21", "stigning på 75\u00a0%"),
        ("21", "12", "fald på 43\u00a0%"),
        ("12", "12", "uændret"),
        ("ca. 15", "16", "ingen sikker ændring"),
        ("mange", "500", "ingen sikker ændring"),
        ("uoplyst", "21", "kan ikke sammenlignes: uoplyst i 2013"),
        ("12", "uoplyst", "kan ikke sammenlignes: uoplyst i 2014"),
        ("15 %", "21", "kan ikke sammenlignes: »15\u00a0%« i 2013 kan ikke regnes om til et antal"),
        ("uoplyst", "ikke relevant", "kan ikke sammenlignes: uoplyst i 2013 og ikke relevant i 2014"),
    ],
)
def test_one_figure(tmp_path: Path, before: str, after: str, outcome: str) -> None:
    """A change is certain only when both years are known and cannot be the same; both are shown as worded."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", f"projekter: {before}"))},
        {"tmf": body(indsats("dag", f"projekter: {after}"))},
    )
    assert [told(one) for one in years.figures] == [(before.replace(" %", "\u00a0%"), after, outcome)]


def test_a_figure_of_the_forvaltning_itself(tmp_path: Path) -> None:
    """What a forvaltning says of itself is held against what it said then, and its network's too."""
    network = "netværk:\n  tal:\n    møder: {}\n"
    years = compared(
        tmp_path,
        {"tmf": "indsatser: ingen\ntal:\n  frivillige: 100\n", "rapport": network.format(4)},
        {"tmf": "indsatser: ingen\ntal:\n  frivillige: 150\n", "rapport": network.format(6)},
    )
    assert [told(one)[2] for one in years.figures] == ["stigning på 50\u00a0%", "stigning på 50\u00a0%"]


def test_only_what_is_done_is_compared(tmp_path: Path) -> None:
    """A figure of something planned is no figure of that year's; what was planned both years is not there at all."""
    years = compared(
        tmp_path,
        {
            "tmf": body(
                indsats("dag", "projekter: 5", tilstand="planlagt"), indsats("plan", "møder: 1", tilstand="på vej")
            )
        },
        {"tmf": body(indsats("dag", "projekter: 7"), indsats("plan", "møder: 2", tilstand="på vej"))},
    )
    gap = "kan ikke sammenlignes: tallet for 2013 er noget, der ligger forude"
    assert [told(one) for one in years.figures] == [("5", "7", gap)]


def test_a_figure_that_only_one_year_has(tmp_path: Path) -> None:
    """Both a figure that has come and one that has gone are told of."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "projekter: 5"))},
        {"tmf": body(indsats("dag", "møder: 2"))},
    )
    assert [told(one) for one in years.figures] == [
        ("", "2", "kan ikke sammenlignes: intet tal for 2013"),
        ("5", "", "kan ikke sammenlignes: intet tal for 2014"),
    ]


def test_last_years_figure_from_this_years_file(tmp_path: Path) -> None:
    """`forrige_år` stands in where last year's file has no figure or does not know it."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "møder: uoplyst"))},
        {"tmf": body(indsats("dag", "møder:\n  antal: 4\n  forrige_år: 2\nprojekter:\n  antal: 6\n  forrige_år: 3"))},
    )
    assert [told(one) for one in years.figures] == [
        ("2", "4", "stigning på 100\u00a0%"),
        ("3", "6", "stigning på 100\u00a0%"),
    ]


def test_files_that_disagree(tmp_path: Path) -> None:
    """Where both files have last year's figure and differ, both are shown and nothing is computed."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "møder: 3\nkurser: 8"))},
        {"tmf": body(indsats("dag", "møder:\n  antal: 9\n  forrige_år: 4\nkurser:\n  antal: 8\n  forrige_år: 8"))},
    )
    assert [told(one) for one in years.figures] == [
        ("3 / 4", "9", "kan ikke sammenlignes: filerne er ikke enige om 2013"),
        ("8", "8", "uændret"),
    ]


def test_last_years_figure_is_of_last_year_only(tmp_path: Path) -> None:
    """Two years that do not follow each other are not compared by `forrige_år`."""
    files = {
        "2011/tmf.yaml": status_file("TMF", body(indsats("dag", "møder: uoplyst")), 2011),
        "2014/tmf.yaml": status_file("TMF", body(indsats("dag", "møder:\n  antal: 4\n  forrige_år: 2"))),
    }
    samling = load(write_folder(tmp_path, dict(files)))
    older, newer = samling.aargang(2011), samling.aargang(2014)
    assert older is not None
    assert newer is not None
    assert [told(one)[2] for one in year_over_year(Registers(samling), older, newer).figures] == [
        "kan ikke sammenlignes: uoplyst i 2011"
    ]
    assert [told(one) for one in since_last_year(Registers(samling), newer).figures] == [
        ("2", "4", "stigning på 100\u00a0%")
    ]


def test_the_same_number_under_two_conventions_is_no_disagreement(tmp_path: Path) -> None:
    """The words "ca. 100" are the same in both files, also when the years do not agree on how much "ca." is."""
    settings = "indstillinger:\n  ca_usikkerhed: 20 %\n"
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "møder: ca. 100"))},
        {"tmf": body(indsats("dag", "møder:\n  antal: 300\n  forrige_år: ca. 100")), "rapport": settings},
    )
    assert [told(one)[:2] for one in years.figures] == [("ca. 100", "300")]


@pytest.mark.parametrize(
    ("then", "now", "kind", "text"),
    [
        ("møder:\n  antal: 4\n  metode: skøn", "møder:\n  antal: 9\n  metode: optælling", BreakKind.METHOD,
         "brud: metoden er ændret fra skøn til optælling"),
        ("møder (board): 4", "møder (råd): 9", BreakKind.DEFINITION,
         "brud: det, der tælles, er ændret fra »møder (board)« til »møder (råd)«"),
        ("møder: 4", "møder (råd): 9", BreakKind.DEFINITION,
         "brud: det, der tælles, er ændret fra »møder« til »møder (råd)«"),
    ],
)  # fmt: skip
def test_breaks(tmp_path: Path, then: str, now: str, kind: BreakKind, text: str) -> None:
    """What is not measured alike is marked and explained, and nothing is computed."""
    years = compared(tmp_path, {"tmf": body(indsats("dag", then))}, {"tmf": body(indsats("dag", now))})
    (one,) = years.figures
    assert (one.outcome.text, [found.kind for found in one.outcome.breaks], one.outcome.change) == (text, [kind], None)


def test_the_method_of_the_indsats_is_that_of_its_figures(tmp_path: Path) -> None:
    """A method given once for the indsats breaks its figures too, but an unknown one breaks nothing."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "møder: 4", "metode: skøn"), indsats("nat", "møder: 4", "metode: uoplyst"))},
        {"tmf": body(indsats("dag", "møder: 9", "metode: optælling"), indsats("nat", "møder: 5", "metode: skøn"))},
    )
    assert [told(one)[2] for one in years.figures] == [
        "brud: metoden er ændret fra skøn til optælling",
        "stigning på 25\u00a0%",
    ]


def test_several_labels_are_not_guessed_at(tmp_path: Path) -> None:
    """With two figures of a unit left, nobody can tell which has become which."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "møder (a): 1\nmøder (b): 2"))},
        {"tmf": body(indsats("dag", "møder (c): 3\nmøder (b): 2"))},
    )
    assert [told(one)[2] for one in years.figures] == [
        "brud: det, der tælles, er ændret fra »møder (a)« til »møder (c)«",
        "uændret",
    ]
    years = compared(
        tmp_path / "flere",
        {"tmf": body(indsats("dag", "møder (a): 1\nmøder (b): 2"))},
        {"tmf": body(indsats("dag", "møder (c): 3\nmøder (d): 4"))},
    )
    assert {told(one)[2] for one in years.figures} == {
        "kan ikke sammenlignes: intet tal for 2013",
        "kan ikke sammenlignes: intet tal for 2014",
    }


def test_another_owner(tmp_path: Path) -> None:
    """A shared thing that counts elsewhere than before is a break."""
    both = {"sof": "indsatser: ingen\n"}
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "gæster: 4", shared("TMF", "SOF"))), **both},
        {"tmf": body(indsats("dag", "gæster: 9", shared("SOF", "SOF"))), **both},
    )
    assert [told(one)[2] for one in years.figures] == ["brud: tallet tæller hos SOF i 2014 og hos TMF i 2013"]


def test_another_definition(tmp_path: Path) -> None:
    """A unit of the municipality's own, or its own word for a built-in one, may change what it means."""
    unit = "  - enhed: {}\n    ental: {}\n    art: andet\n    definition: {}\n    {}: {}\n"
    units = "enheder:\n" + "".join(
        (
            unit.format("besøg", "besøg", "Alle besøg.", "til", 2013),
            unit.format("besøg", "besøg", "Besøg over en time.", "fra", 2014),
            unit.format("kurser", "kursus", "Kurser med mindst ti mødegange.", "fra", 2014),
        )
    )
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "besøg: 4\nkurser: 5\nmøder: 1"))},
        {"tmf": body(indsats("dag", "besøg: 9\nkurser: 5\nmøder: 2"))},
        kommune=KOMMUNE + units,
    )
    assert [told(one)[2] for one in years.figures] == [
        "brud: definitionen af besøg er ændret",
        "brud: definitionen af kurser er ændret",
        "stigning på 100\u00a0%",
    ]
    assert years.redefined == {"besøg", "kurser"}


def test_the_reporters_explanation_comes_along(tmp_path: Path) -> None:
    """What the file says of a change goes with the figure."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "møder: 4"))},
        {"tmf": body(indsats("dag", "møder:\n  antal: 40\n  forklaring: Et ekstra råd."))},
    )
    assert [one.forklaring for one in years.figures] == ["Et ekstra råd."]


def test_a_year_and_itself(tmp_path: Path) -> None:
    """A year held against itself has no certain change, and `forrige_år` is not of it."""
    figures = "møder:\n  antal: 4\n  forrige_år: 2\nkurser: ca. 9\nfrivillige: mange"
    samling, older, _ = two_years(tmp_path, {"tmf": body(indsats("dag", figures))}, {})
    years = year_over_year(Registers(samling), older, older)
    assert [told(one)[2] for one in years.figures] == ["uændret", "ingen sikker ændring", "ingen sikker ændring"]
