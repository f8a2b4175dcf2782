"""What tables say once."""

import pytest

from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.tables import GAP, Celle, Tabel, columns, count_columns, parted, words
from support.reports import rows_of, words_of

HEADS = columns("Opgave", "Ejer", "Hvornår", "Frist", "TMF")


def test_a_column_with_one_value_is_a_sentence_below() -> None:
    """What each row would say is said once, and what none of them tells is named once, an acronym as it is."""
    rows = (words("A", "BIF", "2014", "uoplyst", ""), words("B", "BIF", "2015", "uoplyst", ""))
    found = Tabel("opgaver", "Opgaver", HEADS, rows, note="Fra planen.").vist
    assert [one.navn for one in found.kolonner] == ["Opgave", "Hvornår"]
    assert rows_of(found) == [["A", "2014"], ["B", "2015"]]
    assert found.note == "Fra planen. Ejer for dem alle: BIF. Ikke oplyst for nogen af dem: frist og TMF."


def test_columns_below_those_of_other_tables_stay() -> None:
    """Tables that stand in a row have the same columns."""
    rows = (words("A", "BIF"), words("B", "BIF"))
    assert Tabel("opgaver", "Opgaver", columns("Opgave", "Ejer"), rows, fast=True).vist.raekker == rows


def test_a_table_of_one_row_is_sentences() -> None:
    """Each column is named before what it says, and what is not told is said last."""
    note = Celle("Holde et møde", note="for alle.")
    figure = Celle(tal=(Talvisning("21 projekter"),))
    alone = Tabel("o", "Opgaver", HEADS, ((note, Celle("uoplyst"), Celle("hvert år"), figure, Celle("ikke oplyst")),))
    told = [(name, words_of(cell)) for name, cell in alone.vist.som_saetninger]
    assert told == [
        ("", "Holde et møde. For alle."),
        ("Hvornår", "hvert år."),
        ("Frist", "21 projekter"),
        ("Ikke oplyst", "ejer og TMF."),
    ]


def test_a_table_of_one_column_is_a_list() -> None:
    """It has nothing to hold together."""
    rows = (words("A", "BIF"), words("B", "BIF"))
    found = Tabel("opgaver", "Opgaver", columns("Opgave", "Ejer"), rows).vist
    assert [words_of(one) for one in found.som_liste] == ["A", "B"]


def test_many_gaps_are_a_sign_that_is_explained_once() -> None:
    """Two are said in words; more are two points, as in public statistics, and a voice says what they mean."""
    rows = (words("A", "BIF", "", "1"), words("B", "", "2014", "2"), words("C", "", "2015", "3"))
    found = Tabel("opgaver", "Opgaver", columns("Opgave", "Ejer", "Hvornår", "Nr."), rows).vist
    assert [row.count(GAP) for row in found.raekker] == [1, 1, 1]
    assert found.note == "»..« betyder, at det ikke er oplyst."
    assert Tabel("opgaver", "Opgaver", columns("Opgave", "Ejer", "Hvornår", "Nr."), rows[1:]).vist.note == (
        "Ikke oplyst for nogen af dem: ejer."
    )


@pytest.mark.parametrize(
    ("many", "length", "parts"), [(7, 3, [8]), (24, 3, [9, 9, 7]), (9, 11, [5, 5]), (2, 200, [1] * 3)]
)
def test_counts_of_many_are_parted(many: int, length: int, parts: list[int]) -> None:
    """Each part has the heads of the rows and as many columns as a page has room for; every count is there once."""
    heads = count_columns("Art", ["A" * length] * many + ["I alt"])
    row = (Celle("kursus"), *(Celle(str(one)) for one in range(many + 1)))
    found = parted(Tabel("arter", "Arter", heads, (row,), (row,), note="Øvrige: aflyst."))
    assert [len(one.kolonner) - 1 for one in found] == parts
    for rows in ([one.raekker for one in found], [one.fod for one in found]):
        assert tuple(cell for (part,) in rows for cell in part[1:]) == row[1:]
        assert {part[0] for (part,) in rows} == {row[0]}
    assert [one.note for one in found if one.note] == ["Øvrige: aflyst."]
    assert len({(one.id, one.titel) for one in found}) == len(found)
