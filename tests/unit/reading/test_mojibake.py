import pytest

from frivilligrapport.reading.decoding import decode
from support.texts.decoded_texts import said, text_of

TEXT = "forvaltning: TMF\når: 2014\nkilde: Ældresagen\n"


@pytest.mark.parametrize(
    ("typed", "word", "meant"),
    [
        ("FÃ¸lgevenner hjÃ¦lper", "FÃ¸lgevenner", "Følgevenner"),
        ("efter Â§ 18", "Â§", "§"),
        ("10.000 â€“ 20.000", "â€“", "–"),
        ("KÃ¸benhavns GrÃ¸n-By", "KÃ¸benhavns", "Københavns"),
        ("Ã˜sterbro", "Ã˜sterbro", "Østerbro"),
        ("Ã…rhus", "Ã…rhus", "Århus"),
        ("CafÃ©en", "CafÃ©en", "Caféen"),
        ("Â»SmagÂ«", "Â»SmagÂ«", "»Smag«"),
        ("FÃƒÂ¸lgevenner", "FÃƒÂ¸lgevenner", "Følgevenner"),
        ("ðŸ˜€", "ðŸ˜€", "😀"),
    ],
)
def test_misread_letters_are_told_with_what_they_were(typed: str, word: str, meant: str) -> None:
    """A word whose letters were read in a wrong encoding and saved again is quoted and put right."""
    first = said(f"navn: {typed}\n".encode())[0]
    assert first[2] == "FR005"
    assert first[3].startswith(f"»{word}« er blevet læst med et forkert tegnsæt.")
    assert first[4].startswith(f"Skriv {meant}, og ")
    assert first[4].endswith("em filen med tegnsættet UTF-8.")


def test_a_file_misread_as_a_whole_is_one_finding() -> None:
    """The first word is shown, underlined as a whole, and the others are counted."""
    problems = decode(TEXT.encode().decode("cp1252").encode(), "tmf.yaml").problems
    assert [(str(one.location), one.location.length, one.message) for one in problems] == [
        (
            "tmf.yaml:2:1", 3,
            "»Ã¥r« er blevet læst med et forkert tegnsæt. Det samme ses ét andet sted i filen.",
        )
    ]  # fmt: skip


def test_misread_as_latin_1_is_one_finding_too() -> None:
    """Half of a misread letter can be a control character; that is not told as a second fault."""
    data = "navn: Østerbro “Å”".encode().decode("latin-1").encode()
    assert [(one.code, str(one.location)) for one in decode(data, "tmf.yaml").problems] == [("FR005", "tmf.yaml:1:7")]


def test_a_lost_letter_is_told() -> None:
    """A letter that some program could not read is gone; only the writer knows the word."""
    assert said("navn: F\ufffdlgevenner og \ufffdldre\n".encode()) == [
        (
            1, 7, "FR005", "I »F\ufffdlgevenner« er et bogstav gået tabt. Det samme ses ét andet sted i filen.",
            "Skriv ordet igen, og ret de andre steder på samme måde. Gem filen med tegnsættet UTF-8.",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["São Paulo", "SÃO PAULO", "Ã", "»Ã«", "“Ã”", "à la carte", "50 Â", "É, Ê og Ü", "½ § °"]
)
def test_letters_of_other_languages_are_no_fault(text: str) -> None:
    """Portuguese and French letters, and Ã alone or in quotation marks, are text like any other."""
    assert text_of(f"navn: {text}\n".encode()) == f"navn: {text}\n"
