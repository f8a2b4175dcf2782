"""From a collection to finished documents. WeasyPrint is loaded when a PDF is made that nobody has kept."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from frivilligrapport.collection.organisation import abbreviations
from frivilligrapport.collection.values import Aargang
from frivilligrapport.documents.catalogue import document_types
from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.house_style import house_style_of
from frivilligrapport.documents.year_data import FORMS, YearData
from frivilligrapport.figures.register import Registers
from frivilligrapport.pipeline.manifest import CHECKERS, versions
from frivilligrapport.pipeline.output_gate import refuse_in_texts, refuse_personal_data
from frivilligrapport.pipeline.words_gate import Contributions, Held, texts_in
from frivilligrapport.rendering import pdf
from frivilligrapport.rendering.abbreviations import Abbreviations
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


@dataclass(frozen=True, slots=True)
class Means:
    """Hold what a build may use: where finished PDFs are kept, if they are, and who is told of each step.

    What templates were `compiled` to goes from build to build that is handed the same.
    """

    cache: Cache | None = None
    tell: Callable[[Step], object] = lambda _: None
    compiled: CompiledTemplates = field(default_factory=CompiledTemplates)


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
    shared = Templates(overrides, house_style=house_style_of(registers.samling), compiled=means.compiled)
    plan = list(_plan(order, year_data))
    names = [f"{one.name}.{form}" for _, one, formats in plan for form in formats]
    contributions = Contributions.of(registers.samling, aargang)
    meanings = abbreviations(registers.samling, aargang.aar)
    made: dict[str, bytes] = {}
    for kind, document, formats in plan:
        for form in (one for one in formats if one in kind.written):
            name = f"{document.name}.{form}"
            means.tell(_step(name, names))
            made[name] = kind.written[form](document.value)
        templates = replace(shared, added=kind.templates)
        held = Held(frozenset(texts_in(document.value)), contributions)
        paper = _Paper(templates, Abbreviations(meanings, held.contributed))
        pages = [one for one in formats if one not in kind.written]
        rendered = _rendered(kind, document, pages, paper, held, lambda name: means.tell(_step(name, names)))
        for name, page in rendered:
            made[name] = page.text.encode()
            if name.endswith(".pdf"):
                # What a PDF says is only to be seen here.
                refuse_personal_data({f"{document.name}.html": made[name]}, registers.samling.numbers)
                told = partial(held.refuse_altered, name, page.placed)
                made[name] = pdf_of(name, page.text, means.cache, registers.samling.numbers, told)
    return made


def _plan(order: Order, year_data: YearData) -> Iterator[tuple[DocumentType, Document, list[str]]]:
    """Give each document that is wanted, with its kind and its formats, in the order they are made."""
    for kind in document_types():
        for one in kind.make(year_data) if _may_hold(order, kind) else ():
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


def _step(name: str, names: list[str]) -> Step:
    return Step(name, names.index(name) + 1, len(names))


@dataclass(frozen=True, slots=True)
class _Paper:
    """Hold what a document's page is made from besides its value."""

    templates: Templates
    abbreviations: Abbreviations


@dataclass(frozen=True, slots=True)
class _Page:
    """Hold what a template made, and the texts that it was seen to place."""

    text: str
    placed: frozenset[str]


def _rendered(
    kind: DocumentType,
    document: Document,
    formats: list[str],
    paper: _Paper,
    held: Held,
    tell: Callable[[str], object],
) -> Iterator[tuple[str, _Page]]:
    """Render a document for each format, by file name, and tell the name first. A PDF is made of the HTML."""
    made: dict[str, _Page] = {}
    for form in formats:
        name, source = f"{document.name}.{form}", "md" if form == "md" else "html"
        tell(name)
        if source not in made:
            placed: set[str] = set()
            values = {"dokument": document.value}
            text = render(f"{kind.name}.{source}.j2", values, paper.templates, placed.add, paper.abbreviations)
            made[source] = _Page(text, frozenset(placed))
            held.refuse_altered(f"{document.name}.{source}", made[source].placed, text)
        yield name, made[source]


def pdf_of(
    name: str,
    html: str,
    cache: Cache | None,
    known: frozenset[str] = frozenset(),
    told: Callable[[str], object] = lambda _: None,
) -> bytes:
    """Give the checked PDF of a page, the one that was kept or a new one.

    One that was kept costs neither WeasyPrint nor the checker, and was checked when it was made. `told` is told the
    text of a new one. `known` is as for `refuse_personal_data`. Raises what that raises, and what
    `rendering.pdf.checked` does, with the document's name.
    """
    key = pdf_key(html)
    kept = cache.get(key) if cache else None
    if kept is not None:
        return kept
    from frivilligrapport.rendering.pdf.checked import to_checked_pdf  # noqa: PLC0415 - slow, needs system libraries

    def look(text: str) -> None:
        refuse_in_texts(name, text.splitlines(), known)
        told(text)

    try:
        pdf = to_checked_pdf(html, look)
    except PageOverflow as error:
        raise PageOverflow(error.overruns, name) from error
    if cache and is_as_checked_as_can_be(pdf):
        cache.put(key, pdf)
    return pdf


def is_as_checked_as_can_be(pdf: bytes) -> bool:
    """Tell whether a PDF has the claims that it can have here; where an installed checker did not run, try again."""
    return makes_claims(pdf) == all(name in versions() for name in CHECKERS)


def pdf_key(html: str) -> str:
    """Give the key of a page's PDF: the page with its style sheet, fonts and pictures, and all that lays it out."""
    makers = json.dumps({"kode": _own_code(), **versions()}, sort_keys=True)
    return sha256(f"{makers}\n{html}".encode()).hexdigest()


def _own_code() -> str:
    """Tell one state of our own PDF code from another: in a checkout it changes while the version stands still."""
    folder = Path(pdf.__file__).parent
    return sha256(
        b"".join(one.read_bytes() for one in sorted([*folder.rglob("*.py"), *folder.rglob("*.conf")]))
    ).hexdigest()


def document_names() -> tuple[str, ...]:
    """Give the names that `--document` takes: of the kinds of document, in the order they are made."""
    return tuple(kind.name for kind in document_types())
