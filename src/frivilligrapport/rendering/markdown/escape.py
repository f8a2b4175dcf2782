"""Contributors' texts inside our own Markdown: as they stand, or with their own Markdown made harmless."""

import html
import re
from collections.abc import Iterable

from frivilligrapport.rendering.markdown.source import normal_lines

DEEPEST = 6
ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})

_ENTITY = re.compile(r"&(?=#?\w+;)")
_TEMPLATE = re.compile(r"\{(?=[{%#])")
_INLINE = re.compile(r"[\\`*\[\]|~$]|(?<![^\W_])_|_(?![^\W_])")
_LINE_START = re.compile(r"^([#>+=-]|\d+(?=[.)](?:\s|$)))")
_CLOSING_HASHES = re.compile(r"#$")
_HEADING = re.compile(r"^((?:> ?)*)(#{1,6})(?=\s|$)")
_LINK = re.compile(r"(?<!\\)!?\[[^\[\]]*\]\(\s*<?(?P<address>[^)\s>]*)")
_LINK_TARGET = re.compile(r"(?P<escapes>\\*)\](?=\(\s*<?(?P<address>[^)\s>]*))")
_DEFINITION = re.compile(r"^((?:\s*(?:>|[-*+]|\d+\.))*\s*)\[(?=[^\]]*\]:)")


def escape_inside(text: object) -> str:
    """Write a text as it is inside a line of Markdown, such as a table's cell: one line, nothing in it is markup."""
    line = _ENTITY.sub("&amp;", " ".join(str(text).split())).replace("<", "&lt;")
    line = _CLOSING_HASHES.sub(r"\#", _INLINE.sub(r"\\\g<0>", line))
    return _TEMPLATE.sub(r"{\\", line)


def escape_line(text: object) -> str:
    """Write a text as it is as a whole Markdown heading, list item or paragraph: its beginning is no markup either."""
    line = escape_inside(text)
    return _LINE_START.sub(lambda found: found[1] + "\\" if found[1].isdigit() else "\\" + found[1], line)


def escape_block(text: object, below: int = 2) -> str:
    """Write a contributor's Markdown into the Markdown edition.

    Its headings go below level `below`; HTML, pictures and links to anything but the web and mail become plain text.
    """
    lines = _fit_headings(normal_lines(str(text)), below)
    return "\n".join(_disarm(line) for line in lines).strip("\n")


def is_allowed_address(address: str) -> bool:
    """Tell whether a link may lead there: the web or mail, nothing relative, nothing that runs."""
    scheme, colon, rest = html.unescape(address).strip().partition(":")
    return bool(colon and rest) and scheme.casefold() in ALLOWED_SCHEMES


def _disarm(line: str) -> str:
    """Take the power from HTML, template signs, pictures, link definitions and links that lead elsewhere.

    Brackets become character references, which Markdown never reads as markup; a backslash might itself be escaped.
    """
    line = _LINK.sub(_disarm_link, _TEMPLATE.sub(r"{\\", line.replace("<", "&lt;")))
    line = _DEFINITION.sub(r"\1&#91;", line.replace("![", "!&#91;"))
    return _LINK_TARGET.sub(_disarm_half, line)


def _disarm_link(found: re.Match[str]) -> str:
    if found[0][0] != "!" and is_allowed_address(found["address"]):
        return found[0]
    return found[0].replace("[", "&#91;").replace("]", "&#93;")


def _disarm_half(found: re.Match[str]) -> str:
    """Do the same with the end of a link that began on another line; a bracket that is escaped ends nothing."""
    is_escaped = len(found["escapes"]) % 2 == 1
    return found[0] if is_escaped or is_allowed_address(found["address"]) else found["escapes"] + "&#93;"


def _fit_headings(lines: list[str], below: int) -> list[str]:
    found = [_HEADING.match(line) for line in lines]
    levels = iter(fit_levels((len(match[2]) for match in found if match), below))
    return [
        f"{match[1]}{'#' * next(levels)}{line[match.end() :]}" if match else line
        for line, match in zip(lines, found, strict=True)
    ]


def fit_levels(levels: Iterable[int], below: int) -> list[int]:
    """Move heading levels below the level `below`, keeping their order of rank without gaps.

    With below=3 the levels 1, 3, 3, 2 become 4, 5, 5, 5: a PDF/UA reader must not meet an h4 followed by an h6.
    Nothing gets deeper than 6.
    """
    open_levels: list[int] = []
    fitted = []
    for level in levels:
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        fitted.append(min(below + len(open_levels), DEEPEST))
    return fitted
