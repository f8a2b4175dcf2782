"""The text of a PDF as it is read aloud: what is drawn, in the order of the tags, without artifacts."""

from typing import Any

from frivilligrapport.rendering.pdf.tags.spaces import PHRASES, drawn_content
from frivilligrapport.rendering.pdf.tags.structure import Mark, Node, Structure


def spoken_text(structure: Structure, fonts: Any) -> str:
    """Give the text, each text of its own on a line of its own; `fonts` are those of WeasyPrint's document.

    The structure must be repaired, so that spaces that the page does not draw are there.
    """
    drawn = drawn_content(structure, fonts)
    parts: list[str] = []

    def read(node: Node) -> None:
        parts.append("" if node.role in PHRASES else "\n")
        for kid in node.kids:
            if isinstance(kid, Mark):
                parts.append(drawn[kid].text if kid in drawn else "")
            elif isinstance(kid, Node):
                read(kid)
        parts.append("" if node.role in PHRASES else "\n")

    read(structure.root)
    return "".join(parts)
