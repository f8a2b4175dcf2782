"""Who can be missing from a total, and how its coverage is said (number grammar, section 3 rule 7)."""

from collections.abc import Callable
from pathlib import Path

from frivilligrapport.collection.loader import load
from frivilligrapport.figures.register import Register, count
from frivilligrapport.figures.totals import Coverage
from support.folders.small_years import body, indsats
from support.folders.work_folder import KOMMUNE, RAPPORT, status_file, write_folder

Tallied = Callable[..., Register]


def coverage_of(register: Register, enhed: str) -> Coverage:
    """Give the coverage of a unit that has one total."""
    (total,) = (one for one in register.totals if one.enhed == enhed)
    return total.coverage


def test_nobody_is_missing_from_what_only_one_has(tallied: Tallied) -> None:
    """A unit concerns who reports it; the digits are kept for the exports."""
    found = coverage_of(tallied(tmf=body(indsats("a", "plejecentre: 44"))), "plejecentre")
    assert (found.text, found.named, found.missing) == ("tal fra TMF", "tal fra TMF", ())
    assert (found.n, found.m, found.counted) == (1, 3, "tal fra 1 af 3 forvaltninger")


def test_all_are_asked_for_the_volunteers(tallied: Tallied) -> None:
    """Who says nothing of them is missing, unless they are not relevant there."""
    found = coverage_of(tallied(tmf=body(indsats("a", "frivillige: 4"))), "frivillige")
    assert (found.text, found.missing) == ("tal fra 1 af 3 forvaltninger", ("SOF", "ØKF"))
    assert found.named == "tal fra 1 af 3 forvaltninger: TMF"


def test_who_mentions_a_unit_without_a_number_is_missing(tallied: Tallied) -> None:
    """Words such as mange, and uoplyst, are no figures; without any figure the text says who mentions the unit."""
    register = tallied(
        tmf=body(indsats("a", "møder: 4\nskoler: mange")),
        sof=body(indsats("b", "møder: flere")),
        oekf=body(indsats("c", "møder: uoplyst")),
        network=indsats("n", "møder: 2", indent=4),
    )
    found = coverage_of(register, "møder")
    assert (found.text, found.missing) == ("tal fra TMF og NET", ("SOF", "ØKF"))
    vague = coverage_of(register, "skoler")
    assert (vague.text, vague.missing, vague.missing_text) == ("nævnt af TMF", ("TMF",), "")


def two_years(root: Path, before: str, kommune: str = KOMMUNE) -> Register:
    """Count 2014, where TMF has elever and SOF has nothing, after a 2013 in which SOF says `before`."""
    files: dict[str, str | bytes] = {
        "kommune.yaml": kommune,
        "2013/rapport.yaml": RAPPORT.replace("2014", "2013"),
        "2013/sof.yaml": status_file("SOF", body(indsats("b", before))).replace("år: 2014", "år: 2013"),
        "2014/rapport.yaml": RAPPORT,
        "2014/tmf.yaml": status_file("TMF", body(indsats("a", "elever: 4"))),
        "2014/sof.yaml": status_file("SOF"),
    }
    samling = load(write_folder(root, files))
    assert samling.problems == ()
    aargang = samling.aargang(2014)
    assert aargang is not None
    return count(samling, aargang)


def test_who_reported_a_unit_before_can_be_missing(tmp_path: Path) -> None:
    """What was told last year and is not told now is missed; what was not relevant then is not."""
    found = coverage_of(two_years(tmp_path / "told", "elever: 20"), "elever")
    assert (found.text, found.missing) == ("tal fra TMF", ("SOF",))
    assert coverage_of(two_years(tmp_path / "not", "elever: ikke relevant"), "elever").missing == ()


def test_a_municipality_chooses_what_all_are_asked_for(tmp_path: Path) -> None:
    """`spørges_alle` names the units, and an empty list is none."""
    asked = coverage_of(two_years(tmp_path / "a", "møder: 1", KOMMUNE + "spørges_alle: [Elever]\n"), "elever")
    assert (asked.text, asked.missing) == ("tal fra 1 af 3 forvaltninger", ("SOF", "ØKF"))
    none = two_years(tmp_path / "b", "møder: 1", KOMMUNE + "spørges_alle: []\n")
    assert none.scope.asked_of_all == frozenset()
