"""What is said where a single value should stand, and a list or fields stand."""

from frivilligrapport.danish import join_words
from frivilligrapport.models.fields import kinds
from frivilligrapport.models.fields.base import Field, Trail
from frivilligrapport.models.fields.explaining import field_of, name_of, problem
from frivilligrapport.models.fields.leaves import Choice, Henvisning, Prosa, Slug, Text
from frivilligrapport.problems import Fault, Location, Problem
from frivilligrapport.reading.slips.quoting import quoted
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode


def text_expected(at: Trail) -> Problem:
    """Say that a single text stands there as a list or as fields; what may be meant as text is put in quotes."""
    node = at.node
    what = "en liste" if isinstance(node, SequenceNode) else "felter"
    message = f"Feltet {name_of(at)} skal have én værdi, men her står {what}."
    if at.number:
        message = f"Et punkt under {name_of(at)} skal være én tekst, men her står {what}."
    if at.number and isinstance(node, SequenceNode) and node.location.length > 1 and (words := _words_of(node)):
        bare = ", ".join(words)
        return problem(at, kinds.TEXT_EXPECTED, node.location, message, f"Skriv {bare}", bare)
    kind = field_of(at).kind
    if isinstance(node, SequenceNode) and not _is_free(kind) and (fitting := _fitting_items(at, node)):
        hint = f"Skriv {join_words(fitting, 'eller')}"
        return problem(at, kinds.TEXT_EXPECTED, node.location, message, hint, *fitting)
    if issubclass(kind, Prosa) and isinstance(node, SequenceNode) and node.location.length == 1 and _words_of(node):
        name = at.place._replace(length=at.place.length + 1)
        hint, text = f"Skriv {at.typed}: |, så bliver linjerne stående som en liste i teksten", f"{at.typed}: |"
        return problem(at, kinds.TEXT_EXPECTED, name, message, hint, text)
    place, text = _as_text(node)
    if text and issubclass(kind, Prosa):
        text = _as_sentence(text)
    if text:
        return problem(at, kinds.TEXT_EXPECTED, place or at.place, message, f"Skriv {text}", text)
    is_on_line = isinstance(node, SequenceNode) and node.location.length > 1
    hint = "Skriv værdien uden parenteser" if is_on_line else "Skriv værdien på samme linje som feltet"
    return problem(at, kinds.TEXT_EXPECTED, at.place, message, hint)


def _words_of(node: SequenceNode) -> tuple[str, ...]:
    """Give the items of a list of words, () for one that holds anything else."""
    words = tuple(item.text for item in node.items if isinstance(item, ScalarNode) and item.on_one_line and item.text)
    return words if len(words) == len(node.items) else ()


def _fitting_items(at: Trail, node: SequenceNode) -> tuple[str, ...]:
    """Give the items of a list in brackets that the field could hold by themselves."""
    field = field_of(at)
    items = node.items if node.location.length > 1 else ()
    found = (one.text for one in items if isinstance(one, ScalarNode) and one.text and _can_be_read(field, one))
    return tuple(dict.fromkeys(found))


def _is_free(kind: type[object]) -> bool:
    """Tell whether a field holds any words at all: no id, no word from a list, no number."""
    return issubclass(kind, Text) and not issubclass(kind, (Choice, Slug, Henvisning))


def _can_be_read(field: Field, item: ScalarNode) -> bool:
    try:
        field.read(item)
    except Fault:
        return False
    return True


def _as_sentence(quoted_text: str) -> str:
    """Put the stop that ends a sentence inside a text's quotation marks, where it has none."""
    inside, mark = quoted_text[:-1], quoted_text[-1:]
    return quoted_text if inside.endswith((".", "!", "?", ":")) else f"{inside}.{mark}"


def _as_text(node: TreeNode) -> tuple[Location | None, str]:
    """Put what looks like a field, or like a list, in quotation marks; take a single item out of its list."""
    if isinstance(node, MappingNode) and len(node.entries) == 1:
        only = node.entries[0]
        value = only.value
        if isinstance(value, ScalarNode) and value.on_one_line and value.location.line == only.location.line:
            end = value.location.column + value.location.length
            return only.location._replace(length=end - only.location.column), quoted(f"{only.typed}: {value.text}")
    if isinstance(node, SequenceNode) and node.items:
        return _list_as_text(node)
    return None, ""


def _list_as_text(node: SequenceNode) -> tuple[Location | None, str]:
    items = [item for item in node.items if isinstance(item, ScalarNode) and item.on_one_line]
    says_something = str.isalpha if len(items) > 1 else str.isalnum
    if len(items) < len(node.items) or not any(map(says_something, "".join(item.text for item in items))):
        return None, ""
    if node.location.length > 1:
        return node.location, quoted(", ".join(item.text for item in items))
    if len(items) > 1:
        return None, ""
    end = items[0].location.column + items[0].location.length
    return node.location._replace(length=end - node.location.column), quoted(items[0].text)
