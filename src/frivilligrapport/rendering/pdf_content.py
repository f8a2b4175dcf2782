"""Two things that page-validation passes over, looked up with pikepdf: hidden content, and content without tags."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from frivilligrapport.rendering.faults import Breach

if TYPE_CHECKING:
    from pikepdf import Pdf

STANDARD = "PDF/UA-1"
# Our own names, for rules of ISO 14289-1, 7.1: all real content is tagged, and what is tagged can be heard.
HIDDEN = Breach(STANDARD, "7.1 (skjult)", "noget, der skal læses op, er mærket til at blive sprunget over")
UNTAGGED = Breach(STANDARD, "7.1 (umærket)", "noget på en side, fx med CSS-egenskaben opacity, er slet ikke mærket")


def find_lost_content(data: bytes) -> tuple[Breach, ...]:
    """Tell whether the tags name content that the pages hide, and whether a page draws a group that no tag holds."""
    import pikepdf  # noqa: PLC0415 - only there with the extra

    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn, has_untagged = _drawn(pdf)
        hidden = _named(pdf) - drawn
    return (*((HIDDEN,) if hidden else ()), *((UNTAGGED,) if has_untagged else ()))


def _drawn(pdf: "Pdf") -> tuple[set[tuple[Any, int]], bool]:
    """Collect page and number of all content that can be heard; tell whether a group is drawn outside all tags."""
    import pikepdf  # noqa: PLC0415 - the same

    found: set[tuple[Any, int]] = set()
    has_untagged = False
    for page in pdf.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page, "BDC BMC EMC Do"):
            name, operands = str(instruction.operator), cast("Any", instruction.operands)
            depth += {"EMC": -1, "Do": 0}.get(name, 1)
            has_untagged |= name == "Do" and depth == 0
            if name == "BDC" and operands[0] != "/Artifact" and "/MCID" in operands[1]:
                found.add((page.objgen, int(operands[1].MCID)))
    return found, has_untagged


def _named(pdf: "Pdf") -> set[tuple[Any, int]]:
    """Collect page and number of all content that the tags name."""
    return set(_named_below(pdf.Root.StructTreeRoot.K[0]))


def _named_below(element: Any) -> Iterator[tuple[Any, int]]:
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.Pg.objgen, int(kid.MCID)
        elif kid.get("/Type") == "/StructElem":
            yield from _named_below(kid)
