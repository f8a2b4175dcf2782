"""Spaces at which no line may end."""

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
