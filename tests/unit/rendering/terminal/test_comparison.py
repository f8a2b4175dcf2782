"""Two years compared, as lines of text."""

from pathlib import Path

from frivilligrapport.figures.changes.total_changes import compare_years
from frivilligrapport.rendering.terminal.comparison import comparison_text
from support.folders.small_years import body, indsats
from support.folders.two_years import Bodies, registered, two_years


def lines(root: Path, before: Bodies, after: Bodies, width: int = 80) -> list[str]:
    """Compare two years and give the lines."""
    return comparison_text(compare_years(*registered(two_years(root, before, after))), width).splitlines()


def test_a_figure_that_has_gone(tmp_path: Path) -> None:
    """What is still there but has no figure any more is shown; what is gone with its indsats is only counted."""
    found = lines(
        tmp_path,
        {"tmf": body(indsats("dag", "møder: 4"), indsats("nat", "møder: 9")) + "tal:\n  frivillige: 100\n"},
        {"tmf": body(indsats("dag"))},
    )
    gone = "-     kan ikke sammenlignes"
    assert found[found.index("TMF") + 1 : found.index("Indsatser") - 1] == [
        "Tal           2013  2014  Ændring",
        "Hele forvaltningen",
        f"  frivillige  100   {gone}",
        "    intet tal for 2014",
        "Dag",
        f"  møder       4     {gone}",
        "    intet tal for 2014",
        "",
        "Dertil 1 tal, der kun er oplyst for 2013.",
    ]


def test_two_years_without_a_figure_in_common(tmp_path: Path) -> None:
    """Empty tables are said to be empty."""
    found = lines(tmp_path, {"tmf": "indsatser: ingen\n"}, {"tmf": body(indsats("dag", "møder: 4"))})
    assert found.count("Intet er oplyst for både 2013 og 2014.") == 2
    assert "Kun tal for 2014: møder." in found
    assert lines(tmp_path / "b", {"tmf": "indsatser: ingen\n"}, {"tmf": "indsatser: ingen\n"}).count("Ingen.") == 1


def test_a_narrow_screen(tmp_path: Path) -> None:
    """Where the columns do not fit, what came of it goes below, and the heading of the lines stays."""
    reported = {"tmf": body(indsats("dag", "gæster: 20.000-30.000"))}
    found = lines(tmp_path, reported, reported, width=44)
    start = found.index("TMF")
    assert found[start + 1 : start + 5] == [
        "Tal       2013           2014",
        "Dag",
        "  gæster  20.000-30.000  20.000-30.000",
        "    ingen sikker ændring",
    ]
