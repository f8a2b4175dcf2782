"""Name the thing a finding is about by its name; one without a name, by its number in the file."""

from frivilligrapport.danish import normal_key
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.models.spelling import spelled
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode, TreePath, walk_path

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
    "accepteret": ("punktet", "punkt"),
    "punkter": ("punktet", "punkt"),
    "opgaver": ("opgaven", "opgave"),
    "fokusomraader": ("fokusområdet", "fokusområde"),
    "maal": ("målet", "mål"),
    "krav": ("kravet", "krav"),
    "politik": ("politikpunktet", "politikpunkt"),
    "regler": ("reglen", "regel"),
    "enheder": ("enheden", "enhed"),
    "afsnit": ("afsnittet", "afsnit"),
    "initiativer": ("initiativet", "initiativ"),
    "resultater": ("resultatet", "resultat"),
}
_NAME_FIELDS = ("navn", "titel", "overskrift", "kode", "hvor", "punkt", "krav", "enhed", "indsats", "id")


def thing(tree: TreeNode, path: TreePath) -> str:
    """Say where a path is: "i indsatsen »Smag Verden«", "i den 3. indsats", or "" at the top of the file."""
    named, group, parent = "", "", tree
    for step, node, _ in walk_path(tree, path):
        if isinstance(step, str):
            group = step
        elif group in _THINGS and isinstance(parent, SequenceNode) and isinstance(node, MappingNode):
            preposition = "ved" if group == "steder" else "i"  # »i stedet« means instead
            named = f"{preposition} {_called(group, node, parent.number(step))}"
            group = ""
        parent = node
    return named


def _called(group: str, node: MappingNode, number: int) -> str:
    definite, bare = _THINGS[group]
    name = _name(node)
    article = "det" if definite.endswith("et") else "den"
    return f"{definite} »{name}«" if name else f"{article} {number}. {bare}"


def subject(tree: TreeNode, path: TreePath) -> str:
    """Give the id of the innermost thing on the path that has one, else ""."""
    found = ""
    for _, node, _ in walk_path(tree, path):
        entry = node.get("id") if isinstance(node, MappingNode) else None
        if entry and isinstance(entry.value, ScalarNode) and not _is_unknown(entry.value):
            found = normal_key(entry.value.text).replace("_", "-")
    return found


def _name(node: MappingNode) -> str:
    for field in _NAME_FIELDS:
        entry = node.get(field)
        if entry and isinstance(entry.value, ScalarNode) and not _is_unknown(entry.value):
            return entry.value.text.strip().split("\n")[0]
    return ""


def _is_unknown(scalar: ScalarNode) -> bool:
    """Tell a name that nobody knows, or that was filled in while reading, from a name."""
    return scalar.empty or not scalar.text.strip() or normal_key(scalar.text) == UOPLYST


def field_name(field: str) -> str:
    """Quote a field as it is spelled in files."""
    return f"»{spelled(field)}«"
