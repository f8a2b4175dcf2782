"""Tree to model, with every fault of the file as a finding of our own.

A faulty part is mended or left out and the rest is read again, so that one slip hides nothing else: a misspelt field is
read as the one that was meant, a missing required field as uoplyst, a value that cannot be read as not there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from frivilligrapport.models.base import Felter, to_input
from frivilligrapport.models.faults import MISSING, UNKNOWN_TYPE, Shape
from frivilligrapport.models.leaves import Text
from frivilligrapport.models.mending import Mender
from frivilligrapport.models.structure import field_names, required_names
from frivilligrapport.problems import Problem
from frivilligrapport.reading.tree import TreeNode, TreePath

Model = TypeVar("Model", bound=Felter)
_ROUNDS = 50  # a round mends every fault found in the one before; real files need two or three
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ModelReading(Generic[Model]):
    """Give what a tree came to. `model` is None when nothing sensible is left; `problems` are in no order."""

    model: Model | None
    problems: tuple[Problem, ...]


def read_model(model: type[Model], tree: TreeNode, known: Mapping[str, str] = _NOTHING) -> ModelReading[Model]:
    """Read a tree as `model`; never raises for what the tree holds.

    `known` are values for the file's own fields (normalised name: text) that are put where the file has none that can
    be read, so that the rest of it can: the year is known from the folder.
    """
    mender = Mender(tree, known)
    for _ in range(_ROUNDS):
        try:
            read = model.model_validate(to_input(mender.tree))
        except ValidationError as error:
            shapes = [_shape(model, mender.tree, details) for details in error.errors(include_url=False)]
        else:
            shapes = [Shape(model, mender.tree, path, code) for path, code in _overlooked(read)]
            if not shapes:
                return ModelReading(read, tuple(mender.problems))
        if not mender.mend(shapes):
            break
    return ModelReading(None, tuple(mender.problems))


def _shape(model: type[Felter], tree: TreeNode, details: ErrorDetails) -> Shape:
    """Take from pydantic's fault what can be relied on: the place, the type, and what our own values said."""
    context = details.get("ctx", {})
    return Shape(model, tree, tuple(details["loc"]), details["type"], context.get("fault"), context.get("node"))


def _overlooked(read: Felter) -> Iterator[tuple[TreePath, str]]:
    """Find what pydantic has not seen, since nothing stands in it: required texts, items of lists, unknown fields."""
    for path, group in read.groups:
        required = set(required_names(type(group))) - set(group.may_be_blank)
        for name, value in group:
            if name in required and _is_blank(value):
                yield (*path, name), MISSING
            elif isinstance(value, tuple):
                yield from (((*path, name, index), MISSING) for index, item in enumerate(value) if _is_blank(item))
        strange = [entry.key for entry in group.node.entries if entry.key not in field_names(type(group))]
        yield from (((*path, key), UNKNOWN_TYPE) for key in strange)


def _is_blank(value: object) -> bool:
    return isinstance(value, Text) and not value
