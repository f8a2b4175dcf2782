"""What YAML reads past without a word is told: lost tails, lines taken into a text, signs that become others."""

import pytest

from frivilligrapport.reading.tree import MappingNode, ReportedNode
from support.texts.yaml_findings import reading, said, told


@pytest.mark.parametrize(
    ("text", "place", "tail", "hint"),
    [
        ("titel: Projekt #1\n", "1:8+10", "#1", 'Skriv "Projekt #1"'),
        ("- Projekt #1\n", "1:3+10", "#1", 'Skriv "Projekt #1"'),
        (
            "titel: Projekt  #frivillig i byen \n", "1:8+26", "#frivillig i byen",
            'Skriv "Projekt  #frivillig i byen", eller Projekt # frivillig i byen, hvis det er en bemærkning',
        ),
        ("antal: 15 #skøn\n", "1:8+8", "#skøn", "Skriv 15 # skøn, hvis det er en bemærkning"),
        ("titel: Byens\n  projekt #1\n", "2:11+2", "#1", 'Skriv "Byens projekt #1"'),
        ("tema: [a, projekt #1]\n", "1:11+10", "#1]", 'Skriv "projekt #1"'),
    ],
)  # fmt: skip
def test_a_lost_tail(text: str, place: str, tail: str, hint: str) -> None:
    """What follows a space and # is told when no space follows the sign; the whole value is underlined."""
    at, length = place.split("+")
    assert said(text) == [(at, int(length), "FR020", f"»{tail}« læses ikke med.", hint)]


@pytest.mark.parametrize(
    "text",
    [
        "titel: Projekt # note\n",
        "titel: Projekt ## note\n",
        'titel: "Projekt #1"\n',
        "titel: 'Projekt #1'\n",
        "titel: |\n  Projekt #1\n  # Overskrift\n",
        "titel: >\n  Projekt #1\n",
        "titel: C#-kursus\n",
        "titel: # note\n",
        "#note\ntitel: Projekt\n#1\n",
    ],
)
def test_no_lost_tail(text: str) -> None:
    """A comment is a comment, and inside quotes and block texts nothing is lost."""
    assert [found for found in said(text) if "##" not in text or found[2] != "FR020"] == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tal:\n  frivillige:15\n", ["2:3"]),
        ("tal:\n  frivillige:15\n  gæster:20\n", ["2:3", "3:3"]),
        ("art: kursus\n  antal:15\n", ["2:3"]),
        ("liste:\n  -borgere\n", ["2:3"]),
        ("liste:\n  - borgere\n    -foreninger\n", ["3:5"]),
        ("liste:\n  -titel: A\n", ["2:3"]),
    ],
)
def test_a_glued_line_is_told_and_leaves_no_value(text: str, places: list[str]) -> None:
    """A line that a text has swallowed is told; what it has spoiled gives no findings of its own."""
    got = reading(text)
    assert [(told(problem)[0], problem.code) for problem in got.problems] == [(place, "FR033") for place in places]
    assert "ReportedNode(" in repr(got.tree)


@pytest.mark.parametrize("sign", ["•", "–", "·"])
def test_a_list_from_a_word_processor(sign: str) -> None:
    """Each bullet of a list is told, and the list counts as nothing."""
    got = reading(f"liste:\n  {sign} borgere\n  {sign} foreninger\n")
    message = f"Punktet begynder med »{sign}« og ikke med en almindelig bindestreg."
    assert [told(problem) for problem in got.problems] == [
        ("2:3", 9, "FR021", message, "Skriv - borgere"),
        ("3:3", 12, "FR021", message, "Skriv - foreninger"),
    ]
    assert isinstance(got.tree, MappingNode)
    assert isinstance(got.tree.entries[0].value, ReportedNode)


@pytest.mark.parametrize(
    "text",
    [
        "hyppighed: hver tirsdag\n  13:30 til 15\n",
        "kilde:\n  http://www.kk.dk/a:b\n",
        "tekst: Vi har haft et godt år\n  – og det er dejligt.\n",
        "tekst: |\n  -borgere\n  antal:15\n  • punkt\n",
        "kilde: x:y\n",
        "liste:\n  - -5 grader\n",
    ],
)
def test_texts_that_only_look_glued(text: str) -> None:
    """Clock times, addresses, dashes in running text and block texts are left alone."""
    assert said(text) == []


def test_a_sign_that_changes_in_double_quotes_is_told() -> None:
    r"""`\n` and `\t` stand in paths, and would become a line break and a tab."""
    message = "Tegnet \\ betyder noget særligt i en tekst med dobbelte anførselstegn."
    assert said('kilde: "F:\\notater\\tal"\n') == [("1:8", 16, "FR039", message, "Skriv 'F:\\notater\\tal'")]
    assert said('kilde: \'F:\\notater\'\nmetode: F:\\notater\nart: "et \\"ord\\""\n') == []


def test_no_escape_brings_in_what_the_reading_has_kept_out() -> None:
    """A control character written as an escape is told, and neither the field nor its group reaches the models."""
    for text in ('"\\0node": x\n', '"\\0": x\n', 'a: "\\x00"\n', 'a: "\\e[31m"\n'):
        got = reading(text)
        assert [problem.code for problem in got.problems] == ["FR039"]
        assert "ReportedNode(" in repr(got.tree)
