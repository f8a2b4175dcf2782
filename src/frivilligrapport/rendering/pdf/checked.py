"""The PDF that is published: it claims to keep two standards only when that has been checked.

The checker is page-validation. What it is known to get wrong or to pass over, pikepdf looks at. Both come with the
extra pdfkontrol and are loaded when they are needed.
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from xml.etree.ElementTree import ParseError, fromstring

from frivilligrapport.rendering.pdf.faults import Breach, ClaimFault

if TYPE_CHECKING:
    from pikepdf import Pdf

# The checker's name of each profile, and the standard's own.
PROFILES = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}
# Our own names, for rules of ISO 14289-1, 7.1: all real content is tagged, and what is tagged can be heard.
HIDDEN = Breach("PDF/UA-1", "7.1 (skjult)", "noget, der skal læses op, er mærket til at blive sprunget over")
UNTAGGED = Breach("PDF/UA-1", "7.1 (umærket)", "noget på en side, fx med CSS-egenskaben opacity, er slet ikke mærket")
# What a rule is about, by its name without its standard and number; the first that fits.
_ABOUT = (
    ("FIGURE-|FORMULA-", "et billede eller et diagram har ingen tekst, der kan læses op i stedet"),
    ("LINK-|ANNOTATION-", "et link er ikke beskrevet eller mærket rigtigt"),
    ("VIEWER-PREFERENCES", "dokumentets titel vises ikke i vinduet"),
    ("METADATA-TITLE|INFO-TITLE", "dokumentet har ingen titel"),
    (".*LANG", "sproget er ikke angivet, eller det er angivet forkert"),
    ("ID-|XMP-|METADATA-|INFO-", "filens oplysninger om sig selv mangler eller er forkerte"),
    ("HEADING-", "overskrifternes niveauer følger ikke efter hinanden"),
    ("TABLE-|THEAD-|TBODY-|TFOOT-|TR-|TH-|TD-", "en tabel er ikke mærket rigtigt"),
    ("LI-|L-|LBODY-", "en liste er ikke mærket rigtigt"),
    ("TOC", "indholdsfortegnelsen er ikke mærket rigtigt"),
    ("NOTE-", "en note har ikke sit eget id"),
    (
        "CONTENT-TAGGING|ARTIFACT-|TAGGED-CONTENT",
        "noget på en side er ikke mærket til at blive læst op eller sprunget over",
    ),
    ("STRUCT-|TAGGED-DOCUMENT|FORM-STRUCTURE", "filens mærkning af indholdet er ikke hel"),
    ("FONT-|CMAP|CID|TRUETYPE-|TYPE|UNICODE-|NOTDEF-", "en skrift er ikke lagt rigtigt ind i filen"),
    ("IMAGE-|JPEG2000-", "et billede er gemt på en måde, der ikke kan arkiveres"),
    ("STREAM-|XREF-|HEADER-|TRAILER-|INDIRECT-|HEX-|STRING-", "filen er ikke skrevet rigtigt"),
    (
        "DEVICE|ICC|OUTPUTINTENT|TRANSPARENCY-|EXTGSTATE-",
        "farverne er ikke beskrevet, så de vises ens overalt",
    ),
)


class CheckedPdf(NamedTuple):
    """A PDF that keeps what it claims, and its text as it is read aloud."""

    data: bytes
    text: str


def to_checked_pdf(html: str) -> CheckedPdf:
    """Make a PDF that says it keeps PDF/UA-1 and PDF/A-2a, and does; without the extra pdfkontrol it says neither.

    Raises ClaimFault with each rule that is broken, and what `to_pdf` raises.
    """
    from frivilligrapport.rendering.pdf.typeset import to_pdf  # noqa: PLC0415 - slow, needs system libraries

    texts: list[str] = []
    pdf = to_pdf(html, claims=is_checkable(), told=texts.append)
    breaches = find_breaches(pdf) if is_checkable() else ()
    if breaches:
        raise ClaimFault(breaches)
    return CheckedPdf(pdf, "".join(texts))


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

    Known false alarms are left out when a second look with pikepdf finds them false (`WAIVERS`); content that
    is lost is looked for too, which page-validation is known to pass over.
    """
    return tuple(dict.fromkeys(_breaches(pdf))) or _lost_content(pdf)


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


