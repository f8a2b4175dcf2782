"""Which HTML element each tag was made from: what WeasyPrint knows while it tags, and does not write down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any


@dataclass(frozen=True)
class HtmlOrigin:
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


@contextmanager
def recorded_origins(tags: ModuleType, block_box: type) -> Iterator[dict[int, HtmlOrigin]]:
    """Record, while the block runs, the origin of each structure element by object number.

    `tags` is weasyprint.pdf.tags, whose own function is wrapped: the reason for the pinned version, and for a test that
    fails when the function changes. `block_box` is the class of its boxes that stand on lines of their own.
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

    tags._build_box_tree = recorded  # type: ignore[attr-defined]  # noqa: SLF001 - see above
    try:
        yield found
    finally:
        tags._build_box_tree = original  # type: ignore[attr-defined]  # noqa: SLF001 - see above
