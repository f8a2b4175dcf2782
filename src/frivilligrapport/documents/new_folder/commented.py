"""A commented file: the line for the editor, remarks at the top, the fields, and remarks at the bottom."""

from frivilligrapport.models.schema.file_types import modeline
from frivilligrapport.rendering.yaml_text import Field, comment, to_yaml


def commented(
    file_type: str, depth: int, head: tuple[str, ...], fields: tuple[Field, ...], tail: tuple[str, ...] = ()
) -> bytes:
    """Write a file of a type that has a schema, `depth` folders below indberetninger/; UTF-8."""
    top = f"{modeline(file_type, depth)}\n{_remarks(head)}"
    return "\n".join([top, to_yaml(fields), *([_remarks(tail)] if tail else [])]).encode()


def _remarks(notes: tuple[str, ...]) -> str:
    return "".join(f"{line}\n" for note in notes for line in comment(note))
