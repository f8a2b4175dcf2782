"""What is said of a field that cannot be read as it stands: what is wrong, what to write instead, and where.

A finding's hint is in the words of the field; what may be pasted over the underlined characters goes with it, and where
a value has to be underlined otherwise for that, so is its place.
"""

import re
from typing import TypeGuard

from frivilligrapport.danish import join_words, normal_key, quote, slug_of
from frivilligrapport.grammar.no_answer import AROUND, is_no_answer
from frivilligrapport.grammar.quantity import Precision, parse_quantity
from frivilligrapport.grammar.quantity.kinds import NUMBER_WITH_UNIT
from frivilligrapport.models.enheder import Enhed, built_in
from frivilligrapport.models.fields import kinds
from frivilligrapport.models.fields.base import Felter, Field, Trail, required_names
from frivilligrapport.models.fields.leaves import Choice
from frivilligrapport.models.fields.naming import field_name, subject, thing
from frivilligrapport.models.lister import ANSWERS, INGEN, UOPLYST
from frivilligrapport.problems import Fault, Kind, Location, Problem
from frivilligrapport.reading.slips.parser_stop import INDENT_STEP
from frivilligrapport.reading.slips.quoting import quoted
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ScalarNode, SequenceNode, TreeNode
from frivilligrapport.reading.yaml_kinds import WRONG_INDENT

_SHORT = 40
_NOTHING = frozenset(
    {"nej", "intet", "ingenting", "ikke_noget", "nul", "0", "no", "false", "nix", "none", "ingen_forslag"}
)
_BELOW = "og på næste linje, rykket ind,"
_WRITE = "Skriv "
_OPEN_ENDS = ("?", "…")
_BRACKET = re.compile(r"[\[\]{}]")
Texts = tuple[str, ...]
_COUNT = re.compile(r"(?:[^\W\d]+\.? )?[0-9][0-9.]*")
_COUNT_AND_UNIT = re.compile(rf"(?P<count>{_COUNT.pattern}) (?P<unit>[^\W\d][^\d]*)")
_UNIT_AND_COUNT = re.compile(r"(?P<unit>[^\W\d]+)\s+(?P<count>\S.*)")  # a unit without its colon


def with_place(hint: str, where: str) -> str:
    """Add the name of the thing to a hint: "Skriv 15 (i indsatsen »Kajakdagen«)."."""
    hint = hint if hint.endswith(_OPEN_ENDS) else hint.rstrip(".")
    if not where:
        return hint if not hint or hint.endswith(_OPEN_ENDS) else hint + "."
    return f"{hint} ({where})." if hint else f"Det er {where}."


def problem(at: Trail, kind: Kind, place: Location, message: str, hint: str, *instead: str) -> Problem:
    """Make a finding that names the thing it is about; `instead` may be written over `place`."""
    return Problem(place, kind, message, with_place(hint, thing(at)), subject(at), instead=instead)


def name_of(at: Trail) -> str:
    """Quote the field; one in the short form by the writer's own word that it stands under, such as a unit."""
    above = at.above
    is_short_form = above and above.field and above.field.keyed_by and not isinstance(above.node, MappingNode)
    return f"»{above.typed}«" if above and is_short_form else field_name(field_of(at))


def field_of(at: Trail) -> Field:
    """Give the field that something belongs to. Raises LookupError for the file itself."""
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
    message, hint = f"Et punkt under {name_of(at)} er tomt.", "Skriv noget, eller slet bindestregen"
    node, place = at.node, at.node.location
    if isinstance(node, ScalarNode) and node.plain and not node.text:
        # What is not there stands right behind the hyphen, where a line often ends; the hyphen can be seen.
        place = place._replace(column=max(1, place.column - 1))
    return problem(at, kinds.MISSING_FIELD, place, message, hint)


