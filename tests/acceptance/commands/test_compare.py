"""`compare`, as the coordinator and other programs run it."""

import json
from pathlib import Path

import pytest

from support.folders.small_years import body, indsats
from support.folders.two_years import forvaltning, register, write_years
from support.program import Program
from support.repository import GOLDEN, REPOSITORY, AsExpected

REORGANISED = register(
    forvaltning("TMF"),
    forvaltning("SOF", til=2014),
    forvaltning("ØKF", til=2014).replace("id: økf", "id: oekf"),
    forvaltning("NYF", fra=2015, afloeser="SOF, ØKF"),
)
BEFORE = {
    "tmf": body(
        indsats("dag", "frivillige: 100\ngæster: 2.000-3.000\nmøder: 4"),
        indsats("have", "projekter: 12", tilstand="i gang"),
        indsats("sommer", "kurser: 2"),
    ),
    "sof": body(indsats("vaeresteder", "frivillige: ca. 40"), indsats("seminar", "deltagere: 80")),
    "oekf": "indsatser: uoplyst\ntal:\n  foreninger: 5\n",
}
EXPLAINED = "frivillige:\n  antal: 260\n  forklaring: Byens jubilæum blev fejret samme dag."
AFTER = {
    "tmf": body(
        indsats("dag", f"{EXPLAINED}\ngæster: 2.500\nmøder:\n  antal: 5\n  forrige_år: 6"),
        indsats("have", "projekter:\n  antal: 21\n  metode: optælling", tilstand="i gang").replace("Have", "Byhaver"),
        indsats("vinter", "kurser: 3", "ny_i_år: ja"),
    ),
    "nyf": body(indsats("vaeresteder", "frivillige: uoplyst"), indsats("seminar", "deltagere: 95", tilstand="ophørt"))
    + "tal:\n  foreninger: 7\n",
}


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Give a made-up municipality of 2014 and 2015: one forvaltning stays, and two have become one."""
    return write_years(tmp_path / "To år", BEFORE, AFTER, kommune=REORGANISED, older=2014)


def test_2013_and_2014(program: Program, as_expected: AsExpected) -> None:
    """What little is known of 2013 is held against 2014, and what cannot be known is said to be so."""
    run = program("compare", "2013", "2014", cwd=REPOSITORY)
    assert (run.code, run.err) == (0, "")
    as_expected(GOLDEN / "sammenligning-2013-2014.txt", run.out)
    assert program("compare", "2014", "2013", cwd=REPOSITORY).out == run.out


def test_a_reorganised_municipality(program: Program, two: Path, as_expected: AsExpected) -> None:
    """Changes, breaks, disagreements, explanations, new names and the two that became one, at 80 columns."""
    run = program("compare", "2015", "2014", cwd=two)
    assert (run.code, run.err) == (0, "")
    as_expected(GOLDEN / "sammenligning-to-aar.txt", run.out)
    assert max(map(len, run.out.splitlines())) <= 80


def test_json_for_other_programs(program: Program, two: Path) -> None:
    """Bounds and percentages are numbers, breaks have a kind, and nothing is left out."""
    run = program("compare", "2014", "2015", "--format", "json", cwd=two)
    found = json.loads(run.out)
    assert (run.code, found["år"], found["baggrundsår"]) == (0, [2014, 2015], [])
    assert {one["enhed"]: one["hvorfor_ikke"] for one in found["totaler"]}["frivillige"] == (
        "dækningen er ændret fra 2 af 3 til 1 af 2 forvaltninger"
    )
    figures = {(one["indsats"], one["enhed"]): one for one in found["tal"]}
    volunteers, projects, meetings = (
        figures[key] for key in (("dag", "frivillige"), ("have", "projekter"), ("dag", "møder"))
    )
    assert (volunteers["retning"], volunteers["mindst_procent"]) == ("stigning", 160.0)
    assert volunteers["forklaring"] == "Byens jubilæum blev fejret samme dag."
    assert (projects["retning"], projects["ændring"]) == ("stigning", "stigning på 75\u00a0%")
    assert [(one["felt"], one["nedre"]) for one in meetings["før"]] == [("antal", 4), ("forrige_år", 6)]
    assert [one["slags"] for one in figures[None, "foreninger"]["brud"]] == ["organisation"]
    guests = figures["dag", "gæster"]
    assert (guests["før"][0]["nedre"], guests["før"][0]["øvre"], guests["retning"]) == (
        2000,
        3000,
        "ingen sikker ændring",
    )
    assert {one["id"]: one["udfald"] for one in found["indsatser"]} == {
        "dag": "fortsat",
        "have": "fortsat",
        "vinter": "ny",
        "vaeresteder": "fortsat",
        "seminar": "slut",
        "sommer": "slut",
    }


def test_json_is_utf8_everywhere(process: Program, two: Path) -> None:
    """Another console, language and width change no byte that a program reads."""
    odd = {"LC_ALL": "C", "PYTHONIOENCODING": "cp1252", "PYTHONHASHSEED": "7", "COLUMNS": "200"}
    runs = [process("compare", "2014", "2015", "--format", "json", cwd=two, env=env) for env in ({}, odd)]
    assert runs[0] == runs[1]
    assert (runs[0].code, "år" in json.loads(runs[0].out)) == (0, True)


def test_warnings_stop_nothing_and_are_left_to_validate(program: Program, two: Path) -> None:
    """The files that are there are compared though one is missing, and stderr stays quiet."""
    (two / "indberetninger/2014/sof.yaml").unlink()
    run = program("compare", "2014", "2015", cwd=two)
    assert (run.code, run.err) == (0, "")
    assert "Der er ingen fil fra SOF for 2014" in run.out


@pytest.mark.parametrize("year", ["2014", "2015"])
def test_an_error_in_either_year_stops_it(program: Program, two: Path, year: str) -> None:
    """With an error nothing is compared, and the error stands on stderr with its place."""
    path = two / f"indberetninger/{year}/tmf.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("møder:", "moeders:"), encoding="utf-8")
    run = program("compare", "2014", "2015", cwd=two)
    assert (run.code, run.out) == (1, "")
    assert f"indberetninger/{year}/tmf.yaml:" in run.err
    assert "FR324" in run.err
    assert run.err.endswith("Intet er sammenlignet. Ret det ovenfor, og prøv igen.\n")


def test_an_error_in_a_third_year_does_not(program: Program, two: Path) -> None:
    """What is wrong with years that nobody asked about is for another day, but personal data never is."""
    path = two / "indberetninger/2012/tmf.yaml"
    path.parent.mkdir()
    path.write_text("forvaltning: TMF\når: 2012\nindsatser: [\n", encoding="utf-8")
    assert program("compare", "2014", "2015", cwd=two).code == 0
    path.write_text("forvaltning: TMF\når: 2012\nindsatser: ingen # 010199-5000\n", encoding="utf-8")
    run = program("compare", "2014", "2015", cwd=two)
    assert (run.code, run.out) == (3, "")
    assert "5000" not in run.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("2014", "2016"), "Der er ingen indberetninger for 2016."),
        (("2014", "i fjor"), "»i fjor« er ikke et årstal."),
        (("2014",), "»ÅR« mangler."),
        (("2014", "2014"), "Et år kan ikke sammenlignes med sig selv."),
        (("2014", "2015", "--format", "xlsx"), "Formatet »xlsx« kendes ikke."),
        (("2014", "2015", "--folder", "væk"), "Mappen »væk« findes ikke."),
    ],
)
def test_wrong_use(program: Program, two: Path, words: tuple[str, ...], message: str) -> None:
    """A year that is not there and a word that cannot be understood are exit 2 with a sentence and a hint."""
    run = program("compare", *words, cwd=two)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[0] == message
