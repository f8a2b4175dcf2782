"""The tag tree of a PDF as a plain tree: read from WeasyPrint's objects, changed freely, written back whole.

Whatever marked content is no longer in the tree when it is written becomes an artifact: screen readers pass over it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf  # type: ignore[import-untyped]  # ships no types


@dataclass(frozen=True)
class Origin:
    """Remember the HTML that a structure element was made from.

    `html` is the element (None for anonymous boxes), `tag` its name or pseudo-element such as "li::marker".
    """

    html: Any
    tag: str | None


@dataclass(frozen=True)
class Mark:
    """Name a piece of marked content: page index and its number on the page."""

    page: int
    number: int


@dataclass(frozen=True)
class Annotation:
    """Point from a link's element to the clickable area: the OBJR object, and the annotation that it names."""

    reference: Any
    annotation: Any


@dataclass
class Node:
    """Hold one structure element, its page, its origin and its children in reading order."""

    element: Any
    page: int
    origin: Origin
    kids: list["Node | Mark | Annotation"] = field(default_factory=list)

    @property
    def role(self) -> str:
        """Give the element's type without its slash: P, Table, LI."""
        return str(self.element["S"])[1:]

    def set_role(self, role: str) -> None:
        """Change the element's type."""
        self.element["S"] = f"/{role}"

    def nodes(self) -> list["Node"]:
        """List the children that are elements themselves."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> Iterator["Node"]:
        """Yield the node and all below it in reading order."""
        yield self
        for kid in self.nodes():
            yield from kid.walk()


class Structure:
    """Open the tag tree of a pydyf.PDF that WeasyPrint has finished and not yet written.

    `origins` maps a structure element's object number to its HTML.
    """

    def __init__(self, pdf: Any, origins: dict[int, Origin]) -> None:
        self.pdf = pdf
        self._origins = origins
        # pydyf makes this list anew each time it is asked.
        self._references = pdf.page_references
        self._pages = {reference: index for index, reference in enumerate(self._references)}
        self.tree_root = self._object(pdf.catalog["StructTreeRoot"])
        self._parents = self._object(self.tree_root["ParentTree"])["Nums"]
        self.root = self._read(self._object(self.tree_root["K"][0]), 0)

    def new_node(self, role: str, parent: Node) -> Node:
        """Make an element of the given type on the parent's page; the caller puts it among the children."""
        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{role}", "Pg": parent.element["Pg"]})
        self.pdf.add_object(element)
        return Node(element, parent.page, Origin(None, None))

    def write(self) -> None:
        """Write the tree back and turn all marked content outside it into artifacts."""
        kept: set[Mark] = set()
        nodes = list(self.root.walk())
        for node in nodes:
            node.element["K"] = pydyf.Array([self._write_kid(node, kid) for kid in node.kids])
            kept |= {kid for kid in node.kids if isinstance(kid, Mark)}
        self._clear_elements({node.element.number for node in nodes})
        for page in range(len(self._pages)):
            self._write_artifacts(page, kept)

    def _object(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]

    def _read(self, element: Any, page: int) -> Node:
        page = self._pages.get(element.get("Pg"), page)
        node = Node(element, page, self._origins.get(element.number, Origin(None, None)))
        for kid in element["K"]:
            if isinstance(kid, int):
                node.kids.append(Mark(page, kid))
                continue
            target = self._object(kid)
            is_element = target["Type"] == "/StructElem"
            node.kids.append(self._read(target, page) if is_element else Annotation(kid, self._object(target["Obj"])))
        return node

    def _write_kid(self, node: Node, kid: Node | Mark | Annotation) -> Any:
        if isinstance(kid, Node):
            kid.element["P"] = node.element.reference
            return kid.element.reference
        if isinstance(kid, Annotation):
            place = self._parents[::2].index(kid.annotation["StructParent"])
            self._parents[2 * place + 1] = node.element.reference
            return kid.reference
        self._parents[2 * kid.page + 1][kid.number] = node.element.reference
        if kid.page == node.page:
            return kid.number
        elsewhere = pydyf.Dictionary({"Type": "/MCR", "Pg": self._references[kid.page], "MCID": kid.number})
        self.pdf.add_object(elsewhere)
        return elsewhere.reference

    def _clear_elements(self, kept: set[int]) -> None:
        for number, item in enumerate(self.pdf.objects):
            if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem" and number not in kept:
                item.clear()

    def _write_artifacts(self, page: int, kept: set[Mark]) -> None:
        """Rewrite `/Tag <</MCID n>> BDC` in the page's operators, and forget the mark in the parent tree."""
        operators = self._object(self._object(self._references[page])["Contents"]).stream
        for place, operator in enumerate(operators):
            properties = operators[place - 1] if operator == b"BDC" else None
            if isinstance(properties, pydyf.Dictionary) and "MCID" in properties:
                mark = Mark(page, properties["MCID"])
                if mark not in kept:
                    operators[place - 2 : place] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]
                    self._parents[2 * page + 1][mark.number] = b"null"
