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


def test_names_are_those_of_the_models() -> None:
    """A name begins at the margin where some file has it as a field of its own; all others stand further in."""
    top = {name for one in file_types() for name in one.model.fields}
    for name in declared():
        assert fields.is_name(name), name
        assert fields.is_at_the_margin(name) == (name in top), name
    for word in ("begivenheder", "begynde", "dele", "forhold", "samskabelse", "omverdensinddragelse"):
        assert not fields.is_name(word), word
        assert not fields.is_misspelt(word), word
    for word in ("forod", "tietl", "perspektivr", "hovedbudskab"):
        assert fields.is_misspelt(word), word


def test_lists_of_groups_are_those_of_the_models() -> None:
    """A name is that of a list of groups where some model has it so, and none has it as one group."""
    for name, found in declared().items():
        groups = [one for one in found if one.group is not None]
        is_list = bool(groups) and all(one.holds_list and not one.keyed_by for one in groups)
        assert fields.is_list_of_groups(name) == is_list, name
