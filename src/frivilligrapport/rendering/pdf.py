"""HTML to a tagged PDF: the only module that knows WeasyPrint.

Importing it loads WeasyPrint, and raises MissingLibrary on a machine that lacks Pango or HarfBuzz-subset.
"""

import logging
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from frivilligrapport.rendering.faults import RenderFault
from frivilligrapport.rendering.libraries import missing_pango, missing_subsetter
from frivilligrapport.rendering.pdf_structure import Origin
from frivilligrapport.rendering.pdf_tags import repair_tags

try:
    from weasyprint import HTML
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


def to_pdf(html: str) -> bytes:
    """Make a tagged PDF/A-2a file from a page that holds all it needs (`rendering.html.render`).

    The same text gives the same bytes: no clock is read, the document's dates are those of its <meta> elements.
    Nothing outside the page is fetched. Raises RenderFault when the engine warns of anything at all.
    """
    with _recorded() as messages:
        try:
            page = HTML(string=html, url_fetcher=_OnlyInline())
            with _origins() as origins:
                pdf: bytes = page.write_pdf(pdf_variant=VARIANT, finisher=partial(_finish, origins))
        except FatalURLFetchingError as error:
            raise RenderFault((str(error),)) from error
    if messages:
        raise RenderFault(tuple(dict.fromkeys(messages)))
    return pdf


def _finish(origins: dict[int, Origin], _: object, pdf: Any) -> None:
    """Repair the tags, and leave the metadata readable for archives' tools: PDF/A asks for it uncompressed."""
    repair_tags(pdf, origins)
    number = int(pdf.catalog["Metadata"].split()[0])
    pdf.objects[number].compress = False


@contextmanager
def _origins() -> Iterator[dict[int, Origin]]:
    """Record, while the block runs, which HTML element each structure element was made from, by object number.

    WeasyPrint drops the connection, so its own function is wrapped: the reason for the pinned version, and for a test
    that fails when the function changes.
    """
    found: dict[int, Origin] = {}
    original = tags._build_box_tree  # noqa: SLF001 - see above

    def recorded(box: Any, *arguments: Any) -> Iterator[Any]:
        real = getattr(box, "_box", box)
        for element in original(box, *arguments):
            found.setdefault(element.number, Origin(real.element, real.element_tag))
            yield element

    tags._build_box_tree = recorded  # noqa: SLF001 - see above
    try:
        yield found
    finally:
        tags._build_box_tree = original  # noqa: SLF001 - see above


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
