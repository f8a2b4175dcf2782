"""The part of a schema that is about a single value: its words in every spelling, and the units of figures.

A field has no `type` of its own: an editor would propose true, false and null wherever the type allows them. `if` with
`then` or `else` says the same and proposes nothing. The field's `anyOf` tells the editor that a value follows on the
same line. Words to choose from stand there in a branch that never holds: they are proposed, each with its explanation,
while the pattern accepts every spelling of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.models.enheder import ENHEDER, Enhed, built_in
from frivilligrapport.models.fields.base import Field
from frivilligrapport.models.fields.leaves import Aarstal, Choice, Slug, Text
from frivilligrapport.models.lister import JA_NEJ
from frivilligrapport.models.udseende import Farve, Overskrift

Words = Mapping[str, str]

Schema = dict[str, Any]
# What an editor may take a value for: a text may well be 2014 or true. How a number is written, the program judges.
_ANY_VALUE = ("string", "number", "boolean")
_ONE_VALUE = "Her skal stå én værdi, ikke en liste og ikke flere felter."
_FILLED = "Feltet skal udfyldes med én værdi. Er den ukendt, så skriv uoplyst."
_SLUG_FORM = "^\\s*[a-z0-9]+(?:-[a-z0-9]+)*\\s*$"
_SLUG = "Et id skrives med små bogstaver a-z, tal og bindestreger, fx smag-verden."
_COLOUR_FORM = "^\\s*#?[0-9a-fA-F]{6}\\s*$"
_COLOUR = 'En farve skrives med seks tegn, fx "#14485c" i anførselstegn.'
_YEAR_FORM = "^\\s*(?:19|20)[0-9]{2}\\s*$"
_YEAR = "Et årstal skrives med fire cifre, fx 2014."


# Each way that a letter may be typed, a decomposed å from a Mac included.
_LETTERS = {"ae": "(?:[æÆ]|[aA][eE])", "oe": "(?:[øØ]|[oO][eE])", "aa": "(?:[åÅ]|[aA]\u030a|[aA][aA])", "_": "[\\s_-]+"}
_PIECE = re.compile("ae|oe|aa|.")


def spellings(word: str) -> str:
    """Give a pattern for a word, without anchors; it holds for Python and for JavaScript."""
    return "".join(_LETTERS.get(piece) or _letter(piece) for piece in _PIECE.findall(normal_key(word)))


def _letter(piece: str) -> str:
    return f"[{piece}{piece.upper()}]" if piece.isalpha() else literally(piece)


def literally(text: str) -> str:
    """Give a pattern for a text as it stands. JavaScript knows no escaped space or hyphen, as Python writes them."""
    return re.escape(text).replace(r"\ ", " ").replace(r"\-", "-")


def any_of(words: Iterable[str]) -> str:
    """Give a pattern for a text that is one of the words."""
    return f"^\\s*(?:{'|'.join(spellings(word) for word in words)})\\s*$"


def other_spellings(word: str) -> str:
    """Give a pattern for a key that is the word in any spelling but the one given.

    A schema has that one under `properties`, where editors take their proposals from.
    """
    return f"^(?!{literally(word)}$)\\s*{spellings(word)}\\s*$"


def proposals(words: Words) -> Schema:
    """Give the branch of `anyOf` that holds the words and their explanations, and that never holds itself."""
    return {"enum": list(words), "enumDescriptions": list(words.values()), "not": {}}


def words_of(kind: type[Any]) -> Words:
    """Give the words that a value is chosen from; none where it is not."""
    return kind.words if issubclass(kind, Choice) else JA_NEJ if kind is bool else {}


def value(field: Field) -> Schema:
    """Make the schema of a field's single value."""
    return _value(field.kind, [] if field.required else ["null"], filled=field.required and not field.may_be_blank)


