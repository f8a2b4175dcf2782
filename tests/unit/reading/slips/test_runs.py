"""Lines of a text that lost their indentation are told from fields, whatever words they begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from frivilligrapport.reading.slips.parser_stop import FIELD, indent_of
from support.repository import REPOSITORY
from support.texts.yaml_findings import reading

FILES = sorted((REPOSITORY / "indberetninger").glob("20*/*.yaml"))


def lines_of_texts(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the number of each line of a text below `|`, with the column of the text's field."""
    column = -1
    for number, line in enumerate(lines):
        if line.strip() and indent_of(line) <= column:
            column = -1
        if line.strip() and column >= 0:
            yield number, column
        elif (match := FIELD.match(line)) and line.endswith(": |"):
            column = match.start("key")


@pytest.mark.full
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_line_of_a_text_is_told_as_one_wherever_it_stands(path: Path) -> None:
    """Each line, at the margin and in its field's own column, is one finding there, and is never taken for a field."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, column in lines_of_texts(lines):
        for indent in {0, column}:
            moved = [*lines[:number], " " * indent + lines[number].lstrip(), *lines[number + 1 :]]
            found = reading("\n".join(moved)).problems
            assert [(one.code, one.location.line) for one in found] == [("FR038", number + 1)], moved[number]


@pytest.mark.parametrize("said", ["Vi vil have flere affaldsdage.", "Blå økologi på åen", "uoplyst"])
def test_the_only_field_of_a_name_is_no_line_of_a_text_that_ends_without_a_full_stop(said: str) -> None:
    """A text above a group that is written on its own line may be unfinished: both are told of, and both are read."""
    text = f"status:\n  - tekst: |\n      Roerne samlede affald i havnen\nperspektiver: {said}\n"
    assert reading(text).problems == ()
