"""Names from the municipality's own lists: bydele, lokaludvalg and themes (FR325, FR326, FR327)."""

from collections.abc import Iterable, Iterator

from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import Guesses, normal_key
from frivilligrapport.models.fields.leaves import Text
from frivilligrapport.models.indsats import Indsats, Sted
from frivilligrapport.models.lister import UOPLYST, is_unanswered
from frivilligrapport.problems import Kind, Location, Problem
from frivilligrapport.rules.rule import INDSATS, error, folder_rule, rule
from frivilligrapport.rules.year import FilePiece, Suggestion, Year, did_you_mean

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


@rule(UNKNOWN_BYDEL)
def _bydele(year: Year) -> Iterator[Problem]:
    names = _Names(year.samling.kommune.bydele if year.samling.kommune else ())
    for piece in year.pieces(Indsats):
        yield from _unknown(piece, UNKNOWN_BYDEL, "Bydelen", piece.group.bydele, names)
    for place in year.pieces(Sted):
        yield from _unknown(place, UNKNOWN_BYDEL, "Bydelen", _given(place.group.bydel), names)


@folder_rule(UNKNOWN_BYDEL)
def _bydele_of_lokaludvalg(samling: Samling) -> Iterator[Problem]:
    names = _Names(samling.kommune.bydele if samling.kommune else ())
    for one in samling.kommune.lokaludvalg if samling.kommune else ():
        for place, (message, hint, instead) in names.strangers("Bydelen", _given(one.bydel)):
            about = f"{hint} (i lokaludvalget »{one.navn}«)."
            yield Problem(place, UNKNOWN_BYDEL, message, about, instead=instead)


@rule(UNKNOWN_LOKALUDVALG)
def _lokaludvalg(year: Year) -> Iterator[Problem]:
    known = year.samling.kommune.lokaludvalg if year.samling.kommune else ()
    names = _Names(name for one in known for name in (one.navn, *one.kaldes_ogsaa))
    for piece in year.pieces(Indsats):
        yield from _unknown(piece, UNKNOWN_LOKALUDVALG, "Lokaludvalget", piece.group.lokaludvalg, names)


@rule(UNKNOWN_TEMA)
def _temaer(year: Year) -> Iterator[Problem]:
    names = _Names(year.samling.kommune.temaer if year.samling.kommune else ())
    for piece in year.pieces(Indsats):
        yield from _unknown(piece, UNKNOWN_TEMA, "Temaet", piece.group.tema, names)


def _unknown(
    piece: FilePiece[Indsats] | FilePiece[Sted],
    kind: Kind,
    what: str,
    typed: tuple[Text, ...],
    names: "_Names",
) -> Iterator[Problem]:
    for place, (message, hint, instead) in names.strangers(what, typed):
        yield piece.problem(kind, place, message, hint, instead=instead)


class _Names:
    """Hold one of the municipality's lists; an empty one asks nothing."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known = {normal_key(name): name for name in names}
        self._guesses = Guesses(self._known.values())

    def strangers(self, what: str, typed: tuple[Text, ...]) -> Iterator[tuple[Location, Suggestion]]:
        """Yield the place of each name that is not on the list, and what to say of it."""
        for one in typed:
            if self._known and one.key not in self._known and not is_unanswered(one):
                message, better = f"{what} »{one}« kendes ikke.", self._guesses.all_nearest(one)
                hint = "Brug et navn fra kommune.yaml, eller skriv uoplyst"
                yield one.location, did_you_mean(message, better, hint, UOPLYST)


def _given(name: Text | None) -> tuple[Text, ...]:
    return (name,) if name else ()
