"""Name the thing a finding is about by its name; one without a name, by its number in the file."""

from typing import TypeGuard

from frivilligrapport.danish import normal_key
from frivilligrapport.models.fields.base import Felter, Field, Trail
from frivilligrapport.models.fields.leaves import Henvisning, Navn
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.reading.tree import MappingNode, ScalarNode, TreeNode


def thing(trail: Trail) -> str:
    """Say where a trail leads: "i indsatsen »Smag Verden«", "i den 3. indsats", or "" at the top of the file."""
    for one in trail.ways:
        each = one.field.each if one.field else None
        if one.number and one.field and each and isinstance(one.node, MappingNode):
            preposition = "ved" if each[0] == "stedet" else "i"  # »i stedet« means instead
            return f"{preposition} {_called(each, own_name(one.node, one.field.group), one.number)}"
    return ""


def _called(each: tuple[str, str], name: str, number: int) -> str:
    definite, bare = each
    article = "det" if definite.endswith("et") else "den"
    return f"{definite} »{name}«" if name else f"{article} {number}. {bare}"


def subject(trail: Trail) -> str:
    """Give the id of the innermost thing on the trail that has one, else ""."""
    for one in trail.ways:
        entry = one.node.get("id") if isinstance(one.node, MappingNode) and one.above else None
        if entry and _says_something(entry.value):
            return normal_key(entry.value.text).replace("_", "-")
    return ""


def own_name(node: MappingNode, model: type[Felter] | None) -> str:
    """Give what a thing is called in the file, "" where it does not say."""
    for name in _name_fields(model) if model else ():
        entry = node.get(name)
        if entry and _says_something(entry.value):
            return entry.value.text.strip().split("\n")[0]
    return ""


def _name_fields(model: type[Felter]) -> tuple[str, ...]:
    """Give the fields that a thing is called by: its name, else what it is about, else its id."""
    names = [name for name, one in model.fields.items() if issubclass(one.kind, Navn)]
    about = [name for name, one in model.fields.items() if one.required and issubclass(one.kind, Henvisning)]
    return (*names, *about, "id")


def _says_something(node: TreeNode) -> TypeGuard[ScalarNode]:
    """Tell a name from one that nobody knows, or that was filled in while reading."""
    if not isinstance(node, ScalarNode) or node.empty:
        return False
    return bool(node.text.strip()) and not is_unanswered(node.text)


def field_name(field: Field) -> str:
    """Quote a field as it is spelled in files."""
    return f"»{field.spelled}«"
