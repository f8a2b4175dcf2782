"""Danish typography that holds for every text on its way to the page."""

import re

from markupsafe import Markup

from frivilligrapport.danish import HARD_SPACE

_PERCENT = re.compile(r"(?<=\d) (?=%)")
_PARAGRAPH_SIGN = re.compile(r"(?<=§) (?=\d)")


def hard_spaces(value: object) -> object:
    """Keep »15 %« and »§ 18« on one line; anything but text comes back as it was."""
    if not isinstance(value, str):
        return value
    text = _PARAGRAPH_SIGN.sub(HARD_SPACE, _PERCENT.sub(HARD_SPACE, value))
    return Markup(text) if isinstance(value, Markup) else text  # noqa: S704 - as safe as it came


def upper_first(text: str) -> str:
    """Begin a sentence: the first letter as a capital, all others as they are (»TMF« stays)."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Go on in a sentence: the first letter as a small one, unless it begins an acronym (»TMF« stays)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def one_line(text: str) -> str:
    """Give a text without its line breaks, with one space between words."""
    return " ".join(text.split())
