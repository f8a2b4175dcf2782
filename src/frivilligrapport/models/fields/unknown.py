"""Fields that stand where there is no such field: which one was meant, or where it belongs."""

from collections.abc import Iterator
from collections.abc import Sequence as Items
from functools import cache, partial
from itertools import takewhile
from typing import Any

from frivilligrapport.danish import join_words, nearest_word, normal_key, quote
from frivilligrapport.models.enheder import built_in
from frivilligrapport.models.fields import kinds
from frivilligrapport.models.fields.base import Felter, Field, Trail
from frivilligrapport.models.fields.explaining import meant_answer, problem
from frivilligrapport.models.fields.naming import field_name
from frivilligrapport.problems import Fault, Problem
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ScalarNode

# Words that people take for one another; the first that the group has and lacks is meant.
_SAME = {
    "status": ("tilstand",),
    "navn": ("titel", "overskrift"),
    "titel": ("navn", "overskrift"),
    "overskrift": ("navn", "titel"),
    "tekst": ("beskrivelse",),
    "beskrivelse": ("tekst",),
    "aar": ("periode",),
    "dato": ("periode",),
    "tidspunkt": ("periode",),
    "kommentar": ("bemaerkning",),
    "note": ("bemaerkning",),
    "formaal": ("beskrivelse",),
    "resultat": ("effekt",),
    "type": ("art",),
    "ny": ("ny_i_aar",),
    "sted": ("steder",),
    "mail": ("postkasse",),
    "e_mail": ("postkasse",),
    "email": ("postkasse",),
    "proposals": ("forslag",),
    "suggestions": ("forslag",),
    "ideas": ("forslag",),
    "ideer": ("forslag",),
    "perspectives": ("perspektiver",),
    "contact": ("kontakt",),
    "activities": ("indsatser",),
    "name": ("navn", "titel", "overskrift"),
    "title": ("titel", "navn", "overskrift"),
    "headline": ("overskrift", "titel"),
    "text": ("tekst", "beskrivelse"),
    "description": ("beskrivelse", "tekst"),
    "state": ("tilstand",),
    "year": ("aar", "periode"),
    "period": ("periode",),
    "date": ("periode",),
    "theme": ("tema",),
    "source": ("kilde",),
    "figures": ("tal",),
    "numbers": ("tal",),
}
_LEFT = "helt ude til venstre"
_MOST = 3
_A_FEW = 2  # a single field may have strayed from its own item
_MOVES: dict[tuple[str, ...], str] = {
    ("",): "Ryk linjen helt ud til venstre",
    ("tal",): "Flyt det ind under den enhed, det hører til",
}


def meant(root: type[Felter], model: type[Felter], key: str, lacking: Items[str]) -> str | None:
    """Find which of the fields that a group lacks the unknown one `key` most likely stands for.

    A field that belongs elsewhere in the file is taken for one only where they are a word and its plural.
    """
    key = key.partition("(")[0].strip("_*~<>") or key  # "navn (indsatsens navn)"
    same = next((name for name in _SAME.get(key, ()) if name in model.fields and name in lacking), None)
    if _homes(root, key):
        lacking = [name for name in lacking if name.startswith(key) or key.startswith(name)]
    return same or nearest_word(key, lacking)


def misspelt(at: Trail, entry: MappingEntry, better: Field) -> Problem:
    """Name the field that was meant, and the answer where another word stands for it: `proposals: none`."""
    message = f"Feltet »{entry.typed}« kendes ikke. Mente du {field_name(better)}?"
    place, written, value = entry.location, better.spelled, entry.value
    answer = meant_answer(better, value)
    if isinstance(value, ScalarNode) and answer not in {"", value.text} and value.location.line == place.line:
        place = place._replace(length=value.location.column + value.location.length - place.column)
        written = f"{written}: {answer}"
    return problem(at, kinds.UNKNOWN_FIELD, place, message, f"Skriv {written}", written)


def as_meant(entry: MappingEntry, better: Field) -> MappingEntry:
    """Read an unknown field as the one that was meant, and its value as the answer that was meant."""
    value, answer = entry.value, meant_answer(better, entry.value)
    if isinstance(value, ScalarNode) and answer:
        value = value._replace(text=answer)
    return entry._replace(key=better.name, value=value)


def unknown(at: Trail, entry: MappingEntry, root: type[Felter], model: type[Felter]) -> Problem:
    """Say of a field that no other is near to where it belongs in the file, or which fields there are."""
    homes = _homes(root, entry.key)
    if homes:
        message = f"Feltet »{entry.typed}« hører ikke til her, men {_where(homes)}."
        hint = _MOVES.get(tuple(home.name if home else "" for home in homes), "Flyt det derhen")
    elif normal_key(entry.typed.split("(")[0]) in built_in():
        message = f"Feltet »{entry.typed}« hører ikke til her, men under »tal«."
        is_short = isinstance(entry.value, ScalarNode) and "tal" in model.fields
        written = f"{entry.typed}: {entry.value.text}" if isinstance(entry.value, ScalarNode) else ""
        hint = f"Skriv tal: og på næste linje, rykket ind, {written}" if is_short else "Flyt det derhen"
    else:
        message = f"Feltet »{entry.typed}« kendes ikke."
        hint = f"Felterne her er: {', '.join(one.spelled for one in model.fields.values())}"
    return problem(at, kinds.UNKNOWN_FIELD, entry.location, message, hint)


