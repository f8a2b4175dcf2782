"""The way from a total or a figure back to what was typed, as a tree: found by id, or by what is known of it."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from frivilligrapport.danish import normal_key
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.figure import SUMMED, Figure, FigurePart, StateGroup
from frivilligrapport.figures.ids import normal_id, short_id, total_id
from frivilligrapport.figures.register import Register, Registers
from frivilligrapport.figures.totals import Total
from frivilligrapport.grammar.quantity import Bounds, parse_quantity
from frivilligrapport.problems import Fault, Location


class Tie(StrEnum):
    """Name what a figure is to the one above it in the tree."""

    INSIDE = "talt med"
    SUBSET = "delmængde"
    SHARED = "fælles"


class DerivationStep(Frozen):
    """Hold a figure and those that hang on it: counted inside it, subsets of it, others' words on the same thing."""

    figure: Figure
    below: tuple[tuple[Tie, "DerivationStep"], ...] = ()

    def tied(self, tie: Tie) -> tuple["DerivationStep", ...]:
        """Give the steps that hang on it in one way."""
        return tuple(step for found, step in self.below if found is tie)

    @property
    def figures(self) -> Iterator[Figure]:
        """Yield the figure and all below it."""
        yield self.figure
        for _, step in self.below:
            yield from step.figures


class Sum(Frozen):
    """Hold a total, its shortest id and its full one, and whose it is: a forvaltning's id, or "" for everyone's."""

    id: str
    full_id: str
    total: Total
    owner: str


class TotalDerivation(Frozen):
    """Show a total as what was added, and beside it the figures of the same unit that were not."""

    sum: Sum
    parts: tuple[DerivationStep, ...]
    left_out: tuple[DerivationStep, ...]

    @property
    def places(self) -> tuple[Location, ...]:
        """Give where everything it rests on was typed, each place once."""
        return _places((*self.parts, *self.left_out))

    @property
    def basis(self) -> tuple[Figure, ...]:
        """Give the figures that were added."""
        return tuple(one.figure for one in self.parts)


class FigureDerivation(Frozen):
    """Show a figure, the figures that count in its place if it does not count, and the totals that they are part of."""

    step: DerivationStep
    instead: tuple[DerivationStep, ...]
    sums: tuple[Sum, ...]

    @property
    def places(self) -> tuple[Location, ...]:
        """Give where everything it rests on was typed, each place once."""
        return _places((self.step, *self.instead))

    @property
    def basis(self) -> tuple[Figure, ...]:
        """Give the figure itself."""
        return (self.step.figure,)


Derivation = TotalDerivation | FigureDerivation


def _places(steps: Iterable[DerivationStep]) -> tuple[Location, ...]:
    return tuple(dict.fromkeys(figure.location for step in steps for figure in step.figures))


