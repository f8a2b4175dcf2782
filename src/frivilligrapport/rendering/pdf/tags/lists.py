"""Lists as PDF wants them, and the table of contents, which is a list of its own kind."""

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf.tags.structure import Kid, Node, Structure


def mend_lists(structure: Structure) -> None:
    """Give each item a label and one body, put a list inside a list where the HTML has it, and say how items count."""
    lists = [node for node in structure.root.walk() if node.role == "L"]
    for node in lists:
        _nest(structure, node)
    for node in lists:
        for item in node.nodes():
            if item.role == "LI":
                _fill_body(structure, item)
        _say_numbering(node)
    for node in structure.root.walk():
        if node.origin.tag == "nav":
            _make_contents(structure, node)


def _nest(structure: Structure, node: Node) -> None:
    """Move a list that stands between the items of another into the item before it."""
    kids: list[Kid] = []
    for kid in node.kids:
        item = kids[-1] if kids else None
        if isinstance(kid, Node) and kid.role == "L" and isinstance(item, Node) and item.role == "LI":
            _body(structure, item).kids.append(kid)
        else:
            kids.append(kid)
    node.kids = kids


def _fill_body(structure: Structure, item: Node) -> None:
    labels = [kid for kid in item.nodes() if kid.role == "Lbl"]
    rest = [kid for kid in item.kids if kid not in labels]
    if rest:
        held = [kid.kids if isinstance(kid, Node) and kid.role == "LBody" else [kid] for kid in rest]
        body = _body(structure, item)
        body.kids = [kid for part in held for kid in part]
        item.kids = [*labels, body]


def _body(structure: Structure, item: Node) -> Node:
    for kid in item.nodes():
        if kid.role == "LBody":
            return kid
    body = structure.new_node("LBody", item)
    item.kids.append(body)
    return body


def _say_numbering(node: Node) -> None:
    """Say whether the labels are numbers or the same sign each time."""
    if any(kid.role == "Lbl" for item in node.nodes() for kid in item.nodes()):
        kind = "/Decimal" if node.origin.tag == "ol" else "/Disc"
        node.element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": kind})


def _make_contents(structure: Structure, navigation: Node) -> None:
    """Tag the lists of a <nav> as a table of contents; what stands beside an item's link is a paragraph."""
    for node in list(navigation.walk()):
        if node.role == "L":
            node.set_role("TOC")
            node.element.pop("A", None)
        elif node.role == "LI":
            node.set_role("TOCI")
            node.kids = [_stand_alone(structure, node, kid) for kid in _inside(node)]


def _inside(item: Node) -> list[Kid]:
    """Give what an item holds, without the boxes around it."""
    kids: list[Kid] = []
    for kid in item.kids:
        is_box = isinstance(kid, Node) and (kid.role == "LBody" or kid.origin.html is item.origin.html)
        kids += _inside(kid) if is_box and isinstance(kid, Node) and kid.role != "Lbl" else [kid]
    return kids


def _stand_alone(structure: Structure, item: Node, kid: Kid) -> Kid:
    if isinstance(kid, Node) and kid.role != "Span":
        return kid
    return structure.new_node("P", item, kid)
