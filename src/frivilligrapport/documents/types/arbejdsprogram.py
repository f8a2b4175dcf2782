"""The arbejdsprogram: what a council will do in a year, and what became of last time's plans."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.notes.notat import Hovedvisning, Notatafsnit, filled, gaps, notat_head
from frivilligrapport.documents.notes.programme import Initiativtabel, follow_up, initiatives
from frivilligrapport.documents.parts.figures_in_text import FigureWords
from frivilligrapport.documents.policy.front import draft_text
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.models.arbejdsprogram import Arbejdsprogram


@dataclass(frozen=True)
class Program:
    """A work programme as the templates place it; `udkast` is "" for a finished one."""

    slags: str
    hoved: Hovedvisning
    udkast: str
    afsnit: tuple[Notatafsnit, ...]
    initiativer: tuple[Initiativtabel, ...]
    mangler: Notatafsnit


def make(year_data: YearData, programme: Arbejdsprogram) -> Program:
    """Make the programme, with a follow-up when an earlier year in the folder has one."""
    words = FigureWords(year_data)
    before = year_data.samling.document_before(year_data.aargang.aar, Arbejdsprogram)
    lists = (follow_up(programme, before), initiatives(programme, before))
    return Program(
        slags="Arbejdsprogram",
        hoved=notat_head(programme.hoved, str(programme.titel)),
        udkast=draft_text(year_data),
        afsnit=filled(_sections(year_data, programme, words)),
        initiativer=tuple(one for one in lists if one),
        mangler=gaps("Det mangler i programmet", programme.mangler),
    )


def _sections(year_data: YearData, programme: Arbejdsprogram, words: FigureWords) -> Iterator[Notatafsnit]:
    yield Notatafsnit("Vision", words.put_in(programme.vision))
    for one in programme.afsnit:
        yield Notatafsnit(str(one.overskrift), words.put_in(year_data.text(one.tekst, one.tekstfil)))


def _documents(year_data: YearData) -> Iterator[Document]:
    for file, programme in year_data.aargang.documents(Arbejdsprogram):
        yield Document(file.id, make(year_data, programme))


DOCUMENT = DocumentType(name="arbejdsprogram", title="Arbejdsprogram", make=_documents, shows=Program, rank=20)