def of_another_list(at: Trail, strange: Items[MappingEntry], root: type[Felter], model: type[Felter]) -> Problem | None:
    """Say once of an item that came under the wrong list where it belongs: all its fields are those of another list."""
    typed = {normal_key(entry.typed) for entry in at.node.entries} if isinstance(at.node, MappingNode) else set()
    lists = (home for home, other in models_in(root) if home and home.holds_list and typed <= set(other.fields))
    home = next(lists, None)
    if not at.number or len(strange) < _A_FEW or home is None or home.group is model:
        return None
    message = f"Punktets felter hører ikke til her, men under {field_name(home)}."
    hint = f"Flyt hele punktet op under {field_name(home)}"
    return problem(at, kinds.UNKNOWN_FIELD, strange[0].location, message, hint)


def models_in(model: type[Felter]) -> tuple[tuple[Field | None, type[Felter]], ...]:
    """Give every model that is part of a file, with the field that it stands under; None for the file's own model."""
    key: Any = model  # mypy takes a class of groups for something without a hash
    return _models_in(key)


@cache
def _models_in(model: Any) -> tuple[tuple[Field | None, type[Felter]], ...]:
    found: list[tuple[Field | None, type[Felter]]] = [(None, model)]
    for one in model.fields.values():
        if one.group:
            found += [(below or one, part) for below, part in _models_in(one.group)]
    return tuple(found)


def _homes(root: type[Felter], key: str) -> tuple[Field | None, ...]:
    """Give the fields that a field may stand under, one of each name, None for the file itself."""
    homes = {home.name if home else "": home for home, model in models_in(root) if key in model.fields}
    return tuple(homes.values())[:_MOST]


def _where(homes: tuple[Field | None, ...]) -> str:
    below = join_words([field_name(home) for home in homes if home], "eller")
    words = [_LEFT] if None in homes else []
    return " eller ".join([*words, f"under {below}"] if below else words)


def beside_their_group(model: type[Felter], node: MappingNode) -> Iterator[tuple[MappingEntry, Items[MappingEntry]]]:
    """Yield each empty group of fields with those right below it that belong in it and are not moved in under it."""
    for number, above in enumerate(node.entries):
        field = model.fields.get(above.key)
        if field and _is_empty(above) and field.group and (field.keyed_by or not field.holds_list):
            below = node.entries[number + 1 :]
            inside = tuple(takewhile(partial(_belongs_in, field, model), below))
            if inside:
                yield above, inside


def _belongs_in(field: Field, model: type[Felter], entry: MappingEntry) -> bool:
    if entry.key in model.fields or field.group is None:
        return False
    return normal_key(entry.typed.split("(")[0]) in built_in() if field.keyed_by else entry.key in field.group.fields


def not_moved_in(at: Trail, above: MappingEntry, inside: Items[MappingEntry]) -> Problem:
    """Say once of such fields that they must be moved in."""
    first, last = inside[0], inside[-1]
    message = f"Feltet »{first.typed}« står ved siden af »{above.typed}« og ikke under det."
    is_flat = all(isinstance(one.value, ScalarNode) and one.value.on_one_line for one in inside)
    if len(inside) == 1 and is_flat:
        hint = f"Ryk linjen to mellemrum længere ind, så den står under »{above.typed}«"
        return problem(at, kinds.UNKNOWN_FIELD, first.location, message, hint, f"  {first.typed}")
    one_or_more = (
        ("linjen", "den") if len(inside) == 1 else (f"linjerne fra {first.typed} til og med {last.typed}", "dem")
    )
    lines = one_or_more[0] if is_flat else "{} og det, der står under {},".format(*one_or_more)
    hint = f"Ryk {lines} to mellemrum længere ind, så det står under »{above.typed}«"
    return problem(at, kinds.UNKNOWN_FIELD, first.location, message, hint)


def moved_in(node: MappingNode, groups: Items[tuple[MappingEntry, Items[MappingEntry]]]) -> MappingNode:
    """Read such fields as if they stood under their group."""
    gone = {id(one) for _, inside in groups for one in inside}
    whole = {id(above): MappingNode(tuple(inside), inside[0].location) for above, inside in groups}
    kept = (one for one in node.entries if id(one) not in gone)
    return node._replace(entries=tuple(one._replace(value=whole.get(id(one), one.value)) for one in kept))


def out_of_its_unit(group: MappingNode, strays: Items[int]) -> Fault:
    """Refuse the fields with the numbers `strays`, all at once: the unit is the empty one above the first of them."""
    first = group.entries[strays[0]]
    above = group.entries[strays[0] - 1] if strays[0] else None
    message = f"Feltet {quote(first.typed)} står, hvor der skal stå en enhed."
    if above is None or not _is_empty(above):
        hint = f"Skriv enheden på linjen over, fx frivillige:, og ryk {first.typed} to mellemrum længere ind"
        return Fault(kinds.UNKNOWN_FIELD, message, hint)
    if len(strays) > 1:
        hint = f"Ryk linjerne fra {first.typed} to mellemrum længere ind, så de står under {quote(above.typed)}"
        return Fault(kinds.UNKNOWN_FIELD, message, hint)
    hint = f"Ryk linjen to mellemrum længere ind, så den står under {quote(above.typed)}"
    return Fault(kinds.UNKNOWN_FIELD, message, hint, instead=(f"  {first.typed}",))


def into_their_units(group: MappingNode, fields: tuple[str, ...]) -> MappingNode:
    """Read such fields under the empty unit above them; those without one are left out."""
    entries: list[MappingEntry] = []
    for entry in group.entries:
        last = entries[-1] if entries else None
        if entry.key not in fields:
            entries.append(entry)
        elif last and _is_empty(last):
            entries[-1] = last._replace(value=MappingNode((entry,), entry.location))
        elif last and isinstance(last.value, MappingNode):
            entries[-1] = last._replace(value=last.value._replace(entries=(*last.value.entries, entry)))
    return group._replace(entries=tuple(entries))


def _is_empty(entry: MappingEntry) -> bool:
    return isinstance(entry.value, ScalarNode) and entry.value.empty
