"""The totals of several municipalities side by side: only like is added to like, and never what is not known."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from frivilligrapport.collection.values import Aargang
from frivilligrapport.danish import join_words, normal_key, plural, sort_key
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.figure import SUMMED
from frivilligrapport.figures.register import Registers
from frivilligrapport.figures.reports import units_of
from frivilligrapport.figures.totals import Total
from frivilligrapport.figures.wording import Part, wording
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.grammar.quantity.value import added
from frivilligrapport.models.enheder import ENHEDER, Enhedsart

_GROUPS = [group.value for group in SUMMED]
MOST_NAMES = 5  # more than so many are counted and not named
_ORDER = {unit.key: number for number, unit in enumerate(ENHEDER)}


class MunicipalTotal(Frozen):
    """What one municipality comes to of one unit. `bounds` is None when nothing is known.

    `definition` tells two municipalities' own units of the same name apart. `has_number` is False where only words
    such as "mange" are known: they open a sum above, and are no figure. `n` and `m` count its forvaltninger;
    `is_whole` says that none of those that the unit concerns is missing.
    """

    kommune: str
    enhed: str
    label: str
    enhedsart: str
    gruppe: str
    definition: str
    bounds: Bounds | None
    has_number: bool
    parts: tuple[Part, ...]
    note: str
    n: int
    m: int
    coverage: str
    is_whole: bool

    @property
    def text(self) -> str:
        """Say what it comes to."""
        return wording(self.parts)


class JointTotal(Frozen):
    """What a unit comes to in all municipalities that have told of it; `entries` are theirs, known or not.

    `asked` names all municipalities. `is_apart` says that others mean something else by the same word.
    """

    entries: tuple[MunicipalTotal, ...]
    asked: tuple[str, ...]
    is_apart: bool = False

    @property
    def first(self) -> MunicipalTotal:
        """Give the first of those that tell of the unit; there is always one."""
        return self.entries[0]

    @property
    def known(self) -> tuple[MunicipalTotal, ...]:
        """Give those that have a figure."""
        return tuple(one for one in self.entries if one.has_number)

    @property
    def bounds(self) -> Bounds | None:
        """Add what is known: open above when one of them is; None when nothing is known."""
        return added(one.bounds for one in self.entries if one.bounds)

    @property
    def text(self) -> str:
        """Word the sum by what all of them report, as a total of one municipality is worded."""
        return wording([part for one in self.entries for part in one.parts])

    @property
    def label(self) -> str:
        """Name the unit, which may hold the same person twice, or mean something else in another municipality."""
        if self.is_apart:
            return f"{self.first.enhed} (som i {join_words([one.kommune for one in self.entries])})"
        several = self.first.enhedsart == Enhedsart.PERSONER and self.first.enhed == "frivillige"
        many = len(self.known) > 1 or any(one.label != one.enhed for one in self.entries)
        return f"{self.first.enhed} (registreringer)" if several and many else self.first.enhed

    @property
    def missing(self) -> tuple[str, ...]:
        """Name the municipalities without a figure, also those of which nothing could be read."""
        given = {one.kommune for one in self.known}
        return tuple(one for one in self.asked if one not in given)

    @property
    def coverage(self) -> str:
        """Say it in digits: "tal fra 2 af 3 kommuner"."""
        return f"tal fra {len(self.known)} af {len(self.asked)} kommuner"

    @property
    def missing_text(self) -> str:
        """Name those without a figure in running text, or count them when they are many; "" when there are none."""
        return _named(self.missing)

    @property
    def note(self) -> str:
        """Say which of the figures are themselves not from everyone; "" when all are."""
        partial = tuple(one.kommune for one in self.known if not one.is_whole)
        return f"ikke alle forvaltninger i {_named(partial)} har oplyst tal" if partial else ""


def entries_of(
    registers: Registers, aargang: Aargang, kommune: str, *, is_whole: bool = True
) -> tuple[MunicipalTotal, ...]:
    """Count a year of one municipality, and keep no more of it than what is shown beside others.

    `is_whole` is False where some of its files are not counted: then no total is from everyone.
    """
    definitions = {key: unit.definition for key, unit in units_of(registers.samling, aargang.aar).items()}
    found = registers.of(aargang).totals
    entries = (_entry(kommune, one, definitions.get(normal_key(one.enhed), "")) for one in found)
    return tuple(one if is_whole else one._replace(is_whole=False) for one in entries)


def joint_totals(entries: Iterable[MunicipalTotal], asked: Iterable[str]) -> tuple[JointTotal, ...]:
    """Put entries of the same unit, meaning and state group together: done before coming, units in their own order.

    `asked` are all municipalities, in the order they are named.
    """
    names = tuple(asked)
    place = {name: number for number, name in enumerate(names)}
    found: dict[tuple[str, str, str], list[MunicipalTotal]] = {}
    for one in sorted(entries, key=lambda one: place[one.kommune]):
        found.setdefault((one.gruppe, normal_key(one.enhed), one.definition), []).append(one)
    meanings = Counter((group, unit) for group, unit, _ in found)
    joint = [JointTotal(tuple(own), names, meanings[key[:2]] > 1) for key, own in found.items()]
    return tuple(sorted(joint, key=lambda one: (_GROUPS.index(one.first.gruppe), _rank(one.first))))


def _named(names: tuple[str, ...]) -> str:
    return join_words(names) if len(names) <= MOST_NAMES else f"{len(names)} kommuner"


def _rank(one: MunicipalTotal) -> tuple[int, tuple[int, ...], str]:
    return _ORDER.get(normal_key(one.enhed), len(_ORDER)), sort_key(one.enhed), one.definition


def _entry(kommune: str, total: Total, definition: str) -> MunicipalTotal:
    notes = [total.note] if total.note else []
    if total.unknown and total.bounds:
        notes.append(f"dertil {total.unknown} {plural(total.unknown, 'tal, der er uoplyst', 'tal, der er uoplyste')}")
    return MunicipalTotal(
        kommune=kommune,
        enhed=total.enhed,
        label=total.label,
        enhedsart=total.enhedsart,
        gruppe=total.gruppe,
        definition=definition,
        bounds=total.bounds,
        has_number=total.quantified is not None,
        parts=total.parts,
        note="; ".join(notes),
        n=total.coverage.n,
        m=total.coverage.m,
        coverage=total.coverage.text,
        is_whole=not total.coverage.missing,
    )


class Municipality(Frozen):
    """One of the municipalities: its folder's name, its entries, and how many of its forvaltninger have delivered.

    `left_out` says why none of its figures are in the year, "" when they are. `uncounted` names those whose files are
    not counted, each with the reason, and `states` says how far each file is. `is_copy` marks a second folder of the
    same municipality, which is not one more. `known` are numbers that only look like personal data, as its files say.
    """

    kommune: str
    mappe: str
    entries: tuple[MunicipalTotal, ...] = ()
    delivered: int = 0
    asked: int = 0
    left_out: str = ""
    uncounted: tuple[tuple[str, str], ...] = ()
    states: str = ""
    is_copy: bool = False
    known: frozenset[str] = frozenset()

    @property
    def uncounted_text(self) -> str:
        """Say which files are not counted, and why: "1 fil er ikke talt med: BIF kan ikke læses"; "" when all are."""
        if not self.uncounted:
            return ""
        many = len(self.uncounted)
        whose = join_words([f"{name} {why}" for name, why in self.uncounted])
        return f"{many} {plural(many, 'fil', 'filer')} er ikke talt med: {whose}"


class JointYear(Frozen):
    """Hold the municipalities of a year, in the order they are shown."""

    aar: int
    municipalities: tuple[Municipality, ...]

    @property
    def known(self) -> frozenset[str]:
        """Give the numbers that only look like personal data, as each municipality's files say."""
        return frozenset().union(*(one.known for one in self.municipalities))

    @property
    def read(self) -> tuple[Municipality, ...]:
        """Give those whose figures are in the year."""
        return tuple(one for one in self.municipalities if not one.left_out)

    @property
    def left_out(self) -> tuple[Municipality, ...]:
        """Give those whose figures are not."""
        return tuple(one for one in self.municipalities if one.left_out)

    @property
    def asked(self) -> tuple[str, ...]:
        """Name the municipalities, each once."""
        return tuple(one.kommune for one in self.municipalities if not one.is_copy)

    @cached_property
    def totals(self) -> tuple[JointTotal, ...]:
        """Give each unit's sum, done before coming."""
        return joint_totals((entry for one in self.municipalities for entry in one.entries), self.asked)

    @property
    def text(self) -> str:
        """Say from how many, and of whom nothing or not all is counted.

        "Tal fra 2 af 3 kommuner. Ikke med: Ærø Kommune (CPR-numre i filerne)."
        """
        text = f"Tal fra {len(self.read)} af {len(self.asked)} kommuner."
        out = [f"{one.kommune} ({one.left_out})" for one in self.left_out]
        who = join_words(out) if len(out) <= MOST_NAMES else f"{len(out)} kommuner"
        partly = [f"{one.kommune} ({one.uncounted_text})" for one in self.read if one.uncounted]
        whose = join_words(partly) if len(partly) <= MOST_NAMES else f"{len(partly)} kommuner"
        said = (text, f"Ikke med: {who}." if out else "", f"Kun delvis med: {whose}." if partly else "")
        return " ".join(filter(None, said))
