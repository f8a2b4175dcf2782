"""The JSON that docs/ci.md describes."""

import json

from hypothesis import given

from frivilligrapport.problems import Location, Problem
from frivilligrapport.problems.reporters.examination import Examination
from frivilligrapport.problems.reporters.json import as_json
from support.texts.random_findings import ERROR, EXAMINATIONS, WARNING, examination

FILE = "indberetninger/2014/tmf.yaml"


def test_the_whole_shape() -> None:
    """Every name, in the order documented; accepted findings have their reason."""
    place = Location(FILE, 3, 11, 9)
    found = Problem(place, ERROR, "Besked.", "Råd.", "smag-verden", instead=("20-30", "20.000-30.000"))
    content = json.loads(as_json(examination([found], ["Sådan er det."])))
    mark = content["fund"][0].pop("fingeraftryk")
    assert content["accepterede"][0].pop("fingeraftryk") == mark
    one = {
        "kode": "FR201",
        "titel": "Et tal kan læses på to måder",
        "vægt": "fejl",
        "fil": FILE,
        "linje": 3,
        "kolonne": 11,
        "slutkolonne": 20,
        "besked": "Besked.",
        "råd": "Råd.",
        "emne": "smag-verden",
        "i_stedet": ["20-30", "20.000-30.000"],
    }
    assert content == {
        "program": "frivilligrapport",
        "version": "1.2.3",
        "format": 1,
        "antal": {"fejl": 1, "advarsler": 0, "accepterede": 1, "filer": 2},
        "fund": [one],
        "accepterede": [{**one, "fordi": "Sådan er det."}],
        "filer": [FILE, "indberetninger/kommune.yaml"],
    }


def test_counts() -> None:
    """Errors and warnings are counted apart."""
    place = Location(FILE)
    problems = [Problem(place, ERROR, ""), Problem(place, WARNING, "1"), Problem(place, WARNING, "2")]
    assert json.loads(as_json(examination(problems)))["antal"] == {
        "fejl": 1,
        "advarsler": 2,
        "accepterede": 0,
        "filer": 2,
    }


@given(EXAMINATIONS)
def test_any_text_comes_through(made: Examination) -> None:
    """Whatever stands in a finding, the JSON is read back with the same words."""
    content = json.loads(as_json(made))
    assert [one["besked"] for one in content["fund"]] == [entry.message for entry in made.open]
    assert [one["i_stedet"] for one in content["fund"]] == [list(entry.instead) for entry in made.open]
