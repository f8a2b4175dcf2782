"""The chapter "Om tallene"."""

from frivilligrapport.documents.types.statusrapport import Statusrapport
from frivilligrapport.problems import Kind, Location, Problem, Severity
from frivilligrapport.rules.acceptance import AcceptedProblem
from support.folders.work_folder import RAPPORT, status_file
from support.reports import MakeReport, rows_of


def test_the_convention_for_ca_is_the_year_s_own(make_report: MakeReport) -> None:
    """The chapter "Om tallene" gives the margin that the figures were counted with."""
    rapport = RAPPORT + "indstillinger:\n  ca_usikkerhed: 5 %\n"
    report = make_report({"2014/rapport.yaml": rapport, "2014/tmf.yaml": status_file("TMF")})
    (words,) = [one.punkter for one in report.om_tallene.forklaringer if one.id == "metode-ord"]
    assert words[0].startswith("»Ca.« er regnet som plus eller minus 5\u00a0%, rundet udad.")


def test_figures_that_do_not_count_say_why(report_2014: Statusrapport) -> None:
    """The chapter "Om tallene" lists each figure that is in no total, with the reason."""
    found = {row[0]: row[2] for row in rows_of(report_2014.om_tallene.ikke_talt_med)}
    assert found["TMF: Kajakroernes affaldsdag i Københavns Havn, frivillige"] == "talt med i »Ren Kærlighed til KBH«"
    assert found["NET: Øvrige kurser i forvaltningerne, kurser"] == "hører til et andet år"


def test_open_ends_are_listed(report_2014: Statusrapport) -> None:
    """A figure without an upper or a lower bound is named with the bound that it lacks."""
    found = {row[1]: row[2] for row in rows_of(report_2014.om_tallene.aabne_ender)}
    assert found["over 100 deltagere (ansatte)"] == "øvre grænse kendes ikke"
    assert found["op mod 10.000 frivillige"] == "nedre grænse kendes ikke"
    assert found["mange frivillige"] == "ubestemt antal"


def test_indsatser_outside_the_year_are_listed_as_such(report_2014: Statusrapport) -> None:
    """What ended, or belongs to other years, is listed and never summed."""
    found = {row[1]: row[4] for row in rows_of(report_2014.om_tallene.kun_naevnt)}
    assert found["Frivillighedsnetværket"] == "ophørt"
    assert found["Øvrige kurser i forvaltningerne"] == "andet år"


def test_remarks_stand_once_with_what_they_are_about(report_2014: Statusrapport) -> None:
    """A declared doubt is printed in its writer's words, also the policy's own."""
    titles = [one.titel for one in report_2014.om_tallene.bemaerkninger]
    assert len(titles) == len(set(titles))
    assert titles[0] == "TMF, Grøn frivillighed: projekter"
    assert titles[-1] == "Frivillighedspolitik 2011-2014"


def test_accepted_findings_are_printed_with_their_reason(make_report: MakeReport) -> None:
    """What the report accepts stands with place, message, reason and code, once for the same reason."""
    kind = Kind("FR997", Severity.ADVARSEL, "Prøve", "", "", "")
    places = [Location("indberetninger/2014/tmf.yaml", 3, 1), Location("indberetninger/2014/sof.yaml", 2, 1)]
    accepted = tuple(AcceptedProblem(Problem(one, kind, "Noget er galt."), "Det er rigtigt.") for one in places)
    report = make_report({"2014/tmf.yaml": status_file("TMF")}, accepted=accepted)
    assert rows_of(report.om_tallene.accepteret) == [
        [
            "Noget er galt.",
            "indberetninger/2014/sof.yaml:2:1, indberetninger/2014/tmf.yaml:3:1",
            "Det er rigtigt.",
            "FR997",
        ]
    ]


def test_no_accepted_finding_is_said_in_words(report_2014: Statusrapport, markdown_2014: str) -> None:
    """Without accepted findings there is a sentence and no table."""
    assert report_2014.om_tallene.accepteret is None
    assert "Ingen fund i filerne er accepteret." in markdown_2014
