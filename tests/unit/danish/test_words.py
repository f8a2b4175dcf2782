"""Lists, plurals, genitives and quotations."""

from decimal import Decimal

import pytest

from frivilligrapport.danish import full_stop, genitive, in_quotes, join_words, plural, quote


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")],
)
def test_list_has_og_before_the_last_word(words: list[str], expected: str) -> None:
    """A list is written with commas and one "og"."""
    assert join_words(words) == expected


def test_list_may_have_another_conjunction() -> None:
    """A list of choices is written with "eller"."""
    assert join_words(("udkast", "klar", "godkendt"), "eller") == "udkast, klar eller godkendt"


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "kurser"), (1, "kursus"), (2, "kurser"), (Decimal(1), "kursus"), (Decimal("1.5"), "kurser")],
)
def test_only_one_takes_the_singular(count: Decimal | int, expected: str) -> None:
    """Exactly one takes the singular, everything else, zero too, the plural."""
    assert plural(count, "kursus", "kurser") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("forvaltningen", "forvaltningens"),
        ("Kultur- og Fritidsforvaltningen", "Kultur- og Fritidsforvaltningens"),
        ("BIF", "BIF's"),
        ("Cph Volunteers", "Cph Volunteers'"),
        ("Marx", "Marx'"),
        ("Agenda 21", "Agenda 21's"),
        ("Frivilligjob.dk", "Frivilligjob.dk's"),
        ("Ø", "Øs"),
        ("Vesterbro-Kongens Enghave", "Vesterbro-Kongens Enghaves"),
        ("", ""),
    ],
)
def test_genitive_takes_an_apostrophe_only_where_it_must(name: str, expected: str) -> None:
    """A bare s is the rule; s, x and z take an apostrophe alone; acronyms and numbers take both."""
    assert genitive(name) == expected


def test_sentence_ends_with_one_full_stop() -> None:
    """An abbreviation at the end of a sentence gives no second full stop."""
    assert full_stop("Skriv 2 mio.") == "Skriv 2 mio."
    assert full_stop("Skriv 15") == "Skriv 15."


@pytest.mark.parametrize("sentence", ["Hvem?", "Nu!", "Og så …", "(Det er sagt.)", "»Er det sagt?«"])
def test_another_end_of_a_sentence_stands_alone(sentence: str) -> None:
    """A question, a call, and a sentence whose end stands within marks get no full stop besides."""
    assert full_stop(sentence) == sentence


def test_quotation_stands_on_one_line() -> None:
    """What is quoted has Danish quotation marks and no line breaks."""
    assert quote("to\n linjer") == "»to linjer«"


def test_a_whole_quotation_is_never_shortened() -> None:
    """What a document quotes is somebody's words, all of them."""
    assert in_quotes("ord\n" * 100) == f"»{' '.join(['ord'] * 100)}«"


def test_long_quotation_is_shortened() -> None:
    """A quotation in a message never takes more than sixty characters, and shows that something is left out."""
    shortened = quote("ord " * 100)

    assert len(shortened) <= 62
    assert shortened.endswith("…«")
