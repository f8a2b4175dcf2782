"""The report's first pages: what must be known, the figures that can be used, and each forvaltning in a line."""

import pytest

from frivilligrapport.documents.types.statusrapport import Statusrapport
from frivilligrapport.problems import Kind, Location, Problem, Severity
from frivilligrapport.rules.acceptance.by_report import AcceptedProblem
from support.folders.work_folder import RAPPORT, status_file
from support.reports import MakeReport, as_text

FIGURES = (
    "indsatser:\n  - id: fest\n    navn: Gadefest\n    tilstand: afholdt\n    tal:\n      frivillige: op mod 500\n"
    "      gæster: 2.600\n  - id: have\n    navn: Byhave\n    tilstand: planlagt\n    tal:\n      projekter: 3\n"
)
ONE = (
    "kommune: Prøvekøbing\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik- og Miljøforvaltningen\n"
)
FILES = {
    "2014/tmf.yaml": status_file("TMF", FIGURES),
    "2014/sof.yaml": status_file("SOF"),
    "2014/oekf.yaml": status_file("ØKF"),
}
LINE = FILES["2014/tmf.yaml"].splitlines().index("      frivillige: op mod 500") + 1
DOUBT = AcceptedProblem(
    Problem(
        Location("indberetninger/2014/tmf.yaml", LINE, 19),
        Kind("FR375", Severity.ADVARSEL, "Prøve", "", "", ""),
        "Det er mange.",
        subject="fest",
    ),
    "Ingen har talt efter",
)


def with_texts(texts: str) -> dict[str, str]:
    """Give a year's files with more texts in rapport.yaml."""
    return {**FILES, "2014/rapport.yaml": RAPPORT + texts}


def test_the_report_begins_with_what_must_be_known(html_2014: str) -> None:
    """In the page's own order nothing but the cover stands before the first sentence of prose."""
    places = [html_2014.index(one) for one in ("<h1>", "Området vejer ikke mindre", "Indhold</h2>", "Forord</h2>")]
    assert places == sorted(places)


def test_points_have_their_figures_from_the_register(make_report: MakeReport) -> None:
    """A figure is put in as the register has it, with its reservation, or with the coverage of a total."""
    text = "hovedbudskaber: |\n  - Der kom [tal 2014.tmf.fest.gaester].\n  - I alt hjalp [tal 2014.frivillige].\n"
    report = make_report(with_texts(text))
    assert report.vigtigst.punkter == ()
    assert "kom 2.600 gæster." in report.vigtigst.tekst
    assert "hjalp op mod 500 frivillige" in report.vigtigst.tekst
    assert "tal fra 1 af 3 forvaltninger" in report.vigtigst.tekst
    assert "- Der kom 2.600 gæster." in as_text(report, "md")


def test_where_all_have_told_nobody_knows_but_how_many_people_it_is(make_report: MakeReport) -> None:
    """Registrations are not heads; where only one thing is told of, there is nothing that nobody knows."""
    alone = {"2014/tmf.yaml": FILES["2014/tmf.yaml"], "kommune.yaml": ONE}
    assert make_report(alone).vigtigst.uvist == ()
    both = FIGURES.replace("      gæster", "      frivillige (børn): 3\n      gæster")
    told = make_report({**alone, "2014/tmf.yaml": status_file("TMF", both)}).vigtigst.uvist
    first = "Der er tal for frivillige fra 1 af 1 forvaltning."
    assert told == (
        f"{first} Hvor mange forskellige mennesker det er, ved ingen: Den samme kan være talt med flere gange.",
    )


def test_what_several_report_is_one_indsats(make_report: MakeReport) -> None:
    """The first page counts a shared thing once, as the totals do, and says ingen for none."""
    shared = FIGURES.replace("    tilstand: afholdt\n", "    tilstand: afholdt\n    fælles: {}\n").replace(
        "{}", "\n      id: fest\n      med: [TMF, SOF]\n      tæller_hos: TMF"
    )
    shared = shared[: shared.index("  - id: have")]
    files = {**FILES, "2014/tmf.yaml": status_file("TMF", shared), "2014/sof.yaml": status_file("SOF", shared)}
    expected = "1 indsats er gennemført eller i gang i 2014, og ingen er på vej eller planlagt."
    assert make_report(files).vigtigst.punkter[1] == expected


def test_without_points_the_page_says_less(make_report: MakeReport) -> None:
    """By rule it says who has contributed, how much is registered, and whether anything is proposed."""
    assert make_report(FILES).vigtigst.punkter == (
        "Modtaget fra 3 af 3 forvaltninger.",
        "1 indsats er gennemført eller i gang i 2014, og 1 er på vej eller planlagt.",
        "Rapporten har ingen forslag til nye initiativer.",
    )


def test_what_nobody_knows_is_said(report_2014: Statusrapport) -> None:
    """How many volunteers there were is not known, and those who have not said are named."""
    assert report_2014.vigtigst.uvist[0].startswith(
        "Der er tal for frivillige fra 2 af 7 forvaltninger; KFF's er oplyst af ØKF. Hvor mange"
    )
    assert report_2014.vigtigst.uvist[1].startswith("Antallet af frivillige mangler fra SOF, BUF, SUF og BIF")


