"""Which parts of a Markdown text are paragraphs."""

import pytest

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
        ("Vi **passer** den", ["Vi **passer** den"]),
        ("- et punkt\n- et til", []),
        ("1. et punkt\n2) et til", []),
        ("Vi passer:\n- natur", []),
        ("\uf0b7 et punkt fra Word", []),
        ("- et punkt\n  som er langt", []),
        ("| enhed | antal |\n|---|---|\n| møder | 4 |", []),
        ("Se https://www.kk.dk/frivillig", []),
        ("```\nkode\n```", []),
        ("27 frivillige hjalp", ["27 frivillige hjalp"]),
        ("Den\n27. april hjalp vi", ["Den\n27. april hjalp vi"]),
        ("", []),
    ],
)
def test_paragraphs(typed: str, running: list[str]) -> None:
    """Lists, headings, tables, links and code are no running text."""
    assert [block.text for block in paragraphs(typed)] == running


def test_places() -> None:
    """A paragraph knows where it starts and whether it is the last block."""
    typed = "# Natur\nVi passer den.\n\nDet gik."
    found = list(paragraphs(typed))
    assert [typed[block.start :].startswith(block.text) for block in found] == [True, True]
    assert [block.is_last for block in found] == [False, True]
