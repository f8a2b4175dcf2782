"""Counts in running text."""

import re
from collections.abc import Iterator

import pytest

from frivilligrapport.grammar import counts as counts_in_text
from frivilligrapport.grammar.counts import find_counts

UNITS = ("frivillige", "frivillige timer", "projekter", "kurser", "kr")


def counts(text: str) -> list[tuple[str, str]]:
    """Give each count as it is printed, and its unit."""
    return [(count.quantity.text(), count.unit) for count in find_counts(text, UNITS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I alt 21 projekter.", [("21", "projekter")]),
        ("De 2.600 frivillige i korpset", [("2.600", "frivillige")]),
        ("ca. 15 frivillige og over 3 kurser", [("ca. 15", "frivillige"), ("over 3", "kurser")]),
        ("Ti projekter og tolv\nkurser", [("10", "projekter"), ("12", "kurser")]),
        ("20-30 frivillige", [("20-30", "frivillige")]),
        ("mellem 20 og 30 frivillige", [("20-30", "frivillige")]),
        ("fra 20 til 30 frivillige", [("20-30", "frivillige")]),
        ("op mod\n10.000 frivillige", [("op mod 10.000", "frivillige")]),
        ("300 frivillige timer", [("300", "frivillige timer")]),
        ("2.000 kr. til projekter", [("2.000", "kr")]),
        ("1,5 mio. kr.", [("1,5 mio.", "kr")]),
        ("OVER 100 FRIVILLIGE!", [("over 100", "frivillige")]),
        ("femten frivillige og enogtres projekters ledere", [("15", "frivillige"), ("61", "projekter")]),
        ("20 tusind frivillige og femten tusind kurser", [("20.000", "frivillige"), ("15.000", "kurser")]),
        ("to millioner kr. og halvanden million kr.", [("2 mio.", "kr"), ("1½ mio.", "kr")]),
        ("to hundrede\nog halvtreds frivillige", [("250", "frivillige")]),
        ("25 frivillige passede haven", [("25", "frivillige")]),
        ("15 frivillige pensionerede lærere", []),
    ],
)
def test_a_number_right_before_a_unit_is_a_count(text: str, found: list[tuple[str, str]]) -> None:
    """Digits and words count, with their reservation, also over a line's end."""
    assert counts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "mange frivillige og flere projekter",
        "flere hundrede frivillige",
        "et hundrede og noget frivillige",
        "en frivillig og ét projekt",
        "en halv snes frivillige og to snese kurser",
        "61 frivillige foreninger",
        "15 frivillige naturplejere",
        "21 grønne projekter",
        "I 2014 projekter for unge",
        "§ 18 projekter",
        "nr. 3 kurser",
        "uge 34 kurser",
        "20-30.000 frivillige",
        "2.6 projekter",
        "15 projektledere",
        "12 kurser-på-tværs",
        "B12 kurser",
        "Antallet af kurser på vores åbne onsdage fra 17 til 21 er vokset.",
        "Antallet af frivillige i alderen fra 18 til 25 er steget.",
    ],
)
def test_what_is_no_certain_count_is_left_alone(text: str) -> None:
    """Words for many, articles, adjectives, years, names and what can be read in two ways are no counts."""
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "then", "now"),
    [
        ("Antallet af projekter steg fra 12 til 20.000.", "12", "20.000"),
        ("Projekterne er gået fra 12 sidste år og helt op til nu 21 i 2014", "12 sidste år", "21 i 2014"),
        ("Tallet voksede fra ca. 12 til over 2.600 projekter", "ca. 12", "over 2.600"),
        ("Fra 12 projekter i 2013 er vi nu oppe på 21", "12 i 2013", "21"),
        ("Antallet af kurser faldt fra 20.000 til 12,", "20.000", "12"),
        ("projekter: 12 → 21", "12", "21"),
        ("projekter: fra 12 til 2.600", "12", "2.600"),
        ("projekter i alt: 12 -> 2.600", "12", "2.600"),
        ("Antallet af projekter – fra 12 til 2.600 – er stort", "12", "2.600"),
        ("Vi har 21 projekter (mod 12 året før).", "12 året før", "21"),
        ("21 mod 12 projekter i 2013", "12 i 2013", "21"),
        ("I 2013 var der 12 projekter. Nu er der 21.", "12", "21"),
        ("12 projekter i 2013 mod 21 i 2014", "12 i 2013", "21 i 2014"),
        ("Antallet af projekter voksede til 21 fra 12 på et år", "12", "21"),
    ],
)
def test_a_movement_has_a_then_and_a_now(text: str, then: str, now: str) -> None:
    """The two ends of a movement are read by themselves, with what is said of when each was."""
    (found,) = (one for one in find_counts(text, UNITS) if one.then)
    assert found.then
    assert f"{found.then.quantity.text()} {found.then.when}".strip() == then
    assert f"{found.quantity.text()} {found.when}".strip() == now


