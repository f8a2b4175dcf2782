"""What all models share: frozen, nothing unknown, and a place in a file."""

from collections.abc import Iterator
from functools import cached_property, partial
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetPydanticSchema
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import core_schema

from frivilligrapport.models import field_kinds as kinds
from frivilligrapport.models.leaves import refuse
from frivilligrapport.models.units_of_fields import out_of_its_unit
from frivilligrapport.problems import Fault, Location
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode, TreePath

# No file can hold these keys: reading makes a key's spaces into "_".
NODE = " node"
KEY = " key"
# For what the models put there themselves; pydantic need not look into it.
AS_GIVEN = GetPydanticSchema(lambda _source, _handler: core_schema.any_schema())


class Felter(BaseModel):
    """Hold a group of fields; `node` is where they stand in the file.

    `may_be_blank` names required fields whose emptiness a rule words better than "er tomt".
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, validate_by_alias=True)

    may_be_blank: ClassVar[tuple[str, ...]] = ()
    node: SkipJsonSchema[Annotated[MappingNode, AS_GIVEN, Field(validation_alias=NODE, exclude=True, repr=False)]]

    @property
    def location(self) -> Location:
        """Where the group begins."""
        return self.node.location

    def place_of(self, field: str) -> Location:
        """Give the place of a field's name in the file, or of the whole group when it is not there."""
        entry = self.node.get(field)
        return entry.location if entry else self.location

    @cached_property
    def groups(self) -> tuple[tuple[TreePath, "Felter"], ...]:
        """Give this group and every group within it, from the top, each with the way to it."""
        return tuple(_walk(self, ()))


def _walk(value: object, path: TreePath) -> Iterator[tuple[TreePath, Felter]]:
    if isinstance(value, Felter):
        yield path, value
        for name, field in type(value).model_fields.items():
            if not field.exclude:
                yield from _walk(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))


def to_input(node: TreeNode) -> Any:
    """Turn a tree into what pydantic reads; a field left empty counts as not there."""
    match node:
        case MappingNode():
            filled = [
                entry for entry in node.entries if not (isinstance(entry.value, ScalarNode) and entry.value.empty)
            ]
            return {NODE: node} | {entry.key: to_input(entry.value) for entry in filled}
        case SequenceNode():
            return tuple(to_input(item) for item in node.items)
        case _:
            return node


def _by_key(value: Any, content: str, fields: tuple[str, ...]) -> tuple[dict[str, Any], ...]:
    """Read a mapping whose keys are words of the writer's own (a unit, a subset's name) as a list of groups."""
    if not isinstance(value, dict):
        raise refuse(Fault(kinds.FIELDS_EXPECTED, ""))
    strays = [number for number, entry in enumerate(value[NODE].entries) if entry.key in fields]
    if strays:
        first = value[NODE].entries[strays[0]]
        raise refuse(out_of_its_unit(value[NODE], strays), ScalarNode(first.typed, first.location))
    return tuple(_group(entry.typed, entry.location, entry.value, content) for entry in value[NODE].entries)


def _group(typed: str, place: Location, value: TreeNode, content: str) -> dict[str, Any]:
    fields = to_input(value) if isinstance(value, MappingNode) else {content: value}
    node = value if isinstance(value, MappingNode) else MappingNode((), place)
    return {**fields, NODE: node, KEY: ScalarNode(typed, place)}


def keyed(content: str, fields: tuple[str, ...] = ()) -> BeforeValidator:
    """Make a validator for fields such as `tal`: each key names a group, `content` takes a value in short form.

    The group's model takes the key in a field with the alias `KEY`. `fields` are the group's own, which are no keys.
    """
    return BeforeValidator(partial(_by_key, content=content, fields=fields))
