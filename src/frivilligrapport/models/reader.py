"""Tree to model, with every fault of the file as a finding of our own.

A faulty part is mended or left out and the rest is read again, so that one slip hides nothing else: a misspelt field is
read as the one that was meant, a missing required field as uoplyst, a value that cannot be read as not there.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from frivilligrapport.models import tree_edit
from frivilligrapport.models.base import Felter, to_input
from frivilligrapport.models.faults import UNKNOWN_TYPE, Shape, explain
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.models.unknown_fields import meant, model_at, unknown
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading.tree import Node, Path, node_at

Model = TypeVar("Model", bound=Felter)
_ROUNDS = 50  # a round mends every fault found in the one before; real files need two or three


@dataclass(frozen=True, slots=True)
class ModelReading(Generic[Model]):
    """Give what a tree came to. `model` is None when nothing sensible is left; `problems` are in no order."""

    model: Model | None
    problems: tuple[Problem, ...]


def read_model(model: type[Model], tree: Node) -> ModelReading[Model]:
    """Read a tree as `model`; never raises for what the tree holds."""
    reader = _Reader(model, tree)
    for _ in range(_ROUNDS):
        try:
            return ModelReading(model.model_validate(to_input(reader.tree)), tuple(reader.problems))
        except ValidationError as error:
            shapes = [Shape(reader.tree, _path(details["loc"]), details) for details in error.errors(include_url=False)]
        if not reader.mend(shapes):
            break
    return ModelReading(None, tuple(reader.problems))


def _path(loc: tuple[int | str, ...]) -> Path:
    return tuple(loc)


class _Reader:
    """Keep the tree as it is mended, and how often each place has been."""

    def __init__(self, model: type[Felter], tree: Node) -> None:
        self.model = model
        self.tree = tree
        self.problems: list[Problem] = []
        self._mended: Counter[tuple[Location, str | int]] = Counter()

    def mend(self, shapes: list[Shape]) -> bool:
        """Report what is new and mend every place; False when the file as a whole cannot be used."""
        misspelt = {shape.path: better for shape in shapes if (better := self._meant(shape))}
        meant_paths = {(*path[:-1], better) for path, better in misspelt.items()}
        # From the end, so that leaving out one item of a list does not move those still to be mended.
        for shape in sorted(shapes, key=lambda shape: _order(shape.path), reverse=True):
            if shape.path in meant_paths and shape.details["type"] == "missing":
                continue
            if not self._mend_one(shape, misspelt.get(shape.path)):
                return False
        return True

    def _meant(self, shape: Shape) -> str | None:
        if shape.details["type"] != UNKNOWN_TYPE:
            return None
        return meant(model_at(self.model, shape.path[:-1]), shape)

    def _mend_one(self, shape: Shape, better: str | None) -> bool:
        if not shape.path:
            self._report(explain(shape))
            return False
        place = (node_at(shape.tree, shape.path[:-1]).location, shape.path[-1])
        times = self._mended[place]
        self._mended[place] += 1
        if shape.details["type"] == UNKNOWN_TYPE:
            self._report(unknown(model_at(self.model, shape.path[:-1]), shape, better))
            change = tree_edit.rename(better) if better else tree_edit.remove
            self._mended[place[0], better or ""] = 0
        elif times <= 1:
            if times == 0:
                self._report(explain(shape))
            change = tree_edit.fill(UOPLYST) if shape.details["type"] == "missing" else tree_edit.remove
        elif len(shape.path) > 1:
            self.tree = tree_edit.edit(self.tree, shape.path[:-1], tree_edit.remove)
            return True
        else:
            return False
        self.tree = tree_edit.edit(self.tree, shape.path, change)
        return True

    def _report(self, problem: Problem | None) -> None:
        if problem:
            self.problems.append(problem)


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)
