"""What the fields of a kind of file are called and what they hold, as far as slips are told apart by it."""

from collections.abc import Collection, Mapping
from enum import Enum, auto
from functools import cached_property, lru_cache

from frivilligrapport.danish import nearest_word, normal_key

_MISSPELT = 0.82  # how much of a name is still there where one letter is wrong


class Holds(Enum):
    """What fields of one name hold; in several groups a name may be that of different fields."""

    AT_THE_MARGIN = auto()  # a field of the file's own
    FURTHER_IN = auto()
    LIST = auto()  # of single values: `tema: [grøn, kultur]`
    GROUP = auto()  # other fields, so that a colon after its name is no part of a text
    GROUPS = auto()  # a list of them, each with a dash before its first field
    PROSE = auto()  # whole sentences, which may go over several lines
    WORDS = auto()  # a text of another kind
    ONE_WORD = auto()  # a word or two, or a number, and never a text
    ID = auto()
    YEAR = auto()  # a year or a period


class FieldNames:
    """Answer for a kind of file; this one has no fields. Names are understood however they are spelled.

    A kind of file says by its name what each of its fields holds, and which are the only words that one may hold, where
    none of them says that nobody knows.
    """

    @cached_property
    def held(self) -> Mapping[str, Collection[Holds]]:
        """Give what the fields of each name hold, by the normalised name."""
        return {}

    @cached_property
    def only_words(self) -> Mapping[str, tuple[str, ...]]:
        """Give the only words that a field may hold, by its normalised name."""
        return {}

    def is_name(self, key: str) -> bool:
        """Tell whether there is a field of that name."""
        return normal_key(key) in self.held

    def holds(self, key: str, what: Holds) -> bool:
        """Tell whether a field of that name holds such a thing."""
        return what in self.held.get(normal_key(key), ())

    def is_one_word(self, key: str) -> bool:
        """Tell whether all fields of that name hold a word or two, or a number, and never a text."""
        held = self.held.get(normal_key(key), ())
        return Holds.ONE_WORD in held and not {Holds.WORDS, Holds.PROSE, Holds.GROUPS}.intersection(held)

    def is_only_at_the_margin(self, key: str) -> bool:
        """Tell whether a field begins at the margin, and is no group that others in the file have too."""
        held = self.held.get(normal_key(key), ())
        return Holds.AT_THE_MARGIN in held and not {Holds.GROUP, Holds.FURTHER_IN} <= set(held)

    def is_misspelt(self, key: str) -> bool:
        """Tell whether a word is nearly the name of a field that begins at the margin."""
        return _is_nearly(key, self._at_the_margin)

    def words_of(self, key: str) -> tuple[str, ...]:
        """Give the only words that a field may hold, () for one that is free or may be uoplyst."""
        return self.only_words.get(normal_key(key), ())

    def name_for(self, word: str) -> str:
        """Give the file's own field that holds one of a few words, as filstatus does; "" for any other word."""
        own = ((name, words) for name, words in self.only_words.items() if name in self._at_the_margin)
        return next((name for name, words in own if normal_key(word) in map(normal_key, words)), "")

    @cached_property
    def _at_the_margin(self) -> frozenset[str]:
        return frozenset(name for name, held in self.held.items() if Holds.AT_THE_MARGIN in held)


NO_NAMES = FieldNames()


@lru_cache(maxsize=65_536)  # a file is read several times when it is mended
def _is_nearly(key: str, names: frozenset[str]) -> bool:
    letters = sorted(normal_key(key))  # two of them may be swapped
    return any(sorted(name) == letters for name in names) or nearest_word(key, names, alike=_MISSPELT) is not None
