"""GitLab's Code Quality report.

GitLab publishes no schema of it: the fields asked for here are those of its documentation, "Code Quality report format"
(docs.gitlab.com/ci/testing/code_quality).
"""

import json
from typing import Any

from hypothesis import given

from frivilligrapport.problems import Location, Problem
from frivilligrapport.problems.reporters.examination import Examination
from frivilligrapport.problems.reporters.gitlab import as_gitlab
from support.editors.published_schemas import faults
from support.texts.random_findings import ERROR, EXAMINATIONS, WARNING, examination

DOCUMENTED: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": r"^(\./|/)"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


@given(EXAMINATIONS)
def test_any_text_gives_a_report_as_documented(made: Examination) -> None:
    """Whatever stands in a finding, GitLab can read the report, and no two fingerprints are equal."""
    content = json.loads(as_gitlab(made))
    assert faults(DOCUMENTED, content) == []
    assert len({one["fingerprint"] for one in content}) == len(made.open)


def test_a_finding() -> None:
    """The code, the advice and the place; an error is major and a warning minor."""
    place = Location("indberetninger/2014/tmf.yaml", 3, 11, 9)
    error, warning = json.loads(
        as_gitlab(examination([Problem(place, ERROR, "A.", "B."), Problem(place, WARNING, "C.")]))
    )
    assert error.pop("fingerprint")
    assert error == {
        "description": "FR201: A. B.",
        "check_name": "FR201",
        "severity": "major",
        "location": {"path": "indberetninger/2014/tmf.yaml", "lines": {"begin": 3}},
    }
    assert (warning["severity"], warning["description"]) == ("minor", "FR401: C.")


def test_nothing_found_is_an_empty_list() -> None:
    """GitLab needs a report without findings to see what has been mended."""
    assert json.loads(as_gitlab(examination([]))) == []
