"""Links that say where they lead: by their text, their address, or the place in the document that they point at."""

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf.tags.structure import Annotation, Kid, Node, Structure


def mend_links(structure: Structure, page: Any) -> None:
    """Describe each link, and wrap one that leads to another place in the document in a Reference.

    `page` is the root of the HTML.
    """
    places = _rows_by_id(page)
    for node in list(structure.root.walk()):
        if node.role == "Link" and node.origin.html is not None:
            _describe(node, places)
        node.kids = list(_with_references(structure, node))


def _rows_by_id(page: Any) -> dict[str, str]:
    """Word each row of a table that can be linked to: such a link's own text is a figure, which says little."""
    found: dict[str, str] = {}
    for table in page.iter("table"):
        title = next((_text(caption) for caption in table.iter("caption")), "")
        for row in table.iter("tr"):
            head = next((_text(cell) for cell in row.iter("th")), "")
            if row.get("id") and title and head:
                found[f"#{row.get('id')}"] = f"{f'nr. {head}' if head.isdigit() else f'»{head}«'} i »{title}«"
    return found


def _describe(link: Node, places: dict[str, str]) -> None:
    html = link.origin.html
    text, address = html.get("aria-label") or _text(html), html.get("href", "")
    if address in places:
        text = f"{text}, se {places[address]}"
    elif not address.startswith("#") and address != text:
        text = f"{text} ({address})"
    for kid in link.kids:
        if isinstance(kid, Annotation) and text:
            kid.annotation["Contents"] = pydyf.String(text)


def _with_references(structure: Structure, node: Node) -> Iterator[Kid]:
    for kid in node.kids:
        if isinstance(kid, Node) and node.role != "Reference" and _leads_inside(kid):
            yield structure.new_node("Reference", kid, kid)
        else:
            yield kid


def _leads_inside(node: Node) -> bool:
    html = node.origin.html
    return node.role == "Link" and html is not None and str(html.get("href", "")).startswith("#")


def _text(html: Any) -> str:
    return " ".join("".join(html.itertext()).split())
