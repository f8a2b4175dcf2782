"""Known damages to a valid status file, as editors, mail programs and people do them."""

import re
import unicodedata
from collections.abc import Callable

Damage = Callable[[str, int], bytes]  # a valid text, and a number to choose by


def _always(change: Callable[[str], bytes | str]) -> Damage:
    """Do the same damage whatever the number."""

    def damage(text: str, seed: int) -> bytes:
        changed = change(text)
        return changed if isinstance(changed, bytes) else changed.encode()

    return damage


def _tabbed(width: int) -> Damage:
    """Write a tab for so many spaces of the indentation, on each line."""
    return _always(lambda text: re.sub(r"(?m)^ +", lambda spaces: _tabs(spaces.group(), width), text))


def _tabs(spaces: str, width: int) -> str:
    return "\t" * (len(spaces) // width) + " " * (len(spaces) % width)


def tabs_on_one_line(text: str, seed: int) -> bytes:
    """Write the indentation of one line with tabs."""
    lines = text.split("\n")
    indented = [number for number, line in enumerate(lines) if line.startswith("  ")]
    number = indented[seed % len(indented)]
    lines[number] = re.sub(r"^ +", lambda spaces: _tabs(spaces.group(), 2), lines[number])
    return "\n".join(lines).encode()


def _misspelt(text: str, seed: int) -> bytes:
    word = ("overskrift", "tilstand", "målgrupper", "beskrivelse", "filstatus", "perspektiver")[seed % 6]
    at = 1 + seed % (len(word) - 2)
    return text.replace(f"{word}:", f"{word[:at]}{word[at + 1 :]}:").encode()


def _replaced(old: str, new: str) -> Damage:
    return _always(lambda text: text.replace(old, new))


def _mixed_ends(text: str, seed: int) -> bytes:
    lines = text.split("\n")
    return "".join(line + ("\r\n" if number % (2 + seed) else "\n") for number, line in enumerate(lines)).encode()


DAMAGES: dict[str, Damage] = {
    "tabs of two": _tabbed(2),
    "tabs of four": _tabbed(4),
    "tabs of eight": _tabbed(8),
    "tab after dash": _replaced("  - id", "  -\tid"),
    "byte order mark": _always(lambda text: b"\xef\xbb\xbf" + text.encode()),
    "windows": _always(lambda text: text.encode("cp1252")),
    "utf-16": _always(lambda text: text.encode("utf-16")),
    "utf-16 little": _always(lambda text: text.encode("utf-16-le")),
    "utf-16 big": _always(lambda text: text.encode("utf-16-be")),
    "mac": _always(lambda text: unicodedata.normalize("NFD", text).encode()),
    "misread": _always(lambda text: text.encode().decode("cp1252").encode()),
    "curly": _always(lambda text: re.sub('"([^"\n]*)"', "“\\1”", text).encode()),
    "low curly": _always(lambda text: re.sub('"([^"\n]*)"', "„\\1“", text).encode()),
    "misspelt field": _misspelt,
    "misspelt word": _replaced("afholdt", "afholt"),
    "stuck colon": _replaced("tilstand: ", "tilstand:"),
    "stuck dash": _replaced("- borgere", "-borgere"),
    "bullet": _always(lambda text: re.sub(r"- (borgere\n +)- ", r"• \1• ", text).encode()),
    "private bullet": _always(lambda text: re.sub(r"(?m)^(      )- ", "\\1\uf0b7 ", text).encode()),
    "invisible": _replaced("tilstand", "til\u200bstand"),
    "mixed line ends": _mixed_ends,
}
