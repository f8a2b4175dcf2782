"""Mend the places of a tree that have faults, and tell each fault once."""

from collections import Counter
from collections.abc import Mapping as Mappings

from frivilligrapport.models import field_kinds as kinds
from frivilligrapport.models import tree_edit
from frivilligrapport.models.base import Felter
from frivilligrapport.models.faults import FIELDS, LIST, MISSING, UNKNOWN_TYPE, Shape, explain
from frivilligrapport.models.leaves import slug_of
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.models.naming import field_name
from frivilligrapport.models.spelling import spelled
from frivilligrapport.models.structure import field_names
from frivilligrapport.models.tree_edit import Edit
from frivilligrapport.models.unknown_fields import meant, unknown
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ReportedNode, ScalarNode, TreeNode, TreePath

# A field is first mended for what stands in it, then for what was put there; a third time, nothing fits.
_ENOUGH = 2
_AMOUNT = "antal"  # one that cannot be read is still a figure: unknown, so that no total claims to be whole
_MENDS: dict[str, Edit] = {
    LIST: tree_edit.as_list,
    FIELDS: tree_edit.as_group,
    kinds.FIELDS_EXPECTED.code: tree_edit.as_group,
}


class Mender:
    """Keep a file's tree as it is mended, what has been told, and how often each place has been.

    `known` are texts for the file's own fields, where it has none that can be read.
    """

    def __init__(self, tree: TreeNode, known: Mappings[str, str]) -> None:
        self.tree = tree
        self.problems: list[Problem] = []
        self._known = known
        self._times: Counter[tuple[Location, str | int]] = Counter()

    def mend(self, shapes: list[Shape]) -> bool:
        """Tell what is new and mend every place; False when the file as a whole cannot be used."""
        misspelt = self._misspelt(shapes)
        missed = {(*path[:-1], better) for path, better in misspelt.items()}
        edits: dict[TreePath, Edit] = {}
        for shape in shapes:
            if shape.code != MISSING or shape.path not in missed:
                better = misspelt.get(shape.path)
                self._tell(shape, better)
                path, change = self._mended(shape, better)
                edits[path] = change if path not in edits or change is tree_edit.remove else edits[path]
        if () in edits:
            return False
        self.tree = tree_edit.edit_all(self.tree, edits)
        return True

    def _misspelt(self, shapes: list[Shape]) -> dict[TreePath, str]:
        """Find the fields that unknown ones stand for; of two that are near the same one, the first is taken for it."""
        found: dict[TreePath, str] = {}
        taken: set[TreePath] = set()
        for shape in shapes:
            if shape.code == UNKNOWN_TYPE and isinstance(shape.group, MappingNode):
                better = meant(shape.model, shape.path, shape.group)
                target = (*shape.path[:-1], better or "")
                if better and target not in taken:
                    found[shape.path] = better
                    taken.add(target)
        return found

    def _tell(self, shape: Shape, better: str | None) -> None:
        """Tell a fault, unless the place has had one: what was put there to mend it is no fault of the writer's."""
        place = _place(shape)
        if shape.code == UNKNOWN_TYPE:
            self._times[(place[0], better or "")] = 0
            self.problems.append(_unknown(shape, better))
        elif self._times[place] == 0 and (problem := explain(shape)):
            self.problems.append(problem)
        self._times[place] += 1

    def _mended(self, shape: Shape, better: str | None) -> tuple[TreePath, Edit]:
        """Choose the place to mend, () for the whole file, and how."""
        path = shape.path
        if not path or (len(path) == 1 and self._times[_place(shape)] > _ENOUGH):
            return (), tree_edit.remove
        if self._times[_place(shape)] > _ENOUGH:
            return path[:-1], tree_edit.remove
        if shape.code == MISSING and isinstance(path[-1], str):
            own = self._known if len(path) == 1 else {}
            return path, tree_edit.fill(own.get(path[-1], UOPLYST))
        if shape.fault and shape.field == _AMOUNT:
            is_long_form = isinstance(shape.group, MappingNode)
            return path if is_long_form else path[:-1], tree_edit.put(UOPLYST)
        return path, _change(shape, better)


def _place(shape: Shape) -> tuple[Location, str | int]:
    return shape.group.location, shape.path[-1] if shape.path else ""


def _change(shape: Shape, better: str | None) -> Edit:
    if better:
        return tree_edit.rename(better)
    if shape.fault and shape.fault.kind is kinds.BAD_SLUG and isinstance(shape.node, ScalarNode):
        slug = slug_of(shape.node.text)
        return tree_edit.put(slug) if slug else tree_edit.remove
    if shape.fault and shape.fault.kind is kinds.UNKNOWN_FIELD:
        return tree_edit.into_units(field_names(shape.part) if shape.part else ())
    has_told = isinstance(shape.node, ReportedNode)
    if has_told or (shape.code == LIST and shape.part and not _is_item(shape.node, shape.part)):
        return tree_edit.remove
    return _MENDS.get(shape.fault.kind.code if shape.fault else shape.code, tree_edit.remove)


def _is_item(node: TreeNode, part: type[Felter]) -> bool:
    """Tell whether a group of fields is the only item of a list, written without its hyphen."""
    return isinstance(node, MappingNode) and any(entry.key in field_names(part) for entry in node.entries)


def _unknown(shape: Shape, better: str | None) -> Problem:
    """Word an unknown field; `better` is the field that was meant, if one is near."""
    entry = shape.group.get(shape.field) if isinstance(shape.group, MappingNode) else None
    typed = entry or MappingEntry(shape.field, shape.field, shape.group.location, shape.group)
    if better:
        message = f"Feltet »{typed.typed}« kendes ikke. Mente du {field_name(better)}?"
        name = spelled(better)
        return shape.problem(kinds.UNKNOWN_FIELD, typed.location, message, f"Skriv {name}", name)
    return shape.problem(kinds.UNKNOWN_FIELD, typed.location, *unknown(shape.model, shape.path, typed))
