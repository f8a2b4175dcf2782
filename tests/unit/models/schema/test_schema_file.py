"""The schemas as files: what they say of the files that are there."""

import re
import subprocess
import sys

import pytest
from jsonschema import Draft7Validator

from frivilligrapport.models.filtyper import FileType, file_types
from frivilligrapport.models.schema.schema_file import FOLDER, file_name, modeline, schema, schema_files
from frivilligrapport.problems import Kind
from frivilligrapport.reading.yaml_reader import read
from frivilligrapport.rules.catalogue import ALL_KINDS
from support.editors.editor_view import as_editor, file_type
from support.folders.examples import files_of, is_text
from support.repository import REPOSITORY

DATA = REPOSITORY / "indberetninger"
FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.yaml"))

VALIDATORS = {one.name: Draft7Validator(schema(one)) for one in file_types()}
ABOUT_FIELDS = [kind for kind in ALL_KINDS if kind.code.startswith("FR1")]


def faults(path: str, text: bytes) -> list[str]:
    """Check a file against the schema of its type; its path is below indberetninger/."""
    reading = read(text, path)
    assert reading.tree is not None
    found = VALIDATORS[file_type(path)].iter_errors(as_editor(reading.tree))
    return [f"{one.json_path}: {one.message}" for one in found]


@pytest.mark.parametrize("kind", file_types(), ids=lambda kind: str(kind.name))
def test_the_schema_is_a_schema(kind: FileType) -> None:
    """Each schema follows draft-07's own schema."""
    Draft7Validator.check_schema(schema(kind))


@pytest.mark.full
def test_every_pattern_holds_in_javascript() -> None:
    """A checker that reads patterns as JavaScript does, as editors do, takes all the schemas."""
    files = sorted(str(path) for path in (DATA / FOLDER).iterdir())
    words = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *files]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("kind", file_types(), ids=lambda kind: str(kind.name))
def test_every_address_leads_somewhere(kind: FileType) -> None:
    """Each reference within a schema has its definition, and each definition is used."""
    made = schema(kind)
    used = set(references(made))
    assert used == {f"#/definitions/{key}" for key in made["definitions"]}


def references(part: object) -> list[str]:
    """Give every `$ref` in a part of a schema."""
    if isinstance(part, dict):
        own = [part["$ref"]] if "$ref" in part else []
        return own + [one for value in part.values() for one in references(value)]
    return [one for value in part for one in references(value)] if isinstance(part, list) else []


def test_the_committed_schemas_are_fresh() -> None:
    """indberetninger/skema/ holds what the models give today; else run `frivilligrapport schema`."""
    committed = {path.name: path.read_bytes() for path in (DATA / FOLDER).iterdir()}
    assert committed == schema_files()


@pytest.mark.parametrize("path", FILES)
def test_our_files_pass(path: str) -> None:
    """No file of ours gets a red line."""
    assert faults(path, (DATA / path).read_bytes()) == []


@pytest.mark.parametrize("path", FILES)
def test_our_files_lead_to_their_schema(path: str) -> None:
    """Each file's first line leads an editor to the schema of its type, also offline."""
    first = (DATA / path).read_text(encoding="utf-8").partition("\n")[0]
    assert first == modeline(file_type(path), path.count("/"))
    assert (DATA / path).parent.joinpath(first.partition("$schema=")[2]).resolve() == DATA / FOLDER / file_name(
        file_type(path)
    )


@pytest.mark.parametrize("kind", [kind for kind in ALL_KINDS if is_text(kind.right)], ids=lambda kind: str(kind.code))
def test_right_examples_pass(kind: Kind) -> None:
    """What `explain` shows as right gets no red line."""
    right = {path: text for path, text in files_of(kind.right).items() if path.endswith(".yaml")}
    assert {path: faults(path, text.encode()) for path, text in right.items()} == {path: [] for path in right}


@pytest.mark.parametrize("kind", ABOUT_FIELDS, ids=lambda kind: str(kind.code))
def test_wrong_fields_do_not_pass(kind: Kind) -> None:
    """What `explain` shows as wrong with a field gets a red line."""
    assert any(faults(path, text.encode()) for path, text in files_of(kind.wrong).items() if path.endswith(".yaml"))


def test_every_code_is_the_schemas_or_the_programs() -> None:
    """Each code is about fields, or docs/editor.md says why only the program knows it."""
    guide = (REPOSITORY / "docs" / "editor.md").read_text(encoding="utf-8")
    only_in_program = re.findall(r"^\| (FR[0-9])xx \| .+ \|$", guide, re.MULTILINE)
    assert sorted({kind.code[:3] for kind in ALL_KINDS}) == sorted(["FR1", *only_in_program])
