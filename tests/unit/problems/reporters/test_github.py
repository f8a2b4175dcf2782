"""GitHub's workflow commands and the summary of a run."""

import re
from dataclasses import dataclass

import pytest
from hypothesis import given

from frivilligrapport.problems import Kind, Location, Problem, Severity
from frivilligrapport.problems.reporters.examination import Examination
from frivilligrapport.problems.reporters.github import CAP, as_github, github_summary
from frivilligrapport.problems.signs import harmless
from support.texts.random_findings import ERROR, EXAMINATIONS, WARNING, examination

FILE = "indberetninger/2014/tmf.yaml"


@dataclass(frozen=True)
class Command:
    """A workflow command as GitHub's runner reads it."""

    name: str
    properties: dict[str, str]
    message: str


def read(line: str) -> Command:
    """Read a command the way GitHub's runner does: cut at the signs, then undo the escapes."""
    command = re.fullmatch(r"::(?P<name>\w+) (?P<properties>.*?)::(?P<message>.*)", line)
    assert command
    pairs = (pair.split("=", 1) for pair in command["properties"].split(","))
    properties = {key: undone(value.replace("%3A", ":").replace("%2C", ",")) for key, value in pairs}
    return Command(command["name"], properties, undone(command["message"]))


def undone(text: str) -> str:
    """Undo the escapes of a message."""
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def commands(made: Examination) -> list[Command]:
    """Give the commands of a report; the runner knows no other line ends than these."""
    return [read(line) for line in re.split(r"\r\n|\r|\n", as_github(made)) if line]


def many(errors: int, warnings: int) -> Examination:
    """Make a run with so many findings."""
    kinds: list[Kind] = [ERROR] * errors + [WARNING] * warnings
    return examination(
        [Problem(Location(FILE, number + 1), kind, f"Nr. {number}.") for number, kind in enumerate(kinds)]
    )


def test_a_finding() -> None:
    """Kind, place, title and advice, with the signs of the command line escaped."""
    problem = Problem(Location("a,b:c%.yaml", 3, 11, 9), ERROR, "100 %, nemlig: A.", "B.")
    assert as_github(examination([problem])) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=3,col=11,endColumn=20,title=FR201%3A Et tal kan læses på to måder"
        "::100 %25, nemlig: A.%0AB.\n"
    )


@given(EXAMINATIONS)
def test_any_text_comes_through(made: Examination) -> None:
    """Whatever stands in a finding, GitHub reads the same words without signs that steer; none begins a command."""
    errors, warnings = ([one for one in made.open if one.severity is severity] for severity in Severity)
    expected = [one for found in (errors, warnings) for one in (found if len(found) <= CAP else found[: CAP - 1])]
    read_back = [command for command in commands(made) if "file" in command.properties]
    assert [command.message for command in read_back] == [harmless(entry.advice) for entry in expected]
    assert [command.properties["file"] for command in read_back] == [harmless(entry.file) for entry in expected]


@pytest.mark.parametrize(
    ("errors", "warnings", "shown", "notes"),
    [
        (0, 0, (0, 0), []),
        (10, 10, (10, 10), []),
        (11, 0, (10, 0), ["2 flere fejl"]),
        (3, 12, (3, 10), ["3 flere advarsler"]),
        (1300, 25, (10, 10), ["1.291 flere fejl", "16 flere advarsler"]),
    ],
)
def test_the_cap_is_kept_and_said(errors: int, warnings: int, shown: tuple[int, int], notes: list[str]) -> None:
    """At most ten of each kind, the last of them saying how many more there are."""
    made = commands(many(errors, warnings))
    assert tuple(sum(one.name == name for one in made) for name in ("error", "warning")) == shown
    more = [one for one in made if "file" not in one.properties]
    assert [one.properties["title"] for one in more] == notes
    assert all(one.message.endswith("Hele listen står i kørslens oversigt (Summary).") for one in more)


def test_the_summary_has_them_all() -> None:
    """The table has a row for each finding, after a line that counts them."""
    summary = github_summary(many(12, 1))
    assert summary.startswith("## frivilligrapport\n\n12 fejl og 1 advarsel i 2 filer.\n\n| Sted |")
    assert summary.count(f"\n| {FILE.replace('_', '')}:") == 13


def test_the_summary_without_findings() -> None:
    """No table where there is nothing to show."""
    assert github_summary(many(0, 0)) == "## frivilligrapport\n\nIngen fejl i 2 filer.\n\n"


@given(EXAMINATIONS)
def test_any_text_stays_in_its_cell(made: Examination) -> None:
    """Each finding is one row of three cells, and nothing in it is read as HTML."""
    rows = [line for line in github_summary(made).split("\n") if line.startswith("| ")][2:]
    assert len(rows) == len(made.open)
    assert all(len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 4 for row in rows)
    assert not any(re.search(r"(?<!\\)(?:\\\\)*<", row) for row in rows)


def test_a_summary_that_is_too_long_says_so() -> None:
    """GitHub throws away what is longer than 1 MiB; the last row counts what is left out."""
    summary = github_summary(examination([Problem(Location(FILE), ERROR, "x" * 1000) for _ in range(1500)]))
    assert len(summary.encode()) < 1024 * 1024
    rows = summary.count("FR201")
    assert f"| … | {1500 - rows} mere | Se resten med frivilligrapport validate. |" in summary
