"""How a hint ends."""

import pytest

from frivilligrapport.models.fields.explaining import with_place


@pytest.mark.parametrize(
    ("hint", "where", "expected"),
    [
        ("Skriv 15", "i indsatsen »A«", "Skriv 15 (i indsatsen »A«)."),
        ("Skriv 15.", "i indsatsen »A«", "Skriv 15 (i indsatsen »A«)."),
        ("Skriv 15", "", "Skriv 15."),
        ("Skriv 15.", "", "Skriv 15."),
        ("Skriv tekst: …", "i indsatsen »A«", "Skriv tekst: … (i indsatsen »A«)."),
        ("Skriv tekst: …", "", "Skriv tekst: …"),
        ("", "i indsatsen »A«", "Det er i indsatsen »A«."),
        ("", "", ""),
    ],
)
def test_with_place(hint: str, where: str, expected: str) -> None:
    """A hint ends as a sentence, with the name of the thing when there is one."""
    assert with_place(hint, where) == expected
