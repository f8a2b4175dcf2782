"""The part of a schema that is about one model: its fields in every spelling, and which of them must be there."""

from collections.abc import Iterator
from functools import partial
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BeforeValidator

from frivilligrapport.danish import join_words
from frivilligrapport.models import lister
from frivilligrapport.models.answers import Besvaret
from frivilligrapport.models.base import Felter
from frivilligrapport.models.schema.snippets import EMPTY_LIST, snippet
from frivilligrapport.models.schema.spellings import any_of, other_spellings
from frivilligrapport.models.schema.texts import field_text
from frivilligrapport.models.schema.units import unit_keys
from frivilligrapport.models.schema.values import Schema, in_list, proposals, value
from frivilligrapport.models.schema.words import ANSWERS, UNKNOWN
from frivilligrapport.models.spelling import spelled
from frivilligrapport.models.structure import field_names, required_names
from frivilligrapport.models.tal import Tal

_MANY = 6


def group(model: type[Felter]) -> Schema:
    """Make the schema of a group of fields; each field's own schema is found under `definitions`."""
    names = {spelled(name): {"$ref": reference(model, name)} for name in field_names(model)}
    return {
        "properties": names,
        "patternProperties": {other_spellings(name): link for name, link in names.items()},
        "additionalProperties": False,
        "errorMessage": f"Feltet kendes ikke her. Felterne er: {', '.join(names)}.",
        **_required(model),
        **snippet(model),
    }


def reference(model: type[Felter], name: str = "") -> str:
    """Give the address of a model's schema, or of one of its fields'."""
    return f"#/definitions/{model.__name__}{'.' if name else ''}{name}"


def _required(model: type[Felter]) -> Schema:
    """Ask for each required field where no key is a spelling of it."""
    asked = []
    for name in required_names(model):
        absent = {"propertyNames": {"not": {"pattern": any_of([name])}}}
        then = {"required": [spelled(name)], "errorMessage": f"Feltet »{spelled(name)}« mangler."}
        asked.append({"if": absent, "then": then})
    return {"allOf": asked} if asked else {}


def fields(model: type[Felter]) -> Iterator[tuple[str, Schema]]:
    """Yield each field's name with its schema, description included."""
    hints = get_type_hints(model, include_extras=True)
    for name in field_names(model):
        required = name in required_names(model)
        schema = _field(model, name, _without_none(hints[name]), required=required)
        yield name, {"description": field_text(model, name), **schema}


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in {UnionType, Union}:
        return next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _field(model: type[Felter], name: str, annotation: Any, *, required: bool) -> Schema:
    words = issubclass(model, Besvaret) and name in model.answerable
    content = _keyword(annotation, "content")
    if content:
        return _keyed(get_args(get_args(annotation)[0])[0], content, _keyword(annotation, "fields"))
    if get_origin(annotation) is tuple:
        return _list(get_args(annotation)[0], required=required, words=words)
    if isinstance(annotation, type) and issubclass(annotation, Felter):
        return _one_group(annotation, required=required, words=words)
    return value(annotation, required=required, may_be_blank=name in model.may_be_blank)


def _keyword(annotation: Any, name: str) -> Any:
    """Give what `base.keyed` was told of a field whose keys are the writer's own words; None for other fields."""
    marks = annotation.__metadata__ if get_origin(annotation) is Annotated else ()
    calls = [mark.func for mark in marks if isinstance(mark, BeforeValidator) and isinstance(mark.func, partial)]
    return next((call.keywords[name] for call in calls), None)


def _one_group(model: type[Felter], *, required: bool, words: bool) -> Schema:
    message = f"Her skal stå felter, hvert på sin egen linje, rykket ind: {_names(model)}."
    schema = {"allOf": [{"$ref": reference(model)}], **snippet(model, as_value=True)}
    return schema | _shape({"type": "object"}, message, required=required, words=words)


def _names(model: type[Felter]) -> str:
    """Name the fields of a group, of a large one only those that must be there."""
    names = field_names(model)
    some = names if len(names) <= _MANY else required_names(model) or names[:_MANY]
    return join_words([spelled(name) for name in some]) + ("" if some == names else " med flere")


def _list(item: Any, *, required: bool, words: bool) -> Schema:
    if isinstance(item, type) and issubclass(item, Felter):
        message = f"Her skal stå en liste. Hvert punkt begynder med - og har felterne {_names(item)}."
        group_there = {"type": "object", "allOf": [{"$ref": reference(item)}], "errorMessage": message}
        items: Schema = {"if": {}, "then": group_there}
        proposal = snippet(item, as_list=True)
    else:
        message = "Her skal stå en liste: [ét, to], eller hvert punkt på sin egen linje med - foran."
        items = in_list(item)
        proposal = EMPTY_LIST
    return proposal | _shape({"type": "array", "items": items}, message, required=required, words=words)


def _shape(shape: Schema, message: str, *, required: bool = False, words: bool = False) -> Schema:
    """Say what may stand in a field: a list or a group, nothing at all, or one of the words that answer it."""
    types = [shape["type"], *([] if required else ["null"]), *(["string"] if words else [])]
    then = shape | {"type": types, "errorMessage": message}
    if not words:
        return {"anyOf": [{}], "if": {}, "then": then}
    answer = f"{message} Eller skriv {lister.INGEN} eller {lister.UOPLYST}."
    then |= {"pattern": any_of(ANSWERS), "errorMessage": answer}
    return {"anyOf": [{}, proposals(ANSWERS)], "if": {}, "then": then}


def _keyed(model: type[Felter], content: str, no_keys: tuple[str, ...]) -> Schema:
    """Make the schema of fields whose keys are the writer's own words, each with a value or a group of fields."""
    keys = unit_keys() if model is Tal else {"properties": {}, "patternProperties": {}}
    if no_keys:
        keys["patternProperties"] |= {any_of(no_keys): False}
        keys["errorMessage"] = (
            "Her skal stå en enhed, fx frivillige. Ryk linjen længere ind, hvis den hører til enheden."
        )
    expected = "Her skal stå felter, hver med navn, kolon og værdi, rykket ind."
    return keys | {"additionalProperties": entry(model, content)} | _shape({"type": "object"}, expected)


def entry(model: type[Felter], content: str) -> Schema:
    """Make the schema of what stands at such a key: `content` in the short form, or the fields of `model`."""
    kind = _without_none(get_type_hints(model, include_extras=True)[content])
    message = f"Her skal stå én værdi eller felter, rykket ind: {_names(model)}."
    then = {"type": ["object", *value(kind, required=False)["then"]["type"]], "errorMessage": message}
    return {"anyOf": [{}, proposals(UNKNOWN)], "allOf": [{"$ref": reference(model)}], "if": {}, "then": then}
