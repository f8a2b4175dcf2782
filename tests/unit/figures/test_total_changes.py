"""Totals of two years: only like is held against like."""

from pathlib import Path

import pytest

from frivilligrapport.figures.changes.total_changes import TotalChange, compare_years
from support.folders.small_years import body, indsats, shared
from support.folders.two_years import Bodies, forvaltning, register, registered, two_years
from support.folders.work_folder import KOMMUNE


def totals(
    root: Path, before: Bodies, after: Bodies, kommune: str = KOMMUNE, older: int = 2013
) -> dict[str, TotalChange]:
    """Compare the totals of two years, by unit."""
    found = compare_years(*registered(two_years(root, before, after, kommune=kommune, older=older)))
    return {one.enhed: one for one in found.totals}


def day(figures: str) -> str:
    """Give a status file's body with one indsats."""
    return body(indsats("dag", figures))


def test_the_same_forvaltninger(tmp_path: Path) -> None:
    """A total that the same forvaltninger stand behind is compared, also when their indsatser are others."""
    found = totals(
        tmp_path,
        {"tmf": day("møder: 4"), "sof": day("møder: 6\nkurser: ca. 10")},
        {"tmf": body(indsats("nat", "møder: 5")), "sof": day("møder: 7\nkurser: 11")},
    )
    assert [(one.enhed, one.outcome.text) for one in found.values()] == [
        ("kurser", "ingen sikker ændring"),
        ("møder", "stigning på 20\u00a0%"),
    ]


def test_another_coverage(tmp_path: Path) -> None:
    """One forvaltning more makes another total, and it is said how the coverage has changed."""
    found = totals(
        tmp_path,
        {"tmf": day("møder: 4"), "sof": "indsatser: ingen\n", "oekf": "indsatser: ingen\n"},
        {"tmf": day("møder: 5"), "sof": day("møder: 7"), "oekf": "indsatser: ingen\n"},
    )
    assert found["møder"].outcome.text == (
        "kan ikke sammenlignes: dækningen er ændret fra 1 af 3 til 2 af 3 forvaltninger"
    )


def test_as_many_but_others(tmp_path: Path) -> None:
    """One forvaltning instead of another is no better than one more."""
    found = totals(
        tmp_path,
        {"tmf": day("møder: 4"), "sof": "indsatser: ingen\n"},
        {"tmf": "indsatser: ingen\n", "sof": day("møder: 7")},
    )
    assert found["møder"].outcome.text == "kan ikke sammenlignes: tallet er fra TMF i 2013 og fra SOF i 2014"


def test_the_network_beside(tmp_path: Path) -> None:
    """The network's figure in one year only is another coverage, though the network is never one of the n."""
    network = "netværk:\n  tal:\n    møder: 3\n"
    found = totals(tmp_path, {"tmf": day("møder: 4")}, {"tmf": day("møder: 4"), "rapport": network})
    assert found["møder"].outcome.text == (
        "kan ikke sammenlignes: dækningen er ændret fra 1 af 3 forvaltninger til 1 af 3 forvaltninger og netværket"
    )


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("møder: 4", "kurser: 4", "kan ikke sammenlignes: intet tal for 2014"),
        ("møder: uoplyst", "møder: 4", "kan ikke sammenlignes: uoplyst i 2013"),
        ("møder: mange", "møder: 4", "kan ikke sammenlignes: dækningen er ændret fra 0 af 3 til 1 af 3 forvaltninger"),
    ],
)
def test_nothing_to_hold_it_against(tmp_path: Path, before: str, after: str, text: str) -> None:
    """A year without a number for the unit is said to have none."""
    assert totals(tmp_path, {"tmf": day(before)}, {"tmf": day(after)})["møder"].outcome.text == text


def test_what_is_unknown_of_those_counted(tmp_path: Path) -> None:
    """A part that is uoplyst may be anything, so the older total may have been as large as the newer one."""
    parts = body(indsats("dag", "møder: 4"), indsats("nat", "møder: uoplyst"))
    found = totals(tmp_path, {"tmf": parts}, {"tmf": body(indsats("dag", "møder: 9"), indsats("nat", "møder: 1"))})
    assert found["møder"].outcome.text == "ingen sikker ændring"
    back = totals(tmp_path / "b", {"tmf": day("møder: 4")}, {"tmf": parts.replace("møder: 4", "møder: 8")})
    assert back["møder"].outcome.text == "stigning på mindst 100\u00a0%"


