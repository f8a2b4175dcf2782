"""The checker's false alarms: waived when a second look finds the thing in order, and only then."""

import re
from typing import Any

import page
import pikepdf
import pytest

from frivilligrapport.rendering.pdf import typeset
from frivilligrapport.rendering.pdf.checked import WAIVERS, find_breaches
from frivilligrapport.rendering.pdf.claims import write_claims
from frivilligrapport.rendering.pdf.typeset import to_pdf
from support.pdf.damaged_pdf import PAGE, changed

pytestmark = pytest.mark.full


def ending_in_return(opened: pikepdf.Pdf) -> None:
    """Let a stream end in the byte that the checker takes for a part of the line's end."""
    sheet = opened.pages[0]
    sheet.Contents.write(sheet.Contents.read_bytes() + b"\r")


def with_packed_metadata(monkeypatch: pytest.MonkeyPatch, text: bytes = b"") -> bytes:
    """Make a PDF with packed metadata, as PDF/A-2 allows, and perhaps with another text."""

    def write(made: Any, *, claims: bool) -> None:
        write_claims(made, claims=claims)
        metadata = made.objects[int(made.catalog["Metadata"].split()[0])]
        metadata.compress = True
        metadata.stream[0] = text or metadata.stream[0]

    monkeypatch.setattr(typeset, "write_claims", write)
    return to_pdf(PAGE, claims=True)


def alarms_in(data: bytes) -> set[str]:
    """Name the rules that the checker itself finds broken."""
    return {failure.rule_id for failure in page.validate_pdf_bytes(data, profile="2a").failures}


def test_a_stream_that_ends_in_a_return_is_a_false_alarm() -> None:
    """The checker reads the stream as one byte shorter than it says; the second look sees that it is right."""
    data = changed(ending_in_return)
    assert alarms_in(data) == {"PDFA2A-STREAM-LENGTH-001"}
    assert find_breaches(data) == ()


def test_packed_metadata_are_a_false_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    """The checker applies a rule of PDF/A-1; metadata that can be read are in order."""
    data = with_packed_metadata(monkeypatch)
    assert alarms_in(data) == {"PDFA2A-METADATA-FILTER-001"}
    assert find_breaches(data) == ()


def test_unreadable_metadata_are_no_false_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packed is allowed; broken is not."""
    data = with_packed_metadata(monkeypatch, b"<x:xmpmeta")
    assert "PDFA2A-METADATA-FILTER-001" in {breach.rule for breach in find_breaches(data)}


def test_only_two_rules_are_ever_waived() -> None:
    """Any other alarm stops the build."""
    assert sorted(WAIVERS) == ["PDFA2A-METADATA-FILTER-001", "PDFA2A-STREAM-LENGTH-001"]


@pytest.mark.parametrize("off_by", [-1, 1])
def test_a_stream_of_another_length_is_no_false_alarm(off_by: int) -> None:
    """A length that really is wrong stops the build, too short or too long."""
    data = changed(ending_in_return)
    length = max(re.findall(rb"/Length (\d+)", data), key=int)
    wrong = data.replace(b"/Length " + length, b"/Length %d" % (int(length) + off_by))
    assert "PDFA2A-STREAM-LENGTH-001" in {breach.rule for breach in find_breaches(wrong)}
