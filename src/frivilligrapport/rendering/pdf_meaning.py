"""What the tags should say and WeasyPrint leaves out: header scope, language, abbreviations, lists, contents, links."""

from collections.abc import Callable

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf_structure import Annotation, Mark, Node, Structure

_ROLES = {"aside": "Sect", "nav": "Sect", "header": "Sect", "footer": "Sect", "figure": "Div"}
# An empty cell keeps its place in the row; everything else that is empty says nothing.
_MAY_BE_EMPTY = frozenset({"TD", "TH"})


def say_what_is_meant(structure: Structure) -> None:
    """Put right each element by its HTML; fragments are merged already, so each is met once."""
    root = structure.root
    _prune(root)
    for node in list(root.walk()):
        for step in (_name_role, _set_scope, _set_language, _describe_link):
            step(node)
    _each(root, "L", lambda node: _nest_lists(structure, node))
    _each(root, "LI", lambda node: _fill_body(structure, node))
    for node in root.walk():
        if node.origin.tag == "nav":
            _make_contents(node)
    _index_ids(structure)


def _each(root: Node, role: str, step: Callable[[Node], None]) -> None:
    for node in [node for node in root.walk() if node.role == role]:
        step(node)


def _prune(node: Node) -> None:
    """Remove elements without content, such as boxes that only hold space."""
    for kid in node.nodes():
        _prune(kid)
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or kid.kids or kid.role in _MAY_BE_EMPTY]


def _name_role(node: Node) -> None:
    if node.role == "NonStruct" and node.origin.tag in _ROLES:
        node.set_role(_ROLES[node.origin.tag])
    elif node.origin.tag == "abbr" and node.origin.html.get("title"):
        node.set_role("Span")
        node.element["E"] = pydyf.String(node.origin.html.get("title"))


def _set_scope(node: Node) -> None:
    if node.role == "TH" and node.origin.html is not None:
        scope = node.origin.html.get("scope") or "col"
        node.element["A"]["Scope"] = "/Row" if scope.startswith("row") else "/Column"


def _set_language(node: Node) -> None:
    html = node.origin.html
    if html is not None and html.tag not in {"html", "body"} and html.tag == node.origin.tag and html.get("lang"):
        node.element["Lang"] = pydyf.String(html.get("lang"))


def _describe_link(node: Node) -> None:
    """Let a link be announced by its text, and by its address when it leads out of the document."""
    if node.role != "Link" or node.origin.html is None:
        return
    text = " ".join("".join(node.origin.html.itertext()).split())
    address = node.origin.html.get("href", "")
    for kid in node.kids:
        if isinstance(kid, Annotation) and text:
            outside = "" if address.startswith("#") or address == text else f" ({address})"
            kid.annotation["Contents"] = pydyf.String(text + outside)


def _nest_lists(structure: Structure, node: Node) -> None:
    """Move a list that stands between the items of another into the item before it, where the HTML has it."""
    kids: list[Node | Mark | Annotation] = []
    for kid in node.kids:
        item = kids[-1] if kids else None
        if isinstance(kid, Node) and kid.role == "L" and isinstance(item, Node) and item.role == "LI":
            _body(structure, item).kids.append(kid)
        else:
            kids.append(kid)
    node.kids = kids


def _fill_body(structure: Structure, item: Node) -> None:
    """Give a list item a label and one body that holds everything else."""
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


def _make_contents(navigation: Node) -> None:
    """Tag the lists of a <nav> as a table of contents: its items hold link and page number directly."""
    for node in list(navigation.walk()):
        if node.role == "L":
            node.set_role("TOC")
        elif node.role == "LI":
            node.set_role("TOCI")
            node.kids = [kid for body in node.nodes() for kid in body.kids if body.role == "LBody"] or node.kids


def _index_ids(structure: Structure) -> None:
    """List all ids in the order that PDF prescribes: that of their bytes."""
    named = {
        node.element["ID"].string: node.element.reference for node in structure.root.walk() if "ID" in node.element
    }
    if named:
        names = pydyf.Array([item for name in sorted(named) for item in (pydyf.String(name), named[name])])
        index = pydyf.Dictionary({"Names": names})
        structure.pdf.add_object(index)
        structure.tree_root["IDTree"] = index.reference
