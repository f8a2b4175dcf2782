"""Names from the municipality's own lists: bydele, lokaludvalg and themes (FR325, FR326, FR327)."""

from collections.abc import Iterable, Iterator

from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import Guesses, normal_key
from frivilligrapport.models.fields.leaves import Text
from frivilligrapport.models.indsats import Indsats, Sted
from frivilligrapport.models.lister import UOPLYST, is_unanswered
from frivilligrapport.problems import INDSATS, Kind, Problem, error
from frivilligrapport.rules.delivery import FilePiece, Suggestion, did_you_mean
from frivilligrapport.rules.references import in_list
from frivilligrapport.rules.rule import folder_rule, rule
from frivilligrapport.rules.year import Year

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
    names = _Names(year.samling.kommune.bydele)
    for piece in year.pieces(Indsats):
        yield from _unknown(piece, UNKNOWN_BYDEL, "Bydelen", "bydele", names)
    for place in year.pieces(Sted):
        yield from _unknown(place, UNKNOWN_BYDEL, "Bydelen", "bydel", names)


@folder_rule(UNKNOWN_BYDEL)
def _bydele_of_lokaludvalg(samling: Samling) -> Iterator[Problem]:
    names = _Names(samling.kommune.bydele)
    for one in samling.kommune.lokaludvalg:
        for typed, (message, hint, instead) in names.strangers("Bydelen", _given(one.bydel)):
            about = f"{hint} (i lokaludvalget »{one.navn}«)."
            yield Problem(typed.location, UNKNOWN_BYDEL, message, about, instead=instead)


@rule(UNKNOWN_LOKALUDVALG)
def _lokaludvalg(year: Year) -> Iterator[Problem]:
    known = year.samling.kommune.lokaludvalg
    names = _Names(name for one in known for name in (one.navn, *one.kaldes_ogsaa))
    for piece in year.pieces(Indsats):
        yield from _unknown(piece, UNKNOWN_LOKALUDVALG, "Lokaludvalget", "lokaludvalg", names)


@rule(UNKNOWN_TEMA)
def _temaer(year: Year) -> Iterator[Problem]:
    names = _Names(year.samling.kommune.temaer)
    for piece in year.pieces(Indsats):
        yield from _unknown(piece, UNKNOWN_TEMA, "Temaet", "tema", names)


def _unknown(
    piece: FilePiece[Indsats] | FilePiece[Sted],
    kind: Kind,
    what: str,
    field: str,
    names: "_Names",
) -> Iterator[Problem]:
    value = getattr(piece.group, field)
    is_list = isinstance(value, tuple)
    for typed, suggestion in names.strangers(what, value if is_list else _given(value)):
        several = names.several(typed) if is_list else ()
        message, hint, instead = in_list(piece.group, field, typed, several, suggestion)
        yield piece.problem(kind, typed.location, message, hint, instead=instead)


class _Names:
    """Hold one of the municipality's lists; an empty one asks nothing."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known = {normal_key(name): name for name in names}
        self._guesses = Guesses(self._known.values())

    def several(self, typed: str) -> tuple[str, ...]:
        """Give the names that were typed as one, () when that is not so."""
        return self._guesses.several(typed)

    def strangers(self, what: str, typed: tuple[Text, ...]) -> Iterator[tuple[Text, Suggestion]]:
        """Yield each name that is not on the list, and what to say of it."""
        for one in typed:
            if self._known and one.key not in self._known and not is_unanswered(one):
                message, better = f"{what} »{one}« kendes ikke.", self._guesses.all_nearest(one)
                hint = "Brug et navn fra kommune.yaml, eller skriv uoplyst"
                yield one, did_you_mean(message, better, hint, UOPLYST)


def _given(name: Text | None) -> tuple[Text, ...]:
    return (name,) if name else ()