def test_a_text_is_parted_into_sentences_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many counts a text has, its sentences are looked for once."""
    asked: list[str] = []
    sentence_end = counts_in_text._SENTENCE_END

    class Counted:
        def finditer(self, text: str) -> Iterator[re.Match[str]]:
            asked.append(text)
            return sentence_end.finditer(text)

    monkeypatch.setattr(counts_in_text, "_SENTENCE_END", Counted())
    found = find_counts("Der var 12 projekter. " * 100, UNITS)
    assert (len(found), len({one.sentence.strip() for one in found}), len(asked)) == (100, 1, 1)


def test_of_an_endless_sentence_what_is_near_is_looked_at() -> None:
    """A text without a full stop is not read anew, as a whole, for each of its counts."""
    found = find_counts("og der var 12 projekter, " * 1_000, UNITS)
    assert len(found) == 1_000
    assert max(len(one.sentence) for one in found) < 2_100


def test_an_adjective_ends_no_movement() -> None:
    """People from some voluntary organisations are not fewer than they were."""
    (found,) = find_counts("I alt hjalp 21 frivillige fra 12 frivillige foreninger.", UNITS)
    assert (found.quantity.text(), found.then) == ("21", None)


_SAID = (
    "Antallet af projekter steg fra {} til {}.",
    "Antallet af projekter er gået fra {} til nu {}, og det er godt.",
    "Antallet af projekter er vokset fra {} i 2013\nog op til {} i 2014",
    "Projekterne er faldet fra {} sidste år til kun {} i år!",
    "Fra 2013 til 2014 voksede antallet af projekter fra {} til {}",
    "Tallet gik ned fra {} projekter til {} projekter; mere følger.",
    "en udvikling fra {} til {} projekter",
    "projekter: fra {} til {}",
    "projekter: {} → {}",
    "I 2013 havde vi {} projekter, og nu har vi {}.",
    "Der var {} projekter i 2013 mod {} i 2014",
)
_SAID_BACKWARDS = (
    "Vi har {} projekter (mod {} året før).",
    "Antallet af projekter er {} mod {} i 2013.",
    "Der er {} projekter, op fra {} i 2013.",
    "Antallet af projekter voksede til {} fra {}",
    "De {} projekter i forhold til {} sidste år",
)


@pytest.mark.parametrize(
    ("then", "now"), [("12", "20.000"), ("12", "2.600"), ("2", "300"), ("21", "12"), ("5", "ca. 6")]
)
@pytest.mark.parametrize("said", [*_SAID, *_SAID_BACKWARDS])
def test_a_movement_is_two_numbers_however_it_is_said(said: str, then: str, now: str) -> None:
    """No two numbers, however far apart or in whichever order, make a movement one range."""
    text = said.format(*((then, now) if said in _SAID else (now, then)))
    (found,) = (one for one in find_counts(text, UNITS) if one.unit == "projekter")
    assert found.then
    assert (found.then.quantity.text(), found.quantity.text()) == (then, now)


@pytest.mark.parametrize(
    "text",
    [
        "Der kom fra 20 til 30 frivillige",
        "Projekterne holder åbent fra 12 til 17.",
        "Projekterne steg fra 12 til 17 år",
        "15 frivillige fra 12 foreninger",
        "21 projekter fra 12. marts",
        "fra 12 projekter til 21 kurser",
        "I projekterne steg antallet af børn fra 20 til 200",
        "Antallet af timer i projekterne steg fra 20 til 200",
        "Fra 2013 til 2014 voksede projekterne",
        "fra 12 til 2.600 deltagere i projekter",
    ],
)
def test_what_moves_nothing_is_no_movement(text: str) -> None:
    """A range, opening hours, ages, a date, years and numbers of two different things are no movement."""
    assert not any(one.then for one in find_counts(text, UNITS))


def test_a_count_knows_its_place_and_sentence() -> None:
    """The place is that of the first character, and the sentence ends where the next begins."""
    text = "Året var godt. Der var ca. 15 frivillige i 2013. Nu er der flere."
    (count,) = find_counts(text, UNITS)
    assert text[count.start :].startswith(count.typed)
    assert count.typed == "ca. 15 frivillige"
    assert count.sentence == " Der var ca. 15 frivillige i 2013."


def test_without_units_there_is_nothing_to_count() -> None:
    """No units, no counts."""
    assert find_counts("21 projekter", []) == ()
