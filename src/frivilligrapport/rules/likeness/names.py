"""How alike two names are, word by word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from frivilligrapport.rules.likeness.wording import Wording

_TYPO = 0.85  # »mosetræf« and »mosestræf« are 0,94 alike
_TYPO_LENGTH = 4
_WITHIN = 0.6  # what »ambassadør« says of »klimaambassadør«
_WITHIN_LENGTH = 4
# The whole report is about volunteers: that two names both say so tells nothing.
_SUBJECT = frozenset({"frivillig"})


@dataclass(frozen=True, slots=True)
class Alikeness:
    """How alike two names are, from 0 to 1; `telling` when they share a word that tells which thing it is.

    `same` when they have the same words, `within` when one has all of the other's, and these are two or more.
    """

    share: float = 0
    telling: bool = False
    same: bool = False
    within: bool = False


def best_match(*held_against: tuple[Sequence[Wording], Sequence[Wording]]) -> Alikeness:
    """Give the best match of any name with any of those that it is held against."""
    found = (_match(one, other) for names, others in held_against for one in names for other in others)
    return max(found, key=lambda match: (match.telling, match.same, match.within, match.share), default=Alikeness())


def is_other_name(names: Iterable[Wording], others: Sequence[Wording]) -> bool:
    """Tell whether one of the names is, word for word, one of the others; common words alone tell nothing."""
    return any(set(one.words) == set(other.words) for one in names for other in others if one.telling)


def is_within(names: Iterable[Wording], others: Sequence[Wording]) -> bool:
    """Tell whether one of the names stands inside one of the others; common words alone tell nothing."""
    return any(set(one.words) <= set(other.words) for one in names for other in others if one.telling)


def _match(name: Wording, other_name: Wording) -> Alikeness:
    one, other = name.split_as(other_name), other_name.split_as(name)
    words, others = frozenset(one.words), frozenset(other.words)
    if not words or not others:
        return Alikeness()
    if words == others:
        return Alikeness(1, telling=bool(one.telling), same=True)
    pairs = {word: max((_alike(word, each), each) for each in others) for word in words}
    shared = sum(alike * min(one.weight(word), other.weight(each)) for word, (alike, each) in pairs.items())
    if not shared:
        return Alikeness()
    telling = any(alike and word in one.telling and each in other.telling for word, (alike, each) in pairs.items())
    dice, overlap = 2 * shared / (one.total + other.total), min(1, shared / min(one.total, other.total))
    share = max(_run_together(one, other), (dice + overlap) / 2 if telling else dice)
    return Alikeness(share, telling, within=words & others in {words, others} and len(words & others - _SUBJECT) > 1)


def _run_together(one: Wording, other: Wording) -> float:
    """Compare the names without spaces: "Grand Prix" is "Grandprix"; less than a slip apart is 0."""
    alike = _letters("".join(one.words), "".join(other.words))
    return alike if alike >= _TYPO else 0


@cache
def _alike(word: str, other: str) -> float:
    if word == other:
        return 1
    short, long = sorted((word, other), key=len)
    if len(short) >= _TYPO_LENGTH and _letters(short, long) >= _TYPO:
        return 1
    within = len(short) >= _WITHIN_LENGTH and (long.startswith(short) or long.endswith(short))
    return _WITHIN if within else 0


def _letters(word: str, other: str) -> float:
    if 2 * min(len(word), len(other)) < _TYPO * (len(word) + len(other)):
        return 0  # too different in length to be alike; asking the matcher costs a hundred times more
    matcher = SequenceMatcher(a=word, b=other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _TYPO else 0
