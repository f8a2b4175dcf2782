"""The følgenotat: the cover note that brings the report to the committee."""

import re
from collections.abc import Iterable, Iterator

from frivilligrapport.collection.organisation import unit_id
from frivilligrapport.danish import full_stop, join_words, numeral, ordinal, plural
from frivilligrapport.deliveries.aflevering import counted_text
from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.cover import cover, draft_text
from frivilligrapport.documents.parts.figures.in_large_type import largest_totals
from frivilligrapport.documents.parts.figures.in_text import FigureWords
from frivilligrapport.documents.parts.figures.totals import missing_volunteers, total_of_volunteers
from frivilligrapport.documents.parts.indsatser_shown import Indsatser, Indsatsvisning
from frivilligrapport.documents.parts.notat import (
    Notat,
    Notatafsnit,
    Notatpunkt,
    filled,
    gap_section,
    notat_head,
)
from frivilligrapport.documents.parts.proposals import all_proposals
from frivilligrapport.documents.parts.tables import told
from frivilligrapport.documents.statusrapport.network import initiatives_of
from frivilligrapport.documents.statusrapport.own_texts import missing_appendix
from frivilligrapport.documents.year_data import ReportData, YearData
from frivilligrapport.models.dokumentfiler.foelgenotat import Foelgenotat
from frivilligrapport.models.lister import said
from frivilligrapport.models.rapport import Bilag
from frivilligrapport.rendering.typography import one_line, upper_first

_REPORT = "statusrapport"
_SENTENCE = re.compile(r".*?[.!?](?=\s+[A-ZÆØÅ»]|\s*$)", re.DOTALL)


def make(year_data: YearData, note: Foelgenotat) -> Notat:
    """Make the note; what only the report can say is left out in a year without a readable report."""
    report_data = year_data.report
    return Notat(
        slags="Følgenotat",
        hoved=notat_head(note.hoved),
        udkast=draft_text(year_data),
        afsnit=filled(_sections(note, FigureWords(year_data), report_data)),
        mangler=gap_section("Det mangler i notatet", note.mangler),
    )


def _sections(note: Foelgenotat, words: FigureWords, report_data: ReportData | None) -> Iterator[Notatafsnit]:
    own = words.put_in(note.hjemmel)
    yield _background(report_data, own) if report_data else Notatafsnit("Baggrund", own)
    if report_data:
        yield _shown_by_the_report(report_data)
        yield _preconditions(report_data)
    yield Notatafsnit("Vurdering", words.put_in(note.vurdering))
    if report_data:
        yield _results(report_data, (Notatpunkt(str(one.indsats), words.put_in(one.tekst)) for one in note.resultater))
        yield _proposals(report_data)
    yield Notatafsnit("Fremover", words.put_in(note.fremover))
    yield Notatafsnit("Bilag", punkter=tuple(_appendix(one, report_data) for one in note.bilag))


def _appendix(bilag: Bilag, report_data: ReportData | None) -> Notatpunkt:
    """Name an appendix; the report goes by its own title, whatever the note calls it."""
    is_report = report_data is not None and bilag.fil == _REPORT
    title = _report_title(report_data) if report_data and is_report else str(bilag.titel)
    file = f"Filen {bilag.fil}." if bilag.fil and not is_report else "" if bilag.fil else missing_appendix(bilag)
    return Notatpunkt(f"Bilag {bilag.nummer}", f"{full_stop(title)} {file}".strip())


def _background(report_data: ReportData, own: str) -> Notatafsnit:
    """Say why there is a report, which one in the series it is, and who made it."""
    _proposals = all_proposals(report_data)
    asked = (f"{_proposals.politik} stiller disse krav:",) if _proposals.krav else ()
    demands = tuple(Notatpunkt("", one) for one in _proposals.krav)
    return Notatafsnit("Baggrund", own, asked, demands, (" ".join(_series(report_data)),))


def _report_title(report_data: ReportData) -> str:
    """Give the report's whole name."""
    return ", ".join(filter(None, (cover(report_data).titel, said(report_data.rapport.undertitel))))


def _series(report_data: ReportData) -> Iterator[str]:
    rapport = report_data.rapport
    number = told(rapport.nummer_i_raekken)
    if number.isdecimal():
        yield f"»{_report_title(report_data)}« er den {ordinal(int(number))} rapport i rækken."
    else:
        yield f"Rapporten er »{_report_title(report_data)}«. Dens nummer i rækken er {number}."
    if said(rapport.afsender):
        yield full_stop(f"Den kommer fra {rapport.afsender}")
    if rapport.tovholder:
        yield full_stop(f"Tovholder er {report_data.title(unit_id(report_data.samling, rapport.tovholder))}")


