"""The PDF that is published: it claims to keep two standards only when that has been checked."""

from frivilligrapport.rendering.pdf.faults import ClaimFault
from frivilligrapport.rendering.pdf.gate import find_breaches, is_checkable
from frivilligrapport.rendering.pdf.typeset import to_pdf


def to_checked_pdf(html: str) -> bytes:
    """Make a PDF that says it keeps PDF/UA-1 and PDF/A-2a, and does; without the extra pdfkontrol it says neither.

    Raises ClaimFault with each rule that is broken, and what `to_pdf` raises.
    """
    if not is_checkable():
        return to_pdf(html)
    pdf = to_pdf(html, claims=True)
    breaches = find_breaches(pdf)
    if breaches:
        raise ClaimFault(breaches)
    return pdf
