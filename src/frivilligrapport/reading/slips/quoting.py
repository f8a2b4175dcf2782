"""Suggest quotation marks around a text that YAML takes for something else."""

import re

_LONGEST = 100
# "Den "grønne" have": the second mark has a space before it and so begins another quotation.
_QUOTES_WITHIN = re.compile(r'"[^"]*\s"[^"]*"[^"]*"')


def write_quoted(text: str) -> tuple[str, str]:
    """Say how to write a value in quotation marks, and give it so."""
    return in_quotes(text), quoted(text)


def in_quotes(text: str) -> str:
    """Say how to write a value in quotation marks, whole where it is short enough to be pasted."""
    if len(text) > _LONGEST:
        return "Sæt anførselstegn om hele teksten."
    return f"Skriv {quoted(text)}"


def quoted(text: str) -> str:
    """Put a value in quotation marks; those that stood around it, or a part of it, do not get in the way."""
    text = text.strip()
    if len(text) > 1 and (
        text[0] == text[-1] == "'" or (text[0] in "“”„" and text[-1] in "“”") or _QUOTES_WITHIN.fullmatch(text)
    ):
        text = text[1:-1]
    # A backslash means something in double quotation marks, an apostrophe ends single ones.
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace('"', "'").replace("\\", "\\\\") + '"'
