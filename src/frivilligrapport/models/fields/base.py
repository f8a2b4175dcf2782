"""A group of fields, each declared once in a line that says all that the field is for.

    class Sted(Felter):
        navn: Navn = field("Stedets navn, fx Utterslev Mose.", usual=True)
        bydel: Henvisning | None = field("Bydelen fra listen i kommune.yaml, fx Bispebjerg.", usual=True)

The annotation is what mypy sees and what the reader reads: a kind of text or value, another group, `tuple[..., ...]`
for a list, `| None` for what may be left out.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from functools import cached_property
from types import MappingProxyType, UnionType
from typing import Any, ClassVar, Self, dataclass_transform, get_args, get_origin

from frivilligrapport.danish import join_words, unfold_ascii
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.fields.leaves import READERS, Leaf, Maengde, Periode, Text
from frivilligrapport.models.lister import answer_in
from frivilligrapport.problems import Location
from frivilligrapport.reading import tree


class NextYear(Enum):
    """What becomes of a field's value when `new` makes next year's file from this year's."""

    LEFT_OUT = auto()
    KEPT = auto()
    ASKED = auto()  # there again, to be answered anew


class Field:
    """State all that is declared of one field; what is read of a file is its value on the group.

    `kind` is a leaf or the group that the field holds, one or a list of them; `group` is that group, None for single
    values. `full_name` tells it from fields of the same name in other groups. The other attributes are as for `field`.
    """

    help: str
    meaning: str
    required: bool
    default: object
    each: tuple[str, str] | None
    example: str
    next_year: NextYear
    usual: bool
    answerable: bool
    may_be_blank: bool
    unreadable: str
    keyed_by: str
    fact: int
    label: str
    column: int
    is_key: bool
    name: str
    full_name: str
    spelled: str
    kind: type[Any]
    group: "type[Felter] | None"
    holds_list: bool
    optional: bool
    read: Callable[[tree.ScalarNode], Any]

    def __set_name__(self, owner: type["Felter"], name: str) -> None:
        """Take the field's name and kind from the line that declares it."""
        kind: Any = owner.__annotations__[name]
        self.optional = isinstance(kind, UnionType)
        if self.optional:
            kind = get_args(kind)[0]
        self.holds_list = get_origin(kind) is tuple
        self.name, self.full_name = name, f"{owner.__name__}.{name}"
        self.spelled = self.spelled or unfold_ascii(name)
        self.label = self.label or self.spelled.replace("_", " ").capitalize()
        self.kind = get_args(kind)[0] if self.holds_list else kind
        self.group = self.kind if issubclass(self.kind, Felter) else None
        self.read = READERS.get(self.kind, getattr(self.kind, "read", _no_value))
        if self.holds_list:
            self.default = ()
        self.required |= not (self.optional or self.holds_list or self.default is not None)

    def __get__(self, group: "Felter | None", owner: type["Felter"]) -> Any:
        """Give what stands for a field that is not in the file; of the class, the declaration."""
        return self if group is None else self.default

    def __repr__(self) -> str:
        return f"<field {self.name}>"


def _no_value(scalar: tree.ScalarNode) -> Any:
    raise TypeError(f"a group of fields is not read from the text {scalar.text!r}")


