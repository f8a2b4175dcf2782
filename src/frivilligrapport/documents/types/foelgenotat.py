"""The følgenotat: the cover note that brings the report to the committee."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.notes.notat import Hovedvisning, Notatafsnit, Notatpunkt, filled, gaps, notat_head
from frivilligrapport.documents.notes.sections import (
    background,
    preconditions,
    proposals,
    report_title,
    results,
    shown_by_the_report,
)
from frivilligrapport.documents.parts.figures_in_text import FigureWords
from frivilligrapport.documents.policy.front import draft_text
from frivilligrapport.documents.year_data import ReportData, YearData
from frivilligrapport.models.foelgenotat import Foelgenotat
from frivilligrapport.models.rapport import Bilag

_REPORT = "statusrapport"


@dataclass(frozen=True)
class Notat:
    """A notat as the templates place it; `udkast` is "" for a finished one, `slags` what it is called."""

    slags: str
    hoved: Hovedvisning
    udkast: str
    afsnit: tuple[Notatafsnit, ...]
    mangler: Notatafsnit


def make(year_data: YearData, note: Foelgenotat) -> Notat:
    """Make the note; what only the report can say is left out in a year without a readable report."""
    report_data = year_data.report
    return Notat(
        slags="Følgenotat",
        hoved=notat_head(note.hoved),
        udkast=draft_text(year_data),
        afsnit=filled(_sections(note, FigureWords(year_data), report_data)),
        mangler=gaps("Det mangler i notatet", note.mangler),
    )


def _sections(note: Foelgenotat, words: FigureWords, report_data: ReportData | None) -> Iterator[Notatafsnit]:
    own = words.put_in(note.hjemmel)
    yield background(report_data, own) if report_data else Notatafsnit("Baggrund", own)
    if report_data:
        yield shown_by_the_report(report_data)
        yield preconditions(report_data)
    yield Notatafsnit("Vurdering", words.put_in(note.vurdering))
    if report_data:
        yield results(report_data, (Notatpunkt(str(one.indsats), words.put_in(one.tekst)) for one in note.resultater))
        yield proposals(report_data)
    yield Notatafsnit("Fremover", words.put_in(note.fremover))
    yield Notatafsnit("Bilag", punkter=tuple(_appendix(one, report_data) for one in note.bilag))


def _appendix(bilag: Bilag, report_data: ReportData | None) -> Notatpunkt:
    """Name an appendix; the report goes by its own title, whatever the note calls it."""
    is_report = report_data is not None and bilag.fil == _REPORT
    title = report_title(report_data) if report_data and is_report else str(bilag.titel)
    missing = f"Bilaget mangler. {' '.join(bilag.mangler.split()) if bilag.mangler else 'Årsagen er ikke oplyst.'}"
    file = f"Filen {bilag.fil}." if bilag.fil and not is_report else "" if bilag.fil else missing
    return Notatpunkt(f"Bilag {bilag.nummer}", f"{title}. {file}".strip())


def _documents(year_data: YearData) -> Iterator[Document]:
    for file, note in year_data.aargang.documents(Foelgenotat):
        yield Document(file.id, make(year_data, note))


DOCUMENT = DocumentType(name="foelgenotat", title="Følgenotat", make=_documents, shows=Notat, rank=10)
