"""Signs that steer the screen or the log they are shown on: a name or a typed word must not be able to."""

import json
import re

# Control signs but tab and line break, what has no width, and what turns the direction of writing. Joiners stay: emoji.
_STEERING = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e007f]"
)
# What GitHub takes for a command: `::` first on a line, and `##[` anywhere.
_COMMAND = re.compile(r"^(?P<before>[ \t]*):(?=:)|#(?=#\[)", re.MULTILINE)
_LOST = "\ufffd"


def harmless(text: str) -> str:
    """Give a text with U+FFFD for every sign that would steer a screen or begin a command; the length stays."""
    return _COMMAND.sub(lambda match: (match["before"] or "") + _LOST, without_steering(text))


def without_steering(text: str) -> str:
    """Give a text with U+FFFD for every sign that would steer a screen; its length stays the same."""
    return _STEERING.sub(_LOST, text)


def json_text(content: object) -> str:
    """Write a value as JSON that people can read, each sign that would steer a screen as its number."""
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return _STEERING.sub(lambda match: json.dumps(match.group())[1:-1], text) + "\n"
