"""Possible double counts that nobody has settled are printed."""

from frivilligrapport.documents.types.statusrapport import Statusrapport
from support.folders.work_folder import status_file
from support.reports import MakeReport, report_from
from support.repository import REPOSITORY

_FEST = """indsatser:
  - id: smag-verden
    navn: Smag Verden
    tilstand: afholdt
    periode: 2014-08-16
    tal:
      gæster: {}
"""


def doubts(report: Statusrapport) -> tuple[str, ...]:
    """Give what the report says is in doubt."""
    found = (one for one in report.om_tallene.forklaringer if one.id == "mulige-dobbelttaellinger")
    return tuple(text for one in found for text in one.punkter)


def test_a_suspicion_that_nobody_has_answered_is_printed_beside_its_totals(make_report: MakeReport) -> None:
    """Both are counted, and the report says that they may be one."""
    files = {
        "2014/tmf.yaml": status_file("TMF", _FEST.format("20.000-30.000")),
        "2014/sof.yaml": status_file("SOF", _FEST.format("40.000")),
    }
    (text,) = doubts(make_report(files))
    assert text == (
        "»Smag Verden« (TMF) ligner »Smag Verden« (SOF), og ingen har svaret på, om de er det samme. "
        "Indtil da er begge talt med i det samlede tal for gæster (60.000-70.000)."
    )


def test_what_the_files_leave_open_is_printed() -> None:
    """The courses of 2014 may be the same, and the total says both."""
    (text,) = doubts(report_from(REPOSITORY))
    assert text == (
        "Det er ikke afgjort, om »Kurser hos Center for Frivilligt Socialt Arbejde« (KFF) og »Kurser i "
        "frivilligsamarbejde for alle forvaltninger« (NET) er det samme. Begge muligheder er holdt åbne i det samlede "
        "tal for kurser (4-7)."
    )


def test_without_doubt_nothing_is_said(make_report: MakeReport) -> None:
    """A year in which nothing looks alike has no such list."""
    assert doubts(make_report({"2014/tmf.yaml": status_file("TMF", _FEST.format("1"))})) == ()
