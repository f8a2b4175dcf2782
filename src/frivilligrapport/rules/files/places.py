"""Names from the municipality's own lists: bydele, lokaludvalg and themes (FR325, FR326, FR327)."""

from collections.abc import Iterable, Iterator

from frivilligrapport.collection.organisation import is_unanswered
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import nearest_word, normal_key
from frivilligrapport.models.indsats import Indsats, Sted
from frivilligrapport.models.kommune import Lokaludvalg
from frivilligrapport.models.leaves import Text
from frivilligrapport.problems import Kind, Location, Problem
from frivilligrapport.rules.rule import INDSATS, FolderRule, Rule, error
from frivilligrapport.rules.walk import Piece, Year

UNKNOWN_BYDEL = error(
    "FR325",
    "Bydelen kendes ikke",
    "Bydelene står i kommune.yaml, så indsatser kan samles på tværs af forvaltninger. Ved I ikke, hvilken bydel et "
    "sted ligger i, er svaret »uoplyst«.",
    INDSATS + "    bydele: [Nørebro]",
    INDSATS + "    bydele: [Nørrebro]",
)
UNKNOWN_LOKALUDVALG = error(
    "FR326",
    "Lokaludvalget kendes ikke",
    "Lokaludvalgene står i kommune.yaml, også under de andre navne, de kaldes ved.",
    INDSATS + "    lokaludvalg: [Valbi Lokaludvalg]",
    INDSATS + "    lokaludvalg: [Valby Lokaludvalg]",
)
UNKNOWN_TEMA = error(
    "FR327",
    "Temaet kendes ikke",
    "Temaerne står i kommune.yaml, så indsatser om det samme kan samles. Mangler der et tema, kan det tilføjes dér.",
    INDSATS + "    tema: [kultr]",
    INDSATS + "    tema: [kultur]",
)


def _bydele(year: Year) -> Iterator[Problem]:
    names = year.samling.kommune.bydele if year.samling.kommune else ()
    for piece in year.pieces(Indsats):
        yield from _unknown(piece, UNKNOWN_BYDEL, "Bydelen", piece.group.bydele, names)
    for place in year.pieces(Sted):
        typed = (place.group.bydel,) if place.group.bydel else ()
        yield from _unknown(place, UNKNOWN_BYDEL, "Bydelen", typed, names)


def _lokaludvalg(year: Year) -> Iterator[Problem]:
    known = year.samling.kommune.lokaludvalg if year.samling.kommune else ()
    for piece in year.pieces(Indsats):
        names = [name for one in known for name in _names(one)]
        yield from _unknown(piece, UNKNOWN_LOKALUDVALG, "Lokaludvalget", piece.group.lokaludvalg, names)


def _names(one: Lokaludvalg) -> tuple[str, ...]:
    return (one.navn, *one.kaldes_ogsaa)


def _temaer(year: Year) -> Iterator[Problem]:
    names = year.samling.kommune.temaer if year.samling.kommune else ()
    for piece in year.pieces(Indsats):
        yield from _unknown(piece, UNKNOWN_TEMA, "Temaet", piece.group.tema, names)


def _unknown(
    piece: Piece[Indsats] | Piece[Sted], kind: Kind, what: str, typed: tuple[Text, ...], names: Iterable[str]
) -> Iterator[Problem]:
    for name, message, hint, instead in _strangers(what, typed, names):
        yield piece.problem(kind, name, message, hint, instead=instead)


_Stranger = tuple[Location, str, str, tuple[str, ...]]


def _strangers(what: str, typed: tuple[Text, ...], names: Iterable[str]) -> Iterator[_Stranger]:
    """Yield place, message, hint and what to write for each name that is not on a list; an empty list asks nothing."""
    known = {normal_key(name): name for name in names}
    for one in typed:
        if known and one.key not in known and not is_unanswered(one):
            better = nearest_word(one, known.values())
            message = f"{what} »{one}« kendes ikke."
            if better:
                yield one.location, f"{message} Mente du »{better}«?", f"Skriv {better}", (better,)
            else:
                yield one.location, message, "Brug et navn fra kommune.yaml, eller skriv uoplyst", ("uoplyst",)


def _register(samling: Samling) -> Iterator[Problem]:
    for one in samling.kommune.lokaludvalg if samling.kommune else ():
        typed = (one.bydel,) if one.bydel else ()
        known = samling.kommune.bydele if samling.kommune else ()
        for place, message, hint, instead in _strangers("Bydelen", typed, known):
            named = f"{hint} (i lokaludvalget »{one.navn}«)."
            yield Problem(place, UNKNOWN_BYDEL, message, named, instead=instead)


PLACE_RULES = (
    Rule(UNKNOWN_BYDEL, _bydele),
    Rule(UNKNOWN_LOKALUDVALG, _lokaludvalg),
    Rule(UNKNOWN_TEMA, _temaer),
)
PLACE_FOLDER_RULES = (FolderRule(UNKNOWN_BYDEL, _register),)
