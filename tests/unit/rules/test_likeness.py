"""How names are taken apart and held against each other, and what speaks for and against a pair."""

import pytest

from frivilligrapport.rules.likeness.names import COMMON_WORDS, Vocabulary, best_match, with_acronym

WORDS = Vocabulary(COMMON_WORDS, frozenset({"valby"}), frozenset({"koebenhavns"}))


def alike(one: str, other: str) -> float:
    """Say how alike two names are."""
    return best_match(([WORDS.wording(one)], [WORDS.wording(other)])).share


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ældre hjælper ældre", "AELDRE HJAELPER AELDRE"),
        ("Lektie-café", "Lektiecaféerne"),
        ("Frivilligfesten", "Fest for frivillige"),
        ("IT-ambassadører", "Digitale ambassadører"),
        ("Mosetræf i Valby", "Mosetræffet 2014"),
        ("Ren Kærlighed til KBH", "Ren kærlighed til Københavns borgere"),
        ("Fodbold Fitness", "Fodboldfitness"),
        ("Melodi Grand Prix", "Melodi Grandprix"),
    ],
)
def test_the_same_name(one: str, other: str) -> None:
    """Spelling, endings, compounds, small words, years and places make no difference."""
    assert alike(one, other) >= 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dialogforum for forældre", "Dialogforum om Ungdomshuset"),
        ("Seminar om frivillighed", "Spot på frivillighed"),
        ("Håndbog om brobygning", "Håndbog om frivilligsamarbejde"),
        ("Naturens Dag", "Sundhedsdag"),
    ],
)
def test_only_common_words(one: str, other: str) -> None:
    """Words that say what sort of thing it is tell little."""
    assert alike(one, other) <= 0.6


def test_either_way_round() -> None:
    """The order of the two makes no difference to whether they are the same."""
    assert alike("Bydelsambassadører", "Elever som bydelsambassadører") == pytest.approx(
        alike("Elever som bydelsambassadører", "Bydelsambassadører")
    )


def test_nothing_left() -> None:
    """A name of small words only is like nothing."""
    assert alike("Os og dem", "De unge") == 0


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Center for Frivilligt Socialt Arbejde", "CFSA"),
        ("Mentorer fra Ungdommens Røde Kors", "Mentorer fra URK"),
        ("Dansk Boldspil-Union", "DBU"),
        ("Naturens Dag på Amager", "Naturens Dag på Amager"),
    ],
)
def test_acronyms(name: str, short: str) -> None:
    """A proper name of three words or more has an acronym."""
    assert with_acronym(name) == short
