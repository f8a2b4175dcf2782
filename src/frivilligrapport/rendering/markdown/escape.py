"""Texts inside our own Markdown: every sign that would be markup is escaped."""

import re

_SIGNS = re.compile(
    r"[*`\[\]|~$<]|(?<![^\W_])_|_(?![^\W_])|\\(?=[!-/:-@\[-`{-~\n]|\Z)|&(?=#?\w+;)|(?<=\{)[{%#]|#(?=\Z)"
)
_LINE_START = re.compile(r"^([#>+=-]|\d+(?=[.)](?:\s|$)))")


def escape_signs(text: str) -> str:
    """Put a backslash before each sign of a text that would be markup anywhere in a line."""
    return _SIGNS.sub(r"\\\g<0>", text)


def escape_start(line: str) -> str:
    """Escape what would begin a heading, a list or a quotation at the beginning of a line."""
    return _LINE_START.sub(lambda found: found[1] + "\\" if found[1].isdigit() else "\\" + found[1], line)


def escape_inside(text: object) -> str:
    """Write a text as it is inside a line of Markdown, such as a table's cell: one line, nothing in it is markup."""
    return escape_signs(" ".join(str(text).split()))


def escape_line(text: object) -> str:
    """Write a text as it is as a whole Markdown heading, list item or paragraph: its beginning is no markup either."""
    return escape_start(escape_inside(text))
