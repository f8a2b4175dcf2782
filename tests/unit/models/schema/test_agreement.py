"""Schema and program agree on every file, but for what is on the list of what only the program knows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from frivilligrapport.danish import normal_key
from frivilligrapport.models.answers import Besvaret
from frivilligrapport.models.base import Felter
from frivilligrapport.models.leaves import Aarstal, Slug
from frivilligrapport.models.reader import read_model
from frivilligrapport.models.schema.file_types import FILE_TYPES
from frivilligrapport.models.schema.only_in_program import ONLY_IN_PROGRAM
from frivilligrapport.models.schema.schema_file import schema
from frivilligrapport.models.schema.words import WORD_LISTS
from frivilligrapport.models.spelling import spelled
from frivilligrapport.models.structure import field_names, model_at, required_names
from frivilligrapport.models.udseende import Farve
from frivilligrapport.problems import Location
from frivilligrapport.reading.tree import Entry, Mapping, Node, Scalar, Sequence
from support.editors.editor_view import as_editor

HERE = Location("tmf.yaml")
VALIDATORS = {name: Draft7Validator(schema(name)) for name in FILE_TYPES}
TEXTS = ["uoplyst", "TMF", "Smag Verden", "ca. 15", "20-30.000", "2.600", "2014", "15", "true", "ja", "to\nlinjer"]
# What a value is changed into; "" is a field left empty, `Ingen` an answer to some questions and a mistake elsewhere.
ODD = ["", " ", "Ingen", "uoplyst", "afholt", "-5", "1.5", "14", "3014", "Smag Verden!", "modtaget", "true"]
UNITS = ["frivillige", "Frivillige timer", "møder (board)", "kr.", "hestevogne", "gaester"]
SPELLINGS: list[Callable[[str], str]] = [
    str,
    str,
    str,
    str.upper,
    normal_key,
    lambda key: key.replace("_", " "),
    lambda key: key.replace("å", "a\u030a"),
]
STRANGE = ["målgruper", "xyz", "frivillige", "statuss", "aaret"]


@dataclass(frozen=True)
class Drawing:
    """Draw the parts of a file; `odd` is how many of twenty parts are drawn wrong."""

    draw: Callable[[st.SearchStrategy[Any]], Any]
    odd: int = 0

    def goes_wrong(self) -> bool:
        """Decide whether the next part is wrong."""
        return bool(self.draw(st.integers(1, 20)) <= self.odd)

    def file(self, model: type[Felter], depth: int = 3) -> Node:
        """Draw a group of fields: the required ones and some others, in all spellings."""
        others = self.draw(st.lists(st.sampled_from(field_names(model)), max_size=5 if depth > 0 else 0))
        names = dict.fromkeys([*required_names(model), *others])
        kept = [name for name in names if not self.goes_wrong()] or list(names)[:1] or [field_names(model)[0]]
        entries = [self._entry(spelled(name), self._value(model, name, depth)) for name in kept]
        if self.goes_wrong():
            entries.append(self._entry(self.draw(st.sampled_from(STRANGE)), self._text(TEXTS)))
        assume(len({entry.key for entry in entries}) == len(entries))
        return Mapping(tuple(entries), HERE)

    def _entry(self, key: str, value: Node) -> Entry:
        typed = self.draw(st.sampled_from(SPELLINGS))(key)
        return Entry(normal_key(typed), typed, HERE, value)

    def _text(self, words: list[str]) -> Scalar:
        text = self.draw(st.sampled_from(words))
        return Scalar(text, HERE, plain=self.draw(st.booleans()) and text == text.strip())

    def _value(self, model: type[Felter], name: str, depth: int) -> Node:
        if self.goes_wrong():
            return self._odd_value()
        if issubclass(model, Besvaret) and name in model.answerable and self.draw(st.booleans()):
            return self._text(["ingen", "Uoplyst"])
        part, hint = model_at(model, (name,)), get_type_hints(model, include_extras=True)[name]
        if name in {"tal", "heraf"} and part:
            return self._keyed(part, depth)
        if "tuple" in str(model.model_fields[name].annotation):
            count = self.draw(st.integers(1, 2))
            return Sequence(tuple(self._one(part, _item(hint), depth) for _ in range(count)), HERE)
        return self._one(part, hint, depth)

    def _one(self, part: type[Felter] | None, hint: object, depth: int) -> Node:
        if self.goes_wrong():
            return self._odd_value()
        return self.file(part, depth - 1) if part else self._text(_words(hint))

    def _keyed(self, part: type[Felter], depth: int) -> Node:
        units = [*UNITS, "Tæl med"] if self.goes_wrong() else UNITS
        keys = self.draw(st.lists(st.sampled_from(units), min_size=1, max_size=2, unique_by=normal_key))
        values = [self.file(part, depth - 1) if self.draw(st.booleans()) else self._text(["", *TEXTS]) for _ in keys]
        return Mapping(tuple(self._entry(key, value) for key, value in zip(keys, values, strict=True)), HERE)

    def _odd_value(self) -> Node:
        value = self._text(ODD)
        entry = Entry("navn", "navn", HERE, value)
        shapes: list[Node] = [value, value, Sequence((value,), HERE), Mapping((entry,), HERE)]
        drawn: Node = self.draw(st.sampled_from(shapes))
        return drawn


def _item(hint: object) -> object:
    """Give the type of a list's items."""
    return next(one for one in get_args(hint) if one is not Ellipsis)


def _words(hint: object) -> list[str]:
    """Give texts that a value's type can be read from, in several spellings."""
    kinds = [hint, *get_args(hint)]
    words = next((WORD_LISTS[kind] for kind in kinds if _is_listed(kind)), None)
    if words:
        return [*words, *(word.upper() for word in words), *(normal_key(word) for word in words)]
    if Farve in kinds:
        return ["#14485c", "14485C", "123456"]
    if Slug in kinds:
        return ["smag-verden", "2014", "true", " a-b "]
    return ["2014", "1999"] if Aarstal in kinds else TEXTS


def _is_listed(kind: object) -> bool:
    return any(kind == listed for listed in WORD_LISTS)


@pytest.mark.parametrize("name", FILE_TYPES)
@given(data=st.data(), odd=st.sampled_from([0, 0, 1, 3]))
def test_schema_and_program_agree(name: str, data: st.DataObject, odd: int) -> None:
    """A red line in the editor is a finding of the program's about a field, and the other way round."""
    tree = Drawing(data.draw, odd).file(FILE_TYPES[name])
    codes = {problem.code for problem in read_model(FILE_TYPES[name], tree).problems}
    about_fields = sorted(code for code in codes if not code.startswith(tuple(ONLY_IN_PROGRAM)))
    red = [f"{one.json_path}: {one.message}" for one in VALIDATORS[name].iter_errors(as_editor(tree))]
    assert bool(red) == bool(about_fields), (about_fields, red, as_editor(tree))
    assert odd or not red, (red, as_editor(tree))
