"""YAML that is written by the program, and read again by it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frivilligrapport.reading.comments import MARK
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode
from frivilligrapport.reading.yaml_reader import read
from frivilligrapport.rendering.yaml_text import Block, Group, Listing, YamlField, comment, scalar, to_yaml, todos

# Signs that mean something to YAML somewhere, Danish letters, a hard space, a letter of two UTF-16 units.
LETTERS = "aåÆø1 9:#-?,[]{}&*!|>%@`'\"\\~=.()<+;»«§/\u00a0é\U0001f333"
lines = st.text(st.sampled_from(LETTERS), min_size=1).map(str.strip).filter(bool)
# Where a line begins, the reader takes a hard space for the space bar's: a text that has been read has none there.
soft = lines.map(lambda line: line.replace("\u00a0", " "))
texts = st.lists(st.one_of(soft, st.just("")), min_size=1).map("\n".join).map(str.strip).filter(bool)


def written(*fields: YamlField) -> MappingNode:
    """Write fields and read them again; there must be nothing to find fault with."""
    reading = read(to_yaml(fields).encode(), "tmf.yaml")
    assert reading.problems == ()
    assert isinstance(reading.tree, MappingNode)
    return reading.tree


def text_at(tree: MappingNode, name: str) -> str:
    """Give the text of a field."""
    entry = tree.get(name)
    assert entry is not None
    assert isinstance(entry.value, ScalarNode)
    return entry.value.text.strip()


@given(lines, lines)
@example("uoplyst", "~")
@example("null", "2014-01-01")
@example("a: b", "# nej")
@example("- a", "a #1")
@example("antal:15", "»citat«")
def test_a_text_of_one_line_comes_back(text: str, beside: str) -> None:
    """Whatever signs a text has, and whatever stands next to it, it is read as it was written."""
    tree = written(YamlField("navn", text, "se her"), YamlField("andet", beside))
    assert (text_at(tree, "navn"), text_at(tree, "andet")) == (text, beside)


@given(texts)
@example("En linje.\n\n  - rykket ind\n# ikke en bemærkning\n\n---\n...")
def test_a_text_of_several_lines_comes_back(text: str) -> None:
    """Blank lines, indentation and signs inside a text are kept, also in an item of a list."""
    item = Group((YamlField("tekst", Block(text), "skriv"), YamlField("id", "a")))
    tree = written(YamlField("status", Listing((item, item))), YamlField("efter", text))
    entry = tree.get("status")
    assert entry is not None
    assert isinstance(entry.value, SequenceNode)
    found = [text_at(one, "tekst") for one in entry.value.items if isinstance(one, MappingNode)]
    assert found == [text, text]
    assert text_at(tree, "efter") == text


@given(st.lists(texts, min_size=1))
def test_a_list_of_texts_comes_back(words: list[str]) -> None:
    """A list is the same list, on one line or with a line for each."""
    entry = written(YamlField("partnere", tuple(words))).get("partnere")
    assert entry is not None
    assert isinstance(entry.value, SequenceNode)
    assert [one.text.strip() for one in entry.value.items if isinstance(one, ScalarNode)] == words


@given(lines.filter(lambda name: name != "<<"))  # refused as a name, however it is written
def test_a_name_of_a_field_comes_back(name: str) -> None:
    """A unit with a label is a name that people have made up: it is read as typed."""
    group = written(YamlField("tal", Group((YamlField(name, "15"),)))).get("tal")
    assert group is not None
    assert isinstance(group.value, MappingNode)
    assert [entry.typed for entry in group.value.entries] == [name]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kgs. Enghave", "Kgs. Enghave"),
        ("ca. 15", "ca. 15"),
        ("20-30", "20-30"),
        (">100", "'>100'"),
        ("Café: Fælles", "'Café: Fælles'"),
        ("projekt #1", "'projekt #1'"),
        ("'Dag' i haven", "'''Dag'' i haven'"),
        ("frivillig@kommune.dk", "frivillig@kommune.dk"),
    ],
)
def test_quotation_marks_only_where_they_help(text: str, shown: str) -> None:
    """Ordinary words stand as they are, and everything else in single quotation marks."""
    assert scalar(text) == shown


def test_the_layout() -> None:
    """Remarks stand above, what is to be done behind, and what is off can be taken in by removing "# "."""
    held = Group(
        (YamlField("id", "b"), YamlField("tal", Group((YamlField("gæster", "uoplyst", "antal gæster"),)))), off=True
    )
    fields = (
        YamlField("år", "2015"),
        YamlField("forvaltning", "TMF"),
        YamlField(
            "indsatser", Listing((Group((YamlField("id", "a"),), ("Om a.",)), held), spaced=True), notes=("Alt.",)
        ),
        YamlField("forslag", "uoplyst", "skriv"),
    )
    text = to_yaml(fields)
    assert text == (
        "år: 2015\nforvaltning: TMF\n\n# Alt.\nindsatser:\n  # Om a.\n  - id: a\n\n"
        "  # - id: b\n  #   tal:\n  #     gæster: uoplyst  # antal gæster\n"
        f"forslag: uoplyst  # {MARK}: skriv\n"
    )
    assert todos(fields) == text.count(f"# {MARK}:") == 1
    taken_in = text.replace("  # - id", "  - id").replace("  #   ", "    ")
    assert read(taken_in.encode(), "tmf.yaml").problems == ()


def test_a_remark_is_wrapped_and_keeps_its_indentation() -> None:
    """No line of a remark is longer than can be read, line ends in it are gone, and its place is kept."""
    assert comment("a\nb") == ["# a b"]
    long = comment("  " + "ord " * 40, "    ")
    assert all(line.startswith("    #   ord") and len(line) <= 110 for line in long)
    assert len(long) > 1
