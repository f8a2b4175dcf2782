"""Write a changed tag tree back into the PDF's objects."""

from typing import Any

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf.tags.structure import Annotation, Kid, Mark, Node, Structure


def write_structure(structure: Structure) -> None:
    """Write the tree and turn all marked content outside it into artifacts."""
    nodes = list(structure.root.walk())
    kept = {kid for node in nodes for kid in node.kids if isinstance(kid, Mark)}
    for page in range(len(structure.references)):
        _write_artifacts(structure, page, kept)
    for node in nodes:
        node.element["K"] = pydyf.Array([_write_kid(structure, node, kid) for kid in node.kids])
    _clear_elements(structure, {node.element.number for node in nodes})


def _write_artifacts(structure: Structure, page: int, kept: set[Mark]) -> None:
    """Rewrite `/Tag <</MCID n>> BDC` in the page's operators, and forget the mark in the parent tree."""
    operators = structure.operators(page)
    for place, operator in enumerate(operators):
        properties = operators[place - 1] if operator == b"BDC" else None
        if isinstance(properties, pydyf.Dictionary) and "MCID" in properties:
            mark = Mark(page, properties["MCID"])
            if mark not in kept:
                operators[place - 2 : place] = ["/Artifact", _kind_of_artifact(structure.origin_of(mark).margin)]
                structure.parents[2 * page + 1][mark.number] = b"null"


def _kind_of_artifact(margin: str) -> pydyf.Dictionary:
    """Tell running heads and feet from a table's repeated head (ISO 14289-1, 7.8)."""
    kind = pydyf.Dictionary({"Type": "/Pagination"})
    if margin:
        kind["Subtype"] = "/Footer" if margin.startswith("@bottom") else "/Header"
    return kind


def _write_kid(structure: Structure, node: Node, kid: Kid) -> Any:
    if isinstance(kid, Node):
        kid.element["P"] = node.element.reference
        return kid.element.reference
    if isinstance(kid, Annotation):
        structure.parents[structure.places[kid.annotation["StructParent"]]] = node.element.reference
        return kid.reference
    structure.parents[2 * kid.page + 1][kid.number] = node.element.reference
    if kid.page == node.page:
        return kid.number
    elsewhere = pydyf.Dictionary({"Type": "/MCR", "Pg": structure.references[kid.page], "MCID": kid.number})
    structure.pdf.add_object(elsewhere)
    return elsewhere.reference


def _clear_elements(structure: Structure, kept: set[int]) -> None:
    for number, item in enumerate(structure.pdf.objects):
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem" and number not in kept:
            item.clear()
