"""A file as an editor's schema check sees it: YAML 1.2's own types, where the program reads text."""

import re
from pathlib import PurePosixPath

from frivilligrapport.reading.tree import Hole, Mapping, Node, Scalar, Sequence

_INTEGER = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")
}


def as_editor(node: Node) -> object:
    """Give a tree's content with the types that YAML 1.2 gives it."""
    match node:
        case Mapping():
            return {entry.typed: as_editor(entry.value) for entry in node.entries}
        case Sequence():
            return [as_editor(item) for item in node.items]
        case Scalar(plain=True):
            return _typed(node.text)
        case Scalar():
            return node.text
        case Hole():
            raise AssertionError("the file's reader has reported something here")


def _typed(text: str) -> object:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def file_type(path: str) -> str:
    """Give the file type of a file from its path below indberetninger/."""
    below = PurePosixPath(path)
    if below.parts[0] == "politik":
        return "politik"
    name = below.stem.partition("-")[0]
    return (
        name if name in {"kommune", "rapport", "foelgenotat", "arbejdsprogram", "operationalisering"} else "statusfil"
    )
