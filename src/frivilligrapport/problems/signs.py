"""Signs that steer the screen or the log they are shown on: a name or a typed word must not be able to."""

import re

from frivilligrapport.fast_start import pattern

# Control signs but tab and line break, what has no width, what turns the direction of writing, and halves of signs.
# Joiners stay: emoji.
_STEERING = pattern(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff"
    "\\ufff9-\\ufffb\\ud800-\\udfff\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e007f]"
)
# What a log takes for a command wherever it stands: `##[` and `##vso[` (GitHub, Azure), `section_start:` (GitLab).
_MARK = r"#(?=#\w*\[)|(?<=section_start):(?=\d)|(?<=section_end):(?=\d)"
_MARKS = pattern(_MARK)
_COMMAND = pattern(rf"^(?P<before>[ \t]*):(?=:)|{_MARK}", re.MULTILINE)  # GitHub: `::` first on a line
_LOST = "\ufffd"


def harmless(text: str) -> str:
    """Give a text with U+FFFD for every sign that would steer a screen or begin a command; the length stays."""
    shown = without_steering(text)
    if ":" not in shown and "#" not in shown:
        return shown
    return _COMMAND.sub(lambda match: (match["before"] or "") + _LOST, shown)


def without_steering(text: str) -> str:
    """Give a text with U+FFFD for every sign that would steer a screen; its length stays the same."""
    return text if text.isprintable() else _STEERING.sub(_LOST, text)


def plain_name(name: str) -> str:
    """Give a name, or a path, on one line and without signs that steer: U+FFFD stands for each; the length stays."""
    return without_steering(name).replace("\n", _LOST).replace("\t", _LOST)


def json_text(content: object, *, in_order: bool = False) -> str:
    """Write a value as JSON that people can read, what would steer a screen or a log as the number of its sign.

    Keys stand as they come or, `in_order`, by name.
    """
    import json  # noqa: PLC0415 - nothing is written so at most starts

    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=in_order)
    text = _STEERING.sub(lambda sign: json.dumps(sign.group())[1:-1], text)
    return _MARKS.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text) + "\n"
