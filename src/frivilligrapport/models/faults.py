"""From pydantic's error types to findings of our own.

Only the stable `type` codes are read, never pydantic's English. `EXPLAINED` is the closed set that our models can give;
any other type is a bug of ours, and a test walks pydantic's whole list.
"""

from collections.abc import Callable
from dataclasses import dataclass

from frivilligrapport.models import field_kinds as kinds
from frivilligrapport.models import hints, remedies
from frivilligrapport.models.base import Felter
from frivilligrapport.models.leaves import OWN
from frivilligrapport.models.naming import field_name, subject, thing
from frivilligrapport.models.structure import is_list, model_at
from frivilligrapport.problems import Fault, Kind, Location, Problem
from frivilligrapport.reading.tree import (
    MappingNode,
    ReportedNode,
    ScalarNode,
    SequenceNode,
    TreeNode,
    TreePath,
    key_place,
    node_at,
    typed_key,
)

MISSING = "missing"
FIELDS = "model_type"
LIST = "tuple_type"
_OF_SOMETHING_ELSE = ("andel", "af")  # fields of a figure that are not counted in its unit
UNKNOWN_TYPE = "extra_forbidden"


@dataclass(frozen=True, slots=True)
class Shape:
    """Describe one fault found by pydantic, with the tree it was found in.

    `fault` and `scalar` are what a value of ours said of itself, and where it stands.
    """

    model: type[Felter]
    tree: TreeNode
    path: TreePath
    code: str
    fault: Fault | None = None
    scalar: ScalarNode | None = None

    @property
    def node(self) -> TreeNode:
        """What stands at the place."""
        return node_at(self.tree, self.path)

    @property
    def group(self) -> TreeNode:
        """What the place is part of."""
        return node_at(self.tree, self.path[:-1])

    @property
    def part(self) -> type[Felter] | None:
        """The model of the group at the place, or of each group of the list there."""
        return model_at(self.model, self.path)

    @property
    def field(self) -> str:
        """The field that the fault is about."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def name(self) -> str:
        """The field as it is quoted: as typed where the key is the writer's own word, such as a unit."""
        is_short_form = (
            len(self.path) > 1 and isinstance(self.path[-2], int) and not isinstance(self.group, MappingNode)
        )
        typed = typed_key(self.tree, self.path) if is_short_form else ""
        return f"»{typed}«" if typed else field_name(self.field)

    @property
    def typed_unit(self) -> str:
        """The unit of the figure that the place is part of, as typed; "" outside figures."""
        counts = "tal" in self.path and self.field not in _OF_SOMETHING_ELSE
        return typed_key(self.tree, self.path[: self.path.index("tal") + 2]) if counts else ""

    @property
    def place(self) -> Location:
        """The value, or the name of the field when its value is no single text."""
        return self.node.location if isinstance(self.node, ScalarNode) else key_place(self.tree, self.path)

    def problem(self, kind: Kind, place: Location, message: str, hint: str, *instead: str) -> Problem:
        """Make a finding that names the thing it is about; `instead` may be written over `place`."""
        where = thing(self.tree, self.path)
        about = subject(self.tree, self.path)
        return Problem(place, kind, message, with_place(hint, where), about, instead=instead)


def with_place(hint: str, where: str) -> str:
    """Add the name of the thing to a hint: "Skriv 15 (i indsatsen »Kajakdagen«)."."""
    hint = hint.rstrip(".") if not hint.endswith(("?", "…")) else hint
    if not where:
        return hint if not hint or hint.endswith(("?", "…")) else hint + "."
    return f"{hint} ({where})." if hint else f"Det er {where}."


