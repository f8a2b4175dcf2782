"""The cover note: what it says by itself, what the sender adds, and what it cannot claim."""

from collections.abc import Callable
from pathlib import Path

import pytest

from frivilligrapport.documents.parts.notat import Notat
from frivilligrapport.documents.types.foelgenotat import DOCUMENT, make
from frivilligrapport.models.dokumentfiler.foelgenotat import Foelgenotat
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import Templates
from support.folders.work_folder import status_file, write_folder
from support.reports import COMPILED, ground, headings_of_html, headings_of_markdown
from support.repository import GOLDEN, REPOSITORY, AsExpected

HEAD = "hoved:\n  afsender: [Prøvekøbing Kommune]\n  til: Udvalget\n  emne: Rapport 2014\n  dato: 2015-04-15\n"
TMF = """\
indsatser:
  - id: smag-verden
    navn: Smag Verden
    tilstand: afholdt
    tal:
      foreninger: 61
      gæster: 20.000-30.000
      frivillige: ca. 15
  - id: byhave
    navn: Byhave
    tilstand: i gang
    tal:
      frivillige: 5
"""
Make = Callable[..., Notat]


@pytest.fixture
def note(tmp_path: Path) -> Make:
    """Make the note of a small folder: its text after the head, and other files."""

    def run(text: str, *, draft: bool = False, **files: str) -> Notat:
        more = {f"2014/{name}.yaml": content for name, content in files.items()}
        given = {"2014/tmf.yaml": status_file("TMF", TMF), "2014/foelgenotat.yaml": HEAD + text, **more}
        year_data = ground(write_folder(tmp_path, given), draft=draft)
        ((_, found),) = year_data.aargang.documents(Foelgenotat)
        return make(year_data, found)

    return run


def as_text(note: Notat, ending: str) -> str:
    """Render a note with the built-in templates; `ending` is md or html."""
    return render(f"foelgenotat.{ending}.j2", {"dokument": note}, Templates(compiled=COMPILED))


def section(note: Notat, title: str) -> str:
    """Give a section's text as Markdown has it."""
    return as_text(note, "md").partition(f"## {title}\n\n")[2].partition("\n## ")[0]


def test_the_note_of_2014(as_expected: AsExpected) -> None:
    """The real note says, from the report, what the published one of 2015 says, and what that one left out."""
    (document,) = DOCUMENT.make(ground(REPOSITORY))
    assert document.name == "foelgenotat"
    assert isinstance(document.value, Notat)
    text = as_text(document.value, "md")
    as_expected(GOLDEN / "foelgenotat-2014.md", text)
    assert headings_of_html(as_text(document.value, "html")) == headings_of_markdown(text)


def test_a_year_without_a_note_gives_none() -> None:
    """The document is made where its file is."""
    assert list(DOCUMENT.make(ground(REPOSITORY, year=2017))) == []


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2014.tmf.smag-verden.foreninger", "61 foreninger"),
        ("2014.TMF.smag-verden.gæster", "20.000-30.000 gæster"),
        ("2014.tmf.smag-verden.frivillige", "ca. 15 frivillige"),
        ("2014.foreninger", "61 foreninger (tal fra TMF)"),
        ("2014.tmf.foreninger", "61 foreninger"),
        ("2014.frivillige", "ca. 20 frivillige (registreringer; tal fra 1 af 3 forvaltninger)"),
        ("2014.findes-ikke", "(tallet mangler)"),
        ("1999.frivillige", "(tallet mangler)"),
        ("", "(tallet mangler)"),
    ],
)
def test_figures_are_worded_as_in_the_report(note: Make, typed: str, printed: str) -> None:
    """A figure keeps its reservation, and a total for all says how many it is from."""
    found = note(f'hjemmel: "A: [tal {typed}]."\nvurdering: "B: [tal: {typed}]."\nfremover: "C: [tal {typed}]."\n')
    text = as_text(found, "md")
    assert all(f"{letter}: {printed}." in text for letter in "ABC")


