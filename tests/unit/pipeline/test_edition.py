"""A PDF is made once for each page, and made anew when anything that lays it out is another."""

from dataclasses import dataclass, field

import pytest

from frivilligrapport.pipeline import document_keys, edition
from frivilligrapport.pipeline.edition import pdf_key
from frivilligrapport.pipeline.manifest import CHECKERS, versions
from frivilligrapport.rendering.pdf import checked
from frivilligrapport.rendering.pdf.checked import CheckedPdf
from frivilligrapport.rendering.pdf.faults import Overrun, PageOverflow
from support.pdf.one_page import pdf_of

CHECKED = b"%PDF <pdfuaid:part>1</pdfuaid:part>"
UNCHECKED = b"%PDF"


@dataclass(frozen=True)
class Memory:
    """Keep documents while a test runs."""

    kept: dict[str, bytes] = field(default_factory=dict)

    def get(self, key: str) -> bytes | None:
        """Give what was kept."""
        return self.kept.get(key)

    def put(self, key: str, data: bytes) -> None:
        """Keep a document."""
        self.kept[key] = data


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the pages that are laid out; each becomes the same checked PDF."""
    pages: list[str] = []

    def lay_out(html: str) -> CheckedPdf:
        pages.append(html)
        return CheckedPdf(CHECKED, "")

    monkeypatch.setattr(checked, "to_checked_pdf", lay_out)
    return pages


def test_the_same_page_is_laid_out_once(made: list[str]) -> None:
    """The second time it is the one that was kept; without a cache it is made each time."""
    memory = Memory()
    assert [pdf_of("<p>", memory), pdf_of("<p>", memory)] == [CHECKED, CHECKED]
    assert made == ["<p>\n"]
    assert [pdf_of("<p>"), pdf_of("<p>")] == [CHECKED, CHECKED]
    assert made == ["<p>\n"] * 3


def test_another_page_is_another_document(made: list[str]) -> None:
    """One letter is enough."""
    memory = Memory()
    pdf_of("<p>a", memory)
    pdf_of("<p>b", memory)
    assert made == ["<p>a\n", "<p>b\n"]


@pytest.mark.parametrize("name", ["frivilligrapport", "weasyprint", "pydyf", "pango", "page-validation"])
def test_another_maker_is_another_document(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A new version, and a package that has come or gone, give a new key."""
    before = pdf_key("<p>")
    told = versions()
    keys = set()
    for changed in (told | {name: "99"}, {one: text for one, text in told.items() if one != name}):
        monkeypatch.setattr(document_keys, "versions", lambda changed=changed: changed)
        keys.add(pdf_key("<p>"))
    assert len({before, *keys}) == 3


def test_our_own_code_is_a_maker_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a checkout the code changes while the version stands still, of what makes a PDF and of what looks at it."""
    before = pdf_key("<p>")
    monkeypatch.setattr(document_keys, "sum_below", lambda _: "another")
    assert pdf_key("<p>") != before


def test_what_it_is_held_against_is_known_too(made: list[str]) -> None:
    """A PDF that was let through with a number in it is made and looked at again where the number is not known."""
    memory = Memory()
    for known in ({"0101701234"}, set[str](), {"0101701234"}):
        pdf_of("<p>", memory, frozenset(known))
    assert made == ["<p>\n"] * 2


@pytest.mark.parametrize(("has_checker", "is_kept"), [(True, False), (False, True)])
def test_a_pdf_without_claims(
    made: list[str], monkeypatch: pytest.MonkeyPatch, has_checker: bool, is_kept: bool
) -> None:
    """It is kept where there is no checker; where there is one that did not run, the next build tries again."""
    told = versions() | {"page-validation": "1", "pikepdf": "1"}
    found = told if has_checker else {one: text for one, text in told.items() if one not in CHECKERS}
    monkeypatch.setattr(edition, "versions", lambda: found)
    monkeypatch.setattr(checked, "to_checked_pdf", lambda _: CheckedPdf(UNCHECKED, ""))
    memory = Memory()
    assert pdf_of("<p>", memory) == UNCHECKED
    assert (UNCHECKED in memory.kept.values()) is is_kept


def test_what_has_no_room_is_told_with_the_documents_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an edition's many files one must know which it is."""

    def lay_out(_: str) -> CheckedPdf:
        raise PageOverflow((Overrun(2, "Ord"),))

    monkeypatch.setattr(checked, "to_checked_pdf", lay_out)
    with pytest.raises(PageOverflow, match=r"^»Ord« går ud over kanten på side 2 i a\.pdf\.$"):
        pdf_of("<p>")
