"""The kapitel: one forvaltning's chapter of the statusrapport by itself, for whoever reads it through."""

from collections.abc import Iterator

from frivilligrapport.danish import full_stop
from frivilligrapport.deliveries.aflevering import counted_text
from frivilligrapport.documents.document_type import Document, DocumentType, of_report
from frivilligrapport.documents.parts.cover import Forside, cover
from frivilligrapport.documents.statusrapport.chapters import Forvaltningskapitel, chapters
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen


class Kapitel(Frozen):
    """A chapter with a cover of its own; `udkast` is "" for a finished document, else how far the deliveries are."""

    forside: Forside
    udkast: str
    kapitel: Forvaltningskapitel


def _documents(report_data: ReportData) -> Iterator[Document]:
    draft = counted_text(report_data.deliveries) if report_data.draft else ""
    for one, chapter in zip(report_data.scope.forvaltninger, chapters(report_data), strict=True):
        yield Document(f"kapitel-{one}", Kapitel(_cover(report_data, chapter), draft, chapter))


def _cover(report_data: ReportData, chapter: Forvaltningskapitel) -> Forside:
    whole = cover(report_data)
    title, report = f"Kapitel: {chapter.titel}", f"Til {whole.titel} {report_data.aar}"
    return whole._replace(
        titel=title, undertitel=report, linjer=(), beskrivelse=f"{full_stop(title)} {full_stop(report)}"
    )


DOCUMENT = DocumentType(
    name="kapitel",
    title="Kapitel",
    make=of_report(_documents),
    shows=Kapitel,
    rank=25,
    on_request=True,
    forms=("html",),
)
