import pytest

from frivilligrapport.reading.decoding import decode
from frivilligrapport.reading.tree import Mapping, Scalar, key_place, node_at, typed_key
from support.texts.yaml_findings import plain, reading

FILE = """\
forvaltning: TMF
indsatser:
  - id: byhave
    navn: Ny byhave
    tal:
      frivillige: 15
      På vej: 20
  - id: kajak
forslag:
"""


def first_value(text: str) -> Scalar:
    """Give the value of the first field of a file."""
    tree = reading(text).tree
    assert isinstance(tree, Mapping)
    value = tree.entries[0].value
    assert isinstance(value, Scalar)
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


def test_a_path_leads_to_a_node_and_to_a_place() -> None:
    """Keys step into fields, numbers into lists; the place is that of the field's name, or of the item."""
    tree = reading(FILE).tree
    assert tree is not None
    path = ("indsatser", 0, "navn")
    assert plain(node_at(tree, path)) == "Ny byhave"
    assert str(key_place(tree, path)) == "tmf.yaml:4:5"
    assert str(key_place(tree, ("indsatser", 1))) == "tmf.yaml:8:5"
    assert str(key_place(tree, ())) == "tmf.yaml:1:1"


def test_a_number_steps_to_an_entry_of_a_mapping() -> None:
    """The models read the units of `tal` as a list, so their paths have numbers."""
    tree = reading(FILE).tree
    assert tree is not None
    path = ("indsatser", 0, "tal", 1)
    assert plain(node_at(tree, path)) == "20"
    assert str(key_place(tree, path)) == "tmf.yaml:7:7"
    assert typed_key(tree, path) == "På vej"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("indsatser", 0, "tilstand"), "tmf.yaml:3:5"),
        (("indsatser", 7, "navn"), "tmf.yaml:2:1"),
        (("indsatser", 0, "tal", 9, "antal"), "tmf.yaml:5:5"),
        (("forvaltning", "id"), "tmf.yaml:1:1"),
        (("forvaltning", 0), "tmf.yaml:1:1"),
        (("status", 0), "tmf.yaml:1:1"),
    ],
)
def test_what_is_missing_is_placed_at_the_longest_part_of_its_path(path: tuple[str | int, ...], place: str) -> None:
    """A path that leads nowhere points at the last thing on it that is in the file."""
    tree = reading(FILE).tree
    assert tree is not None
    assert str(key_place(tree, path)) == place
