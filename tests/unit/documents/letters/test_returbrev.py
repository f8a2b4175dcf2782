"""The returbrev says of every figure whether it counts, and of every finding where it is."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from frivilligrapport.documents.types.returbrev import DOCUMENT, Returbrev
from frivilligrapport.rules.run import examine_for_build
from support.folders.work_folder import RAPPORT, status_file, write_folder
from support.reports import ground, rows_of

INDSATS = "  - id: {0}\n    navn: {1}\n    tilstand: afholdt\n"


def letters(root: Path, *, draft: bool = False) -> Mapping[str, Returbrev]:
    """Write the letters of 2014, by document name."""
    year_data = ground(root, draft=draft)
    findings = examine_for_build(year_data.samling, year_data.aargang)
    full = replace(year_data, accepted=findings.accepted, open_problems=findings.open)
    made = {one.name: one.value for one in DOCUMENT.make(full)}
    return {name: value for name, value in made.items() if isinstance(value, Returbrev)}


def fates(found: Returbrev) -> dict[str, str]:
    """Give what became of each figure."""
    return {row[0]: row[2] for row in rows_of(found.tal)}


def test_each_figure_says_whether_it_counts(tmp_path: Path) -> None:
    """What counts says in which total, and what does not says why, in words without blame."""
    body = (
        "indsatser:\n"
        + INDSATS.format("a", "Have")
        + "    tal:\n      projekter:\n        antal: 21\n        forrige_år: 12\n        på_vej: 9\n"
        "        på_vej_med_i_antal: nej\n        heraf:\n          grønne: 4\n"
        "      møder: mange\n      gæster: uoplyst\n"
        + INDSATS.format("b", "Bed")
        + "    hører_til: a\n    tal:\n      projekter: 2\n"
        + INDSATS.format("c", "Kurser")
        + "    fælles:\n      id: k\n      med: [SOF]\n      tæller_hos: SOF\n    tal:\n      kurser: 3\n"
    )
    shared = (
        "indsatser:\n"
        + INDSATS.format("k", "Kurser")
        + ("    fælles:\n      id: k\n      med: [TMF]\n      tæller_hos: SOF\n    tal:\n      kurser: 3\n")
    )
    files = {"2014/tmf.yaml": status_file("TMF", body), "2014/sof.yaml": status_file("SOF", shared)}
    found = letters(write_folder(tmp_path, files))["returbrev-tmf"]
    assert fates(found) == {
        "Have: projekter": "Tæller med i projekter, gennemført.",
        "Have: projekter i 2013": "Vises ved siden af årets tal og lægges ikke til.",
        "Have: projekter på vej": "Tæller med i projekter, kommende.",
        "Have: projekter, heraf grønne": "Vises som en del af et andet tal og lægges aldrig til.",
        "Have: møder": "Tæller med i møder, gennemført, som et ubestemt antal.",
        "Have: gæster": "Står som uoplyst, så alle kan se, at tallet ikke kendes.",
        "Bed: projekter": "Er talt med i »Have« og lægges ikke til en gang mere.",
        "Kurser: kurser": "Tælles hos SOF, så det samme ikke tælles to gange.",
    }
    assert found.opsummering == "4 af jeres 8 tal indgår i årets samlede tal. For hvert af de andre står der hvorfor."


def test_what_others_told_is_shown_to_the_owner(tmp_path: Path) -> None:
    """A figure that another forvaltning reported and that counts here is named with its place."""
    shared = (
        "indsatser:\n"
        + INDSATS.format("k", "Kurser")
        + ("    fælles:\n      id: k\n      med: [SOF]\n      tæller_hos: TMF\n    tal:\n      kurser: 3\n")
    )
    files = {"2014/tmf.yaml": status_file("TMF"), "2014/sof.yaml": status_file("SOF", shared)}
    both = letters(write_folder(tmp_path, files))
    assert rows_of(both["returbrev-tmf"].tal_fra_andre) == [
        ["Kurser: kurser", "3", "SOF har oplyst det, og det tæller hos jer.", "indberetninger/2014/sof.yaml:18:15"]
    ]
    (fate,) = fates(both["returbrev-sof"]).values()
    assert fate == "Tæller med hos TMF, som ejer indsatsen, men ikke selv har oplyst et tal."


def test_only_the_file_s_own_findings(tmp_path: Path) -> None:
    """A letter tells nothing of the others' files, nor that the file is a draft, which is no mistake."""
    slip = status_file("TMF", "indsatser: ingen\ntal:\n  projekterr: 3\n").replace(
        "filstatus: klar", "filstatus: udkast"
    )
    files = {"2014/tmf.yaml": slip, "2014/sof.yaml": "forvaltning: [SOF\n"}
    both = letters(write_folder(tmp_path, files), draft=True)
    (found,) = both["returbrev-tmf"].fund
    assert (found.sted, found.vaegt, found.kode) == ("Linje 11, tegn 3", "skal rettes", "FR324")
    assert "SOF" not in str(both["returbrev-tmf"])
    assert both["returbrev-tmf"].hoved.udkast == "Rapporten er ikke færdig, så noget kan nå at blive ændret."


def test_an_unreadable_file_gets_a_letter_and_a_missing_one_none(tmp_path: Path) -> None:
    """The one can be put right; the other is reminded by `status --reminder`."""
    made = letters(write_folder(tmp_path, {"2014/sof.yaml": "forvaltning: [SOF\n"}), draft=True)
    assert list(made) == ["returbrev-sof"]
    assert made["returbrev-sof"].tal is None
    assert (
        made["returbrev-sof"]
        .indledning[0]
        .endswith("Programmet kan ikke læse den, så ingen af jeres tal er med endnu.")
    )
    assert [one.kode for one in made["returbrev-sof"].fund] == ["FR037"]


def test_how_to_answer(tmp_path: Path) -> None:
    """The file, the command and the deadline are named."""
    files = {"2014/tmf.yaml": status_file("TMF"), "2014/rapport.yaml": f"{RAPPORT}frist: 2015-03-01\n"}
    found = letters(write_folder(tmp_path, files))["returbrev-tmf"]
    assert found.svar[1] == "Se efter, om alt er i orden: frivilligrapport validate indberetninger/2014/tmf.yaml"
    assert found.svar[-1] == "Fristen er den 1. marts 2015."
    assert found.indledning[-1] == "Er noget forkert, så ret det senest den 1. marts 2015."
