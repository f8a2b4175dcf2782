"""Figures in words, each with its way back to the source list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.documents.parts.figure_rows import FigureRow
from frivilligrapport.documents.parts.sources import Henvisning, Sources
from frivilligrapport.figures.figure import Part
from frivilligrapport.figures.totals import Total
from frivilligrapport.grammar.quantity import Bounds, Precision
from frivilligrapport.models.enheder import Enhed

_SILENT_REASONS = {Part.FORRIGE_AAR, Part.HERAF, Part.ANDEL}  # their own words say already why they do not count


@dataclass(frozen=True, slots=True)
class Talvisning:
    """A figure as it stands on the page: its words, the sources it rests on, and a remark such as "tælles hos KFF"."""

    tekst: str
    henvisninger: tuple[Henvisning, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Figures:
    """Hold all figures of the report, and word them. `rows` are the year's, in the register's order."""

    rows: tuple[FigureRow, ...]
    units: Mapping[str, Enhed]
    sources: Sources
    names: Mapping[str, str]

    def of_indsats(self, forvaltning: str, indsats: str) -> tuple[Talvisning, ...]:
        """Show all that a forvaltning reported of one indsats; `indsats` "" is the forvaltning as a whole."""
        return tuple(self.show(row) for row in self.reported_by(forvaltning) if row.indsats == indsats)

    def reported_by(self, forvaltning: str) -> tuple[FigureRow, ...]:
        """Give the rows that a forvaltning reported, whomever they count for."""
        return tuple(row for row in self.rows if row.forvaltning == forvaltning)

    def show(self, row: FigureRow) -> Talvisning:
        """Word one reported figure, and say why it does not count where it does not."""
        note = "" if row.part in _SILENT_REASONS else row.why_not
        if row.counts and row.ejer != row.forvaltning:
            note = f"tælles hos {self.names.get(row.ejer, row.ejer)}"
        return Talvisning(self._words(row), self.sources.refer([row.id]), note)

    def show_bare(self, row: FigureRow) -> Talvisning:
        """Word one reported figure, for places that say themselves whether it counts."""
        return replace(self.show(row), note="")

    def show_total(self, total: Total, owner: str = "") -> Talvisning:
        """Word a total with its unit; `owner` is given for one forvaltning's own total, to say who else told of it."""
        rows = self.rows_of(total)
        marks = {row.maerke for row in rows}
        mark = f" ({marks.pop()})" if len(marks) == 1 and "" not in marks else ""
        tellers = [self.names.get(one, one) for one in dict.fromkeys(row.forvaltning for row in rows) if one != owner]
        notes = [f"oplyst af {join_words(tellers)}"] if owner and tellers else []
        notes += [total.note] if total.note and total.quantified else []
        label = total.label if total.bounds else total.enhed
        words = _with_unit(total.text, self._noun(label, total.bounds) + mark)
        return Talvisning(words, self.refer(rows), "; ".join(notes))

    def refer(self, rows: Iterable[FigureRow]) -> tuple[Henvisning, ...]:
        """Give the references of rows."""
        return self.sources.refer(row.id for row in rows)

    def rows_of(self, total: Total) -> tuple[FigureRow, ...]:
        """Give the rows that a total is made of, those that are counted inside another among them."""
        owners = {row.ejer for row in self.rows if row.id in total.ids}
        return tuple(row for row in self.rows if row.id in total.ids or (row.is_inside(total) and row.ejer in owners))

    def _words(self, row: FigureRow) -> str:
        noun = self._noun(row.enhed, row.bounds)
        mark = f" ({row.maerke})" if row.maerke else ""
        match row.part:
            case Part.HERAF:
                return f"heraf {row.tekst} {row.maerke}"
            case Part.ANDEL:
                return f"{row.tekst} af {row.andel_af}" if row.andel_af else row.tekst
            case Part.PAA_VEJ:
                return f"{row.tekst} {noun}{mark} på vej"
            case Part.FORRIGE_AAR:
                return f"{row.tekst} {noun}{mark} i {row.aar - 1}"
            case _:
                return _with_unit(row.tekst, noun + mark)

    def _noun(self, enhed: str, bounds: Bounds | None) -> str:
        """Give the unit in the form that goes with the count: "1 kursus", "3 kurser"."""
        unit = self.units.get(normal_key(enhed))
        return unit.ental if unit and bounds and bounds.is_exact and bounds.lower == 1 else enhed


def _with_unit(text: str, noun: str) -> str:
    """Put a count before its unit, and an answer without a count after it: "21 projekter", "møder: uoplyst"."""
    if text in {Precision.UNKNOWN.value, Precision.NOT_RELEVANT.value}:
        return f"{noun}: {text}"
    return f"{text} {noun}"
