"""The work programme: its initiatives, and what became of last time's."""

from pathlib import Path

import pytest

from frivilligrapport.documents.parts.notat import Notat
from frivilligrapport.documents.types.arbejdsprogram import DOCUMENT
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import Templates
from support.folders.work_folder import write_folder
from support.reports import COMPILED, ground, headings_of_html, headings_of_markdown
from support.repository import GOLDEN, REPOSITORY, AsExpected

HEAD = "titel: Notat {0}\når: {0}\nhoved:\n  afsender: [Rådet]\n  til: Byen\n  dato: {0}-01-15\n"
BEFORE = (
    HEAD.format(2017)
    + """\
initiativer:
  - id: fredag
    navn: Frivillig Fredag
    tilstand: planlagt
  - id: maerke
    navn: Et mærke
    tilstand: planlagt
  - id: netvaerk
    navn: Et samarbejde med netværket
    tilstand: på vej
  - id: strategi
    navn: En strategi
    tilstand: planlagt
  - id: gammel
    navn: En gammel sag
    tilstand: afholdt
    udgang: lukket
"""
)
AFTER = (
    HEAD.format(2018)
    + """\
initiativer:
  - id: fredag
    navn: Frivillig Fredag
    tilstand: afholdt
    udgang: lukket
  - id: maerke
    navn: Et mærke
    tilstand: aflyst
    udgang: droppet
    fordi: |
      Ingen virksomheder
      ville være med.
  - id: netvaerk
    navn: Et netværk for alle
    tilstand: i gang
    ejer: Sekretariatet
    frist: juni 2018
    mål: Fem foreninger er med.
    hyppighed: hvert kvartal
    med: [KFF, SOF]
    opfølgning:
      - dato: 2018-05-01
        tilstand: i gang
        tekst: Tre er med.
      - dato: 2018-03-01
        tilstand: planlagt
"""
)


def programme(root: Path, year: int) -> Notat:
    """Make the programme of a year."""
    (document,) = DOCUMENT.make(ground(root, year=year))
    assert document.name == "arbejdsprogram"
    assert isinstance(document.value, Notat)
    return document.value


def as_text(program: Notat, ending: str) -> str:
    """Render a programme with the built-in templates; `ending` is md or html."""
    return render(f"arbejdsprogram.{ending}.j2", {"dokument": program}, Templates(compiled=COMPILED))


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """Give a folder with programmes of 2017 and 2018, and years without one between and before them."""
    files = {"2017/arbejdsprogram.yaml": BEFORE, "2018/arbejdsprogram.yaml": AFTER}
    return write_folder(tmp_path, files)


def test_the_programme_of_2017(as_expected: AsExpected) -> None:
    """The real programme has its nine initiatives and says how little is told of them."""
    found = programme(REPOSITORY, 2017)
    text = as_text(found, "md")
    as_expected(GOLDEN / "arbejdsprogram-2017.md", text)
    assert headings_of_html(as_text(found, "html")) == headings_of_markdown(text)
    (listed,) = found.initiativer
    assert len(listed.tabel.raekker) == 9
    assert "ejer er oplyst for 0 af 9" in listed.indledning.casefold()


def test_last_time_s_initiatives_are_reported_on(years: Path) -> None:
    """Closed, dropped with its reason, going on under a new name, and not mentioned; what had ended is left out."""
    followed, listed = programme(years, 2018).initiativer
    assert followed.titel == "Opfølgning på programmet for 2017"
    assert followed.indledning == (
        "Programmet for 2017 havde 4 åbne initiativer: 1 lukket, 1 fortsat, 1 droppet og 1 ikke omtalt."
    )
    assert [[cell.tekst for cell in row] for row in followed.tabel.raekker] == [
        ["Frivillig Fredag", "Lukket", "afholdt", "ikke oplyst"],
        ["Et mærke", "Droppet", "aflyst", "Ingen virksomheder ville være med."],
        ["Et samarbejde med netværket", "Fortsat", "i gang", "ikke oplyst"],
        ["En strategi", "Ikke omtalt", "ikke oplyst", "ikke oplyst"],
    ]
    assert followed.tabel.raekker[2][0].note == "Hedder nu »Et netværk for alle«."
    assert [row[0].tekst for row in listed.tabel.raekker] == ["Et netværk for alle"]


def test_all_that_is_told_of_an_initiative(years: Path) -> None:
    """Owner, deadline and measure have their columns; the rest stands with the name, the newest follow-up too."""
    _, listed = programme(years, 2018).initiativer
    (row,) = listed.tabel.raekker
    assert [cell.tekst for cell in row[1:]] == [
        "ikke oplyst",
        "i gang",
        "Sekretariatet",
        "juni 2018",
        "Fem foreninger er med.",
    ]
    assert row[0].note == ("Sammen med KFF og SOF. Hvor tit: hvert kvartal. Fulgt op 1. maj 2018: i gang. Tre er med.")
    assert listed.indledning == (
        "Programmet har ét konkret initiativ. "
        "Ejer er oplyst for 1 af 1, frist er oplyst for 1 af 1 og mål er oplyst for 1 af 1."
    )


def test_nothing_vanishes_from_a_first_programme(years: Path) -> None:
    """An initiative that has ended is listed where no earlier programme has it."""
    (listed,) = programme(years, 2017).initiativer
    assert [row[0].tekst for row in listed.tabel.raekker][-1] == "En gammel sag"


def test_the_programme_before_is_the_newest_earlier_one(years: Path) -> None:
    """A year without a programme is passed over; a later one is never looked at."""
    path = years / "indberetninger/2020/arbejdsprogram.yaml"
    path.parent.mkdir()
    path.write_text(HEAD.format(2020), encoding="utf-8")
    (followed,) = programme(years, 2020).initiativer
    assert followed.titel == "Opfølgning på programmet for 2018"
    assert [row[0].tekst for row in followed.tabel.raekker] == ["Et netværk for alle"]


def test_themes_may_be_text_files(tmp_path: Path) -> None:
    """A theme's text may lie in a file of its own, as in a status file."""
    text = HEAD.format(2017) + "afsnit:\n  - overskrift: Synlighed\n    tekstfil: tekster/synlighed.md\n"
    files = {"2017/arbejdsprogram.yaml": text, "2017/tekster/synlighed.md": "Vi vil **ses**.\n"}
    found = programme(write_folder(tmp_path, files), 2017)
    assert "<p>Vi vil <strong>ses</strong>.</p>" in as_text(found, "html")