def list_expected(at: Trail) -> Problem:
    """Say that a list stands there otherwise: words and single groups may be made into one."""
    field, node = field_of(at), at.node
    message = f"Feltet {name_of(at)} skal være en liste."
    if answer := meant_answer(field, node):
        return problem(at, kinds.LIST_EXPECTED, _place(at), message, f"Skriv {answer}", answer)
    if field.group is None:
        text = unwrapped(_short_text(node))
        if _BRACKET.search(text):  # it would end the list that is written, or begin another in it
            text = ""
        hint = f"Skriv [{text}]" if text else "Skriv hvert punkt på sin egen linje med - foran"
        instead: Texts = (
            (hint.removeprefix(_WRITE),) if text and isinstance(node, ScalarNode) and node.on_one_line else ()
        )
        return problem(at, kinds.LIST_EXPECTED, _place(at), message, hint, *instead)
    if not is_item(node, field.group):
        # A sentence is no heading, and a heading alone is no section.
        written = "" if "tekst" in field.group.fields else _in_first_line(field, node)
        hint = f"Skriv {field.spelled}: {_BELOW} - {written or _first_line(field)}"
        instead = (f"{_line_below(at)}- {written}",) if written else ()
        return problem(at, kinds.LIST_EXPECTED, _place(at), message, hint, *instead)
    first = node.entries[0]
    hint = f"Sæt - foran {first.typed}:, og ryk de øvrige felter lige så langt ind"
    hyphen = _hyphen_before(first, field.group, at.place)
    if hyphen is None:
        return problem(at, kinds.LIST_EXPECTED, _place(at), message, hint)
    hint = f"Skriv - {first.typed}, og lad de øvrige felter stå"
    return problem(at, kinds.LIST_EXPECTED, hyphen, message, hint, f"- {first.typed}")


def _line_below(at: Trail) -> str:
    """Give the line break and the room before what stands below a field."""
    return f"\n{' ' * (at.place.column - 1 + INDENT_STEP)}"


def another_dash(at: Trail, node: MappingNode) -> Problem:
    """Say of some fields of an item that a dash before them makes them an item of their own."""
    first = node.entries[0].location
    message = "Bindestregen begynder et nyt punkt, men felterne hører til punktet ovenfor."
    place = first._replace(column=max(1, first.column - INDENT_STEP), length=INDENT_STEP)
    return problem(at, WRONG_INDENT, place, message, "Skriv et mellemrum i stedet for bindestregen", " " * INDENT_STEP)


def number_before_unit(at: Trail, entry: MappingEntry, unit: ScalarNode) -> Problem:
    """Say of a figure that its number stands where its unit should."""
    written = f"{unit.text.strip()}: {entry.typed}"
    message = f"Tallet {quote(entry.typed)} står foran kolon, hvor enheden skal stå."
    end = unit.location.column + unit.location.length
    place = entry.location._replace(length=end - entry.location.column)
    return problem(at, NUMBER_WITH_UNIT, place, message, f"Skriv {written}", written)


def unwrapped(text: str) -> str:
    """Give words without the brackets about them, of which one may be missing."""
    if text[:1] in "({" and text[-1:] in ")}":
        text = text[1:-1]
    return text.strip("[] ")


def meant_answer(field: Field, node: TreeNode) -> str:
    """Give the answer that was meant by another word for nothing, or for not known; "" for anything else."""
    if not field.answerable or not isinstance(node, ScalarNode) or not node.on_one_line:
        return ""
    typed = normal_key(node.text.strip(AROUND))
    said = typed if typed in ANSWERS else INGEN if typed in _NOTHING else ""
    return said or (UOPLYST if is_no_answer(node.text) else "")


def is_item(node: TreeNode, group: type[Felter]) -> TypeGuard[MappingNode]:
    """Tell whether a group of fields is the only item of a list, written without its hyphen."""
    return isinstance(node, MappingNode) and any(entry.key in group.fields for entry in node.entries)


def _hyphen_before(first: MappingEntry, group: type[Felter], key: Location) -> Location | None:
    """Give the place of a field and of the room before it, where a hyphen fits in; None where it does not."""
    place = first.location
    if first.key not in group.fields or place.line == key.line or place.column - INDENT_STEP < key.column:
        return None
    return place._replace(column=place.column - INDENT_STEP, length=INDENT_STEP + place.length)


