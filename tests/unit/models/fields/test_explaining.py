"""What is said of a field: how a hint ends, and what may be written instead."""

import pytest

from frivilligrapport.models.fields.base import Felter, field
from frivilligrapport.models.fields.explaining import with_place
from frivilligrapport.models.fields.leaves import Maengde
from support.texts.model_text import read_as


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


class Purse(Felter):
    """A group with a quantity that is no figure's."""

    amount: Maengde | None = field("Et beløb, fx 25.000.")


def test_a_quantity_outside_figures_keeps_what_it_offers() -> None:
    """Only a figure has a unit that some texts cannot be of."""
    found = read_as(Purse, "amount: 20-30.000\n").told
    assert found[0].endswith("Skriv 20.000-30.000 eller 20-30.")
