"""What may be pasted over the underlined characters of a finding, and where it has to be underlined for that."""

from dataclasses import replace

from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.grammar.quantity import Precision, parse_quantity
from frivilligrapport.models.base import Felter
from frivilligrapport.models.enheder import built_in
from frivilligrapport.models.hints import first_field, slug_from_name
from frivilligrapport.models.structure import field_names, required_names
from frivilligrapport.problems import Fault, Location
from frivilligrapport.reading.slips.parser_stop import INDENT_STEP
from frivilligrapport.reading.slips.quoting import quoted
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode

Remedy = tuple[Location | None, tuple[str, ...]]
_WRITE = "Skriv "


def for_missing(field: str, group: TreeNode) -> tuple[str, ...]:
    """Write an id that can be made of the name before the first sign of the group."""
    slug = slug_from_name(group) if field == "id" else ""
    if not slug or not isinstance(group, MappingNode):
        return ()
    indent = " " * (group.location.column - 1)
    return (f"id: {slug}\n{indent}{group.entries[0].typed[:1]}",)


def for_list(node: TreeNode, part: type[Felter] | None, hint: str, key: Location) -> Remedy:
    """Put brackets around words, and a hyphen before fields that stand as the only item of a list."""
    if isinstance(node, ScalarNode) and part is None and node.on_one_line and hint.startswith(f"{_WRITE}["):
        return node.location, (hint.removeprefix(_WRITE),)
    first = node.entries[0] if isinstance(node, MappingNode) and part and node.entries else None
    if first is None or part is None or first.key not in field_names(part):
        return None, ()
    place = first.location
    if place.line == key.line or place.column - INDENT_STEP < key.column:
        return None, ()
    place = replace(place, column=place.column - INDENT_STEP, length=INDENT_STEP + place.length)
    return place, (f"- {first.typed}",)


def for_fields(field: str, node: TreeNode, part: type[Felter] | None, key: Location) -> tuple[str, ...]:
    """Put a text below its field, under the name of the one field that it can be meant for."""
    written = _in_first(field, node, part)
    return (f"\n{' ' * (key.column - 1 + INDENT_STEP)}{written}",) if written else ()


def for_item(node: TreeNode, part: type[Felter] | None) -> tuple[str, ...]:
    """Write the name of the one field that must be there in front of a text."""
    written = _in_first("", node, part)
    return (written,) if written else ()


def _in_first(field: str, node: TreeNode, part: type[Felter] | None) -> str:
    """Give a text with its field's name, where no other field must be there."""
    name, _, example = first_field(field, part).partition(": ")
    if example != "…" or name == "id" or part is None or set(required_names(part)) - {name}:
        return ""
    if not isinstance(node, ScalarNode) or not node.on_one_line or not node.text.strip():
        return ""
    return f"{name}: {node.text if node.plain else quoted(node.text)}"


def for_text(node: TreeNode) -> Remedy:
    """Put a value that looks like a field, or like a list, in quotation marks; take a single item out of its list."""
    if isinstance(node, MappingNode) and len(node.entries) == 1:
        only = node.entries[0]
        if (
            isinstance(only.value, ScalarNode)
            and only.value.on_one_line
            and only.value.location.line == only.location.line
        ):
            end = only.value.location.column + only.value.location.length
            place = replace(only.location, length=end - only.location.column)
            return place, (quoted(f"{only.typed}: {only.value.text}"),)
    if isinstance(node, SequenceNode) and node.items:
        return _as_text(node)
    return None, ()


def _as_text(node: SequenceNode) -> Remedy:
    items = [item for item in node.items if isinstance(item, ScalarNode) and item.on_one_line]
    says_something = str.isalpha if len(items) > 1 else str.isalnum
    if len(items) < len(node.items) or not any(map(says_something, "".join(item.text for item in items))):
        return None, ()
    if node.location.length > 1:
        return node.location, (quoted(", ".join(item.text for item in items)),)
    if len(items) > 1:
        return None, ()
    end = items[0].location.column + items[0].location.length
    return replace(node.location, length=end - node.location.column), (quoted(items[0].text),)


def for_fault(fault: Fault, scalar: ScalarNode | None, unit: str) -> tuple[str, tuple[str, ...]]:
    """Give the hint and the texts of a fault, without those that a figure of the unit cannot be.

    `unit` is "" outside figures. Nobody is half a volunteer, so what may be 2.600 or 2,6 is 2.600.
    """
    hint, fitting = _fitting(fault, unit) if unit else (fault.hint, fault.instead)
    is_literal = scalar is not None and scalar.is_as_typed(fault.start, fault.length or len(scalar.text))
    return hint, fitting if is_literal else ()


def _fitting(fault: Fault, unit: str) -> tuple[str, tuple[str, ...]]:
    known = built_in().get(normal_key(unit.partition("(")[0]))
    has_halves = known is None or known.decimaler
    fitting = tuple(text for text in fault.instead if _fits(text, has_halves=has_halves))
    every, left = (join_words(texts, "eller") for texts in (fault.instead, fitting))
    return (fault.hint.replace(every, left, 1) if fitting else fault.hint), fitting


def _fits(text: str, *, has_halves: bool) -> bool:
    """Tell whether a figure of a unit can be written so; a share is no figure before it is known what it is of."""
    try:
        quantity = parse_quantity(text)
    except Fault:
        return True  # an answer or a period
    return (has_halves or not quantity.has_decimals) and quantity.precision is not Precision.SHARE_WITHOUT_BASE
