import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.rendering.markdown.normal_form import normal_form


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("Vi har:\n- a\n- b", ["Vi har:", "", "- a", "- b"]),
        ("• a\n• b", ["- a", "- b"]),
        ("- a\n  - b\n    - c\n- d", ["- a", "    - b", "        - c", "- d"]),
        ("1) a\n2) b", ["1. a", "2. b"]),
        ("- a\n  - b\n\n1. c\n2. d", ["- a", "    - b", "", "1. c", "2. d"]),
        ("- a\n  1. b\n- c", ["- a", "    1. b", "- c"]),
        ("- a\n  b", ["- a", "    b"]),
        ("- a\n\nb", ["- a", "", "b"]),
        ("    indrykket", ["indrykket"]),
        ("27. april var der fest", ["27\\. april var der fest"]),
        ("1. maj var der fest", ["1\\. maj var der fest"]),
        ("1. kom\n2. bliv", ["1. kom", "2. bliv"]),
        ("Trin:\n\n3. a\n4. b\n\nSlut", ["Trin:", "", "3. a", "4. b", "", "Slut"]),
        ("- a\n\nog\n\n10) b\n    - c\n\n11) d", ["- a", "", "og", "", "10. b", "    - c", "11. d"]),
        ("3. a\n5. b", ["3\\. a", "5\\. b"]),
        ("3. a\n\nSå\n\n4. b", ["3\\. a", "", "Så", "", "4\\. b"]),
        ("3. maj og\n4. juni", ["3\\. maj og", "4\\. juni"]),
        ("2014. Det\n2015. Så", ["2014\\. Det", "2015\\. Så"]),
        ("Vi var\n3. a\n4. b", ["Vi var", "3\\. a", "4\\. b"]),
        ("#frivillig", ["\\#frivillig"]),
        ("```\nx", ["\\`\\`\\`", "x"]),
        ("Haver\n=====\nRoser", ["# Haver", "", "Roser"]),
        ("Haver\n-----", ["# Haver"]),
        ("a\nb\n---\nc", ["a", "b", "", "---", "", "c"]),
        ("a\nb\n==", ["a", "b", "\\=="]),
        ("Tabel:\n| a |\n|---|\n| 1 |\nefter", ["Tabel:", "", "| a |", "| --- |", "| 1 |", "", "efter"]),
        ("> sagt\n> - a\nikke sagt", ["> sagt", "> \\- a", "> ikke sagt"]),
        ("- # a\n- > b\n- - c\n- 1. d", ["- \\# a", "- \\> b", "- \\- c", "- 1\\. d"]),
        ("a\tb\r\nc\rd\x07", ["a b", "c", "d"]),
        ("> sagt.\n> - Anna", ["> sagt.", ">", "> \\- Anna"]),
        ("> sagt.\nikke sagt", ["> sagt.", "", "ikke sagt"]),
        ("Det blev\n- 5 grader", ["Det blev", "\\- 5 grader"]),
        ("Over\n> 50 år", ["Over", "\\> 50 år"]),
        (">50 år", ["\\>50 år"]),
        ("– a\n\n– b", ["- a", "- b"]),
        ("– Hej, sagde hun.", ["– Hej, sagde hun."]),
        ("a) x\nb) y", ["a) x\\", "b) y"]),
        ("a  \nb", ["a\\", "b"]),
        ("a | b\n--- | --:\n1 | 2 | 3", ["| a | b |  |", "| --- | ---: | --- |", "| 1 | 2 | 3 |"]),
        ("12* af dem\n\n* foreløbigt", ["12\\* af dem", "", "\\* foreløbigt"]),
        ("**a _b_ c** og ***d***", ["**a _b_ c** og **_d_**"]),
        ("80`erne og 90`erne", ["80\\`erne og 90\\`erne"]),
        ("\\\\server\\x og K:\\_y", ["\\\\\\server\\x og K:\\\\\\_y"]),
    ],
)
def test_text_is_brought_into_the_common_form(typed: str, normal: list[str]) -> None:
    """What people type is read as they meant it, in the one form that GitHub and our converter share."""
    assert normal_form(typed, 0).split("\n") == normal


@given(st.text(st.sampled_from([*"ab1.)-+*#>|=` \n§"]), max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    """Bringing a text into form moves and marks, but every letter and digit stays in its order."""
    assert [c for c in normal_form(text, 0) if c.isalnum()] == [c for c in text if c.isalnum()]
