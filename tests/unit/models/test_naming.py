"""Things are named by their name; those without one by their number."""

import re

import pytest

from frivilligrapport.models.base import Felter
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.naming import field_name, subject, thing
from frivilligrapport.models.politik import Politik
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.models.structure import field_names, models_in
from frivilligrapport.reading.tree import Node, Path
from frivilligrapport.reading.yaml_reader import read
from support.texts.model_text import HEAD, read_as, statusfil


def tree_of(text: str) -> Node:
    """Read a text that has no faults."""
    tree = read(text.encode(), "tmf.yaml").tree
    assert tree is not None
    return tree


@pytest.mark.parametrize(
    ("field", "named", "numbered"),
    [
        ("indsatser", "i indsatsen »Haven«", "i den 2. indsats"),
        ("status", "i afsnittet »Haven«", "i det 2. afsnit"),
        ("forslag", "i forslaget »Haven«", "i det 2. forslag"),
        ("mangler", "i manglen »Haven«", "i den 2. mangel"),
        ("steder", "ved stedet »Haven«", "ved det 2. sted"),
        ("bidragydere", "i bidragyderen »Haven«", "i den 2. bidragyder"),
        ("forvaltninger", "i forvaltningen »Haven«", "i den 2. forvaltning"),
        ("lokaludvalg", "i lokaludvalget »Haven«", "i det 2. lokaludvalg"),
        ("forudsætninger", "i forudsætningen »Haven«", "i den 2. forudsætning"),
        ("fordele", "i fordelen »Haven«", "i den 2. fordel"),
        ("tendenser", "i tendensen »Haven«", "i den 2. tendens"),
        ("bilag", "i bilaget »Haven«", "i det 2. bilag"),
        ("accepteret", "i punktet »Haven«", "i det 2. punkt"),
        ("punkter", "i punktet »Haven«", "i det 2. punkt"),
        ("politik", "i politikpunktet »Haven«", "i det 2. politikpunkt"),
        ("enheder", "i enheden »Haven«", "i den 2. enhed"),
    ],
)
def test_name_and_number(field: str, named: str, numbered: str) -> None:
    """Every kind of thing has its article and its gender."""
    tree = tree_of(f"{field}:\n  - navn: Haven\n  - effekt: stor\n")
    key = {"forudsætninger": "forudsaetninger"}.get(field, field)
    assert thing(tree, (key, 0, "navn")) == named
    assert thing(tree, (key, 1, "effekt")) == numbered


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("titel: T", "T"),
        ("overskrift: O", "O"),
        ("hvor: H\n    hvad: x", "H"),
        ("kode: FR312", "FR312"),
        ("punkt: P", "P"),
        ("enhed: E", "E"),
        ("id: i\n    navn: N", "N"),
        ("id: i\n    navn: ' '", "i"),
        ("id: i\n    navn: Uoplyst", "i"),
        ("id: i\n    navn: [N]", "i"),
        ("navn: |\n      To\n      linjer", "To"),
    ],
)
def test_what_counts_as_a_name(lines: str, name: str) -> None:
    """A title or a place can be the name; what is empty, unknown or no text is not."""
    assert thing(tree_of(f"indsatser:\n  - {lines}\n"), ("indsatser", 0)) == f"i indsatsen »{name}«"


def test_innermost_thing() -> None:
    """The thing nearest to the fault is named; the top of a file has no name."""
    tree = tree_of("indsatser:\n  - navn: Ude\n    steder:\n      - navn: Inde\n    tema: [a]\n")
    cases: dict[Path, str] = {
        (): "",
        ("indsatser",): "",
        ("indsatser", 0, "steder", 0, "navn"): "ved stedet »Inde«",
        ("indsatser", 0, "tema", 0): "i indsatsen »Ude«",
    }
    assert {path: thing(tree, path) for path in cases} == cases


def test_plain_words_are_no_things() -> None:
    """An indsats' list of lokaludvalg holds words; they are not numbered in its stead."""
    tree = tree_of("indsatser:\n  - navn: Haven\n    lokaludvalg: [Valby]\n")
    assert thing(tree, ("indsatser", 0, "lokaludvalg", 0)) == "i indsatsen »Haven«"


def test_subject() -> None:
    """The subject is the id of the innermost thing that has one, so that a finding can be accepted by it."""
    tree = tree_of(
        "indsatser:\n  - id: Smag Verden\n    steder:\n      - navn: x\n    fælles:\n      id: mad\n  - id: uoplyst\n"
    )
    assert subject(tree, ("indsatser", 0, "steder", 0, "navn")) == "smag-verden"
    assert subject(tree, ("indsatser", 0, "faelles", "med")) == "mad"
    assert subject(tree, ("indsatser", 1)) == ""
    assert subject(tree, ()) == ""


def test_a_name_that_was_filled_in_is_no_name() -> None:
    """A missing name is not called »uoplyst« in the findings that are told after it."""
    found = statusfil(HEAD + "indsatser:\n  - tilstant: afholt\n")
    assert found.told[-1].endswith("Skriv afholdt (i den 1. indsats).")


def test_acceptances_are_named_by_their_code() -> None:
    """The report's own lists name their items too."""
    found = read_as(Rapport, "titel: R\når: 2014\naccepteret:\n  - kode: FR312\n    hvor: tmf.yaml\n  - hvor: x\n")
    assert found.told[0] == "4:5+1 FR102 Feltet »fordi« mangler. Skriv fordi: og en værdi (i punktet »FR312«)."


@pytest.mark.parametrize("root", [Statusfil, Rapport, Kommune, Politik])
def test_fields_are_spelt_in_danish(root: type[Felter]) -> None:
    """No field is shown to people with ae, oe or aa for æ, ø and å."""
    shown = [field_name(name) for _, model in models_in(root) for name in field_names(model)]
    assert [name for name in shown if re.search("ae|oe|aa", name) and name != "»temaer«"] == []
