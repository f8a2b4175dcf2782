"""Read short texts as files, and say what is found in them in a form that is easy to compare."""

from frivilligrapport.models.fields.names import names_of
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Problem
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode
from frivilligrapport.reading.yaml_reader import Reading, read


def reading(text: str) -> Reading:
    """Read a text as a status file."""
    return read(text.encode(), "tmf.yaml", names_of(Statusfil))


def told(problem: Problem) -> tuple[str, int, str, str, str]:
    """Give line and column, underlined length, code, message and hint."""
    place = problem.location
    return (f"{place.line}:{place.column}", place.length, problem.code, problem.message, problem.hint)


def said(text: str) -> list[tuple[str, int, str, str, str]]:
    """Give what is found in a text."""
    return [told(problem) for problem in reading(text).problems]


def plain(node: TreeNode | None) -> object:
    """Give a tree as dicts, lists and texts; a hole is None."""
    match node:
        case MappingNode():
            return {entry.key: plain(entry.value) for entry in node.entries}
        case SequenceNode():
            return [plain(item) for item in node.items]
        case ScalarNode():
            return node.text
    return None
