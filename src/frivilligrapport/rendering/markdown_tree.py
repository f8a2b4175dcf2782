"""What is put right in the tree of a contributor's Markdown before it becomes HTML.

Each step answers a measured failure: PDF/UA refuses paragraphs inside list items and markup inside links, and
WeasyPrint complains about links that lead nowhere.
"""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from frivilligrapport.rendering.markdown_escape import is_allowed_address
from frivilligrapport.rendering.markdown_headings import fit_levels

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def put_right(root: Element, below: int) -> None:
    """Apply all steps to the tree in place; headings go below level `below`."""
    for step in (_replace_images, _flatten_links, _tighten_items, _scope_headers):
        step(root)
    headings = [element for element in root.iter() if element.tag in _HEADINGS]
    for heading, level in zip(headings, fit_levels((_HEADINGS[e.tag] for e in headings), below), strict=True):
        heading.tag = f"h{level}"


def _replace_images(root: Element) -> None:
    """Leave a picture's text in its place: a report fetches nothing from outside."""
    _replace(root, lambda element: element.get("alt", "") if element.tag == "img" else None)


def _flatten_links(root: Element) -> None:
    """Keep plain text in links to the web and mail, and only the text of all other links."""
    for link in root.iter("a"):
        text = "".join(link.itertext())
        del link[:]
        link.text = text or link.get("href", "")
        link.attrib.pop("title", None)
    _replace(root, lambda element: element.text or "" if _is_refused_link(element) else None)


def _is_refused_link(element: Element) -> bool:
    return element.tag == "a" and not is_allowed_address(element.get("href", ""))


def _tighten_items(root: Element) -> None:
    """Take the paragraphs out of list items; a second paragraph begins on a new line."""
    for item in root.iter("li"):
        for index in reversed(range(len(item))):
            paragraph = item[index]
            if paragraph.tag == "p":
                follows_text = index > 0 and item[index - 1].tag == "p"
                item[index : index + 1] = [Element("br"), *paragraph] if follows_text else list(paragraph)
                _append_text(item, index + len(paragraph) + follows_text, (paragraph.tail or "").strip())
                _append_text(item, index + follows_text, paragraph.text or "")


def _scope_headers(root: Element) -> None:
    """Say what a header cell heads, and make an empty one an ordinary cell, which it is."""
    for cell in root.iter("th"):
        cell.attrib.clear()
        if "".join(cell.itertext()).strip():
            cell.set("scope", "col")
        else:
            cell.tag = "td"


def _replace(root: Element, text_for: Callable[[Element], str | None]) -> None:
    """Put a text in the place of each element for which `text_for` gives one."""
    for parent in list(_parents(root)):
        for index in reversed(range(len(parent))):
            text = text_for(parent[index])
            if text is not None:
                tail = parent[index].tail or ""
                del parent[index]
                _append_text(parent, index, text + tail)


def _parents(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if len(element))


def _append_text(parent: Element, index: int, text: str) -> None:
    """Add text to what stands before the child at `index`."""
    if index == 0:
        parent.text = (parent.text or "") + text
    else:
        parent[index - 1].tail = (parent[index - 1].tail or "") + text
