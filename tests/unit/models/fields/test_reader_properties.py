"""Whatever the tree: reading ends, never raises, and never passes over anything in silence."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.danish import normal_key
from frivilligrapport.models.fields.base import Felter, required_names
from frivilligrapport.models.fields.leaves import Aarstal, Maengde, Periode, Text
from frivilligrapport.models.fields.reader import read_model
from frivilligrapport.models.fields.unknown import models_in
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.politik import Politik
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Location
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ReportedNode, ScalarNode, SequenceNode, TreeNode
from frivilligrapport.reading.yaml_reader import read
from support.texts.model_text import HEAD, INDSATS

pytestmark = pytest.mark.full

ROOTS: tuple[type[Felter], ...] = (Statusfil, Rapport, Kommune, Politik)
# Values that are no text and so keep no place of their own.
WITHOUT_PLACE = ("ny_i_aar", "tael_med", "decimaler")
# Fields that may be answered with a word in place of all their content; the answer keeps no place either.
ANSWERABLE = {
    name for root in ROOTS for _, model in models_in(root) for name, one in model.fields.items() if one.answerable
}
FIELDS = sorted({name for root in ROOTS for _, model in models_in(root) for name in model.fields})
KEYS = st.sampled_from([*FIELDS, "frivillige", "moeder_(board)", "", "boern", "indsats", "tilstant", "maalgruper"])
WORDS = st.sampled_from(
    ["", "~", " ", "uoplyst", "ingen", "ja", "2014", "afholdt", "TMF", "smag-verden", "Smag Verden", "15", "20-30.000",
     "15 %", "32. marts 2014", "a, b", "[a]", ",", "klar", "modtaget", "personer", "netværk", "to\nlinjer"]
)  # fmt: skip


def placed(shape: object, lines: Iterator[int], *, plain: bool) -> TreeNode:
    """Give every part of a shape a place."""
    here = Location("tmf.yaml", next(lines), 1, 1)
    if isinstance(shape, dict):
        entries = tuple(
            MappingEntry(normal_key(key), key, Location("tmf.yaml", next(lines)), placed(value, lines, plain=plain))
            for key, value in shape.items()
        )
        return MappingNode(entries, here)
    if isinstance(shape, list):
        return SequenceNode(tuple(placed(item, lines, plain=plain) for item in shape), here)
    return ScalarNode(shape, here, plain=plain) if isinstance(shape, str) else ReportedNode(here)


SHAPES: st.SearchStrategy[object] = st.recursive(
    WORDS | st.none(),
    lambda parts: st.dictionaries(KEYS, parts, max_size=5) | st.lists(parts, max_size=3),
    max_leaves=12,
)
# A word that can be read, where "15" cannot.
RIGHT = {
    "aar": "2014", "fra": "2014", "til": "2015", "tilstand": "afholdt", "art": "andet", "type": "netværk",
    "filstatus": "klar", "status": "modtaget", "metode": "skøn", "frivilligtype": "rådsmedlem", "ny_i_aar": "nej",
    "tael_med": "ja", "decimaler": "ja", "paa_vej_med_i_antal": "uoplyst", "periode": "2014", "opgjort": "2014",
    "dato": "2014", "frist": "2014", "vedtaget": "2014", "gyldig": "2014", "andel": "15 %", "ca_usikkerhed": "15 %",
}  # fmt: skip


@st.composite
def any_trees(draw: st.DrawFn) -> TreeNode:
    """Make a tree of anything."""
    return placed(draw(SHAPES), iter(range(1, 10_000)), plain=draw(st.booleans()))


@st.composite
def nearly_right_trees(draw: st.DrawFn, model: type[Felter]) -> TreeNode:
    """Make a tree with a model's own fields, each with what belongs there or with something else."""
    return placed(group(draw, model, 4), iter(range(1, 10_000)), plain=draw(st.booleans()))


def group(draw: st.DrawFn, model: type[Felter], depth: int) -> dict[str, object]:
    """Draw a group: what is required, some other fields, and now and then one that is strange."""
    names = [*required_names(model), *draw(st.lists(st.sampled_from(list(model.fields)), max_size=4))]
    left_out = draw(st.sampled_from(["", "", "", *names]))
    fields: dict[str, object] = {name: value(draw, model, name, depth) for name in names if name != left_out}
    return fields | draw(st.dictionaries(KEYS, WORDS, max_size=1))