def test_what_is_unknown_of_others(tmp_path: Path) -> None:
    """Those who say uoplyst in both years are in neither total, and do not blur it."""
    others = {"sof": day("møder: uoplyst")}
    found = totals(tmp_path, {"tmf": day("møder: 4"), **others}, {"tmf": day("møder: 6"), **others})
    assert found["møder"].outcome.text == "stigning på 50\u00a0%"


def test_breaks_in_the_parts(tmp_path: Path) -> None:
    """A total of figures that are not measured alike is not measured alike either."""
    found = totals(
        tmp_path,
        {"tmf": day("møder:\n  antal: 4\n  metode: skøn\nkurser (korte): 3"), "sof": day("møder: 1")},
        {"tmf": day("møder:\n  antal: 9\n  metode: optælling\nkurser (lange): 2"), "sof": day("møder: 1")},
    )
    assert found["møder"].outcome.text == "brud: metoden er ændret for ét af de tal, det er lagt sammen af"
    assert found["kurser"].outcome.text == "brud: det, der tælles, er ændret for ét af de tal, det er lagt sammen af"


def test_a_unit_with_another_definition(tmp_path: Path) -> None:
    """A unit that means something else is another unit, whoever reports it."""
    unit = (
        "enheder:\n  - enhed: kurser\n    ental: kursus\n    art: aktiviteter\n    definition: Lange.\n    fra: 2014\n"
    )
    found = totals(tmp_path, {"tmf": day("kurser: 4")}, {"tmf": body(indsats("nat", "kurser: 5"))}, KOMMUNE + unit)
    assert found["kurser"].outcome.text == "brud: definitionen af kurser er ændret"


def test_a_shared_thing_with_a_new_owner(tmp_path: Path) -> None:
    """Who counts a shared thing is nothing to the total of all, as long as the same have figures in it."""
    then, now = shared("TMF", "SOF"), shared("SOF", "TMF")
    own = indsats("egen", "gæster: 5")
    found = totals(
        tmp_path,
        {"tmf": body(own, indsats("dag", "gæster: 10", then)), "sof": body(own, indsats("dag", "gæster: 10", then))},
        {"tmf": body(own, indsats("dag", "gæster: 15", now)), "sof": body(own, indsats("dag", "gæster: 15", now))},
    )
    assert found["gæster"].outcome.text == "stigning på 25\u00a0%"


def test_a_merger_of_all_who_count(tmp_path: Path) -> None:
    """A total feels no merger when all that became one had figures in it; else its coverage is another."""
    kommune = register(
        forvaltning("TMF", til=2014), forvaltning("SOF", til=2014), forvaltning("NYF", fra=2015, afloeser="TMF, SOF")
    )
    both, none = {"tmf": day("møder: 4"), "sof": day("møder: 6")}, {"tmf": day("møder: 4"), "sof": day("kurser: 6")}
    after = {"nyf": day("møder: 15")}
    assert totals(tmp_path, both, after, kommune, 2014)["møder"].outcome.text == "stigning på 50\u00a0%"
    assert totals(tmp_path / "b", none, after, kommune, 2014)["møder"].outcome.text == (
        "kan ikke sammenlignes: dækningen er ændret fra 1 af 2 til 1 af 1 forvaltninger"
    )


def test_a_split_with_one_half(tmp_path: Path) -> None:
    """Half of what was one forvaltning is not the whole of it."""
    kommune = register(
        forvaltning("TMF", til=2014), forvaltning("X", fra=2015, afloeser="TMF"),
        forvaltning("Y", fra=2015, afloeser="TMF"),
    )  # fmt: skip
    found = totals(tmp_path, {"tmf": day("møder: 4")}, {"x": day("møder: 3"), "y": day("kurser: 1")}, kommune, 2014)
    assert found["møder"].outcome.text == (
        "kan ikke sammenlignes: dækningen er ændret fra 1 af 1 til 1 af 2 forvaltninger"
    )


def test_files_that_disagree(tmp_path: Path) -> None:
    """A total with a part that the files do not agree on is not computed either."""
    found = totals(tmp_path, {"tmf": day("møder: 4")}, {"tmf": day("møder:\n  antal: 9\n  forrige_år: 5")})
    assert found["møder"].outcome.text == "kan ikke sammenlignes: filerne er ikke enige om 2013"
