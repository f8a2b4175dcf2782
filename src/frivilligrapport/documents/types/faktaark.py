"""The faktaark: one page about one forvaltning's year."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from frivilligrapport.collection.organisation import abbreviations
from frivilligrapport.danish import join_words, plural
from frivilligrapport.documents.document_type import Document, DocumentType, of_report
from frivilligrapport.documents.parts.beginnings import beginning
from frivilligrapport.documents.parts.cover import Arkhoved, sheet_heading
from frivilligrapport.documents.parts.facts_box import by_state_group
from frivilligrapport.documents.parts.figures.in_large_type import Noegletalsvisning, figure_of, shortened
from frivilligrapport.documents.parts.figures.in_words import Talvisning, few
from frivilligrapport.documents.parts.figures.sources import Kilde, Sources
from frivilligrapport.documents.parts.figures.summaries import VOLUNTEERS
from frivilligrapport.documents.parts.indsatser_shown import state_text
from frivilligrapport.documents.parts.lines import (
    LINE,
    Kept,
    Linje,
    Liste,
    height_of_sources,
    height_of_text,
    heights_of_lines,
    heights_of_rows,
    left_out,
    missing_lines,
    shown,
    that_fit,
)
from frivilligrapport.documents.parts.stories import Historieuddrag, first_story
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns, told
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.changes.figure_changes import FigureChange
from frivilligrapport.figures.changes.indsats_changes import IndsatsFate
from frivilligrapport.figures.changes.total_changes import words_of
from frivilligrapport.figures.figure import SUMMED_PARTS, Figure, StateGroup
from frivilligrapport.figures.reports import Report, state_group
from frivilligrapport.figures.totals import Total
from frivilligrapport.figures.wording import span
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.rendering.typography import lower_first, upper_first


class Indhold(Frozen):
    """The sections. `tal_rest` says how many figures are left out, "" when all are there."""

    tal: Tabel
    tal_rest: str
    indsatser: Liste
    aendringer: Liste
    perspektiv: str
    planer: Liste
    mangler: Liste
    historie: Historieuddrag | None


class Faktaark(Frozen):
    """One forvaltning on one page. `besked` says what is most important to know, and all of it when nothing came.

    `stort_tal` is the one figure that stands for it; None when none has a number.
    """

    hoved: Arkhoved
    besked: str
    stort_tal: Noegletalsvisning | None
    indhold: Indhold | None
    kilder: tuple[Kilde, ...]


def fact_sheet(report_data: ReportData, forvaltning: str) -> Faktaark:
    """Make the page; what there is no room for is cut by rule, and the page says how much."""
    found = report_data.aargang.indberetning(forvaltning)
    report = report_data.report_of(forvaltning)
    if found is None or found.statusfil is None or report is None:
        why = f"Ingen tal: Forvaltningens bidrag er {report_data.delivery(forvaltning).tilstand}."
        return Faktaark(_heading(report_data, forvaltning), why, None, None, ())
    facts = _gather(report_data, report, found.statusfil)
    kept = facts.room(draft=report_data.draft)
    own = _citing_only(report_data, facts.cited(kept))
    numbered = _gather(own, report, found.statusfil)
    return Faktaark(
        _heading(report_data, forvaltning),
        facts.lead,
        numbered.figure,
        _sections(own, numbered, kept),
        own.figures.sources.kilder,
    )


def _heading(report_data: ReportData, forvaltning: str) -> Arkhoved:
    unit = report_data.unit(forvaltning)
    lines = (
        report_data.name(forvaltning),
        f"Udvalg: {told(unit.udvalg if unit else None)}",
        f"Bidrag: {report_data.delivery(forvaltning).fil}",
    )
    return sheet_heading(report_data, f"Faktaark {report_data.aar}", report_data.title(forvaltning), lines)


def _citing_only(report_data: ReportData, cited: Iterable[Talvisning]) -> ReportData:
    """Give the same report_data with a list of sources that holds only what `cited` refers to."""
    wanted = {reference.id for one in cited for reference in one.henvisninger}
    kept = [one for one in report_data.figures.sources.kilder if one.id in wanted]
    kilder = tuple(one._replace(nummer=number, id=f"kilde-{number}") for number, one in enumerate(kept, start=1))
    return replace(report_data, figures=report_data.figures._replace(sources=Sources.of(kilder)))


_ROOM = 552  # points for lists, rows, texts and sources; the rest of the page is headings and air
_BANNER = 40
_MOST_OF_PERSPECTIVE = 420
_MOST_OF_STORY = 330
_STORY_HEAD = 30
_HEAD_LINE, _SIGNS_OF_HEAD = 14, 13  # of a heading beside its text, with room for words that break badly
_MOST_FIGURES_OF_LINE = 4
_NOTE = 20  # what all rows of the table say may stand below it
_WORD = re.compile(r"\w+")
_BIG_LINE, _SIGNS_OF_BIG, _SIGNS_BESIDE, _AROUND, _SIGNS_OF_FIGURE = 24, 20, 56, 20, 200
_HEADS = columns("Tal", "Regnes som", "Så sikkert er det")


class Facts(Frozen):
    """Hold everything that the page could show; `lead` says what is most important to know, `figure` stands large.

    `known` are the abbreviations that others go by.
    """

    lead: str
    figure: Noegletalsvisning | None
    rows: tuple[Raekke, ...]
    efforts: tuple[Linje, ...]
    changes: tuple[Linje, ...]
    coming: tuple[Linje, ...]
    missing: tuple[Linje, ...]
    perspective: str
    story: Historieuddrag | None
    known: frozenset[str]

    def room(self, *, draft: bool) -> Kept:
        """Say how many of each there is room for."""
        lists = (heights_of_rows(self.rows), *(heights_of_lines(one) for one in self._lines))
        told = (self.lead, self.perspective, *(self.story.texts if self.story else ()))
        fixed = sum(height_of_text(text) for text in told) + (_BANNER if draft else 0)
        fixed += (_height_beside(self.story) if self.story else 0) + LINE * len(self._abbreviated)
        fixed += _height_of(self.figure) if self.figure else 0
        fixed += _NOTE if self.rows else 0
        return that_fit(lists, _ROOM - fixed, LINE, lambda kept: height_of_sources(self.cited(kept)))

    @property
    def _abbreviated(self) -> frozenset[str]:
        """Give the abbreviations that the page must explain, each of which may take a line."""
        lines = [line for lines in self._lines for line in lines]
        figures = [
            *(tal for row in self.rows for cell in row for tal in cell.tal),
            *(tal for one in lines for tal in one.tal),
        ]
        said = (self.lead, self.perspective, *(self.story.texts if self.story else ()))
        cells = (text for row in self.rows for cell in row for text in (cell.tekst, cell.note))
        texts = (
            *said,
            *cells,
            *(f"{one.tekst} {one.note}" for one in figures),
            *(f"{one.navn} {one.tekst}" for one in lines),
        )
        return self.known & set(_WORD.findall(" ".join(texts)))

    def cited(self, kept: Kept) -> tuple[Talvisning, ...]:
        """Give the figures that are shown."""
        large = (self.figure.tal,) if self.figure else ()
        rows = [tal for row in self.rows[: kept[0]] for cell in row for tal in cell.tal]
        lists = list(zip(kept[1:], self._lines, strict=True))
        return (*large, *rows, *(tal for many, lines in lists for line in lines[:many] for tal in line.tal))

    @property
    def _lines(self) -> tuple[tuple[Linje, ...], ...]:
        return (self.efforts, self.changes, self.coming, self.missing)


def _height_beside(one: Historieuddrag) -> int:
    """Reckon what a story takes besides its texts: more than air only where its title is higher than they are."""
    title = _HEAD_LINE * -(-len(one.titel) // _SIGNS_OF_HEAD)
    return _STORY_HEAD + max(0, title - sum(map(height_of_text, one.texts)))


def _height_of(one: Noegletalsvisning) -> int:
    """Reckon the large figure, beside which stands what is told of it."""
    beside = (one.tekst, one.ejer, one.forbehold)
    lines = sum(-(-len(text) // _SIGNS_BESIDE) for text in beside)
    return max(_BIG_LINE * -(-len(one.tal.tekst) // _SIGNS_OF_BIG), LINE * lines) + _AROUND


def _gather(report_data: ReportData, report: Report, statusfil: Statusfil) -> Facts:
    """Gather what can be said of a forvaltning."""
    told = statusfil.perspektiver
    text = report_data.text(told.tekst, told.tekstfil) if told else ""
    return Facts(
        lead=lead(report_data, report),
        figure=_figure(report_data, report.forvaltning),
        rows=tuple(_rows(report_data, report.forvaltning)),
        efforts=_effort_lines(report_data, report, coming=False),
        changes=_change_lines(report_data, report.forvaltning),
        coming=_effort_lines(report_data, report, coming=True),
        missing=tuple(missing_lines(report_data, statusfil)),
        perspective=beginning(text, _MOST_OF_PERSPECTIVE),
        story=first_story(statusfil.historier, _MOST_OF_STORY),
        known=frozenset(abbreviations(report_data.samling, report_data.aar)) - {report_data.name(report.forvaltning)},
    )


def _figure(report_data: ReportData, forvaltning: str) -> Noegletalsvisning | None:
    """Give the figure that stands large, with the first sentences of what is told of it and of its doubt."""
    found = figure_of(report_data, forvaltning)
    if found is None:
        return None
    told = shortened(found, _SIGNS_OF_FIGURE)
    return told._replace(ejer="") if told.ejer == report_data.title(forvaltning) else told


def _effort_lines(report_data: ReportData, report: Report, *, coming: bool) -> tuple[Linje, ...]:
    """Give those that lie ahead, or all others: first those with figures, then in the file's own order."""
    indsatser = (
        one for one in report.indsatser if (state_group(one, report_data.aar) is StateGroup.KOMMENDE) is coming
    )
    found = [_effort_line(report_data, report.forvaltning, one) for one in indsatser]
    return tuple(sorted(found, key=lambda line: not line.tal))


