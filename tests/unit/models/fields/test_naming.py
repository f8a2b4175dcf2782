"""Things are named by their name; those without one by their number."""

import re
from collections.abc import Iterator

import pytest

from frivilligrapport.danish import normal_key
from frivilligrapport.models.fields.base import Felter, Field
from frivilligrapport.models.fields.naming import subject, thing
from frivilligrapport.models.fields.unknown import models_in
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.politik import Politik
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil
from support.texts.model_text import HEAD, INDSATS, read_as, statusfil

ROOTS: tuple[type[Felter], ...] = (Statusfil, Rapport, Kommune, Politik)


def places(model: type[Felter], text: str) -> list[tuple[str, str]]:
    """Read a text and name the thing and the subject of each of its groups, from the top."""
    read = read_as(model, text).read
    return [(thing(one.trail), subject(one.trail)) for one in read.groups]


def lists(root: type[Felter]) -> Iterator[tuple[Field, tuple[str, str]]]:
    """Yield the fields of a type of file whose items are called something."""
    for _, model in models_in(root):
        yield from ((one, one.each) for one in model.fields.values() if one.each)


@pytest.mark.parametrize("root", ROOTS)
def test_articles_follow_the_gender(root: type[Felter]) -> None:
    """What an item is called has its article at its end, and is the same word without it."""
    for one, (definite, bare) in lists(root):
        assert re.fullmatch(rf"{bare[:3]}\w*(?:en|et|n)", definite), one
        assert definite != bare


@pytest.mark.parametrize(
    ("list_", "named", "numbered"),
    [
        ("status:\n  - overskrift: {}", "i afsnittet »Haven«", "i det 1. afsnit"),
        ("forslag:\n  - titel: {}", "i forslaget »Haven«", "i det 1. forslag"),
        ("mangler:\n  - hvor: {}\n    hvad: x", "i manglen »Haven«", "i den 1. mangel"),
        ("politik:\n  - punkt: {}", "i politikpunktet »Haven«", "i det 1. politikpunkt"),
        ("bidragydere:\n  - navn: {}\n    status: modtaget", "i bidragyderen »Haven«", "i den 1. bidragyder"),
    ],
)
def test_name_and_number(list_: str, named: str, numbered: str) -> None:
    """A thing is called by its name; one without a name by its number, with its article and its gender."""
    assert places(Statusfil, HEAD + list_.format("Haven") + "\n")[1] == (named, "")
    assert places(Statusfil, HEAD + list_.format("uoplyst") + "\n")[1] == (numbered, "")


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("id: i\n    navn: N", "N"),
        ("id: i\n    navn: ' '", "i"),
        ("id: i\n    navn: Uoplyst", "i"),
        ("id: i\n    navn: [N]", "i"),
        ("id: i\n    nvan: N", "N"),
        ("navn: |\n      To\n      linjer", "To"),
    ],
)
def test_what_counts_as_a_name(lines: str, name: str) -> None:
    """What is empty, unknown or no text is no name; then it is the id that a thing is called by."""
    text = HEAD + f"indsatser:\n  - {lines}\n    tilstand: afholdt\n"
    assert places(Statusfil, text)[1][0] == f"i indsatsen »{name}«"


def test_innermost_thing() -> None:
    """The thing nearest to the fault is named; the top of a file has no name."""
    text = INDSATS + "    steder:\n      - navn: Inde\n    tal:\n      gæster: 5\n"
    assert [name for name, _ in places(Statusfil, text)] == [
        "",
        "i indsatsen »Smag Verden«",
        "ved stedet »Inde«",
        "i indsatsen »Smag Verden«",
    ]


def test_subject() -> None:
    """The subject is the id of the innermost thing that has one, so that a finding can be accepted by it."""
    text = INDSATS + "    steder:\n      - navn: x\n    fælles:\n      id: mad\n      tæller_hos: TMF\n"
    assert [about for _, about in places(Statusfil, text)] == ["", "smag-verden", "smag-verden", "mad"]


def test_a_name_that_was_filled_in_is_no_name() -> None:
    """A missing name is not called »uoplyst« in the findings that are told after it."""
    found = statusfil(HEAD + "indsatser:\n  - tilstant: afholt\n")
    assert found.told[-1].endswith("Skriv afholdt (i den 1. indsats).")


@pytest.mark.parametrize("root", ROOTS)
def test_fields_are_spelt_in_danish(root: type[Felter]) -> None:
    """No field is shown to people with ae, oe or aa for æ, ø and å."""
    shown = [one.spelled for _, model in models_in(root) for one in model.fields.values()]
    assert [name for name in shown if re.search("ae|oe|aa", name) and name != "temaer"] == []


@pytest.mark.parametrize("root", ROOTS)
def test_a_field_is_found_as_it_is_spelt(root: type[Felter]) -> None:
    """What files have is read as the field that it stands for."""
    for _, model in models_in(root):
        assert [normal_key(one.spelled) for one in model.fields.values()] == list(model.fields)
