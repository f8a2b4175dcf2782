"""A figure is a drawing with its caption."""

from frivilligrapport.rendering.pdf_structure import Node, Structure


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
