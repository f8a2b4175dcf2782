"""The gate: what a finished PDF may not be when it claims PDF/UA-1 and PDF/A-2a."""

import io
import sys
from collections.abc import Callable
from types import ModuleType

import pikepdf
import pytest

from frivilligrapport.rendering.pdf import checked
from frivilligrapport.rendering.pdf.checked import HIDDEN, UNTAGGED, explain, find_breaches, to_checked_pdf
from frivilligrapport.rendering.pdf.faults import Breach, ClaimFault
from frivilligrapport.rendering.pdf.typeset import to_pdf
from support.pdf.damaged_pdf import (
    PAGE,
    changed,
    finished,
    misspelt_claim,
    renamed,
    text_as_artifact,
    text_outside_tags,
    without,
    without_descriptions,
    without_language,
    without_title,
)

pytestmark = pytest.mark.full


def test_a_finished_pdf_passes_and_so_does_a_copy() -> None:
    """Opening and saving it breaks nothing: what the next test finds is what that test did."""
    assert find_breaches(finished()) == ()
    assert find_breaches(changed(lambda _: None)) == ()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (without("/Alt", "Figure"), "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"),
        (without_title, "PDFUA1-VIEWER-PREFERENCES-001"),
        (without_language, "PDFUA1-TEXT-LANGUAGE-001"),
        (renamed("H2", "H4"), "PDFUA1-HEADING-NESTING-001"),
        (without_descriptions, "PDFUA1-LINK-CONTENTS-001"),
        (without("/A", "TH", "TD"), "PDFUA1-TABLE-HEADERS-SCOPE-001"),
        (renamed("LBody", "P"), "PDFUA1-LI-KIDS-001"),
        (misspelt_claim, "PDFUA1-ID-PART-001"),
        (text_as_artifact, HIDDEN.rule),
        (text_outside_tags, "PDFUA1-CONTENT-TAGGING-001"),
        (without("/ID", "Note"), "PDFUA1-NOTE-ID-001"),
    ],
)
def test_every_injected_defect_is_found(change: Callable[[pikepdf.Pdf], None], rule: str) -> None:
    """Eleven ways to make a PDF that a screen reader's user cannot use; each is named."""
    assert rule in {breach.rule for breach in find_breaches(changed(change))}


def test_text_outside_all_tags_is_found_in_a_group_too() -> None:
    """With opacity WeasyPrint draws a group that it does not tag, which page-validation passes over."""
    faint = PAGE.replace("<p>Se", '<p style="opacity: 0.5">Kan ikke høres.</p><p>Se')
    assert find_breaches(to_pdf(faint, claims=True)) == (UNTAGGED,)


def test_a_file_that_is_no_pdf_is_told() -> None:
    """What cannot be read keeps nothing."""
    standards = [(breach.standard, breach.rule) for breach in find_breaches(b"%PDF-1.7 and nothing more")]
    assert standards == [("PDF/UA-1", ""), ("PDF/A-2a", "")]


def test_a_table_of_more_rows_than_the_checker_expects_passes() -> None:
    """A list of sources with thousands of figures is no attack."""
    rows = "<tr><td>1</td></tr>" * 1030
    assert to_checked_pdf(PAGE.replace("</ul>", f"</ul><table>{rows}</table>")).data.startswith(b"%PDF-1.7")


def test_without_the_checker_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that nobody checked says neither PDF/UA nor PDF/A, in the metadata or elsewhere."""
    monkeypatch.setattr(checked, "is_checkable", lambda: False)
    with pikepdf.open(io.BytesIO(to_checked_pdf(PAGE).data)) as opened:
        metadata = opened.Root.Metadata.read_bytes()
    assert b"pdfuaid" not in metadata
    assert b"pdfaid" not in metadata
    assert metadata.count(b"rdf:Description") > 0


def test_a_broken_rule_stops_the_build_in_danish(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault names standard and rule, and says what is wrong in plain words."""
    breach = Breach("PDF/UA-1", "PDFUA1-NOTE-ID-001", explain("PDFUA1-NOTE-ID-001", "no id"))
    monkeypatch.setattr(checked, "find_breaches", lambda _: (breach,))
    with pytest.raises(ClaimFault) as caught:
        to_checked_pdf(PAGE)
    assert str(caught.value) == (
        "PDF'en overholder ikke kravene til tilgængelighed og arkivering:\n"
        "   PDF/UA-1, regel PDFUA1-NOTE-ID-001: en note har ikke sit eget id."
    )


def test_a_rule_without_danish_words_is_quoted() -> None:
    """A rule that is new in the checker is told in the checker's words."""
    assert explain("PDFUA1-SOMETHING-001", "something is wrong") == "kontrolprogrammet skriver: something is wrong"


def test_another_package_of_the_same_name_is_no_checker(monkeypatch: pytest.MonkeyPatch) -> None:
    """`page` is a common name."""
    monkeypatch.setitem(sys.modules, "page", ModuleType("page"))
    assert not checked.is_checkable()
    monkeypatch.setitem(sys.modules, "page", None)
    assert not checked.is_checkable()
