"""What all models share: frozen, nothing unknown, and a place in a file."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf
from pydantic.json_schema import SkipJsonSchema

from frivilligrapport.problems import Location
from frivilligrapport.reading.tree import Mapping, Node, Scalar, Sequence

NODE = "\0node"  # no file can hold this key: the reader refuses the character


class Felter(BaseModel):
    """Hold a group of fields; `node` is where they stand in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, validate_by_alias=True)

    node: SkipJsonSchema[Annotated[InstanceOf[Mapping], Field(validation_alias=NODE, exclude=True, repr=False)]]

    @property
    def location(self) -> Location:
        """Where the group begins."""
        return self.node.location

    def place_of(self, field: str) -> Location:
        """Give the place of a field's name in the file, or of the whole group when it is not there."""
        entry = self.node.get(field)
        return entry.location if entry else self.location


def to_input(node: Node) -> Any:
    """Turn a tree into what pydantic reads; a field left empty counts as not there."""
    match node:
        case Mapping():
            filled = [entry for entry in node.entries if not (isinstance(entry.value, Scalar) and entry.value.empty)]
            return {NODE: node} | {entry.key: to_input(entry.value) for entry in filled}
        case Sequence():
            return tuple(to_input(item) for item in node.items)
        case _:
            return node


def _by_key(value: Any, *, name: str, content: str) -> Any:
    """Read a mapping whose keys are words of the writer's own (a unit, a subset's name) as a list of groups."""
    if not (isinstance(value, dict) and NODE in value):
        return value
    return tuple(
        _group(entry.typed, entry.location, entry.value, name=name, content=content) for entry in value[NODE].entries
    )


def _group(typed: str, place: Location, value: Node, *, name: str, content: str) -> dict[str, Any]:
    fields = to_input(value) if isinstance(value, Mapping) else {content: value}
    node = value if isinstance(value, Mapping) else Mapping((), place)
    return {**fields, NODE: node, name: Scalar(typed, place)}


def keyed(name: str, content: str) -> BeforeValidator:
    """Make a validator for fields such as `tal`: `name` takes the key, `content` a value written in short form."""
    return BeforeValidator(lambda value: _by_key(value, name=name, content=content))
