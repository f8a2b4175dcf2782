"""A contributor's Markdown line by line, in the one form that all its readers share."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from frivilligrapport.danish import MONTHS

_ITEM = re.compile(r"^( *)([-*+]|\d{1,9}[.)]) +(?=\S)(.*)$")
_HEADING_OR_TABLE = re.compile(r"^(#{1,6} |\|)")
_UNDERLINE = re.compile(r"^(=+|-+)$")
_RULE = re.compile(r"^-{3,}$")
_HASHTAG = re.compile(r"^(?=#+[^#\s])")
_SHORT_NUMBER = re.compile(r"\d{1,3}[.)]")  # a longer one is a year
_NUMBER = re.compile(r"^(\d{1,9})(?=[.)])")
_FENCE = re.compile(r"^(`{3,}|~{3,})")
_BLOCK_START = re.compile(r"^(?=[-*+] |#|>|\||[=-]+$)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\u2028\u2029\ufeff]")
_PASTED_BULLET = re.compile(r"^(\s*)[•▪◦·‣][ \t\u00a0]*(?=\S)")
# A star between letters or digits, or between a digit and a bracket, is a sign of its own; in code and addresses it
# is one already.
_STARS = re.compile(
    r"`+[^`]*`+|\\.|\]\([^()\s]*\)"
    r"|(?P<stars>(?<=[^\W_])_*\*[*_]*(?=[^\W_])|(?<=\d)\*+(?=\()|(?<=\))\*+(?=\d))"
)
_QUOTE = re.compile(r"^ {0,3}> ?")
_DEEPEST_QUOTE = 3
_TAB = 4
_STEP = 4
_DEEPEST_LIST = 6


def normal_lines(text: str) -> list[str]:
    """Split a text into lines in the common form.

    _Blocks of different kinds are parted by blank lines, lists are indented by four spaces a level, other text is not
    indented at all, headings begin with #. Inside list items there is only running text. Control characters are gone;
    a hashtag, a date that begins a sentence, a code fence and a star between letters or digits (3*2) are plain text.
    """
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [_PASTED_BULLET.sub(r"\1- ", line.expandtabs(_TAB)).rstrip() for line in plain.split("\n")]
    return [_STARS.sub(_literal, line) if "*" in line else line for line in _normal(lines, 0)]


def _literal(found: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in found["stars"]) if found["stars"] else found[0]


def _normal(lines: Iterable[str], depth: int) -> list[str]:
    result: list[str] = []
    for is_quote, group in groupby(lines, lambda line: bool(_QUOTE.match(line))):
        run = list(group)
        part = _quoted([_QUOTE.sub("", line) for line in run], depth) if is_quote else _Blocks().read(run)
        if result and result[-1] and part[0]:
            result.append("")
        result.extend(part)
    return result


def _quoted(lines: Sequence[str], depth: int) -> list[str]:
    if depth == _DEEPEST_QUOTE:
        return _Blocks().read(line.replace(">", "\\>", 1) if _QUOTE.match(line) else line for line in lines)
    return [f"> {line}".rstrip() for line in _normal(lines, depth + 1)]


class _Blocks:
    """Collect lines in the common form; one object reads one run of lines.

    Each open list is kept as the column of its marker, as typed, and whether it is numbered.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._lists: list[tuple[int, bool]] = []

    def read(self, lines: Iterable[str]) -> list[str]:
        """Read lines without tabs or spaces at their end."""
        typed = list(lines)
        begins = _list_starts(typed)
        for number, line in enumerate(typed):
            item = _ITEM.match(line)
            if not line:
                self._lines.append("")
            elif item and (number in begins or self._is_item(item[2], item[3])):
                self._add_item(len(item[1]), item[2], item[3])
            else:
                self._add_text(line.lstrip(), len(line) - len(line.lstrip()))
        return self._lines

    def _is_item(self, marker: str, rest: str) -> bool:
        """Tell a numbered item from a date or year that begins a line: alone, only 1 begins a list."""
        if not marker[0].isdigit() or any(is_numbered for _, is_numbered in self._lists):
            return True
        return marker[:-1] == "1" and not _begins_with_month(rest)

    def _add_item(self, column: int, marker: str, rest: str) -> None:
        while self._lists and column < self._lists[-1][0]:
            self._lists.pop()
        if not self._lists:
            self._part()
        if not self._lists or (column > self._lists[-1][0] + 1 and len(self._lists) < _DEEPEST_LIST):
            self._lists.append((column, marker[0].isdigit()))
        sign = f"{marker[:-1]}." if marker[0].isdigit() else "-"
        self._lines.append(f"{' ' * _STEP * (len(self._lists) - 1)}{sign} {_running_text(rest)}")

    def _add_text(self, text: str, column: int) -> None:
        may_leave = not self._last() or _HEADING_OR_TABLE.match(text)
        while self._lists and may_leave and column <= self._lists[-1][0]:
            self._lists.pop()
        if self._lists:
            self._lines.append(" " * _STEP * len(self._lists) + _running_text(text))
        elif _UNDERLINE.match(text):
            self._add_underline(text)
        else:
            kind = _kind(text)
            if kind == "#" or kind != _kind(self._last()):
                self._part()
            self._lines.append(text if kind else _plain_text(text))

    def _add_underline(self, text: str) -> None:
        """Read a heading that is underlined with = or -, or a rule between paragraphs."""
        before = self._last()
        stands_alone = len(self._lines) == 1 or not "".join(self._lines[-2:-1])
        if before and stands_alone and not _HEADING_OR_TABLE.match(before):
            self._lines[-1] = ("# " if text[0] == "=" else "## ") + before
        elif _RULE.match(text):
            self._part()
            self._lines.append("---")
        else:
            self._lines.append("\\" + text)

    def _part(self) -> None:
        if self._last():
            self._lines.append("")

    def _last(self) -> str:
        return self._lines[-1] if self._lines else ""


def _list_starts(lines: Iterable[str]) -> frozenset[int]:
    """Find the lines, after a blank one, where a list from any number begins: the next item has the next number."""
    found = set()
    start, wanted = 0, -1
    is_after_blank = True
    for number, line in enumerate(lines):
        item = _ITEM.match(line)
        if item and _SHORT_NUMBER.fullmatch(item[2]):
            count = int(item[2][:-1])
            if count == wanted:
                found.add(start)
            begins = is_after_blank and not _begins_with_month(item[3])
            start, wanted = number, count + 1 if begins else -1
        elif line and is_after_blank and not line.startswith(" "):
            wanted = -1
        is_after_blank = not line
    return frozenset(found)


def _begins_with_month(text: str) -> bool:
    return text.split(maxsplit=1)[0].strip(".,").casefold() in MONTHS


def _kind(line: str) -> str:
    """Tell a heading ("#") and a table row ("|") from running text ("")."""
    return line[0] if _HEADING_OR_TABLE.match(line) else ""


def _plain_text(text: str) -> str:
    """Keep text from being read as a numbered item, a hashtag from becoming a heading, a code fence from opening."""
    if fence := _FENCE.match(text):
        return "".join(f"\\{sign}" for sign in fence[1]) + text[fence.end() :]
    return _NUMBER.sub(r"\1\\", _HASHTAG.sub(r"\\", text))


def _running_text(text: str) -> str:
    """Keep text inside a list item from opening any other block."""
    return _BLOCK_START.sub(r"\\", text) if _BLOCK_START.match(text) else _plain_text(text)
