"""The checker's known false alarms: each passed over only when a second look finds the thing in order."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError, fromstring

if TYPE_CHECKING:
    from pikepdf import Pdf


@dataclass(frozen=True)
class Waiver:
    """Name a rule of page-validation, why its alarm may be false, and the second look that tells."""

    rule: str
    because: str
    is_in_order: Callable[["Pdf", bytes], bool]


def _lengths_hold(pdf: "Pdf", data: bytes) -> bool:
    """Tell whether each stream is as long as it says: the end mark follows its last byte on a new line."""
    from pikepdf import Stream  # noqa: PLC0415 - only there with the extra

    for item in pdf.objects:
        if isinstance(item, Stream):
            raw = item.read_raw_bytes()
            if int(item.stream_dict.Length) != len(raw) or b"stream\n" + raw + b"\nendstream" not in data:
                return False
    return not pdf.get_warnings()


def _metadata_is_readable(pdf: "Pdf", _: bytes) -> bool:
    """Tell whether the metadata are XML behind a filter that every reader knows."""
    metadata = pdf.Root.Metadata
    try:
        fromstring(re.sub(rb"<\?xpacket[^>]*\?>", b"", metadata.read_bytes()))  # noqa: S314 - our own file
    except ParseError:
        return False
    return metadata.get("/Filter") in {None, "/FlateDecode"}


WAIVERS = (
    Waiver(
        "PDFA2A-STREAM-LENGTH-001",
        "A stream that happens to end in the byte of a carriage return is taken to be one byte shorter than it says: "
        "one in 256, so which file is hit depends on its text.",
        _lengths_hold,
    ),
    Waiver(
        "PDFA2A-METADATA-FILTER-001",
        "Compressed metadata are forbidden in PDF/A-1 only (ISO 19005-1, 6.7.2).",
        _metadata_is_readable,
    ),
)
