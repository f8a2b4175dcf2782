"""What a file points at by id or by name: what was meant where nothing has it, and names that make a list."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from frivilligrapport.danish import Guesses, join_words, normal_key
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.leaves import Text
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.reading.tree import ScalarNode, SequenceNode
from frivilligrapport.rules.delivery import Suggestion

# What is said of such a name: it writes the list too.
SAID_OF_NAMES = frozenset({"FR322", "FR325", "FR326", "FR327"})


def in_list(group: Felter, field: str, typed: Text, names: Sequence[str], unknown: Suggestion) -> Suggestion:
    """Word a finding about a name of a list that is not known: `names` are those that were typed as one, if any.

    `unknown` says what is said of it otherwise.
    """
    return _told_apart(group, field, typed, names) if names else _as_list(group, field, typed, unknown)


def _told_apart(group: Felter, field: str, typed: Text, names: Sequence[str]) -> Suggestion:
    """Word a finding about several names that were typed as one, where the field holds a list."""
    entry = group.node.get(field)
    items = ", ".join(names)
    is_list = entry is not None and isinstance(entry.value, SequenceNode)
    if entry is not None and not is_list:
        items = f"[{items}]"
    elif entry is not None and isinstance(entry.value, SequenceNode) and entry.value.location.length == 1:
        # Below its field each has a line of its own, two characters behind its dash.
        items = f"\n{' ' * (typed.location.column - 3)}- ".join(names)
    message = f"Her står flere navne som ét: {join_words([f'»{one}«' for one in names])}."
    hint = f"Skriv {items}" if "\n" not in items else "Skriv hvert navn på sin egen linje med - foran"
    return Suggestion(message, hint, (items,))


def _as_list(group: Felter, field: str, typed: Text, suggestion: Suggestion) -> Suggestion:
    """Word what may be written instead as a list, where the one name stands in a list's field without being one."""
    entry = group.node.get(field)
    alone = entry is not None and isinstance(entry.value, ScalarNode) and entry.value.location == typed.location
    if not alone or not isinstance(getattr(group, field), tuple):
        return suggestion
    message, hint, instead = suggestion
    for one in instead:
        hint = hint.replace(one, f"[{one}]", 1)
    return Suggestion(message, hint, tuple(f"[{one}]" for one in instead))


class Ids:
    """Hold the ids of things that can be pointed at, with their names."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._guesses = Guesses(names)

    def lack(self, typed: Text) -> bool:
        """Tell whether what points at one of them points at nothing."""
        return typed not in self._names and not is_unanswered(typed)

    def several(self, typed: Text) -> tuple[str, ...]:
        """Give the ids that were typed as one, () when that is not so."""
        return self._guesses.several(typed)

    def meant(self, typed: Text) -> str | None:
        """Find the id that was probably meant, also by the thing's name."""
        return self._by_name.get(typed.key) or self._guesses.nearest(typed)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {normal_key(name): slug for slug, name in self._names.items()}
