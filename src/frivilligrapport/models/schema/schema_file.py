"""A file type's whole schema, and all schemas as the files that are written."""

import json
from collections.abc import Iterator

from frivilligrapport.models.fields.base import Felter, Field
from frivilligrapport.models.fields.unknown import models_in
from frivilligrapport.models.filtyper import FileType, file_types
from frivilligrapport.models.schema.groups import entry, fields, group, reference
from frivilligrapport.models.schema.values import Schema, unit_definitions
from frivilligrapport.models.tal import Tal

FOLDER = "skema"  # below indberetninger/
DRAFT = "http://json-schema.org/draft-07/schema#"
_COMMENT = "Skrevet af frivilligrapport schema. Ret ikke i filen; den bliver skrevet igen."


def file_name(file_type: str) -> str:
    """Give the name of a file type's schema: "statusfil.schema.json"."""
    return f"{file_type}.schema.json"


def modeline(file_type: str, depth: int = 1) -> str:
    """Give the first line of a file, without its line end, by which VS Code's YAML extension finds the schema.

    `depth` is how many folders below indberetninger/ the file lies: 1 for a status file, 0 for kommune.yaml.
    """
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{file_name(file_type)}"


def schema(file_type: FileType) -> Schema:
    """Make the JSON Schema (draft-07, which the YAML language server knows best) of a type of file."""
    model = file_type.model
    shape = {"type": "object", "errorMessage": "Filen består ikke af felter, hvert med navn, kolon og værdi."}
    return {
        "$schema": DRAFT,
        "$comment": _COMMENT,
        **group(model),
        "title": file_type.title,
        "description": file_type.text,
        "if": {},
        "then": shape,
        "definitions": dict(_definitions(model)),
    }


def _definitions(root: type[Felter]) -> Iterator[tuple[str, Schema]]:
    models: dict[type[Felter], Field | None] = {}
    for holder, model in models_in(root):
        models.setdefault(model, holder)
    for model, holder in models.items():
        if model is not root:
            yield _name(reference(model)), group(model, holder)
        for name, one in fields(model):
            yield _name(reference(model, name)), one
    if Tal in models:
        yield from unit_definitions(entry(Tal, "antal"))


def _name(address: str) -> str:
    return address.rpartition("/")[2]


def schema_files() -> dict[str, bytes]:
    """Give every schema as a file: its name, and its content with line feeds, the same on every machine."""
    texts = {one.name: json.dumps(schema(one), ensure_ascii=False, indent=1) for one in file_types()}
    return {file_name(name): f"{text}\n".encode() for name, text in texts.items()}
