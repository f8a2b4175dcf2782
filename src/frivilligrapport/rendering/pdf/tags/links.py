"""Links, notes and ids: what leads from one place in the document to another.

Notes are what HTML says with the roles doc-noteref, doc-footnote, doc-endnote and doc-backlink (DPUB-ARIA). One set at
the foot of the page (`float: footnote`) is read where the text calls for it, not where the page ends.
"""

from typing import Any

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf.tags.structure import Annotation, Node, Structure

_NOTES = frozenset({"doc-footnote", "doc-endnote"})


def take_notes(structure: Structure) -> dict[str, Node]:
    """Take the notes at the feet of pages out of the tree, by their HTML's id.

    To be done before what a page break parted is put together: the notes stand between the parts.
    """
    taken: dict[str, Node] = {}
    for area in structure.root.nodes():
        notes = [kid for kid in area.nodes() if kid.origin.attribute("role") == "doc-footnote"]
        if notes and len(notes) == len(area.kids):
            structure.root.kids.remove(area)
            for note in notes:
                begun = taken.setdefault(str(note.origin.html.get("id")), note)
                begun.kids.extend(note.kids if begun is not note else [])
    return taken


def place_notes(structure: Structure, taken: dict[str, Node]) -> None:
    """Put the notes that were taken right after their first call; one that nothing calls for is read last."""
    left = dict(taken)
    for parent in list(structure.root.walk()) if left else ():
        for kid in parent.nodes():
            called = kid.origin.attribute("href").removeprefix("#")
            if kid.origin.attribute("role") == "doc-noteref" and called in left:
                parent.kids.insert(parent.kids.index(kid) + 1, left.pop(called))
    structure.root.kids.extend(left.values())
    for note in taken.values():
        note.set_role("Note")


def mend_notes(structure: Structure) -> None:
    """Make a note of each element that is one, and give it an id."""
    notes: dict[int, Node] = {}
    for node in list(structure.root.walk()):
        if node.origin.attribute("role") in _NOTES and id(node.origin.html) not in notes:
            notes[id(node.origin.html)] = _note_in_item(structure, node) if node.role == "LI" else node
    for number, note in enumerate(notes.values(), start=1):
        note.set_role("Note")
        note.element["ID"] = pydyf.String(f"note-{number}")


def _note_in_item(structure: Structure, item: Node) -> Node:
    """Make a note of all that an item of a list of notes holds, besides its label."""
    body = item.nodes("LBody")[0]
    note = structure.new_node("Note", item, *body.kids)
    body.kids = [note]
    return note


def mend_links(structure: Structure, page: Any) -> None:
    """Describe each link, and wrap one that leads to another place in the document in a Reference.

    `page` is the root of the HTML.
    """
    places = _rows_by_id(page)
    for node in list(structure.root.walk()):
        if node.role == "Link" and node.origin.html is not None:
            _describe(node, places)
        if node.role != "Reference":
            node.kids = [
                structure.new_node("Reference", kid, kid) if isinstance(kid, Node) and _leads_inside(kid) else kid
                for kid in node.kids
            ]


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


def _leads_inside(node: Node) -> bool:
    html = node.origin.html
    return node.role == "Link" and html is not None and str(html.get("href", "")).startswith("#")


def _text(html: Any) -> str:
    return " ".join("".join(html.itertext()).split())


def index_ids(structure: Structure) -> None:
    """List all ids in the order that PDF prescribes: that of their bytes."""
    named = {
        node.element["ID"].string: node.element.reference for node in structure.root.walk() if "ID" in node.element
    }
    if named:
        names = pydyf.Array([item for name in sorted(named) for item in (pydyf.String(name), named[name])])
        index = pydyf.Dictionary({"Names": names})
        structure.pdf.add_object(index)
        structure.tree_root["IDTree"] = index.reference
