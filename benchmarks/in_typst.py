"""A finished page of HTML as a document of Typst, for what another typesetter takes: the same words, and tagged too."""

import json
import re
from pathlib import Path
from typing import Any

from weasyprint import HTML

_PREAMBLE = """\
#set document(title: TITLE)
#set page("a4", margin: 22mm, numbering: "1", header: TITLE)
#set text(10pt, lang: "da")
#show figure: set block(breakable: true)
"""
_UNSET = ("style", "script", "svg", "{http://www.w3.org/2000/svg}svg", "img", "template")
_SET_AS = {
    **dict.fromkeys(_UNSET, "[]"),
    **{f"h{level}": f"heading(level: {level}, {{}})" for level in range(1, 7)},
    **dict.fromkeys(("b", "strong"), "strong({})"),
    **dict.fromkeys(("i", "em"), "emph({})"),
    **dict.fromkeys(("div", "section", "header", "footer", "main"), "block({})"),
    **dict.fromkeys(("p", "dt", "dd"), "par({})"),
    "blockquote": "quote(block: true, {})",
    "br": "linebreak()",
    "nav": "outline(depth: 2)",
}


def in_typst(page: Path) -> str:
    """Write headings, paragraphs, lists, tables, links and contents, and columns as a grid; no drawings."""
    html = HTML(filename=str(page)).etree_element
    title = json.dumps(html.findtext("head/title"), ensure_ascii=False)
    return _PREAMBLE.replace("TITLE", title) + f"#{_told(html.find('body'))}\n"


def _told(element: Any) -> str:
    """Give an element as an expression of Typst."""
    classes, address = element.get("class", "").split(), element.get("href", "")
    if element.tag == "table":
        return _table(element)
    if element.tag in {"ul", "ol"}:
        return f"{'list' if element.tag == 'ul' else 'enum'}({_listed(map(_told, element))})"
    if "opslag" in classes:
        grid = f"grid(columns: (26%, 1fr), gutter: 2%, {_listed(map(_told, element))})"
        return f"block(breakable: {json.dumps('samlet' not in classes)}, {grid})"
    if element.tag == "a" and address.startswith(("http", "mailto")):
        return f"link({json.dumps(address)}, {_inside(element)})"
    return _SET_AS.get(element.tag, "{}").format(_inside(element))


def _inside(element: Any) -> str:
    """Give the texts and elements within an element, one after the other."""
    parts = [_text(element.text), *(part for child in element for part in (_told(child), _text(child.tail)))]
    return f"{{{'; '.join(filter(None, parts))}}}" if any(parts) else "[]"


def _text(text: str | None) -> str:
    if not text or text.isspace():
        return "[ ]" if text else ""  # a space of Typst's own, which is none between two blocks
    return json.dumps(re.sub(r"\s+", " ", text), ensure_ascii=False)


def _listed(parts: Any) -> str:
    return ", ".join(parts)


def _table(table: Any) -> str:
    rows = list(table.iter("tr"))
    heads = table.findall("thead/tr")
    columns = max(sum(int(cell.get("colspan", 1)) for cell in row) for row in rows)
    head = f"table.header({_listed(map(_cells, heads))}), " if heads else ""
    told = f"table(columns: {columns}, {head}{_listed(_cells(row) for row in rows if row not in heads)})"
    caption = table.find("caption")
    return told if caption is None else f"figure({told}, kind: table, caption: {_inside(caption)})"


def _cells(row: Any) -> str:
    spans = ((cell, *(cell.get(name, 1) for name in ("colspan", "rowspan"))) for cell in row)
    return _listed(f"table.cell(colspan: {across}, rowspan: {down}, {_inside(cell)})" for cell, across, down in spans)
