"""Which parts of a Markdown text are paragraphs."""

import pytest

from frivilligrapport.grammar.markdown.text import read_markdown
from frivilligrapport.rules.texts.unfinished import paragraphs


@pytest.mark.parametrize(
    ("typed", "running"),
    [
        ("Vi hjalp.", ["Vi hjalp."]),
        ("Vi hjalp\nhinanden.\n\nDet gik.", ["Vi hjalp\nhinanden.", "Det gik."]),
        ("# Natur\nVi passer den.", ["Vi passer den."]),
        ("# Natur", []),
        ("Natur\n=====\n\nVi passer den.", ["Vi passer den."]),
        ("**Natur**\n\nVi passer den.", ["Vi passer den."]),
        ("Vi **passer** den", ["Vi passer den"]),
        ("- et punkt\n- et til", []),
        ("1. et punkt\n2) et til", []),
        ("Vi passer byens\n- natur\n- dyr", []),
        ("\uf0b7 et punkt fra Word", []),
        ("- et punkt\n  som er langt", []),
        ("| enhed | antal |\n|---|---|\n| møder | 4 |", []),
        ("Se https://www.kk.dk/frivillig", []),
        ("```\nkode\n```", []),
        ("Sted | Antal\n--- | ---\nA | 1", []),
        ("– a\n– b", []),
        ("a) første\nb) andet", []),
        ("> Det var godt.\n> Anna, frivillig", ["Det var godt."]),
        ("> Det var godt.\n\nAnna, frivillig", ["Det var godt."]),
        ("> Det var godt.\n>\n> – Anna, frivillig", ["Det var godt."]),
        ("27 frivillige hjalp", ["27 frivillige hjalp"]),
        ("Den\n27. april hjalp vi", ["Den\n27. april hjalp vi"]),
        ("", []),
    ],
)
def test_paragraphs(typed: str, running: list[str]) -> None:
    """Lists, headings, tables, links and code are no running text."""
    assert [block.text for block in paragraphs(read_markdown(typed))] == running


def test_places() -> None:
    """A paragraph knows where its last word stands and whether it is the last block."""
    typed = "# Natur\nVi passer *den*.\n\nDet gik"
    found = list(paragraphs(read_markdown(typed)))
    assert [typed[start : start + length] for start, length in (block.last_word for block in found)] == [
        "*den*.",
        "gik",
    ]
    assert [block.is_last for block in found] == [False, True]
