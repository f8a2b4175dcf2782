"""The arbejdsprogram: what a council will do in a year, and what became of last time's plans."""

from collections import Counter
from collections.abc import Iterator, Sequence

from frivilligrapport.danish import full_stop, join_words, numeral, plural
from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.cover import draft_text
from frivilligrapport.documents.parts.figures.in_text import FigureWords
from frivilligrapport.documents.parts.notat import (
    Initiativtabel,
    Notat,
    Notatafsnit,
    filled,
    gap_section,
    notat_head,
)
from frivilligrapport.documents.parts.tables import NOT_TOLD, Celle, Raekke, Tabel, columns, told
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.models.dokumentfiler.arbejdsprogram import Arbejdsprogram
from frivilligrapport.models.dokumentfiler.loefte import Loefte
from frivilligrapport.models.fields.base import in_words
from frivilligrapport.models.lister import said
from frivilligrapport.rendering.typography import one_line, upper_first

SILENT = "ikke omtalt"
CONTINUED = "fortsat"
_WORDS = (("lukket", "lukkede"), ("fortsat", "fortsatte"), ("droppet", "droppede"), (SILENT, SILENT))


def _make(year_data: YearData, programme: Arbejdsprogram) -> Notat:
    """Make the programme, with a follow-up when an earlier year in the folder has one."""
    words = FigureWords(year_data)
    before = year_data.samling.document_before(year_data.aar, Arbejdsprogram)
    lists = (_follow_up(programme, before), _initiatives(programme, before))
    return Notat(
        slags="Arbejdsprogram",
        hoved=notat_head(programme.hoved, str(programme.titel)),
        udkast=draft_text(year_data),
        afsnit=filled(_sections(year_data, programme, words)),
        initiativer=tuple(one for one in lists if one),
        mangler=gap_section("Det mangler i programmet", programme.mangler),
    )


def _sections(year_data: YearData, programme: Arbejdsprogram, words: FigureWords) -> Iterator[Notatafsnit]:
    yield Notatafsnit("Vision", words.put_in(programme.vision))
    for one in programme.afsnit:
        yield Notatafsnit(str(one.overskrift), words.put_in(year_data.text(one.tekst, one.tekstfil)))


def _initiatives(programme: Arbejdsprogram, before: Arbejdsprogram | None) -> Initiativtabel | None:
    """List what is to be done, and say how much of it has an owner, a deadline and a measure; None for nothing.

    What has ended since the programme before is told of in its follow-up.
    """
    settled = {str(one.id) for one in (before.open_initiatives if before else ())}
    found = [one for one in programme.initiativer if not (one.is_ended and str(one.id) in settled)]
    if not found:
        return None
    heads = columns("Initiativ", "Hvornår", "Tilstand", "Ejer", "Frist", "Mål")
    title = f"Konkrete initiativer i {programme.aar}"
    table = Tabel("initiativer", title, heads, tuple(_row(one) for one in found))
    return Initiativtabel("Konkrete initiativer", " ".join(_told_of(found)), table)


def _told_of(found: Sequence[Loefte]) -> Iterator[str]:
    number = len(found)
    noun = plural(number, "konkret initiativ", "konkrete initiativer")
    yield f"Programmet har {numeral(number, neuter=True)} {noun}."
    owners = sum(_is_told(one.ejer) for one in found)
    deadlines = sum(told(in_words(one.frist)) != NOT_TOLD for one in found)
    measures = sum(_is_told(one.maal) for one in found)
    told_for = (("ejer", owners), ("frist", deadlines), ("mål", measures))
    yield upper_first(f"{join_words([f'{name} er oplyst for {count} af {number}' for name, count in told_for])}.")


def _row(one: Loefte) -> Raekke:
    return (
        Celle(str(one.navn), note=" ".join(_more(one))),
        _cell(told(in_words(one.periode))),
        _cell(told(one.tilstand)),
        _cell(told(one.ejer)),
        _cell(told(in_words(one.frist))),
        _cell(told(one.maal)),
    )


def _more(one: Loefte) -> Iterator[str]:
    """Yield what a cell cannot hold: the text, who takes part, how often, and the newest follow-up."""
    yield from (one_line(text),) if (text := said(one.tekst)) else ()
    yield from (full_stop(f"Sammen med {join_words(one.med)}"),) if one.med else ()
    yield from (full_stop(f"Hvor tit: {one.hyppighed}"),) if _is_told(one.hyppighed) else ()
    if one.opfoelgning:
        last = max(one.opfoelgning, key=lambda each: str(each.dato.period.start or ""))
        words = f" {one_line(said(last.tekst))}".rstrip()
        yield f"Fulgt op {last.dato.period.text()}: {last.tilstand}.{words}"


def _cell(text: str) -> Celle:
    return Celle(text, svag=text == NOT_TOLD)


def _is_told(text: str | None) -> bool:
    return told(text) != NOT_TOLD


def _follow_up(programme: Arbejdsprogram, before: Arbejdsprogram | None) -> Initiativtabel | None:
    """Tell what became of each initiative of the programme before; None when there was none."""
    asked = before.open_initiatives if before else ()
    if before is None or not asked:
        return None
    now = {str(one.id): one for one in programme.initiativer}
    outcomes = [_outcome(now.get(str(one.id))) for one in asked]
    rows = tuple(_outcome_row(one, now.get(str(one.id)), end) for one, end in zip(asked, outcomes, strict=True))
    heads = columns("Initiativ", "Hvad det blev til", "Tilstand nu", "Begrundelse")
    title = f"Initiativerne fra {before.aar}"
    table = Tabel("opfoelgning", title, heads, rows)
    return Initiativtabel(f"Opfølgning på programmet for {before.aar}", _summed_up(before.aar, outcomes), table)


def _outcome(now: Loefte | None) -> str:
    """Give the outcome that is told; an initiative that is mentioned again without one goes on."""
    return SILENT if now is None else str(now.udgang or CONTINUED)


def _outcome_row(one: Loefte, now: Loefte | None, outcome: str) -> Raekke:
    renamed = f"Hedder nu »{now.navn}«." if now and now.navn != one.navn else ""
    return (
        Celle(str(one.navn), note=renamed),
        _cell(upper_first(outcome)),
        _cell(told(now.tilstand) if now else NOT_TOLD),
        _cell(one_line(told(now.fordi)) if now else NOT_TOLD),
    )


def _summed_up(year: int, outcomes: Sequence[str]) -> str:
    counted = Counter(outcomes)
    parts = [f"{number} {plural(number, one, many)}" for one, many in _WORDS if (number := counted[one])]
    noun = plural(len(outcomes), "åbent initiativ", "åbne initiativer")
    return f"Programmet for {year} havde {len(outcomes)} {noun}: {join_words(parts)}."


def _documents(year_data: YearData) -> Iterator[Document]:
    for file, programme in year_data.aargang.documents(Arbejdsprogram):
        yield Document(file.id, _make(year_data, programme))


DOCUMENT = DocumentType(name="arbejdsprogram", title="Arbejdsprogram", make=_documents, shows=Notat, rank=20)
