"""What has become of indsatser: new, gone, renamed, moved, and what nobody can tell."""

from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.figures.changes.year_over_year import year_over_year
from frivilligrapport.figures.register import Registers
from support.folders.small_years import body, indsats, shared
from support.folders.two_years import compared, fates, write_years


def named(name: str, navn: str) -> str:
    """Give an indsats with a name of its own."""
    return indsats(name).replace(name.title(), navn)


def test_new_continued_and_gone(tmp_path: Path) -> None:
    """What is in one file only is new or gone when the other file was handed in."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("a"), indsats("b"))},
        {"tmf": body(indsats("c"), indsats("b"))},
    )
    assert fates(years) == [
        ("tmf/c", "ny", ""),
        ("tmf/b", "fortsat", ""),
        ("tmf/a", "slut", "står ikke i filerne for 2014"),
    ]


@pytest.mark.parametrize(
    ("then", "now", "fate", "why"),
    [
        ("i gang", "ophørt", "slut", "ophørt"),
        ("planlagt", "aflyst", "slut", "aflyst"),
        ("ophørt", "i gang", "genoptaget", "var ophørt i 2013"),
        ("på vej", "afholdt", "fortsat", ""),
    ],
)
def test_states(tmp_path: Path, then: str, now: str, fate: str, why: str) -> None:
    """An indsats that is ophørt or aflyst is over though it is still told of, and may begin again."""
    years = compared(tmp_path, {"tmf": body(indsats("a", tilstand=then))}, {"tmf": body(indsats("a", tilstand=now))})
    assert fates(years) == [("tmf/a", fate, why)]


def test_what_was_over_already(tmp_path: Path) -> None:
    """An indsats that had ended last year and is not told of any more ended last year."""
    years = compared(tmp_path, {"tmf": body(indsats("a", tilstand="ophørt"))}, {"tmf": "indsatser: ingen\n"})
    assert fates(years) == [("tmf/a", "slut", "var ophørt i 2013")]


def test_a_new_name(tmp_path: Path) -> None:
    """The same id with another name shows both; another spelling of the same words is no new name."""
    years = compared(
        tmp_path,
        {"tmf": body(named("a", "Grønne venner"), named("b", "Blå dag"))},
        {"tmf": body(named("a", "Grøn Frivillighed"), named("b", "Blå  Dag"))},
    )
    assert [(one.entry.indsats.navn, one.renamed) for one in years.indsatser] == [
        ("Grøn Frivillighed", "»Grønne venner«"),
        ("Blå  Dag", ""),
    ]


def test_moved_to_another_forvaltning(tmp_path: Path) -> None:
    """The same id elsewhere is the same indsats, when only one in either year is left with it."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("a", "møder: 4")), "sof": "indsatser: ingen\n"},
        {"tmf": "indsatser: ingen\n", "sof": body(indsats("a", "møder: 8"))},
    )
    assert [(one.fate, one.moved) for one in years.indsatser] == [("fortsat", "fra TMF til SOF")]
    assert [one.outcome.text for one in years.figures] == ["brud: tallet tæller hos SOF i 2014 og hos TMF i 2013"]


def test_the_same_id_in_two_forvaltninger(tmp_path: Path) -> None:
    """Each forvaltning's own comes first, and of two strangers with one id neither is taken for the other."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("a")), "sof": body(indsats("a")), "oekf": "indsatser: ingen\n"},
        {"tmf": body(indsats("a")), "sof": "indsatser: ingen\n", "oekf": "indsatser: ingen\n"},
    )
    assert fates(years) == [("tmf/a", "fortsat", ""), ("sof/a", "slut", "står ikke i filerne for 2014")]
    two = compared(
        tmp_path / "to",
        {"tmf": body(indsats("a")), "sof": body(indsats("a")), "oekf": "indsatser: ingen\n"},
        {"tmf": "indsatser: ingen\n", "sof": "indsatser: ingen\n", "oekf": body(indsats("a"))},
    )
    assert [one.fate for one in two.indsatser] == ["ny", "slut", "slut"]


def test_two_of_one_shared_thing_are_not_guessed_at(tmp_path: Path) -> None:
    """Two indsatser of one forvaltning that are the same shared thing may be two parts of it."""
    both = (indsats("a", "", shared("TMF", "SOF")), indsats("b", "", shared("TMF", "SOF")))
    years = compared(tmp_path, {"tmf": body(*both)}, {"tmf": body(indsats("c", "", shared("TMF", "SOF")))})
    assert [one.fate for one in years.indsatser] == ["ny", "slut", "slut"]


def test_what_a_missing_file_leaves_open(tmp_path: Path) -> None:
    """A forvaltning that handed nothing in may have had every one of its indsatser."""
    years = compared(tmp_path, {"sof": body(indsats("b"))}, {"tmf": body(indsats("a"))})
    assert fates(years) == [
        ("tmf/a", "kan ikke afgøres", "der er ingen fil fra TMF for 2013"),
        ("sof/b", "kan ikke afgøres", "der er ingen fil fra SOF for 2014"),
    ]


def test_what_an_unreadable_file_leaves_open(tmp_path: Path) -> None:
    """A file that is there and cannot be read tells nothing."""
    root = write_years(tmp_path, {}, {"tmf": body(indsats("a"))})
    (root / "indberetninger/2013/tmf.yaml").write_text("[", encoding="utf-8")
    samling = load(root)
    older, newer = samling.aargang(2013), samling.aargang(2014)
    assert older is not None
    assert newer is not None
    assert fates(year_over_year(Registers(samling), older, newer)) == [
        ("tmf/a", "kan ikke afgøres", "filen fra TMF for 2013 kan ikke læses")
    ]


def test_what_an_unanswered_question_leaves_open(tmp_path: Path) -> None:
    """`indsatser: uoplyst` says nothing of what there was."""
    years = compared(tmp_path, {"tmf": "indsatser: uoplyst\n"}, {"tmf": body(indsats("a"))})
    assert fates(years) == [("tmf/a", "kan ikke afgøres", "TMF har ikke svaret på, hvilke indsatser der var i 2013")]


def test_what_a_background_year_leaves_open(tmp_path: Path) -> None:
    """A year without a report holds what happens to be known; only the file itself can say that an indsats is new."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("a"))},
        {"tmf": body(indsats("b"), indsats("c", "", "ny_i_år: ja"))},
        reports=1,
    )
    assert fates(years) == [
        ("tmf/b", "kan ikke afgøres", "2013 er et baggrundsår, hvor kun noget er kendt"),
        ("tmf/c", "ny", ""),
        ("tmf/a", "slut", "står ikke i filerne for 2014"),
    ]


def test_the_networks_own(tmp_path: Path) -> None:
    """The network's indsatser are told in rapport.yaml, and nothing is known of them when it does not mention any."""
    own = "netværk:\n  indsatser:\n" + indsats("spot", indent=4)
    both = {"tmf": "indsatser: ingen\n"}
    gone = compared(tmp_path, {**both, "rapport": own}, {**both, "rapport": "netværk:\n  tekst: Vi mødtes.\n"})
    assert fates(gone) == [("net/spot", "slut", "står ikke i filerne for 2014")]
    silent = compared(tmp_path / "tavs", {**both, "rapport": own}, both)
    assert fates(silent) == [("net/spot", "kan ikke afgøres", "NET står ikke i rapport.yaml for 2014")]
