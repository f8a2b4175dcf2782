"""The comments in a file that speak to the program."""

import pytest

from frivilligrapport.reading.comments import comments_of
from frivilligrapport.reading.source import Source

ASKING = "# frivilligrapport: accepter FR401 fordi ja"


def concerned(text: str) -> list[tuple[int, list[int]]]:
    """Give the line of each comment and the lines that it concerns."""
    found = comments_of(Source("tmf.yaml", text.replace("#?", ASKING))).found
    return [(one.location.line, list(one.concerns)) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b #?\n", [(1, [1])]),
        ("#?\na: b\n", [(1, [2])]),
        ("#?\n# en bemærkning til\n#?\n  # og en til\na: b\n", [(1, [5]), (3, [5])]),
        ("#?\n\na: b\n", [(1, [2])]),
        ("a: b\n#?", [(2, [3])]),
        ("a: | #?\n  en\n\n  to\nb: c\n", [(1, [1, 2, 3, 4])]),
        ("#?\na: |\n  en\n  to\n", [(1, [2, 3, 4])]),
        ("a: |\n  en\n#?\nb: c\n", [(3, [4])]),
        ("a: en\n  to\n  tre #?\n", [(3, [1, 2, 3])]),
        ('a: "en\n  to" #?\n', [(2, [1, 2])]),
        ("a: [b, c] #?\n", [(1, [1])]),
        ("a: #?\n  b: c\n", [(1, [1])]),
        ("- #?\n  a: b\n", [(1, [1])]),
    ],
)
def test_what_a_comment_concerns(text: str, expected: list[tuple[int, list[int]]]) -> None:
    """A comment concerns its own line or the one below it; with a text over several lines, all of the text."""
    assert concerned(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  en\n  #?\n  to\n",
        "a: |\n  en #?\n",
        'a: "b #?"\n',
        "a: 'b\n  #?'\n",
        "a: b#?\n",
        '"#?": b\n',
        "a: >\n  #?\n",
        "a: b # frivilligrapporter er gode\n",
        "",
    ],
)
def test_what_is_no_comment(text: str) -> None:
    """In a text, in quotation marks, or glued to a word, a # begins no comment."""
    assert concerned(text) == []


def test_the_place_is_that_of_the_text() -> None:
    """The place is where the program's name begins."""
    (comment,) = comments_of(Source("tmf.yaml", f"år: 2014  {ASKING}  \n")).found
    assert (comment.text, comment.location.column, comment.location.length) == (ASKING[2:], 13, len(ASKING) - 2)


def test_a_file_that_cannot_be_read() -> None:
    """Where it is not known what is text, nobody is told that a comment is wrong."""
    assert not comments_of(Source("tmf.yaml", f"a: @b {ASKING}\n")).sure
    assert comments_of(Source("tmf.yaml", f"a: b {ASKING}\n")).sure