def explain(rule: str, message: str) -> str:
    """Say what a broken rule is about; `message` is the checker's own, in English, for rules without words here."""
    known = (text for pattern, text in _ABOUT if re.match(pattern, rule.partition("-")[2]))
    return next(known, f"kontrolprogrammet skriver: {message}")


def _is_false_alarm(rule: str, pdf: bytes) -> bool:
    import pikepdf  # noqa: PLC0415 - only there with the extra

    if rule not in WAIVERS:
        return False
    try:
        with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False, suppress_warnings=True) as opened:
            return WAIVERS[rule](opened, pdf)
    except pikepdf.PdfError:
        return False


def _lengths_hold(pdf: "Pdf", data: bytes) -> bool:
    """Tell whether each stream is as long as it says: the end mark follows its last byte on a new line.

    The checker takes a stream that happens to end in the byte of a carriage return to be one byte shorter than it says:
    one in 256, so which file is hit depends on its text.
    """
    from pikepdf import Stream  # noqa: PLC0415 - only there with the extra

    for item in pdf.objects:
        if isinstance(item, Stream):
            raw = item.read_raw_bytes()
            if int(item.stream_dict.Length) != len(raw) or b"stream\n" + raw + b"\nendstream" not in data:
                return False
    return not pdf.get_warnings()


def _metadata_is_readable(pdf: "Pdf", _: bytes) -> bool:
    """Tell whether the metadata are XML behind a filter that every reader knows.

    Compressed metadata are forbidden in PDF/A-1 only (ISO 19005-1, 6.7.2); the checker holds them against PDF/A-2.
    """
    metadata = pdf.Root.Metadata
    try:
        fromstring(re.sub(rb"<\?xpacket[^>]*\?>", b"", metadata.read_bytes()))  # noqa: S314 - our own file
    except ParseError:
        return False
    return metadata.get("/Filter") in {None, "/FlateDecode"}


# The rules whose alarms may be false, each with the second look that tells.
WAIVERS: Mapping[str, Callable[["Pdf", bytes], bool]] = {
    "PDFA2A-STREAM-LENGTH-001": _lengths_hold,
    "PDFA2A-METADATA-FILTER-001": _metadata_is_readable,
}


def _lost_content(data: bytes) -> tuple[Breach, ...]:
    """Tell whether the tags name content that the pages hide, and whether a page draws a group that no tag holds."""
    import pikepdf  # noqa: PLC0415 - only there with the extra

    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn, has_untagged = _drawn(pdf)
        hidden = set(_named(pdf.Root.StructTreeRoot.K[0])) - drawn
    return (*((HIDDEN,) if hidden else ()), *((UNTAGGED,) if has_untagged else ()))


def _drawn(pdf: "Pdf") -> tuple[set[tuple[Any, int]], bool]:
    """Collect page and number of all content that can be heard; tell whether a group is drawn outside all tags."""
    import pikepdf  # noqa: PLC0415 - the same

    found: set[tuple[Any, int]] = set()
    has_untagged = False
    for page in pdf.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page, "BDC BMC EMC Do"):
            name, operands = str(instruction.operator), cast("Any", instruction.operands)
            depth += {"EMC": -1, "Do": 0}.get(name, 1)
            has_untagged |= name == "Do" and depth == 0
            if name == "BDC" and operands[0] != "/Artifact" and "/MCID" in operands[1]:
                found.add((page.objgen, int(operands[1].MCID)))
    return found, has_untagged


def _named(element: Any) -> Iterator[tuple[Any, int]]:
    """Yield page and number of all content that the tags name, from an element down."""
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.Pg.objgen, int(kid.MCID)
        elif kid.get("/Type") == "/StructElem":
            yield from _named(kid)
