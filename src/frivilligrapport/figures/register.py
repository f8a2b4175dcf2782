"""A year's register: every figure that was reported, settled, and what they come to. Counted once, read by all."""

from enum import StrEnum
from functools import cached_property

from frivilligrapport.collection.organisation import print_order
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import join_words, normal_key, quote, sort_key
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.double_counts import DoubleCount, declared, held_back, holder_of
from frivilligrapport.figures.families import settle_families
from frivilligrapport.figures.figure import Figure, StateGroup, Subject
from frivilligrapport.figures.ids import known_ids
from frivilligrapport.figures.reports import reported, reports, told_before
from frivilligrapport.figures.shared import SharedFigure, settle_ownership, shared_figures
from frivilligrapport.figures.totals import Scope, Total, totals, totals_by_forvaltning
from frivilligrapport.models import lister

SEVERAL = "flere"
NOT_SAID = "ikke angivet"
_LAST = (SEVERAL, lister.UOPLYST, NOT_SAID)


class Grouping(StrEnum):
    """What totals can be split by; the value is the word that is typed and printed."""

    FORVALTNING = "forvaltning"
    TEMA = "tema"
    BYDEL = "bydel"
    MAALGRUPPE = "målgruppe"
    LOKALUDVALG = "lokaludvalg"


class Register(Frozen):
    """Hold a year's figures in print order, each with what it counts for: shared things are settled, then families.

    `reported` are the same figures before anything is held against anything else. `double_counts` are
    those that the files leave open.
    """

    samling: Samling
    aargang: Aargang
    reported: tuple[Figure, ...]
    figures: tuple[Figure, ...]
    double_counts: tuple[DoubleCount, ...] = ()

    @property
    def aar(self) -> int:
        """Give the year."""
        return self.aargang.aar

    @cached_property
    def scope(self) -> Scope:
        """Give whom the totals are over: what earlier years tell is asked for only here."""
        return scope_of(self.samling, self.aargang)

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """Give the year's totals."""
        return totals(self.figures, self.scope, double_counts=self.double_counts)

    @cached_property
    def by_forvaltning(self) -> dict[str, tuple[Total, ...]]:
        """Give the own totals of each forvaltning, and of the network, by id."""
        return totals_by_forvaltning(self.figures, self.scope, self.double_counts)

    def totals_by(self, grouping: Grouping) -> dict[str, tuple[Total, ...]]:
        """Split the year's totals, by the name of the part; the parts' figures are together those of the whole year.

        A figure that is about several is not divided: it stands under "flere", as it stands under "uoplyst" when not
        all of them are known, and under "ikke angivet" when the file says nothing (number grammar, section 3 rule 10).
        What is counted inside another indsats stands where that one stands. Parts are in the Danish alphabet's order,
        and every forvaltning is there, in print order, also when it has no figures.
        """
        if grouping is Grouping.FORVALTNING:
            return {self.scope.name(one): own for one, own in self.by_forvaltning.items()}
        spelling: dict[str, str] = {}
        parts: dict[str, list[Figure]] = {}
        for figure in self.figures:
            label = _label(_names(figure, grouping))
            spelling.setdefault(normal_key(label), label)
            parts.setdefault(normal_key(label), []).append(figure)
        found = {spelling[key]: totals(own, self.scope, self.figures, self.double_counts) for key, own in parts.items()}
        return {name: found[name] for name in sorted(found, key=_rank) if found[name]}

    @cached_property
    def known_ids(self) -> tuple[str, ...]:
        """Give the ids of the year's figures and of their totals."""
        return known_ids(self.aar, self.figures)

    @cached_property
    def gross(self) -> tuple[Total, ...]:
        """Give the totals with every reporter's figure of a shared thing in the sum.

        Families count as in the net totals, and each figure still counts for its owner, so that the coverage is the
        same (number grammar, section 3 rule 5).
        """
        return totals(settle_families(self.reported), self.scope)

    @cached_property
    def shared(self) -> tuple[SharedFigure, ...]:
        """Give what everyone said of shared things."""
        return shared_figures(self.figures, self.scope)

    def doubted(self, one: DoubleCount) -> tuple[Total, ...]:
        """Give the totals that have figures of both sides of a double count."""
        first, second = (self._totals_with.get(side.subject, frozenset()) for side in (one.first, one.second))
        return tuple(self.totals[number] for number in sorted(first & second))

    @cached_property
    def _totals_with(self) -> dict[Subject, frozenset[int]]:
        """Give by indsats the numbers of the totals that its figures are in, also inside another figure."""
        by_id = {figure.id: figure for figure in self.figures}
        number_of = {name: number for number, total in enumerate(self.totals) for name in total.ids}
        found: dict[Subject, set[int]] = {}
        for figure in self.figures:
            number = number_of.get(holder_of(figure, by_id).id)
            if number is not None:
                found.setdefault(figure.origin.subject, set()).add(number)
        return {subject: frozenset(numbers) for subject, numbers in found.items()}

    def question(self, one: DoubleCount) -> str:
        """Say in sentences what is in doubt, and what the totals make of it."""
        first, second = (
            f"{quote(side.navn)} ({self.scope.name(side.forvaltning)})" for side in (one.first, one.second)
        )
        totals = [
            f"{total.enhed} ({total.text}{', kommende' if total.gruppe == StateGroup.KOMMENDE else ''})"
            for total in self.doubted(one)
        ]
        if one.is_declared:
            count = f"Begge muligheder er holdt åbne i det samlede tal for {join_words(totals)}." if totals else ""
            return f"Det er ikke afgjort, om {first} og {second} er det samme. {count}".rstrip()
        count = f"Indtil da er begge talt med i det samlede tal for {join_words(totals)}." if totals else ""
        return f"{first} ligner {second}, og ingen har svaret på, om de er det samme. {count}".rstrip()


