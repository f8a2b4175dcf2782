"""The totals of two years, and how they have moved: only like is held against like."""

from collections.abc import Iterator

from frivilligrapport.collection.values import Aargang
from frivilligrapport.danish import join_words, normal_key, numeral
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.changes.change import Break, BreakKind, Outcome, compare
from frivilligrapport.figures.changes.figure_changes import FigureChange, disagreement
from frivilligrapport.figures.changes.year_over_year import YearOverYear, year_over_year
from frivilligrapport.figures.figure import Figure, StateGroup
from frivilligrapport.figures.register import Register, Registers
from frivilligrapport.figures.reports import units_of
from frivilligrapport.figures.totals import Coverage, Scope, Total
from frivilligrapport.figures.wording import span
from frivilligrapport.grammar.quantity import Bounds

# A shared thing counts once wherever it counts, and whoever does the work: a total feels neither.
_FELT = {
    BreakKind.DEFINITION: "det, der tælles, er ændret",
    BreakKind.METHOD: "metoden er ændret",
}


class TotalChange(Frozen):
    """Tell how what has been done of one unit has moved. A total is None where a year has no figure of the unit."""

    enhed: str
    before: Total | None
    after: Total | None
    outcome: Outcome

    @property
    def label(self) -> str:
        """Name the unit as the totals do."""
        total = self.after or self.before
        return total.label if total else self.enhed


class TotalMeter(Frozen):
    """Hold the totals of two years against each other; `years` is what they are made of."""

    older: Register
    newer: Register
    years: YearOverYear

    def changes(self) -> tuple[TotalChange, ...]:
        """Give each unit of either year, in the newer year's order, then those that only the older one has."""
        before, after = (
            {one.enhed: one for one in year.totals if one.gruppe == StateGroup.GENNEMFOERT.value}
            for year in (self.older, self.newer)
        )
        units = dict.fromkeys((*after, *before))
        return tuple(self._change(unit, before.get(unit), after.get(unit)) for unit in units)

    def _change(self, enhed: str, before: Total | None, after: Total | None) -> TotalChange:
        gap = self._gap(before, after)
        if gap or not before or not after or not before.bounds or not after.bounds:
            return TotalChange(enhed, before, after, Outcome(gap=gap))
        breaks = tuple(self._breaks(after))
        then, now = _possible(self.older, before, before.bounds), _possible(self.newer, after, after.bounds)
        change = None if breaks else compare(then, now)
        return TotalChange(enhed, before, after, Outcome(change, breaks))

    def _gap(self, before: Total | None, after: Total | None) -> str:
        sides = ((self.years.older, before), (self.years.newer, after))
        gaps = [
            f"intet tal for {year}" if total is None else f"uoplyst i {year}"
            for year, total in sides
            if not _known(total)
        ]
        if gaps or not before or not after:
            return join_words(gaps)
        disputed = any(one.is_disputed for one in self._parts(after))
        unsettled = disagreement(self.years.older) if disputed else ""
        return self._other_coverage(before.coverage, after.coverage) or unsettled

    def _parts(self, after: Total) -> list[FigureChange]:
        ids = frozenset(after.ids)
        return [one for one in self.years.figures if one.after and one.after.id in ids]

    def _other_coverage(self, before: Coverage, after: Coverage) -> str:
        """Say how the coverage differs, "" when the same forvaltninger stand behind both, whatever their names."""
        line = self.years.succession
        then, now = _ids(before, self.older.scope), _ids(after, self.newer.scope)
        same = {old for one in now for old in line.origins_of(one)} == then
        same = same and {new for one in then for new in line.heirs_of(one)} == now
        if same and bool(before.network) == bool(after.network):
            return ""
        if before.counted != after.counted:
            return f"dækningen er ændret {_coverage(before, after)}"
        return (
            f"tallet er fra {join_words(before.reporters)} i {self.years.older} og fra {join_words(after.reporters)} "
            f"i {self.years.newer}"
        )

    def _breaks(self, after: Total) -> Iterator[Break]:
        if after.enhed in self.years.redefined:
            yield Break(BreakKind.DEFINITION, f"definitionen af {after.enhed} er ændret")
            return
        for kind, words in _FELT.items():
            hit = sum(any(found.kind is kind for found in one.outcome.breaks) for one in self._parts(after))
            if hit:
                yield Break(kind, f"{words} for {numeral(hit, neuter=True)} af de tal, det er lagt sammen af")


def _known(total: Total | None) -> bool:
    return total is not None and total.bounds is not None


def _possible(year: Register, total: Total, bounds: Bounds) -> Bounds:
    """Give what a total may be with what is unknown of those it is from: uoplyst adds nothing and may be anything."""
    given = {*_ids(total.coverage, year.scope), year.scope.network if total.coverage.network else ""}
    ids = frozenset(total.ids)
    unknown = any(one.is_unknown and one.owner in given for one in year.figures if one.id in ids)
    return bounds._replace(upper=None) if unknown else bounds


def _ids(coverage: Coverage, scope: Scope) -> set[str]:
    return {one for one, name in scope.names.items() if name in coverage.given}


def _coverage(before: Coverage, after: Coverage) -> str:
    if before.network or after.network:
        return f"{before.counted.removeprefix('tal ')} til {after.counted.removeprefix('tal fra ')}"
    return f"fra {before.n} af {before.m} til {after.n} af {after.m} forvaltninger"


def words_of(figure: Figure) -> str:
    """Word a figure as it was meant, and what it was reckoned as where that is something else than its words."""
    words = figure.quantity.text()
    return f"{words} (regnet som {span(figure.bounds)})" if figure.derived and figure.bounds else words


class Comparison(Frozen):
    """Hold two years of a municipality. `background` are those of them that no report is made of."""

    kommune: str
    background: tuple[int, ...]
    years: YearOverYear
    totals: tuple[TotalChange, ...]


def compare_years(registers: Registers, older: Aargang, newer: Aargang) -> Comparison:
    """Compare two years, the older first; totals stand in the units' own order."""
    samling = registers.samling
    years = year_over_year(registers, older, newer)
    units = list(units_of(samling))
    totals = TotalMeter(registers.of(older), registers.of(newer), years).changes()
    return Comparison(
        kommune=samling.navn,
        background=tuple(one.aar for one in (older, newer) if not one.is_report_year),
        years=years,
        totals=tuple(sorted(totals, key=lambda one: units.index(normal_key(one.enhed)))),
    )
