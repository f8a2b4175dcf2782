"""The indsatser of two years: which of them are the same, and what has become of each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from operator import attrgetter, itemgetter
from typing import NamedTuple

from frivilligrapport.collection.succession import Succession
from frivilligrapport.collection.values import Aargang
from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.figures.reports import Report
from frivilligrapport.models import lister
from frivilligrapport.models.indsats import Indsats


class ReportedIndsats(NamedTuple):
    """Name an indsats, and who reported it."""

    forvaltning: str
    indsats: Indsats

    @property
    def key(self) -> tuple[str, str]:
        """Give what no two entries of a year share."""
        return self.forvaltning, str(self.indsats.id)

    @property
    def faelles(self) -> str:
        """Give the id of the shared thing that it is, "" when it is none."""
        return str(self.indsats.faelles.id) if self.indsats.faelles else ""


class IndsatsPair(NamedTuple):
    """Put the same indsats of two years together.

    `before` are several when forvaltninger that had the same one were merged; `after` is None when it is gone.
    """

    before: tuple[ReportedIndsats, ...]
    after: ReportedIndsats | None


def reported_indsatser(reports: Iterable[Report]) -> tuple[ReportedIndsats, ...]:
    """List a year's indsatser in print order."""
    return tuple(ReportedIndsats(report.forvaltning, one) for report in reports for one in report.indsatser)


def pair_up(
    before: tuple[ReportedIndsats, ...], after: tuple[ReportedIndsats, ...], succession: Succession
) -> tuple[IndsatsPair, ...]:
    """Pair the indsatser of two years: those of the newer one in print order, then what is left of the older one.

    First come those with the same id under the same forvaltning or one that it has taken over from, then those with the
    same `fælles` id there, then those with an id that only one is left with in either year.
    """
    found: dict[tuple[str, str], tuple[ReportedIndsats, ...]] = {}
    for name_of in (attrgetter("indsats.id"), attrgetter("faelles")):
        left: dict[tuple[str, str], list[tuple[int, ReportedIndsats]]] = defaultdict(list)
        for number, old in enumerate(_left(before, found)):
            left[old.forvaltning, name_of(old)].append((number, old))
        for one in after:
            if one.key not in found and (name := name_of(one)):
                origins = succession.origins_of(one.forvaltning)
                alike = sorted((pair for origin in origins for pair in left[origin, name]), key=itemgetter(0))
                fitting = tuple(old for _, old in alike)
                # Two that one forvaltning had may be two things; one from each of several is what a merger gives.
                alone = len({old.forvaltning for old in fitting}) == len(fitting)
                found |= {one.key: fitting} if fitting and alone else {}
    found |= _elsewhere(_left(before, found), tuple(one for one in after if one.key not in found))
    paired = tuple(IndsatsPair(found.get(one.key, ()), one) for one in after)
    return (*paired, *(IndsatsPair((old,), None) for old in _left(before, found)))


def _left(
    before: tuple[ReportedIndsats, ...], found: dict[tuple[str, str], tuple[ReportedIndsats, ...]]
) -> tuple[ReportedIndsats, ...]:
    taken = {old.key for fitting in found.values() for old in fitting}
    return tuple(old for old in before if old.key not in taken)


def _elsewhere(
    before: tuple[ReportedIndsats, ...], after: tuple[ReportedIndsats, ...]
) -> dict[tuple[str, str], tuple[ReportedIndsats, ...]]:
    """Pair what another forvaltning reports under the same id; two with one id may be two things."""
    counts = [Counter(one.indsats.id for one in year) for year in (before, after)]
    old = {one.indsats.id: one for one in before if counts[0][one.indsats.id] == 1}
    return {
        one.key: (old[one.indsats.id],) for one in after if counts[1][one.indsats.id] == 1 and one.indsats.id in old
    }


_OVER = ("ophørt", "aflyst")


class IndsatsFate(StrEnum):
    """What has become of an indsats; the value is the word that is printed."""

    CONTINUED = "fortsat"
    NEW = "ny"
    RESUMED = "genoptaget"
    ENDED = "slut"
    UNSURE = "kan ikke afgøres"


class IndsatsChange(NamedTuple):
    """Tell what has become of an indsats, and why we say so ("" when there is nothing to add).

    `before` are several after a merger, none for a new one; `after` is None for one that is gone. `moved` is "fra TMF
    til KFF", "" when the same forvaltning reports it, whatever its name. `renamed` is what it was called, "" when
    it has kept its name.
    """

    before: tuple[ReportedIndsats, ...]
    after: ReportedIndsats | None
    fate: IndsatsFate
    why: str = ""
    moved: str = ""
    renamed: str = ""

    @property
    def entry(self) -> ReportedIndsats:
        """Give the newer of the two; one of them is always there."""
        return self.after or self.before[0]


