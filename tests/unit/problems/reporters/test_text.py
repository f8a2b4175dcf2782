import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.problems import Kind, Location, Problem, Severity
from frivilligrapport.problems.reporters.text import findings_summary, findings_text
from frivilligrapport.reading.source import Source

ERROR = Kind("FR201", Severity.FEJL, "Titel", "Forklaring.", "forkert", "rigtigt")
WARNING = Kind("FR401", Severity.ADVARSEL, "Titel", "Forklaring.", "forkert", "rigtigt")
TEXT = "indsatser:\n    tal:\n      gæster: 20-30.000\n"


def reported(place: Location, text: str, message: str = "Besked.", hint: str = "Skriv noget andet.") -> str:
    """Report one finding in a file with `text`."""
    return findings_text([Problem(place, ERROR, message, hint)], {"sof.yaml": Source("sof.yaml", text)})


def test_a_finding() -> None:
    """Place, severity, code and message; the line, the one above, the guilty token underlined; what to write."""
    message = "»20-30.000« kan læses på to måder."
    hint = "Skriv 20.000-30.000 eller 20-30 (i indsatsen »Smag Verden«)."
    assert reported(Location("sof.yaml", 3, 15, 9), TEXT, message, hint) == (
        "sof.yaml:3:15: fejl FR201: »20-30.000« kan læses på to måder.\n"
        "    2 |     tal:\n"
        "    3 |       gæster: 20-30.000\n"
        "      |               ^^^^^^^^^\n"
        "   Skriv 20.000-30.000 eller 20-30 (i indsatsen »Smag Verden«).\n"
    )


def test_several_findings_are_kept_in_order_with_a_line_between() -> None:
    """The order is the caller's; a warning says so, and a hint is left out where there is none."""
    problems = [
        Problem(Location("sof.yaml", 1, 1, 9), WARNING, "Første."),
        Problem(Location("tmf.yaml"), ERROR, "Anden.", "Skriv."),
    ]
    assert findings_text(problems, {"sof.yaml": Source("sof.yaml", TEXT)}) == (
        "sof.yaml:1:1: advarsel FR401: Første.\n"
        "    1 | indsatser:\n"
        "      | ^^^^^^^^^\n"
        "\n"
        "tmf.yaml:1:1: fejl FR201: Anden.\n"
        "   Skriv.\n"
    )


def test_no_findings() -> None:
    """Nothing to say is an empty text."""
    assert findings_text([], {}) == ""


@pytest.mark.parametrize("text", ["", "\n\n\n\n\n", "a: b"])
def test_a_line_that_shows_nothing_is_left_out(text: str) -> None:
    """An empty line, or one that is not in the file, gives no excerpt."""
    assert reported(Location("sof.yaml", 5), text) == "sof.yaml:5:1: fejl FR201: Besked.\n   Skriv noget andet.\n"


def test_a_blank_line_above_is_left_out() -> None:
    """Only a line with text is shown above the guilty one."""
    assert "    2 |" not in reported(Location("sof.yaml", 3), "a: b\n\nc: d\n")


def test_tabs_are_one_column_wide() -> None:
    """The underline stands below its characters whatever the terminal's tab stops are."""
    assert reported(Location("sof.yaml", 2, 1, 2), "\ta: b\n\t\tc: d\n").split("\n")[1:4] == [
        "    1 |  a: b",
        "    2 |   c: d",
        "      | ^^",
    ]


def test_a_long_line_is_cut_around_the_place() -> None:
    """The guilty word stands in the part that is shown, and nothing is underlined beyond it."""
    text = "a: b\n" + "x" * 300 + " GULD " + "y" * 300
    lines = reported(Location("sof.yaml", 2, 302, 4), text).split("\n")
    start = lines[3].index("^")
    assert lines[2][start : start + 4] == "GULD"
    assert lines[3].count("^") == 4
    assert max(map(len, lines)) <= 108


def test_a_long_value_is_underlined_to_the_end_of_what_is_shown() -> None:
    """The underline never runs past the excerpt."""
    lines = reported(Location("sof.yaml", 1, 4, 500), "a: " + "x" * 500).split("\n")
    assert len(lines[2]) == len(lines[1]) == 108


def test_a_place_at_the_end_of_a_line_is_underlined() -> None:
    """What is missing at the end is pointed at just after the last character."""
    assert reported(Location("sof.yaml", 1, 5), "a: b").split("\n")[1:3] == ["    1 | a: b", "      |     ^"]


