"""Letters that were misread or stand as two characters, and characters that nobody sees."""

import re
import unicodedata
from dataclasses import replace

from frivilligrapport.danish import quote
from frivilligrapport.reading.characters import INVISIBLE, has_lost_letters, misread_words, unscramble, visible
from frivilligrapport.reading.repair.draft import Draft, Repair

# Line breaks of a word processor's own. Any other control character may stand for a letter that is gone.
_SOFT_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_ROUNDS = 10  # what was misread can hold what is invisible, and the reverse; real texts settle at once


def with_plain_characters(draft: Draft) -> Draft:
    """Repair the characters of a draft, so that its text is what the reader already takes it for."""
    lines, repairs = list(draft.lines), list(draft.repairs)
    for number, line in enumerate(draft.lines):
        if not line.isascii() or _SOFT_BREAK.search(line):
            lines[number], said = _settled(line)
            repairs += (Repair(number + 1, what) for what in dict.fromkeys(said))
    return replace(draft, lines=tuple(lines), repairs=tuple(repairs))


def _settled(line: str) -> tuple[str, list[str]]:
    said: list[str] = []
    for _ in range(_ROUNDS):
        before = line
        for repair in (_read_again, _composed, _without_invisible, _without_soft_breaks):
            new, what = repair(line)
            said += [what] if new != line else []
            line = new
        if line == before:
            break
    return line, said


def _read_again(line: str) -> tuple[str, str]:
    words = [word.group() for word in misread_words(INVISIBLE.sub("", line)) if not has_lost_letters(word.group())]
    told = [f"{quote(visible(word))} bliver til {quote(visible(unscramble(word)))}" for word in words]
    return unscramble(line), ", ".join(dict.fromkeys(told)) or "bogstaver, der var læst forkert, bliver rettet"


def _composed(line: str) -> tuple[str, str]:
    return unicodedata.normalize("NFC", line), "bogstaver, der stod som to tegn (a og en ring), bliver til ét"


def _without_invisible(line: str) -> tuple[str, str]:
    return INVISIBLE.sub("", line), "usynlige tegn slettes"


def _without_soft_breaks(line: str) -> tuple[str, str]:
    return _SOFT_BREAK.sub(" ", line), "et usynligt linjeskift fra et andet program bliver til et mellemrum"
