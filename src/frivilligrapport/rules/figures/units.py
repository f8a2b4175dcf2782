"""Units of figures: the closed list, and what may be counted in halves (FR209, FR324)."""

from collections.abc import Iterator

from frivilligrapport.collection.organisation import is_unanswered
from frivilligrapport.danish import join_words, nearest_word, normal_key
from frivilligrapport.figures.reports import units_of
from frivilligrapport.grammar.quantity.kinds import DECIMALS
from frivilligrapport.models.enheder import ENHEDER, Enhed
from frivilligrapport.models.leaves import Maengde
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import INDSATS, Rule, error
from frivilligrapport.rules.walk import Year

UNKNOWN_UNIT = error(
    "FR324",
    "Enheden kendes ikke",
    "Kun tal med samme enhed kan lægges sammen, og derfor er enhederne en fast liste: "
    f"{join_words([unit.flertal for unit in ENHEDER])}. "
    "Kommunen kan tilføje flere i kommune.yaml. "
    "Det særlige ved et tal kan stå i parentes efter enheden: »møder (board)«.",
    INDSATS + "    tal:\n      frivilige: 15",
    INDSATS + "    tal:\n      frivillige: 15",
)


def _unknown_units(year: Year) -> Iterator[Problem]:
    known = units_of(year.samling)
    for piece in year.pieces(Tal):
        typed = piece.group.enhed
        if normal_key(typed) in known or is_unanswered(typed):
            continue
        better = _meant(typed, known)
        message = f"Enheden »{typed}« kendes ikke."
        hint = "Se enhederne med frivilligrapport explain FR324, eller tilføj den i kommune.yaml"
        if better:
            message, hint = f"{message} Mente du »{better}«?", f"Skriv {better}"
        place = piece.group.enhed_og_maerke.scalar.place(0, len(typed))
        instead = (better,) if better and place.length == len(typed) else ()
        yield piece.problem(UNKNOWN_UNIT, place, message, hint, instead=instead)


def _meant(typed: str, known: dict[str, Enhed]) -> str | None:
    """Find the unit that was probably meant, also from its singular or with a label that lacks its parentheses."""
    first, _, rest = typed.partition(" ")
    if normal_key(first) in known and rest:
        return f"{first} ({rest.strip('()- ')})"
    words = {word: unit.flertal for unit in known.values() for word in (unit.flertal, unit.ental)}
    close = nearest_word(typed, words)
    return words[close] if close else None


def quantities(tal: Tal) -> tuple[Maengde, ...]:
    """Give all that is counted in the figure's own unit, in the order of the fields; a share is not."""
    fields = (tal.antal, tal.forrige_aar, tal.paa_vej, tal.mindst, tal.hoejst, *(part.antal for part in tal.heraf))
    return tuple(field for field in fields if field)


def _decimals(year: Year) -> Iterator[Problem]:
    known = units_of(year.samling)
    for piece in year.pieces(Tal):
        unit = known.get(normal_key(piece.group.enhed))
        for one in quantities(piece.group):
            if unit and not unit.decimaler and one.quantity.has_decimals:
                message = f"»{one.quantity.typed}« har decimaler, men {unit.flertal} tælles i hele."
                yield piece.problem(DECIMALS, one.location, message, "Skriv et helt tal")


UNIT_RULES = (Rule(DECIMALS, _decimals), Rule(UNKNOWN_UNIT, _unknown_units))
