"""What a screen reader meets: the tag tree of finished files, opened with pikepdf."""

import pytest

from support.pdf.small_pdf import tagged
from support.pdf.tagged_pdf import kids, outline, role_of, walk

pytestmark = pytest.mark.full

ROWS = "".join(f'<tr><th scope="row">Række {number}</th><td>{number}</td></tr>' for number in range(30))
TABLE = (
    '<table><caption>Tal</caption><thead><tr><th scope="col">Navn</th><th scope="col">Antal</th></tr></thead>'
    f"<tbody>{ROWS}</tbody></table>"
)


def test_a_table_over_pages_is_one_table() -> None:
    """Three pages of one table are one Table with one head and all rows; the reader hears the head once."""
    pdf = tagged(TABLE)
    assert len(pdf.pdf.pages) > 3
    [table] = pdf.elements("Table")
    assert [str(kid.S) for kid in kids(table)] == ["/Caption", "/THead", "/TBody"]
    assert len(kids(kids(table)[2])) == 30


def test_a_row_over_pages_is_one_row() -> None:
    """Each cell of a row that is higher than a page is one cell, and a head that had no room is first all the same."""
    many = [f"Afsnit {number}" for number in range(12)]
    cell = "".join(f"<p>{text}</p>" for text in many)
    row = f'<tr><th scope="row">TMF</th><td>{cell}</td><td>{cell}</td></tr>'
    head = "".join(f'<th scope="col">{name}</th>' for name in "ABC")
    pdf = tagged(f"<table><caption>T</caption><thead><tr>{head}</tr></thead><tbody>{row * 2}</tbody></table>")
    assert len(pdf.pdf.pages) > 4
    (table,) = pdf.elements("Table")
    assert [role_of(one) for one in kids(table)] == ["Caption", "THead", "TBody"]
    rows = [[role_of(cell) for cell in kids(one)] for one in pdf.elements("TR")]
    assert rows == [["TH", "TH", "TH"], ["TH", "TD", "TD"], ["TH", "TD", "TD"]]
    assert [pdf.text(one) for one in pdf.elements("TD")] == [" ".join(many)] * 4


def test_header_cells_have_scope_and_unique_ids() -> None:
    """Each data cell names the two cells that head it, wherever in the document they are."""
    pdf = tagged(TABLE + TABLE)
    headers = pdf.elements("TH")
    ids = [str(cell.ID) for cell in headers]
    assert len(ids) == len(set(ids)) == 64
    assert [str(cell.A.Scope) for cell in headers[:3]] == ["/Column", "/Column", "/Row"]
    cells = pdf.elements("TD")
    assert all(len(cell.A.Headers) == 2 and {str(name) for name in cell.A.Headers} <= set(ids) for cell in cells)
    assert len({str(cell.A.Headers[1]) for cell in cells}) == 2


def test_the_index_of_ids_is_whole_and_sorted() -> None:
    """A reader finds a header cell by its id."""
    pdf = tagged(TABLE)
    names = [str(name) for name in pdf.pdf.Root.StructTreeRoot.IDTree.Names[::2]]
    assert names == sorted(str(cell.ID) for cell in pdf.elements("TH"))


def test_running_heads_and_page_numbers_are_artifacts() -> None:
    """What repeats on each page is passed over, and says what it is; all other content is in the tree once."""
    pdf = tagged(TABLE)
    in_tree = [mark for element in walk(pdf.root) for mark in pdf.marks(element)]
    assert len(in_tree) == len(set(in_tree))
    assert set(in_tree) == pdf.drawn()
    first, *others = [[kind for kind in page if kind != "none"] for page in pdf.artifacts()]
    assert sorted(first) == ["/Footer", "/Header"]
    # The two cells of the table's head are said on its first page.
    assert {tuple(sorted(page)) for page in others} == {("", "", "/Footer", "/Header")}


def test_the_parent_tree_leads_back() -> None:
    """From each piece of content on a page a reader gets to the element that holds it."""
    pdf = tagged(TABLE)
    numbers = pdf.pdf.Root.StructTreeRoot.ParentTree.Nums
    for element in walk(pdf.root):
        for page, number in pdf.marks(element):
            assert numbers[2 * page + 1][number].objgen == element.objgen


def test_a_paragraph_and_a_list_over_pages_are_one() -> None:
    """Text that goes on overleaf is one paragraph, and a list keeps its items together."""
    pdf = tagged(f"<p>{'Frivillige hjælper til. ' * 60}</p><ul>{'<li>et punkt</li>' * 30}</ul>")
    assert len(pdf.pdf.pages) > 3
    assert len(pdf.elements("P")) == 1
    assert len(pdf.elements("L")) == 1
    assert len(pdf.elements("LI")) == 30


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "L(LI(Lbl LBody(L(LI(Lbl LBody)))) LI(Lbl LBody))"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "L(LI(Lbl LBody(P P)))"),
        ('<ul style="list-style:none"><li>a</li></ul>', "L(LI(LBody))"),
    ],
)
def test_list_items_have_a_label_and_one_body(html: str, expected: str) -> None:
    """Whatever stands in an item is in its body, a nested list too."""
    assert outline(tagged(html).elements("L")[0]) == expected


