"""Canaries: what the repair knows about the inside of WeasyPrint 70 and pydyf 0.13."""

import gc
import inspect
from collections.abc import Callable
from io import BytesIO

import pydyf  # type: ignore[import-untyped]  # ships no types
import pytest
from weasyprint import HTML
from weasyprint.formatting_structure import boxes
from weasyprint.html import UA_STYLESHEET
from weasyprint.pdf import tags

from frivilligrapport.rendering.pdf import typeset
from frivilligrapport.rendering.pdf.tags.structure import recorded_origins
from frivilligrapport.rendering.pdf.typeset import (
    ON_EVERY_ELEMENT,
    PrintedPage,
    lay_out,
    quick_page_references,
    to_pdf,
    write,
)

STYLED = """<!doctype html><html lang="da"><head><title>P</title><style>{style}</style></head><body><h1>P</h1>
<ul><li>En</li><li>To<ol><li>Tre</li></ol></li></ul><p>Tekst<span>Fod</span>.</p></body></html>"""
PAGE = '<!doctype html><html lang="da"><head><title>P</title></head><body><h1>P</h1></body></html>'


def with_pages(count: int) -> pydyf.PDF:
    """Make a PDF of empty pages."""
    pdf = pydyf.PDF()
    for _ in range(count):
        pdf.add_page(pydyf.Dictionary())
    return pdf


def test_weasyprint_still_builds_its_tags_in_the_function_that_is_wrapped() -> None:
    """The repair learns from it which HTML each tag is made of; a new name or other arguments break that."""
    arguments = ["box", "parent", "pdf", "page_number", "nums", "annotations", "tags"]
    assert list(inspect.signature(tags._build_box_tree).parameters) == arguments
    assert inspect.isgeneratorfunction(tags._build_box_tree)


def test_margin_boxes_still_tell_their_place() -> None:
    """Heads and feet are told apart by it."""
    assert list(inspect.signature(boxes.MarginBox).parameters) == ["at_keyword", "style"]


def test_pydyf_still_lists_all_pages_at_each_question() -> None:
    """When this fails, pydyf remembers its answer, and the page list in rendering/pdf/typeset.py can be deleted."""
    pdf = with_pages(2)
    assert pdf.page_references is not pdf.page_references


def test_the_list_of_pages_is_made_once_for_each_page() -> None:
    """Inside the block the answer is the same and is remembered until a page is added; other PDFs have their own."""
    pdf, other = with_pages(2), with_pages(1)
    slow = pdf.page_references
    with quick_page_references():
        assert pdf.page_references == slow
        assert pdf.page_references is pdf.page_references
        assert len(other.page_references) == 1
        pdf.add_page(pydyf.Dictionary())
        assert pdf.page_references[:2] == slow
        assert len(pdf.page_references) == 3


class Counted(pydyf.Stream):  # type: ignore[misc]  # ships no types
    """Count how often it is made into bytes."""

    made = 0

    @property
    def data(self) -> bytes:
        """Give the bytes."""
        self.made += 1
        data: bytes = super().data
        return data


class OneStream:
    """Stand for a laid out document whose PDF holds a page and a stream."""

    def __init__(self) -> None:
        self.stream = Counted([b"x"], compress=True)

    def write_pdf(self, finisher: Callable[[object, pydyf.PDF], object]) -> bytes:
        """Write it as the engine does."""
        pdf, target = with_pages(1), BytesIO()
        pdf.add_object(self.stream)
        finisher(self, pdf)
        pdf.write(target, version=b"1.7", identifier=True, compress=True)
        return target.getvalue()


def test_pydyf_still_makes_each_object_into_bytes_twice() -> None:
    """When this fails, it does so once, and `_Written` in rendering/pdf/typeset.py can be deleted."""
    document = OneStream()
    document.write_pdf(lambda *_: None)
    assert document.stream.made == 2


def test_each_object_is_made_into_bytes_once() -> None:
    """The file is the same."""
    document = OneStream()
    assert write(document, {}) == OneStream().write_pdf(lambda *_: None)
    assert document.stream.made == 1


def test_weasyprint_still_gives_every_element_the_styles_that_are_left_out() -> None:
    """When its style sheet names fewer, those can go from the list; when it names others, they cost time again."""
    assert {one[3] for one in UA_STYLESHEET.matcher.other_selectors if one[3]} == set(ON_EVERY_ELEMENT)


@pytest.mark.full
@pytest.mark.parametrize("style", ["", "p { display: list-item; margin-left: 2em }", "span { float: footnote }"])
def test_what_is_left_out_of_the_engines_style_sheet_is_used_nowhere(
    style: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """List marks and notes come out the same bytes as with the whole of it."""
    page = STYLED.replace("{style}", style)
    lean = to_pdf(page)
    monkeypatch.setattr(PrintedPage, "_ua_stylesheets", HTML._ua_stylesheets)
    assert to_pdf(page) == lean


@pytest.mark.full
@pytest.mark.parametrize(("sheets", "tries"), [(3, 4), (101, 1)])
def test_a_long_document_is_laid_out_once(sheets: int, tries: int) -> None:
    """A short one is set closer or with more air until its last sheet is filled; each try costs a whole layout."""
    rendered: list[str] = []

    class Counted(PrintedPage):
        def render(self, *arguments: object, **options: object) -> object:
            rendered.append("")
            return super().render(*arguments, **options)

    page = PAGE.replace("</body>", '<p style="break-before: page">En</p>' * (sheets - 1) + "</body>")
    assert len(lay_out(Counted(page), {}).pages) == sheets
    assert len(rendered) == tries


@pytest.mark.full
def test_no_box_is_held_when_the_tags_are_mended() -> None:
    """All that is laid out has been let go of by then, half of a long document's memory."""

    def count(_: str = "") -> None:
        gc.collect()
        held.append(sum(isinstance(one, boxes.Box) for one in gc.get_objects()))

    held: list[int] = []
    count()
    to_pdf(STYLED.replace("{style}", ""), told=count)
    assert held[1] == held[0]


@pytest.mark.full
def test_each_page_is_let_go_of_when_it_is_tagged(monkeypatch: pytest.MonkeyPatch) -> None:
    """The boxes of a long document's pages are not held beside all their tags."""

    def tagged(box: object) -> None:
        let_go(box)
        if isinstance(box, boxes.PageBox):
            gc.collect()
            held.append(sum(isinstance(one, boxes.LineBox) for one in gc.get_objects()))

    let_go, held = typeset._let_go, list[int]()
    monkeypatch.setattr(typeset, "_let_go", tagged)
    to_pdf(PAGE.replace("</body>", '<p style="break-before: page">En</p>' * 3 + "</body>"))
    assert len(held) == 4
    assert held == sorted(set(held), reverse=True)


@pytest.mark.full
def test_nothing_stays_changed() -> None:
    """After a document, and after one that failed, WeasyPrint, pydyf and what is looked through are as they were."""
    before = (tags._build_box_tree, pydyf.PDF.page_references)
    to_pdf(PAGE)
    assert (tags._build_box_tree, pydyf.PDF.page_references) == before
    assert gc.get_freeze_count() == 0
    with pytest.raises(ZeroDivisionError), quick_page_references(), recorded_origins(tags, boxes.BlockLevelBox):
        _ = 1 / 0
    assert (tags._build_box_tree, pydyf.PDF.page_references) == before
