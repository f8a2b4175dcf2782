"""Each document has a title of its own: in the window, in the PDF, and where a link to it is shown."""

import html
import re

from frivilligrapport.documents.catalogue import document_types
from support.editions import KINDS, Edition, Editions


def titles(edition: Edition) -> dict[str, str]:
    """Give the title of each page, by its file's name; what is said where a link is shown is the same."""
    found: dict[str, str] = {}
    for path in (*edition.folder.glob("*.html"), *edition.letters.glob("*.html")):
        page = path.read_text(encoding="utf-8")
        (title,) = re.findall(r"<title>(.*?)</title>\n<meta", page)
        assert re.findall(r'<meta property="og:title" content="(.*?)">', page) == [title]
        found[path.stem] = html.unescape(title)
    return found


def test_no_two_documents_of_an_edition_have_the_same_title(editions: Editions) -> None:
    """And each says which year it is of, but for those whose title people have written."""
    for kind in KINDS:
        found = titles(editions(kind))
        assert len({*found.values()}) == len(found)
        assert [title for name, title in found.items() if "2014" not in title and name != "foelgenotat"] == []


def test_a_document_says_what_it_is(editions: Editions) -> None:
    """The letter is a letter, and the short edition a short one, also to who only sees the title."""
    kinds = {one.name: one.title for one in document_types() if one.name != "index"}
    told = {
        name: title
        for name, title in titles(editions("fullest")).items()
        for kind in [name.partition("-")[0] if name != "kort-udgave" else name]
        if kind in kinds and kinds[kind].lower() not in title.lower()
    }
    assert told == {}


def test_the_pdf_has_the_title_of_its_page(editions: Editions) -> None:
    """It is what a reader's window shows and what a screen reader says first."""
    edition = editions("fullest")
    pages = titles(edition)
    for one in edition.documents():
        info, metadata = one.pdf.pdf.docinfo, one.pdf.pdf.open_metadata()
        assert str(info["/Title"]) == pages[one.name]
        assert metadata["dc:title"] == pages[one.name]
        assert one.pdf.pdf.Root.ViewerPreferences.DisplayDocTitle
