"""Fields of a figure that stand beside their unit instead of under it."""

import pytest

from support.texts.model_text import I_SMAG_VERDEN, TAL, statusfil

BESIDE = "FR101 Feltet »antal« står, hvor der skal stå en enhed."


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("gæster:\n      antal: 12", f"9:7+5 {BESIDE} Ryk linjen to mellemrum længere ind, så den står under »gæster«"),
        (
            "gæster:\n      antal: 12\n      kilde: arrangøren",
            f"9:7+5 {BESIDE} Ryk linjerne fra antal to mellemrum længere ind, så de står under »gæster«",
        ),
        (
            "antal: 12\n      kilde: arrangøren",
            f"8:7+5 {BESIDE} Skriv enheden på linjen over, fx frivillige:, og ryk antal to mellemrum længere ind",
        ),
    ],
)
def test_one_finding_for_the_lines(lines: str, told: str) -> None:
    """However many lines stand too far to the left, it is one finding."""
    assert statusfil(TAL + f"      {lines}\n").told == (f"{told} {I_SMAG_VERDEN}",)


def test_the_figure_is_read_as_meant() -> None:
    """The fields are read under the unit above them, so that what else is wrong in them is told as well."""
    found = statusfil(TAL + "      gæster:\n      antal: 12\n      metode: terninger\n      elever: 3\n")
    assert [line.split(" »")[0] for line in found.told] == ["9:7+5 FR101 Feltet", "10:15+9 FR106"]
    guests, pupils = found.read.indsatser[0].tal
    assert (guests.enhed, str(guests.antal.quantity.text()) if guests.antal else "", pupils.enhed) == (
        "gæster",
        "12",
        "elever",
    )
