"""A notat's side column never interrupts its text: the published note of 2015 is cut in two by it."""

from collections.abc import Iterator
from typing import Any

import pytest

from support.editions import Document, Editions
from support.pdf.tagged_pdf import TaggedPdf, kids, role_of, walk

_BLOCKS = {"P", "LBody", "H1", "H2", "H3", "TD", "TH", "Caption"}


@pytest.fixture(scope="session")
def note(editions: Editions) -> Document:
    """Give the cover note of 2014."""
    return next(one for one in editions("fullest").documents() if one.name == "foelgenotat")


def blocks(pdf: TaggedPdf) -> Iterator[Any]:
    """Yield the paragraphs, items, headings and cells, in reading order."""
    return (one for one in walk(pdf.root) if role_of(one) in _BLOCKS)


def test_head_before_text(note: Document) -> None:
    """Read aloud, the sender comes first, then the whole side column, then whom it is to, the subject and the text."""
    texts = [note.pdf.text(one) for one in blocks(note.pdf)]
    wanted = [
        "Københavns Kommune",
        "Dato: 15-04-2015",
        "Sagsnr.: 2015-0092770",
        "EAN-nr.: 5798009800206",
        "Til: Økonomiudvalget",
        "Statusrapport om frivillighed i København 2014",
        "Baggrund",
        "Bilag",
    ]
    places = [texts.index(next(text for text in texts if text.endswith(one))) for one in wanted]
    assert places == sorted(places)
    assert places[3] - places[1] == len(note_column(note)) - 1


def note_column(note: Document) -> list[str]:
    """Give the items of the first list, which is the side column."""
    return [note.pdf.text(item) for item in kids(note.pdf.elements("L")[0])]


def test_nothing_is_drawn_inside_a_paragraph(note: Document) -> None:
    """Copied from the page, what belongs to one paragraph, item or heading stands together too."""
    drawn = drawing_order(note.pdf)
    for one in blocks(note.pdf):
        marks = [mark for inner in walk(one) for mark in note.pdf.marks(inner)]
        for page in {page for page, _ in marks}:
            places = sorted(drawn.index(mark) for mark in marks if mark[0] == page)
            assert places == list(range(places[0], places[0] + len(places))), note.pdf.text(one)


def test_the_text_is_drawn_in_the_order_it_is_read(note: Document) -> None:
    """A program that knows no tags gives the same text in the same order."""
    drawn = drawing_order(note.pdf)
    read = [mark for one in walk(note.pdf.root) for mark in note.pdf.marks(one)]
    assert [mark for mark in read if mark in drawn] == drawn


def drawing_order(pdf: TaggedPdf) -> list[tuple[int, int]]:
    """Give all content in the order that the pages draw it, but for the marks of lists, which are drawn last."""
    marks = {mark for label in pdf.elements("Lbl") for inner in walk(label) for mark in pdf.marks(inner)}
    drawn = [mark for page in range(len(pdf.pdf.pages)) for mark in pdf.drawn_on(page)]
    return [mark for mark in drawn if mark not in marks]
