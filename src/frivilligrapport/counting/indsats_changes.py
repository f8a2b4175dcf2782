"""What has become of the indsatser from one year to another: new, gone, renamed, moved."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from frivilligrapport.collection.values import Aargang
from frivilligrapport.counting.indsats_pairs import Entry, Pair
from frivilligrapport.counting.succession import Succession
from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.models import lister

_OVER = ("ophørt", "aflyst")


class Fate(StrEnum):
    """What has become of an indsats; the value is the word that is printed."""

    CONTINUED = "fortsat"
    NEW = "ny"
    RESUMED = "genoptaget"
    ENDED = "slut"
    UNSURE = "kan ikke afgøres"


@dataclass(frozen=True, slots=True)
class IndsatsChange:
    """Tell what has become of an indsats, and why we say so ("" when there is nothing to add).

    `before` are several after a merger, none for a new one; `after` is None for one that is gone. `moved` is "fra TMF
    til KFF", "" when the same forvaltning reports it, whatever its name. `renamed` is what it was called, "" when
    it has kept its name.
    """

    before: tuple[Entry, ...]
    after: Entry | None
    fate: Fate
    why: str = ""
    moved: str = ""
    renamed: str = ""

    @property
    def entry(self) -> Entry:
        """Give the newer of the two; one of them is always there."""
        return self.after or self.before[0]


@dataclass(frozen=True)
class Answers:
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
        told = delivery.statusfil.is_given("indsatser") and delivery.statusfil.answer("indsatser") != lister.UOPLYST
        return "" if told else f"{name} har ikke svaret på, hvilke indsatser der var i {year}"


@dataclass(frozen=True)
class Judge:
    """Judge the pairs of two years."""

    older: Answers
    newer: Answers
    succession: Succession

    def judge(self, pair: Pair) -> IndsatsChange:
        """Say what has become of an indsats."""
        if pair.after is None:
            return self._gone(pair.before[0])
        state = str(pair.after.indsats.tilstand)
        fate, why = self._fate(pair.before, pair.after)
        if state in _OVER:
            fate, why = Fate.ENDED, state
        return IndsatsChange(pair.before, pair.after, fate, why, self._moved(pair), _renamed(pair))

    def _fate(self, before: tuple[Entry, ...], after: Entry) -> tuple[Fate, str]:
        if before:
            over = [str(old.indsats.tilstand) for old in before if old.indsats.tilstand in _OVER]
            if len(over) == len(before):
                return Fate.RESUMED, f"var {over[0]} i {self.older.aargang.aar}"
            return Fate.CONTINUED, ""
        if after.indsats.ny_i_aar:
            return Fate.NEW, ""
        name, origins = self.succession.name_after(after.forvaltning), self.succession.origins_of(after.forvaltning)
        if not origins:
            none = f"{name} fandtes ikke i {self.older.aargang.aar}, og ingen forgænger er nævnt i kommune.yaml"
            return Fate.UNSURE, none
        return _unless(Fate.NEW, self.older, {one: self.succession.name_before(one) for one in origins})

    def _gone(self, old: Entry) -> IndsatsChange:
        year, name = self.newer.aargang.aar, self.succession.name_before(old.forvaltning)
        heirs = self.succession.heirs_of(old.forvaltning)
        if old.indsats.tilstand in _OVER:
            return IndsatsChange((old,), None, Fate.ENDED, f"var {old.indsats.tilstand} i {self.older.aargang.aar}")
        if not heirs:
            none = f"{name} findes ikke i {year}, og ingen afløser er nævnt i kommune.yaml"
            return IndsatsChange((old,), None, Fate.UNSURE, none)
        fate, why = _unless(Fate.ENDED, self.newer, {one: self.succession.name_after(one) for one in heirs})
        return IndsatsChange((old,), None, fate, why or f"står ikke i filerne for {year}")

    def _moved(self, pair: Pair) -> str:
        if pair.after is None or not pair.before:
            return ""
        new, old = pair.after.forvaltning, tuple(dict.fromkeys(one.forvaltning for one in pair.before))
        if old == (new,) or (self.succession.is_same(new) and old == self.succession.origins_of(new)):
            return ""
        names = join_words([self.succession.name_before(one) for one in old])
        return f"fra {names} til {self.succession.name_after(new)}"


def _unless(fate: Fate, answers: Answers, asked: Mapping[str, str]) -> tuple[Fate, str]:
    """Give a fate that rests on an indsats not being told of, unless those who would have told it have not told all."""
    gaps = dict.fromkeys(gap for one, name in asked.items() if (gap := answers.gap(one, name)))
    return (Fate.UNSURE, "; ".join(gaps)) if gaps else (fate, "")


def _renamed(pair: Pair) -> str:
    if pair.after is None or not pair.before:
        return ""
    now = pair.after.indsats.navn
    others = [str(old.indsats.navn) for old in pair.before if normal_key(old.indsats.navn) != now.key]
    return join_words([f"»{one}«" for one in dict.fromkeys(others)])
