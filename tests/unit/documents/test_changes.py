"""The tabelbilag's table of what has changed since last year."""

from pathlib import Path

from frivilligrapport.documents.parts.tables import Tabel
from frivilligrapport.documents.types.tabelbilag import Tabelbilag
from frivilligrapport.figures.changes.total_changes import compare_years
from frivilligrapport.figures.register import Registers
from frivilligrapport.rendering.terminal.comparison import comparison_text
from support.folders.small_years import body, indsats
from support.folders.two_years import Bodies, forvaltning, register, write_years
from support.folders.work_folder import KOMMUNE
from support.reports import appendix_from, ground, rows_of

_NOT = "kan ikke sammenlignes:"


def table(root: Path, before: Bodies, after: Bodies, kommune: str = KOMMUNE) -> tuple[Tabelbilag, Tabel]:
    """Make the tabelbilag of 2015 and give its table of changes too."""
    appendix = appendix_from(write_years(root, before, after, kommune=kommune, older=2014), year=2015)
    assert appendix.aaret.aendringer is not None
    return appendix, appendix.aaret.aendringer


def test_explanations_stand_under_the_table(tmp_path: Path) -> None:
    """What a forvaltning says of a change is printed with the name of the figure, on one line."""
    figures = "gæster:\n  antal: 600\n  forklaring: |\n    Festen blev holdt\n    sammen med kulturnatten."
    _, found = table(tmp_path, {"tmf": body(indsats("dag", "gæster: 100"))}, {"tmf": body(indsats("dag", figures))})
    assert rows_of(found) == [["TMF: Dag, gæster", "100", "600", "stigning på 500\u00a0%"]]
    assert found.note == "Forklaring til TMF: Dag, gæster: Festen blev holdt sammen med kulturnatten."


def test_a_merger_shows_both_and_marks_the_break(tmp_path: Path) -> None:
    """Both older figures are shown with their sources under the names they had, and nothing is computed."""
    kommune = register(
        forvaltning("TMF", til=2014), forvaltning("SOF", til=2014), forvaltning("NYF", fra=2015, afloeser="TMF, SOF")
    )
    appendix, found = table(
        tmp_path,
        {"tmf": "indsatser: ingen\ntal:\n  frivillige: 100\n", "sof": "indsatser: ingen\ntal:\n  frivillige: 50\n"},
        {"nyf": "indsatser: ingen\ntal:\n  frivillige: 160\n"},
        kommune,
    )
    assert rows_of(found) == [
        [
            "NYF: hele forvaltningen, frivillige",
            "100; 50",
            "160",
            "brud: organisationen er ændret (NYF har overtaget opgaver fra TMF og SOF)",
        ]
    ]
    sources = {kilde.nummer: kilde.hvad for kilde in appendix.kilder}
    cited = [sources[one.nummer] for shown in found.raekker[0][1].tal for one in shown.henvisninger]
    assert cited == ["TMF, frivillige", "SOF, frivillige"]


def test_the_table_says_what_compare_says(tmp_path: Path) -> None:
    """A figure that is not known any more, one that is gone, and an indsats that is over are not left out."""
    before = body(
        indsats("cph", "medlemmer: 2.600", tilstand="i drift"),
        indsats("korps", "medlemmer: 300", tilstand="i drift"),
        indsats("dag", "gæster: 100"),
    )
    after = body(
        indsats("cph", "medlemmer: uoplyst", tilstand="ophørt"),
        indsats("korps", "medlemmer: uoplyst", tilstand="i drift"),
        indsats("dag", "møder: 2"),
    )
    _, found = table(tmp_path, {"tmf": before}, {"tmf": after})
    assert rows_of(found) == [
        ["TMF: Cph, medlemmer", "2.600", "uoplyst", f"{_NOT} tallet for 2015 hører til en indsats, der er ophørt"],
        ["TMF: Korps, medlemmer", "300", "uoplyst", f"{_NOT} uoplyst i 2015"],
        ["TMF: Dag, gæster", "100", "intet tal", f"{_NOT} intet tal for 2015"],
        ["TMF: Cph", "i drift", "ophørt", "slut"],
    ]
    samling = ground(tmp_path, year=2015).samling
    older, newer = (samling.aargang(year) for year in (2014, 2015))
    assert older is not None
    assert newer is not None
    said = " ".join(comparison_text(compare_years(Registers(samling), older, newer)).split())
    reasons = [row[-1].removeprefix(f"{_NOT} ") for row in rows_of(found)[:3]]
    assert [why for why in reasons if why not in said] == []
    assert "»Cph« (ophørt)" in said


def test_a_figure_told_twice_has_two_sources(tmp_path: Path) -> None:
    """Where last year's file and this year's `forrige_år` agree, the one figure refers to both."""
    figures = "møder:\n  antal: 5\n  forrige_år: 4"
    appendix, found = table(tmp_path, {"tmf": body(indsats("dag", "møder: 4"))}, {"tmf": body(indsats("dag", figures))})
    (shown,) = found.raekker[0][1].tal
    places = {kilde.nummer: kilde.sted.split("/")[1] for kilde in appendix.kilder}
    assert (shown.tekst, sorted(places[one.nummer] for one in shown.henvisninger)) == ("4", ["2014", "2015"])


def test_a_figure_that_was_reckoned_says_so(tmp_path: Path) -> None:
    """Where what is on its way is taken out, the reader sees the number that the change is computed from."""
    figures = "projekter:\n  antal: 20\n  på_vej: 4\n  på_vej_med_i_antal: ja"
    _, found = table(tmp_path, {"tmf": body(indsats("dag", "projekter: 8"))}, {"tmf": body(indsats("dag", figures))})
    assert rows_of(found) == [["TMF: Dag, projekter", "8", "20 (regnet som 16)", "stigning på 100\u00a0%"]]


def test_a_new_name_is_explained(tmp_path: Path) -> None:
    """A change across a new name is computed, and the note says what the forvaltning was called."""
    kommune = register(forvaltning("TMF", til=2014), forvaltning("NYF", fra=2015, afloeser="TMF"))
    reported = body(indsats("dag", "møder: 4"))
    _, found = table(tmp_path, {"tmf": reported}, {"nyf": reported}, kommune)
    assert (rows_of(found), found.note) == ([["NYF: Dag, møder", "4", "4", "uændret"]], "NYF hed TMF før.")
