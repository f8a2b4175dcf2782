"""What a screen reader meets: the tag tree of finished files, opened with pikepdf."""

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf
import pytest

from frivilligrapport.rendering.pdf import to_pdf

STYLE = """
@page { size: 100mm 60mm; margin: 12mm; @top-left { content: "Sidehoved" } @bottom-right { content: counter(page) } }
body { font: 10pt/1.2 sans-serif }
"""
ROWS = "".join(f'<tr><th scope="row">Række {number}</th><td>{number}</td></tr>' for number in range(30))
TABLE = (
    '<table><caption>Tal</caption><thead><tr><th scope="col">Navn</th><th scope="col">Antal</th></tr></thead>'
    f"<tbody>{ROWS}</tbody></table>"
)


@cache
def tagged(body: str) -> pikepdf.Pdf:
    """Make a PDF with small pages, so that little text fills several."""
    head = f'<!doctype html><html lang="da"><head><title>P</title><style>{STYLE}</style></head>'
    html = f"{head}<body><h1>P</h1>{body}</body></html>"
    return pikepdf.open(io.BytesIO(to_pdf(html)))


def kids(element: Any) -> list[Any]:
    """List the children of an element that are elements."""
    found = element.get("/K", pikepdf.Array())
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem"]


def walk(element: Any) -> Iterator[Any]:
    """Yield all elements in reading order."""
    yield element
    for kid in kids(element):
        yield from walk(kid)


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    """Find all elements of one type, in reading order."""
    return [element for element in walk(pdf.Root.StructTreeRoot.K[0]) if str(element.S)[1:] == role]


def outline(element: Any) -> str:
    """Write the types below an element in short: L(LI(Lbl LBody))."""
    inner = " ".join(outline(kid) for kid in kids(element) if kid.S not in {"/Span", "/NonStruct"})
    return str(element.S)[1:] + (f"({inner})" if inner else "")


def marks(pdf: pikepdf.Pdf) -> list[tuple[int, int]]:
    """List page and number of all marked content in the tree, in reading order."""
    pages = {page.objgen: index for index, page in enumerate(pdf.pages)}
    found = []
    for element in walk(pdf.Root.StructTreeRoot.K[0]):
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                found.append((pages[element.Pg.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                found.append((pages[kid.Pg.objgen], int(kid.MCID)))
    return found


def drawn(pdf: pikepdf.Pdf) -> tuple[set[tuple[int, int]], int]:
    """List page and number of all marked content that is drawn, and count the running heads drawn as artifacts."""
    found, artifacts = set(), 0
    for index, page in enumerate(pdf.pages):
        for instruction in pikepdf.parse_content_stream(page):
            if str(instruction.operator) == "BDC":
                tag, properties = instruction.operands
                artifacts += tag == "/Artifact"
                if "/MCID" in properties:
                    found.add((index, int(properties.MCID)))
    return found, artifacts


def test_a_table_over_pages_is_one_table() -> None:
    """Three pages of one table are one Table with one head and all rows; the reader hears the head once."""
    pdf = tagged(TABLE)
    assert len(pdf.pages) > 3
    [table] = elements(pdf, "Table")
    assert [str(kid.S) for kid in kids(table)] == ["/Caption", "/THead", "/TBody"]
    assert len(kids(kids(table)[2])) == 30


def test_header_cells_have_scope_and_unique_ids() -> None:
    """Each data cell names the two cells that head it, wherever in the document they are."""
    pdf = tagged(TABLE + TABLE)
    headers = elements(pdf, "TH")
    ids = [str(cell.ID) for cell in headers]
    assert len(ids) == len(set(ids)) == 64
    assert [str(cell.A.Scope) for cell in headers[:3]] == ["/Column", "/Column", "/Row"]
    cells = elements(pdf, "TD")
    assert all(len(cell.A.Headers) == 2 and {str(name) for name in cell.A.Headers} <= set(ids) for cell in cells)
    assert len({str(cell.A.Headers[1]) for cell in cells}) == 2


def test_the_index_of_ids_is_whole_and_sorted() -> None:
    """A reader finds a header cell by its id."""
    pdf = tagged(TABLE)
    names = [str(name) for name in pdf.Root.StructTreeRoot.IDTree.Names[::2]]
    assert names == sorted(str(cell.ID) for cell in elements(pdf, "TH"))


def test_running_heads_and_page_numbers_are_artifacts() -> None:
    """What repeats on each page is passed over; all other content is in the tree, each piece once."""
    pdf = tagged(TABLE)
    in_tree = marks(pdf)
    on_pages, artifacts = drawn(pdf)
    assert len(in_tree) == len(set(in_tree))
    assert set(in_tree) == on_pages
    # Two on each page, and two cells of the table's head on each page after its first.
    assert artifacts == 2 * len(pdf.pages) + 2 * (len(pdf.pages) - 1)


def test_the_parent_tree_leads_back() -> None:
    """From each piece of content on a page a reader gets to the element that holds it."""
    pdf = tagged(TABLE)
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    for page, number in marks(pdf):
        parent = numbers[2 * page + 1][number]
        assert any(kid == number or getattr(kid, "MCID", None) == number for kid in parent.K)


def test_a_paragraph_and_a_list_over_pages_are_one() -> None:
    """Text that goes on overleaf is one paragraph, and a list keeps its items together."""
    pdf = tagged(f"<p>{'Frivillige hjælper til. ' * 60}</p><ul>{'<li>et punkt</li>' * 30}</ul>")
    assert len(pdf.pages) > 3
    assert len(elements(pdf, "P")) == 1
    assert len(elements(pdf, "L")) == 1
    assert len(elements(pdf, "LI")) == 30


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
    assert outline(elements(tagged(html), "L")[0]) == expected


def test_the_contents_are_a_table_of_contents() -> None:
    """Lists in <nav> are tagged as contents, with their links."""
    plain = '<ol style="list-style:none">'
    html = f'<nav>{plain}<li><a href="#a">A</a>{plain}<li><a href="#a">B</a></li></ol></li></ol></nav>'
    pdf = tagged(f'{html}<h2 id="a">A</h2>')
    assert [outline(element) for element in elements(pdf, "Sect")] == ["Sect(TOC(TOCI(TOC(TOCI(Link)))))"]


def test_links_say_where_they_lead() -> None:
    """A link is announced by its text; one that leads out names its address too."""
    pdf = tagged('<h2 id="a">A</h2><p><a href="#a">kapitel A</a> og <a href="https://kk.dk/">kommunen</a></p>')
    annotations = [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]
    assert [str(annotation.Contents) for annotation in annotations] == ["kapitel A", "kommunen (https://kk.dk/)"]


def test_other_languages_and_abbreviations_are_marked() -> None:
    """A voice changes its tongue, and knows what an abbreviation stands for."""
    pdf = tagged('<p><span lang="en">Capital of Volunteering</span> i <abbr title="Københavns Kommune">KK</abbr></p>')
    spans = elements(pdf, "Span")
    assert [str(span.Lang) for span in spans if "/Lang" in span] == ["en"]
    assert [str(span.E) for span in spans if "/E" in span] == ["Københavns Kommune"]


def test_boxes_without_content_leave_no_tag() -> None:
    """A box that only holds space is not an element; an empty cell keeps its place."""
    pdf = tagged("<div style='height:5mm'></div><table><tr><td></td><td>b</td></tr></table>")
    assert elements(pdf, "Div") == []
    assert len(elements(pdf, "TD")) == 2
