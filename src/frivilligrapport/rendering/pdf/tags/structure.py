"""The tag tree of a PDF as a plain tree: read from WeasyPrint's objects, changed freely, written back whole.

Each element knows the HTML that it was made from, which WeasyPrint knows while it tags and does not write down.
Whatever marked content is no longer in the tree when it is written becomes an artifact: screen readers pass over it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, NamedTuple

import pydyf  # type: ignore[import-untyped]  # ships no types


class HtmlOrigin(NamedTuple):
    """Remember the HTML that a structure element was made from.

    `html` is the element (None for anonymous boxes), `tag` its name or pseudo-element such as "li::marker". A block
    stands on lines of its own. `margin` is the place of a running head, such as "@top-left".
    """

    html: Any
    tag: str | None
    is_block: bool = False
    margin: str = ""

    def attribute(self, name: str) -> str:
        """Give an attribute of the HTML, "" without one; a pseudo-element has none."""
        is_itself = self.html is not None and self.html.tag == self.tag
        return str(self.html.get(name, "")) if is_itself else ""


NOWHERE = HtmlOrigin(None, None)


class Mark(NamedTuple):
    """Name a piece of marked content: page index and its number on the page."""

    page: int
    number: int


class Annotation(NamedTuple):
    """Point from a link's element to the clickable area: the OBJR object, and the annotation that it names."""

    reference: Any
    annotation: Any


@dataclass(slots=True, eq=False)
class Node:
    """Hold one structure element, its page, its origin and its children in reading order."""

    element: Any
    page: int
    origin: HtmlOrigin
    kids: list["Node | Mark | Annotation"] = field(default_factory=list)

    @property
    def role(self) -> str:
        """Give the element's type without its slash: P, Table, LI."""
        return str(self.element["S"])[1:]

    def set_role(self, role: str) -> None:
        """Change the element's type."""
        self.element["S"] = f"/{role}"

    def nodes(self, *roles: str) -> list["Node"]:
        """List the children that are elements themselves, with `roles` only those of these types."""
        return [kid for kid in self.kids if isinstance(kid, Node) and (not roles or kid.role in roles)]

    def walk(self) -> Iterator["Node"]:
        """Yield the node and all below it in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [kid for kid in reversed(node.kids) if isinstance(kid, Node)]


Kid = Node | Mark | Annotation


class Structure:
    """Open the tag tree of a pydyf.PDF that WeasyPrint has finished and not yet written.

    `origins` maps a structure element's object number to its HTML.
    """

    def __init__(self, pdf: Any, origins: dict[int, HtmlOrigin]) -> None:
        self.pdf = pdf
        self.references = pdf.page_references
        self.tree_root = self.object(pdf.catalog["StructTreeRoot"])
        self._parents = self.object(self.tree_root["ParentTree"])["Nums"]
        self._places = {number: 2 * index + 1 for index, number in enumerate(self._parents[::2])}
        self._origins = origins
        self._pages = {reference: index for index, reference in enumerate(self.references)}
        self.root = self._read(self.object(self.tree_root["K"][0]), 0)

    def new_node(self, role: str, beside: Node, *kids: Kid) -> Node:
        """Make an element of the given type on the page of another; the caller puts it among the children."""
        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{role}", "Pg": self.references[beside.page]})
        self.pdf.add_object(element)
        return Node(element, beside.page, NOWHERE, list(kids))

    def object(self, reference: bytes) -> Any:
        """Give the object that a reference names."""
        return self.pdf.objects[int(reference.split()[0])]

    def operators(self, page: int) -> list[Any]:
        """Give what is drawn on a page: operators, and before BDC a tag and its properties, in a list to change."""
        operators: list[Any] = self.object(self.object(self.references[page])["Contents"]).stream
        return operators

    def _origin_of(self, mark: Mark) -> HtmlOrigin:
        """Tell where a piece of content came from: its element's origin, or that of the nearest element above it."""
        element = self.object(self._parents[2 * mark.page + 1][mark.number])
        while element.number not in self._origins and element.get("P"):
            element = self.object(element["P"])
        return self._origins.get(element.number, NOWHERE)

    def _read(self, element: Any, page: int) -> Node:
        page = self._pages.get(element.get("Pg"), page)
        node = Node(element, page, self._origins.get(element.number, NOWHERE))
        for kid in element["K"]:
            if isinstance(kid, int):
                node.kids.append(Mark(page, kid))
                continue
            target = self.object(kid)
            is_element = target["Type"] == "/StructElem"
            node.kids.append(self._read(target, page) if is_element else Annotation(kid, self.object(target["Obj"])))
        return node

    def write(self) -> None:
        """Write the tree back, and turn all marked content outside it into artifacts."""
        nodes = list(self.root.walk())
        kept = {kid for node in nodes for kid in node.kids if isinstance(kid, Mark)}
        for page in range(len(self.references)):
            self._write_artifacts(page, kept)
        for node in nodes:
            node.element["K"] = pydyf.Array([self._write_kid(node, kid) for kid in node.kids])
        written = {node.element.number for node in nodes}
        for number, item in enumerate(self.pdf.objects):
            if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem" and number not in written:
                item.clear()

    def _write_artifacts(self, page: int, kept: set[Mark]) -> None:
        """Rewrite `/Tag <</MCID n>> BDC` in the page's operators, and forget the mark in the parent tree."""
        operators = self.operators(page)
        for place, operator in enumerate(operators):
            properties = operators[place - 1] if operator == b"BDC" else None
            if isinstance(properties, pydyf.Dictionary) and "MCID" in properties:
                mark = Mark(page, properties["MCID"])
                if mark not in kept:
                    operators[place - 2 : place] = ["/Artifact", _kind_of_artifact(self._origin_of(mark).margin)]
                    self._parents[2 * page + 1][mark.number] = b"null"

    def _write_kid(self, node: Node, kid: Kid) -> Any:
        if isinstance(kid, Node):
            kid.element["P"] = node.element.reference
            return kid.element.reference
        if isinstance(kid, Annotation):
            self._parents[self._places[kid.annotation["StructParent"]]] = node.element.reference
            return kid.reference
        self._parents[2 * kid.page + 1][kid.number] = node.element.reference
        if kid.page == node.page:
            return kid.number
        elsewhere = pydyf.Dictionary({"Type": "/MCR", "Pg": self.references[kid.page], "MCID": kid.number})
        self.pdf.add_object(elsewhere)
        return elsewhere.reference


