"""Lists, tables, figures and the table of contents: what PDF builds of fixed parts, each in its place."""

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf.tags.structure import Kid, Node, Structure


def mend_lists(structure: Structure) -> None:
    """Give each item a label and one body, put a list inside a list where the HTML has it, and say how items count."""
    lists = [node for node in structure.root.walk() if node.role == "L"]
    for node in lists:
        _nest(structure, node)
    for node in lists:
        for item in node.nodes("LI"):
            _fill_body(structure, item)
        # Whether the labels are numbers or the same sign each time.
        if any(item.nodes("Lbl") for item in node.nodes()):
            kind = "/Decimal" if node.origin.tag == "ol" else "/Disc"
            node.element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": kind})
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
    labels = item.nodes("Lbl")
    rest = [kid for kid in item.kids if kid not in labels]
    if rest:
        held = [kid.kids if isinstance(kid, Node) and kid.role == "LBody" else [kid] for kid in rest]
        body = _body(structure, item)
        body.kids = [kid for part in held for kid in part]
        item.kids = [*labels, body]


def _body(structure: Structure, item: Node) -> Node:
    if not item.nodes("LBody"):
        item.kids.append(structure.new_node("LBody", item))
    return item.nodes("LBody")[0]


def _make_contents(structure: Structure, navigation: Node) -> None:
    """Tag the lists of a <nav> as a table of contents; what stands beside an item's link is a paragraph."""
    for node in list(navigation.walk()):
        if node.role == "L":
            node.set_role("TOC")
            node.element.pop("A", None)
        elif node.role == "LI":
            node.set_role("TOCI")
            node.kids = [
                kid if isinstance(kid, Node) and kid.role != "Span" else structure.new_node("P", node, kid)
                for kid in _inside(node)
            ]


def _inside(item: Node) -> list[Kid]:
    """Give what an item holds, without the boxes around it."""
    kids: list[Kid] = []
    for kid in item.kids:
        is_box = isinstance(kid, Node) and (kid.role == "LBody" or kid.origin.html is item.origin.html)
        kids += _inside(kid) if is_box and isinstance(kid, Node) and kid.role != "Lbl" else [kid]
    return kids


def mend_tables(structure: Structure) -> None:
    """Give each header cell its scope, and each table a body, also one whose HTML has only a head or a sum."""
    for node in structure.root.walk():
        if node.role == "TH" and node.origin.html is not None:
            scope = node.origin.html.get("scope") or "col"
            node.element["A"]["Scope"] = "/Row" if scope.startswith("row") else "/Column"
        elif node.role == "Table" and (groups := node.nodes("THead", "TFoot")) and not node.nodes("TBody"):
            # A table cannot have a head or a foot alone.
            groups[-1].set_role("TBody")


def group_figures(structure: Structure) -> None:
    """Put the caption of each <figure> into the drawing that it belongs to.

    A <figure> that holds others, or several drawings, is a group that begins with its own caption.
    """
    for node in list(structure.root.walk()):
        if node.role != "NonStruct":
            continue
        node.set_role("Div")
        captions, inside = node.nodes("Caption"), list(node.walk())
        others = [kid for kid in node.kids if kid not in captions]
        drawings = [kid for kid in inside if kid.role == "Figure"]
        if len(drawings) == 1 and not any(kid.role == "NonStruct" for kid in inside):
            drawings[0].kids[:0] = captions
            node.kids = others
        else:
            node.kids = [*captions, *others]