class Registers(Frozen):
    """Give every year's register, each counted when it is first asked for and never again."""

    samling: Samling

    @cached_property
    def _counted(self) -> dict[int, Register]:
        return {}

    def of(self, aargang: Aargang) -> Register:
        """Give a year's register."""
        if aargang.aar not in self._counted:
            self._counted[aargang.aar] = count(self.samling, aargang)
        return self._counted[aargang.aar]


def count(samling: Samling, aargang: Aargang) -> Register:
    """Count a year."""
    names = {str(one.id): str(one.forkortelse) for one in samling.kommune.forvaltninger}
    found = reported(samling, aargang)
    settled = settle_families(settle_ownership(found, names))
    double_counts = declared(samling, reports(samling, aargang))
    back = held_back(settled, double_counts)
    settled = tuple(one._replace(in_doubt=back[one.id]) if one.id in back else one for one in settled)
    return Register(samling, aargang, found, settled, double_counts)


def scope_of(samling: Samling, aargang: Aargang) -> Scope:
    """Give the forvaltninger of a year in print order, and what is printed for each."""
    network = samling.network(aargang.aar)
    names = {str(one.id): str(one.forkortelse) for one in samling.forvaltninger(aargang.aar)}
    if network:
        names[str(network.id)] = str(network.forkortelse)
    return Scope(
        print_order(samling, aargang),
        names,
        str(network.id) if network else "",
        samling.kommune.asked_of_all,
        told_before(samling, aargang),
    )


def _names(figure: Figure, grouping: Grouping) -> tuple[str, ...]:
    tags = figure.origin.tags
    match grouping:
        case Grouping.TEMA:
            return tags.temaer
        case Grouping.BYDEL:
            return tags.bydele
        case Grouping.MAALGRUPPE:
            return tags.maalgrupper
    return tags.lokaludvalg


def _label(names: tuple[str, ...]) -> str:
    if not names:
        return NOT_SAID
    if lister.UOPLYST in names:
        return lister.UOPLYST
    return names[0] if len(names) == 1 else SEVERAL


def _rank(name: str) -> tuple[int, tuple[int, ...]]:
    return (_LAST.index(name) + 1 if name in _LAST else 0), sort_key(name)
