"""SARIF 2.1.0, held against the schema that OASIS publishes."""

import json
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given

from frivilligrapport.problems import Location, Problem
from frivilligrapport.problems.personal_data import cpr_numbers
from frivilligrapport.problems.reporters.examination import Examination, reported_findings
from frivilligrapport.problems.reporters.sarif import as_sarif
from frivilligrapport.rules.catalogue import ALL_KINDS
from support.editors.published_schemas import faults, sarif_schema
from support.laws import tried
from support.texts.random_findings import ERROR, EXAMINATIONS, WARNING, examination

FILE = "indberetninger/2014/tmf.yaml"


def run_of(made: Examination) -> dict[str, Any]:
    """Give the one run of a report that the schema has nothing against."""
    content = json.loads(as_sarif(made))
    assert faults(sarif_schema(), content) == []
    (run,) = content["runs"]
    assert isinstance(run, dict)
    return run


@tried(40)
@given(EXAMINATIONS)
def test_any_text_gives_a_valid_report(made: Examination) -> None:
    """Whatever stands in a finding, the report is valid, its rules are found and its files are told."""
    run = run_of(made)
    rules = run["tool"]["driver"]["rules"]
    for result, entry in zip(run["results"], made.open, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == entry.code
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert unquote(place["uri"]) == entry.file
        assert result["message"]["text"].startswith(entry.message)


def test_a_finding() -> None:
    """Level, region, fingerprint and a fix for each text that may be pasted."""
    place = Location(FILE, 3, 11, 9)
    found = Problem(place, ERROR, "A.", "B.", instead=("20-30", "20.000-30.000"))
    (result,) = run_of(examination([found]))["results"]
    region = {"startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 20}
    file = {"uri": FILE, "uriBaseId": "%SRCROOT%"}
    assert result["level"] == "error"
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": file, "region": region}}]
    assert list(result["partialFingerprints"]) == ["frivilligrapport/v1"]
    change = result["fixes"][0]["artifactChanges"][0]
    assert change["artifactLocation"] == file
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "20-30"}}]
    assert [fix["description"]["text"] for fix in result["fixes"]] == ["Skriv »20-30«.", "Skriv »20.000-30.000«."]


def test_columns_count_characters() -> None:
    """SARIF's own way to count columns is another; ours is said."""
    assert run_of(examination([]))["columnKind"] == "unicodeCodePoints"


def test_rules_are_those_met_once_each_with_help() -> None:
    """A rule stands once however often it is met, with Danish help and an example."""
    problems = [Problem(Location(FILE), kind, str(number)) for number, kind in enumerate([WARNING, ERROR, ERROR])]
    rules = run_of(examination(problems))["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in rules] == [
        ("FR201", "error"),
        ("FR401", "warning"),
    ]
    assert rules[0]["shortDescription"]["text"] == "Et tal kan læses på to måder"
    assert "```yaml\ntal: 20-30.000\n```" in rules[0]["help"]["markdown"]
    assert "**Forkert:** En tom fil." in rules[1]["help"]["markdown"]


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.code)
def test_every_kind_makes_a_valid_rule(kind: Any) -> None:
    """The help of every kind fits, and none of it shows a whole CPR number."""
    made = Examination((), reported_findings([Problem(Location(FILE), kind, "")], {}), (), "1")
    (rule,) = run_of(made)["tool"]["driver"]["rules"]
    assert rule["id"] == kind.code
    assert list(cpr_numbers(rule["help"]["text"] + rule["help"]["markdown"])) == []


def test_files_without_findings_are_told_too() -> None:
    """The files that were read are the run's artifacts; an address has no æøå."""
    made = Examination(("indberetninger/2014/økf.yaml",), (), (), "1")
    assert run_of(made)["artifacts"][0]["location"]["uri"] == "indberetninger/2014/%C3%B8kf.yaml"
