import unicodedata
from datetime import date, timedelta
from time import process_time

import pytest

from frivilligrapport.collection.personal_data import MOST_NUMBERS, search
from frivilligrapport.problems.personal_data import cpr_numbers, cpr_numbers_over_lines, joined_lines, mask
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.yaml_reader import read
from support.repository import REPOSITORY

LOOKALIKES = REPOSITORY / "tests" / "eksempler" / "ligner-cpr.txt"
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
    assert [f"Ring til {number}."[one.start : one.end] for one in cpr_numbers(f"Ring til {number}.")] == [number]


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
        "010199\n5000",
        "010199-500",
    ],
)
def test_numbers_that_are_none(text: str) -> None:
    """Other days and months, longer runs of digits, EAN, case and telephone numbers and dates are left alone."""
    assert list(cpr_numbers(text)) == []
    assert mask(text) == text


@pytest.mark.parametrize(
    "number",
    [
        "01 01 99 56 78",
        "01-01-99-56-78",
        "010199-56 78",
        "01-01-1999-5678",
        "01.01.1999-5678",
        "01 01 1999 5678",
        "0101 99 5678",
        "0101-99-5678",
        "0101 99-5678",
        "0101.99.5678",
        "2010 55 5678",
        "0101 99 56 78",
        "010199 - 56 78",
        "01-01-995678",
        "0101 1999 5678",
        "0101-1999-5678",
        "0101 1999-5678",
        "01011999 5678",
        "010119995678",
        "010199%205678",
        "010199\\u20135678",
        "0101\\u00a099\\u00a05678",
        "01%2D01%2D99%2D5678",
        "01011999-5678",
        "01.01.99-5678",
        "01/01/99-5678",
        "010199.5678",
        "010199\u00b75678",
        "010199  5678",
        "010199\u2009\u20095678",
        "010199\u20125678",
        "0\u200b1\u200b0\u200b1\u200b9\u200b9-5678",
        "01019\u00ad9-5678",
        "\uff10\uff11\uff10\uff11\uff19\uff19\uff0d\uff15\uff16\uff17\uff18",
        "\u0660\u0661\u0660\u0661\u0669\u0669-\u0665\u0666\u0667\u0668",
        "010199&nbsp;5678",
        "010199&#45;5678",
        "&#48;101995678",
        "&#x30;101995678",
        "010199&ndash;5678",
        "010199&shy;-5678",
        "**010199**-5678",
        "010199\\-5678",
        "<b>010199</b>-5678",
        "[010199](https://a.dk)-5678",
        "x_010199-5678_y",
        "cpr0101995678",
        "CPR-nr. 010199-5678",
        "konto 010199-5678",
        "(0101995678)",
        "010199--5678",
        "010199 --- 5678",
        "010199-567 8",
        "010199-5 6 7 8",
        "01/01-99-5678",
        "01.01-99-5678",
        "01/01-1999-5678",
        "0 1 0 1 9 9 5 6 7 8",
        "0 1 0 1 9 9 - 5 6 7 8",
        "0-1-0-1-9-9-5-6-7-8",
        "010199&#x2d;5678",
        "010199&#x200B;5678",
        "foto_0101995678_1.jpg",
        "010199_5678",
        "01_01_99_5678",
        "3.010199-5678",
        "5,010199-5678,7",
        "Jens,0101995678,5",
        "NemKonto 0101995678",
        "nem-konto nr. 0101995678",
        f'010199-<span style="{"x" * 300}">5678</span>',
    ],
)
def test_a_number_is_found_as_a_reader_sees_it(number: str) -> None:
    """Signs that are not seen, entities, Markdown and all kinds of spaces, dashes and digits hide no number."""
    text = f"Ring til {number} nu."
    assert len(list(cpr_numbers(text))) == 1
    assert len(mask(text)) == len(text)
    assert list(cpr_numbers(mask(text))) == []
    assert not any(last in unicodedata.normalize("NFKC", mask(text)) for last in ("5678", "56 78", "56-78"))


