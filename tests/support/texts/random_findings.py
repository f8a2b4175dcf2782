"""Findings with any text in them, for the laws that every machine format must keep."""

from hypothesis import strategies as st

from frivilligrapport.problems import Kind, Location, Problem, Severity
from frivilligrapport.problems.reporters.examination import Examination, reported_findings
from frivilligrapport.reading.source import Source

ERROR = Kind("FR201", Severity.FEJL, "Et tal kan læses på to måder", "Forklaring.", "tal: 20-30.000\n", "tal: 20-30\n")
WARNING = Kind("FR401", Severity.ADVARSEL, "Titel", "Forklaring.", "(en tom fil)", "(en fil med indhold)")
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
FILES = st.sampled_from(["indberetninger/2014/tmf.yaml", "indberetninger/2014/økf æble.yaml", "a,b:c%d\n].yaml"])
PROBLEMS = st.builds(
    Problem,
    st.builds(Location, FILES, st.integers(1, 5), st.integers(1, 30), st.integers(1, 20)),
    st.sampled_from([ERROR, WARNING]),
    ANY_TEXT,
    ANY_TEXT,
    ANY_TEXT,
    st.sampled_from([None, *Severity]),
    st.lists(ANY_TEXT, max_size=2).map(tuple),
)
TEXT = "forvaltning: TMF\når: 2014\n  gæster: 20-30.000\nlang: " + "x" * 50 + "\n\n"


def examination(problems: list[Problem], reasons: list[str] | None = None) -> Examination:
    """Make the value that all formats are made of; the first file is readable, and one more is without findings."""
    sources = {name: Source(name, TEXT) for name in ("indberetninger/2014/tmf.yaml", "indberetninger/kommune.yaml")}
    accepted = reported_findings(problems[: len(reasons or [])], sources, reasons=reasons or [])
    return Examination(tuple(sources), reported_findings(problems, sources), accepted, "1.2.3")


EXAMINATIONS = st.builds(examination, st.lists(PROBLEMS, max_size=25))
