"""HTML to a tagged PDF, with WeasyPrint."""

import gc
import logging
import re
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from copy import copy
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from weakref import WeakKeyDictionary

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.line_breaks import with_breaks
from frivilligrapport.rendering.pdf.claims import write_claims
from frivilligrapport.rendering.pdf.edges import Sheet, find_ink_outside, find_overruns, share_filled
from frivilligrapport.rendering.pdf.faults import MissingLibrary, OutsideAddress, Overrun, PageOverflow, render_fault
from frivilligrapport.rendering.pdf.ink import read_pages
from frivilligrapport.rendering.pdf.libraries import FOUND_BY_FILE_NAME, environment_variables
from frivilligrapport.rendering.pdf.tags.repair import repair_tags
from frivilligrapport.rendering.pdf.tags.structure import recorded_origins

try:
    # Where a library is missing it prints a page of English advice; ours is in the refusal.
    with warnings.catch_warnings(), redirect_stdout(StringIO()), environment_variables(FOUND_BY_FILE_NAME):
        # Whether the machine has fonts does not matter: the page brings its own.
        warnings.filterwarnings("ignore", "No fonts configured|FontConfig cannot load", UserWarning)
        from weasyprint import CSS, HTML
        from weasyprint.formatting_structure.boxes import BlockLevelBox, PageBox
        from weasyprint.pdf import tags
        from weasyprint.text.ffi import FROM_UNITS, ffi, fontconfig, harfbuzz_subset, pango
        from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse
except OSError as error:
    raise MissingLibrary(
        "PDF'en kan ikke laves, for biblioteket Pango mangler på denne maskine.", sys.platform, str(error)
    ) from error
if harfbuzz_subset is None:
    # A PDF would come out with other bytes each time, which this program never makes.
    raise MissingLibrary(
        "PDF'en kan ikke laves ens hver gang, for biblioteket HarfBuzz-subset mangler på denne maskine.", sys.platform
    )

VARIANT = "pdf/a-2a"
# Both talk through logging: a missing picture or font is only a record there, and must not pass unseen.
_ENGINES = ("weasyprint", "fontTools")
# What fontTools asks when it writes a font, such as that of an emoji that no font of ours has.
_CLOCK = "SOURCE_DATE_EPOCH"
# The fonts that a page may be set in beside its own: none.
_FONTS = {"FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf"))}
# A link to another document of the edition: a PDF is read by itself, and there the text alone must do.
_OTHER_DOCUMENT = re.compile(r'<a href="[a-z0-9-]+\.html(?:#[^"]*)?"([^>]*)>([^<]*)</a>')
# A heading that can be led to, and what may lead there: a link, the number of its page, a rule of a style sheet.
_PLACE = re.compile(r'(<h[1-6]\b[^>]*?)\sid="([^"]*)"')
_LEADS_TO = re.compile(r"#([\w%-]+)([^\s\"'<>]*)")
# What the engine's own style sheet gives to every element, a style for each, and the word without which a page's style
# sheet uses it nowhere: the pseudo-elements of notes, and those of list items beside <li>.
ON_EVERY_ELEMENT = {
    "marker": "list-item",
    "footnote-call": "footnote",
    "footnote-marker": "footnote",
    "note-call": "note(",
    "note-marker": "note(",
    "note-callback": "note(",
}
# Says whether a sign is drawn in colour, which ink is not; within an emoji it would hide from the PDF what that is.
_CHOOSES_COLOUR = re.compile("[\ufe0e\ufe0f]")
_LIST_START = re.compile(r'<ol start="([0-9]{1,9})"')
# As many sheets, cover and contents among them, as make a document need those, and the class of a body with fewer.
_NEEDS_CONTENTS, _FEW_SHEETS = 10, "faa-sider"
# As much as the last sheet must be filled, and the classes that may bring it about. Of more sheets than these the last
# is left as it falls: each try costs as much as all of them, and few look at the end of so many.
_LEAST_FILLED, _SPACINGS, _MOST_FITTED = 0.27, ("stram", "lidt-luftig", "luftig"), 100
# As many signs of HTML, some fifty sheets, are laid out in so much memory that it is worth the time to give some back.
_LONG = 600_000
_FILLS_A_LINE, _PLACE_TO_BREAK = 60, "\u200b"
_UNBROKEN = frozenset({"head", "style", "script", "svg", "{http://www.w3.org/2000/svg}svg"})
_DATE = re.compile(r'<meta name="dcterms\.modified" content="([0-9]{4}-[0-9]{2}-[0-9]{2})')


