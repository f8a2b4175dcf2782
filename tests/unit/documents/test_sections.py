"""The chapters that gather what several say: shared work, proposals, appendices, preconditions."""

from frivilligrapport.documents.types.statusrapport import Statusrapport
from frivilligrapport.documents.types.tabelbilag import Tabelbilag
from support.folders.work_folder import RAPPORT, status_file
from support.reports import MakeReport, as_text, rows_of


def test_shared_work_names_reporters_owner_and_the_silent(report_2014: Statusrapport) -> None:
    """Each shared thing stands once, with who reports it, who says nothing and where it counts."""
    assert report_2014.faelles is not None
    assert rows_of(report_2014.faelles) == [
        ["Naturens Dag i Valby", "TMF", "ØKF", "TMF"],
        ["Mosetræf", "TMF", "ØKF", "TMF"],
        ["Foreningsportal", "BUF", "KFF", "BUF"],
        ["Det Europæiske Melodi Grand Prix", "ØKF", "KFF", "KFF"],
    ]


def test_gross_and_net_are_both_printed(appendix_2014: Tabelbilag) -> None:
    """The three courses that two report are seven courses gross, and four to seven when they may be the same."""
    assert rows_of(appendix_2014.faelles[1]) == [["kurser, gennemført", "7", "4-7"]]


def test_proposals_that_nobody_made_are_said_to_be_missing(report_2014: Statusrapport, markdown_2014: str) -> None:
    """Without proposals the first pages say so plainly, with who names none, and there is no chapter of them."""
    forslag = report_2014.forslag
    assert forslag.politik == "Frivillighedspolitik 2011-2014"
    assert "Netværket skal foreslå nye initiativer, som kan gælde én eller flere forvaltninger." in forslag.krav
    assert forslag.indledning == "Rapporten har ingen forslag til nye initiativer."
    assert forslag.svar == ("Ingen forvaltning nævner forslag.",)
    assert f"Rapporten har ingen forslag til nye initiativer. {forslag.svar[0]}" in markdown_2014
    assert "## Forslag til nye initiativer" not in markdown_2014


def test_proposals_are_gathered_with_their_sender(make_report: MakeReport) -> None:
    """A proposal says whose it is, and each kind of answer has its own line."""
    proposing = status_file("TMF").replace("forslag: ingen", "forslag:\n  - titel: Fælles have\n    gælder_for: [SOF]")
    report = make_report({"2014/tmf.yaml": proposing, "2014/sof.yaml": status_file("SOF")}, draft=True)
    (forslag,) = report.forslag.forslag
    assert (forslag.titel, forslag.fra, forslag.gaelder_for) == ("Fælles have", "Teknik- og Miljøforvaltningen", "SOF")
    assert report.forslag.svar == ("Har stillet forslag: TMF.", "Ikke modtaget: ØKF.", "Svarer, at de ingen har: SOF.")
    assert "Fra Teknik- og Miljøforvaltningen. Gælder for SOF." in as_text(report, "md")


def test_an_appendix_is_printed_or_its_absence_explained(make_report: MakeReport) -> None:
    """A text is set, another file is pointed to, and a missing one says why."""
    rapport = RAPPORT + (
        "bilag:\n"
        "  - nummer: 1\n    titel: Tekst\n    fil: bilag/tekst.md\n"
        "  - nummer: 2\n    titel: Billede\n    fil: bilag/kort.png\n"
        "  - nummer: 3\n    titel: Borte\n    mangler: Den er ikke fundet.\n"
    )
    files = {
        "2014/rapport.yaml": rapport,
        "2014/bilag/tekst.md": "# Politik\n\nVi vil.",
        "2014/bilag/kort.png": b"\x89PNG",
    }
    report = make_report({**files, "2014/tmf.yaml": status_file("TMF")})
    assert [(one.titel, one.besked) for one in report.bilag] == [
        ("Bilag 1: Tekst", ""),
        ("Bilag 2: Billede", "Bilaget ligger for sig selv i filen bilag/kort.png."),
        ("Bilag 3: Borte", "Bilaget mangler. Den er ikke fundet."),
    ]
    assert "### Bilag 1: Tekst\n\n#### Politik\n\nVi vil.\n" in as_text(report, "md")


def test_preconditions_name_their_initiatives_or_say_there_are_none(report_2014: Statusrapport) -> None:
    """The fourth precondition of 2014 has no initiative, and the report says so."""
    assert report_2014.netvaerk is not None
    found = {one.navn: one.initiativer for one in report_2014.netvaerk.forudsaetninger}
    assert (
        found["Kendskab til reglerne"] == "Initiativer: Håndbog om frivilligsamarbejde og Kampagneside på intranettet."
    )
    assert found["Ressourcer"] == "Ingen initiativer er knyttet til denne forudsætning."


def test_the_imprint_says_what_is_not_told(report_2014: Statusrapport) -> None:
    """What the colophon does not know is said once, and a report without a date of its own shows none."""
    lines = dict(report_2014.kolofon)
    assert lines["Tovholder"] == "Kultur- og Fritidsforvaltningen"
    assert lines["Ikke oplyst"] == "udgivelsesdag, redaktion, kontakt, ISBN og frist for bidrag"
    assert "ikke oplyst" not in lines.values()
    assert report_2014.forside.dato == ""


def test_a_place_names_its_bydel_where_it_is_told(report_2014: Statusrapport) -> None:
    """That a bydel is not told is no news of the indsats, and is not said at each place."""
    shown = [one for chapter in report_2014.forvaltninger for part in chapter.afsnit for one in part.indsatser]
    facts = " ".join(one.oplysninger for one in shown)
    assert "Steder: Urbanplanen (Amager Vest)." in facts
    assert "Steder: Utterslev Mose." in facts
