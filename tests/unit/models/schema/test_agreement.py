"""Schema and program agree on every file, but for what is on the list of what only the program knows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from frivilligrapport.danish import normal_key
from frivilligrapport.models.fields.base import Felter, Field, required_names
from frivilligrapport.models.fields.leaves import Aarstal, Slug
from frivilligrapport.models.fields.reader import read_model
from frivilligrapport.models.filtyper import file_types
from frivilligrapport.models.schema.schema_file import schema
from frivilligrapport.models.schema.values import words_of
from frivilligrapport.models.udseende import Farve
from frivilligrapport.problems import Location
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ScalarNode, SequenceNode, TreeNode
from support.editors.editor_view import as_editor

pytestmark = pytest.mark.full

HERE = Location("tmf.yaml")
FILE_TYPES = {one.name: one.model for one in file_types()}
VALIDATORS = {one.name: Draft7Validator(schema(one)) for one in file_types()}
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

    def file(self, model: type[Felter], depth: int = 3) -> TreeNode:
        """Draw a group of fields: the required ones and some others, in all spellings."""
        others = self.draw(st.lists(st.sampled_from(list(model.fields)), max_size=5 if depth > 0 else 0))
        names = dict.fromkeys([*required_names(model), *others])
        kept = [name for name in names if not self.goes_wrong()] or list(names)[:1] or list(model.fields)[:1]
        entries = [self._entry(model.fields[name].spelled, self._value(model.fields[name], depth)) for name in kept]
        if self.goes_wrong():
            entries.append(self._entry(self.draw(st.sampled_from(STRANGE)), self._text(TEXTS)))
        assume(len({entry.key for entry in entries}) == len(entries))
        return MappingNode(tuple(entries), HERE)

    def _entry(self, key: str, value: TreeNode) -> MappingEntry:
        typed = self.draw(st.sampled_from(SPELLINGS))(key)
        return MappingEntry(normal_key(typed), typed, HERE, value)

    def _text(self, words: list[str]) -> ScalarNode:
        text = self.draw(st.sampled_from(words))
        return ScalarNode(text, HERE, plain=self.draw(st.booleans()) and text == text.strip())

    def _value(self, field: Field, depth: int) -> TreeNode:
        if self.goes_wrong():
            return self._odd_value()
        if field.answerable and self.draw(st.booleans()):
            return self._text(["ingen", "Uoplyst"])
        if field.keyed_by:
            return self._keyed(field.kind, depth)
        if field.holds_list:
            count = self.draw(st.integers(1, 2))
            return SequenceNode(tuple(self._one(field, depth) for _ in range(count)), HERE)
        return self._one(field, depth)

    def _one(self, field: Field, depth: int) -> TreeNode:
        if self.goes_wrong():
            return self._odd_value()
        return self.file(field.group, depth - 1) if field.group else self._text(_words(field.kind))

    def _keyed(self, part: type[Felter], depth: int) -> TreeNode:
        units = [*UNITS, "Tæl med"] if self.goes_wrong() else UNITS
        keys = self.draw(st.lists(st.sampled_from(units), min_size=1, max_size=2, unique_by=normal_key))
        values = [self.file(part, depth - 1) if self.draw(st.booleans()) else self._text(["", *TEXTS]) for _ in keys]
        return MappingNode(tuple(self._entry(key, value) for key, value in zip(keys, values, strict=True)), HERE)

    def _odd_value(self) -> TreeNode:
        value = self._text(ODD)
        entry = MappingEntry("navn", "navn", HERE, value)
        shapes: list[TreeNode] = [value, value, SequenceNode((value,), HERE), MappingNode((entry,), HERE)]
        drawn: TreeNode = self.draw(st.sampled_from(shapes))
        return drawn


def _words(kind: type[Any]) -> list[str]:
    """Give texts that a value can be read from, in several spellings."""
    words = words_of(kind)
    if words:
        return [*words, *(word.upper() for word in words), *(normal_key(word) for word in words)]
    if kind is Farve:
        return ["#14485c", "14485C", "123456"]
    if kind is Slug:
        return ["smag-verden", "2014", "true", " a-b "]
    return ["2014", "1999"] if kind is Aarstal else TEXTS


@pytest.mark.parametrize("name", FILE_TYPES)
@given(data=st.data(), odd=st.sampled_from([0, 0, 1, 3]))
def test_schema_and_program_agree(name: str, data: st.DataObject, odd: int) -> None:
    """A red line in the editor is a finding of the program's about a field, and the other way round."""
    tree = Drawing(data.draw, odd).file(FILE_TYPES[name])
    codes = {problem.code for problem in read_model(FILE_TYPES[name], tree).problems}
    about_fields = sorted(code for code in codes if code.startswith("FR1"))
    red = [f"{one.json_path}: {one.message}" for one in VALIDATORS[name].iter_errors(as_editor(tree))]
    assert bool(red) == bool(about_fields), (about_fields, red, as_editor(tree))
    assert odd or not red, (red, as_editor(tree))
