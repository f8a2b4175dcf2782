"""Figures that a text takes from the register by id, and those that it should have taken (FR468, FR469)."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import filterfalse

from frivilligrapport.collection.organisation import find, not_read
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.fast_start import pattern
from frivilligrapport.figures.figure import FigurePart
from frivilligrapport.figures.ids import normal_id
from frivilligrapport.figures.register import Register
from frivilligrapport.figures.reports import margin_of, units_of
from frivilligrapport.grammar.counts import FoundCount, find_counts
from frivilligrapport.grammar.figure_references import find_references, reference_to
from frivilligrapport.models.dokumentfiler.foelgenotat import Foelgenotat
from frivilligrapport.models.enheder import Enhed
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.leaves import ProsaMedTal
from frivilligrapport.models.filtyper import file_types
from frivilligrapport.models.rapport import Noegletal
from frivilligrapport.problems import INDSATS, Problem, error, warning
from frivilligrapport.rules.delivery import Passage, Suggestion, did_you_mean
from frivilligrapport.rules.rule import folder_rule, rule
from frivilligrapport.rules.texts.figures_in_text import unit_words
from frivilligrapport.rules.texts.markup import NOT_PRINTED
from frivilligrapport.rules.texts.prose import own_words_of_all_years
from frivilligrapport.rules.year import Year

_NOTE = (
    f"# fil: 2014/tmf.yaml\n{INDSATS}"
    "    tal:\n      foreninger: 61\n# fil: 2014/foelgenotat.yaml\nvurdering: I alt deltog {}."
)
UNKNOWN_FIGURE = error(
    "FR468",
    "Der er intet tal med det id",
    "[tal 2014.projekter] i et følgenotat, et arbejdsprogram, »hovedbudskaber« eller »nøgletal« bliver til tallet, som "
    "rapporten skriver det. Id'et er det samme, som frivilligrapport explain bruger; det står også i tabelbilagets "
    "kildeliste.",
    _NOTE.format("[tal 2014.foreningerne]"),
    _NOTE.format("[tal 2014.foreninger]"),
)
TYPED_COUNT = warning(
    "FR469",
    "Et tal er skrevet med hånden",
    "Tal i følgenotatet og på rapportens første sider skal komme fra rapportens tal, så teksten aldrig siger andet, "
    "end rapporten kan stå inde for. Skriv tallets id i kantet parentes, så sætter programmet tallet ind med sit "
    "forbehold.",
    _NOTE.format("62 foreninger"),
    _NOTE.format("[tal 2014.tmf.smag-verden.foreninger]"),
)
# "[tal 2014.projekter]" asks for a figure; "[tal fra 2013]" is a writer's own bracket.
_FIGURE_ID = pattern(r"[0-9]{4}\.\S+")
_FIND_ID = "Find tallets id i tabelbilagets kildeliste"


@rule(UNKNOWN_FIGURE, needs_folder=True)
def _unknown_figures(year: Year) -> Iterator[Problem]:
    for passage in filter(_is_quoting, year.passages):
        for one in find_references(passage.text):
            fault = _unknown(year, one.id)
            if fault:
                message, hint, instead = fault
                hint = f"Skriv {reference_to(*instead)}" if instead else hint
                yield passage.problem(UNKNOWN_FIGURE, one.start, len(one.id), message, hint, instead=instead)
    for piece in year.pieces(Noegletal):
        fault = _unknown(year, piece.group.tal)
        if fault:
            message, hint, instead = fault
            yield piece.problem(UNKNOWN_FIGURE, piece.group.tal.location, message, hint, instead=instead)


@rule(NOT_PRINTED)
def _asked_for_elsewhere(year: Year) -> Iterator[Problem]:
    """Yield a finding for each figure that is asked for where none is put in: its id would stand on the page."""
    for passage in filterfalse(_is_quoting, year.passages):
        yield from _asked_for_in(passage)


@folder_rule(NOT_PRINTED)
def _asked_for_in_all_years(samling: Samling) -> Iterator[Problem]:
    for passage in own_words_of_all_years(samling):
        yield from _asked_for_in(passage)


def _asked_for_in(passage: Passage) -> Iterator[Problem]:
    for one in find_references(passage.text):
        if _FIGURE_ID.fullmatch(one.id):
            message = f"»{one.id}« bliver ikke til et tal i denne tekst, for her skriver I selv tallene."
            hint = "Skriv tallet, som I kender det, og slet den kantede parentes"
            weight = passage.draft_weight
            yield passage.problem(NOT_PRINTED, one.start, len(one.id), message, hint, weight=weight)


def _unknown(year: Year, typed: str) -> Suggestion | None:
    """Say what is wrong with an id that no figure has, and the id that was probably meant; None for one that it has."""
    register = _register(year, typed)
    ids, wanted = register.known_ids, normal_id(typed)
    if wanted in ids:
        return None
    if awaited := _awaited(year.samling, register.aargang, wanted):
        said = f"Der er intet tal med id'et »{typed}«: Filen fra {awaited} mangler eller kan ikke læses."
        return Suggestion(said, "Få filen på plads, eller tag tallet ud", ())
    near = next(iter(get_close_matches(wanted, ids, 1)), None)
    said = f"Der er intet tal med id'et »{typed}«." if typed else "Her mangler tallets id."
    return did_you_mean(said, near, _FIND_ID)


def _awaited(samling: Samling, aargang: Aargang, wanted: str) -> str:
    """Give the acronym of the forvaltning that an id is about when its file is not read; else ""."""
    unit = find(samling, "".join(wanted.split(".")[1:2]))
    return str(unit.forkortelse) if unit and str(unit.id) in not_read(samling, aargang) else ""


def _register(year: Year, typed: str) -> Register:
    """Give the figures of the year that an id begins with, as far as the folder has it; else of the document's own."""
    first = typed.partition(".")[0].strip()
    asked = year.samling.aargang(int(first)) if first.isdecimal() else None
    return year.registers.of(asked or year.aargang)


