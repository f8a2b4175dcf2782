"""Each figure of two years: which are about the same, and how they have moved (number grammar, section 3 rule 9)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from frivilligrapport.collection.succession import Succession
from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.figures.changes.change import Break, BreakKind, Outcome, compare
from frivilligrapport.figures.figure import Figure, FigurePart, StateGroup, Subject
from frivilligrapport.grammar.quantity import Precision
from frivilligrapport.models.lister import UOPLYST


class FigureSubject(NamedTuple):
    """Say what a figure is about; `number` tells two of the same unit and label apart."""

    subject: Subject
    unit: str
    label: str
    number: int


Spots = Mapping[FigureSubject, Figure]
Found = dict[FigureSubject, tuple[Figure, ...]]


class FigurePair(NamedTuple):
    """Put what two years say of the same together.

    `before` is from the older year's files, several after a merger. `stated` is what the newer year's file says of the
    older one (`forrige_år`). `after` is the newer figure, None when there is none any more.
    """

    before: tuple[Figure, ...]
    stated: tuple[Figure, ...]
    after: Figure | None

    @property
    def is_about_what_is_done(self) -> bool:
        """Tell whether one of the years has it as done: only then is there anything to compare."""
        return bool(self.stated) or any(
            one.group is StateGroup.GENNEMFOERT for one in (*self.before, self.after) if one
        )


class FigurePairs(NamedTuple):
    """Pair the figures of two years. `links` gives the older subjects for each newer one.

    `stated` is False where the newer year's `forrige_år` is about another year than the older one.
    """

    before: tuple[Figure, ...]
    after: tuple[Figure, ...]
    links: Mapping[Subject, tuple[Subject, ...]]
    stated: bool

    def pairs(self) -> tuple[FigurePair, ...]:
        """Give the pairs in the newer year's order, then what only the older year has."""
        told = {_count_id(one): one for one in self.after if one.part is FigurePart.FORRIGE_AAR} if self.stated else {}
        counts = {one.id for one in self.after if one.part is FigurePart.ANTAL}
        alone = (one for name, one in told.items() if name not in counts)
        old = _spots(one for one in self.before if one.part is FigurePart.ANTAL)
        new = _spots((*(one for one in self.after if one.part is FigurePart.ANTAL), *alone))
        found = {spot: self._same(spot, old) for spot in new}
        found |= self._relabelled(found, old)
        paired = [
            FigurePair(found[spot], _just(told.get(_count_id(one))), one if one.part is FigurePart.ANTAL else None)
            for spot, one in new.items()
        ]
        taken = {one.id for fitting in found.values() for one in fitting}
        gone = [FigurePair((one,), (), None) for one in old.values() if one.id not in taken]
        return tuple(pair for pair in (*paired, *gone) if pair.is_about_what_is_done)

    def _same(self, spot: FigureSubject, old: Spots) -> tuple[Figure, ...]:
        places = (spot._replace(subject=one) for one in self.links.get(spot.subject, ()))
        return tuple(old[place] for place in places if place in old)

    def _relabelled(self, found: Found, old: Spots) -> Found:
        """Pair the one figure of a unit that is left in either year: it has got another label."""
        taken = {one.id for fitting in found.values() for one in fitting}
        left_before: dict[tuple[Subject, str], list[Figure]] = defaultdict(list)
        left_after: dict[tuple[Subject, str], list[FigureSubject]] = defaultdict(list)
        for spot, figure in old.items():
            if figure.id not in taken:
                left_before[spot.subject, spot.unit].append(figure)
        for spot in found:
            if not found[spot]:
                left_after[spot.subject, spot.unit].append(spot)
        again: Found = {}
        for (subject, unit), places in left_after.items():
            others = [one for before in self.links.get(subject, ()) for one in left_before.get((before, unit), ())]
            again |= {places[0]: tuple(others)} if len(places) == len(others) == 1 else {}
        return again


def _spots(figures: Iterable[Figure]) -> dict[FigureSubject, Figure]:
    """Give figures by what they are about."""
    seen: Counter[FigureSubject] = Counter()
    found: dict[FigureSubject, Figure] = {}
    for one in figures:
        first = FigureSubject(one.origin.subject, one.enhed.key, normal_key(one.maerke), 0)
        found[first._replace(number=seen[first])] = one
        seen[first] += 1
    return found


def _count_id(figure: Figure) -> str:
    """Give the id of the count that a figure stands with in the file."""
    return figure.id.removesuffix(f".{FigurePart.FORRIGE_AAR.value}")


def _just(figure: Figure | None) -> tuple[Figure, ...]:
    return (figure,) if figure else ()


_NOT_DONE = {
    StateGroup.KOMMENDE: "er noget, der ligger forude",
    StateGroup.ANDET_AAR: "hører til et andet år",
    StateGroup.OPHOERT: "hører til en indsats, der er ophørt",
    StateGroup.AFLYST: "hører til en indsats, der er aflyst",
    StateGroup.UOPLYST: "hører til en indsats, hvis tilstand er uoplyst",
}
_STATED = StateGroup.ANDET_AAR  # the group of what a file says of the year before


