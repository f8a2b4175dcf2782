import pytest

from frivilligrapport.reading.decoding import decode
from frivilligrapport.reading.tree import MappingNode, ScalarNode
from support.texts.yaml_findings import reading


def first_value(text: str) -> ScalarNode:
    """Give the value of the first field of a file."""
    tree = reading(text).tree
    assert isinstance(tree, MappingNode)
    value = tree.entries[0].value
    assert isinstance(value, ScalarNode)
    return value


@pytest.mark.parametrize(
    "text",
    [
        "tekst: Der kommer XXX til.\n",
        'tekst: "Der kommer XXX til."\n',
        "tekst: 'Der kommer XXX til.'\n",
        "tekst:\n  Der kommer XXX til.\n",
        "tekst: |\n  Der kommer XXX til.\n",
        "tekst: |\n  Første linje.\n  Der kommer XXX til.\n  Sidste linje.\n",
        "tekst: |-\n\n\n      Første linje.\n\n      Der kommer XXX til.\n",
        "tekst: |\n  Første linje.\n    Der kommer XXX til.\n",
        "tekst: |2\n     Første linje.\n    Der kommer XXX til.\n",
        "tekst: æøå Der kommer XXX til.\n",
    ],
)
def test_a_word_is_found_where_it_stands(text: str) -> None:
    """The place of an offset in the text is the place of that character in the file, for every way of writing."""
    source = decode(text.encode(), "tmf.yaml").source
    assert source is not None
    value = first_value(text)
    place = value.place(value.text.index("XXX"), 3)
    assert source.lines[place.line - 1][place.column - 1 :][: place.length] == "XXX"


@pytest.mark.parametrize(
    "text",
    [
        "tekst: Der kommer\n  XXX til.\n",
        'tekst: "Der \\"kommer\\" XXX til."\n',
        "tekst: 'Der ''kommer'' XXX til.'\n",
        "tekst: >\n  Der kommer\n  XXX til.\n",
    ],
)
def test_where_the_characters_are_not_those_of_the_file_the_whole_value_is_pointed_at(text: str) -> None:
    """A folded text, or one with doubled quotes, has other offsets than the file has."""
    value = first_value(text)
    assert value.place(value.text.index("XXX"), 3) == value.location
    assert str(value.location) == "tmf.yaml:1:8"


def test_a_place_has_at_least_one_character() -> None:
    """There is always something to underline, also at the end of a text."""
    value = first_value("tekst: Der\n")
    assert value.place(3, 0).length == 1
    assert str(value.place(3, 0)) == "tmf.yaml:1:11"