def _value(kind: type[Any], empty: list[str], *, filled: bool) -> Schema:
    words = words_of(kind)
    if words:
        return _checked(empty, any_of(words), f"Skriv {join_words(list(words), 'eller')}.", words)
    if kind is Farve:
        limits = {"minimum": 100000, "maximum": 999999, "multipleOf": 1}
        return _numbers(empty, limits, _COLOUR_FORM, _COLOUR)
    if kind is Slug:
        return _numbers(["boolean", *empty], {"minimum": 0, "multipleOf": 1}, _SLUG_FORM, _SLUG)
    if kind is Aarstal:
        limits = {"minimum": 1900, "maximum": 2099, "multipleOf": 1}
        return _numbers(empty, limits, _YEAR_FORM, _YEAR)
    if issubclass(kind, Overskrift):
        return _own_text(kind, empty)
    return _plain(kind, empty, filled=filled)


def in_list(field: Field) -> Schema:
    """Make the schema of an item of a list; the words are snippets here, which leave the editor's own English out."""
    item = {key: part for key, part in _value(field.kind, [], filled=True).items() if key != "anyOf"}
    snippets = [{"label": word, "description": text, "body": word} for word, text in words_of(field.kind).items()]
    return item | ({"defaultSnippets": snippets} if snippets else {})


def _plain(kind: type[Any], empty: list[str], *, filled: bool) -> Schema:
    then: Schema = {"type": [*_ANY_VALUE, *empty], "errorMessage": _ONE_VALUE if empty else _FILLED}
    return {"anyOf": [{}], "if": {}, "then": then | ({"pattern": "\\S"} if filled and issubclass(kind, Text) else {})}


def _own_text(kind: type[Overskrift], empty: list[str]) -> Schema:
    """Make the schema of a text of the report's own, which is filled and has no other places than the declared."""
    places = f"|\\{{(?:{'|'.join(kind.places)})\\}}" if kind.places else ""
    said = f"Her kan stå {join_words([f'{{{one}}}' for one in kind.places], 'eller')}, og ellers ikke {{ og }}."
    message = said if kind.places else "Skriv teksten uden { og }."
    form = f"^(?=[\\s\\S]*\\S)(?:[^{{}}]{places})*$"
    then = {"type": [*_ANY_VALUE, *empty], "pattern": form, "errorMessage": message}
    return {"anyOf": [{}], "if": {}, "then": then}


def _checked(empty: list[str], pattern: str, message: str, words: Words) -> Schema:
    then = {"type": ["string", *empty], "pattern": pattern, "errorMessage": message}
    return {"anyOf": [{}, proposals(words)], "if": {}, "then": then}


def _numbers(others: list[str], limits: Schema, pattern: str, message: str) -> Schema:
    """Make a schema for what an editor may take for a number: that, or a text of a certain form."""
    text = {"type": "string", "pattern": pattern, "errorMessage": message}
    number = {"type": ["number", *others]} | limits
    return {"anyOf": [{}], "if": number, "else": text}


def unit_keys() -> Schema:
    """Give the keywords for the keys of `tal`. Units of the municipality's own are for the program to know."""
    proposed = {unit.flertal: _reference(unit) for unit in ENHEDER}
    return {
        "properties": proposed,
        "patternProperties": {_pattern(key, unit): _reference(unit) for key, unit in built_in().items()},
    }


def unit_definitions(entry: Schema) -> Iterator[tuple[str, Schema]]:
    """Yield each unit's name under `definitions` and its schema: its own text, and what `entry` says."""
    for unit in ENHEDER:
        name = unit.flertal
        hint = f"Fx »{name}: ca. 15«, »{name}: over 100« eller »{name}: uoplyst«."
        yield _definition_of(unit), {"description": f"{unit.definition} {hint}"} | entry


def _definition_of(unit: Enhed) -> str:
    return f"enhed.{unit.key}"


def _reference(unit: Enhed) -> Schema:
    return {"$ref": f"#/definitions/{_definition_of(unit)}"}


def _pattern(key: str, unit: Enhed) -> str:
    return f"^(?!{literally(unit.flertal)}$)\\s*{spellings(key)}\\s*(?:\\([^()]*\\)\\s*)?$"
