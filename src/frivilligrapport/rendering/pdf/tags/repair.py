"""What the tags should say and WeasyPrint leaves out: language, abbreviations, and an index of ids."""

from typing import Any

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf.tags.links import mend_links
from frivilligrapport.rendering.pdf.tags.lists import mend_lists
from frivilligrapport.rendering.pdf.tags.merge import merge_fragments
from frivilligrapport.rendering.pdf.tags.notes import mend_notes, place_notes, take_notes
from frivilligrapport.rendering.pdf.tags.origins import Origin
from frivilligrapport.rendering.pdf.tags.roles import name_roles, separate_text
from frivilligrapport.rendering.pdf.tags.spaces import drawn_on, write_spaces
from frivilligrapport.rendering.pdf.tags.structure import Mark, Node, Structure
from frivilligrapport.rendering.pdf.tags.write import write_structure


def say_what_is_meant(structure: Structure) -> None:
    """Put right each element by its HTML; fragments are merged already, so each is met once."""
    for node in structure.root.walk():
        _expand(node)
        _set_language(node)


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


def _expand(node: Node) -> None:
    if node.origin.tag == "abbr" and node.origin.html.get("title"):
        node.element["E"] = pydyf.String(node.origin.html.get("title"))


def _set_language(node: Node) -> None:
    html = node.origin.html
    if html is not None and html.tag not in {"html", "body"} and html.tag == node.origin.tag and html.get("lang"):
        node.element["Lang"] = pydyf.String(html.get("lang"))


def mend_tables(structure: Structure) -> None:
    """Give each header cell its scope, and each table a body, also one whose HTML has only a head or a sum."""
    for node in structure.root.walk():
        if node.role == "TH" and node.origin.html is not None:
            scope = node.origin.html.get("scope") or "col"
            node.element["A"]["Scope"] = "/Row" if scope.startswith("row") else "/Column"
        elif node.role == "Table":
            _have_body(node)


def _have_body(table: Node) -> None:
    """Let the last group of rows be the body where there is none: a table cannot have a head or a foot alone."""
    groups = [kid for kid in table.nodes() if kid.role in {"THead", "TFoot"}]
    if groups and not any(kid.role == "TBody" for kid in table.nodes()):
        groups[-1].set_role("TBody")


def group_figures(structure: Structure) -> None:
    """Put the caption of each <figure> into the drawing that it belongs to.

    A <figure> that holds others, or several drawings, is a group that begins with its own caption.
    """
    for node in list(structure.root.walk()):
        if node.role == "NonStruct":
            _group(node)


def _group(node: Node) -> None:
    node.set_role("Div")
    captions = [kid for kid in node.nodes() if kid.role == "Caption"]
    is_group = any(kid.role == "NonStruct" for kid in node.walk() if kid is not node)
    drawings = [kid for kid in node.walk() if kid.role == "Figure" and not is_group]
    others = [kid for kid in node.kids if kid not in captions]
    if len(drawings) == 1:
        drawings[0].kids[:0] = captions
        node.kids = list(others)
    else:
        node.kids = [*captions, *others]


def repair_tags(pdf: Any, origins: dict[int, Origin], page: Any, fonts: Any) -> None:
    """Change the tags of a pydyf.PDF in place, before it is written.

    Running heads and repeated table heads become artifacts, what a page break parted becomes one, and the elements
    say what their HTML said. `origins` maps each structure element's object number to its HTML, `page` is the HTML's
    root, `fonts` are those of WeasyPrint's document.
    """
    structure = Structure(pdf, origins)
    drawn = {
        Mark(page, number): piece
        for page in range(len(structure.references))
        for number, piece in drawn_on(structure.operators(page), fonts).items()
    }
    notes = take_notes(structure)
    merge_fragments(structure.root)
    place_notes(structure, notes)
    name_roles(structure, drawn)
    mend_lists(structure)
    mend_notes(structure)
    mend_tables(structure)
    group_figures(structure)
    mend_links(structure, page)
    say_what_is_meant(structure)
    index_ids(structure)
    write_spaces(structure, drawn, fonts)
    separate_text(structure)
    write_structure(structure)
