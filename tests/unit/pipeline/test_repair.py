"""Repairs are made only where they do good, and what has several readings is asked about."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.collection.values import Samling
from frivilligrapport.pipeline.repair import repair
from frivilligrapport.pipeline.repair_policy import POLICIES, Way, is_asked, sure_text
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds
from frivilligrapport.reading.source import Source
from frivilligrapport.rules.catalogue import ALL_KINDS
from support.folders.work_folder import status_file
from support.texts.fixes import FILE, fixed, fixing, told

HEAD = "indsatser:\n  - id: a\n    navn: Smag Verden\n    tilstand: afholdt\n"


def file(body: str) -> bytes:
    """Make a status file with one indsats and more of it."""
    return status_file("TMF", f"{HEAD}{body}").encode()


def first(problem: Problem, sources: Mapping[str, Source]) -> str | None:
    """Answer with the likeliest."""
    assert problem.location.file in sources
    return problem.instead[0]


def nonsense(problem: Problem, sources: Mapping[str, Source]) -> str | None:
    """Answer with what cannot be read."""
    return "mange tusinde"


def test_what_is_done_without_asking() -> None:
    """The list is short, and nothing comes on it by itself: numbers, dates and answers are never there."""
    codes = {kind.code for kind, policy in POLICIES.items() if policy.way is Way.AT_ONCE}
    assert codes == {"FR020", "FR021", "FR033", "FR034", "FR036", "FR101", "FR106", "FR324"}
    assert all(policy.reason for policy in POLICIES.values())
    assert set(POLICIES) <= set(ALL_KINDS)


@pytest.mark.parametrize(
    ("typed", "instead", "sure"),
    [
        ("@kff", ('"@kff"',), True),
        (">15", ("over 15",), False),
        ("@kff", ('"@kff"', "kff"), False),
        ("@kff", (), False),
    ],
)
def test_only_one_text_that_says_the_same_is_sure(typed: str, instead: tuple[str, ...], sure: bool) -> None:
    """A sign that would become a word, and a choice between two, are asked about."""
    problem = Problem(Location("tmf.yaml"), yaml_kinds.SPECIAL_START, "", instead=instead)
    assert (sure_text(problem, typed) is not None) is sure
    assert is_asked(problem) is bool(instead)


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("    tal:\n      gæster: 20-30.000\n", "    tal:\n      gæster: 20.000-30.000\n"),
        ("    periode: 12/31/2014\n", "    periode: 31. december 2014\n"),
        ("    tal:\n      gæster: >15\n", "    tal:\n      gæster: over 15\n"),
        ("    dato: august 2014\n", "    periode: august 2014\n"),
        ("    beskrivelse: Café: Fælles om maden.\n", '    beskrivelse: "Café: Fælles om maden."\n'),
    ],
)
def test_what_is_asked_about(typed: str, after: str) -> None:
    """Nothing is done until the user has chosen; then it is done."""
    assert fixed(file(typed)) == file(typed)
    assert fixed(file(typed), first) == file(after)


def test_an_answer_that_makes_things_worse_is_not_used() -> None:
    """What the user chooses must leave the file with fewer findings, too."""
    typed = file("    tal:\n      gæster: 20-30.000\n")
    assert fixed(typed, nonsense) == typed


def test_a_repair_that_does_harm_is_dropped_and_the_others_are_made() -> None:
    """A space after this colon would make a field of the text; the misspelt word beside it is repaired all the same."""
    body = "    art: arangement\n    beskrivelse: Husk\n      Sted:Byhaven i Valby.\n"
    assert fixed(file(body)) == file(body.replace("arangement", "arrangement"))
    assert told(file(body)) == [(13, "»arangement« bliver til »arrangement«")]


def test_two_fields_near_the_same_name() -> None:
    """Only one of them can be it; the other is left."""
    body = "    målgruper: [borgere]\n    målgrupe: [ansatte]\n"
    assert fixed(file(body)) == file(body.replace("målgruper", "målgrupper"))


def test_a_spelling_that_is_read_is_left() -> None:
    """What the reader takes for the same field or word is no slip."""
    body = "    Maalgrupper: [borgere]\n    ART: It-Loesning\n"
    assert fixed(file(body)) == file(body)


def test_personal_data_leaves_everything() -> None:
    """With a CPR number in the file nothing is repaired."""
    found = fixing(file("    målgruper: [borgere] # 010199-5000\n"))
    assert found.files == ()
    assert found.left.has_personal_data((".",))


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        ("    målgrupper:\n" + "      -borgere\n" * 3000, "-b", "- b"),
        ("".join(f"  - id: a{n}\n    navn: @Byen\n    tilstand: afholdt\n" for n in range(50)), "@Byen", '"@Byen"'),
        ("    beskrivelse: Husk\n" + "      Sted:Byhaven i Valby.\n" * 200, "", ""),
    ],
    ids=["one slip in many lines", "slips that stop the reading", "what would do harm"],
)
def test_many_slips_cost_no_more_than_a_few(body: str, old: str, new: str) -> None:
    """However many lines are repaired, or would be the worse for it, everything is examined a few times only."""
    reads = 0

    def reload(changed: Mapping[str, bytes]) -> Samling:
        nonlocal reads
        reads += 1
        return load_lone(Path(FILE), FILE, changed)

    files = repair(load_lone(Path(FILE), FILE, {FILE: file(body)}), (".",), reload).files
    assert [one.after for one in files] == ([file(body.replace(old, new))] if old else [])
    assert reads < 5


def test_texts_are_not_read_as_status_files() -> None:
    """Tabs and bullets in a file that is no YAML are its own; that is told by its ending."""
    reload = partial(load_lone, Path("noter.md"), "noter.md")
    data = "a:\n\t\uf0b7 pa\u030a\n".encode()
    files = repair(reload({"noter.md": data}), (".",), reload).files
    assert [one.after for one in files] == ["a:\n\t\uf0b7 på\n".encode()]
