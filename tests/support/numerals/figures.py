"""What the register warrants: a figure where it is cited, a total beside its unit, and each row of the source list."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from frivilligrapport.danish import plural
from frivilligrapport.figures.changes.change import compare
from frivilligrapport.figures.figure import Figure, FigurePart
from frivilligrapport.figures.register import Register
from frivilligrapport.figures.totals import Total
from frivilligrapport.figures.wording import span
from support.numerals.page import Page, Source, Span, Warrant, phrase, phrase_pattern

_CITED = re.compile(r"(?P<words>[^|;\[\]]*)\[(?P<numbers>[0-9-]+(?:, [0-9-]+)*)\]")
_PIECE = re.compile(r"(?P<words>[^|;\[\]]+)(?P<end>\[?)")
_ROW = re.compile(r"^\| (?P<number>[0-9]+) \|.*\((?P<id>[a-z0-9.-]+)\) \|$", re.MULTILINE)


@dataclass(frozen=True)
class Figures:
    """Hold the figures that the page may cite, by id, and the year's totals."""

    by_id: dict[str, Figure]
    tally: Register

    @property
    def all_totals(self) -> tuple[Total, ...]:
        """Give everyone's totals, each forvaltning's own, and those with all shared figures in them."""
        own = (total for totals in self.tally.by_forvaltning.values() for total in totals)
        return (*self.tally.totals, *own, *self.tally.gross)

    def warrants(self) -> Iterator[Warrant]:
        """Yield all that the register warrants on a page."""
        yield Warrant(Source.DECLARED, self._references)
        yield Warrant(Source.REGISTER, self._cited)
        yield Warrant(Source.REGISTER, self._beside_their_unit)
        for one in self.by_id.values():
            row = f"| {one.quantity.typed or '(tomt)'} | {one.location} ({one.id}) |"
            yield phrase(Source.REGISTER, row)
            if one.part is FigurePart.ANDEL:
                yield phrase(Source.REGISTER, f"{one.quantity.text()} af {one.share_of}")
        for total in self.tally.totals:
            given = f"Der er tal for {total.enhed} fra {total.coverage.n} af {total.coverage.m} forvaltninger"
            yield phrase(Source.REGISTER, given)
        yield from self._changes()

    def _changes(self) -> Iterator[Warrant]:
        for one in self.by_id.values():
            before = self.by_id.get(f"{one.id}.{FigurePart.FORRIGE_AAR.value}")
            if before and before.bounds and one.bounds:
                change = compare(before.bounds, one.bounds).text
                yield phrase(Source.REGISTER, change, beside=one.origin.indsats_navn)
                said, year = before.quantity.text(), one.origin.aar
                moved = f"fra {said} i {year - 1} til {one.quantity.text()} i {year}"
                yield phrase(Source.REGISTER, moved, beside=one.origin.indsats_navn)
                yield phrase(Source.REGISTER, f"{said} {one.enhed.flertal} i {year - 1}")

    def _numbers(self, page: Page) -> dict[int, Figure]:
        """Give the figures by their numbers in the page's own source list."""
        rows = _ROW.finditer(page.text)
        return {int(row["number"]): self.by_id[row["id"]] for row in rows if row["id"] in self.by_id}

    def _references(self, page: Page) -> Iterator[Span]:
        """Yield the numbers that point into the source list, and those of its rows."""
        known = self._numbers(page)
        for found in _CITED.finditer(page.text):
            if all(number in known for number in _numbers_in(found["numbers"])):
                yield found.span("numbers")
        yield from (row.span("number") for row in _ROW.finditer(page.text) if int(row["number"]) in known)

    def _cited(self, page: Page) -> Iterator[Span]:
        """Yield the words before a citation that the cited figures say, alone or as a total."""
        known = self._numbers(page)
        for start, line in page.lines:
            for found in _CITED.finditer(line):
                cited = [known[number] for number in _numbers_in(found["numbers"]) if number in known]
                for words in self._said_by(cited):
                    for match in phrase_pattern(words).finditer(line, found.start("words"), found.end("words")):
                        yield start + match.start(), start + match.end()

    def _said_by(self, cited: list[Figure]) -> Iterator[str]:
        words = {one.quantity.text() for one in cited}
        if len(words) == 1:
            yield from words
        ids = {one.id for one in cited} | {one.counted_in for one in cited}
        named = {one.id for one in cited if one.counts}
        yield from (total.text for total in self.all_totals if set(total.ids) <= ids and named <= {*total.ids})
        gross = {one.id for one in cited}
        yield from (total.text for total in self.tally.gross if set(total.ids) <= gross)

    def _beside_their_unit(self, page: Page) -> Iterator[Span]:
        """Yield what stands without a citation, in the same piece of a line as its unit or after it in the line."""
        said = self._by_unit()
        words = {unit: re.compile(rf"\b(?:{names})\b") for unit, names in self._names().items()}
        for start, line in page.lines:
            units: set[str] = set()
            for piece in _PIECE.finditer(line):
                units = {unit for unit, found in words.items() if found.search(piece["words"])} or units
                if piece["end"]:
                    continue
                for phrase_said in sorted({one for unit in units for one in said[unit]}):
                    for match in phrase_pattern(phrase_said).finditer(line, piece.start(), piece.end()):
                        yield start + match.start(), start + match.end()

    def _names(self) -> dict[str, str]:
        units = {one.enhed for one in self.by_id.values()}
        return {unit.flertal: f"{re.escape(unit.flertal)}|{re.escape(unit.ental)}" for unit in units}

    def _by_unit(self) -> dict[str, set[str]]:
        said: dict[str, set[str]] = defaultdict(set)
        for total in self.all_totals:
            said[total.enhed] |= {total.text, total.note, *_details(total)} - {""}
        for total in self.tally.totals:
            said[total.enhed].add(total.coverage.text)
        return said


def _numbers_in(cited: str) -> Iterator[int]:
    """Yield the numbers that a reference names: "4, 7-9" is four of them."""
    for one in cited.split(", "):
        first, _, last = one.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _details(total: Total) -> Iterator[str]:
    if total.unknown:
        yield f"{total.unknown} tal er {plural(total.unknown, 'uoplyst', 'uoplyste')}"
    if total.unspecified > 1:
        yield f"ubestemt i {total.unspecified} tilfælde"
    yield from (piece.strip() for piece in total.note.split(";"))
    yield from (f"opgjort del {span(bounds)}" for bounds in (total.quantified,) if bounds)


def figures_of(figures: Iterable[Figure], tally: Register) -> Figures:
    """Hold figures by their ids."""
    return Figures({one.id: one for one in figures}, tally)