def _missing(shape: Shape) -> Problem:
    if isinstance(shape.path[-1], int):
        message, hint = f"Et punkt under {shape.name} er tomt.", "Skriv noget, eller slet bindestregen"
        return shape.problem(kinds.MISSING_FIELD, shape.node.location, message, hint)
    entry = shape.group.get(shape.path[-1]) if isinstance(shape.group, MappingNode) else None
    message = f"Feltet {shape.name} {'er tomt' if entry else 'mangler'}."
    place = entry.location if entry else key_place(shape.tree, shape.path[:-1])
    hint = hints.for_missing(shape.field, shape.group, shape.part, is_list=is_list(shape.model, shape.path))
    instead = () if entry else remedies.for_missing(shape.field, shape.group)
    return shape.problem(kinds.MISSING_FIELD, place, message, hint, *instead)


def _list_expected(shape: Shape) -> Problem:
    hint = hints.for_list(shape.field, shape.node, shape.part)
    place, instead = remedies.for_list(shape.node, shape.part, hint, key_place(shape.tree, shape.path))
    if instead and isinstance(shape.node, MappingNode):
        hint = f"Skriv {instead[0]}, og lad de øvrige felter stå"
    message = f"Feltet {shape.name} skal være en liste."
    return shape.problem(kinds.LIST_EXPECTED, place or shape.place, message, hint, *instead)


def _fields_expected(shape: Shape) -> Problem:
    if shape.path and isinstance(shape.node, ScalarNode) and shape.node.empty:
        return _missing(shape)
    message, hint = (
        f"Under {shape.name} skal der stå felter, hvert med navn, kolon og værdi.",
        hints.for_fields(shape.field, shape.node, shape.part),
    )
    if not shape.path:
        message, hint = "Filen består ikke af felter.", hints.for_file(shape.model)
    elif isinstance(shape.path[-1], int):
        hint = hints.for_item(shape.field, shape.node, shape.part)
        instead = remedies.for_item(shape.node, shape.part)
        return shape.problem(kinds.FIELDS_EXPECTED, shape.place, message, hint, *instead)
    instead = remedies.for_fields(shape.field, shape.node, shape.part, key_place(shape.tree, shape.path))
    return shape.problem(kinds.FIELDS_EXPECTED, shape.place, message, hint, *instead)


def _text_expected(shape: Shape) -> Problem:
    what = "en liste" if isinstance(shape.node, SequenceNode) else "felter"
    message, hint = f"Feltet {shape.name} skal have én værdi, men her står {what}.", hints.for_text(shape.node)
    if isinstance(shape.path[-1], int):
        message = f"Et punkt under {shape.name} skal være én tekst, men her står {what}."
    place, instead = remedies.for_text(shape.node)
    hint = f"Skriv {instead[0]}" if instead else hint
    return shape.problem(kinds.TEXT_EXPECTED, place or key_place(shape.tree, shape.path), message, hint, *instead)


_BY_KIND: dict[Kind, Callable[[Shape], Problem]] = {
    kinds.TEXT_EXPECTED: _text_expected,
    kinds.FIELDS_EXPECTED: _fields_expected,
    kinds.MISSING_FIELD: _missing,
}


def _own(shape: Shape) -> Problem:
    fault, scalar = shape.fault, shape.scalar
    if fault is None or fault.kind in _BY_KIND:
        return _BY_KIND[fault.kind if fault else kinds.TEXT_EXPECTED](shape)
    length = fault.length or (len(scalar.text.split("\n")[0]) if scalar else 0)
    place = scalar.place(fault.start, length) if scalar else shape.place
    hint, instead = remedies.for_fault(fault, scalar, shape.typed_unit)
    return shape.problem(fault.kind, place, fault.message, hint, *instead)


EXPLAINED: dict[str, Callable[[Shape], Problem]] = {
    MISSING: _missing,
    FIELDS: _fields_expected,
    LIST: _list_expected,
    OWN: _own,
}


def explain(shape: Shape) -> Problem | None:
    """Word one fault; None when the place holds something that has already been reported."""
    return None if isinstance(shape.node, ReportedNode) else EXPLAINED[shape.code](shape)
