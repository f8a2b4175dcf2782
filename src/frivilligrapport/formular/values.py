"""The value of a single field: what it holds, which characters that is, and what stands around it."""

from frivilligrapport.formular.declared import Json
from frivilligrapport.formular.layout import Layout
from frivilligrapport.models.fields.base import Field
from frivilligrapport.reading.tree import End, MappingEntry, ScalarNode, SequenceNode, TreeNode

STEP = 2  # columns that what belongs to a field is moved in


def shown_value(layout: Layout, field: Field, entry: MappingEntry, indent: int) -> Json:
    """Show what stands at a field's name; `indent` is the name's column."""
    node = entry.value
    if isinstance(node, SequenceNode) and field.holds_list and all(isinstance(one, ScalarNode) for one in node.items):
        return _words(layout, entry, node, indent) | mark(layout, entry)
    if not isinstance(node, ScalarNode):
        return locked(layout, node)
    said: Json = {"indryk": indent + STEP, "mangler": None, **mark(layout, entry)}
    if node.plain and not node.text:
        return said | {"værdi": [] if field.holds_list else "", **_empty(layout, layout.behind_name(entry))}
    text = "" if node.empty else node.text.strip()
    value = [text] if field.holds_list else text
    block = _block(layout, node, indent)
    return said | {"værdi": value, "start": layout.begin(node), "slut": layout.end(node), **block}


def mark(layout: Layout, entry: MappingEntry) -> Json:
    """Show the mark that asks for a value, if there is one."""
    asked = layout.asked(entry)
    return {"mærke": [asked.begin, asked.end], "spørgsmål": asked.asks} if asked else {"mærke": None}


def locked(layout: Layout, node: TreeNode) -> Json:
    """Show what stands in another shape than the field's, which only the text can be mended for."""
    begin, end = layout.begin(node), layout.text.offset(*node.end)
    shown = {"værdi": layout.text.cut(begin, end), "låst": True, "start": begin, "slut": end, "mærke": None}
    return shown | {"indryk": node.location.column - 1, "mangler": None, "sidst": ""}


def _block(layout: Layout, node: ScalarNode, indent: int) -> Json:
    """Say where the sign and the lines of a text below it stand, so that a remark behind the sign stays."""
    sign = layout.block_sign(node)
    if sign is None:
        return {}
    line, last = node.location.line - 1, node.end[0]
    body = [layout.text.line_begin(line + 1), layout.text.line_end(last)] if last > line else None
    first = next((one for one in layout.lines[line + 1 : last + 1] if one.strip()), "")
    inside = len(first) - len(first.lstrip(" "))
    is_told = any(one.isdigit() for one in sign.group())
    return {
        "blok": {"tegn": [layout.begin(node), layout.begin(node) + len(sign.group())], "krop": body},
        "indryk": inside if inside > indent and not is_told else indent + STEP,
    }


def _empty(layout: Layout, behind: End) -> Json:
    """Say where a value may be written that is not there, and what has to stand before it."""
    line, column = behind
    rest = layout.lines[line][column:]
    is_spaced = rest[:1] == " " and not rest.strip()
    at = layout.text.offset(line, column + 1 if is_spaced else column)
    return {"start": at, "slut": at, "før": "" if is_spaced else " "}


def _words(layout: Layout, entry: MappingEntry, node: SequenceNode, indent: int) -> Json:
    """Show a list of words; one with a line for each is written over from its name on, unless a remark stands there.

    `punkter` are then the characters of each word and those of its lines, so that remarks between them can stay.
    """
    words = [one.text.strip() for one in node.items if isinstance(one, ScalarNode)]
    said: Json = {"værdi": words, "slut": layout.text.offset(*node.end), "indryk": indent + STEP, "mangler": None}
    if layout.is_in_brackets(node):
        return said | {"start": layout.begin(node)}
    said["punkter"] = [
        [layout.begin(one), layout.end(one), *layout.cut(layout.first_line(one), one.end[0])[:2]] for one in node.items
    ]
    line, column = layout.behind_name(entry)
    if not layout.lines[line][column:].strip():
        return said | {"start": layout.text.offset(line, column), "før": " "}
    is_moved_in = node.location.column - 1 > indent
    return said | {"start": layout.begin(node), "før": "" if is_moved_in else " " * STEP}
