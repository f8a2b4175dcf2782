"""Text inside Markdown that must be shown as it stands."""

import re

_MARKUP = re.compile(r"[\\`*_<>|\[\]]")


def plain(text: str) -> str:
    """Give a text with every sign that Markdown or HTML would read as markup made harmless."""
    return _MARKUP.sub(r"\\\g<0>", text)
