"""What tables say once."""

from frivilligrapport.documents.parts.tables import Tabel, columns, without_repeats, words
from support.reports import rows_of


def test_a_column_with_one_value_is_a_sentence_below() -> None:
    """What each row would say is said once, and what none of them tells is named once."""
    heads = columns("Opgave", "Ejer", "Hvornår", "Frist", "Mål")
    rows = (words("A", "BIF", "2014", "uoplyst", ""), words("B", "BIF", "2015", "uoplyst", ""))
    found = without_repeats(Tabel("opgaver", "Opgaver", heads, rows, note="Fra planen."))
    assert [one.navn for one in found.kolonner] == ["Opgave", "Hvornår"]
    assert rows_of(found) == [["A", "2014"], ["B", "2015"]]
    assert found.note == "Fra planen. Ejer for dem alle: BIF. Ikke oplyst for nogen af dem: frist og mål."


def test_one_row_repeats_nothing() -> None:
    """A table of one row keeps its columns."""
    alone = Tabel("opgaver", "Opgaver", columns("Opgave", "Ejer"), (words("A", "BIF"),))
    assert without_repeats(alone) == alone
