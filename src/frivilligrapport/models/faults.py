"""From pydantic's error types to findings of our own.

Only the stable `type` codes are read, never pydantic's English. `EXPLAINED` is the closed set that our models can give;
any other type is a bug of ours, and a test walks pydantic's whole list.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from frivilligrapport.models import field_kinds as kinds
from frivilligrapport.models.leaves import OWN
from frivilligrapport.models.naming import field_name, subject, thing
from frivilligrapport.models.spelling import spelled
from frivilligrapport.problems import Fault, Kind, Location, Problem
from frivilligrapport.reading.tree import Hole, Mapping, Node, Path, Scalar, Sequence, key_place, node_at

_EXAMPLE_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Shape:
    """Describe one fault found by pydantic, with the tree it was found in."""

    tree: Node
    path: Path
    details: ErrorDetails

    @property
    def field(self) -> str:
        """The field that the fault is about."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    def problem(self, kind: Kind, place: Location, message: str, hint: str) -> Problem:
        """Make a finding that names the thing it is about."""
        where = thing(self.tree, self.path)
        return Problem(place, kind, message, with_place(hint, where), subject(self.tree, self.path))


def with_place(hint: str, where: str) -> str:
    """Add the name of the thing to a hint: "Skriv 15 (i indsatsen »Kajakdagen«)."."""
    hint = hint.rstrip(".") if not hint.endswith(("?", "…")) else hint
    if not where:
        return hint if not hint or hint.endswith(("?", "…")) else hint + "."
    return f"{hint} ({where})." if hint else f"Det er {where}."


def _missing(shape: Shape) -> Problem:
    parent = node_at(shape.tree, shape.path[:-1])
    entry = parent.get(shape.field) if isinstance(parent, Mapping) else None
    name = field_name(shape.field)
    if entry:
        message, place = f"Feltet {name} er tomt.", entry.location
    else:
        message, place = f"Feltet {name} mangler.", key_place(shape.tree, shape.path[:-1])
    return shape.problem(kinds.MISSING_FIELD, place, message, f"Skriv {spelled(shape.field)}: og en værdi")


def _list_expected(shape: Shape) -> Problem:
    node = node_at(shape.tree, shape.path)
    short = isinstance(node, Scalar) and len(node.text) < _EXAMPLE_LENGTH and "\n" not in node.text
    hint = (
        f"Skriv [{node.text}]"
        if short and isinstance(node, Scalar)
        else "Skriv hvert punkt på sin egen linje med - foran"
    )
    place = node.location if isinstance(node, Scalar) else key_place(shape.tree, shape.path)
    return shape.problem(kinds.LIST_EXPECTED, place, f"Feltet {field_name(shape.field)} skal være en liste.", hint)


def _fields_expected(shape: Shape) -> Problem:
    node = node_at(shape.tree, shape.path)
    if not shape.path:
        message, hint = "Filen består ikke af felter.", "Begynd med forvaltning: og år:, hver på sin linje"
    else:
        message = f"Under {field_name(shape.field)} skal der stå felter, hvert med navn, kolon og værdi."
        hint = "Se den rigtige form i frivilligrapport explain FR105"
    place = node.location if isinstance(node, Scalar) else key_place(shape.tree, shape.path)
    return shape.problem(kinds.FIELDS_EXPECTED, place, message, hint)


def _own(shape: Shape) -> Problem:
    context = shape.details.get("ctx", {})
    fault: Fault = context["fault"]
    scalar: Scalar | None = context["node"]
    if fault.kind is kinds.TEXT_EXPECTED:
        what = "en liste" if isinstance(node_at(shape.tree, shape.path), Sequence) else "felter"
        message = f"Feltet {field_name(shape.field)} skal have én værdi, men her står {what}."
        return shape.problem(
            fault.kind, key_place(shape.tree, shape.path), message, "Skriv værdien på samme linje som feltet"
        )
    place = key_place(shape.tree, shape.path)
    if scalar is not None:
        length = fault.length or len(scalar.text.split("\n")[0])
        place = scalar.place(fault.start, length)
    return shape.problem(fault.kind, place, fault.message, fault.hint)


EXPLAINED: dict[str, Callable[[Shape], Problem]] = {
    "missing": _missing,
    "model_type": _fields_expected,
    "tuple_type": _list_expected,
    OWN: _own,
}
UNKNOWN_TYPE = "extra_forbidden"


def explain(shape: Shape) -> Problem | None:
    """Word one fault; None when the place holds something that has already been reported."""
    if isinstance(node_at(shape.tree, shape.path), Hole):
        return None
    return EXPLAINED[shape.details["type"]](shape)
