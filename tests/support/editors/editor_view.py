"""A file as an editor's schema check sees it: YAML 1.2's own types, where the program reads text."""

import re
from pathlib import PurePosixPath

from frivilligrapport.models.filtyper import document_type_of
from frivilligrapport.reading.tree import MappingNode, ReportedNode, ScalarNode, SequenceNode, TreeNode

_INTEGER = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")
}


def as_editor(node: TreeNode) -> object:
    """Give a tree's content with the types that YAML 1.2 gives it."""
    match node:
        case MappingNode():
            return {entry.typed: as_editor(entry.value) for entry in node.entries}
        case SequenceNode():
            return [as_editor(item) for item in node.items]
        case ScalarNode(plain=True):
            return _typed(node.text)
        case ScalarNode():
            return node.text
        case ReportedNode():
            raise AssertionError("the file's reader has reported something here")


def _typed(text: str) -> object:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def file_type(path: str) -> str:
    """Give the name of the type of a file from its path below indberetninger/."""
    below = PurePosixPath(path)
    if below.parts[0] == "politik":
        return "politik"
    document = document_type_of(below.name)
    return document.name if document else below.stem if below.stem in {"kommune", "rapport"} else "statusfil"
