"""The kort udgave: its message, its figures, and who has contributed."""

from pathlib import Path

from frivilligrapport.documents.types.kort_udgave import KortUdgave, short_edition
from support.folders.work_folder import RAPPORT, status_file, write_folder
from support.reports import ground, rows_of


def edition(root: Path) -> KortUdgave:
    """Make the kort udgave of 2014."""
    found = ground(root).report
    assert found is not None
    return short_edition(found)


def with_points(field: str, many: int) -> str:
    """Write a rapport.yaml with points."""
    return RAPPORT + f"{field}:\n" + "".join(f"  - titel: Punkt {n}\n    tekst: Om {n}. Mere.\n" for n in range(many))


def test_the_message_is_that_of_the_report_s_first_page(tmp_path: Path) -> None:
    """The first three of `hovedbudskaber`, with figures as the register has them and with their doubt."""
    points = "".join(f"  - **Punkt {n}.** Der kom [tal 2014.tmf.frivillige].\n" for n in range(5))
    own = "nøgletal:\n  - tal: 2014.tmf.frivillige\n    tekst: De hjalp. Og mere.\n    forbehold: Det er et skøn.\n"
    body = "indsatser: ingen\ntal:\n  frivillige: ca. 15\n"
    files = {
        "2014/tmf.yaml": status_file("TMF", body),
        "2014/rapport.yaml": f"{RAPPORT}hovedbudskaber: |\n{points}{own}",
    }
    found = edition(write_folder(tmp_path, files))
    assert found.vigtigst.tekst.splitlines() == [f"- **Punkt {n}.** Der kom ca. 15 frivillige." for n in range(3)]
    assert found.vigtigst.forbehold == ("Ca. 15 frivillige: Det er et skøn.",)
    assert [(one.tal.tekst, one.tekst, one.forbehold) for one in found.tal] == [
        ("ca. 15 frivillige", "De hjalp. Og mere.", "Det er et skøn.")
    ]


def test_without_points_the_message_is_made_by_the_same_rule(tmp_path: Path) -> None:
    """It says what the report's first page says then, and the figures are the year's largest."""
    body = "indsatser: ingen\ntal:\n  frivillige: ca. 15\n  møder: 3\n"
    found = edition(write_folder(tmp_path, {"2014/tmf.yaml": status_file("TMF", body)}))
    assert found.vigtigst.tekst == ""
    assert found.vigtigst.punkter[0].startswith("Modtaget fra 1 af 3 forvaltninger.")
    assert [one.tal.tekst for one in found.tal] == ["ca. 15 frivillige", "3 møder"]


def test_what_has_no_room_is_left_out_and_counted(tmp_path: Path) -> None:
    """A point without room for one sentence is left out, and so is what a figure tells; that it is doubtful is said."""
    long = "ord " * 120
    own = f"hovedbudskaber: |\n  - {long}\n  - Kort nok.\n"
    told = f"nøgletal:\n  - tal: 2014.tmf.frivillige\n    tekst: {long}\n    forbehold: {long}\n"
    body = "indsatser: ingen\ntal:\n  frivillige: ca. 15\n"
    files = {"2014/tmf.yaml": status_file("TMF", body), "2014/rapport.yaml": f"{RAPPORT}{own}{told}"}
    found = edition(write_folder(tmp_path, files))
    assert found.vigtigst.tekst == "- Kort nok."
    assert [(one.tekst, one.forbehold) for one in found.tal] == [("", "Det står i statusrapporten.")]


def test_the_coordinator_s_own_points_say_more(tmp_path: Path) -> None:
    """`kort` in rapport.yaml stands beside the message, in place of the tendencies."""
    text = with_points("kort", 2) + with_points("tendenser", 4).removeprefix(RAPPORT).replace("Punkt", "Tendens")
    found = edition(write_folder(tmp_path, {"2014/rapport.yaml": text}))
    assert found.punkter_titel == "Mere fra året"
    assert [(one.titel, one.tekst) for one in found.punkter] == [("Punkt 0", "Om 0. Mere."), ("Punkt 1", "Om 1. Mere.")]


def test_without_them_the_tendencies_are_shown(tmp_path: Path) -> None:
    """At most four of them."""
    found = edition(write_folder(tmp_path, {"2014/rapport.yaml": with_points("tendenser", 6)}))
    assert found.punkter_titel == "Årets tendenser"
    assert [one.titel for one in found.punkter] == [f"Punkt {n}" for n in range(4)]


def test_every_forvaltning_is_named(tmp_path: Path) -> None:
    """Also those that have not contributed, and what is not known is said to be so."""
    body = "indsatser: ingen\ntal:\n  frivillige: ca. 15\n"
    files = {"2014/tmf.yaml": status_file("TMF", body), "2014/sof.yaml": "forvaltning: [SOF\n"}
    found = edition(write_folder(tmp_path, files))
    assert found.afleveret.startswith("Modtaget fra 1 af 3 forvaltninger. Der mangler ØKF.")
    assert rows_of(found.bidrag) == [
        ["Teknik- og Miljøforvaltningen (TMF)", "0", "ca. 15 frivillige"],
        ["Socialforvaltningen (SOF)", "kendes ikke", "kendes ikke"],
        ["Økonomiforvaltningen (ØKF)", "kendes ikke", "kendes ikke"],
    ]