def _shown_by_the_report(report_data: ReportData) -> Notatafsnit:
    """Give the key figures, each with its coverage, and say who has told nothing."""
    found = tuple(Notatpunkt(f"{one.text} {one.label}", one.coverage.text) for one in largest_totals(report_data))
    intro = "Årets tal, hvert med det antal forvaltninger, som har oplyst det:"
    received = counted_text(report_data.deliveries)
    first = (
        f"Bidrag er {received[:1].lower()}{received[1:]}",
        *((intro,) if found else ("Ingen forvaltning har oplyst tal.",)),
    )
    return Notatafsnit("Hvad rapporten viser", "", first, found, tuple(_volunteers(report_data)))


def _volunteers(report_data: ReportData) -> Iterator[str]:
    total = total_of_volunteers(report_data)
    if total is None:
        yield "Ingen forvaltning har oplyst et antal frivillige."
    elif missing := missing_volunteers(report_data, total):
        yield missing


def _preconditions(report_data: ReportData) -> Notatafsnit:
    """Name the preconditions that the network points at, and those that no initiative answers."""
    netvaerk = report_data.rapport.netvaerk
    known = netvaerk.forudsaetninger if netvaerk else ()
    if netvaerk is None or not known:
        return Notatafsnit("Forudsætninger for et godt samarbejde")
    answered = [one for one in known if initiatives_of(one, netvaerk)]
    points = tuple(Notatpunkt(str(one.navn), _answer(initiatives_of(one, netvaerk))) for one in known)
    return Notatafsnit("Forudsætninger for et godt samarbejde", "", (_how_many(len(known), len(answered)),), points)


def _how_many(known: int, answered: int) -> str:
    first = f"Rapporten peger på {numeral(known)} {plural(known, 'forudsætning', 'forudsætninger')}."
    if answered == known:
        return f"{first} Alle er fulgt op med initiativer."
    return f"{first} {upper_first(numeral(answered)) if answered else 'Ingen'} af dem er fulgt op med initiativer."


def _answer(names: list[str]) -> str:
    return full_stop(join_words(names)) if names else "Ingen initiativer er knyttet til denne forudsætning."


def _results(report_data: ReportData, chosen: Iterable[Notatpunkt]) -> Notatafsnit:
    """Tell of the network's initiatives that the note names: what, when, and the figures that the report has.

    `chosen` are the initiatives by id, each with the note's own words or "".
    """
    netvaerk = report_data.rapport.netvaerk
    shown = Indsatser(report_data, report_data.scope.network, netvaerk.indsatser if netvaerk else ())
    points = tuple(_result(one, wanted.tekst) for wanted in chosen for one in shown.show([wanted.navn]))
    return Notatafsnit("Netværkets konkrete resultater", punkter=points)


def _result(one: Indsatsvisning, own: str) -> Notatpunkt:
    words = one_line(own) or _first_sentence(one.beskrivelse)
    figures = "; ".join(f"{tal.tekst} ({tal.note})" if tal.note else tal.tekst for tal in one.tal)
    parts = (one.tilstand, words, f"Tal: {figures}" if figures else "")
    return Notatpunkt(one.navn, " ".join(full_stop(part) for part in parts if part))


def _first_sentence(text: str) -> str:
    """Give a text's first sentence in one line; all of it when it has no end of a sentence."""
    found = _SENTENCE.match(text)
    return one_line(found.group() if found else text)


def _proposals(report_data: ReportData) -> Notatafsnit:
    """List the proposals for new initiatives, or say that there are none and who has not answered."""
    found = all_proposals(report_data)
    points = tuple(Notatpunkt(one.titel, full_stop(f"Fra {one.fra}")) for one in found.forslag)
    return Notatafsnit("Forslag til nye initiativer", "", (found.indledning,), points, found.svar)


def _documents(year_data: YearData) -> Iterator[Document]:
    for file, note in year_data.aargang.documents(Foelgenotat):
        yield Document(file.id, make(year_data, note))


DOCUMENT = DocumentType(
    name="foelgenotat",
    title="Følgenotat",
    make=_documents,
    shows=Notat,
    rank=10,
    about="Det brev, rapporten er sendt med.",
)