def field(  # noqa: PLR0913 - a name for each thing that a field is for
    text: str,
    *,
    typed: str = "",
    required: bool = False,
    default: object = None,
    each: tuple[str, str] | None = None,
    example: str = "",
    next_year: NextYear = NextYear.LEFT_OUT,
    usual: bool = False,
    answerable: bool = False,
    may_be_blank: bool = False,
    unreadable: str = "",
    keyed_by: str = "",
    spelled: str = "",
    fact: int = 0,
    label: str = "",
    column: int = 0,
) -> Any:
    """Declare a field. `text` tells in Danish what it is, with an example: for editors, `new`, the form and the docs.

    `typed` tells how it is typed in a file, which is told wherever files are, and in no form.
    `required` is for lists, which may otherwise be left out; other fields say so by their annotation.
    `default` is the value of a field that is not in the file.
    `each` is what one item of a list is called, with and without "the": ("indsatsen", "indsats").
    `example` is the line below the field, where it is not simply the group's first field.
    `usual` fields are written by an editor when the group is begun, beside those that must be there.
    `answerable` fields take `ingen` or `uoplyst` instead of content.
    `may_be_blank` is for a required field whose emptiness a rule words better than "er tomt".
    `unreadable` is read where what was typed cannot be, so that it is still there, unknown.
    `keyed_by` is for a list whose items have the writer's own words as keys: the item's field for the short form.
    `spelled` is the name as files have it, where that is not the name with æ for ae, ø for oe and å for aa.
    `label` is what a form and a chapter call it, where that is not its name.
    `fact` is the field's place in the line of facts that a chapter prints of a group; 0 for none.
    `column` is the field's place among the columns that the exported register has of it; 0 for none.
    """
    one = Field()
    one.help, one.meaning = f"{text} {typed}".rstrip(), text
    one.required, one.default, one.each, one.example = required, default, each, example
    one.next_year, one.usual, one.answerable, one.may_be_blank = next_year, usual, answerable, may_be_blank
    one.unreadable, one.keyed_by, one.is_key = unreadable, keyed_by, False
    one.spelled, one.fact, one.label, one.column = spelled, fact, label, column
    return one


def key(label: str) -> Any:
    """Declare the field that takes the key which a group stands under; it cannot be typed inside the group."""
    one: Field = field("", label=label)
    one.is_key = True
    return one


class Trail:
    """Lead to something in a file, step by step from the top: a group, a field's value or an item of a list.

    `field` is the one that the value or the item belongs to, None at the top. `place` is where to point: at the field's
    name, or at the item. `typed` is a name as it stands in the file. `number` is an item's number in its list, from 1,
    0 for what is no item; groups that stand under words of the writer's own have none.
    """

    __slots__ = ("above", "field", "node", "number", "place", "typed")

    def __init__(
        self,
        above: "Trail | None",
        field: Field | None,
        node: tree.TreeNode,
        place: Location,
        typed: str = "",
        number: int = 0,
    ) -> None:
        self.above, self.field, self.node = above, field, node
        self.place, self.typed, self.number = place, typed, number

    def to(self, node: tree.TreeNode) -> "Trail":
        """Give the same way to what was put in the place of the node."""
        return Trail(self.above, self.field, node, self.place, self.typed, self.number)

    @property
    def ways(self) -> "Iterator[Trail]":
        """Yield this and all that it is part of, from the innermost out."""
        one: Trail | None = self
        while one:
            yield one
            one = one.above