def test_a_key_figure_has_its_owner_and_its_doubt(report_2014: Statusrapport) -> None:
    """Each is a figure in the report's own words, with whose it is and what makes it doubtful."""
    found = {one.tal.tekst: one for one in report_2014.tal.tal}
    assert list(found) == [
        "21 projekter",
        "44 plejecentre",
        "2.600 medlemmer",
        "20.000-30.000 gæster",
        "over 100 deltagere (ansatte)",
        "op mod 10.000 frivillige",
    ]
    song = found["op mod 10.000 frivillige"]
    assert song.ejer == "Kultur- og Fritidsforvaltningen (oplyst af ØKF)"
    assert song.forbehold.startswith("Tallet er usandsynligt højt")
    assert all(one.ejer and one.forbehold and one.tal.henvisninger for one in report_2014.tal.tal)


def test_without_key_figures_the_largest_are_chosen(make_report: MakeReport) -> None:
    """By rule the volunteers come first, and what was accepted about a part is the doubt of the total."""
    report = make_report(FILES, accepted=(DOUBT,))
    assert [(one.tal.tekst, one.ejer) for one in report.tal.tal] == [
        ("op mod 500 frivillige", "Tal fra 1 af 3 forvaltninger: TMF"),
        ("2.600 gæster", "Tal fra TMF"),
    ]
    assert "Ingen har talt efter." in report.tal.tal[0].forbehold
    assert report.tal.tal[1].forbehold == ""


@pytest.mark.parametrize("named", [True, False])
def test_a_doubtful_figure_is_never_headlined_without_its_doubt(make_report: MakeReport, *, named: bool) -> None:
    """Below the points stands what makes a figure of theirs doubtful, in one's own words or the acceptance's."""
    text = "hovedbudskaber: Der hjalp [tal 2014.tmf.fest.frivillige], og der kom [tal 2014.tmf.fest.gaester].\n"
    own = "nøgletal:\n  - tal: 2014.TMF.fest.frivillige\n    tekst: De hjalp.\n    forbehold: Det er et skøn.\n"
    report = make_report(with_texts(text + own * named), accepted=(DOUBT,))
    why = "Det er et skøn." if named else "Ingen har talt efter."
    assert report.vigtigst.forbehold == (f"Op mod 500 frivillige: {why}",)
    assert f"**Forbehold.** Op mod 500 frivillige: {why}" in as_text(report, "md")


def test_only_a_change_that_is_certain_is_told(make_report: MakeReport, report_2014: Statusrapport) -> None:
    """12 and 21 are certain; about 20 against 21 is not."""
    assert report_2014.tal.aendringer == (
        "TMF: Grøn frivillighed, projekter: fra 12 i 2013 til 21 i 2014, stigning på 75\u00a0%.",
    )
    about = FIGURES.replace("gæster: 2.600", "gæster:\n        antal: 2.600\n        forrige_år: ca. 2.500")
    assert make_report({**FILES, "2014/tmf.yaml": status_file("TMF", about)}).tal.aendringer == ()


def test_each_forvaltning_has_a_line(make_report: MakeReport) -> None:
    """What it did with its figures, what is next and what it lacks; of what has not come it says so."""
    files = {one: text for one, text in FILES.items() if "oekf" not in one}
    report = make_report(files, draft=True)
    tmf, sof, oekf = report.kort
    assert [(one.navn, [shown.tekst for shown in one.tal]) for one in tmf.gjort] == [
        ("Gadefest", ["op mod 500 frivillige", "2.600 gæster"])
    ]
    assert ([one.navn for one in tmf.naeste], tmf.mangler) == (["Byhave"], "")
    assert (sof.gjort, sof.mangler) == ((), "antallet af frivillige")
    assert oekf.besked == "Bidraget er ikke modtaget."
    assert "**Mangler:** intet, som filen nævner." in as_text(report, "md")


def test_what_the_committee_can_take_up_stands_below(make_report: MakeReport, markdown_2014: str) -> None:
    """The proposals by name, or that there are none."""
    assert "### Det kan udvalget tage op\n\nRapporten har ingen forslag til nye initiativer." in markdown_2014
    proposing = FILES["2014/tmf.yaml"].replace("forslag: ingen", "forslag:\n  - titel: Fælles have")
    text = as_text(make_report({**FILES, "2014/tmf.yaml": proposing}), "md")
    assert "- Fælles have (fra Teknik- og Miljøforvaltningen)" in text


def test_an_open_double_count_is_told_with_the_total(make_report: MakeReport) -> None:
    """What a headlined total may count twice is its doubt on both pages, unless the report tells one of its own."""
    course = "indsatser:\n  - id: {}\n    navn: Kursus {}\n    tilstand: afholdt\n{}    tal:\n      kurser: 3\n"
    files = {
        "2014/tmf.yaml": status_file("TMF", course.format("a", "A", "")),
        "2014/sof.yaml": status_file("SOF", course.format("b", "B", "    måske_samme_som: [tmf/a]\n")),
        "2014/oekf.yaml": FILES["2014/oekf.yaml"],
        "2014/rapport.yaml": f"{RAPPORT}hovedbudskaber: Der var [tal 2014.kurser].\n",
    }
    report = make_report(files)
    said = "Det er ikke afgjort, om »Kursus A« (TMF) og »Kursus B« (SOF) er det samme."
    assert [one.startswith(said) for one in report.vigtigst.forbehold] == [True]
    assert said in next(one.forbehold for one in report.tal.tal if "kurser" in one.tal.tekst)
    own = "nøgletal:\n  - tal: 2014.kurser\n    tekst: De var fulde.\n    forbehold: Ingen ved, om det er 3 eller 6.\n"
    told = make_report({**files, "2014/rapport.yaml": files["2014/rapport.yaml"] + own})
    assert not any(one.startswith(said) for one in told.vigtigst.forbehold)
    assert told.tal.tal[0].forbehold == "Ingen ved, om det er 3 eller 6."
