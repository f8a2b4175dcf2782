"""Two years side by side: each figure and each indsats, matched through kommune.yaml."""

from collections.abc import Iterable
from functools import cached_property

from frivilligrapport.collection.succession import Succession, succession
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.changes.figure_changes import FigureChange, FigurePairs, Meter
from frivilligrapport.figures.changes.indsats_changes import (
    IndsatsChange,
    IndsatsComparer,
    IndsatsFate,
    KnownYear,
    ReportedIndsats,
    pair_up,
    reported_indsatser,
)
from frivilligrapport.figures.figure import Figure, Subject
from frivilligrapport.figures.register import Registers
from frivilligrapport.figures.reports import reports, units_of


class YearOverYear(Frozen):
    """Hold what has happened from the year `older` to the year `newer`, in the newer year's print order.

    `redefined` names the units that kommune.yaml defines otherwise in the newer year.
    """

    older: int
    newer: int
    succession: Succession
    figures: tuple[FigureChange, ...]
    indsatser: tuple[IndsatsChange, ...]
    redefined: frozenset[str]

    def name(self, forvaltning: str, aar: int) -> str:
        """Give the acronym that a forvaltning or the network had in one of the years."""
        return (
            self.succession.name_after(forvaltning) if aar == self.newer else self.succession.name_before(forvaltning)
        )

    @cached_property
    def shown(self) -> tuple[FigureChange, ...]:
        """Give the figures that there is something to see of: those of both years, and those that are no more."""
        return tuple(one for one in self.figures if one.before and (one.after or self.goes_on(one.figure)))

    def became(self, fate: IndsatsFate) -> tuple[IndsatsChange, ...]:
        """Give the indsatser that this has become of."""
        return tuple(one for one in self.indsatser if one.fate is fate)

    def goes_on(self, older: Figure) -> bool:
        """Tell whether what a figure of the older year is about is still there in the newer one."""
        if not older.origin.indsats:
            return bool(self.succession.heirs_of(older.origin.forvaltning))
        return older.origin.subject in self._going_on

    @cached_property
    def _going_on(self) -> frozenset[Subject]:
        """Give the indsatser of the older year that the newer one has."""
        return frozenset(old.key for one in self.indsatser if one.fate is IndsatsFate.CONTINUED for old in one.before)


def since_last_year(registers: Registers, aargang: Aargang) -> YearOverYear:
    """Compare a year with the one before; without files from then, what the year's own files say of it."""
    last = registers.samling.aargang(aargang.aar - 1) or Aargang(aargang.aar - 1, "", None, "", None, ())
    return year_over_year(registers, last, aargang)


def year_over_year(registers: Registers, older: Aargang, newer: Aargang) -> YearOverYear:
    """Match and compare everything that two years report; `older` is not after `newer`."""
    samling = registers.samling
    line = succession(samling, older.aar, newer.aar)
    before, after = (reported_indsatser(reports(samling, one)) for one in (older, newer))
    judge = IndsatsComparer(_answers(samling, older), _answers(samling, newer), line)
    indsatser = tuple(judge.judge(pair) for pair in pair_up(before, after, line))
    figures = FigurePairs(
        _with_methods(registers.of(older).figures, before),
        _with_methods(registers.of(newer).figures, after),
        _links(indsatser, line),
        stated=newer.aar - older.aar == 1,
    )
    meter = Meter(older.aar, newer.aar, line)
    return YearOverYear(
        older=older.aar,
        newer=newer.aar,
        succession=line,
        figures=tuple(meter.measure(one) for one in figures.pairs()),
        indsatser=indsatser,
        redefined=_redefined(samling, older.aar, newer.aar),
    )


def _redefined(samling: Samling, older: int, newer: int) -> frozenset[str]:
    then, now = units_of(samling, older), units_of(samling, newer)
    return frozenset(
        unit.flertal for key, unit in now.items() if key in then and then[key].definition != unit.definition
    )


def _answers(samling: Samling, aargang: Aargang) -> KnownYear:
    network = samling.network(aargang.aar)
    return KnownYear(aargang, str(network.id) if network else "")


def _links(indsatser: Iterable[IndsatsChange], line: Succession) -> dict[Subject, tuple[Subject, ...]]:
    """Say where each subject's older figures are to be found: an indsats's own pair, a forvaltning's origins."""
    own = {one.after.key: tuple(old.key for old in one.before) for one in indsatser if one.after}
    whole = {(one, ""): tuple((old, "") for old in line.origins_of(one)) for one in line.after}
    return whole | own


def _with_methods(figures: tuple[Figure, ...], year: tuple[ReportedIndsats, ...]) -> tuple[Figure, ...]:
    """Let a figure without a method of its own have that of its indsats."""
    methods = {one.key: str(one.indsats.metode) for one in year if one.indsats.metode}
    return tuple(_with_method(one, methods.get(one.origin.subject, "")) for one in figures)


def _with_method(figure: Figure, method: str) -> Figure:
    if figure.metode or not method:
        return figure
    return figure._replace(columns=(("metode", method), *figure.columns))
