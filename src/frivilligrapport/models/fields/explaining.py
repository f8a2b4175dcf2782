"""What is said of a field that cannot be read as it stands: what is wrong, what to write instead, and where.

A finding's hint is in the words of the field; what may be pasted over the underlined characters goes with it, and where
a value has to be underlined otherwise for that, so is its place.
"""

from typing import TypeGuard

from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.grammar.quantity import Precision, parse_quantity
from frivilligrapport.grammar.quantity.kinds import NUMBER_WITH_UNIT
from frivilligrapport.grammar.quantity.words import SAID_OTHERWISE
from frivilligrapport.models.enheder import Enhed, built_in
from frivilligrapport.models.fields import kinds
from frivilligrapport.models.fields.base import Felter, Field, Trail, required_names
from frivilligrapport.models.fields.leaves import Choice, slug_of
from frivilligrapport.models.fields.naming import field_name, subject, thing
from frivilligrapport.models.lister import ANSWERS, INGEN, UOPLYST
from frivilligrapport.problems import Fault, Kind, Location, Problem
from frivilligrapport.reading.slips.parser_stop import INDENT_STEP
from frivilligrapport.reading.slips.quoting import quoted
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ScalarNode, SequenceNode, TreeNode

_SHORT = 40
_NOTHING = frozenset({"nej", "intet", "ingenting", "ikke_noget", "nul", "0", "no", "false", "nix", "ingen_forslag"})
_BELOW = "og på næste linje, rykket ind,"
_WRITE = "Skriv "
_OPEN_ENDS = ("?", "…")
Texts = tuple[str, ...]


def with_place(hint: str, where: str) -> str:
    """Add the name of the thing to a hint: "Skriv 15 (i indsatsen »Kajakdagen«)."."""
    hint = hint if hint.endswith(_OPEN_ENDS) else hint.rstrip(".")
    if not where:
        return hint if not hint or hint.endswith(_OPEN_ENDS) else hint + "."
    return f"{hint} ({where})." if hint else f"Det er {where}."


def problem(at: Trail, kind: Kind, place: Location, message: str, hint: str, *instead: str) -> Problem:
    """Make a finding that names the thing it is about; `instead` may be written over `place`."""
    return Problem(place, kind, message, with_place(hint, thing(at)), subject(at), instead=instead)


def _name(at: Trail) -> str:
    """Quote the field; one in the short form by the writer's own word that it stands under, such as a unit."""
    above = at.above
    is_short_form = above and above.field and above.field.keyed_by and not isinstance(above.node, MappingNode)
    return f"»{above.typed}«" if above and is_short_form else field_name(_field(at))


def _field(at: Trail) -> Field:
    if at.field is None:
        raise LookupError("the file itself is no field")
    return at.field


def _place(at: Trail) -> Location:
    """Point at the value, or at the name of the field when its value is no single text."""
    return at.node.location if isinstance(at.node, ScalarNode) else at.place


def missing_field(group: Trail, field: Field) -> Problem:
    """Say that a field which must be there is absent or empty."""
    node = group.node
    entry = node.get(field.name) if isinstance(node, MappingNode) else None
    message = f"Feltet {field_name(field)} {'er tomt' if entry else 'mangler'}."
    slug = _slug_from_name(node) if field.name == "id" else ""
    instead: Texts = ()
    if slug and not entry and isinstance(node, MappingNode):
        indent = " " * (node.location.column - 1)
        instead = (f"id: {slug}\n{indent}{node.entries[0].typed[:1]}",)
    hint = f"Skriv id: {slug}" if slug else _how_it_is_written(field)
    return problem(group, kinds.MISSING_FIELD, entry.location if entry else group.place, message, hint, *instead)


def _slug_from_name(group: TreeNode) -> str:
    """Make an id of the name of a thing; "" when it has none."""
    entry = group.get("navn") if isinstance(group, MappingNode) else None
    return slug_of(entry.value.text) if entry and isinstance(entry.value, ScalarNode) else ""


def _how_it_is_written(field: Field) -> str:
    if field.group or field.holds_list:
        return f"Skriv {field.spelled}: {_BELOW} {'- ' if field.holds_list else ''}{_first_line(field)}"
    if issubclass(field.kind, Choice):
        return f"Skriv {field.spelled}: og et af ordene {join_words(list(field.kind.words), 'eller')}"
    return f"Skriv {field.spelled}: og en værdi"


def _first_line(field: Field) -> str:
    """Show the line that a group begins with, with … for its value."""
    group = field.group
    names = (*required_names(group), *group.fields) if group else ()
    return field.example or (f"{group.fields[names[0]].spelled}: …" if group and names else "…")


def empty_item(at: Trail) -> Problem:
    """Say that there is nothing behind a hyphen."""
    message, hint = f"Et punkt under {_name(at)} er tomt.", "Skriv noget, eller slet bindestregen"
    node, place = at.node, at.node.location
    if isinstance(node, ScalarNode) and node.plain and not node.text:
        # What is not there stands right behind the hyphen, where a line often ends; the hyphen can be seen.
        place = place._replace(column=max(1, place.column - 1))
    return problem(at, kinds.MISSING_FIELD, place, message, hint)


