"""Does a finished PDF keep what it claims? Asks page-validation, which comes with frivilligrapport[pdfkontrol]."""

import io
from collections.abc import Iterator

from frivilligrapport.rendering.faults import Breach
from frivilligrapport.rendering.pdf_content import find_lost_content
from frivilligrapport.rendering.pdf_rules import explain
from frivilligrapport.rendering.pdf_waivers import WAIVERS

# The checker's name of each profile, and the standard's own.
PROFILES = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}


def is_checkable() -> bool:
    """Tell whether the packages of the extra are installed; another package by the name of `page` does not count."""
    try:
        import page  # noqa: PLC0415 - only there with the extra
        import pikepdf  # noqa: F401, PLC0415 - the same
    except ImportError:
        return False
    return hasattr(page, "validate_pdf_bytes")


def find_breaches(pdf: bytes) -> tuple[Breach, ...]:
    """List each rule of PDF/UA-1 and PDF/A-2a that a file breaks, once, in the order found.

    Known false alarms are left out when a second look with pikepdf finds them false (`WAIVERS`); what page-validation
    is known to pass over is looked up too (`pdf_content`).
    """
    return tuple(dict.fromkeys(_breaches(pdf))) or find_lost_content(pdf)


def _breaches(pdf: bytes) -> Iterator[Breach]:
    import page  # noqa: PLC0415 - only there with the extra

    for profile, standard in PROFILES.items():
        try:
            # The limits guard against hostile files; ours has as many rows as there are figures.
            failures = page.validate_pdf_bytes(pdf, profile=profile, limits=page.SafetyLimits.unlimited()).failures
        except page.PageError as error:
            yield Breach(standard, "", f"filen kan ikke læses af kontrolprogrammet ({error})")
            continue
        for failure in failures:
            if not _is_false_alarm(failure.rule_id, pdf):
                yield Breach(standard, failure.rule_id, explain(failure.rule_id, failure.message))


def _is_false_alarm(rule: str, pdf: bytes) -> bool:
    import pikepdf  # noqa: PLC0415 - only there with the extra

    waiver = next((one for one in WAIVERS if one.rule == rule), None)
    if waiver is None:
        return False
    try:
        with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False, suppress_warnings=True) as opened:
            return waiver.is_in_order(opened, pdf)
    except pikepdf.PdfError:
        return False
