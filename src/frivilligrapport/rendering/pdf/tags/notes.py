"""Notes: what HTML says with the roles doc-noteref, doc-footnote, doc-endnote and doc-backlink (DPUB-ARIA).

A note set at the foot of the page (`float: footnote`) is read where the text calls for it, not where the page ends.
"""

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf.tags.structure import Node, Structure

_NOTES = frozenset({"doc-footnote", "doc-endnote"})


def take_notes(structure: Structure) -> dict[str, Node]:
    """Take the notes at the feet of pages out of the tree, by their HTML's id.

    To be done before what a page break parted is put together: the notes stand between the parts.
    """
    taken: dict[str, Node] = {}
    for area in structure.root.nodes():
        notes = [kid for kid in area.nodes() if kid.origin.role == "doc-footnote"]
        if notes and len(notes) == len(area.kids):
            structure.root.kids.remove(area)
            for note in notes:
                begun = taken.setdefault(str(note.origin.html.get("id")), note)
                begun.kids.extend(note.kids if begun is not note else [])
    return taken


def place_notes(structure: Structure, taken: dict[str, Node]) -> None:
    """Put the notes that were taken right after their first call; one that nothing calls for is read last."""
    left = dict(taken)
    for parent in list(structure.root.walk()):
        for kid in parent.nodes():
            note = left.pop(_target(kid), None) if kid.origin.role == "doc-noteref" else None
            if note is not None:
                parent.kids.insert(parent.kids.index(kid) + 1, note)
    structure.root.kids.extend(left.values())
    for note in taken.values():
        note.set_role("Note")


def mend_notes(structure: Structure) -> None:
    """Make a note of each element that is one, and give it an id."""
    notes: dict[int, Node] = {}
    for node in list(structure.root.walk()):
        if node.origin.role in _NOTES and id(node.origin.html) not in notes:
            notes[id(node.origin.html)] = _note_in_item(structure, node) if node.role == "LI" else node
    for number, note in enumerate(notes.values(), start=1):
        note.set_role("Note")
        note.element["ID"] = pydyf.String(f"note-{number}")


def _note_in_item(structure: Structure, item: Node) -> Node:
    """Make a note of all that an item of a list of notes holds, besides its label."""
    body = next(kid for kid in item.nodes() if kid.role == "LBody")
    note = structure.new_node("Note", item, *body.kids)
    body.kids = [note]
    return note


def _target(node: Node) -> str:
    return str(node.origin.html.get("href", "")).removeprefix("#")
