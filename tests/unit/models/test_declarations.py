"""What each field's line says: a Danish text for people, and words that are explained."""

import re

import pytest

from frivilligrapport.models import lister
from frivilligrapport.models.enheder import ENHEDER
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.leaves import Choice
from frivilligrapport.models.fields.unknown import models_in
from frivilligrapport.models.filtyper import file_types
from frivilligrapport.models.schema.schema_file import schema
from frivilligrapport.models.statusfil import FILTYPE

MODELS = sorted({part for one in file_types() for _, part in models_in(one.model)}, key=lambda one: one.__name__)
CHOICES = sorted(
    {one.kind for model in MODELS for one in model.fields.values() if issubclass(one.kind, Choice)},
    key=lambda one: one.__name__,
)
JARGON = re.compile(
    r"\b(?:mapping|scalar|string|boolean|null|none|dict|key|value|field|list|item|the)\b", re.IGNORECASE
)


@pytest.mark.parametrize("model", MODELS)
def test_every_field_has_a_text(model: type[Felter]) -> None:
    """Each field of each model has a whole sentence or more, without the words of programmers."""
    for name, one in model.fields.items():
        assert re.fullmatch(r"[A-ZÆØÅ][^\n]{9,}[.:]", one.help, re.DOTALL), f"{model.__name__}.{name}: {one.help}"
        assert not JARGON.search(one.help), f"{model.__name__}.{name}: {one.help}"


@pytest.mark.parametrize("kind", CHOICES)
def test_every_word_is_explained(kind: type[Choice]) -> None:
    """Each word of a closed list says what it means."""
    assert all(re.fullmatch(r"[A-ZÆØÅ][^\n]+[.]", text) for text in kind.words.values())


def test_every_file_type_is_introduced() -> None:
    """Each type of file has a title and a sentence."""
    assert len(file_types()) == 7
    assert all(one.title and re.fullmatch(r"[A-ZÆØÅ][^\n]+[.]", one.text) for one in file_types())


def test_units_are_proposed_with_their_definition() -> None:
    """Under `tal`, each built-in unit is a key with its definition."""
    made = schema(FILTYPE)["definitions"]
    keys = made["Indsats.tal"]["properties"]
    assert list(keys) == [unit.flertal for unit in ENHEDER]
    for unit in ENHEDER:
        name = keys[unit.flertal]["$ref"].rpartition("/")[2]
        assert made[name]["description"].startswith(unit.definition)


def test_fields_are_proposed_as_people_spell_them() -> None:
    """Keys have æ, ø and å, and the two words that answer a question are proposed with it."""
    made = schema(FILTYPE)
    assert "år" in made["properties"]
    assert {"målgrupper", "hører_til", "fælles", "ny_i_år"} <= set(made["definitions"]["Indsats"]["properties"])
    proposed = made["definitions"]["Statusfil.forslag"]["anyOf"][1]
    assert dict(zip(proposed["enum"], proposed["enumDescriptions"], strict=True)) == lister.SVAR