@pytest.mark.parametrize(
    "number",
    [
        "01 0199 5678",
        "0101 995678",
        "010 199 5678",
        "01-01-1999 5678",
        "31.12.2014 2600",
        "010199 (5678)",
        "010199, 5678",
        "0101 | 99 | 5678",
        "1012995678",
    ],
)
@pytest.mark.parametrize(
    "word", ["CPR ", "cpr-nr.: ", "**CPR-nummer:** ", "Personnummeret er ", "personnr.", "CPR=", "CPR\n"]
)
def test_behind_its_own_word_it_is_one_however_it_is_grouped(word: str, number: str) -> None:
    """What is said to be a CPR number is one, also where its digits might be a date, an account or two numbers."""
    text = f"Se {word}{number} her."
    (found,) = cpr_numbers_over_lines(text)
    assert text[found.start : found.end] == number.rstrip(")")
    assert len(found.last) == 4
    assert not list(cpr_numbers_over_lines(mask(joined_lines(text))))


@pytest.mark.parametrize(
    "text", ["CPR-registeret, 01 0199 5678", "CPR 01 0199 567", "CPR 32 0199 5678", "DPR 01 0199 5678"]
)
def test_only_ten_digits_right_behind_the_word_are_one(text: str) -> None:
    """Other words between, fewer digits and no day leave a number alone."""
    assert not list(cpr_numbers(text))


