"""The part of a schema that is about one model: its fields in every spelling, and which of them must be there.

And what an editor writes for you when you begin a group or a list: `defaultSnippets` is the YAML language server's own
addition to JSON Schema; others pass it over.
"""

from collections.abc import Iterator

from frivilligrapport.danish import join_words
from frivilligrapport.models import lister
from frivilligrapport.models.fields.base import Felter, Field
from frivilligrapport.models.schema.values import Schema, any_of, in_list, other_spellings, proposals, unit_keys, value
from frivilligrapport.models.tal import Tal

_MANY = 6
_EMPTY_LIST: Schema = {"defaultSnippets": [{"label": "liste", "description": "Begynder en liste.", "body": ["$1"]}]}
_EXAMPLES = {"id": "kort-navn", "antal": "ca. 15"}


def group(model: type[Felter], holder: Field | None = None) -> Schema:
    """Make the schema of a group of fields; each field's own schema is found under `definitions`.

    `holder` is the field that the group stands under, None for a whole file.
    """
    names = {one.spelled: {"$ref": reference(model, one.name)} for one in model.fields.values()}
    return {
        "properties": names,
        "patternProperties": {other_spellings(name): link for name, link in names.items()},
        "additionalProperties": False,
        "errorMessage": f"Feltet kendes ikke her. Felterne er: {', '.join(names)}.",
        **_required(model),
        **_snippet(model, holder),
    }


def reference(model: type[Felter], name: str = "") -> str:
    """Give the address of a model's schema, or of one of its fields'."""
    return f"#/definitions/{model.__name__}{'.' if name else ''}{name}"


def _required(model: type[Felter]) -> Schema:
    """Ask for each required field where no key is a spelling of it."""
    asked = []
    for one in model.fields.values():
        if one.required:
            absent = {"propertyNames": {"not": {"pattern": any_of([one.name])}}}
            then = {"required": [one.spelled], "errorMessage": f"Feltet »{one.spelled}« mangler."}
            asked.append({"if": absent, "then": then})
    return {"allOf": asked} if asked else {}


def fields(model: type[Felter]) -> Iterator[tuple[str, Schema]]:
    """Yield each field's name with its schema, description included."""
    for name, one in model.fields.items():
        yield name, {"description": one.help, **_field(one)}


def _field(field: Field) -> Schema:
    if field.keyed_by:
        return _keyed(field)
    if field.holds_list:
        return _list(field)
    return _one_group(field, field.group) if field.group else value(field)


def _one_group(field: Field, model: type[Felter]) -> Schema:
    message = f"Her skal stå felter, hvert på sin egen linje, rykket ind: {_names(model)}."
    schema = {"allOf": [{"$ref": reference(model)}], **_snippet(model, field, as_value=True)}
    return schema | _shape(field, {"type": "object"}, message)


def _names(model: type[Felter]) -> str:
    """Name the fields of a group, of a large one only those that must be there."""
    every = list(model.fields.values())
    some = every if len(every) <= _MANY else [one for one in every if one.required] or every[:_MANY]
    return join_words([one.spelled for one in some]) + ("" if some == every else " med flere")


def _list(field: Field) -> Schema:
    if field.group:
        message = f"Her skal stå en liste. Hvert punkt begynder med - og har felterne {_names(field.group)}."
        group_there = {"type": "object", "allOf": [{"$ref": reference(field.group)}], "errorMessage": message}
        items: Schema = {"if": {}, "then": group_there}
        proposal = _snippet(field.group, field, as_list=True)
    else:
        message = "Her skal stå en liste: [ét, to], eller hvert punkt på sin egen linje med - foran."
        items = in_list(field)
        proposal = _EMPTY_LIST
    return proposal | _shape(field, {"type": "array", "items": items}, message)


def _shape(field: Field, shape: Schema, message: str) -> Schema:
    """Say what may stand in a field: a list or a group, nothing at all, or one of the words that answer it."""
    others = [*([] if field.required else ["null"]), *(["string"] if field.answerable else [])]
    then = shape | {"type": [shape["type"], *others], "errorMessage": message}
    if not field.answerable:
        return {"anyOf": [{}], "if": {}, "then": then}
    answer = f"{message} Eller skriv {lister.INGEN} eller {lister.UOPLYST}."
    then |= {"pattern": any_of(lister.SVAR), "errorMessage": answer}
    return {"anyOf": [{}, proposals(lister.SVAR)], "if": {}, "then": then}


def _keyed(field: Field) -> Schema:
    """Make the schema of fields whose keys are the writer's own words, each with a value or a group of fields."""
    model = field.kind
    keys = unit_keys() if model is Tal else {"properties": {}, "patternProperties": {}}
    if len(model.fields) > 1:
        keys["patternProperties"] |= {any_of(model.fields): False}
        keys["errorMessage"] = (
            "Her skal stå en enhed, fx frivillige. Ryk linjen længere ind, hvis den hører til enheden."
        )
    expected = "Her skal stå felter, hver med navn, kolon og værdi, rykket ind."
    return keys | {"additionalProperties": entry(model, field.keyed_by)} | _shape(field, {"type": "object"}, expected)


def entry(model: type[Felter], content: str) -> Schema:
    """Make the schema of what stands at such a key: `content` in the short form, or the fields of `model`."""
    message = f"Her skal stå én værdi eller felter, rykket ind: {_names(model)}."
    types = [*value(model.fields[content])["then"]["type"], "null"]
    then = {"type": ["object", *dict.fromkeys(types)], "errorMessage": message}
    return {"anyOf": [{}, proposals(lister.UKENDT)], "allOf": [{"$ref": reference(model)}], "if": {}, "then": then}


def _snippet(
    model: type[Felter], field: Field | None = None, *, as_value: bool = False, as_list: bool = False
) -> Schema:
    """Give the keywords that propose a group: inside it, as the value of `field`, or as its list's first item.

    `field` is the one that the group stands under, None for a whole file.
    """
    wanted = [one for one in model.fields.values() if one.required or one.usual]
    if not wanted:
        return {}
    body = {one.spelled: _stop(number, one.name) for number, one in enumerate(wanted, 1)}
    description = f"Skriver {'felterne' if len(body) > 1 else 'feltet'} {join_words(list(body))}."
    proposal = {"label": _label(field), "description": description, "body": [body] if as_list else body}
    if as_value or as_list:
        return {"defaultSnippets": [proposal]}
    # Only where the cursor stands in the group itself: within `then`, no value is proposed from it.
    return {"if": {}, "then": {"defaultSnippets": [proposal]}}


def _label(field: Field | None) -> str:
    """Call it what one of the list is called, or by the name of the field."""
    if field is None:
        return "felter"
    if field.keyed_by:
        return f"{field.spelled} med flere oplysninger"
    if not field.holds_list:
        return field.spelled
    definite, bare = field.each or ("punktet", "punkt")
    return f"{'nyt' if definite.endswith('et') else 'ny'} {bare}"


def _stop(number: int, name: str) -> str:
    """Mark where the cursor stops, with an example for those fields whose form is not plain."""
    return f"${{{number}:{_EXAMPLES[name]}}}" if name in _EXAMPLES else f"${number}"
