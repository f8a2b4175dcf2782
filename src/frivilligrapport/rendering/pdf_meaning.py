"""What the tags should say and WeasyPrint leaves out: language, abbreviations, and an index of ids."""

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf_structure import Node, Structure


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