def _kind_of_artifact(margin: str) -> pydyf.Dictionary:
    """Tell running heads and feet from a table's repeated head (ISO 14289-1, 7.8)."""
    kind = pydyf.Dictionary({"Type": "/Pagination"})
    if margin:
        kind["Subtype"] = "/Footer" if margin.startswith("@bottom") else "/Header"
    return kind


@contextmanager
def recorded_origins(
    tags: ModuleType, block_box: type, tagged: Callable[[Any], object] = lambda _: None
) -> Iterator[dict[int, HtmlOrigin]]:
    """Record, while the block runs, the origin of each structure element by object number.

    `tags` is weasyprint.pdf.tags, whose own function is wrapped: the reason for the pinned version, and for a test that
    fails when the function changes. `block_box` is the class of its boxes that stand on lines of their own. `tagged` is
    told of each box when it and all that it holds has its elements.
    """
    found: dict[int, HtmlOrigin] = {}
    original = tags._build_box_tree  # noqa: SLF001 - see above
    margins: list[str] = []

    def recorded(box: Any, *arguments: Any) -> Iterator[Any]:
        real = getattr(box, "_box", box)
        keyword = getattr(real, "at_keyword", "")
        if keyword:
            margins.append(keyword)
        for element in original(box, *arguments):
            origin = HtmlOrigin(real.element, real.element_tag, isinstance(real, block_box), "".join(margins))
            found.setdefault(element.number, origin)
            yield element
        if keyword:
            margins.pop()
        tagged(real)

    tags._build_box_tree = recorded  # type: ignore[attr-defined]  # noqa: SLF001 - see above
    try:
        yield found
    finally:
        tags._build_box_tree = original  # type: ignore[attr-defined]  # noqa: SLF001 - see above