def _effort_line(report_data: ReportData, forvaltning: str, indsats: Indsats) -> Linje:
    words = lower_first(state_text(indsats, report_data.aar))
    figures = few(report_data.figures.of_indsats(forvaltning, str(indsats.id)), _MOST_FIGURES_OF_LINE)
    return Linje(str(indsats.navn), words, figures)


_FATES = ((IndsatsFate.NEW, "Nye indsatser"), (IndsatsFate.RESUMED, "Genoptaget"), (IndsatsFate.ENDED, "Slut"))


def _change_lines(report_data: ReportData, forvaltning: str) -> tuple[Linje, ...]:
    """Give a line for each figure that both years have, and one for each fate that indsatser have met."""
    figures = (one for one in report_data.years.shown if one.figure.origin.forvaltning == forvaltning)
    return (*(_change_line(report_data, one) for one in figures), *_fates(report_data, forvaltning))


def _change_line(report_data: ReportData, one: FigureChange) -> Linje:
    figure = one.figure
    name = f"{upper_first(figure.origin.om)}, {figure.enhed_og_maerke}"
    before = [_shown(report_data, said, report_data.years.older, *one.confirming) for said in one.before]
    after = [_shown(report_data, one.after, report_data.aar)] if one.after else []
    return Linje(name, one.outcome.text, (*before, *after))