@rule(TYPED_COUNT, needs_folder=True)
def _typed_counts(year: Year) -> Iterator[Problem]:
    quoting = [one for one in year.passages if _is_quoting(one, Foelgenotat)]
    units = {word: unit for key, unit in units_of(year.samling).items() if quoting for word in unit_words(key, unit)}
    for passage in (one.in_print for one in quoting):
        for found in find_counts(passage.text, units):
            typed = " ".join(found.typed.split())
            figure = _the_one(year, found, units[found.unit])
            example = reference_to(figure or f"{year.aargang.aar}.projekter")
            message = f"Tallet i »{typed}« er skrevet med hånden."
            hint = f"Skriv {example}" if figure else f"Skriv tallets id i kantet parentes, fx {example}"
            # It cannot stand in place of all that is said around the number.
            instead = (example,) if figure and not (found.then or found.is_of_all) else ()
            yield passage.problem(TYPED_COUNT, found.start, len(found.typed), message, hint, instead=instead)


def _the_one(year: Year, said: FoundCount, unit: Enhed) -> str:
    """Find the id of the only figure that says the same, "" when there is none or several."""
    bounds = said.quantity.bounds(margin_of(year.aargang))
    same = [
        one.id
        for one in year.register.figures
        if one.enhed.flertal == unit.flertal and one.part is FigurePart.ANTAL and one.bounds == bounds
    ]
    return same[0] if len(same) == 1 else ""


def _is_quoting(passage: Passage, *kinds: type[Felter]) -> bool:
    """Tell whether figures are asked for in a text: in all of some kinds of file, and in single fields of others."""
    of_kind = kinds or tuple(one.model for one in file_types() if one.quotes_figures)
    return issubclass(passage.kind, ProsaMedTal) or isinstance(passage.piece.delivery.root, of_kind)