class FigureChange(NamedTuple):
    """Tell how one figure has moved.

    `before` is what it was: one figure, several where the files disagree or forvaltninger were merged, none where
    nothing is said. `confirming` are others that say the same as `before`. `after` is None when there is no figure now.
    `remarks` are sentences without a full stop that explain without being a break, such as a forvaltning's new name.
    """

    before: tuple[Figure, ...]
    after: Figure | None
    outcome: Outcome
    remarks: tuple[str, ...] = ()
    confirming: tuple[Figure, ...] = ()

    @property
    def figure(self) -> Figure:
        """Give the newer of the figures; one of them is always there."""
        return self.after or self.before[-1]

    @property
    def is_disputed(self) -> bool:
        """Tell whether the two years' files do not agree on what the older figure was."""
        return len({one.part for one in self.before}) > 1

    @property
    def forklaring(self) -> str:
        """Give the reporter's own explanation of the change."""
        return self.after.forklaring if self.after else ""


class Meter(NamedTuple):
    """Hold the figures of two years against each other."""

    older: int
    newer: int
    succession: Succession

    def measure(self, pair: FigurePair) -> FigureChange:
        """Say how a figure has moved, or why that cannot be said."""
        before, confirming = _said(pair)
        renaming = self.succession.renaming(pair.after.origin.forvaltning) if pair.after else ""
        remarks = (renaming,) if renaming else ()
        return FigureChange(before, pair.after, self._outcome(before, pair.after), remarks, confirming)

    def _outcome(self, before: tuple[Figure, ...], after: Figure | None) -> Outcome:
        gap = self._gap(before, after)
        if gap or after is None or after.bounds is None:
            return Outcome(gap=gap)
        breaks = tuple(dict.fromkeys(one for old in before for one in self._breaks(old, after)))
        if not breaks and len(before) > 1:
            return Outcome(gap=disagreement(self.older))
        if breaks or before[0].bounds is None:
            return Outcome(breaks=breaks)
        return Outcome(compare(before[0].bounds, after.bounds))

    def _gap(self, before: tuple[Figure, ...], after: Figure | None) -> str:
        """Say what is not known, "" when both years are."""
        gaps = [] if before else [f"intet tal for {self.older}"]
        gaps += [] if after else [f"intet tal for {self.newer}"]
        for year, figure in (*((self.older, one) for one in before), *(((self.newer, after),) if after else ())):
            gaps += [found] if (found := _silence(figure, year)) else []
        return join_words(list(dict.fromkeys(gaps)))

    def _breaks(self, old: Figure, new: Figure) -> Iterator[Break]:
        """Yield what makes two figures incomparable; what the newer file says of last year is on its own terms."""
        if old.part is FigurePart.FORRIGE_AAR:
            return
        line, is_followed = self.succession, old.owner in self.succession.origins_of(new.owner)
        for one in dict.fromkeys((new.origin.forvaltning, *((new.owner,) if is_followed else ()))):
            how = line.reorganisation(one)
            if how:
                yield Break(BreakKind.ORGANISATION, f"organisationen er ændret ({how})")
        if not is_followed:
            now, then = line.name_after(new.owner), line.name_before(old.owner)
            yield Break(BreakKind.OWNER, f"tallet tæller hos {now} i {self.newer} og hos {then} i {self.older}")
        if old.enhed.definition != new.enhed.definition:
            yield Break(BreakKind.DEFINITION, f"definitionen af {new.enhed.flertal} er ændret")
        if normal_key(old.maerke) != normal_key(new.maerke):
            labels = f"fra »{old.enhed_og_maerke}« til »{new.enhed_og_maerke}«"
            yield Break(BreakKind.DEFINITION, f"det, der tælles, er ændret {labels}")
        if len({old.metode, new.metode} - {"", UOPLYST}) > 1:
            yield Break(BreakKind.METHOD, f"metoden er ændret fra {old.metode} til {new.metode}")


def disagreement(year: int) -> str:
    """Say that two files give different figures for the same year."""
    return f"filerne er ikke enige om {year}"


def _said(pair: FigurePair) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Give what is said of the older year, and what says the same once more."""
    if len(pair.before) > 1:
        return pair.before, ()
    both = (*pair.before, *pair.stated)
    said = tuple(one for one in both if one.is_known and one.group in {StateGroup.GENNEMFOERT, _STATED}) or both
    return (said[:1], said[1:]) if said and _agree(said) else (said, ())


def _silence(figure: Figure, year: int) -> str:
    words = figure.quantity.text()
    if figure.part is FigurePart.ANTAL and figure.group is not StateGroup.GENNEMFOERT:
        return f"tallet for {year} {_NOT_DONE[figure.group]}"
    if figure.is_known:
        return ""
    if figure.quantity.precision in {Precision.UNKNOWN, Precision.NOT_RELEVANT}:
        return f"{words} i {year}"
    return f"»{words}« i {year} kan ikke regnes om til et antal"


def _agree(said: tuple[Figure, ...]) -> bool:
    """Tell whether they say the same, also where each year has its own convention for "ca."."""
    same_words = len({one.quantity.text() for one in said}) == 1 and not any(one.derived for one in said)
    return same_words or len({one.bounds for one in said}) == 1
