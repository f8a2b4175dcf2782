"""Tables that tell what heads what, and that have a body."""

from frivilligrapport.rendering.pdf_structure import Node, Structure


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