class KnownYear(NamedTuple):
    """Know whose indsatser of a year are all told; what the others have may be there without being told of.

    `network` is the id of the year's network, "" when there is none.
    """

    aargang: Aargang
    network: str

    def gap(self, forvaltning: str, name: str) -> str:
        """Say why the indsatser of one of them are not known to be all, "" when they are; `name` is its acronym."""
        year = self.aargang.aar
        if not self.aargang.rapport:
            return f"{year} er et baggrundsår, hvor kun noget er kendt"
        if forvaltning == self.network:
            return "" if self.aargang.rapport.netvaerk else f"{name} står ikke i rapport.yaml for {year}"
        delivery = self.aargang.indberetning(forvaltning)
        if delivery is None:
            return f"der er ingen fil fra {name} for {year}"
        if delivery.statusfil is None:
            return f"filen fra {name} for {year} kan ikke læses"
        if delivery.told is None:
            why = "er ikke begyndt" if delivery.is_untouched else "siger, at den er for et andet år"
            return f"filen fra {name} for {year} {why}"
        told = delivery.statusfil.is_given("indsatser") and delivery.statusfil.answer("indsatser") != lister.UOPLYST
        return "" if told else f"{name} har ikke svaret på, hvilke indsatser der var i {year}"


class IndsatsComparer(NamedTuple):
    """Judge the pairs of two years."""

    older: KnownYear
    newer: KnownYear
    succession: Succession

    def judge(self, pair: IndsatsPair) -> IndsatsChange:
        """Say what has become of an indsats."""
        if pair.after is None:
            return self._gone(pair.before[0])
        state = str(pair.after.indsats.tilstand)
        fate, why = self._fate(pair.before, pair.after)
        if state in _OVER:
            fate, why = IndsatsFate.ENDED, state
        return IndsatsChange(pair.before, pair.after, fate, why, self._moved(pair), _renamed(pair))

    def _fate(self, before: tuple[ReportedIndsats, ...], after: ReportedIndsats) -> tuple[IndsatsFate, str]:
        if before:
            over = [str(old.indsats.tilstand) for old in before if old.indsats.tilstand in _OVER]
            if len(over) == len(before):
                return IndsatsFate.RESUMED, f"var {over[0]} i {self.older.aargang.aar}"
            return IndsatsFate.CONTINUED, ""
        if after.indsats.ny_i_aar:
            return IndsatsFate.NEW, ""
        name, origins = self.succession.name_after(after.forvaltning), self.succession.origins_of(after.forvaltning)
        if not origins:
            none = f"{name} fandtes ikke i {self.older.aargang.aar}, og ingen forgænger er nævnt i kommune.yaml"
            return IndsatsFate.UNSURE, none
        return _unless(IndsatsFate.NEW, self.older, {one: self.succession.name_before(one) for one in origins})

    def _gone(self, old: ReportedIndsats) -> IndsatsChange:
        year, name = self.newer.aargang.aar, self.succession.name_before(old.forvaltning)
        heirs = self.succession.heirs_of(old.forvaltning)
        if old.indsats.tilstand in _OVER:
            return IndsatsChange(
                (old,), None, IndsatsFate.ENDED, f"var {old.indsats.tilstand} i {self.older.aargang.aar}"
            )
        if not heirs:
            none = f"{name} findes ikke i {year}, og ingen afløser er nævnt i kommune.yaml"
            return IndsatsChange((old,), None, IndsatsFate.UNSURE, none)
        fate, why = _unless(IndsatsFate.ENDED, self.newer, {one: self.succession.name_after(one) for one in heirs})
        return IndsatsChange((old,), None, fate, why or f"står ikke i filerne for {year}")

    def _moved(self, pair: IndsatsPair) -> str:
        if pair.after is None or not pair.before:
            return ""
        new, old = pair.after.forvaltning, tuple(dict.fromkeys(one.forvaltning for one in pair.before))
        if old == (new,) or (self.succession.is_same(new) and old == self.succession.origins_of(new)):
            return ""
        names = join_words([self.succession.name_before(one) for one in old])
        return f"fra {names} til {self.succession.name_after(new)}"


def _unless(fate: IndsatsFate, answers: KnownYear, asked: Mapping[str, str]) -> tuple[IndsatsFate, str]:
    """Give a fate that rests on an indsats not being told of, unless those who would have told it have not told all."""
    gaps = dict.fromkeys(gap for one, name in asked.items() if (gap := answers.gap(one, name)))
    return (IndsatsFate.UNSURE, "; ".join(gaps)) if gaps else (fate, "")


def _renamed(pair: IndsatsPair) -> str:
    if pair.after is None or not pair.before:
        return ""
    now = pair.after.indsats.navn
    others = [str(old.indsats.navn) for old in pair.before if normal_key(old.indsats.navn) != now.key]
    return join_words([f"»{one}«" for one in dict.fromkeys(others)])