def _shown(report_data: ReportData, figure: Figure, year: int, *confirming: Figure) -> Talvisning:
    references = report_data.figures.sources.refer([figure.id, *(one.id for one in confirming)])
    return Talvisning(f"{words_of(figure)} i {year}", references)


def _fates(report_data: ReportData, forvaltning: str) -> Iterator[Linje]:
    for fate, name in _FATES:
        found = [
            str(one.entry.indsats.navn)
            for one in report_data.years.indsatser
            if one.fate is fate and one.entry.forvaltning == forvaltning
        ]
        if found:
            yield Linje(name, join_words(found))


def _sections(report_data: ReportData, facts: Facts, kept: Kept) -> Indhold:
    """Show as much of everything as there is room for."""
    rows, efforts, changes, coming, missing = kept
    title = f"Oplyst for {report_data.aar}"
    return Indhold(
        tal=Tabel("aarets-tal", title, _HEADS, facts.rows[:rows]),
        tal_rest=left_out(len(facts.rows) - rows),
        indsatser=shown(facts.efforts, efforts, "Ingen indsatser er registreret."),
        aendringer=shown(facts.changes, changes, _nothing_to_compare(report_data)),
        perspektiv=facts.perspective,
        planer=shown(facts.coming, coming, "" if facts.perspective else "Ikke oplyst."),
        mangler=shown(facts.missing, missing, "Forvaltningen nævner ingen mangler."),
        historie=facts.story,
    )


