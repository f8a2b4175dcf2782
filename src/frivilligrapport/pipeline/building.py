"""From a collection to finished documents. Importing it loads pandas; WeasyPrint is loaded when a PDF is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from frivilligrapport.aggregation.tally import tally
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.documents.catalogue import document_types
from frivilligrapport.documents.grundlag import Document, Grundlag
from frivilligrapport.pipeline.examining import Findings
from frivilligrapport.rendering.html import render
from frivilligrapport.rendering.templates import Templates

FORMATS = ("md", "html", "pdf")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: in which formats, which document or kind of document ("" is all), and if as a draft."""

    formats: tuple[str, ...] = FORMATS
    document: str = ""
    draft: bool = False


def build(
    samling: Samling, aargang: Aargang, findings: Findings, order: Order, overrides: Mapping[str, str]
) -> dict[str, bytes]:
    """Make the documents of a year, by file name. `overrides` are the work folder's own templates, by name.

    Raises TemplateFault, RenderFault or MissingLibrary; then nothing was made.
    """
    grundlag = Grundlag(
        samling=samling,
        aargang=aargang,
        tally=tally(samling, aargang),
        accepted=findings.accepted,
        open_problems=findings.open,
        draft=order.draft,
    )
    made: dict[str, bytes] = {}
    for kind in document_types():
        templates = Templates(overrides, kind.templates)
        for document in kind.make(grundlag):
            if order.document in {"", kind.name, document.name}:
                made |= dict(_rendered(kind.name, document, order.formats, templates))
    return made


def _rendered(
    kind: str, document: Document, formats: tuple[str, ...], templates: Templates
) -> Iterator[tuple[str, bytes]]:
    """Render a document in each format, by file name."""
    name, values = document.name, {"dokument": document.value}
    if "md" in formats:
        yield f"{name}.md", render(f"{kind}.md.j2", values, templates).encode()
    if not {"html", "pdf"} & set(formats):
        return
    html = render(f"{kind}.html.j2", values, templates)
    if "html" in formats:
        yield f"{name}.html", html.encode()
    if "pdf" in formats:
        from frivilligrapport.rendering.pdf import to_pdf  # noqa: PLC0415 - slow, and needs system libraries

        yield f"{name}.pdf", to_pdf(html)


def document_names() -> tuple[str, ...]:
    """Give the names that `--document` takes: of the kinds of document, in the order they are made."""
    return tuple(kind.name for kind in document_types())
