"""The kort udgave's second page."""

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


def test_the_coordinator_s_own_points_come_first(tmp_path: Path) -> None:
    """`kort` in rapport.yaml is what the short edition shows, whatever tendencies there are."""
    text = with_points("kort", 2) + with_points("tendenser", 4).removeprefix(RAPPORT).replace("Punkt", "Tendens")
    found = edition(write_folder(tmp_path, {"2014/rapport.yaml": text}))
    assert found.punkter_titel == "Det vigtigste"
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
    assert rows_of(found.bidrag) == [
        ["Teknik- og Miljøforvaltningen (TMF)", "klar", "0", "ca. 15 frivillige"],
        ["Socialforvaltningen (SOF)", "modtaget, men kan ikke læses", "kendes ikke", "kendes ikke"],
        ["Økonomiforvaltningen (ØKF)", "ikke modtaget", "kendes ikke", "kendes ikke"],
    ]
    assert rows_of(found.gennemfoert) == [["ca. 15 frivillige", "tal fra 1 af 3 forvaltninger: TMF", "Cirka: 13-17"]]