def value(draw: st.DrawFn, model: type[Felter], name: str, depth: int) -> object:
    """Draw a field's value: groups where groups belong, words where words do, and seldom what is wrong."""
    part = model.fields[name].group
    how = draw(st.sampled_from([*["right"] * 8, "item", "word", "other"]))
    if how == "other" or depth == 0:
        return draw(WORDS | st.lists(WORDS, max_size=2))
    if part is None or how == "word":
        word = RIGHT.get(name, "15") if how == "right" else draw(WORDS)
        return [word] if model.fields[name].holds_list else word
    inner = [group(draw, part, depth - 1) for _ in range(draw(st.integers(1, 2)))]
    if name in {"tal", "heraf"}:
        return {draw(KEYS): draw(WORDS) if how == "item" else one for one in inner}
    return inner if how == "right" else inner[0]


def scalars(node: TreeNode, key: str = "") -> Iterator[tuple[str, ScalarNode]]:
    """Yield every value of a tree that holds anything, with the key it stands under."""
    if isinstance(node, MappingNode):
        for entry in node.entries:
            yield from scalars(entry.value, entry.key)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from scalars(item, key)
    elif isinstance(node, ScalarNode) and node.text.strip() and not node.empty:
        yield key, node


def places(value: object) -> Iterator[Location]:
    """Yield the places of all that a model holds."""
    if isinstance(value, Felter):
        for name in (*value.fields, *filter(None, [value.key])):
            yield from places(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from places(item)
    elif isinstance(value, Text | Aarstal | Maengde | Periode):
        yield value.location
    elif hasattr(value, "scalar"):
        yield value.scalar.location


def holds_hole(node: TreeNode) -> bool:
    """Tell whether the reader of the file has reported something in a tree."""
    if isinstance(node, MappingNode):
        return any(holds_hole(entry.value) for entry in node.entries)
    if isinstance(node, SequenceNode):
        return any(holds_hole(item) for item in node.items)
    return isinstance(node, ReportedNode)


def is_answer(key: str, value: ScalarNode) -> bool:
    """Tell whether a word answers a whole field."""
    return key in ANSWERABLE and value.text.strip() in {"ingen", "uoplyst"}


def check(model: type[Felter], tree: TreeNode) -> None:
    """Read a tree and assert what must hold for every tree."""
    found = read_model(model, tree)
    assert all(problem.message for problem in found.problems)
    assert len(set(found.problems)) == len(found.problems)
    if found.problems or holds_hole(tree):
        return
    assert found.model is not None
    kept = set(places(found.model))
    asked = ((key, one) for key, one in scalars(tree) if key not in WITHOUT_PLACE and not is_answer(key, one))
    assert [one for _, one in asked if one.location not in kept] == []


@pytest.mark.parametrize("model", ROOTS)
@given(data=st.data())
def test_any_tree(model: type[Felter], data: st.DataObject) -> None:
    """Any tree gives a model or None, and a finding for all that the model lacks."""
    check(model, data.draw(any_trees()))


@pytest.mark.parametrize("model", ROOTS)
@given(data=st.data())
def test_nearly_right_tree(model: type[Felter], data: st.DataObject) -> None:
    """So does a tree with the right fields and all kinds of values."""
    check(model, data.draw(nearly_right_trees(model)))


@pytest.mark.parametrize("answer", ["ingen", "uoplyst"])
def test_an_answer_in_place_of_a_whole_field(answer: str) -> None:
    """A file that answers everything with a word has no findings, and the law above holds for it."""
    fields = "".join(f"{name}: {answer}\n" for name in ("perspektiver", "indsatser", "forslag"))
    reading = read((HEAD + "status:\n  - overskrift: A\n    tekst: B.\n" + fields).encode(), "tmf.yaml")
    assert reading.tree is not None
    assert read_model(Statusfil, reading.tree).problems == ()
    check(Statusfil, reading.tree)


@given(st.text(st.sampled_from("abæø:- \n[]{}\"'#&*!|>~0123456789.,"), max_size=80))
def test_any_text(text: str) -> None:
    """What follows a good beginning is read or told; the beginning stays, as long as the file can be read at all."""
    reading = read((INDSATS + text).encode(), "tmf.yaml")
    if reading.tree is not None:
        found = read_model(Statusfil, reading.tree)
        assert found.model is not None or found.problems or reading.problems


@given(st.lists(st.sampled_from(["  - id: a", "    navn: A", "    tilstant: afholt", "    tema: b", "  -", "  - c"])))
def test_any_lines(lines: list[str]) -> None:
    """Lines in any order never raise, and each finding is told once."""
    reading = read((HEAD + "indsatser:\n" + "\n".join(lines)).encode(), "tmf.yaml")
    if reading.tree is not None:
        problems = read_model(Statusfil, reading.tree).problems
        assert len(set(problems)) == len(problems)
