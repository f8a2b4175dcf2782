"""Links and notes in the tags of a PDF: where they lead, and back."""

from typing import Any

import pytest

from support.pdf.small_pdf import tagged
from support.pdf.tagged_pdf import TaggedPdf, outline, role_of

pytestmark = pytest.mark.full

FOOT = "<style>.fod { float: footnote } .fod::footnote-call { content: none }</style>"
CALL = '<a role="doc-noteref" id="kald" href="#note">1</a>'
BACK = '<a role="doc-backlink" href="#kald" aria-label="Tilbage til teksten">↩</a>'


def descriptions(pdf: TaggedPdf) -> list[str]:
    """Give what is announced for each clickable area, in the order of the pages."""
    areas: list[Any] = [area for page in pdf.pdf.pages for area in page.get("/Annots", [])]
    return [str(area.Contents) for area in areas]


def test_links_say_where_they_lead() -> None:
    """A link is announced by its text; one that leads out names its address too, unless that is its text."""
    pdf = tagged(
        '<h2 id="a">A</h2><p><a href="#a">kapitel A</a>, <a href="https://kk.dk/">kommunen</a> '
        'og <a href="https://kk.dk/x">https://kk.dk/x</a></p>'
    )
    assert descriptions(pdf) == ["kapitel A", "kommunen (https://kk.dk/)", "https://kk.dk/x"]


def test_a_link_to_a_row_names_the_row() -> None:
    """A figure's link says which line of which table it leads to."""
    rows = '<tr id="k1"><th>1</th><td>x</td></tr><tr id="k2"><th>Valby</th><td>y</td></tr><tr id="k3"><td>z</td></tr>'
    links = '<p><a href="#k1">21</a> <a href="#k2">9</a> <a href="#k3">7</a></p>'
    pdf = tagged(f"{links}<table><caption>Kilder</caption>{rows}</table>")
    assert descriptions(pdf) == ["21, se nr. 1 i »Kilder«", "9, se »Valby« i »Kilder«", "7"]


def test_a_link_over_two_lines_is_one_link() -> None:
    """A reader hears one link with all its words; both lines can be clicked."""
    words = "frivillige i hele kommunen og i alle dens forvaltninger"
    pdf = tagged(f'<h2 id="a">A</h2><p>Læs om <a href="#a">{words}</a> her.</p>')
    (link,) = pdf.elements("Link")
    assert pdf.text(link) == words
    assert descriptions(pdf) == [words, words]
    assert pdf.text(pdf.elements("P")[0]) == f"Læs om {words} her."


def test_links_within_the_document_are_references() -> None:
    """What leads to another place in the document is tagged as a reference, what leads out is not."""
    pdf = tagged('<p id="a"><a href="#a">her</a> <a href="https://kk.dk/">ude</a></p>')
    assert [role_of(link.P) for link in pdf.elements("Link")] == ["Reference", "P"]


def test_a_note_in_a_list_of_notes_is_a_note() -> None:
    """Its call is a reference, it has an id in the index, and its link leads back."""
    notes = f'<ol><li role="doc-endnote" id="note">Kilden. {BACK}</li></ol>'
    pdf = tagged(f"<p>Et tal{CALL} i teksten.</p>{notes}")
    (note,) = pdf.elements("Note")
    assert outline(note.P.P) == "LI(Lbl LBody(Note(Reference(Link))))"
    assert pdf.text(note) == "Kilden. ↩"
    assert str(note.ID) in {str(name) for name in pdf.pdf.Root.StructTreeRoot.IDTree.Names[::2]}
    assert descriptions(pdf) == ["1", "Tilbage til teksten"]


def test_a_note_at_the_foot_of_a_page_is_read_at_its_call() -> None:
    """The paragraph goes on overleaf; the note between its halves is heard where the text calls for it."""
    text = "Frivillige hjælper til. " * 30
    note = f'<span class="fod" role="doc-footnote" id="note">En note. {BACK}</span>'
    pdf = tagged(f"{FOOT}<p>Først{CALL}{note} {text}</p>")
    assert len(pdf.pdf.pages) > 1
    (paragraph,) = pdf.elements("P")
    assert outline(paragraph) == "P(Reference(Link) Note(Lbl Reference(Link)))"
    assert pdf.text(paragraph).startswith("Først1 1. En note. ↩ Frivillige hjælper til.")


def test_a_note_that_nothing_calls_for_is_read_last() -> None:
    """It is not lost."""
    pdf = tagged(f'{FOOT}<p>Tekst.<span class="fod" role="doc-footnote" id="note">En note.</span></p>')
    assert pdf.text(pdf.root).endswith("En note.")
    assert len(pdf.elements("Note")) == 1
