"""A finished PDF kept under what it was made of, so that an unchanged report is not laid out again."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from frivilligrapport.pipeline.versions import CHECKERS, versions
from frivilligrapport.rendering import pdf
from frivilligrapport.rendering.pdf.claims import makes_claims


class Cache(Protocol):
    """Keep documents by key. What cannot be kept or found again is no fault: the document is then made anew."""

    def get(self, key: str) -> bytes | None:
        """Give what was kept, None when it is not there or is not whole."""
        ...

    def put(self, key: str, data: bytes) -> None:
        """Keep a document."""
        ...


class NoCache:
    """Keep nothing."""

    def get(self, key: str) -> bytes | None:  # noqa: ARG002 - the protocol's
        """Give nothing."""
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep nothing."""


NO_CACHE = NoCache()


def pdf_of(html: str, cache: Cache) -> bytes:
    """Give the checked PDF of a page, the one that was kept or a new one.

    One that was kept costs neither WeasyPrint nor the checker, and was checked when it was made. Raises what
    `rendering.pdf.checked` raises.
    """
    key = pdf_key(html)
    kept = cache.get(key)
    if kept is not None:
        return kept
    from frivilligrapport.rendering.pdf.checked import to_checked_pdf  # noqa: PLC0415 - slow, needs system libraries

    pdf = to_checked_pdf(html)
    # Where a checker that is installed did not run, the next build must try again.
    if makes_claims(pdf) == all(name in versions() for name in CHECKERS):
        cache.put(key, pdf)
    return pdf


def pdf_key(html: str) -> str:
    """Give the key of a page's PDF: the page with its style sheet, fonts and pictures, and all that lays it out."""
    makers = json.dumps({"kode": _own_code(), **versions()}, sort_keys=True)
    return sha256(f"{makers}\n{html}".encode()).hexdigest()


def _own_code() -> str:
    """Tell one state of our own PDF code from another: in a checkout it changes while the version stands still."""
    folder = Path(pdf.__file__).parent
    return sha256(b"".join(one.read_bytes() for one in sorted(folder.rglob("*.py")))).hexdigest()
