"""References to indsatser and to preconditions by their id (FR322, FR328)."""

import re
from collections.abc import Iterator

from frivilligrapport.collection.organisation import is_unanswered
from frivilligrapport.danish import nearest_word, normal_key
from frivilligrapport.models.base import Felter
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.leaves import Text
from frivilligrapport.models.rapport import Forudsaetning, NetvaerksIndsats
from frivilligrapport.models.statusfil import Afsnit, Perspektiver, Politikopfoelgning
from frivilligrapport.problems import Problem
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode
from frivilligrapport.rules.rule import INDSATS, Rule, error
from frivilligrapport.rules.walk import Delivery, Year, pieces

UNKNOWN_INDSATS = error(
    "FR322",
    "Der er ingen indsats med det id",
    "En henvisning peger på en indsats i samme fil ved dens id. Peger den på ingenting, mangler der noget i rapporten.",
    INDSATS + "perspektiver:\n  tekst: Der kommer flere.\n  planer: [smag-verdn]",
    INDSATS + "perspektiver:\n  tekst: Der kommer flere.\n  planer: [smag-verden]",
)
_NETVAERK = (
    "# fil: 2014/rapport.yaml\nnetværk:\n  forudsætninger:\n    - id: regler\n      navn: Regler\n"
    "      tekst: Reglerne skal være kendt.\n  indsatser:\n    - id: haandbog\n      navn: Håndbog\n"
    "      tilstand: i drift\n      forudsætning: [{}]"
)
UNKNOWN_PRECONDITION = error(
    "FR328",
    "Der er ingen forudsætning med det id",
    "Netværkets indsatser knyttes til de forudsætninger, der står i samme fil, ved deres id.",
    _NETVAERK.format("regel"),
    _NETVAERK.format("regler"),
)
# What points at indsatser, in the order of a status file.
_FIELDS: dict[type[Felter], str] = {
    Afsnit: "indsatser",
    Perspektiver: "planer",
    Politikopfoelgning: "indsatser",
    Indsats: "hoerer_til",
}


def _unknown_indsatser(year: Year) -> Iterator[Problem]:
    for delivery in year.deliveries:
        names = _ids(delivery)
        for piece in pieces(delivery, Felter):
            field = next((field for kind, field in _FIELDS.items() if isinstance(piece.group, kind)), None)
            for typed in _texts(getattr(piece.group, field)) if field else ():
                if _is_unknown(typed, names):
                    better = _meant(typed, names)
                    message, hint = (
                        f"Der er ingen indsats med id'et »{typed}« i filen.",
                        "Skriv id'et på en af indsatserne",
                    )
                    if better:
                        message, hint = f"{message} Mente du »{better}«?", f"Skriv {better}"
                    instead = (better,) if better else ()
                    yield piece.problem(UNKNOWN_INDSATS, typed.location, message, hint, instead=instead)


def _unknown_preconditions(year: Year) -> Iterator[Problem]:
    for delivery in year.deliveries:
        names = {str(piece.group.id): str(piece.group.navn) for piece in pieces(delivery, Forudsaetning)}
        for piece in pieces(delivery, NetvaerksIndsats):
            for typed in piece.group.forudsaetning:
                if names and _is_unknown(typed, names):
                    better = _meant(typed, names)
                    message = f"Der er ingen forudsætning med id'et »{typed}«."
                    message = f"{message} Mente du »{better}«?" if better else message
                    hint = f"Skriv {better or ', '.join(names)}"
                    instead = (better,) if better else tuple(names)
                    yield piece.problem(UNKNOWN_PRECONDITION, typed.location, message, hint, instead=instead)


def _texts(value: Text | tuple[Text, ...] | None) -> tuple[Text, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _is_unknown(typed: Text, names: dict[str, str]) -> bool:
    return typed not in names and not is_unanswered(typed)


def _meant(typed: Text, names: dict[str, str]) -> str | None:
    """Find the id that was probably meant, also by the thing's name."""
    by_name = {normal_key(name): slug for slug, name in names.items()}
    return by_name.get(typed.key) or nearest_word(typed, names)


def _ids(delivery: Delivery) -> dict[str, str]:
    """Give the ids of a file's indsatser with their names; what was typed but could not be read counts too."""
    read = {str(one.id): str(one.navn) for one in delivery.indsatser if not is_unanswered(one.id)}
    nameless = {_slug(one.navn): str(one.navn) for one in delivery.indsatser if is_unanswered(one.id)}
    return dict.fromkeys(_typed_ids(delivery.tree), "") | nameless | read


def _typed_ids(tree: TreeNode | None) -> Iterator[str]:
    """Yield the ids that stand in the file, made into what they should have been."""
    if isinstance(tree, MappingNode):
        for entry in tree.entries:
            if entry.key == "indsatser" and isinstance(entry.value, SequenceNode):
                ids = (item.get("id") for item in entry.value.items if isinstance(item, MappingNode))
                yield from (_slug(one.value.text) for one in ids if one and isinstance(one.value, ScalarNode))
            yield from _typed_ids(entry.value)


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", normal_key(text)))


REFERENCE_RULES = (
    Rule(UNKNOWN_INDSATS, _unknown_indsatser),
    Rule(UNKNOWN_PRECONDITION, _unknown_preconditions),
)
