"""The report's first pages: so much as can be taken in, and no figure without its doubt (FR358, FR359)."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.danish import quote
from frivilligrapport.figures.derivation import Derivations
from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.ids import normal_id
from frivilligrapport.grammar.figure_references import find_references
from frivilligrapport.grammar.markdown.text import points_of
from frivilligrapport.models.rapport import FEWEST_FIRST, MOST_FIRST, Accepteret, Noegletal, Rapport
from frivilligrapport.problems import Location, Problem
from frivilligrapport.rules.doubts import is_accepted_about
from frivilligrapport.rules.rule import INDSATS, rule, warning
from frivilligrapport.rules.year import FilePiece, Year

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
    "Er det accepteret, at et tal er tvivlsomt, skal den, der læser det på rapportens første sider, også vide hvorfor. "
    "Tvivlen skrives i »forbehold« ved tallet under »nøgletal«, og den bliver trykt begge steder.",
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
    if report is None or not report.accepteret or not (report.noegletal or report.hovedbudskaber):
        return
    doubtful = _Doubtful.of(year, report)
    for piece in year.pieces(Noegletal):
        found = doubtful.untold(str(piece.group.tal))
        if found:
            yield piece.problem(WITHOUT_DOUBT, piece.group.tal.location, *doubtful.words(found, "her"))
    for passage in (one for one in year.passages if one.field == "hovedbudskaber"):
        for reference in find_references(passage.text):
            found = doubtful.untold(reference.id)
            if found:
                words = doubtful.words(found, "ved tallet under »nøgletal«")
                yield passage.problem(WITHOUT_DOUBT, reference.start, len(reference.id), *words)


@dataclass(frozen=True)
class _Doubtful:
    """Hold what the report accepts, and the ids whose doubt it tells of."""

    derivations: Derivations
    report: Rapport
    told: frozenset[str]

    @classmethod
    def of(cls, year: Year, report: Rapport) -> "_Doubtful":
        """Look through the key figures; the doubt of a total is that of its parts."""
        derivations = Derivations(year.register)
        ids = {normal_id(one.tal) for one in report.noegletal if one.forbehold}
        parts = {figure.id for one in ids for figure in _behind(derivations, one)}
        return cls(derivations, report, frozenset(ids | parts))

    def untold(self, typed: str) -> Figure | None:
        """Give the first doubtful figure behind an id whose doubt is told nowhere."""
        if normal_id(typed) in self.told:
            return None
        found = (one for one in _behind(self.derivations, typed) if one.id not in self.told)
        return next((one for one in found if self._accepted(one)), None)

    def words(self, figure: Figure, where: str) -> tuple[str, str]:
        """Word the finding: the figure as it was typed, and what may be written."""
        (accepted, *_) = self._accepted(figure)
        message = (
            f"{quote(figure.quantity.typed)} {figure.enhed.flertal} er accepteret som tvivlsomt ({accepted.kode})."
        )
        return message, f"Skriv forbehold {where}, fx forbehold: {' '.join(accepted.fordi.split())}"

    def _accepted(self, figure: Figure) -> list[Accepteret]:
        return [one for one in self.report.accepteret if is_accepted_about(one, figure)]


def _behind(derivations: Derivations, typed: str) -> tuple[Figure, ...]:
    """Give the figures that an id rests on."""
    found = derivations.find(normal_id(typed))
    return found.basis if found else ()
