"""The report's first pages: so much as can be taken in, and no figure without its doubt (FR358, FR359)."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from frivilligrapport.danish import quote
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.derivation import TotalDerivation, find_in_its_year
from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.ids import normal_id
from frivilligrapport.grammar.figure_references import find_references
from frivilligrapport.grammar.markdown.text import points_of
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.rapport import FEWEST_FIRST, MOST_FIRST, Noegletal, Rapport
from frivilligrapport.problems import INDSATS, Location, Problem, warning
from frivilligrapport.rules.acceptance.doubts import is_accepted_about, is_asked_about
from frivilligrapport.rules.acceptance.requests import requests_in
from frivilligrapport.rules.delivery import FilePiece
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_FILE = "# fil: 2014/rapport.yaml\n"
_POINT = "  - Flere hjælper til.\n"
_DOUBTED = (
    f"# fil: 2014/tmf.yaml\n{INDSATS}    tal:\n      kr:\n        andel: 15 %\n        af: puljen\n{_FILE}"
    f"hovedbudskaber: |\n  - Festen fik [tal 2014.tmf.smag-verden.kr.andel].\n{_POINT * 2}"
    'accepteret:\n  - kode: FR210\n    hvor: "tmf.yaml: smag-verden"\n    fordi: Puljens størrelse er ikke oplyst.\n'
)
_TOLD = "".join(
    f"  - tal: 2014.tmf.smag-verden.kr.andel\n    tekst: Så meget fik {who}.\n    forbehold: Puljen er ikke oplyst.\n"
    for who in ("festen", "gaden", "byen")
)
HOW_MANY = warning(
    "FR358",
    "Rapportens første sider har for meget eller for lidt",
    "Det vigtigste er tre til seks punkter, og tal, der kan bruges, er tre til seks tal. Er der flere, er det ikke "
    "længere det vigtigste; er der færre, siger rapporten mere, når feltet er væk, for så skriver programmet siden.",
    f"{_FILE}hovedbudskaber: |\n{_POINT * 7}",
    f"{_FILE}hovedbudskaber: |\n{_POINT * 3}",
)
WITHOUT_DOUBT = warning(
    "FR359",
    "Et tvivlsomt tal er fremhævet uden sin tvivl",
    "Er det accepteret, at et tal er tvivlsomt, i rapport.yaml eller ved linjen, eller er noget i et samlet tal måske "
    "talt to gange, skal den, der læser det på rapportens første sider, også vide det. Tvivlen skrives i »forbehold« "
    "ved tallet under »nøgletal«, og den bliver trykt begge steder.",
    _DOUBTED,
    f"{_DOUBTED}nøgletal:\n{_TOLD}",
)


@rule(HOW_MANY)
def _how_many(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Rapport):
        report = piece.group
        if report.hovedbudskaber:
            points = points_of(report.hovedbudskaber)
            yield from _beyond(piece, report.hovedbudskaber.location, len(points), "punkter", "hovedbudskaber")
        if report.noegletal:
            at = min(len(report.noegletal) - 1, MOST_FIRST)
            place = report.noegletal[at].tal.location
            yield from _beyond(piece, place, len(report.noegletal), "tal", "nøgletal")


def _beyond(piece: FilePiece[Rapport], place: Location, many: int, what: str, field: str) -> Iterator[Problem]:
    if many > MOST_FIRST:
        message = f"Der er {many} {what} under »{field}«; der er plads til {MOST_FIRST}."
        yield piece.problem(HOW_MANY, place, message, f"Behold de {FEWEST_FIRST} til {MOST_FIRST} vigtigste")
    elif many < FEWEST_FIRST:
        message = f"Der er kun {many} {what if many != 1 else what.removesuffix('er')} under »{field}«."
        hint = f"Skriv {FEWEST_FIRST} til {MOST_FIRST}, eller slet feltet, så programmet skriver siden"
        yield piece.problem(HOW_MANY, place, message, hint)


@rule(WITHOUT_DOUBT, needs_folder=True)
def _without_doubt(year: Year) -> Iterator[Problem]:
    report = year.aargang.rapport
    if report is None or not (report.noegletal or report.hovedbudskaber):
        return
    doubtful = _Doubtful(year, report)
    for piece in year.pieces(Noegletal):
        found = doubtful.untold(str(piece.group.tal))
        if found:
            yield piece.problem(WITHOUT_DOUBT, piece.group.tal.location, *found.words("her"))
    for passage in (one for one in year.passages if one.field == "hovedbudskaber"):
        for reference in find_references(passage.text):
            found = doubtful.untold(reference.id)
            if found:
                words = found.words("ved tallet under »nøgletal«")
                yield passage.problem(WITHOUT_DOUBT, reference.start, len(reference.id), *words)


class _Doubt(NamedTuple):
    """Hold what is doubtful, in a sentence, and why."""

    what: str
    why: str

    def words(self, where: str) -> tuple[str, str]:
        """Word the finding: what is doubtful, and what may be written."""
        return self.what, f"Skriv forbehold {where}, fx forbehold: {' '.join(self.why.split())}"


class _Doubtful(Frozen):
    """Look for the doubts about what the report mentions, and for those that it tells of."""

    year: Year
    report: Rapport

    @cached_property
    def _told(self) -> frozenset[str]:
        """Give the ids whose doubt is told; the doubt of a total is that of its parts."""
        ids = {normal_id(one.tal) for one in self.report.noegletal if one.forbehold}
        return frozenset({*ids, *(figure.id for one in ids for figure in self._behind(one))})

    def untold(self, typed: str) -> _Doubt | None:
        """Give the first doubt about an id that is told nowhere; None when there is none."""
        if normal_id(typed) in self._told:
            return None
        parts = (one for figure in self._behind(typed) if figure.id not in self._told for one in self._about(figure))
        return next(parts, None) or self._counted_twice(typed)

    def _about(self, figure: Figure) -> Iterator[_Doubt]:
        """Yield what is accepted about a figure, in its year's report and in comments in its file."""
        for code, why in self._accepted(figure):
            what = f"{quote(figure.quantity.typed)} {figure.enhed.flertal} er accepteret som tvivlsomt ({code})."
            yield _Doubt(what, why)

    def _accepted(self, figure: Figure) -> Iterator[tuple[str, str]]:
        of_year, source = self._of_year(figure.origin.aar), self.year.samling.sources.get(figure.location.file)
        if of_year is None:
            return
        report = of_year.aargang.rapport
        for one in report.accepteret if report else ():
            if is_accepted_about(one, figure):
                yield one.kode, one.fordi
        for asked in requests_in(source) if source else ():
            if is_asked_about(asked, figure, _lines_of(of_year, figure)):
                yield asked.code, asked.why

    def _counted_twice(self, typed: str) -> _Doubt | None:
        """Give the first open double count that a total holds."""
        found, register = find_in_its_year(self.year.registers, typed) or (None, None)
        if not isinstance(found, TotalDerivation) or register is None:
            return None
        open_ones = (one for one in register.double_counts if found.sum.total in register.doubted(one))
        first = next(open_ones, None)
        what = f"Noget i det samlede tal for {found.sum.total.enhed} er måske talt to gange."
        return _Doubt(what, register.question(first).partition(". ")[0] + ".") if first else None

    def _behind(self, typed: str) -> tuple[Figure, ...]:
        """Give the figures that an id rests on."""
        found = find_in_its_year(self.year.registers, typed)
        return found[0].basis if found else ()

    def _of_year(self, aar: int) -> Year | None:
        if aar == self.year.aargang.aar:
            return self.year.whole or self.year
        aargang = self.year.samling.aargang(aar)
        return Year(self.year.samling, aargang, self.year.registers) if aargang else None


def _lines_of(year: Year, figure: Figure) -> range:
    """Give the lines of the indsats that a figure is of; those of the figure alone where it is of none."""
    starts = sorted({one.group.location for one in year.pieces(Indsats) if one.delivery.file == figure.location.file})
    before = [one.line for one in starts if one.line <= figure.location.line]
    after = [one.line for one in starts if one.line > figure.location.line]
    if not before or not figure.origin.indsats:
        return range(figure.location.line, figure.location.line + 1)
    return range(before[-1], after[0] if after else figure.location.line + 1)