def list_expected(at: Trail) -> Problem:
    """Say that a list stands there otherwise: words and single groups may be made into one."""
    field, node = _field(at), at.node
    message = f"Feltet {_name(at)} skal være en liste."
    if answer := _answer(field, node):
        return problem(at, kinds.LIST_EXPECTED, _place(at), message, f"Skriv {answer}", answer)
    if field.group is None:
        text = _short_text(node).strip("[]")
        hint = f"Skriv [{text}]" if text else "Skriv hvert punkt på sin egen linje med - foran"
        instead: Texts = (hint.removeprefix(_WRITE),) if text and _is_on_one_line(node) else ()
        return problem(at, kinds.LIST_EXPECTED, _place(at), message, hint, *instead)
    if not is_item(node, field.group):
        hint = f"Skriv {field.spelled}: {_BELOW} - {_first_line(field)}"
        return problem(at, kinds.LIST_EXPECTED, _place(at), message, hint)
    first = node.entries[0]
    hint = f"Sæt - foran {first.typed}:, og ryk de øvrige felter lige så langt ind"
    hyphen = _hyphen_before(first, field.group, at.place)
    if hyphen is None:
        return problem(at, kinds.LIST_EXPECTED, _place(at), message, hint)
    hint = f"Skriv - {first.typed}, og lad de øvrige felter stå"
    return problem(at, kinds.LIST_EXPECTED, hyphen, message, hint, f"- {first.typed}")


def _answer(field: Field, node: TreeNode) -> str:
    """Give the answer that was meant by another word for nothing, or for not known; "" for anything else."""
    if not field.answerable or not isinstance(node, ScalarNode) or not node.on_one_line:
        return ""
    typed = normal_key(node.text.strip(" ."))
    return INGEN if typed in _NOTHING else UOPLYST if SAID_OTHERWISE.get(typed) == UOPLYST else ""


def is_item(node: TreeNode, group: type[Felter]) -> TypeGuard[MappingNode]:
    """Tell whether a group of fields is the only item of a list, written without its hyphen."""
    return isinstance(node, MappingNode) and any(entry.key in group.fields for entry in node.entries)


def _hyphen_before(first: MappingEntry, group: type[Felter], key: Location) -> Location | None:
    """Give the place of a field and of the room before it, where a hyphen fits in; None where it does not."""
    place = first.location
    if first.key not in group.fields or place.line == key.line or place.column - INDENT_STEP < key.column:
        return None
    return place._replace(column=place.column - INDENT_STEP, length=INDENT_STEP + place.length)


def _is_on_one_line(node: TreeNode) -> bool:
    return isinstance(node, ScalarNode) and node.on_one_line


def file_of_another_shape(at: Trail, model: type[Felter]) -> Problem:
    """Say how a file begins that does not consist of fields."""
    return problem(at, kinds.FIELDS_EXPECTED, _place(at), "Filen består ikke af felter.", beginning_of(model))


def beginning_of(model: type[Felter]) -> str:
    """Say which fields a file begins with."""
    names = [f"{model.fields[name].spelled}:" for name in required_names(model)]
    return f"Begynd med {join_words(names)}" + (", hver på sin linje" if len(names) > 1 else "")


def fields_expected(at: Trail) -> Problem:
    """Say that a group of fields stands there otherwise."""
    field, node = _field(at), at.node
    message = f"Under {_name(at)} skal der stå felter, hvert med navn, kolon og værdi."
    if not at.number and (answer := _answer(field, node)):
        return problem(at, kinds.FIELDS_EXPECTED, _place(at), message, f"Skriv {answer}", answer)
    written = _in_first_line(field, node)
    if at.number:
        if lone := _lone_answer(at):
            place, text = lone
            return problem(at, kinds.FIELDS_EXPECTED, place, message, f"Skriv {text}", text)
        instead: Texts = (written,) if written else ()
        return problem(at, kinds.FIELDS_EXPECTED, _place(at), message, _as_item(field, node), *instead)
    hint = f"Skriv {field.spelled}: {_BELOW} {_first_line(field)}"
    if isinstance(node, SequenceNode) and any(isinstance(item, MappingNode) for item in node.items):
        hint = "Slet bindestregen foran hvert felt"
    indent = " " * (at.place.column - 1 + INDENT_STEP)
    instead = (f"\n{indent}{written}",) if written else ()
    return problem(at, kinds.FIELDS_EXPECTED, _place(at), message, hint, *instead)


def _lone_answer(at: Trail) -> tuple[Location, str] | None:
    """Give an answer that is the only item of a list in brackets, and the place of the list that it is instead of."""
    above = at.above.node if at.above else None
    is_list = isinstance(above, SequenceNode) and len(above.items) == 1 and above.location.length > 1
    text = at.node.text if isinstance(at.node, ScalarNode) else ""
    is_answer = _field(at).answerable and normal_key(text) in ANSWERS
    return (above.location, text) if above and is_list and is_answer else None


