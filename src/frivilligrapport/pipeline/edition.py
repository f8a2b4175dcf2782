"""From a collection to finished documents. WeasyPrint is loaded when a PDF is made that nobody has kept."""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, Protocol

from frivilligrapport.collection.organisation import abbreviations
from frivilligrapport.collection.values import Aargang
from frivilligrapport.documents.catalogue import document_types
from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.house_style import house_style_of
from frivilligrapport.documents.year_data import FORMS, YearData
from frivilligrapport.figures.register import Registers
from frivilligrapport.pipeline.document_keys import OpaqueValue, code_sum, program_sum, sum_of
from frivilligrapport.pipeline.manifest import CHECKERS, versions
from frivilligrapport.pipeline.output_gate import refuse_in_texts, refuse_personal_data
from frivilligrapport.pipeline.words_gate import Contributions, Held, texts_in
from frivilligrapport.rendering.abbreviations import Abbreviations
from frivilligrapport.rendering.pdf import checked
from frivilligrapport.rendering.pdf.checked import CheckedPdf
from frivilligrapport.rendering.pdf.claims import makes_claims
from frivilligrapport.rendering.pdf.faults import PageOverflow
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import CompiledTemplates, Templates
from frivilligrapport.rules.acceptance.sorting import Findings

FORMATS = FORMS


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: in which formats, which document or kind of document, and if as a draft.

    `document` "" is all but those that are made on request. `only` names the files that are wanted of these, and of
    those on request; empty is all.
    """

    formats: tuple[str, ...] = FORMATS
    document: str = ""
    draft: bool = False
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Step:
    """Say how far a build has come: the file that is made now, its number, and how many there are."""

    name: str
    number: int
    of: int


class Cache(Protocol):
    """Keep documents by key. What cannot be kept or found again is no fault: the document is then made anew."""

    def get(self, key: str) -> bytes | None:
        """Give what was kept, None when it is not there or is not whole."""
        ...

    def put(self, key: str, data: bytes) -> None:
        """Keep a document."""
        ...


Share = Callable[[Callable[[str], CheckedPdf], Iterable[str]], Iterable[CheckedPdf]]


@dataclass(frozen=True, slots=True)
class Means:
    """Hold what a build may use: where pages and PDFs are kept, if they are, and who is told of each step.

    `share` gives what comes of work on each page in their order, as `map` does; it may do several at a time. What
    templates were `compiled` to goes from build to build that is handed the same, or the same `cache`.
    """

    cache: Cache | None = None
    tell: Callable[[Step], object] = lambda _: None
    share: Share = map
    compiled: CompiledTemplates = field(default_factory=CompiledTemplates)


# A document to be made, with its kind before it and its formats behind it.
Planned = tuple[DocumentType, Document, list[str]]


def build(
    registers: Registers,
    aargang: Aargang,
    findings: Findings,
    order: Order,
    overrides: Mapping[str, str],
    means: Means | None = None,
) -> dict[str, bytes]:
    """Make the documents of a year, by file name. `overrides` are the work folder's own templates, by name.

    Raises TemplateFault, AlteredText, RenderFault, ClaimFault or MissingLibrary; then nothing was made.
    """
    means = means or Means()
    year_data = YearData(
        registers=registers,
        aargang=aargang,
        accepted=findings.accepted,
        open_problems=findings.open,
        draft=order.draft,
        forms=tuple(form for form in FORMATS if form in order.formats and _is_in_any(order, form)),
    )
    samling = registers.samling
    style = replace(house_style_of(samling), texts=year_data.tekster)
    material = Material(
        Templates(overrides, house_style=style, compiled=means.compiled),
        samling.numbers,
        Contributions.of(samling, aargang),
        abbreviations(samling, aargang.aar),
    )
    return make(list(_plan(order, year_data)), material, means)


def make(plan: list[Planned], material: "Material", means: Means) -> dict[str, bytes]:
    """Make documents, by file name. Raises what `build` raises."""
    making = _Making(plan, material, means)
    with _compiled_before(means):
        try:
            for pdf in means.share(checked.to_checked_pdf, making.to_typeset()):
                making.take(pdf)
        except PageOverflow as error:
            raise PageOverflow(error.overruns, making.waiting[0].name) from error
    return {name: making.made[name] for name in making.names}


@contextmanager
def _compiled_before(means: Means) -> Iterator[None]:
    """Take in what earlier builds have compiled templates to, and keep it for the next with what this one adds."""
    key = f"{code_sum()}.skabeloner" if means.cache else ""
    written = _kept(key, means.cache)
    if written:
        means.compiled.take_in(written)
    yield
    if means.cache and means.compiled.has_new:
        means.cache.put(key, means.compiled.to_bytes())


def _plan(order: Order, year_data: YearData) -> Iterator[Planned]:
    """Give each document that is wanted, in the order of the kinds."""
    for kind in document_types():
        for one in year_data.once(kind.make) if _may_hold(order, kind) else ():
            formats = [
                form for form in year_data.forms if form in kind.forms and _is_named(order, f"{one.name}.{form}")
            ]
            if formats and order.document in {"", kind.name, one.name}:
                yield kind, one, formats


def _may_hold(order: Order, kind: DocumentType) -> bool:
    """Tell whether any document of a kind can be wanted, so that no other kind is made."""
    if order.only:
        return any(kind.covers(name.rpartition(".")[0]) for name in order.only)
    if not order.document:
        return not kind.on_request
    return kind.covers(order.document)


def _is_in_any(order: Order, form: str) -> bool:
    return not order.only or any(name.endswith(f".{form}") for name in order.only)


def _is_named(order: Order, file: str) -> bool:
    return not order.only or file in order.only


@dataclass(frozen=True)
class Material:
    """Hold what documents are made of besides their values.

    `known` is as for `refuse_personal_data`, and `meanings` are those of abbreviations.
    """

    templates: Templates
    known: frozenset[str] = frozenset()
    contributions: Contributions = field(default_factory=lambda: Contributions({}, {}))
    meanings: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def sum(self) -> str:
        """Tell one state of it from another, as far as it goes for every document.

        Of what people have typed that is the words beside abbreviations; `_Page.said` are the texts of one document.
        """
        typed = Abbreviations(self.meanings, self.contributions.by_text).typed_beside
        templates = self.templates
        return sum_of(program_sum(), templates.overrides, templates.house_style, self.meanings, typed, self.known)


@dataclass(frozen=True, slots=True)
class _Page:
    """Hold what a template made, the texts that it was seen to place, and the contributions that it was held against.

    It has come through the gates.
    """

    text: str
    placed: frozenset[str]
    said: frozenset[str]

    def to_json(self) -> bytes:
        """Write it, so that it can be kept."""
        return json.dumps([self.text, sorted(self.placed), sorted(self.said)]).encode()

    @classmethod
    def of_json(cls, data: bytes) -> "_Page":
        """Read what was written."""
        text, placed, said = json.loads(data)
        return cls(text, frozenset(placed), frozenset(said))


class _Waiting(NamedTuple):
    """A PDF that is being made: its name, its page, and what is held against it."""

    name: str
    page: _Page
    held: Held
    key: str


class _Making:
    """Make all that is planned: `made` grows while `to_typeset` is read, and with each PDF that it is given back."""

    def __init__(self, plan: list[Planned], material: Material, means: Means) -> None:
        # Whoever is last to be begun is waited for: that must not be a long one.
        self._plan = sorted(plan, key=lambda one: sum(map(len, texts_in(one[1].value))), reverse=True)
        self._material = material
        self._means = means
        self.names = [f"{document.name}.{form}" for _, document, formats in plan for form in formats]
        self.made: dict[str, bytes] = {}
        self.waiting: deque[_Waiting] = deque()

    def to_typeset(self) -> Iterator[str]:
        """Make all but the PDFs, and yield each page of HTML that a new one must be made of."""
        for kind, document, formats in self._plan:
            for form in (one for one in formats if one in kind.written):
                name = f"{document.name}.{form}"
                self._tell(name)
                self.made[name] = kind.written[form](document.value)
            yield from self._pages(kind, document, [one for one in formats if one not in kind.written])
        self._tell_of_first()

    def take(self, pdf: CheckedPdf) -> None:
        """Take the PDF of the page that was yielded first of those that wait."""
        name, page, held, key = self.waiting.popleft()
        refuse_in_texts(name, pdf.text.splitlines(), self._material.known)
        held.refuse_altered(name, page.placed, pdf.text)
        self.made[name] = pdf.data
        if self._means.cache and is_as_checked_as_can_be(pdf.data):
            self._means.cache.put(key, pdf.data)
        self._tell_of_first()

    def _tell(self, name: str) -> None:
        self._means.tell(Step(name, len(self.made) + 1, len(self.names)))

    def _tell_of_first(self) -> None:
        if self.waiting:
            self._tell(self.waiting[0].name)

    def _pages(self, kind: DocumentType, document: Document, formats: list[str]) -> Iterator[str]:
        held, key = Held(frozenset(texts_in(document.value)), self._material.contributions), self._key(kind, document)
        found: dict[str, _Page] = {}
        for form in formats:
            name, source = f"{document.name}.{form}", "md" if form == "md" else "html"
            self._tell(name)
            if source not in found:
                found[source] = self._page(kind, document, source, held, key)
            page = found[source]
            if form != "pdf":
                self.made[name] = page.text.encode()
                continue
            held_against = (self._material.known, page.said, page.placed & page.said)
            of_pdf = pdf_key(page.text, *held_against) if self._means.cache else ""
            kept = _kept(of_pdf, self._means.cache)
            if kept is not None:
                self.made[name] = kept
            else:
                self.waiting.append(_Waiting(name, page, held, of_pdf))
                yield page.text

    def _key(self, kind: DocumentType, document: Document) -> str:
        """Tell all that a document's pages are made of; "" where that cannot be told, or nothing is kept."""
        try:
            return sum_of(self._material.sum, kind.name, kind.templates, document.value) if self._means.cache else ""
        except OpaqueValue:
            return ""

    def _page(self, kind: DocumentType, document: Document, form: str, held: Held, key: str) -> _Page:
        """Give a document's page, the one that was kept or a new one."""
        cache = self._means.cache if key else None
        data = _kept(f"{key}.{form}", cache)
        kept = _Page.of_json(data) if data else None
        # What has become a contribution since then was not held against it.
        if kept and kept.said == held.said_in(kept.placed):
            return kept
        page = self._rendered(kind, document, form, held)
        if cache:
            cache.put(f"{key}.{form}", page.to_json())
        return page

    def _rendered(self, kind: DocumentType, document: Document, form: str, held: Held) -> _Page:
        placed: set[str] = set()
        text = render(
            f"{kind.name}.{form}.j2",
            {"dokument": document.value},
            replace(self._material.templates, added=kind.templates),
            placed.add,
            Abbreviations(self._material.meanings, held.contributed),
        )
        held.refuse_altered(f"{document.name}.{form}", frozenset(placed), text)
        if form == "html":
            # What a PDF says is only to be seen here.
            refuse_personal_data({f"{document.name}.html": text.encode()}, self._material.known)
        return _Page(text, frozenset(placed), held.said_in(frozenset(placed)))


def _kept(key: str, cache: Cache | None) -> bytes | None:
    return cache.get(key) if cache else None


def is_as_checked_as_can_be(pdf: bytes) -> bool:
    """Tell whether a PDF has the claims that it can have here; where an installed checker did not run, try again."""
    return makes_claims(pdf) == all(name in versions() for name in CHECKERS)


def pdf_key(html: str, *held: frozenset[str]) -> str:
    """Give the key of a page's PDF: the page with its fonts and pictures, what lays it out, what it is held against."""
    return sum_of("pdf", code_sum(), html, *held)


def document_names() -> tuple[str, ...]:
    """Give the names that `--document` takes: of the kinds of document, in the order they are made."""
    return tuple(kind.name for kind in document_types())
