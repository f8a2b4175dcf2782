"""Figures in the cover note and the work programme: taken from the register by their id (FR468, FR469)."""

from collections.abc import Iterator
from difflib import get_close_matches

from frivilligrapport.figures.figure import FigurePart
from frivilligrapport.figures.ids import known_ids, normal_id
from frivilligrapport.figures.reports import margin_of, units_of
from frivilligrapport.grammar.counts import FoundCount, find_counts
from frivilligrapport.grammar.figure_references import find_references, reference_to
from frivilligrapport.models.enheder import Enhed
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.filtyper import file_types
from frivilligrapport.models.foelgenotat import Foelgenotat
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import INDSATS, error, rule, warning
from frivilligrapport.rules.texts.prose import Passage, offering, passages
from frivilligrapport.rules.year import Year, did_you_mean

_TEXT = (
    f"# fil: 2014/tmf.yaml\n{INDSATS}"
    "    tal:\n      foreninger: 61\n# fil: 2014/foelgenotat.yaml\nvurdering: I alt deltog {}."
)
UNKNOWN_FIGURE = error(
    "FR468",
    "Der er intet tal med det id",
    "[tal 2014.projekter] i et følgenotat eller et arbejdsprogram bliver til tallet, som rapporten skriver det. Id'et "
    "er det samme, som frivilligrapport explain bruger; det står også i rapportens kildeliste.",
    _TEXT.format("[tal 2014.foreningerne]"),
    _TEXT.format("[tal 2014.foreninger]"),
)
TYPED_COUNT = warning(
    "FR469",
    "Et tal i følgenotatet er skrevet med hånden",
    "Tal i følgenotatet skal komme fra rapportens tal, så notatet aldrig siger andet, end rapporten kan stå inde for. "
    "Skriv tallets id i kantet parentes, så sætter programmet tallet ind med sit forbehold.",
    _TEXT.format("62 foreninger"),
    _TEXT.format("[tal 2014.tmf.smag-verden.foreninger]"),
)


@rule(UNKNOWN_FIGURE, needs_folder=True)
def _unknown(year: Year) -> Iterator[Problem]:
    for passage in _passages_of(year, *(one.model for one in file_types() if one.quotes_figures)):
        for one in find_references(passage.text):
            ids = _ids(year, one.id)
            wanted = normal_id(one.id)
            if wanted not in ids:
                near = next(iter(get_close_matches(wanted, ids, 1)), None)
                said = f"Der er intet tal med id'et »{one.id}«." if one.id else "Her mangler tallets id."
                message, _, instead = did_you_mean(said, near, "")
                hint = f"Skriv {reference_to(near)}" if near else "Find tallets id i rapportens kildeliste"
                found = passage.problem(UNKNOWN_FIGURE, one.start, max(len(one.id), 1), message, hint)
                yield offering(found, len(one.id), *instead)


def _ids(year: Year, typed: str) -> tuple[str, ...]:
    """Give the ids of the year that an id begins with, as far as the folder has it; else of the document's own."""
    first = typed.partition(".")[0].strip()
    asked = year.samling.aargang(int(first)) if first.isdecimal() else None
    aargang = asked or year.aargang
    return known_ids(aargang.aar, year.registers.of(aargang).figures)


@rule(TYPED_COUNT, needs_folder=True)
def _typed(year: Year) -> Iterator[Problem]:
    units = {
        word: unit
        for key, unit in units_of(year.samling).items()
        for word in (unit.flertal.lower(), key.replace("_", " "))
    }
    for passage in _passages_of(year, Foelgenotat):
        for found in find_counts(passage.text, units):
            typed = " ".join(found.typed.split())
            figure = _the_one(year, found, units[found.unit])
            example = reference_to(figure or f"{year.aargang.aar}.projekter")
            message = f"Tallet i »{typed}« er skrevet med hånden."
            hint = f"Skriv {example}" if figure else f"Skriv tallets id i kantet parentes, fx {example}"
            problem = passage.problem(TYPED_COUNT, found.start, len(found.typed), message, hint)
            yield offering(problem, len(found.typed), example) if figure else problem


def _the_one(year: Year, said: FoundCount, unit: Enhed) -> str:
    """Find the id of the only figure that says the same, "" when there is none or several."""
    bounds = said.quantity.bounds(margin_of(year.aargang))
    same = [
        one.id
        for one in year.register.figures
        if one.enhed.flertal == unit.flertal and one.part is FigurePart.ANTAL and one.bounds == bounds
    ]
    return same[0] if len(same) == 1 else ""


def _passages_of(year: Year, *kinds: type[Felter]) -> Iterator[Passage]:
    return (one for one in passages(year) if isinstance(one.piece.delivery.root, kinds))