def file_of_another_shape(at: Trail, model: type[Felter]) -> Problem:
    """Say how a file begins that does not consist of fields."""
    return problem(at, kinds.FIELDS_EXPECTED, _place(at), "Filen består ikke af felter.", beginning_of(model))


def beginning_of(model: type[Felter]) -> str:
    """Say which fields a file begins with."""
    names = [f"{model.fields[name].spelled}:" for name in required_names(model)]
    return f"Begynd med {join_words(names)}" + (", hver på sin linje" if len(names) > 1 else "")


def fields_expected(at: Trail) -> Problem:
    """Say that a group of fields stands there otherwise."""
    field, node = field_of(at), at.node
    message = f"Under {name_of(at)} skal der stå felter, hvert med navn, kolon og værdi."
    if not at.number and (answer := meant_answer(field, node)):
        return problem(at, kinds.FIELDS_EXPECTED, _place(at), message, f"Skriv {answer}", answer)
    written = _in_first_line(field, node) or _as_figure(field, node)
    if at.number:
        if lone := _lone_answer(at):
            place, text = lone
            return problem(at, kinds.FIELDS_EXPECTED, place, message, f"Skriv {text}", text)
        instead: Texts = (written,) if written else ()
        return problem(at, kinds.FIELDS_EXPECTED, _place(at), message, _as_item(field, node), *instead)
    example = _first_line(field)
    if field.keyed_by and isinstance(node, ScalarNode) and _COUNT.fullmatch(node.text.strip()):
        example = f"{example.partition(':')[0]}: {node.text.strip()}"
    example = f"fx {example}" if field.keyed_by else example
    hint = f"Skriv {field.spelled}: {_BELOW} {written or example}"
    if isinstance(node, SequenceNode) and any(isinstance(item, MappingNode) for item in node.items):
        hint = "Slet bindestregen foran hvert felt"
    instead = (f"{_line_below(at)}{written}",) if written else ()
    return problem(at, kinds.FIELDS_EXPECTED, _place(at), message, hint, *instead)


def _lone_answer(at: Trail) -> tuple[Location, str] | None:
    """Give an answer that is the only item of a list in brackets, and the place of the list that it is instead of."""
    above = at.above.node if at.above else None
    is_list = isinstance(above, SequenceNode) and len(above.items) == 1 and above.location.length > 1
    text = at.node.text if isinstance(at.node, ScalarNode) else ""
    is_answer = field_of(at).answerable and normal_key(text) in ANSWERS
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


def _as_figure(field: Field, node: TreeNode) -> str:
    """Give "200 gæster" as a figure of its unit; "" for anything else."""
    if not field.keyed_by or not isinstance(node, ScalarNode) or not node.on_one_line:
        return ""
    for order in (_COUNT_AND_UNIT, _UNIT_AND_COUNT):
        found = order.fullmatch(node.text.strip())
        known = built_in().get(normal_key(found["unit"])) if found else None
        if found and known:
            return f"{known.flertal}: {found['count']}"
    return ""


def bad_value(at: Trail, scalar: ScalarNode, fault: Fault) -> Problem:
    """Say what a value said of itself, without the texts to write instead that a figure of its unit cannot be."""
    if fault.kind is kinds.MISSING_FIELD:
        return empty_item(at) if at.number or at.above is None else missing_field(at.above, field_of(at))
    # A text may begin with lines that are blank; nobody can be pointed at these.
    start = fault.start or len(scalar.text) - len(scalar.text.lstrip())
    length = fault.length or len(scalar.text[start:].split("\n")[0])
    unit = _unit(at) if getattr(field_of(at).kind, "in_unit", False) else ""
    hint, fitting = _fitting(fault, unit, scalar.text) if unit else (fault.hint, fault.instead)
    is_literal = scalar.is_as_typed(fault.start, fault.length or len(scalar.text))
    return problem(at, fault.kind, scalar.place(start, length), fault.message, hint, *(fitting if is_literal else ()))


def _unit(at: Trail) -> str:
    """Give the unit of the figure that a value is part of, as typed; "" outside figures."""
    keys = [
        one.typed for one in at.ways if one.field and one.field.keyed_by and one.above and one.field is one.above.field
    ]
    return keys[-1] if keys else ""


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
