"""The units of figures as keys: proposed by name, accepted in every spelling and with a label in parentheses."""

from collections.abc import Iterator

from frivilligrapport.models.enheder import ENHEDER, Enhed, built_in
from frivilligrapport.models.schema.spellings import literally, spellings
from frivilligrapport.models.schema.values import Schema


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
        yield _name(unit), {"description": f"{unit.definition} {hint}"} | entry


def _name(unit: Enhed) -> str:
    return f"enhed.{unit.key}"


def _reference(unit: Enhed) -> Schema:
    return {"$ref": f"#/definitions/{_name(unit)}"}


def _pattern(key: str, unit: Enhed) -> str:
    return f"^(?!{literally(unit.flertal)}$)\\s*{spellings(key)}\\s*(?:\\([^()]*\\)\\s*)?$"