class Derivations(Frozen):
    """Answer for every figure and total of a year."""

    register: Register

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Give the year's figures, settled and in print order."""
        return self.register.figures

    @property
    def ids(self) -> tuple[str, ...]:
        """Give every id there is an answer for, totals first, each in its shortest form."""
        return (*(one.id for one in self._sums), *(figure.id for figure in self.figures))

    def find(self, wanted: str) -> Derivation | None:
        """Give the derivation that an id stands for, None when there is no such id.

        A figure's own id comes before a total's short one; the full id, with its state group, is always the total's.
        """
        figure = next((one for one in self.figures if one.id == wanted), None)
        if figure:
            return self._of_figure(figure)
        found = next((one for one in self._sums if wanted in {one.id, one.full_id}), None)
        return self._of_total(found) if found else None

    def _of_total(self, asked: Sum) -> TotalDerivation:
        ids = frozenset(asked.total.ids)
        parts = tuple(self._step(figure) for figure in self.figures if figure.id in ids)
        shown = {figure.id for part in parts for figure in part.figures}
        rest = [one for one in self.figures if one.id not in shown and _concerns(one, asked)]
        held = {one.id for figure in rest for _, one in self._held(figure)}
        return TotalDerivation(asked, parts, tuple(self._step(one) for one in rest if one.id not in held))

    def _of_figure(self, figure: Figure) -> FigureDerivation:
        instead = tuple(self._instead(figure))
        counted = {one.id for one in (instead or (figure,))}
        sums = tuple(one for one in self._sums if counted & set(one.total.ids))
        return FigureDerivation(self._step(figure), tuple(DerivationStep(one) for one in instead), sums)

    def _instead(self, figure: Figure) -> Iterator[Figure]:
        """Yield what counts for a figure that does not: the one it is counted inside, or a shared thing's owner's."""
        if figure.counted_in:
            while figure.counted_in:
                figure = next(one for one in self.figures if one.id == figure.counted_in)
            yield figure
        elif not figure.counts:
            yield from (one for one in self._told(figure) if one.origin.forvaltning == figure.counted_from)

    def _step(self, figure: Figure) -> DerivationStep:
        held = ((tie, self._step(one)) for tie, one in self._held(figure))
        told = self._told(figure) if figure.counts else ()
        return DerivationStep(figure, (*held, *((Tie.SHARED, DerivationStep(one)) for one in told)))

    def _held(self, figure: Figure) -> Iterator[tuple[Tie, Figure]]:
        subsets = f"{figure.id}.{FigurePart.HERAF.value}."
        for one in self.figures:
            if one.counted_in == figure.id:
                yield Tie.INSIDE, one
            elif one.part is FigurePart.HERAF and one.id.startswith(subsets):
                yield Tie.SUBSET, one

    def _told(self, figure: Figure) -> tuple[Figure, ...]:
        """Give what others tell of the same unit of the same shared thing."""
        thing, teller = _shared_thing(figure), figure.origin.forvaltning
        same = (one for one in self.figures if thing and _shared_thing(one) == thing)
        return tuple(one for one in same if one.origin.forvaltning != teller)

    @cached_property
    def _sums(self) -> tuple[Sum, ...]:
        """Give the totals by their shortest ids: the full one where a figure has the short one."""
        return tuple(self._every_sum())

    def _every_sum(self) -> Iterator[Sum]:
        taken = {figure.id for figure in self.figures}
        for owner, totals in (("", self.register.totals), *self.register.by_forvaltning.items()):
            for total in totals:
                full = total_id(self.register.aar, owner, total.enhed, total.gruppe)
                yield Sum(full if short_id(full) in taken else short_id(full), full, total, owner)


def _concerns(figure: Figure, asked: Sum) -> bool:
    """Tell whether a figure that is not part of a total is one that a reader might look for in it."""
    group = figure.group if figure.group in SUMMED else StateGroup.GENNEMFOERT
    ours = asked.owner in {"", figure.owner, figure.origin.forvaltning}
    return ours and figure.enhed.flertal == asked.total.enhed and group.value == asked.total.gruppe


def _shared_thing(figure: Figure) -> tuple[str, str, StateGroup] | None:
    return (figure.origin.faelles, figure.enhed.key, figure.group) if figure.counted_from else None


def find_in_its_year(registers: Registers, typed: str) -> tuple[Derivation, Register] | None:
    """Give what an id stands for, and the register of the year that it begins with; None when there is no such id."""
    wanted = normal_id(typed)
    first = wanted.partition(".")[0]
    aargang = registers.samling.aargang(int(first)) if first.isdecimal() else None
    if aargang is None:
        return None
    register = registers.of(aargang)
    found = Derivations(register).find(wanted)
    return (found, register) if found else None


def find_figures(register: Register, words: str, margin: Fraction) -> Iterator[tuple[str, Derivation]]:
    """Yield what fits some words, each with its id: totals of the unit first, then figures in print order.

    A number fits the figures that say the same, however it is written; a word those whose unit, indsats or forvaltning
    has it in its name. `margin` is the year's convention for "ca.".
    """
    key, bounds, year = normal_key(words), _bounds(words, margin), Derivations(register)
    for one in year.ids:
        found = year.find(one)
        if isinstance(found, FigureDerivation):
            figure = found.step.figure
            says_it = bounds and figure.quantity.bounds(margin) == bounds
            if says_it or any(key in normal_key(name) for name in _names(register, figure)):
                yield one, found
        elif found and normal_key(found.sum.total.enhed) == key:
            yield one, found


def _bounds(words: str, margin: Fraction) -> Bounds | None:
    try:
        return parse_quantity(words).bounds(margin)
    except Fault:
        return None


def _names(register: Register, figure: Figure) -> tuple[str, ...]:
    origin = figure.origin
    return figure.enhed_og_maerke, origin.indsats, origin.indsats_navn, register.scope.name(origin.forvaltning)