def _nothing_to_compare(report_data: ReportData) -> str:
    """Say that there is nothing to hold the year against."""
    return f"Der er ikke oplyst noget om {report_data.years.older}, som {report_data.aar} kan holdes op mod."


_DONE = StateGroup.GENNEMFOERT.value


def lead(report_data: ReportData, report: Report) -> str:
    """Say in two sentences how many indsatser there are, and what is known in figures."""
    many = len(report.indsatser)
    noun = plural(many, "indsats", "indsatser")
    indsatser = (
        f"{many} {noun} er registreret: {by_state_group(report_data, report)}."
        if many
        else "Ingen indsatser er registreret."
    )
    return f"{indsatser} {_truth(_totals(report_data, report.forvaltning))}".strip()


def _truth(found: tuple[Total, ...]) -> str:
    """Say the least that a reader must know: that there are no figures, or none for the volunteers."""
    if not any(one.quantified for one in found):
        vague = list(dict.fromkeys(one.enhed for one in found if one.bounds))
        return f"Ingen tal oplyst: {join_words(vague)} er nævnt, men uden et antal." if vague else "Ingen tal oplyst."
    volunteers = next((one for one in found if one.enhed == VOLUNTEERS and one.gruppe == _DONE), None)
    if volunteers is None or volunteers.quantified is None:
        return "Hvor mange frivillige der har været med, er ikke oplyst."
    is_exact = volunteers.bounds is not None and volunteers.bounds.is_exact and not volunteers.unknown
    return "" if is_exact else "Hvor mange frivillige der har været med, kendes ikke præcist."


def _rows(report_data: ReportData, forvaltning: str) -> Iterator[Raekke]:
    """Yield a row for each total, volunteers first, then what counts elsewhere; silence about them is said too."""
    found = _totals(report_data, forvaltning)
    if not any(one.enhed == VOLUNTEERS and one.gruppe == _DONE for one in found):
        yield (Celle(f"{VOLUNTEERS}: ikke oplyst"), Celle(_DONE), Celle("Forvaltningen har ikke givet et tal"))
    for total in sorted(found, key=lambda one: (one.gruppe != _DONE, one.enhed != VOLUNTEERS)):
        shown = report_data.figures.show_total(total, forvaltning)
        yield _row(shown, total.gruppe, "; ".join(one for one in (certainty(total), shown.note) if one))
    for row in report_data.figures.reported_by(forvaltning):
        if row.owner != forvaltning and row.part in SUMMED_PARTS:
            shown = report_data.figures.show(row)
            yield _row(shown, row.group.value, shown.note)


def _totals(report_data: ReportData, forvaltning: str) -> tuple[Total, ...]:
    return report_data.register.by_forvaltning.get(forvaltning, ())


def _row(shown: Talvisning, gruppe: str, words: str) -> Raekke:
    return (Celle(tal=(shown._replace(note=""),)), Celle(gruppe), Celle(upper_first(words)))


def certainty(total: Total) -> str:
    """Say how certain a total is, and how many figures that are unknown it leaves out."""
    words = _words(total)
    if total.bounds and total.unknown:
        words = f"{words}; dertil noget, der er uoplyst"
    return words


def _words(total: Total) -> str:
    if total.bounds is None:
        return "uoplyst: forvaltningen kender ikke tallet"
    if total.quantified is None:
        return "nævnt uden et antal"
    if total.is_said_apart:
        return "kendes ikke præcist"
    if total.text.startswith("ca."):
        return f"cirka: {span(total.bounds)}"
    return _of(total.bounds)


def _of(bounds: Bounds) -> str:
    if bounds.is_exact:
        return "præcist tal"
    if bounds.upper is None:
        return "mindst så mange"
    return "højst så mange" if not bounds.lower else "et sted imellem"


def _documents(report_data: ReportData) -> Iterator[Document]:
    for one in report_data.scope.forvaltninger:
        yield Document(f"faktaark-{one}", fact_sheet(report_data, one))


DOCUMENT = DocumentType(
    name="faktaark",
    title="Faktaark",
    make=of_report(_documents),
    shows=Faktaark,
    rank=20,
    about="Én side om hver forvaltning.",
)
