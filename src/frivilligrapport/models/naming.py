"""Name the thing a finding is about by its name, never by a number in a list."""

from frivilligrapport.danish import normal_key
from frivilligrapport.models.spelling import spelled
from frivilligrapport.reading.tree import Mapping, Node, Path, Scalar, steps

_THINGS = {
    "indsatser": ("indsatsen", "indsats"),
    "status": ("afsnittet", "afsnit"),
    "forslag": ("forslaget", "forslag"),
    "mangler": ("manglen", "mangel"),
    "steder": ("stedet", "sted"),
    "bidragydere": ("bidragyderen", "bidragyder"),
    "forvaltninger": ("forvaltningen", "forvaltning"),
    "lokaludvalg": ("lokaludvalget", "lokaludvalg"),
    "forudsaetninger": ("forudsætningen", "forudsætning"),
    "fordele": ("fordelen", "fordel"),
    "tendenser": ("tendensen", "tendens"),
    "bilag": ("bilaget", "bilag"),
    "accepteret": ("det accepterede", "accepterede"),
    "punkter": ("punktet", "punkt"),
    "politik": ("politikpunktet", "politikpunkt"),
    "enheder": ("enheden", "enhed"),
}
_NAME_FIELDS = ("navn", "titel", "overskrift", "hvor", "kode", "punkt", "enhed", "id")


def thing(tree: Node, path: Path) -> str:
    """Say where a path is: "i indsatsen »Smag Verden«", "i den 3. indsats", or "" at the top of the file."""
    named = ""
    group = ""
    for step, node, _ in steps(tree, path):
        if isinstance(step, str):
            group = step
        elif group in _THINGS and isinstance(node, Mapping):
            definite, bare = _THINGS[group]
            name = _name(node)
            preposition = "ved" if group == "steder" else "i"  # »i stedet« means instead
            named = f"{preposition} {definite} »{name}«" if name else f"{preposition} {step + 1}. {bare}"
            group = ""
    return named


def subject(tree: Node, path: Path) -> str:
    """Give the id of the innermost thing on the path that has one, else ""."""
    found = ""
    for _, node, _ in steps(tree, path):
        entry = node.get("id") if isinstance(node, Mapping) else None
        if entry and isinstance(entry.value, Scalar):
            found = normal_key(entry.value.text).replace("_", "-")
    return found


def _name(node: Mapping) -> str:
    for field in _NAME_FIELDS:
        entry = node.get(field)
        if entry and isinstance(entry.value, Scalar) and entry.value.text.strip():
            return entry.value.text.strip().split("\n")[0]
    return ""


def field_name(field: str) -> str:
    """Quote a field as it is spelled in files."""
    return f"»{spelled(field)}«"