@dataclass_transform(eq_default=False, kw_only_default=True, frozen_default=True, field_specifiers=(field, key))
class Felter:
    """Hold a group of fields as read from a file: a frozen value.

    `node` is where the fields stand: as written, without what could not be read, with what was put in its place.
    `trail` is the way to the group from the top of its file.
    """

    fields: ClassVar[Mapping[str, Field]] = MappingProxyType({})
    key: ClassVar[str] = ""
    _leaf_fields: ClassVar[Mapping[str, Field]] = MappingProxyType({})
    _columns: ClassVar[tuple[str, ...]] = ()

    node: tree.MappingNode
    trail: Trail

    def __init__(self, *, node: tree.MappingNode, trail: Trail, **values: object) -> None:
        self.__dict__.update(values, node=node, trail=trail)

    def __init_subclass__(cls) -> None:
        own = [one for one in vars(cls).values() if isinstance(one, Field)]
        cls.fields = MappingProxyType({**cls.fields, **{one.name: one for one in own if not one.is_key}})
        cls.key = next((one.name for one in own if one.is_key), cls.key)
        every = (*((getattr(cls, cls.key),) if cls.key else ()), *cls.fields.values())
        cls._leaf_fields = {one.name: one for one in every if issubclass(one.kind, Leaf)}
        cls._columns = tuple(name for name, one in cls.fields.items() if one.column)

    @classmethod
    def may_hold(cls, kind: type[Leaf]) -> bool:
        """Tell whether a field of the group itself may hold a value of some kind."""
        return any(issubclass(one.kind, kind) for one in cls._leaf_fields.values())

    @property
    def location(self) -> Location:
        """Where the group begins."""
        return self.node.location

    def place_of(self, name: str) -> Location:
        """Give the place of a field's name in the file, or of the whole group when it is not there."""
        entry = self.node.get(name)
        return entry.location if entry else self.location

    def answer(self, name: str) -> Text | None:
        """Give `ingen` or `uoplyst` when the field was answered so instead of with content, else None."""
        entry = self.node.get(name) if self.fields[name].answerable else None
        return answered(entry.value) if entry else None

    @property
    def answers(self) -> dict[str, Text]:
        """Give the words of all fields that were answered so, by field."""
        return {name: answer for name in self.fields if (answer := self.answer(name))}

    def is_given(self, name: str) -> bool:
        """Tell whether the field stands in the file, with content or with an answer."""
        return name in self.__dict__ or self.answer(name) is not None

    @property
    def groups(self) -> tuple["Felter", ...]:
        """Give this group and every group within it, from the top."""
        return (self, *self._within)

    @cached_property
    def _within(self) -> tuple["Felter", ...]:
        """Give every group within this one; itself is not kept there, so that it is gone when it is done with."""
        return tuple(_within(self))

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """Give what the group says in the columns of the exported register, by field."""
        said = self.__dict__
        return tuple((name, in_words(said.get(name))) for name in self._columns)

    def without(self, name: str) -> Self:
        """Give the same group as if one of its fields were not in the file."""
        kept = {one: value for one, value in self.__dict__.items() if one in self.fields and one != name}
        return type(self)(node=self.node, trail=self.trail, **kept)

    def leaves(self) -> Iterator[tuple[Field, Leaf]]:
        """Yield every single value of this group with its field, items of lists one by one, the group's key first."""
        fields = self._leaf_fields
        for name, value in tuple(self.__dict__.items()):  # what stands for a field that is not in the file is no leaf
            one = fields.get(name)
            if one is None or value is None:
                continue
            if one.holds_list:
                for leaf in value:
                    yield one, leaf
            else:
                yield one, value

    __setattr__ = Frozen.__setattr__

    def __repr__(self) -> str:
        values = (f"{name}={value!r}" for name, value in self.__dict__.items() if name in self.fields)
        return f"{type(self).__name__}({', '.join(values)})"


def in_words(value: object) -> str:
    """Print a field's value, a list as "a, b og c"; "" when there is none."""
    if isinstance(value, tuple):
        return join_words([in_words(one) for one in value])
    if isinstance(value, Maengde):
        return value.quantity.text()
    if isinstance(value, Periode):
        return value.period.text()
    return str(value) if value is not None else ""


def answered(node: tree.TreeNode) -> Text | None:
    """Give the word, `ingen` or `uoplyst`, that a field was answered with; None for content."""
    if not isinstance(node, tree.ScalarNode):
        return None
    word = answer_in(node.text)
    return Text.of(word, node) if word else None


def _within(group: Felter) -> Iterator[Felter]:
    for one in group.fields.values():
        if one.group and (value := group.__dict__.get(one.name)):
            for part in value if isinstance(value, tuple) else (value,):
                yield part
                yield from _within(part)


def required_names(model: type[Felter]) -> tuple[str, ...]:
    """Give the fields that must be typed, in the model's order."""
    return tuple(name for name, one in model.fields.items() if one.required)
