"""Each element says what its HTML means, with its role, language and abbreviations; those that mean nothing go."""

from collections.abc import Container

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf.tags.structure import NOWHERE, Kid, Mark, Node, Structure

_ROLES = {
    "address": "Div",
    "aside": "Sect",
    "code": "Code",
    "footer": "Sect",
    "header": "Sect",
    "nav": "Sect",
    "q": "Quote",
    "span::footnote-marker": "Lbl",
}
# PDF 1.7 has no roles for emphasis.
_INLINE = frozenset({"abbr", "b", "cite", "del", "em", "i", "ins", "mark", "s", "small", "strong", "sub", "sup", "u"})
# What holds other elements and never text of its own.
_GROUPS = frozenset({"Art", "BlockQuote", "Div", "Document", "Part", "Sect"})
_HOLD_PARAGRAPHS = _GROUPS | {"Caption", "LBody", "Note", "TD", "TH"}
# An empty cell keeps its place in the row; everything else that is empty says nothing.
_MAY_BE_EMPTY = frozenset({"TD", "TH"})


def name_roles(structure: Structure, drawn: Container[Mark]) -> None:
    """Leave no element without a meaning: text lies in its paragraph, cell, item or phrase.

    `drawn` is the content that can be seen.
    """
    _prune(structure.root, drawn)
    _simplify(structure.root)
    for node in list(structure.root.walk()):
        _hold_text(structure, node)


def separate_text(structure: Structure) -> None:
    """Give text beside elements an element too: simple readers take a paragraph's own text before its phrases."""
    for node in list(structure.root.walk()):
        if node.nodes() and node.role != "Figure":
            node.kids = [structure.new_node("Span", node, kid) if isinstance(kid, Mark) else kid for kid in node.kids]


def _prune(node: Node, drawn: Container[Mark]) -> None:
    """Remove elements without content, such as boxes that only hold space."""
    for kid in node.nodes():
        _prune(kid, drawn)
    node.kids = [kid for kid in node.kids if _says_something(kid, drawn)]


def _says_something(kid: Kid, drawn: Container[Mark]) -> bool:
    if isinstance(kid, Mark):
        return kid in drawn
    return not isinstance(kid, Node) or bool(kid.kids) or kid.role in _MAY_BE_EMPTY


def _simplify(node: Node) -> None:
    """Name the children, from the inside out, and put in the place of one that means nothing what it holds."""
    for kid in node.nodes():
        _simplify(kid)
        _name(kid, node)
    kids: list[Kid] = []
    for one in node.kids:
        kids += one.kids if isinstance(one, Node) and _is_hollow(one, node) else [one]
    node.kids = kids


def _name(node: Node, parent: Node) -> None:
    """Name an element that WeasyPrint has no name for, or whose name is only that it is text."""
    if node.role not in {"NonStruct", "Span"}:
        return
    if node.origin.tag in _ROLES:
        node.set_role(_ROLES[str(node.origin.tag)])
    elif node.origin.is_block and parent.role in _HOLD_PARAGRAPHS and _has_company(node, parent):
        node.set_role("P")
    elif node.origin.tag in _INLINE:
        node.set_role("Span")


def _has_company(node: Node, parent: Node) -> bool:
    """Tell whether a box of text is one of several in a cell or an item: then it is a paragraph of its own."""
    return len(parent.kids) > 1 and all(kid.role in {"Span", "Link"} for kid in node.nodes())


def _is_hollow(node: Node, parent: Node) -> bool:
    """Tell whether an element says nothing: bare text, or a box that only lays out. A figure is named later."""
    is_bare_text = node.role == "Span" and node.origin.html is None
    is_figure = node.origin.tag == "figure" and parent.origin.html is not node.origin.html
    return is_bare_text or (node.role == "NonStruct" and not is_figure)


def _hold_text(structure: Structure, node: Node) -> None:
    """Put text that lies directly in a group into a paragraph."""
    if node.role not in _GROUPS:
        return
    kids: list[Kid] = []
    for kid in node.kids:
        if isinstance(kid, Node) and kid.role not in {"Span", "Link", "Code", "Quote"}:
            kids.append(kid)
        elif (last := kids[-1] if kids else None) and isinstance(last, Node) and last.origin is NOWHERE:
            last.kids.append(kid)
        else:
            kids.append(structure.new_node("P", node, kid))
    node.kids = kids


def say_what_is_meant(structure: Structure) -> None:
    """Say what is abbreviated, and which language it is; fragments are merged already, so each is met once."""
    for node in structure.root.walk():
        if node.origin.tag == "abbr" and (title := node.origin.attribute("title")):
            node.element["E"] = pydyf.String(title)
        if node.origin.tag not in {"html", "body"} and (language := node.origin.attribute("lang")):
            node.element["Lang"] = pydyf.String(language)
