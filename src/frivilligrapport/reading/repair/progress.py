"""How far a text can be read, and what it then says: for judging a repair."""

from frivilligrapport.reading.decoding import decode
from frivilligrapport.reading.parsing import Parsing, parse
from frivilligrapport.reading.repair.draft import Draft, draft_of
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode

Progress = tuple[bool, int, int]
_NOWHERE: Progress = (False, -1, 0)


def parsed(draft: Draft) -> Parsing:
    """Read a draft as a file's text."""
    source = decode(draft.data, "").source
    return parse(source) if source else Parsing(None, ())


def progress(draft: Draft, parsing: Parsing) -> Progress:
    """Give how far a text can be read: the larger, the further. A text that is read to its end is furthest.

    Within a line it is what remains of it that counts, since a repair may move the rest.
    """
    if parsing.tree is not None:
        return (True, 0, 0)
    if parsing.slip is None:
        return _NOWHERE
    line, column = parsing.stopped
    return (False, line, column - len(draft.lines[line]))


def meaning(draft: Draft) -> str:
    """Give what a draft says as far as it can be read, without places, in a form that is easy to compare."""
    read = parsed(draft)
    if read.tree is None:
        read = parsed(draft_of("\n".join(draft.lines[: read.stopped[0]])))
    return shape(read.tree)


def shape(node: TreeNode | None) -> str:
    """Give what a tree says, without places."""
    match node:
        case MappingNode():
            return "{" + ",".join(f"{entry.key!r}:{shape(entry.value)}" for entry in node.entries) + "}"
        case SequenceNode():
            return "[" + ",".join(map(shape, node.items)) + "]"
        case ScalarNode():
            return repr(node.text)
    return "?"
