"""The arbejdsprogram: what a council will do in a year, and what became of last time's plans."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.documents.notes.notat import Hovedvisning, Notatafsnit, filled, gaps, notat_head
from frivilligrapport.documents.notes.programme import Initiativtabel, follow_up, initiatives
from frivilligrapport.documents.parts.figure_words import FigureWords
from frivilligrapport.documents.policy.front import draft_text
from frivilligrapport.documents.year_data import Document, DocumentType, Grundlag
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


def make(grundlag: Grundlag, programme: Arbejdsprogram) -> Program:
    """Make the programme, with a follow-up when an earlier year in the folder has one."""
    words = FigureWords(grundlag)
    before = grundlag.samling.document_before(grundlag.aargang.aar, Arbejdsprogram)
    lists = (follow_up(programme, before), initiatives(programme, before))
    return Program(
        slags="Arbejdsprogram",
        hoved=notat_head(programme.hoved, str(programme.titel)),
        udkast=draft_text(grundlag),
        afsnit=filled(_sections(grundlag, programme, words)),
        initiativer=tuple(one for one in lists if one),
        mangler=gaps("Det mangler i programmet", programme.mangler),
    )


def _sections(grundlag: Grundlag, programme: Arbejdsprogram, words: FigureWords) -> Iterator[Notatafsnit]:
    yield Notatafsnit("Vision", words.put_in(programme.vision))
    for one in programme.afsnit:
        yield Notatafsnit(str(one.overskrift), words.put_in(grundlag.text(one.tekst, one.tekstfil)))


def _documents(grundlag: Grundlag) -> Iterator[Document]:
    for file, programme in grundlag.aargang.documents(Arbejdsprogram):
        yield Document(file.id, make(grundlag, programme))


DOCUMENT = DocumentType(name="arbejdsprogram", title="Arbejdsprogram", make=_documents, shows=Program, rank=20)
