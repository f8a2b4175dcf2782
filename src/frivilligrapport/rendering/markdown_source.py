"""Contributors' Markdown brought into one form that GitHub and our own converter read alike.

People who do not think about Markdown write lists straight under a sentence, indent by two spaces, paste »•« from
Word and begin sentences with a date. All of that is read as it was meant.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from frivilligrapport.rendering.markdown_lists import Blocks

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\u2028\u2029\ufeff]")
_PASTED_BULLET = re.compile(r"^(\s*)[•▪◦·‣][ \t\u00a0]*(?=\S)")
_QUOTE = re.compile(r"^ {0,3}> ?")
_DEEPEST_QUOTE = 3
_TAB = 4


def normal_lines(text: str) -> list[str]:
    """Split a text into lines in the common form.

    Blocks of different kinds are parted by blank lines, lists are indented by four spaces a level, other text is not
    indented at all, headings begin with #. Inside list items there is only running text. Control characters are gone;
    a hashtag, a date that begins a sentence and a code fence are plain text.
    """
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _normal([_PASTED_BULLET.sub(r"\1- ", line.expandtabs(_TAB)).rstrip() for line in plain.split("\n")], 0)


def _normal(lines: Iterable[str], depth: int) -> list[str]:
    result: list[str] = []
    for is_quote, group in groupby(lines, lambda line: bool(_QUOTE.match(line))):
        run = list(group)
        part = _quoted([_QUOTE.sub("", line) for line in run], depth) if is_quote else Blocks().read(run)
        if result and result[-1] and part[0]:
            result.append("")
        result.extend(part)
    return result


def _quoted(lines: Sequence[str], depth: int) -> list[str]:
    if depth == _DEEPEST_QUOTE:
        return Blocks().read(line.replace(">", "\\>", 1) if _QUOTE.match(line) else line for line in lines)
    return [f"> {line}".rstrip() for line in _normal(lines, depth + 1)]
