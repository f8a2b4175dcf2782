"""A new year's rapport.yaml: what goes on from the report before, and what has to be thought of again."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from frivilligrapport.collection.earlier_files import EarlierFiles
from frivilligrapport.collection.succession import succession
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.documents.new_file.before import Start
from frivilligrapport.documents.new_file.figures import figure, is_known
from frivilligrapport.documents.new_file.guidance import first_pages
from frivilligrapport.documents.new_file.indsatser import indsatser
from frivilligrapport.documents.new_file.whole import NewFile, with_remarks
from frivilligrapport.models.fields.base import Felter, Field, NextYear
from frivilligrapport.models.fields.leaves import Leaf, Navn, Prosa
from frivilligrapport.models.lister import UOPLYST, is_unanswered
from frivilligrapport.models.rapport import Netvaerk, Rapport
from frivilligrapport.models.schema.schema_file import modeline
from frivilligrapport.reading.comments import MARK
from frivilligrapport.rendering.yaml_text import Block, Group, Listing, Value, YamlField


def new_report(samling: Samling, before: Aargang, rapport: Rapport, aar: int) -> NewFile:
    """Make the rapport.yaml of a year from the one of `before`, which is `rapport`."""
    making = _Making(samling, before, rapport, aar)
    return with_remarks(making.heading(), tuple(making.fields()), tuple(making.closing()))


class _Making:
    """Hold what the new report is made of; each field goes on as it is declared to."""

    def __init__(self, samling: Samling, before: Aargang, rapport: Rapport, aar: int) -> None:
        self.samling, self.year, self.rapport, self.aar = samling, before.aar, rapport, aar
        self.file = before.rapport_file
        self.own_words = f"jeres egne ord; teksten er fra {before.aar}"

    def heading(self) -> tuple[str, ...]:
        return (
            modeline("rapport").removeprefix("# "),
            f"Rapportens egne tekster for {self.aar}, begyndt ud fra {self.file}.",
            f"Find ordet {MARK}: dér skal der tænkes forfra. Ret teksten, og slet # og resten af linjen.",
            "Hovedbudskaber, nøgletal, historier og bilag er ikke med. De skrives, når årets filer er der; se nederst.",
        )

    def fields(self) -> Iterator[YamlField]:
        otherwise: dict[str, Callable[[Field], Iterator[YamlField]]] = {
            "aar": lambda field: iter([YamlField(field.spelled, str(self.aar))]),
            "nummer_i_raekken": self._number,
            "frist": self._deadline,
            "politik": self._policy,
            "forslag": lambda field: iter([YamlField.of(field, UOPLYST, "forslag, eller ordet ingen")]),
            "netvaerk": self._network,
        }
        for field in Rapport.fields.values():
            if field.next_year is not NextYear.LEFT_OUT:
                yield from otherwise.get(field.name, partial(self._of, self.rapport))(field)

    def closing(self) -> Iterator[str]:
        year, rapport = self.year, self.rapport
        yield from first_pages(self.aar)
        if rapport.netvaerk and self.samling.network(self.aar) is None:
            yield f"Netværkets afsnit er ikke med, for kommune.yaml har intet netværk i {self.aar}."
        gaps = [f"  {one.hvor}: {one.hvad}" for one in rapport.mangler if one.hvad]
        if gaps:
            yield f"I {year} manglede dette. Er det her nu? Ellers skriv det i filen under mangler:"
            yield from gaps
        appendices = [f"  {one.nummer} {one.titel}" for one in rapport.bilag]
        if appendices:
            yield f"Bilag i {year}. Skal de med igen, så læg filerne i mappen {self.aar}, og skriv dem under bilag:"
            yield from appendices
        accepted = [f"  {one.kode}, {one.hvor}: {one.fordi}" for one in rapport.accepteret]
        if accepted:
            yield f"Accepteret i {year}. Kommer det igen, så se på det på ny, før det skrives under accepteret:"
            yield from accepted

    def _of(self, group: Felter, field: Field) -> Iterator[YamlField]:
        """Write what a group has in a field, marked where it is to be thought of again."""
        value = getattr(group, field.name)
        asked = field.next_year is NextYear.ASKED
        if field.name in group.__dict__ and value not in (None, ()):
            yield from self._marked(field, value, asked=asked)

    def _marked(self, field: Field, value: object, *, asked: bool) -> Iterator[YamlField]:
        if isinstance(value, Felter):
            yield YamlField(field.spelled, self._group(value))
        elif isinstance(value, tuple) and field.group:
            todo = f"gælder det stadig? Det er fra {self.year}" if asked else ""
            yield YamlField(field.spelled, Listing(tuple(self._group(one) for one in value)), todo)
        elif isinstance(value, tuple):
            yield YamlField(field.spelled, tuple(str(one) for one in value))
        elif isinstance(value, Prosa):
            yield YamlField(field.spelled, Block(str(value)), self.own_words if asked else "")
        elif isinstance(value, Leaf) and asked:
            yield YamlField(field.spelled, UOPLYST, self._was(value))
        elif isinstance(value, Leaf):
            yield self._line(field, value)

    def _line(self, field: Field, value: Leaf) -> YamlField:
        """Keep what was typed; a title that names the year gets the new one, to be looked at."""
        typed = value.scalar.text.strip()
        now = re.sub(rf"(?<!\d){self.year}(?!\d)", str(self.aar), typed) if isinstance(value, Navn) else typed
        return YamlField(field.spelled, now, "" if now == typed else f"stemmer det? I {self.year}: {typed}")

    def _was(self, value: Leaf) -> str:
        return f"i {self.year}: {value.scalar.text.strip()}" if not is_unanswered(value.scalar.text) else "jeres svar"

    def _group(self, group: Felter) -> Group:
        kept = (one for one in group.fields.values() if one.next_year is not NextYear.LEFT_OUT)
        return Group(tuple(made for field in kept for made in self._of(group, field)))

    def _number(self, field: Field) -> Iterator[YamlField]:
        number = str(self.rapport.nummer_i_raekken or "")
        if number:
            following = str(int(number) + 1) if number.isdecimal() and self.year == self.aar - 1 else UOPLYST
            yield YamlField(field.spelled, following, f"rapportens nummer; i {self.year}: {number}")

    def _deadline(self, field: Field) -> Iterator[YamlField]:
        before = self.rapport.frist
        was = f" I {self.year} var den {before.period.text()}." if before and before.period.is_known else ""
        yield YamlField.of(field, UOPLYST, "en dato", f"Kommandoen status tæller ned til den.{was}")

    def _policy(self, field: Field) -> Iterator[YamlField]:
        name = self.rapport.politik
        if name:
            found = self.samling.politikfil(name)
            valid = found.politik.gyldig if found and found.politik else None
            last = valid.period.end if valid else None
            over = last is not None and last.year < self.aar
            yield YamlField(field.spelled, str(name), f"politikken gjaldt til {last.year}" if last and over else "")

    def _network(self, field: Field) -> Iterator[YamlField]:
        network, unit = self.rapport.netvaerk, self.samling.network(self.aar)
        if network is None or unit is None:
            return
        line = succession(self.samling, self.year, self.aar)
        start = Start(self.samling, unit, self.aar, EarlierFiles(self.year, (), line, network))
        otherwise: dict[str, Callable[[], Value | None]] = {
            "indsatser": lambda: Listing(found, spaced=True) if (found := indsatser(start)) else None,
            "tal": lambda: self._figures(start, network),
        }
        made: list[YamlField] = []
        for one in Netvaerk.fields.values():
            if one.name in otherwise:
                value = otherwise[one.name]()
                made += [YamlField(one.spelled, value)] if value else []
            elif one.next_year is not NextYear.LEFT_OUT:
                made += self._of(network, one)
        yield YamlField(field.spelled, Group(tuple(made)))

    def _figures(self, start: Start, network: Netvaerk) -> Group | None:
        known = [figure(start, tal, self.year) for tal in network.tal if is_known(start, tal)]
        return Group(tuple(known)) if known else None
