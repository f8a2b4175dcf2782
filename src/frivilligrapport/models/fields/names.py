"""What the reading is told of a kind of file: the names of its fields, and what they hold."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from frivilligrapport.models.fields.base import Felter, Field
from frivilligrapport.models.fields.leaves import Aarstal, Choice, Henvisning, Periode, Prosa, Slug
from frivilligrapport.models.fields.unknown import models_in
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.reading.field_names import FieldNames, Holds

_OF_A_KIND = (
    (Holds.PROSE, (Prosa,)),
    (Holds.ONE_WORD, (Slug, Choice, Periode, Aarstal)),
    (Holds.ID, (Slug, Henvisning)),
    (Holds.YEAR, (Periode, Aarstal)),
)


class NamesOf(FieldNames):
    """Answer for the kind of file that `model` is; nothing is looked at before something is asked."""

    def __init__(self, model: type[Felter]) -> None:
        self._model = model

    @cached_property
    def held(self) -> Mapping[str, Collection[Holds]]:
        """Give what the fields of each name hold, by the name."""
        found = defaultdict[str, set[Holds]](set)
        for home, group in models_in(self._model):
            for name, field in group.fields.items():
                found[name] |= {Holds.FURTHER_IN if home else Holds.AT_THE_MARGIN, *_held(field, is_own=home is None)}
        return found

    @cached_property
    def only_words(self) -> Mapping[str, tuple[str, ...]]:
        """Give the only words that a field may hold, by its name; none where it may be left unknown."""
        fields = [one for _, group in models_in(self._model) for one in group.fields.values()]
        words = {one.name: _words(one) for one in fields if not one.holds_list}
        return {name: own for name, own in words.items() if own and UOPLYST not in own}


def names_of(model: type[Felter]) -> FieldNames:
    """Give the names of a kind of file's fields."""
    key: Any = model  # mypy takes a class of groups for something without a hash
    return _names_of(key)


_names_of = cache(NamesOf)


def _held(field: Field, *, is_own: bool) -> Iterator[Holds]:
    if field.group:
        yield Holds.GROUPS if field.holds_list and not field.keyed_by else Holds.GROUP
    elif field.holds_list:
        yield from () if issubclass(field.kind, Prosa) else (Holds.LIST,)
    else:
        found = [what for what, kinds in _OF_A_KIND if issubclass(field.kind, kinds)]
        # What a file is of is said in a word; further in, a point of a policy may be named by its whole title.
        yield from [*found, Holds.ONE_WORD] if is_own and Holds.ID in found else found or (Holds.WORDS,)


def _words(field: Field) -> tuple[str, ...]:
    if field.kind is bool:
        return ("ja", "nej")
    return tuple(field.kind.words) if issubclass(field.kind, Choice) else ()