def test_results_name_what_when_and_how_many(note: Make) -> None:
    """A result is told in the report's words unless the note has its own; an unknown one is left out of a draft."""
    report = """\
titel: Rapport
år: 2014
forslag: ingen
netværk:
  indsatser:
    - id: kurser
      navn: Kurser
      art: kursus
      tilstand: afholdt
      periode: marts 2014
      beskrivelse: |
        Kurser for alle, også den 13. marts
        om aftenen. De var gode.
      tal:
        kurser: 3
    - id: haandbog
      navn: Håndbog
      tilstand: i drift
"""
    found = note(
        "resultater:\n  - indsats: haandbog\n    tekst: Den er delt ud.\n  - indsats: kurser\n  - indsats: xyz\n",
        rapport=report,
    )
    assert section(found, "Netværkets konkrete resultater") == (
        "- **Håndbog:** I drift. Den er delt ud.\n"
        "- **Kurser:** Afholdt i marts 2014. Kurser for alle, også den 13. marts om aftenen. Tal: 3 kurser.\n"
    )


def test_a_precondition_without_an_initiative_is_named(note: Make) -> None:
    """The report counts its preconditions by itself, so that the note cannot leave one out."""
    report = """\
titel: Rapport
år: 2014
forslag: ingen
netværk:
  forudsætninger:
    - id: regler
      navn: Regler
      tekst: Reglerne skal være kendt.
    - id: ressourcer
      navn: Ressourcer
      tekst: Der skal være tid.
  indsatser:
    - id: haandbog
      navn: Håndbog
      tilstand: i drift
      forudsætning: [regler]
"""
    assert section(note("", rapport=report), "Forudsætninger for et godt samarbejde") == (
        "Rapporten peger på to forudsætninger. Én af dem er fulgt op med initiativer.\n\n"
        "- **Regler:** Håndbog.\n"
        "- **Ressourcer:** Ingen initiativer er knyttet til denne forudsætning.\n"
    )


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("4", "»Rapport« er den fjerde rapport i rækken."),
        ("13", "»Rapport« er den 13. rapport i rækken."),
        ("uoplyst", "Rapporten er »Rapport«. Dens nummer i rækken er ikke oplyst."),
    ],
)
def test_the_number_in_the_series(note: Make, number: str, sentence: str) -> None:
    """The number is a word, and when nobody told it, that is said."""
    report = f"titel: Rapport\når: 2014\nforslag: ingen\nnummer_i_rækken: {number}\n"
    assert section(note("", rapport=report), "Baggrund") == sentence + "\n"


def test_the_report_goes_by_its_own_title(note: Make) -> None:
    """Whatever the note calls the report, the list of appendices has its title; a missing appendix says why."""
    found = note(
        "bilag:\n  - nummer: 1\n    titel: Rapporten\n    fil: statusrapport\n"
        "  - nummer: 2\n    titel: Politikken\n    mangler: Den er ikke fundet.\n"
        "  - nummer: 3\n    titel: Tallene\n    fil: bilag/tal.csv\n"
    )
    assert section(found, "Bilag") == (
        "- **Bilag 1:** Rapport.\n"
        "- **Bilag 2:** Politikken. Bilaget mangler. Den er ikke fundet.\n"
        "- **Bilag 3:** Tallene. Filen bilag/tal.csv.\n"
    )


def test_the_side_column_says_what_is_not_told(tmp_path: Path) -> None:
    """What every notat has is there, told or not; what only some have is left out."""
    bare = "hoved:\n  afsender: uoplyst\n  til: uoplyst\n  dato: april 2015\n"
    year_data = ground(write_folder(tmp_path, {"2014/foelgenotat.yaml": bare}))
    (document,) = DOCUMENT.make(year_data)
    assert isinstance(document.value, Notat)
    head = document.value.hoved
    assert (head.afsender, head.til, head.emne, head.dato) == (
        ("Afsender ikke oplyst",),
        "ikke oplyst",
        "ikke oplyst",
        "",
    )
    assert head.oplysninger == (
        ("Dato", "april 2015"),
        ("Sagsnr.", "ikke oplyst"),
        ("Dokumentnr.", "ikke oplyst"),
        ("Sagsbehandler", "ikke oplyst"),
    )


def test_a_note_without_a_readable_report(note: Make) -> None:
    """The sender's own words are all there is."""
    found = note("vurdering: Den er god.\n", rapport="titel: [Rapport\n")
    assert [one.titel for one in found.afsnit] == ["Vurdering"]


def test_a_draft_is_marked(note: Make) -> None:
    """Both editions say that it is no finished document."""
    found = note("", draft=True)
    assert "> **UDKAST.** " in as_text(found, "md")
    assert '<body data-sidehoved="Rapport 2014" data-sidefod="Prøvekøbing Kommune" class="notat udkast">' in as_text(
        found, "html"
    )
    assert "UDKAST" not in as_text(note(""), "md")
