"""A commented YAML file as a value, and its text: what is put in comes out again when the file is read.

No text is left to YAML's own rules: what is not plainly a word or two stands in single quotation marks, where only the
apostrophe means something, and a text of several lines stands below a `|`.
"""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.models.fields.base import Field as DeclaredField
from frivilligrapport.reading.comments import MARK

_WIDTH = 100
_STEP = "  "
_DASH = "- "
# Letters and digits of any language, the space bar's space, and signs that mean nothing to YAML within a text.
_PLAIN = re.compile(r"[^\W_](?:[\w §%&@+()/.,;»«–'-]*[\w%).»«'])?")
_IN_LIST = re.compile(r"[^\W_](?:[\w §%&@+()/.»«–'-]*[\w%).»«'])?")


@dataclass(frozen=True, slots=True)
class Block:
    """Hold a text that stands on lines of its own below its field, where it is easy to write more."""

    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Hold fields one below the other. As an item of a list it may be `off`: there for the asking, as a comment."""

    fields: tuple["YamlField", ...]
    notes: tuple[str, ...] = ()
    off: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Hold a list of groups of fields; when they are long, a blank line between them helps."""

    items: tuple[Group, ...]
    spaced: bool = False


Value = str | tuple[str, ...] | Block | Group | Listing


@dataclass(frozen=True, slots=True)
class YamlField:
    """Hold a field: its name as typed, what stands there, what is to be done, and remarks above it, a line each.

    `instead` are items that are off, which a person may take in instead of a value of one line.
    """

    name: str
    value: Value
    todo: str = ""
    notes: tuple[str, ...] = ()
    instead: tuple[Group, ...] = ()

    @classmethod
    def of(cls, declared: DeclaredField, value: Value, todo: str = "", *notes: str) -> "YamlField":
        """Write a field that a model declares, with what the declaration says of it above."""
        return cls(declared.spelled, value, todo, (declared.help, *notes))


def to_yaml(fields: tuple[YamlField, ...]) -> str:
    """Write a file. Fields with more than a word or two are set apart by blank lines."""
    written = ("".join(f"{line}\n" for line in _field(field, "", MARK)) for field in fields)
    return "".join(f"\n{text}" if number and "\n" in text.rstrip("\n") else text for number, text in enumerate(written))


def todos(fields: tuple[YamlField, ...]) -> int:
    """Count what is marked as still to be done; what is off is not asked for."""
    return sum(bool(field.todo) + sum(todos(group.fields) for group in _groups(field.value)) for field in fields)


def _groups(value: Value) -> tuple[Group, ...]:
    if isinstance(value, Listing):
        return tuple(item for item in value.items if not item.off)
    return (value,) if isinstance(value, Group) else ()


def comment(note: str, indent: str = "") -> list[str]:
    """Write a remark on lines of its own; spaces in front of it indent all of them."""
    inside = " " * (len(note) - len(note.lstrip(" ")))
    text = " ".join(note.split())
    lines = textwrap.wrap(text, _WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
    return [f"{indent}# {inside}{line}" for line in lines] or [f"{indent}#"]


def scalar(text: str, *, in_list: bool = False) -> str:
    """Write a text of one line as a value or a field's name; `in_list` is between [ and ]."""
    if (_IN_LIST if in_list else _PLAIN).fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'"


def _field(field: YamlField, indent: str, mark: str) -> Iterator[str]:
    for note in field.notes if mark else ():
        yield from comment(note, indent)
    name = scalar(field.name.replace("\n", " "))
    todo = f"  # {mark}: {field.todo}" if mark else f"  # {field.todo}"
    head, tail = f"{indent}{name}:", todo if field.todo else ""
    match field.value:
        case str(text) if "\n" not in text:
            yield f"{head} {scalar(text)}{tail}"
            yield from _items(field.instead, indent + _STEP, mark, spaced=True)
        case str(text) | Block(text):
            yield f"{head} |{tail}"
            yield from _block(text, indent + _STEP)
        case Group(fields=fields):
            yield head + tail
            yield from (line for one in fields for line in _field(one, indent + _STEP, mark))
        case Listing(items=items, spaced=spaced):
            yield head + tail
            yield from _items(items, indent + _STEP, mark, spaced=spaced)
        case words:
            yield from _words(words, head, tail, indent + _STEP)


def _block(text: str, indent: str) -> Iterator[str]:
    return (f"{indent}{line}" if line else "" for line in text.split("\n"))


def _words(words: tuple[str, ...], head: str, tail: str, indent: str) -> Iterator[str]:
    """Write a list of texts on one line where it fits, else a line each."""
    line = f"{head} [{', '.join(scalar(word, in_list=True) for word in words)}]{tail}"
    if len(line) <= _WIDTH and not any("\n" in word for word in words):
        yield line
        return
    yield head + tail
    for word in words:
        yield f"{indent}{_DASH}|" if "\n" in word else f"{indent}{_DASH}{scalar(word)}"
        yield from _block(word, indent + _STEP) if "\n" in word else ()


def _items(items: tuple[Group, ...], indent: str, mark: str, *, spaced: bool) -> Iterator[str]:
    for number, item in enumerate(items):
        yield from ("",) if spaced and number else ()
        yield from _item(item, indent, mark)


def _item(item: Group, indent: str, mark: str) -> Iterator[str]:
    for note in item.notes:
        yield from comment(note, indent)
    lines = [line for field in item.fields for line in _field(field, "", "" if item.off else mark)]
    first = next((number for number, line in enumerate(lines) if not line.startswith("#")), 0)
    off = "# " if item.off else ""
    for number, line in enumerate(lines):
        step = _DASH if number == first else _STEP if number > first else ""
        yield f"{indent}{off}{step}{line}" if line else f"{indent}{off}".rstrip()
