"""What slips are told apart by is what the models declare."""

from frivilligrapport.models.fields.base import Field
from frivilligrapport.models.fields.leaves import Choice, Prosa
from frivilligrapport.models.fields.unknown import models_in
from frivilligrapport.models.filtyper import file_types
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.reading.slips import fields


def declared() -> dict[str, list[Field]]:
    """Give every field of every file type, by its name."""
    found: dict[str, list[Field]] = {}
    for one in file_types():
        for _, model in models_in(one.model):
            for name, field in model.fields.items():
                found.setdefault(name, []).append(field)
    return found


def test_lists_are_those_of_the_models() -> None:
    """A name is a list's where some model has it so of single values, and no model has it as one value."""
    for name, found in declared().items():
        is_list = any(one.holds_list and one.group is None for one in found)
        is_single = any(not one.holds_list and one.group is None for one in found)
        if not (is_list and is_single) and not any(issubclass(one.kind, Prosa) for one in found):
            wanted = is_list and name != "krav"
            assert fields.is_list(name) == wanted, name


def test_prose_is_that_of_the_models() -> None:
    """A name is that of whole sentences where some model has it so, and it is no list."""
    for name, found in declared().items():
        is_prose = any(issubclass(one.kind, Prosa) and not one.holds_list for one in found)
        assert fields.is_prose(name) == is_prose, name


def test_words_without_uoplyst() -> None:
    """A field whose few words are offered instead of uoplyst takes these and nothing else."""
    for name, found in declared().items():
        for one in found:
            if issubclass(one.kind, Choice) and fields.words_of(name):
                assert fields.words_of(name) == tuple(one.kind.words)
                assert UOPLYST not in one.kind.words
            elif one.kind is bool and not one.holds_list:
                assert fields.words_of(name) in {("ja", "nej"), ()}, name
