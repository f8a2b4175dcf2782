"""From a collection to finished documents. Importing it loads pandas; WeasyPrint is loaded when a PDF is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from frivilligrapport.aggregation.tally import tally
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.documents.catalogue import DOCUMENTS
from frivilligrapport.documents.grundlag import Grundlag
from frivilligrapport.pipeline.examining import Findings
from frivilligrapport.rendering.html import render
from frivilligrapport.rendering.templates import Templates

FORMATS = ("md", "html", "pdf")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: in which formats, which document ("" is all), and whether it is a draft."""

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
    wanted = [document for document in DOCUMENTS if order.document in {"", document.name}]
    values = {document.name: value for document in wanted if (value := document.make(grundlag)) is not None}
    return {
        f"{name}.{ending}": data
        for name, value in values.items()
        for ending, data in _rendered(name, value, order.formats, Templates(overrides))
    }


def _rendered(name: str, value: object, formats: tuple[str, ...], templates: Templates) -> Iterator[tuple[str, bytes]]:
    values = {"dokument": value}
    if "md" in formats:
        yield "md", render(f"{name}.md.j2", values, templates).encode()
    if not {"html", "pdf"} & set(formats):
        return
    html = render(f"{name}.html.j2", values, templates)
    if "html" in formats:
        yield "html", html.encode()
    if "pdf" in formats:
        from frivilligrapport.rendering.pdf import to_pdf  # noqa: PLC0415 - slow, and needs system libraries

        yield "pdf", to_pdf(html)


def document_names() -> tuple[str, ...]:
    """Give the names that `--document` takes."""
    return tuple(document.name for document in DOCUMENTS)
