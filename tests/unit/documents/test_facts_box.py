"""The box that opens a chapter: what a forvaltning has told, and each kind of absence in its own words."""

import pytest

from frivilligrapport.documents.types.statusrapport import Statusrapport
from frivilligrapport.documents.types.tabelbilag import Tabelbilag
from support.folders.work_folder import status_file
from support.reports import MakeReport, facts, rows_of

NO_VOLUNTEERS = "Forvaltningen har ikke oplyst tal for frivillige."
TMF_VOLUNTEERS = "ca. 15 og et ubestemt antal frivillige"


@pytest.mark.parametrize(
    ("forvaltning", "volunteers", "others"),
    [
        (
            "TMF",
            "ca. 15 og et ubestemt antal frivillige",
            "21 projekter; flere legepladser",
        ),
        ("SOF", NO_VOLUNTEERS, "over 100 deltagere (ansatte); flere workshops; 4 møder"),
        ("KFF", "op mod 10.000 frivillige (oplyst af ØKF)", "4 kurser; 2.600 medlemmer"),
        ("BUF", NO_VOLUNTEERS, "et ubestemt antal skoler"),
        ("SUF", NO_VOLUNTEERS, "44 plejecentre; 5 brobyggere (ansatte); nogle grupper"),
        (
            "BIF",
            NO_VOLUNTEERS,
            (
                "3 og et ubestemt antal møder; 61 foreninger; 20.000-30.000 gæster; "
                "2 kursusgange; 6 organisationer (unge); 2 arrangementer"
            ),
        ),
        (
            "ØKF",
            "frivillige: uoplyst",
            "mange møder (borgermøder og høringer); diverse kampagner; 15 elever; 1 ansat (deltid)",
        ),
    ],
)
def test_the_facts_box_gives_each_forvaltning_s_own_figures(
    forvaltning: str, volunteers: str, others: str, report_2014: Statusrapport
) -> None:
    """The box says what counts for the forvaltning, in its own words, or that it has told nothing."""
    box = facts(report_2014, forvaltning)
    assert box["Frivillige"] == volunteers
    assert box["Andre tal"] == others


def test_a_facts_box_is_short(report_2014: Statusrapport) -> None:
    """The box holds udvalg, indsatser and figures; a contact or proposals that nobody has told of are left out."""
    assert facts(report_2014, "TMF") == {
        "Udvalg": "Teknik- og Miljøudvalget",
        "Indsatser": "14 registrerede: 10 gennemførte og 4 kommende",
        "Frivillige": TMF_VOLUNTEERS,
        "Andre tal": "21 projekter; flere legepladser",
        "Kommende": "9 projekter",
    }


def test_a_shared_mailbox_is_told(make_report: MakeReport) -> None:
    """Whom to write to stands in the box where there is a mailbox: a function and an address, never a person."""
    contact = "kontakt:\n  funktion: Frivilligkoordinatoren\n  postkasse: frivillig@provekobing.example\n"
    report = make_report({"2014/tmf.yaml": status_file("TMF", f"{contact}indsatser: ingen\n")})
    assert facts(report, "TMF")["Kontakt"] == "Frivilligkoordinatoren, frivillig@provekobing.example"


def test_whom_and_where_stand_in_the_tabelbilag(appendix_2014: Tabelbilag) -> None:
    """Whom each works for, with whom, on what and where, in alphabetical order, with what is not known."""
    found = {row[0]: row[1:] for row in rows_of(appendix_2014.hvem_og_hvor)}
    assert found["TMF"] == [
        "borgere, frivillige naturplejere og kajakroere",
        (
            "andre aktører, Danmarks Naturfredningsforening, frivillige, kajakroere, lokaludvalg, naturskoler og "
            "områdefornyelser"
        ),
        "grøn, leg, organisation, politik og ren by",
        "Nørrebro, Valby og Vanløse; ikke oplyst for 6 steder",
    ]


def test_figures_told_for_another_are_shown_with_the_owner(report_2014: Statusrapport) -> None:
    """A figure that counts elsewhere stands in its reporter's box, and says where."""
    assert facts(report_2014, "ØKF")["Tælles hos andre"] == "op mod 10.000 frivillige (tælles hos KFF)"


def test_contributors_are_counted_and_the_missing_named(make_report: MakeReport) -> None:
    """A forvaltning with contributors says how many have delivered, and names the others."""
    body = "".join(
        f"  - navn: {navn} Lokaludvalg\n    status: {status}\n"
        for navn, status in (("Valby", "ikke modtaget"), ("Vanløse", "modtaget"), ("Østerbro", "ikke modtaget"))
    )
    report = make_report({"2014/oekf.yaml": status_file("ØKF", f"bidragydere:\n{body}indsatser: ingen\n")})
    assert facts(report, "ØKF")["Bidrag"] == (
        "modtaget fra 1 af 3 bidragydere; mangler fra Valby Lokaludvalg og Østerbro Lokaludvalg"
    )


@pytest.mark.parametrize(
    ("body", "line", "text"),
    [
        ("indsatser: ingen\n", "Indsatser", "ingen, svarer forvaltningen"),
        ("indsatser: uoplyst\n", "Indsatser", "ikke oplyst"),
        ("indsatser: ingen\n", "Perspektiver", "ingen, svarer forvaltningen"),
        ("indsatser: ingen\n", "Forslag", "ingen, svarer forvaltningen"),
        ("indsatser: ingen\n", "Andre tal", "ikke oplyst"),
        ("indsatser: ingen\ntal:\n  frivillige: ikke relevant\n", "Frivillige", "frivillige: ikke relevant"),
        ("indsatser: ingen\ntal:\n  frivillige: uoplyst\n", "Frivillige", "frivillige: uoplyst"),
        ("indsatser: ingen\ntal:\n  frivillige: 0\n", "Frivillige", "0 frivillige"),
        ("indsatser: ingen\n", "Frivillige", NO_VOLUNTEERS),
    ],
)
def test_each_kind_of_absence_has_its_own_words(make_report: MakeReport, body: str, line: str, text: str) -> None:
    """None, unknown, not relevant, zero and not told are five different things."""
    assert facts(make_report({"2014/tmf.yaml": status_file("TMF", body)}), "TMF")[line] == text
