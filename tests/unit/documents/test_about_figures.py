"""The chapter "Om tallene", and the tables behind it."""

import re

from frivilligrapport.documents.types.statusrapport import Statusrapport
from frivilligrapport.documents.types.tabelbilag import Tabelbilag
from frivilligrapport.problems import Kind, Location, Problem, Severity
from frivilligrapport.rules.acceptance.by_report import AcceptedProblem
from support.folders.work_folder import RAPPORT, status_file
from support.reports import MakeAppendix, MakeReport, as_text, rows_of

_FEAST = (
    "indsatser:\n  - id: fest\n    navn: Havnens store fest\n    art: arrangement\n    tilstand: afholdt\n"
    "    periode: 2014-08-01\n    tal:\n      gæster: 100\n"
)


def test_the_convention_for_ca_is_the_year_s_own(make_report: MakeReport) -> None:
    """The chapter "Om tallene" gives the margin that the figures were counted with."""
    rapport = RAPPORT + "indstillinger:\n  ca_usikkerhed: 5 %\n"
    report = make_report({"2014/rapport.yaml": rapport, "2014/tmf.yaml": status_file("TMF")})
    (words,) = [one.punkter for one in report.om_tallene.forklaringer if one.id == "metode-ord"]
    assert words[0].startswith("»Ca.« er regnet som plus eller minus 5\u00a0%, rundet udad.")


def test_figures_that_do_not_count_say_why(appendix_2014: Tabelbilag) -> None:
    """The tabelbilag lists each figure that is in no total, with the reason."""
    found = {row[0]: row[2] for row in rows_of(appendix_2014.grundlag.ikke_talt_med)}
    assert found["TMF: Kajakroernes affaldsdag i Københavns Havn, frivillige"] == "talt med i »Ren Kærlighed til KBH«"
    assert found["NET: Øvrige kurser i forvaltningerne, kurser"] == "hører til et andet år"


def test_the_chapter_counts_as_many_figures_as_the_appendix(
    report_2014: Statusrapport, appendix_2014: Tabelbilag
) -> None:
    """The figures that the chapter says there are, are those that the tabelbilag has by forvaltning."""
    points = {one.id: " ".join(one.punkter) for one in report_2014.om_tallene.forklaringer}
    said = re.findall(r"(?:Filerne har|oplyst for [0-9]+ af) ([0-9]+) tal", " ".join(points.values()))
    by_forvaltning = sum(int(row[-3]) for row in rows_of(appendix_2014.grundlag.daekning) if row[-3].isdecimal())
    assert {int(one) for one in said} == {by_forvaltning}


def test_open_ends_are_listed(appendix_2014: Tabelbilag) -> None:
    """A figure without an upper or a lower bound is named with the bound that it lacks."""
    found = {row[1]: row[2] for row in rows_of(appendix_2014.grundlag.aabne_ender)}
    assert found["over 100 deltagere (ansatte)"] == "øvre grænse kendes ikke"
    assert found["op mod 10.000 frivillige"] == "nedre grænse kendes ikke"
    assert found["mange frivillige"] == "ubestemt antal"


def test_indsatser_outside_the_year_are_listed_as_such(appendix_2014: Tabelbilag) -> None:
    """What ended, or belongs to other years, is listed and never summed."""
    found = {row[1]: row[4] for row in rows_of(appendix_2014.grundlag.kun_naevnt)}
    assert found["Frivillighedsnetværket"] == "ophørt"
    assert found["Øvrige kurser i forvaltningerne"] == "andet år"


def test_remarks_stand_once_with_what_they_are_about(report_2014: Statusrapport) -> None:
    """A declared doubt is printed in its writer's words; the policy's own stands in the chapter about it."""
    titles = [one.titel for one in report_2014.om_tallene.bemaerkninger]
    assert len(titles) == len(set(titles))
    assert titles[0] == "TMF, Grøn frivillighed: projekter"
    assert "Frivillighedspolitik 2011-2014" not in titles
    assert report_2014.politik is not None
    assert "2012" in report_2014.politik.bemaerkning


def test_accepted_findings_are_listed_with_their_reason(make_appendix: MakeAppendix) -> None:
    """What the report accepts stands with place, message, reason and code, once for the same reason."""
    kind = Kind("FR997", Severity.ADVARSEL, "Prøve", "", "", "")
    places = [Location("indberetninger/2014/tmf.yaml", 3, 1), Location("indberetninger/2014/sof.yaml", 2, 1)]
    accepted = tuple(AcceptedProblem(Problem(one, kind, "Noget er galt."), "Det er rigtigt.") for one in places)
    appendix = make_appendix({"2014/tmf.yaml": status_file("TMF")}, accepted=accepted)
    assert rows_of(appendix.grundlag.accepteret) == [
        [
            "Noget er galt.",
            "indberetninger/2014/sof.yaml:2:1, indberetninger/2014/tmf.yaml:3:1",
            "Det er rigtigt.",
            "FR997",
        ]
    ]


def test_no_accepted_finding_is_said_in_words(appendix_2014: Tabelbilag) -> None:
    """Without accepted findings there is a sentence and no table."""
    assert appendix_2014.grundlag.accepteret is None
    assert "Ingen fund i filerne er accepteret." in as_text(appendix_2014, "md")


def test_what_is_accepted_is_told_in_words(make_report: MakeReport) -> None:
    """The chapter says what and why, whose it is by acronym, the same once, and neither code nor path."""
    kind = Kind("FR997", Severity.ADVARSEL, "Noget er uklart", "", "", "")
    files = {f"2014/{one}.yaml": status_file(one.upper()) for one in ("tmf", "sof")}
    places = [Location(f"indberetninger/2014/{one}.yaml", 2, 1) for one in ("sof", "tmf", "rapport")]
    accepted = tuple(AcceptedProblem(Problem(one, kind, "Fund."), "Det er rigtigt.") for one in places)
    report = make_report({**files, "2014/oekf.yaml": status_file("ØKF")}, accepted=accepted)
    assert [(one.titel, one.tekst) for one in report.om_tallene.accepteret] == [
        ("Noget er uklart", "TMF og SOF: Det er rigtigt.")
    ]
    assert not re.search(r"FR997|\.yaml", as_text(report, "md"))


def test_shared_figures_that_differ_are_told(make_report: MakeReport) -> None:
    """Where two say different numbers of one shared thing, the chapter says both, and which counts."""
    body = _FEAST + "    fælles:\n      id: fest\n      med: [TMF, SOF]\n      tæller_hos: TMF\n"
    files = {
        "2014/tmf.yaml": status_file("TMF", body),
        "2014/sof.yaml": status_file("SOF", body.replace("100", "200")),
        "2014/oekf.yaml": status_file("ØKF"),
    }
    (conflicts,) = [one.punkter for one in make_report(files).om_tallene.forklaringer if one.id == "uenighed"]
    assert conflicts == ("Om »Havnens store fest« siger TMF 100 gæster og SOF 200. Tallet fra TMF er talt med.",)
