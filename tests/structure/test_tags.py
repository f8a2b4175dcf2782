"""What no checker asks for and a screen reader's user needs: the tags of whole documents."""

import re
from itertools import pairwise
from typing import Any

from frivilligrapport.rendering.pdf.checked import find_breaches
from support.editions import Document
from support.pdf.tagged_pdf import kids, role_of, walk

# Roles of PDF 1.7 that say something; Span is a phrase, Div and Sect hold others together.
ROLES = frozenset(
    """
    BlockQuote Caption Code Div Document Figure H1 H2 H3 H4 H5 H6 L LBody LI Lbl Link Note P Part Quote Reference Sect
    Span TBody TD TFoot TH THead TOC TOCI TR Table
    """.split()  # noqa: SIM905 - as words they can be read
)


def test_every_document_keeps_what_it_claims(documents: tuple[Document, ...]) -> None:
    """The metadata name PDF/UA-1 and PDF/A-2a, and both are kept."""
    for one in documents:
        metadata = one.pdf.pdf.Root.Metadata.read_bytes()
        assert b"<pdfuaid:part>1<" in metadata
        assert b'pdfaid:part="2" pdfaid:conformance="A"' in metadata
        assert find_breaches(one.data) == ()


def test_every_tag_means_something(documents: tuple[Document, ...]) -> None:
    """No element is a mere box, and none but a table's cell is empty."""
    for one in documents:
        for element in walk(one.pdf.root):
            assert role_of(element) in ROLES
            assert len(element.get("/K", [])) > 0 or role_of(element) in {"TD", "TH"}


def test_all_content_is_read_once(documents: tuple[Document, ...]) -> None:
    """Each piece of content on the pages is in the tree exactly once; everything else is an artifact."""
    for one in documents:
        marks = [mark for element in walk(one.pdf.root) for mark in one.pdf.marks(element)]
        assert len(marks) == len(set(marks))
        assert set(marks) == one.pdf.drawn()


def test_a_table_goes_on_overleaf(tables: Document) -> None:
    """The list of sources is one table over several pages; that it says what it should is told elsewhere."""
    pages = [
        {page for element in walk(table) for page, _ in tables.pdf.marks(element)}
        for table in tables.pdf.elements("Table")
    ]
    assert max(map(len, pages)) > 2


def test_what_repeats_on_each_page_is_no_content(fullest: Document) -> None:
    """Running heads and feet are artifacts and say which they are; a table's repeated head is passed over too."""
    kinds = [str(kind) for page in fullest.pdf.artifacts() for kind in page]
    assert kinds.count("/Footer") >= len(fullest.pdf.pdf.pages) - 1
    assert kinds.count("/Header") >= len(fullest.pdf.pdf.pages) - 2
    assert kinds.count("") > 0


def test_header_cells_say_what_they_head(documents: tuple[Document, ...]) -> None:
    """Each has a scope and an id of its own that the index finds; each cell names header cells of its own table."""
    for one in documents:
        ids = [str(cell.ID) for cell in one.pdf.elements("TH")]
        assert len(ids) == len(set(ids))
        index = one.pdf.pdf.Root.StructTreeRoot.IDTree.Names[::2] if ids else ()
        assert set(ids) <= {str(name) for name in index}
        for table in one.pdf.elements("Table"):
            heads = {str(cell.ID): str(cell.A.Scope) for cell in walk(table) if role_of(cell) == "TH"}
            assert set(heads.values()) <= {"/Row", "/Column"}
            cells = [cell for cell in walk(table) if role_of(cell) == "TD"]
            assert all({str(name) for name in cell.A.get("/Headers", [])} <= set(heads) for cell in cells)


def test_links_say_where_they_lead(documents: tuple[Document, ...]) -> None:
    """A link is announced by its words, or as the source that its number is; one to a source names its line."""
    for one in documents:
        for link in one.pdf.elements("Link"):
            told = {str(kid.Obj.Contents) for kid in link.K if getattr(kid, "Type", "") == "/OBJR"}
            (said,) = told
            words = one.pdf.text(link)
            assert said.startswith((words, f"{'kilder' if '-' in words else 'kilde'} {words}"))
            assert role_of(link.P) == "Reference" or said.endswith(")")
            assert "#" not in said


def test_a_figure_leads_to_its_source(tables: Document) -> None:
    """»21« alone is not a place to go to."""
    (first, *_) = [link for link in tables.pdf.elements("Link") if tables.pdf.text(link) == "21"]
    assert str(first.K[0].Obj.Contents) == "21, se nr. 1 i »Alle tal, som de er skrevet«"


def test_charts_have_a_caption_and_words(fullest: Document, tables: Document) -> None:
    """Each drawing is a figure with what it shows as text, under a caption of its own."""
    for one in (fullest, tables):
        figures = one.pdf.elements("Figure")
        assert figures
        for figure in figures:
            assert len(str(figure.Alt)) > 20
            assert [role_of(kid) for kid in kids(figure)] == ["Caption"]
            assert one.pdf.text(kids(figure)[0])


def test_headings_make_an_outline(documents: tuple[Document, ...]) -> None:
    """One title first, and no level left out."""
    for one in documents:
        levels = [int(role_of(element)[1]) for element in one.pdf.elements("H1", "H2", "H3", "H4", "H5", "H6")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_contents_name_a_page_for_each_line(fullest: Document) -> None:
    """An entry is a link and the page where it leads; the page's number is right."""
    pages = {page.objgen: str(index + 1) for index, page in enumerate(fullest.pdf.pdf.pages)}
    names: Any = fullest.pdf.pdf.Root.Names.Dests.Names
    places = {str(names[at]): pages[names[at + 1][0].objgen] for at in range(0, len(names), 2)}
    entries = fullest.pdf.elements("TOCI")
    assert len(entries) > 15
    for entry in entries:
        reference, number = [kid for kid in kids(entry) if role_of(kid) != "TOC"]
        target = str(reference.K[0].K[0].Obj.Dest)
        assert (role_of(reference), fullest.pdf.text(number)) == ("Reference", places[target])


def test_abbreviations_are_read_out(fullest: Document) -> None:
    """A voice says the whole name where the page has its letters, in sentences, headings and cells."""
    found = [one for one in walk(fullest.pdf.root) if "/E" in one]
    told = {(fullest.pdf.text(one), str(one.E)) for one in found}
    assert {("SOF", "Socialforvaltningen"), ("CFSA", "Center for Frivilligt Socialt Arbejde")} <= told
    assert len(dict(told)) == len(told)
    assert {role_of(one) for one in found} == {"Span"}
    assert {"P", "TD"} <= {role_of(one.P) for one in found}


def test_words_are_whole(documents: tuple[Document, ...]) -> None:
    """Nothing is set letter by letter, and no line's end has become a part of a word."""
    for one in documents:
        text = one.pdf.text(one.pdf.root)
        assert not re.search(r"(?:\b[^\W\d] ){4}", text)
        assert not set(text) & set("\u00ad\u2010\ufffd\ufffe")
