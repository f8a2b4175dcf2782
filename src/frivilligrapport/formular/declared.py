"""What a form says of a declared field, wherever it stands: its label, its help, its kind, its answers.

All of it follows from the field's declaration in `models`.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from frivilligrapport.models.fields.base import Felter, Field
from frivilligrapport.models.fields.leaves import (
    Andel,
    Bemaerkning,
    Choice,
    Henvisning,
    Maengde,
    Navn,
    Periode,
    Prosa,
    Sti,
    Text,
)
from frivilligrapport.models.fields.unknown import models_in
from frivilligrapport.models.lister import ANSWERS, INGEN, UOPLYST
from frivilligrapport.models.schema.values import words_of
from frivilligrapport.problems import Fault, Location
from frivilligrapport.reading.tree import ScalarNode

Json = dict[str, Any]
_CONTROLS = (
    (bool, "ja_nej"),
    (Choice, "valg"),
    (Maengde, "tal"),
    (Andel, "tal"),
    (Periode, "periode"),
    (Prosa, "prosa"),
    (Bemaerkning, "prosa"),
    (Sti, "sti"),
    (Henvisning, "henvisning"),
)
_QUICK = (UOPLYST, INGEN, "ikke relevant")
_IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]")


_ANSWER: Json = {
    "felt": "svar",
    "navn": "Svar",
    "hjælp": "",
    "krævet": False,
    "slags": "valg",
    "valg": list(ANSWERS),
    "forklaringer": [],
    "hurtigsvar": [],
    "forslag": [],
}
# Which names a field refers to, where they are not called as it is.
_REFERS = {
    "bydel": "bydele",
    "gaelder_for": "forvaltninger",
    "med": "forvaltninger",
    "taeller_hos": "forvaltninger",
    "forvaltning": "forvaltninger",
    "enhed_og_maerke": "enheder",
    "indsatser": "id",
    "planer": "id",
    "indsats": "id",
    "hoerer_til": "id",
    "hvor": "id",
    "id": "",
}


def declarations(root: type[Felter], names: Mapping[str, tuple[str, ...]]) -> Json:
    """Say what holds of every field of a file, by the field's full name; `names` are those that it may refer to."""
    said: Json = {"svar": _ANSWER}
    for _, model in models_in(root):
        key = (getattr(model, model.key),) if model.key else ()
        for field in (*key, *model.fields.values()):
            proposed = names.get(_REFERS.get(field.name, field.name), ()) if field.group is None else ()
            said[field.full_name] = declared(field) | {"forslag": list(proposed)}
    return said


@cache
def declared(field: Field) -> Json:
    """Say what holds of a field everywhere."""
    said: Json = {
        "felt": field.name,
        "navn": field.label,
        "hjælp": _IN_BRACKETS.sub(r"\1", field.meaning),  # the brackets of a list are not typed here
        "krævet": field.required,
    }
    if field.group:
        return said | {"ét": one_of(field), "svarmuligheder": list(ANSWERS) if field.answerable else []}
    return said | {
        "slags": _control(field),
        "valg": list(words_of(field.kind)),
        "forklaringer": list(words_of(field.kind).values()),
        "hurtigsvar": _quick_answers(field),
    }


def one_of(field: Field) -> str:
    """Give what one of a list is called, in small letters."""
    return field.each[1] if field.each else field.label.lower()


def _control(field: Field) -> str:
    if field.is_key:
        return "nøgle"
    if field.holds_list:
        return "henvisninger" if issubclass(field.kind, Henvisning) else "liste"
    return next((control for kind, control in _CONTROLS if issubclass(field.kind, kind)), "tekst")


def _quick_answers(field: Field) -> list[str]:
    """Give the words that say why there is no answer, as far as the field takes them and does not offer them anyway."""
    if field.is_key or field.holds_list or field.kind is bool or issubclass(field.kind, Choice):
        return []
    if issubclass(field.kind, Text):
        return [UOPLYST] if field.kind.own_words and not issubclass(field.kind, Navn) else []
    return [word for word in _QUICK if _takes(field, word)]


def _takes(field: Field, word: str) -> bool:
    try:
        field.read(ScalarNode(word, Location("")))
    except Fault:
        return False
    return True