def _as_item(field: Field, node: TreeNode) -> str:
    """Say how an item of a list of groups is written where something else stands."""
    text = _short_text(node)
    if normal_key(text) in ANSWERS:
        return f"Skriv {field.spelled}: {text}"
    first = _first_line(field)
    return f"Skriv - {first.replace('…', text)}" if text and not first.startswith("id:") else f"Skriv - {first}"


def _in_first_line(field: Field, node: TreeNode) -> str:
    """Give a text with the name of the one field that it can be meant for; "" where another field must be there."""
    name, _, example = _first_line(field).partition(": ")
    if example != "…" or name == "id" or field.group is None or set(required_names(field.group)) - {name}:
        return ""
    if not isinstance(node, ScalarNode) or not node.on_one_line or not node.text.strip():
        return ""
    if normal_key(node.text) in ANSWERS:
        return ""
    return f"{name}: {node.text if node.plain else quoted(node.text)}"


def text_expected(at: Trail) -> Problem:
    """Say that a single text stands there as a list or as fields; what may be meant as text is put in quotes."""
    node = at.node
    what = "en liste" if isinstance(node, SequenceNode) else "felter"
    message = f"Feltet {_name(at)} skal have én værdi, men her står {what}."
    if at.number:
        message = f"Et punkt under {_name(at)} skal være én tekst, men her står {what}."
    place, text = _as_text(node)
    if text:
        return problem(at, kinds.TEXT_EXPECTED, place or at.place, message, f"Skriv {text}", text)
    is_on_line = isinstance(node, SequenceNode) and node.location.length > 1
    hint = "Skriv værdien uden parenteser" if is_on_line else "Skriv værdien på samme linje som feltet"
    return problem(at, kinds.TEXT_EXPECTED, at.place, message, hint)


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


def bad_value(at: Trail, scalar: ScalarNode, fault: Fault) -> Problem:
    """Say what a value said of itself, without the texts to write instead that a figure of its unit cannot be."""
    if fault.kind is kinds.MISSING_FIELD:
        return empty_item(at) if at.number or at.above is None else missing_field(at.above, _field(at))
    length = fault.length or len(scalar.text.split("\n")[0])
    unit = _unit(at) if getattr(_field(at).kind, "in_unit", False) else ""
    hint, fitting = _fitting(fault, unit, scalar.text) if unit else (fault.hint, fault.instead)
    is_literal = scalar.is_as_typed(fault.start, fault.length or len(scalar.text))
    return problem(
        at, fault.kind, scalar.place(fault.start, length), fault.message, hint, *(fitting if is_literal else ())
    )


def _unit(at: Trail) -> str:
    """Give the unit of the figure that a value is part of, as typed; "" outside figures."""
    keys = [one.typed for one in at.ways if one.field and one.field.keyed_by and one.field is _above(one)]
    return keys[-1] if keys else ""


def _above(at: Trail) -> Field | None:
    return at.above.field if at.above else None


def _fitting(fault: Fault, unit: str, typed: str) -> tuple[str, Texts]:
    """Give the hint, and what may be pasted, for a figure of a unit.

    Nobody is half a volunteer, but 12.5 may be 12 or 13 as well as 12.500; and "20 timer" are no 20 volunteers. Then
    nothing is offered to be pasted.
    """
    known = built_in().get(normal_key(unit.partition("(")[0]))
    other = _other_unit(typed, known) if fault.kind is NUMBER_WITH_UNIT else None
    if other:
        return f"Er det {other.flertal}, så skriv »{other.flertal}: …«. Skriv her kun antallet af {unit}", ()
    has_halves = known is None or known.decimaler
    counts = tuple(text for text in fault.instead if _fits(text, has_halves=True))
    if all(_fits(text, has_halves=has_halves) for text in counts):
        return fault.hint, counts
    return f"Er det {join_words(fault.instead, 'eller')}? Enheden tælles i hele.", ()


def _other_unit(typed: str, own: Enhed | None) -> Enhed | None:
    """Find the unit that a number is written with, where it is another than its figure's."""
    words = f"_{normal_key(typed.rstrip(' .'))}"
    named = (
        unit
        for unit in built_in().values()
        if unit != own
        and any(words.endswith(f"_{normal_key(name.split()[-1])}") for name in (unit.flertal, unit.ental))
    )
    return next(named, None)


def _fits(text: str, *, has_halves: bool) -> bool:
    """Tell whether a figure of a unit can be written so; a share is no figure before it is known what it is of."""
    try:
        quantity = parse_quantity(text)
    except Fault:
        return True  # an answer or a period
    return (has_halves or not quantity.has_decimals) and quantity.precision is not Precision.SHARE_WITHOUT_BASE


def _short_text(node: TreeNode) -> str:
    """Give a value that is short enough to be shown in a hint, as it can be typed there; else ""."""
    if not isinstance(node, ScalarNode) or len(node.text) > _SHORT or "\n" in node.text:
        return ""
    text = node.text.strip()
    must_be_quoted = not node.plain and any(sign in text for sign in (": ", " #", "'", '"'))
    return f'"{text}"' if must_be_quoted and '"' not in text else text