def to_pdf(html: str, *, claims: bool = False, told: Callable[[str], object] = lambda _: None) -> bytes:
    """Make a tagged PDF from a page that holds all it needs (`rendering.templates.render`).

    With `claims` it says that it keeps PDF/UA-1 and PDF/A-2a, which is then for the caller to check
    (`rendering.pdf.checked`). The same text gives the same bytes: no clock is read, the document's dates are those of
    its <meta> elements. Nothing outside the page is fetched, and a page with fonts of its own is set in no others.
    `told` is told the PDF's text, as it is read aloud, and may raise. Raises RenderFault when the engine warns of
    anything, PageOverflow when something has no room.
    """
    _forget_the_machines_taste()
    with (
        _recorded() as complaints,
        stopped_clock(html),
        # A page without any font cannot be set but with the machine's.
        environment_variables(_FONTS if "@font-face" in html else {}),
        _scratch(),
        _only_new_rings(),
    ):
        try:
            pdf = _typeset(html, claims=claims, told=told)
        except FatalURLFetchingError as error:
            raise OutsideAddress(str(error)) from error
        _look_for_rings(html)
    if complaints:
        raise render_fault(complaints)
    return pdf


def _typeset(html: str, *, claims: bool, told: Callable[[str], object]) -> bytes:
    """Do as `to_pdf` in the surroundings that it makes, and let go of each thing when nothing more is made of it."""

    def finish(document: Any, pdf: Any) -> None:
        document.pages.clear()
        _look_for_rings(html)
        read = read_pages(pdf, document.fonts.values())
        _refuse(find_ink_outside(read, sheets))
        told(repair_tags(pdf, read, origins, page.etree_element, document.fonts))
        write_claims(pdf, claims=claims)
        if "Outlines" in pdf.catalog:
            pdf.catalog["PageMode"] = "/UseOutlines"

    page = PrintedPage(html)
    options = {"stylesheets": _list_starts(html), "pdf_variant": VARIANT}
    document = lay_out(page, options)
    _look_for_rings(html)
    _refuse(find_overruns(document.pages, _ink))
    sheets = [Sheet.of(one) for one in document.pages]
    with recorded_origins(tags, BlockLevelBox, _let_go) as origins:
        return write(document, options, finish)


