"""What to write instead, in the words of the field that the finding is about."""

from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.models import lister
from frivilligrapport.models.base import Felter
from frivilligrapport.models.leaves import slug_of
from frivilligrapport.models.spelling import spelled
from frivilligrapport.models.structure import field_names, required_names
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode

_SHORT = 40
_BELOW = "og på næste linje, rykket ind,"
# Where the first field of a group is not the one to begin with, or where its keys are the writer's own words.
_EXAMPLES = {"tal": "frivillige: 15", "heraf": "unge: 5", "netvaerk": "tekst: …"}
_WORDS = {"tilstand": (*lister.TILSTAND, lister.UOPLYST), "status": lister.BIDRAG, "art": lister.ENHEDSART}


def for_missing(field: str, group: TreeNode, part: type[Felter] | None, *, is_list: bool) -> str:
    """Say how a required field is written; `part` is the model of what it holds, fields or a list of them."""
    name = spelled(field)
    if part or is_list:
        return f"Skriv {name}: {_BELOW} {'- ' if is_list else ''}{first_field(field, part)}"
    if field in _WORDS:
        return f"Skriv {name}: og et af ordene {join_words(_WORDS[field], 'eller')}"
    slug = slug_from_name(group) if field == "id" else ""
    return f"Skriv id: {slug}" if slug else f"Skriv {name}: og en værdi"


def slug_from_name(group: TreeNode) -> str:
    """Make an id of the name of a thing; "" when it has none."""
    entry = group.get("navn") if isinstance(group, MappingNode) else None
    return slug_of(entry.value.text) if entry and isinstance(entry.value, ScalarNode) else ""


def for_list(field: str, node: TreeNode, part: type[Felter] | None) -> str:
    """Say how a list is written where something else stands; `part` is the model of its items, if they are groups."""
    if part is None:
        text = _short_text(node).strip("[]")
        return f"Skriv [{text}]" if text else "Skriv hvert punkt på sin egen linje med - foran"
    if isinstance(node, MappingNode) and any(entry.key in field_names(part) for entry in node.entries):
        return f"Sæt - foran {node.entries[0].typed}:, og ryk de øvrige felter lige så langt ind"
    return f"Skriv {spelled(field)}: {_BELOW} - {first_field(field, part)}"


def for_fields(field: str, node: TreeNode, part: type[Felter] | None) -> str:
    """Say how a group of fields is written where something else stands."""
    if isinstance(node, SequenceNode) and any(isinstance(item, MappingNode) for item in node.items):
        return "Slet bindestregen foran hvert felt"
    return f"Skriv {spelled(field)}: {_BELOW} {first_field(field, part)}"


def for_item(field: str, node: TreeNode, part: type[Felter] | None) -> str:
    """Say how an item of a list of groups is written where something else stands."""
    text = _short_text(node)
    if normal_key(text) in {lister.INGEN, lister.UOPLYST}:
        return f"Skriv {spelled(field)}: {text}"
    first = first_field(field, part)
    return f"Skriv - {first.replace('…', text)}" if text and not first.startswith("id:") else f"Skriv - {first}"


def for_text(node: TreeNode) -> str:
    """Say how a text is written where a list or fields stand."""
    is_on_line = isinstance(node, SequenceNode) and node.location.length > 1
    return "Skriv værdien uden parenteser" if is_on_line else "Skriv værdien på samme linje som feltet"


def for_file(model: type[Felter]) -> str:
    """Say how a file begins."""
    names = [f"{spelled(name)}:" for name in required_names(model)]
    return f"Begynd med {join_words(names)}" + (", hver på sin linje" if len(names) > 1 else "")


def first_field(field: str, part: type[Felter] | None) -> str:
    """Show the first field that a group must have, with … for its value, or an example."""
    names = (*required_names(part), *field_names(part)) if part else ()
    return _EXAMPLES.get(field) or (f"{spelled(names[0])}: …" if names else "…")


def _short_text(node: TreeNode) -> str:
    """Give a value that is short enough to be shown in a hint, as it can be typed there; else ""."""
    if not isinstance(node, ScalarNode) or len(node.text) > _SHORT or "\n" in node.text:
        return ""
    text = node.text.strip()
    must_be_quoted = not node.plain and any(sign in text for sign in (": ", " #", "'", '"'))
    return f'"{text}"' if must_be_quoted and '"' not in text else text