@pytest.mark.parametrize(
    "text",
    [
        "31-12-2014 2600 frivillige",
        "12-10-2014 14.30",
        "31.12.14 10.30",
        "12.10.2014 2014-0092770",
        "010115 2015-0092770",
        "a0101995678",
        "0101995678b",
        "P-nummer 1012995678",
        "P-nr.: 1012995678",
        "**P-nr.** 1012995678",
        "<strong>P-nr.</strong> 1012995678",
        "P-nr.\n    1012995678",
        "produktionsenhedsnummer 1012995678",
        "kontonr. 1012995678",
        "kontonummer er 1012995678",
        "reg.nr. 1234 konto 1012995678",
        "ISBN 8702100123",
        "ISBN-10: 8702100123",
        "+31 12 20 14 26",
        "konto: 1234-1012995678",
        "+45 33 66 33 66",
        "0045 12 10 99 56",
        "0.1012995678",
        "1012995678,50",
        "5 798009 800206",
        "10 12 14 16 18 20",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    """A date before another number, numbers after their own word, decimals and parts of words are no CPR numbers."""
    assert list(cpr_numbers(text)) == []


def test_lines_are_joined_as_a_page_does() -> None:
    """A number over two lines of a paragraph is one; what an empty line parts is two."""
    assert [one.masked(joined_lines("Ring 010199\n5678.")) for one in cpr_numbers(joined_lines("Ring 010199\n5678."))]
    assert not list(cpr_numbers(joined_lines("010199\n\n5678")))


@pytest.mark.parametrize("name", ["a.md", "a.yaml"])
def test_numbers_on_lines_of_their_own_are_no_row(name: str) -> None:
    """A list of numbers in pairs, one on each line, is told line by line."""
    found = search(Source(name, "01 01 99 56 78\n02 02 98 12 34\n"))
    assert [one.location.line for one in found.problems] == [1, 2]
    assert found.source.text == "01 01 99 •• ••\n02 02 98 •• ••\n"


def test_what_is_not_told_is_counted() -> None:
    """The last finding of a file says how many numbers are not shown; all are hidden, and it cannot be accepted."""
    found = search(Source("a.txt", "".join(f"{day:02}0199-5678\n" for day in range(1, 29)) * 400))
    assert len(found.problems) == MOST_NUMBERS + 1
    assert found.problems[-1].message.startswith("Her og længere nede i filen ligner 10.200 mere CPR-numre.")
    assert (found.problems[-1].location.line, found.problems[-1].subject) == (MOST_NUMBERS + 1, "")
    assert "5678" not in found.source.text


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


@pytest.mark.parametrize("text", LOOKALIKES.read_text(encoding="utf-8").splitlines())
def test_dates_times_and_rows_of_numbers_are_none(text: str) -> None:
    """Dates with times, telephone numbers, EAN, postcodes, years, weeks, coordinates and ISBN stop nothing."""
    assert not list(cpr_numbers(text))


@pytest.mark.parametrize("text", ["12 11 14 26 00", "10 11 12 13 15", "01.01.99.56.78", "12.11.14 1400"])
def test_what_cannot_be_told_apart_is_one(text: str) -> None:
    """Five pairs, and a short date with four digits, are how numbers are written too.

    Nothing in these four tells which they are. 1,440 of 10,000 last digits are times of the day: a rule that lets
    `12.11.14 1400` pass lets every seventh number with dots pass. Every 47th number goes up from pair to pair as
    `10 11 12 13 15` does. `01.01.99.56.78` and `12 11 14 26 00` have no more to them than any number in pairs.
    With a word, a comma, a colon or an ordinary time (14.00) between the two halves they pass: see ligner-cpr.txt.
    """
    assert len(list(cpr_numbers(text))) == 1


def test_rows_that_count_on_are_hardly_ever_numbers() -> None:
    """Of the 366 million numbers 30 go up by the same step of 1, 2, 5 or 10 throughout, so that such a row may pass."""
    days = (date(2000, 1, 1) + timedelta(one) for one in range(366))
    rows = [
        (one.day, step)
        for one in days
        for step in (1, 2, 5, 10)
        if one.month == one.day + step and one.day + 4 * step < 100
    ]
    assert len(rows) == 30


@pytest.mark.parametrize(
    "text", ["# Ring 010199-\n# 5678\n", "a: b  # 010199\n      # 5678\n", "# 01 01\n  # 99\n# 5678\n"]
)
def test_a_comment_over_several_lines_is_read_as_one(text: str) -> None:
    """The number is found where it begins, and nothing of its end can be quoted."""
    found = search(Source("a.yaml", text))
    assert len(found.problems) == 1
    assert "5678" not in found.source.text
    assert "5678" not in found.problems[0].message


@pytest.mark.parametrize(
    ("name", "text", "is_found"),
    [
        ("a.csv", "navn,nr,antal\nA,1311995678,5\n", True),
        ("a.csv", "antal,nr\n5,1311995678\n", True),
        ("a.json", "[12,1311995678,3]", True),
        ("a.csv", "navn;kr\nA;1311995678,50\n", False),
        ("a.txt", "1311995678,50", False),
    ],
)
def test_a_comma_between_values_is_no_decimal_comma(name: str, text: str, *, is_found: bool) -> None:
    """In JSON, and in CSV that has commas between its columns, a comma beside a number is not of the number."""
    found = search(Source(name, text))
    assert bool(found.problems) is is_found
    assert ("5678" not in found.source.text) is is_found


def test_a_quotation_is_read_as_one() -> None:
    """A number over two lines of a quotation is one."""
    text = "> Ring 010199-\n> 5678 nu."
    assert [text[one.start : one.end] for one in cpr_numbers_over_lines(text)] == ["010199-\n> 5678"]


def test_a_block_text_is_searched_where_its_lines_meet() -> None:
    """In the lines themselves all has been found; over their ends a number is found, and not quoted."""
    reading = read(b"tekst: |\n  Ring 010199-\n  5678 eller 020299-1234.\n", "a.yaml")
    assert reading.source is not None
    found = search(reading.source, reading.tree)
    assert sorted(one.message for one in found.problems) == [
        "»010199- ••••« ligner et CPR-nummer.",
        "»020299-••••« ligner et CPR-nummer.",
    ]
    assert not set("5678") & set(found.source.text.partition("\n")[2])


@pytest.mark.parametrize(
    "text",
    [
        "010199-5678 ",
        "010199&#45;5678 ",
        "# 0101",
        "01 01 99 56 78 og ",
        "###",
        "1<b>",
        "\\u00e6",
        "1 \n",
        "<1>",
        "3*2 4_5 ",
    ],
)
def test_searching_takes_as_long_as_the_text_is(text: str) -> None:
    """What is repeated in one long line is looked at once."""
    source, began = Source("a.yaml", f"a: b # {text * (300_000 // len(text))}\n"), process_time()
    search(source)
    assert process_time() - began < 3