def test_personal_data_is_masked_everywhere() -> None:
    """Message, hint, file name, the line itself and the one above show no CPR number; the underline still fits."""
    text = "kilde: 010199-5000\ntekst: Ring til 0101995001 i dag\n"
    problem = Problem(
        Location("010199-5002.yaml", 2, 17, 10), ERROR, "»010199-5003« er sært.", "Skriv 010199 5004 eller 010199-50…"
    )
    said = findings_text([problem], {"010199-5002.yaml": Source("010199-5002.yaml", text)})
    assert said == (
        "010199-••••.yaml:2:17: fejl FR201: »010199-••••« er sært.\n"
        "    1 | kilde: 010199-••••\n"
        "    2 | tekst: Ring til 010199•••• i dag\n"
        "      |                 ^^^^^^^^^^\n"
        "   Skriv 010199 •••• eller 010199-••…\n"
    )


@pytest.mark.parametrize("before", range(60, 115))
def test_a_number_where_a_long_line_is_cut_is_masked(before: int) -> None:
    """Masking comes before cutting, so that no part of a number is shown in the clear."""
    text = "x" * before + " 010199-5678 " + "y" * 200
    for column in (1, before - 25, before + 30, before + 43):
        said = reported(Location("sof.yaml", 1, column), text) + reported(Location("sof.yaml", 2, 1), f"{text}\na: b")
        assert re.search(r"\| .*[5678]", said) is None


@pytest.mark.parametrize(
    ("errors", "warnings", "sentence"),
    [
        (0, 0, "Ingen fejl."),
        (1, 0, "1 fejl."),
        (2, 0, "2 fejl."),
        (0, 1, "1 advarsel."),
        (0, 2, "2 advarsler."),
        (2, 1, "2 fejl og 1 advarsel."),
        (1234, 1000, "1.234 fejl og 1.000 advarsler."),
    ],
)
def test_summary(errors: int, warnings: int, sentence: str) -> None:
    """Findings are counted in a sentence, by how much they matter."""
    place = Location("sof.yaml")
    problems = [Problem(place, ERROR, "")] * errors + [Problem(place, WARNING, "")] * warnings
    assert findings_summary(problems) == sentence


def test_summary_counts_by_the_findings_own_weight() -> None:
    """A finding that matters less in a draft is counted as it is shown."""
    assert findings_summary([Problem(Location("sof.yaml"), ERROR, "", weight=Severity.ADVARSEL)]) == "1 advarsel."


def test_colour_is_on_the_weight_and_the_underline() -> None:
    """An error is red and a warning yellow; without colours the text is as ever."""
    problems = [
        Problem(Location("sof.yaml", 3, 15, 9), ERROR, "Besked."),
        Problem(Location("tmf.yaml"), WARNING, "Anden."),
    ]
    sources = {"sof.yaml": Source("sof.yaml", TEXT)}
    shown = findings_text(problems, sources, in_colour=True)
    assert shown == (
        "sof.yaml:3:15: \x1b[1;31mfejl\x1b[0m FR201: Besked.\n"
        "    2 |     tal:\n"
        "    3 |       gæster: 20-30.000\n"
        "      |               \x1b[1;31m^^^^^^^^^\x1b[0m\n"
        "\n"
        "tmf.yaml:1:1: \x1b[1;33madvarsel\x1b[0m FR401: Anden.\n"
    )
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown) == findings_text(problems, sources)


def test_a_caret_in_the_file_is_no_underline() -> None:
    """Only our own underline is coloured."""
    shown = findings_text(
        [Problem(Location("sof.yaml", 1, 4, 1), ERROR, "^.")], {"sof.yaml": Source("sof.yaml", "a: ^")}, in_colour=True
    )
    assert shown.split("\n")[1:3] == ["    1 | a: ^", "      |    \x1b[1;31m^\x1b[0m"]


@given(st.text(max_size=20), st.text(max_size=20))
def test_nothing_in_a_file_steers_the_terminal(message: str, line: str) -> None:
    """Of the control signs only our own line ends are left, wherever they came from."""
    said = findings_text(
        [Problem(Location("a\x1b.yaml", 1, 1), ERROR, message, message)], {"a\x1b.yaml": Source("", f"a {line}")}
    )
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", said)