@contextmanager
def _only_new_rings() -> Iterator[None]:
    """Let the garbage collector look only at what is made while the block runs, and not at all that there was."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _look_for_rings(html: str) -> None:
    """Let go of what holds itself, when a page is so long that it fills much.

    That is, after the layout, as many boxes again as were laid out, and later their styles.
    """
    if len(html) > _LONG:
        gc.collect()


def _forget_the_machines_taste() -> None:
    """Let fontconfig take our settings for the process's own: it takes those that it meets first, and keeps them.

    A page without fonts would else be set in one of the machine's when it comes first, and in another after a page
    with fonts.
    """
    with environment_variables(_FONTS):
        asked = fontconfig.FcPatternCreate()
        fontconfig.FcConfigSubstitute(ffi.NULL, asked, fontconfig.FcMatchFont)
        fontconfig.FcPatternDestroy(asked)


def _as_text(link: re.Match[str]) -> str:
    """Give what is left of a link to another document: its text, in an element only if that says something."""
    return f"<span{link[1]}>{link[2]}</span>" if link[1] else link[2]


def _without_lost_places(html: str) -> str:
    """Take from headings the ids that nothing on the page leads to: each has styles of its own, and all within it."""
    if "[id" in html:  # a rule of the office that may take any heading with an id
        return html
    led_to = {name for short, rest in _LEADS_TO.findall(html) for name in (unquote(short), unquote(short + rest))}
    return _PLACE.sub(lambda heading: heading[0] if heading[2] in led_to else heading[1], html)


class PrintedPage(HTML):  # type: ignore[misc]  # WeasyPrint ships no types
    """Hold a page as it is printed, with only what it uses of the engine's own style sheet.

    That is half of all time that goes to styles, and of a long page's memory; a test notices when the engine asks for
    its style sheet in another way.
    """

    def __init__(self, html: str) -> None:
        source = _without_lost_places(_OTHER_DOCUMENT.sub(_as_text, _CHOOSES_COLOUR.sub("", html)))
        super().__init__(string=source, url_fetcher=_OnlyInline())
        _let_long_words_break(self.etree_element)
        self._unused = frozenset(name for name, word in ON_EVERY_ELEMENT.items() if word not in html)

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return [self._lean(sheet) for sheet in super()._ua_stylesheets(forms)]

    def _lean(self, sheet: CSS) -> CSS:
        lean = copy(sheet)
        lean.matcher = copy(sheet.matcher)
        by_name, others = lean.matcher.lower_local_name_selectors, lean.matcher.other_selectors
        markers = [one for one in others if one[3] == "marker" and "marker" in self._unused]
        lean.matcher.lower_local_name_selectors = {**by_name, "li": [*by_name.get("li", ()), *markers]}
        lean.matcher.other_selectors = [one for one in others if one[3] not in self._unused]
        return lean


def lay_out(page: HTML, options: dict[str, Any]) -> Any:
    """Lay a page out, by the classes that its style sheet has for it.

    One with contents that fills only a few sheets is laid out as such, and one whose last sheet would be nearly empty a
    little closer or with more air, if that helps and there are not very many sheets.
    """
    body = page.etree_element.find("body")
    own = body.get("class", "") if body is not None else ""

    def rendered(*added: str) -> Any:
        if body is not None:
            body.set("class", " ".join([own, *added]).strip())
        return page.render(**options)

    document = rendered()
    few = len(document.pages) < _NEEDS_CONTENTS and page.etree_element.find(".//nav") is not None
    given = (_FEW_SHEETS,) if few else ()
    if few:
        document = rendered(*given)
    if not _ends_nearly_empty(document):
        return document
    others = (rendered(*given, spacing) for spacing in _SPACINGS)
    return next((one for one in others if not _ends_nearly_empty(one)), document)


def _refuse(overruns: tuple[Overrun, ...]) -> None:
    if overruns:
        raise PageOverflow(overruns)


def _let_go(box: Any) -> None:
    """Let go of all boxes of a page that is tagged, the last that is done to it: they fill more than what is drawn."""
    if isinstance(box, PageBox):
        box.children = ()


def write(document: Any, options: dict[str, Any], finish: Callable[[Any, Any], object] = lambda *_: None) -> bytes:
    """Write a laid out document; `finish` is given it and its pydyf.PDF before that becomes bytes."""

    def finished(document: Any, pdf: Any) -> None:
        finish(document, pdf)
        pdf.objects[1:] = map(_Written, pdf.objects[1:])  # the first is the mark of what is free

    with quick_page_references():
        pdf: bytes = document.write_pdf(finisher=finished, **options)
    return pdf


class _Written(pydyf.Object):  # type: ignore[misc]  # pydyf ships no types
    """Hold the bytes of an object, which pydyf makes twice: to write them, and for the file's identifier."""

    data = b""
    compressible = False

    def __init__(self, made: Any) -> None:
        super().__init__()
        self.number, self.data, self.compressible = made.number, made.data, made.compressible


