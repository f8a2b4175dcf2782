"""A Markdown text as its blocks, as far as the text rules need to know them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
# Inside a block a line that begins "27. april" goes on with the sentence; only 1. begins a list there.
_LIST_ITEM = re.compile(r"\A\s*\d+[.)]\s|^\s*(?:[-*+•·▪\ue000-\uf8ff]|1[.)])\s", re.MULTILINE)
_TITLE_LINE = re.compile(r"#[^\n]*\n")
_HEADING = re.compile(r"^\s*#|\n\s*(?:=+|-+)\s*$")
_BOLD_LINE = re.compile(r"(\*\*|__)[^\n]+\1\s*")
_OTHER = re.compile(r"^\s*(?:\||\[[^\]]+\]:|```|~~~)|https?://\S+$")


@dataclass(frozen=True, slots=True)
class Block:
    """Hold one block of lines, where it starts in its text, and whether it is the last one."""

    text: str
    start: int
    is_last: bool


def paragraphs(text: str) -> Iterator[Block]:
    """Yield the blocks that are running text: no list, heading, table, link or block of code."""
    found = list(_BLOCK.finditer(text))
    for match in found:
        title = _TITLE_LINE.match(match.group())
        block = match.group()[title.end() if title else 0 :].rstrip()
        special = any(pattern.search(block) for pattern in (_LIST_ITEM, _HEADING, _OTHER))
        if not special and not _BOLD_LINE.fullmatch(block):
            yield Block(block, match.start() + (title.end() if title else 0), match is found[-1])
