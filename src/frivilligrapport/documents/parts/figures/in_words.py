"""Figures in words, each with its way back to the source list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.documents.parts.figures.sources import Kildehenvisning, Sources
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.figure import Figure, FigurePart, StateGroup, Subject
from frivilligrapport.figures.totals import Total
from frivilligrapport.grammar.quantity import Bounds, Precision
from frivilligrapport.models.enheder import Enhed

_SILENT_REASONS = {
    FigurePart.FORRIGE_AAR,
    FigurePart.HERAF,
    FigurePart.ANDEL,
}  # their own words say already why they do not count

_MOST_REFERENCES = 12
OWN_TOTALS = "tal-fra-forvaltningerne"  # the anchor of the table of the tabelbilag with each forvaltning's totals


def table_of(total: Total) -> str:
    """Give the anchor of the table of the tabelbilag that a total of the year stands in."""
    if total.gruppe == StateGroup.KOMMENDE.value:
        return "tal-kommende"
    return f"tal-{total.enhedsart}" if total.quantified else "tal-uden-antal"


class Kildenumre(Frozen):
    """One or more entries of the source list that follow each other: "4" or "4-7", and what a voice says of them."""

    numre: str
    laest: str
    sted: str


class Talvisning(Frozen):
    """A figure as it stands on the page: its words, the sources it rests on, and a remark such as "tælles hos KFF".

    `tabel` is the place of a table that names all its sources; where there is one, at most `hoejst` stand here.
    """

    tekst: str
    henvisninger: tuple[Kildehenvisning, ...] = ()
    note: str = ""
    tabel: str = ""
    hoejst: int = _MOST_REFERENCES

    @property
    def naevnte(self) -> tuple[Kildenumre, ...]:
        """Give the sources that are printed: all of them, or the first where they would be a paragraph."""
        runs = self._runs
        is_whole = not self.tabel or len(runs) <= self.hoejst
        return tuple(map(_numbers, runs if is_whole else runs[: self.hoejst // 2]))

    @property
    def flere(self) -> int:
        """Count those that are not."""
        return sum(map(len, self._runs[len(self.naevnte) :]))

    @property
    def _runs(self) -> list[list[Kildehenvisning]]:
        """Put those together that follow each other, where they are three or more."""
        runs: list[list[Kildehenvisning]] = []
        for one in self.henvisninger:
            if runs and one.nummer == runs[-1][-1].nummer + 1:
                runs[-1].append(one)
            else:
                runs.append([one])
        return [part for run in runs for part in ([run] if len(run) > _PAIR else [[one] for one in run])]


def few(shown: tuple[Talvisning, ...], most: int) -> tuple[Talvisning, ...]:
    """Give the first of many figures, and how many there are besides, where there is no room for them all."""
    rest = len(shown) - most
    return shown if rest <= 1 else (*shown[:most], Talvisning(f"og {rest} andre tal"))


_PAIR = 2  # two that follow each other are named both


def _numbers(run: list[Kildehenvisning]) -> Kildenumre:
    first, last = run[0], run[-1]
    if first == last:
        return Kildenumre(str(first.nummer), f"kilde {first.nummer}", first.sted)
    numre = f"{first.nummer}-{last.nummer}"
    # What is read aloud holds what is seen, for who says it to follow the link (WCAG 2.1, 2.5.3).
    return Kildenumre(numre, f"kilder {numre}", first.sted)


class Figures(Frozen):
    """Hold all figures of the report, and word them. `reported` are the year's, in the register's order."""

    reported: tuple[Figure, ...]
    units: Mapping[str, Enhed]
    sources: Sources
    names: Mapping[str, str]

    def of_indsats(self, forvaltning: str, indsats: str) -> tuple[Talvisning, ...]:
        """Show all that a forvaltning reported of one indsats; `indsats` "" is the forvaltning as a whole."""
        return tuple(map(self.show, self.reported_of(forvaltning, indsats)))

    def reported_by(self, forvaltning: str) -> tuple[Figure, ...]:
        """Give the rows that a forvaltning reported, whomever they count for."""
        return tuple(self._by_forvaltning.get(forvaltning, ()))

    def reported_of(self, forvaltning: str, indsats: str) -> tuple[Figure, ...]:
        """Give those of them that are about one indsats, as `of_indsats`."""
        return tuple(self._by_subject.get((forvaltning, indsats), ()))

    @cached_property
    def _by_forvaltning(self) -> Mapping[str, list[Figure]]:
        found: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.reported:
            found[figure.origin.forvaltning].append(figure)
        return found

    @cached_property
    def _by_subject(self) -> Mapping[Subject, list[Figure]]:
        found: dict[Subject, list[Figure]] = defaultdict(list)
        for figure in self.reported:
            found[figure.origin.subject].append(figure)
        return found

    def show(self, figure: Figure) -> Talvisning:
        """Word one reported figure, and say why it does not count where it does not."""
        note = "" if figure.part in _SILENT_REASONS else figure.why_not
        if figure.counts and figure.owner != figure.origin.forvaltning:
            note = f"tælles hos {self.names.get(figure.owner, figure.owner)}"
        if note == figure.text:
            note = ""
        return Talvisning(self._words(figure), self.sources.refer([figure.id]), note)

    def show_bare(self, figure: Figure) -> Talvisning:
        """Word one reported figure, for places that say themselves whether it counts."""
        return self.show(figure)._replace(note="")

    def show_total(self, total: Total, owner: str = "") -> Talvisning:
        """Word a total with its unit; `owner` is given for one forvaltning's own total, to say who else told of it."""
        rows = self.parts_of(total)
        marks = {figure.maerke for figure in rows}
        mark = f" ({marks.pop()})" if len(marks) == 1 and "" not in marks else ""
        tellers = [
            self.names.get(one, one)
            for one in dict.fromkeys(figure.origin.forvaltning for figure in rows)
            if one != owner
        ]
        notes = [f"oplyst af {join_words(tellers)}"] if owner and tellers else []
        notes += [total.vague_note] if total.vague_note else []
        label = total.label if total.bounds else total.enhed
        words = _with_unit(total.text, self._noun(label, total.bounds) + mark)
        table = self.sources.place_of(OWN_TOTALS if owner else table_of(total))
        return Talvisning(words, self.refer(rows), "; ".join(notes), table)

    def refer(self, rows: Iterable[Figure]) -> tuple[Kildehenvisning, ...]:
        """Give the references of rows."""
        return self.sources.refer(figure.id for figure in rows)

    def parts_of(self, total: Total) -> tuple[Figure, ...]:
        """Give the figures that a total is made of, those that are counted inside another among them."""
        ids = frozenset(total.ids)
        owners = {figure.owner for figure in self.reported if figure.id in ids}
        return tuple(
            figure
            for figure in self.reported
            if figure.id in ids or (_is_inside(figure, total) and figure.owner in owners)
        )

    def _words(self, figure: Figure) -> str:
        noun = self._noun(figure.enhed.flertal, figure.bounds)
        mark = f" ({figure.maerke})" if figure.maerke else ""
        match figure.part:
            case FigurePart.HERAF:
                return f"heraf {figure.text} {figure.maerke}"
            case FigurePart.ANDEL:
                return f"{figure.text} af {figure.share_of}" if figure.share_of else figure.text
            case FigurePart.PAA_VEJ:
                return f"{figure.text} {noun}{mark} på vej"
            case FigurePart.FORRIGE_AAR:
                return f"{figure.text} {noun}{mark} i {figure.origin.aar - 1}"
            case _:
                return _with_unit(figure.text, noun + mark)

    def _noun(self, enhed: str, bounds: Bounds | None) -> str:
        """Give the unit in the form that goes with the count: "1 kursus", "3 kurser"."""
        unit = self.units.get(normal_key(enhed))
        return unit.ental if unit and bounds and bounds.is_exact and bounds.lower == 1 else enhed


def _is_inside(figure: Figure, total: Total) -> bool:
    """Tell whether a parent of the same unit and state group counts a figure."""
    same = (figure.enhed.flertal, figure.group.value) == (total.enhed, total.gruppe)
    return same and bool(figure.counted_in)


def _with_unit(text: str, noun: str) -> str:
    """Put a count before its unit, and an answer without a count after it: "21 projekter", "møder: uoplyst"."""
    if text in {Precision.UNKNOWN.value, Precision.NOT_RELEVANT.value}:
        return f"{noun}: {text}"
    return f"{text} {noun}"
