"""What an editor says: each field and each word has a Danish text."""

import re

import pytest
from frivilligrapport.models.schema.file_types import FILE_TYPES
from frivilligrapport.models.schema.texts import FILE_TEXTS, TEXTS, field_text
from frivilligrapport.models.schema.words import ANSWERS, WORD_LISTS
from frivilligrapport.models.structure import field_names, models_in

from frivilligrapport.models import choices, lister
from frivilligrapport.models.enheder import ENHEDER
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.schema.schema_file import schema

MODELS = sorted({model for root in FILE_TYPES.values() for _, model in models_in(root)}, key=lambda one: one.__name__)
JARGON = re.compile(
    r"\b(?:mapping|scalar|string|boolean|null|none|dict|key|value|field|list|item|the)\b", re.IGNORECASE
)
UNKNOWN = (lister.UOPLYST,)
LISTS = [
    (choices.JaNej, ("ja", "nej")),
    (choices.JaNejUoplyst, ("ja", "nej", *UNKNOWN)),
    (choices.Filstatus, lister.FILSTATUS),
    (choices.Art, lister.ART + UNKNOWN),
    (choices.Tilstand, lister.TILSTAND + UNKNOWN),
    (choices.Frivilligtype, lister.FRIVILLIGTYPE + UNKNOWN),
    (choices.Metode, lister.METODE + UNKNOWN),
    (choices.Bidragsstatus, lister.BIDRAG + UNKNOWN),
    (choices.Udgang, lister.UDGANG),
    (choices.Opfyldt, lister.OPFYLDT + UNKNOWN),
    (choices.Maaling, lister.MAALING + UNKNOWN),
    (choices.Vaegt, lister.VAEGT),
    (choices.Enhedstype, lister.ENHEDSTYPE),
    (choices.Enhedsart, lister.ENHEDSART),
]


@pytest.mark.parametrize("model", MODELS)
def test_every_field_has_a_text(model: type[Felter]) -> None:
    """Each field of each model has a whole sentence or more, without the words of programmers."""
    for name in field_names(model):
        text = field_text(model, name)
        assert re.fullmatch(r"[A-ZÆØÅ][^\n]{9,}[.:]", text, re.DOTALL), f"{model.__name__}.{name}: {text}"
        assert not JARGON.search(text), f"{model.__name__}.{name}: {text}"


def test_no_text_is_left_behind() -> None:
    """Each text is of a field that is there."""
    assert set(TEXTS) <= set(MODELS)
    assert [(model, name) for model, texts in TEXTS.items() for name in texts if name not in field_names(model)] == []


def test_every_file_type_has_a_title() -> None:
    """Each file type is introduced."""
    assert list(FILE_TEXTS) == list(FILE_TYPES)


@pytest.mark.parametrize(("kind", "words"), LISTS)
def test_the_words_are_those_the_program_reads(kind: object, words: tuple[str, ...]) -> None:
    """Each closed list is proposed whole and in its own order, each word with what it means."""
    assert tuple(WORD_LISTS[kind]) == words
    assert all(text.endswith(".") for text in WORD_LISTS[kind].values())


def test_no_list_is_forgotten() -> None:
    """Every type of `models.choices` has its list."""
    assert set(WORD_LISTS) == {kind for kind, _ in LISTS}


def test_units_are_proposed_with_their_definition() -> None:
    """Under `tal`, each built-in unit is a key with its definition."""
    made = schema("statusfil")["definitions"]
    keys = made["Indsats.tal"]["properties"]
    assert list(keys) == [unit.flertal for unit in ENHEDER]
    for unit in ENHEDER:
        name = keys[unit.flertal]["$ref"].rpartition("/")[2]
        assert made[name]["description"].startswith(unit.definition)


def test_fields_are_proposed_as_people_spell_them() -> None:
    """Keys have æ, ø and å, and the two words that answer a question are proposed with it."""
    made = schema("statusfil")
    assert "år" in made["properties"]
    assert {"målgrupper", "hører_til", "fælles", "ny_i_år"} <= set(made["definitions"]["Indsats"]["properties"])
    proposed = made["definitions"]["Statusfil.forslag"]["anyOf"][1]
    assert dict(zip(proposed["enum"], proposed["enumDescriptions"], strict=True)) == ANSWERS
