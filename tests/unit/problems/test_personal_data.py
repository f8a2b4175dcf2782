import pytest

from frivilligrapport.problems.personal_data import cpr_numbers, mask

EN_DASH = "\u2013"
HARD_SPACE = "\u00a0"


@pytest.mark.parametrize(
    "number",
    [
        "010199-5000",
        "010199 5000",
        "0101995000",
        f"010199{EN_DASH}5000",
        "010199\u20115000",
        f"010199{HARD_SPACE}5000",
        "010199 - 5000",
        "010199 -5000",
        f"010199 {EN_DASH} 5000",
        "311299-5000",
        "290200-5000",
        "610199-5000",
        "910199-5000",
        "010199-0000",
    ],
)
def test_numbers_that_are_found(number: str) -> None:
    """A valid day (also with 60 added) and month, and four more digits, are found however they are parted."""
    assert [match.group() for match in cpr_numbers(f"Ring til {number}.")] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "000199-5000",
        "320199-5000",
        "600199-5000",
        "920199-5000",
        "310499-5000",
        "300299-5000",
        "900299-5000",
        "011399-5000",
        "010099-5000",
        "5798009800206",
        "EAN 5798009800206",
        "sagsnr. 2015-0092770-1",
        "2015-0101995-1",
        "2014-0101991234",
        "010199-50001",
        "1010199-5000",
        "33 66 33 66",
        "+45 3366 3366",
        "33663366",
        "12.-13. marts 2014",
        "2014-03-12",
        "1.010.199.500",
        "010199--5000",
        "010199  -  5000",
        "010199\n5000",
        "010199-500",
    ],
)
def test_numbers_that_are_none(text: str) -> None:
    """Other days and months, longer runs of digits, EAN, case and telephone numbers and dates are left alone."""
    assert list(cpr_numbers(text)) == []
    assert mask(text) == text


def test_mask_keeps_the_length_and_hides_four_digits() -> None:
    """Only the last four digits of each number are replaced, one sign for one digit, so that columns still fit."""
    text = "a 010199-5000, b 3112995001 (kl. 12) og 610199 5002"
    masked = mask(text)
    assert masked == "a 010199-••••, b 311299•••• (kl. 12) og 610199 ••••"
    assert len(masked) == len(text)


def test_mask_hides_what_is_left_of_a_number_that_was_cut_short() -> None:
    """A long text that is quoted shortened may end inside a number."""
    assert mask("»Kontakt 010199-500…«") == "»Kontakt 010199-•••…«"
    assert mask("»Kontakt 0101995…«") == "»Kontakt 010199•…«"
    assert mask("»Kontakt 010199-…«") == "»Kontakt 010199-…«"


def test_masking_twice_changes_nothing() -> None:
    """A text that has been masked holds no number."""
    assert mask(mask("010199-5000")) == mask("010199-5000")
