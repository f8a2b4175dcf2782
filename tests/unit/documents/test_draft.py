"""A draft says so on every page, and what it lacks."""

import re

import pytest

from frivilligrapport.documents.types.statusrapport import Statusrapport
from frivilligrapport.problems import Kind, Location, Problem, Severity
from support.folders.work_folder import status_file
from support.reports import MakeAppendix, MakeReport, as_text, words_of

ERROR = Kind("FR999", Severity.FEJL, "Prøve", "", "", "")
WARNING = Kind("FR998", Severity.ADVARSEL, "Prøve", "", "", "")
TWO_OF_THREE = {"2014/tmf.yaml": status_file("TMF"), "2014/sof.yaml": "forvaltning: [SOF\n"}


@pytest.fixture
def draft(make_report: MakeReport) -> Statusrapport:
    """Make a draft with one file in order, one that cannot be read and one missing."""
    problems = (
        Problem(Location("indberetninger/2014/sof.yaml", 2, 3), ERROR, "Noget er galt."),
        Problem(Location("indberetninger/2014/sof.yaml", 1, 1), WARNING, "Noget er uklart."),
        Problem(Location("indberetninger/2014/tmf.yaml", 9, 1), WARNING, "Noget andet er uklart."),
    )
    return make_report(TWO_OF_THREE, draft=True, open_problems=problems)


def test_a_draft_says_from_how_many_it_is(draft: Statusrapport) -> None:
    """The state is told in digits, who is missing by name, and that an unreadable file counts for nothing."""
    assert draft.udkast is not None
    assert draft.udkast.besked == (
        "Modtaget fra 1 af 3 forvaltninger. Der mangler ØKF. "
        "Filen fra SOF kan ikke læses, så ingen af dens tal er talt med."
    )
    assert [words_of(cells[1]) for cells in draft.udkast.afleveringer.raekker] == [
        "klar",
        "modtaget, men kan ikke læses",
        "ikke modtaget",
    ]


def test_open_findings_are_counted_and_listed_by_place(draft: Statusrapport) -> None:
    """Every open finding stands with code, severity, place and message."""
    assert draft.udkast is not None
    assert draft.udkast.fund_i_alt == "Filerne har 1 fejl og 2 advarsler."
    assert draft.udkast.fund is not None
    assert [[cell.tekst for cell in row] for row in draft.udkast.fund.raekker] == [
        ["FR998", "advarsel", "indberetninger/2014/sof.yaml:1:1", "Noget er uklart."],
        ["FR999", "fejl", "indberetninger/2014/sof.yaml:2:3", "Noget er galt."],
        ["FR998", "advarsel", "indberetninger/2014/tmf.yaml:9:1", "Noget andet er uklart."],
    ]


def test_a_draft_is_marked_in_both_editions(draft: Statusrapport) -> None:
    """The Markdown says UDKAST under its title; the page has the banner and the class that marks each page."""
    assert as_text(draft, "md").splitlines()[2].startswith("> **UDKAST.** Modtaget fra 1 af 3 forvaltninger.")
    html = as_text(draft, "html")
    assert re.search(r'<body [^>]*class="udkast"', html)
    assert "<strong>Udkast.</strong> Modtaget fra 1 af 3 forvaltninger." in html


def test_a_forvaltning_without_a_contribution_still_has_its_chapter(draft: Statusrapport) -> None:
    """The chapter says whether nothing came or what came cannot be read."""
    assert {one.overlinje: one.besked for one in draft.forvaltninger} == {
        "TMF": "",
        "SOF": "Forvaltningens bidrag er modtaget, men kan ikke læses. Ingen af dets tal er talt med.",
        "ØKF": "Forvaltningens bidrag er ikke modtaget.",
    }


def test_what_is_not_received_is_said_in_the_totals(make_appendix: MakeAppendix) -> None:
    """A total tells those who sent nothing from those who mention nothing."""
    body = "indsatser: ingen\ntal:\n  frivillige: 5\n"
    files = {"2014/tmf.yaml": status_file("TMF", body), "2014/oekf.yaml": status_file("ØKF")}
    appendix = make_appendix(files, draft=True)
    (row,) = appendix.aaret.gennemfoert[0].raekker
    assert [words_of(cell) for cell in row] == [
        "frivillige",
        "5",
        "tal fra 1 af 3 forvaltninger",
        "ØKF; SOF (ikke modtaget)",
    ]


def test_a_finished_report_has_no_word_of_drafts(
    report_2014: Statusrapport, markdown_2014: str, html_2014: str
) -> None:
    """Without --draft there is no mark, no banner and no chapter about what is missing."""
    assert report_2014.udkast is None
    assert "UDKAST" not in markdown_2014
    assert 'class="udkast"' not in html_2014


def test_a_draft_without_findings_says_so(make_report: MakeReport) -> None:
    """No open finding is told in words, not by an empty table."""
    report = make_report({"2014/tmf.yaml": status_file("TMF")}, draft=True)
    assert report.udkast is not None
    assert report.udkast.fund_i_alt == "Der er ingen åbne fund i filerne."
    assert report.udkast.fund is None