def _ends_nearly_empty(document: Any) -> bool:
    return 1 < len(document.pages) <= _MOST_FITTED and share_filled(document.pages[-1]) < _LEAST_FILLED


def _ink(text: Any) -> tuple[float, float]:
    """Give the top and the height of the letters of a laid out text, below its baseline."""
    text.pango_layout.reactivate(text.style)
    line, _ = text.pango_layout.get_first_line()
    ink = ffi.new("PangoRectangle *")
    pango.pango_layout_line_get_extents(line, ink, ffi.NULL)
    return ink.y * FROM_UNITS, ink.height * FROM_UNITS


def _let_long_words_break(element: Any) -> None:
    """Let words that fill a line be broken in an element and all below it, which the engine cannot do beside a tag."""
    if element.tag in _UNBROKEN:
        return
    element.text = with_breaks(element.text or "", _FILLS_A_LINE, _PLACE_TO_BREAK)
    for child in element:
        _let_long_words_break(child)
        child.tail = with_breaks(child.tail or "", _FILLS_A_LINE, _PLACE_TO_BREAK)


def _list_starts(html: str) -> list[CSS]:
    """Give rules that number each list from its start, which the engine reads from style sheets alone."""
    starts = sorted({int(found[1]) for found in _LIST_START.finditer(html)})
    rules = (f'ol[start="{start}"] {{ counter-reset: list-item {start - 1} }}' for start in starts)
    return [CSS(string="\n".join(rules))] if starts else []


class _OnlyInline(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Give the engine what stands in the page itself (data:), and stop at any other address."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if not url.startswith("data:"):
            raise FatalURLFetchingError(url)
        return super().fetch(url, headers)


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _recorded() -> Iterator[list[str]]:
    """Collect what the engines complain about while the block runs."""
    complaints = _Complaints()
    for name in _ENGINES:
        logging.getLogger(name).addHandler(complaints)
    try:
        with warnings.catch_warnings():
            # WeasyPrint 70 leaves its own colour profile to be closed by the garbage collector.
            warnings.filterwarnings("ignore", "unclosed file .*sRGB2014", ResourceWarning)
            yield complaints.messages
    finally:
        for name in _ENGINES:
            logging.getLogger(name).removeHandler(complaints)


@contextmanager
def stopped_clock(html: str) -> Iterator[None]:
    """Let fonts be dated with the page's own date while the block runs, or 1970 where it has none."""
    with environment_variables({_CLOCK: str(_seconds(html))}):
        yield


@contextmanager
def _scratch() -> Iterator[None]:
    """Take away what the engine puts into the folder for temporary files while the block runs.

    It does so itself when it lets go of a document, which is not before the program ends, and then not always.
    """
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="frivilligrapport-", ignore_cleanup_errors=True) as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before


def _seconds(html: str) -> int:
    """Give the page's date as seconds since 1970, in UTC; 0 without a date, or with one that is in no calendar."""
    found = _DATE.search(html)
    try:
        return max(0, int(datetime.fromisoformat(f"{found[1]}T00:00Z").timestamp())) if found else 0
    except ValueError:
        return 0


@contextmanager
def quick_page_references() -> Iterator[None]:
    """Let pydyf.PDF.page_references remember its answer while the block runs, until a page is added.

    The answer is the same; a test notices when pydyf remembers it itself and this can go.
    """
    slow = pydyf.PDF.page_references
    known: WeakKeyDictionary[pydyf.PDF, tuple[bytes, ...]] = WeakKeyDictionary()

    def remembered(pdf: pydyf.PDF) -> tuple[bytes, ...]:
        if len(known.get(pdf, ())) != pdf.pages["Count"]:
            known[pdf] = slow.fget(pdf)
        return known[pdf]

    pydyf.PDF.page_references = property(remembered)
    try:
        yield
    finally:
        pydyf.PDF.page_references = slow
