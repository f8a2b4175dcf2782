"""HTML to a tagged PDF: the only module that knows WeasyPrint.

Importing it loads WeasyPrint, and raises MissingLibrary on a machine that lacks Pango or HarfBuzz-subset.
"""

import logging
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from frivilligrapport.rendering.faults import RenderFault
from frivilligrapport.rendering.libraries import missing_pango, missing_subsetter
from frivilligrapport.rendering.pdf_claims import write_claims
from frivilligrapport.rendering.pdf_clock import stopped_clock
from frivilligrapport.rendering.pdf_origins import recorded_origins
from frivilligrapport.rendering.pdf_pages import quick_page_references
from frivilligrapport.rendering.pdf_tags import repair_tags

try:
    with warnings.catch_warnings():
        # Whether the machine has fonts does not matter: the page brings its own.
        warnings.filterwarnings("ignore", "No fonts configured|FontConfig cannot load", UserWarning)
        from weasyprint import HTML
        from weasyprint.formatting_structure.boxes import BlockLevelBox
        from weasyprint.pdf import tags
        from weasyprint.text.ffi import harfbuzz_subset
        from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse
except OSError as error:
    raise missing_pango(sys.platform, str(error)) from error
if harfbuzz_subset is None:
    raise missing_subsetter(sys.platform)

VARIANT = "pdf/a-2a"
# Both talk through logging: a missing picture or font is only a record there, and must not pass unseen.
_ENGINES = ("weasyprint", "fontTools")


def to_pdf(html: str, *, claims: bool = False) -> bytes:
    """Make a tagged PDF from a page that holds all it needs (`rendering.html.render`).

    With `claims` it says that it keeps PDF/UA-1 and PDF/A-2a, which is then for the caller to check
    (`rendering.pdf_checked`). The same text gives the same bytes: no clock is read, the document's dates are those of
    its <meta> elements. Nothing outside the page is fetched. Raises RenderFault when the engine warns of anything.
    """
    with _recorded() as messages, stopped_clock(html):
        try:
            pdf = _write(HTML(string=html, url_fetcher=_OnlyInline()), claims=claims)
        except FatalURLFetchingError as error:
            raise RenderFault((str(error),)) from error
    if messages:
        raise RenderFault(tuple(dict.fromkeys(messages)))
    return pdf


def _write(page: HTML, *, claims: bool) -> bytes:
    """Lay out and write, with the tags repaired before they are written."""
    with recorded_origins(tags, BlockLevelBox) as origins, quick_page_references():

        def finish(document: Any, pdf: Any) -> None:
            repair_tags(pdf, origins, page.etree_element, document.fonts)
            write_claims(pdf, claims=claims)

        written: bytes = page.write_pdf(pdf_variant=VARIANT, finisher=finish)
    return written


class _OnlyInline(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Give the engine what stands in the page itself (data:), and stop at any other address."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if not url.startswith("data:"):
            raise FatalURLFetchingError(f"»{url}« ligger uden for rapporten og hentes ikke.")
        return super().fetch(url, headers)


@contextmanager
def _recorded() -> Iterator[list[str]]:
    """Collect what the engines complain about while the block runs."""
    messages: list[str] = []
    handler = _Collector(messages)
    for name in _ENGINES:
        logging.getLogger(name).addHandler(handler)
    try:
        with warnings.catch_warnings():
            # WeasyPrint 70 leaves its own colour profile to be closed by the garbage collector.
            warnings.filterwarnings("ignore", "unclosed file .*sRGB2014", ResourceWarning)
            yield messages
    finally:
        for name in _ENGINES:
            logging.getLogger(name).removeHandler(handler)


class _Collector(logging.Handler):
    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self._messages.append(record.getMessage())
