"""The sections of a faktaark, and how much of each there is room for."""

from dataclasses import dataclass

from frivilligrapport.counting.reporting import Report
from frivilligrapport.documents.figures_shown import Talvisning
from frivilligrapport.documents.material import Material
from frivilligrapport.documents.sheets.absent import missing_lines
from frivilligrapport.documents.sheets.efforts import coming_lines, effort_lines
from frivilligrapport.documents.sheets.fitting import Kept, that_fit
from frivilligrapport.documents.sheets.lines import Linje, Liste, left_out, shown
from frivilligrapport.documents.sheets.measures import (
    LINE,
    height_of_sources,
    height_of_text,
    heights_of_lines,
    heights_of_rows,
)
from frivilligrapport.documents.sheets.shortening import beginning
from frivilligrapport.documents.sheets.since import change_lines, nothing_to_compare
from frivilligrapport.documents.sheets.year_figures import figure_lines, lead
from frivilligrapport.documents.tables import Raekke, Tabel, columns
from frivilligrapport.models.statusfil import Statusfil

_ROOM = 565  # points for lists, rows, texts and sources; the rest of the page is headings and air
_BANNER = 40
_MOST_OF_PERSPECTIVE = 420
_HEADS = columns("Tal", "Regnes som", "Så sikkert er det")


@dataclass(frozen=True, slots=True)
class Indhold:
    """The sections. `tal_rest` says how many figures are left out, "" when all are there."""

    tal: Tabel
    tal_rest: str
    indsatser: Liste
    aendringer: Liste
    perspektiv: str
    planer: Liste
    mangler: Liste


@dataclass(frozen=True, slots=True)
class Facts:
    """Hold everything that the page could show; `lead` says what is most important to know."""

    lead: str
    rows: tuple[Raekke, ...]
    efforts: tuple[Linje, ...]
    changes: tuple[Linje, ...]
    coming: tuple[Linje, ...]
    missing: tuple[Linje, ...]
    perspective: str

    @property
    def everything(self) -> Kept:
        """Give how many there are of each."""
        return (len(self.rows), *(len(one) for one in self._lines))

    def room(self, *, draft: bool) -> Kept:
        """Say how many of each there is room for."""
        lists = (heights_of_rows(self.rows), *(heights_of_lines(one) for one in self._lines))
        fixed = height_of_text(self.lead) + height_of_text(self.perspective) + (_BANNER if draft else 0)
        return that_fit(lists, _ROOM - fixed, LINE, lambda kept: height_of_sources(self.cited(kept)))

    def cited(self, kept: Kept) -> tuple[Talvisning, ...]:
        """Give the figures that are shown."""
        rows = [tal for row in self.rows[: kept[0]] for cell in row for tal in cell.tal]
        lists = list(zip(kept[1:], self._lines, strict=True))
        return (*rows, *(tal for many, lines in lists for line in lines[:many] for tal in line.tal))

    @property
    def _lines(self) -> tuple[tuple[Linje, ...], ...]:
        return (self.efforts, self.changes, self.coming, self.missing)


def gather(material: Material, report: Report, statusfil: Statusfil) -> Facts:
    """Gather what can be said of a forvaltning."""
    told = statusfil.perspektiver
    text = material.text(told.tekst, told.tekstfil) if told else ""
    return Facts(
        lead=lead(material, report),
        rows=figure_lines(material, report.forvaltning),
        efforts=effort_lines(material, report),
        changes=change_lines(material, report.forvaltning),
        coming=coming_lines(material, report),
        missing=missing_lines(material, statusfil),
        perspective=beginning(text, _MOST_OF_PERSPECTIVE),
    )


def sections(material: Material, facts: Facts, kept: Kept) -> Indhold:
    """Show as much of everything as there is room for."""
    rows, efforts, changes, coming, missing = kept
    title = f"Oplyst for {material.aar}"
    return Indhold(
        tal=Tabel("aarets-tal", title, _HEADS, facts.rows[:rows]),
        tal_rest=left_out(len(facts.rows) - rows),
        indsatser=shown(facts.efforts, efforts, "Ingen indsatser er registreret."),
        aendringer=shown(facts.changes, changes, nothing_to_compare(material)),
        perspektiv=facts.perspective,
        planer=shown(facts.coming, coming, "" if facts.perspective else "Ikke oplyst."),
        mangler=shown(facts.missing, missing, "Forvaltningen nævner ingen mangler."),
    )