def test_numbered_lists_say_that_their_labels_count() -> None:
    """A reader hears numbers as numbers; a list without labels says nothing of them."""
    pdf = tagged('<ol><li>a</li></ol><ul><li>b</li></ul><ul style="list-style:none"><li>c</li></ul>')
    numbering = [str(one.A.ListNumbering) if "/A" in one else "" for one in pdf.elements("L")]
    assert numbering == ["/Decimal", "/Disc", ""]


def test_the_contents_are_a_table_of_contents() -> None:
    """Lists in <nav> are tagged as contents: each entry a reference and what stands beside it."""
    plain = '<ol style="list-style:none">'
    html = f'<nav>{plain}<li><a href="#a">A</a><b>3</b>{plain}<li><a href="#a">B</a></li></ol></li></ol></nav>'
    pdf = tagged(f'{html}<h2 id="a">A</h2>')
    expected = "Sect(TOC(TOCI(Reference(Link) P TOC(TOCI(Reference(Link))))))"
    assert [outline(element) for element in pdf.elements("Sect")] == [expected]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<table><thead><tr><th>a</th></tr></thead></table>", "Table(TBody(TR(TH)))"),
        (
            "<table><thead><tr><th>a</th></tr></thead><tfoot><tr><td>b</td></tr></tfoot></table>",
            "Table(THead(TR(TH)) TBody(TR(TD)))",
        ),
    ],
)
def test_every_table_has_a_body(html: str, expected: str) -> None:
    """A year without a single figure makes a table of a head and a sum; PDF asks for a body then."""
    assert outline(tagged(html).elements("Table")[0]) == expected


DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>To søjler</title><path d="M0 0h9"/></svg>'
)


def test_a_figure_holds_its_caption() -> None:
    """A drawing's caption is its own; what stands below is a paragraph beside it."""
    pdf = tagged(f"<figure><figcaption>Tal</figcaption>{DRAWING}<p>En note.</p></figure>")
    (figure,) = pdf.elements("Figure")
    assert outline(figure.P) == "Div(Figure(Caption) P)"
    assert (str(figure.Alt), pdf.text(figure.K[0])) == ("To søjler", "Tal")


def test_figures_in_a_figure_have_their_own_captions() -> None:
    """Several drawings under one caption are a group."""
    one = f"<figure><figcaption>Del</figcaption>{DRAWING}</figure>"
    pdf = tagged(f"<figure><figcaption>Alle</figcaption><div>{one}{one}</div></figure>")
    (group, *_) = [element for element in pdf.elements("Div") if outline(element).startswith("Div(Caption")]
    assert outline(group) == "Div(Caption Div(Div(Figure(Caption)) Div(Figure(Caption))))"


def test_other_languages_and_abbreviations_are_marked() -> None:
    """A voice changes its tongue, and knows what an abbreviation stands for."""
    pdf = tagged('<p><span lang="en">Capital of Volunteering</span> i <abbr title="Københavns Kommune">KK</abbr></p>')
    spans = pdf.elements("Span")
    assert [str(span.Lang) for span in spans if "/Lang" in span] == ["en"]
    assert [str(span.E) for span in spans if "/E" in span] == ["Københavns Kommune"]


def test_emphasis_is_a_phrase_of_its_sentence() -> None:
    """What is bold or slanted does not tear the sentence: it is a span in the paragraph."""
    pdf = tagged("<p>Det er <strong>meget</strong> <em>vigtigt</em> og <code>her</code>.</p>")
    (paragraph,) = pdf.elements("P")
    assert [str(kid.S) for kid in kids(paragraph)] == ["/Span", "/Span", "/Span", "/Span", "/Code", "/Span"]
    assert pdf.text(paragraph) == "Det er meget vigtigt og her."


def test_boxes_without_content_leave_no_tag() -> None:
    """A box that only holds space is not an element; an empty cell keeps its place."""
    pdf = tagged("<div style='height:5mm'></div><table><tr><td></td><td>b</td></tr></table>")
    assert pdf.elements("Div", "NonStruct") == []
    assert len(pdf.elements("TD")) == 2


def test_text_beside_paragraphs_is_a_paragraph() -> None:
    """Text that lies directly in a box, as in an office's own template, is tagged as text."""
    pdf = tagged("<div>Løs tekst<p>Et afsnit</p>og <b>mere</b></div>")
    assert [pdf.text(element) for element in pdf.elements("P")] == ["Løs tekst", "Et afsnit", "og mere"]
