"""Forms for tests: what a status file's text is shown as, and the edits that a page makes of it."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from frivilligrapport.formular.view import Known, view
from frivilligrapport.models.fields.names import names_of
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode
from frivilligrapport.reading.yaml_reader import read

Json = dict[str, Any]


def shown(text: str, known: Known | None = None) -> Json:
    """Show a text that can be read."""
    found = shown_if_read(text, known)
    assert found is not None, text
    return found


def shown_if_read(text: str, known: Known | None = None) -> Json | None:
    """Show a text, None where it cannot be read."""
    reading = read(text.encode(), "", names_of(Statusfil))
    return view(text, reading.tree, reading.source, known)


def parts(form: Json) -> Iterator[Json]:
    """Yield everything in a form, each before what it holds."""
    yield from below(form["dele"])


def below(children: list[Json]) -> Iterator[Json]:
    """Yield some parts of a form and everything in them."""
    for one in children:
        yield one
        yield from below(one.get("børn", []))
        if one.get("svar_felt"):
            yield one["svar_felt"]


def fields(form: Json, kind: str = "") -> Iterator[Json]:
    """Yield the fields of a form; `kind` is the control that they are answered with."""
    for one in parts(form):
        if one["type"] == "felt" and (not kind or form["om"].get(one["om"], {}).get("slags") == kind):
            yield one


def at(form: Json, sti: str) -> Json:
    """Find the part with a key."""
    (found,) = [one for one in parts(form) if one["sti"] == sti]
    return found


def cut_out(text: str, begin: int, end: int) -> str:
    """Give characters of a text by their places in UTF-16, as JavaScript slices them."""
    return _units(text)[2 * begin : 2 * end].decode("utf-16-le")


def with_edit(text: str, begin: int, end: int, instead: str = "") -> str:
    """Put a text in place of others."""
    units = _units(text)
    return (units[: 2 * begin] + _units(instead) + units[2 * end :]).decode("utf-16-le")


def filled(text: str, field: Json, value: str) -> str:
    """Write a value, as it is typed in a file, into a field."""
    missing = field["mangler"]
    if missing:
        return with_edit(text, missing["ved"], missing["slet_til"], f"{missing['før']}{value}{missing['efter']}")
    return with_edit(text, field["start"], field["slut"], f"{field.get('før', '')}{value}")


def with_snippet(text: str, adding: Json) -> str:
    """Put a snippet in."""
    return with_edit(text, adding["ved"], adding["slet_til"], adding["tekst"])


def held_again(text: str, event: Json) -> str:
    """Take an event of last year in."""
    text = with_edit(text, event["start"], event["slut"], event["tekst"])
    return with_edit(text, *event["også"]) if event["også"] else text


def written_value(text: str, field: Json) -> str | list[str]:
    """Read the characters of a field as the value of another."""
    typed = cut_out(text, field["start"], field["slut"])
    line = cut_out(text, 0, field["start"]).replace("\r\n", "\n").replace("\r", "\n").rpartition("\n")[2]
    between = "" if typed[:1] in {"\n", "\r"} else f"\n{' ' * len(line)}" if typed.startswith("- ") else " "
    name = len(line) - len(line.lstrip(" -"))  # how far the name is moved in: a digit at a sign counts from there
    above = f"y:\n{' ' * name}" if name and typed[:1] in {"|", ">"} else ""
    tree = read(f"{above}x:{between}{typed}\n".encode(), "").tree
    assert isinstance(tree, MappingNode)
    tree = tree.entries[0].value if above else tree
    assert isinstance(tree, MappingNode)
    value = _as_value(tree.entries[0].value)
    return [value] * bool(value) if isinstance(field["værdi"], list) and isinstance(value, str) else value


def composed(value: str | list[str]) -> str | list[str]:
    """Give a value with its letters composed, as files are read."""
    return [unicodedata.normalize("NFC", one) for one in value] if isinstance(value, list) else value


def _as_value(node: TreeNode) -> str | list[str]:
    if isinstance(node, SequenceNode):
        return [one.text.strip() for one in node.items if isinstance(one, ScalarNode)]
    assert isinstance(node, ScalarNode)
    return "" if node.empty else node.text.strip()


def _units(text: str) -> bytes:
    return text.encode("utf-16-le")
