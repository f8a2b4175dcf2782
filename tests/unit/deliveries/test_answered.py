"""How much of a status file has been answered."""

import pytest

from frivilligrapport.deliveries.status import count_answers
from support.texts.model_text import HEAD, statusfil

REST = "status:\n  - overskrift: Året\n    tekst: Vi passer byens natur.\nperspektiver: ingen\nforslag: ingen\n"
CONTACT = "kontakt:\n  funktion: Konsulent\n  postkasse: frivillig@kommune.dk\n"
INDSATS = "indsatser:\n  - id: a\n    navn: Byhaver\n    tilstand: i gang\n    tal:\n      frivillige: {}\n"


def test_a_whole_file() -> None:
    """Every question with an answer: two of the contact, a text, three chapters and a figure."""
    found = count_answers(statusfil(HEAD + CONTACT + REST + INDSATS.format("ca. 15")).read)
    assert (found.given, found.asked, found.missing) == (7, 7, ())


def test_an_empty_file() -> None:
    """A file with nothing in it has six questions, all of them open."""
    found = count_answers(statusfil(HEAD).read)
    assert (found.given, found.asked) == (0, 6)
    assert found.missing == (
        "kontaktens funktion", "kontaktens postkasse", "status", "perspektiver", "indsatser", "forslag",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "is_answer"),
    [("uoplyst", False), ("ikke relevant", True), ("mange", True), ("0", True), ("\n        mindst: 5", True)],
)
def test_what_answers_a_figure(typed: str, is_answer: bool) -> None:
    """Not knowing is no answer; zero, many and not relevant are."""
    found = count_answers(statusfil(HEAD + CONTACT + REST + INDSATS.format(typed)).read)
    assert found.missing == (() if is_answer else ("frivillige i »Byhaver«",))


def test_uoplyst_is_no_answer_anywhere() -> None:
    """One word for each open question, told under the name that people know it by."""
    text = (
        "kontakt:\n  funktion: uoplyst\n  postkasse: uoplyst\n"
        "status:\n  - overskrift: Året\n    tekst: |\n      uoplyst\n"
        "perspektiver: uoplyst\nindsatser: uoplyst\nforslag: uoplyst\ntal:\n  foreninger: uoplyst\n"
    )
    found = count_answers(statusfil(HEAD + text).read)
    assert (found.given, found.asked) == (0, 7)
    assert found.missing[2:] == (
        "teksten under »Året«", "perspektiver", "indsatser", "forslag", "foreninger for hele forvaltningen",
    )  # fmt: skip


def test_plans_or_a_file_of_text_are_answers_too() -> None:
    """A chapter may consist of plans, and a section's text may lie in a file of its own."""
    text = REST.replace("perspektiver: ingen", "perspektiver:\n  planer: [a]").replace(
        "tekst: Vi", "tekstfil: a.md # Vi"
    )
    assert count_answers(statusfil(HEAD + CONTACT + text + INDSATS.format("5")).read).missing == ()


def test_what_nobody_has_confirmed_is_no_answer() -> None:
    """What `new` has carried over counts once its mark is gone, also when the rest of the file is begun."""
    text = HEAD + CONTACT + REST + INDSATS.format("ca. 15")
    lines = text.splitlines()
    marked = {number for number, line in enumerate(lines, 1) if "postkasse" in line or "tilstand" in line}
    found = count_answers(statusfil(text).read, marked)
    assert found.missing == ("kontaktens postkasse", "tilstanden for de indsatser, der er hentet fra året før")
    assert found.asked == 7
