"""The faktaark's sections, made from small work folders."""

from pathlib import Path

import pytest

from frivilligrapport.documents.types.faktaark import Faktaark, fact_sheet
from frivilligrapport.documents.year_data import ReportData
from support.folders.work_folder import RAPPORT, status_file, write_folder
from support.reports import ground, rows_of


def sheet(root: Path, forvaltning: str = "tmf") -> Faktaark:
    """Make a forvaltning's faktaark of 2014."""
    return fact_sheet(material(root), forvaltning)


def material(root: Path) -> ReportData:
    """Look everything up."""
    found = ground(root).report
    assert found is not None
    return found


def rows(found: Faktaark) -> list[list[str]]:
    """Give the table of figures as words."""
    assert found.indhold is not None
    return rows_of(found.indhold.tal)


@pytest.mark.parametrize(
    ("typed", "shown", "certainty"),
    [
        ("21", "21 frivillige", "Præcist tal"),
        ("ca. 15", "ca. 15 frivillige", "Cirka: 13-17"),
        ("over 100", "over 100 frivillige", "Mindst så mange"),
        ("op mod 10.000", "op mod 10.000 frivillige", "Højst så mange"),
        ("20-30", "20-30 frivillige", "Et sted imellem"),
        ("mange", "mange frivillige", "Nævnt uden et antal"),
        ("uoplyst", "frivillige: uoplyst", "Uoplyst: forvaltningen kender ikke tallet"),
    ],
)
def test_how_certain_a_figure_is(tmp_path: Path, typed: str, shown: str, certainty: str) -> None:
    """Beside each figure stands in words how it is to be read."""
    files = {"2014/tmf.yaml": status_file("TMF", f"indsatser: ingen\ntal:\n  frivillige: {typed}\n")}
    assert rows(sheet(write_folder(tmp_path, files))) == [[shown, "gennemført", certainty]]


def test_silence_about_volunteers_is_said(tmp_path: Path) -> None:
    """A file without a figure for volunteers has a row that says so, before all other figures."""
    files = {"2014/tmf.yaml": status_file("TMF", "indsatser: ingen\ntal:\n  projekter: 3\n")}
    found = sheet(write_folder(tmp_path, files))
    assert rows(found)[0] == ["frivillige: ikke oplyst", "gennemført", "Forvaltningen har ikke givet et tal"]
    assert found.besked == ("Ingen indsatser er registreret. Hvor mange frivillige der har været med, er ikke oplyst.")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, "Ingen tal: Forvaltningens bidrag er ikke modtaget."),
        ({"2014/tmf.yaml": "forvaltning: [TMF\n"}, "Ingen tal: Forvaltningens bidrag er modtaget, men kan ikke læses."),
        (
            {"2014/tmf.yaml": status_file("TMF")},
            "Ingen indsatser er registreret. Ingen tal oplyst.",
        ),
    ],
    ids=["missing", "unreadable", "empty"],
)
def test_absence_is_one_sentence(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    """Not delivered, unreadable and without figures are three different things."""
    assert sheet(write_folder(tmp_path, dict(files))).besked == expected


def test_sources_are_numbered_from_one(tmp_path: Path) -> None:
    """A page has its own list: only what it cites, in order, each with the place where it was typed."""
    other = status_file("SOF", "indsatser: ingen\ntal:\n  frivillige: 7\n")
    files = {
        "2014/sof.yaml": other,
        "2014/tmf.yaml": status_file("TMF", "indsatser: ingen\ntal:\n  frivillige: 5\n  møder: 2\n"),
    }
    found = sheet(write_folder(tmp_path, files))
    assert [(one.nummer, one.tekst) for one in found.kilder] == [(1, "5"), (2, "2")]
    assert found.kilder[0].sted == "indberetninger/2014/tmf.yaml:11:15"
    assert found.indhold is not None
    cited = [tal.henvisninger[0].nummer for row in found.indhold.tal.raekker for tal in row[0].tal]
    assert cited == [1, 2]


def test_what_lies_ahead_is_no_indsats_of_the_year(tmp_path: Path) -> None:
    """Planned indsatser stand under "På vej", the others under "Indsatser", those with figures first."""
    body = """\
    indsatser:
      - id: a
        navn: Uden tal
        tilstand: afholdt
      - id: b
        navn: Med tal
        tilstand: afholdt
        tal:
          møder: 2
      - id: c
        navn: Kommer
        tilstand: planlagt
        periode: 2015
    """
    found = sheet(write_folder(tmp_path, {"2014/tmf.yaml": status_file("TMF", body)})).indhold
    assert found is not None
    assert [one.navn for one in found.indsatser.linjer] == ["Med tal", "Uden tal"]
    assert [(one.navn, one.tekst) for one in found.planer.linjer] == [("Kommer", "planlagt i 2015")]
    assert found.aendringer.besked == "Der er ikke oplyst noget om 2013, som 2014 kan holdes op mod."


FIGURES = """\
indsatser:
  - id: fest
    navn: Gadefest
    tilstand: afholdt
    tal:
      gæster: 2.600
      møder: 2
"""
CHOSEN = (
    "nøgletal:\n  - tal: 2014.sof.frivillige\n    tekst: En anden.\n  - tal: 2014.tmf.fest.moeder\n"
    "    tekst: Der blev holdt møder.\n    forbehold: Det er et skøn.\n"
)


@pytest.mark.parametrize(
    ("rapport", "body", "expected"),
    [
        ("", FIGURES, ("2.600 gæster", "", "Gadefest", "")),
        ("", f"{FIGURES}tal:\n  frivillige: 5\n", ("5 frivillige", "", "", "")),
        (CHOSEN, FIGURES, ("2 møder", "Der blev holdt møder.", "", "Det er et skøn.")),
        ("", "indsatser: ingen\ntal:\n  frivillige: mange\n", None),
    ],
    ids=["the largest", "volunteers first", "the report's own", "none has a number"],
)
def test_one_figure_stands_large(
    tmp_path: Path, rapport: str, body: str, expected: tuple[str, str, str, str] | None
) -> None:
    """The first that the report names of the forvaltning's own, else that of its volunteers, else its largest."""
    other = status_file("SOF", "indsatser: ingen\ntal:\n  frivillige: 7\n")
    files = {"2014/tmf.yaml": status_file("TMF", body), "2014/sof.yaml": other, "2014/rapport.yaml": RAPPORT + rapport}
    found = sheet(write_folder(tmp_path, files))
    large = found.stort_tal
    assert (large and (large.tal.tekst, large.tekst, large.ejer, large.forbehold)) == expected
    if large:
        assert large.tal.henvisninger[0].nummer in {one.nummer for one in found.kilder}


def test_a_title_beside_a_story_takes_room(tmp_path: Path) -> None:
    """Where it is higher than the story, fewer lines stand on the page."""
    body = "indsatser:\n" + "".join(f"  - id: i{n}\n    navn: Indsats {n}\n    tilstand: afholdt\n" for n in range(60))
    kept = []
    for title in ("Træet", "Et langt navn på en historie " * 8):
        story = f"historier:\n  - titel: {title}\n    tekst: Det blev plantet.\n"
        folder = write_folder(tmp_path / title[:5], {"2014/tmf.yaml": status_file("TMF", body + story)})
        found = sheet(folder).indhold
        assert found is not None
        kept.append(len(found.indsatser.linjer))
    assert kept[0] > kept[1] > 0
