"""The drawings of the report and of its tables: the same numbers, honest about what is not known."""

import re

from frivilligrapport.documents.parts.tables import Tabel
from frivilligrapport.documents.types.statusrapport import Statusrapport
from frivilligrapport.documents.types.tabelbilag import Tabelbilag
from support.folders.work_folder import status_file
from support.reports import MakeAppendix, MakeReport, appendix_from, as_text, report_from, rows_of
from support.repository import REPOSITORY

_INDSATS = "indsatser:\n  - id: a\n    navn: A\n    tilstand: i gang\n    tal:\n"


def words(table: Tabel | None) -> dict[str, list[str]]:
    """Give a table's rows by their heads."""
    return {row[0]: row[1:] for row in rows_of(table)}


def test_registered_indsatser_drawn_are_those_of_the_table(appendix_2014: Tabelbilag) -> None:
    """Each bar has its column's numbers, and the columns sum to the tables below."""
    table = appendix_2014.aaret.registrerede[0][0]
    rows = words(table)
    assert rows["gennemført"] == ["10", "2", "11", "3", "5", "8", "15", "4", "58"]
    assert table.note == "Øvrige: fra et andet år eller ophørt."
    columns = zip(*rows.values(), strict=True)
    for bar, column in zip(appendix_2014.aaret.diagram.bars, columns, strict=False):
        named = [f"{count} {part}" for part, count in zip(rows, column, strict=True) if count != "0"]
        assert bar.text == f"{sum(map(int, column))}: {', '.join(named)}"
    assert table.fod == appendix_2014.aaret.registrerede[1][0].fod


def test_the_years_are_drawn_where_both_are_known(report_2014: Statusrapport) -> None:
    """12 and 21 stand on one scale from 0, with the table's words for the change."""
    drawn = report_2014.tal.tegnet
    assert drawn is not None
    (chart,) = drawn.charts
    assert chart.alternative == (
        "Projekter, 2013 og 2014. TMF: Grøn frivillighed, projekter: stigning på 75\u00a0%: 2013: 12; 2014: 21."
    )
    before, after = chart.bars
    assert before.solid / after.solid == 12 / 21


def test_what_cannot_be_compared_is_not_drawn(make_report: MakeReport) -> None:
    """Files that disagree on last year stay in the table only; an uncertain year is drawn with its span."""
    disputed = _INDSATS + "      projekter:\n        antal: 21\n        forrige_år: 14\n"
    before = {"2013/tmf.yaml": status_file("TMF", _INDSATS + "      projekter: 12\n", 2013)}
    assert make_report(before | {"2014/tmf.yaml": status_file("TMF", disputed)}).tal.tegnet is None
    about = status_file("TMF", _INDSATS + "      projekter: ca. 20\n")
    drawn = make_report(before | {"2014/tmf.yaml": about}).tal.tegnet
    assert drawn is not None
    assert [bool(bar.range_width) for bar in drawn.charts[0].bars] == [False, True]


def test_each_kind_of_silence_has_its_own_words(make_appendix: MakeAppendix) -> None:
    """Unspecified, unknown, not relevant and not received are told apart; who is not asked is not missing."""
    told = {"tmf": "frivillige: mange\n  skoler: 3", "sof": "frivillige: ikke relevant\n  møder: uoplyst"}
    files = {
        f"2014/{one}.yaml": status_file(one.upper(), f"indsatser: ingen\ntal:\n  {tal}\n") for one, tal in told.items()
    }
    found = [row for table in make_appendix(files, draft=True).aaret.gennemfoert for row in rows_of(table)]
    assert {row[0]: row[2:] for row in found} == {
        "frivillige": [
            "tal fra 0 af 2 forvaltninger",
            "TMF (nævnt uden antal); SOF (ikke relevant); ØKF (ikke modtaget)",
        ],
        "møder": ["nævnt af SOF", "SOF (uoplyst)"],
        "skoler": ["tal fra TMF", "ingen"],
    }


def test_drawings_are_text_with_a_title_and_the_same_each_time(html_2014: str, appendix_2014: Tabelbilag) -> None:
    """Every svg begins with a title that says its numbers, names its font, and holds no picture of text."""
    pages, fresh = html_2014 + as_text(appendix_2014, "html"), (report_from(REPOSITORY), appendix_from(REPOSITORY))
    drawings = re.findall(r"<svg.*?</svg>", pages, re.DOTALL)
    again = "".join(as_text(one, "html") for one in fresh)
    assert drawings == re.findall(r"<svg.*?</svg>", again, re.DOTALL)
    assert len(drawings) == 2
    for one in drawings:
        assert re.match(r"<svg [^>]*font-family=[^>]*>\s*<title id=\"[^\"]+\">[^<]+</title>\s*<desc id=", one)
        shown = re.findall(r"<text class=\"vaerdi\"[^>]*>([^<]+)</text>", one)
        assert shown
        assert all(text in one.partition("</title>")[0] for text in shown)


def test_markdown_has_the_tables_alone(appendix_2014: Tabelbilag) -> None:
    """No sentence stands where the page has a drawing; the tables hold the same numbers."""
    markdown = as_text(appendix_2014, "md")
    assert appendix_2014.aaret.diagram.alternative not in markdown
    assert "| gennemført | 10 | 2 | 11 | 3 | 5 | 8 | 15 | 4 | 58 |" in markdown
