"""What a page break tore apart becomes one element again: tables, rows, lists, items, paragraphs.

WeasyPrint tags each page's part by itself and repeats a table's head as content on every page.
"""

from frivilligrapport.rendering.pdf.tags.structure import Kid, Node

# A picture on two pages is two pictures, also to a reader.
_NEVER_MERGED = frozenset({"Figure"})
# WeasyPrint tags inline elements line by line.
_MERGED_IN_LINES = frozenset({"Link", "Span", "NonStruct"})


def merge_fragments(root: Node) -> None:
    """Merge neighbours that come from the same HTML element on different pages, from the outside in.

    A link that goes on in the next line is merged too: one link with two areas.

    Repeated table heads leave the tree; cells that referred to them, or to a header cell that was merged away, refer
    to the one that stays.
    """
    renamed: dict[str, str] = {}
    _merge_kids(root, renamed)
    for node in root.walk():
        cell = node.element.get("A", {})
        for index, header in enumerate(cell.get("Headers", ())):
            header.string = _final_name(header.string, renamed)
            cell["Headers"][index] = header


def _merge_kids(node: Node, renamed: dict[str, str]) -> None:
    kids, node.kids, page = node.kids, [], node.page
    for kid in kids:
        before, ends = _part_before(node, kid, page)
        if isinstance(kid, Node) and before and _is_continued(before, ends, kid):
            _absorb(before, kid, renamed)
        else:
            node.kids.append(kid)
        page = kid.page if isinstance(kid, Node) else page
    for kid in node.nodes():
        _merge_kids(kid, renamed)


def _part_before(parent: Node, kid: Kid, page: int) -> tuple[Node | None, int]:
    """Give what may be the part of an element before this one, and on which page it ends; `page` is where we are.

    It is the neighbour; but between two parts of a cell stand the other cells of the row.
    """
    if parent.role == "TR" and isinstance(kid, Node):
        same = next((one for one in parent.nodes() if one.origin.html is kid.origin.html), None)
        return same, same.page if same else page
    last = parent.kids[-1] if parent.kids else None
    return (last if isinstance(last, Node) else None), page


def _is_continued(first: Node, page: int, second: Node) -> bool:
    """Tell whether the second goes on with the first, which ends on `page`."""
    return (
        second.origin.html is not None
        and first.origin.html is second.origin.html
        and first.origin.tag == second.origin.tag
        and first.role == second.role
        and first.role not in _NEVER_MERGED
        and (page < second.page or first.role in _MERGED_IN_LINES)
    )


def _absorb(first: Node, second: Node, renamed: dict[str, str]) -> None:
    if first.role == "Table":
        _drop_repeated_head(first, second, renamed)
    if "ID" in first.element and "ID" in second.element:
        renamed[second.element["ID"].string] = first.element["ID"].string
    first.kids.extend(second.kids)


def _drop_repeated_head(first: Node, second: Node, renamed: dict[str, str]) -> None:
    heads, repeated = first.nodes("THead"), second.nodes("THead")
    if not repeated:
        return
    second.kids.remove(repeated[0])
    if heads:
        kept, gone = (
            [cell.element["ID"].string for cell in head[0].walk() if "ID" in cell.element] for head in (heads, repeated)
        )
        renamed.update(zip(gone, kept, strict=False))
    else:
        # A first row that is higher than the page pushes the head on to the next one.
        first.kids.insert(len(first.nodes("Caption")), repeated[0])


def _final_name(name: str, renamed: dict[str, str]) -> str:
    while name in renamed:
        name = renamed[name]
    return name
