"""However often one thing is repeated in a file, each text is looked at once and each pair that matters compared."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar, SupportsIndex

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.danish import nearest_word
from frivilligrapport.figures.families import rings
from frivilligrapport.reading.source import Source
from frivilligrapport.rules.delivery import Delivery, Passage, Typed
from frivilligrapport.rules.figures.lookalikes import LOOKALIKE
from frivilligrapport.rules.likeness import pairs
from frivilligrapport.rules.run import examine
from frivilligrapport.rules.texts.wording import DOUBLE_STOP
from support.folders.examples import BASE, findings, write_files
from support.repository import REPOSITORY

HEAD = "forvaltning: {}\når: 2014\nfilstatus: klar\nperspektiver: ingen\nforslag: ingen\n"
INDSATS = "  - id: sag-{0}\n    navn: Smag Verden\n    tilstand: afholdt\n"


def indsatser(count: int, unit: str) -> str:
    """Write a status file with so many indsatser that are all alike."""
    return HEAD.format(unit) + "indsatser:\n" + "".join(INDSATS.format(number) for number in range(count))


def compared(monkeypatch: pytest.MonkeyPatch, folder: Path, files: dict[str, str]) -> tuple[int, int]:
    """Examine a folder; give how many pairs were compared and how many told of."""
    asked: list[pairs.Traits] = []
    evidence = pairs.evidence

    def counted(one: pairs.Traits, other: pairs.Traits) -> tuple[pairs.Evidence, ...]:
        asked.append(one)
        return evidence(one, other)

    monkeypatch.setattr(pairs, "evidence", counted)
    told = [one for one in findings(write_files(folder, {**BASE, **files})) if one.kind is LOOKALIKE]
    return len(asked), len(told)


def test_one_files_indsatser_are_not_compared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two indsatser of one file can never be reported as one, so they are not held against each other."""
    assert compared(monkeypatch, tmp_path, {"2014/tmf.yaml": indsatser(50, "TMF")}) == (0, 0)


def test_two_files_indsatser_are_compared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Those of two files are compared each with each, and no more often."""
    files = {"2014/tmf.yaml": indsatser(10, "TMF"), "2014/kff.yaml": indsatser(10, "KFF")}
    assert compared(monkeypatch, tmp_path, files) == (100, 100)


def test_there_is_an_end_to_the_pairs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where more are alike than anybody can decide on, the first of them are told."""
    monkeypatch.setattr(pairs, "MOST_PAIRS", 30)
    files = {"2014/tmf.yaml": indsatser(10, "TMF"), "2014/kff.yaml": indsatser(10, "KFF")}
    assert compared(monkeypatch, tmp_path, files) == (30, 30)


class Counted(str):
    """A text that counts how many of its characters are asked for."""

    __slots__ = ()
    asked: ClassVar[int] = 0

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        type(self).asked += 1
        return super().__getitem__(key)


def test_a_texts_places_are_counted_off_once(tmp_path: Path) -> None:
    """However many findings a text has, its characters are held against the file's once."""
    text = HEAD.format("TMF").replace("perspektiver: ingen", "perspektiver:\n  tekst: |\n    " + "a.. " * 500)
    samling = write_files(tmp_path, {**BASE, "2014/tmf.yaml": text})
    source = samling.sources["indberetninger/2014/tmf.yaml"]
    read = samling.aargange[0].indberetning("tmf")
    assert read is not None
    assert read.statusfil is not None
    assert read.statusfil.perspektiver is not None
    tekst = read.statusfil.perspektiver.tekst
    assert tekst is not None
    scalar = tekst.scalar
    typed = Typed(Source(source.file, Counted(source.text)), scalar)
    places = [typed.place(offset, 1).column for offset in range(0, 2000, 4)]
    assert places == list(range(5, 2005, 4))
    assert Counted.asked < 5 * len(scalar.text)


def test_a_long_word_is_quoted_in_part(tmp_path: Path) -> None:
    """A word without an end is not told whole at each of its stops."""
    text = HEAD.format("TMF").replace("perspektiver: ingen", "perspektiver:\n  tekst: |\n    " + "a.." * 500)
    told = [one for one in findings(write_files(tmp_path, {**BASE, "2014/tmf.yaml": text})) if one.kind is DOUBLE_STOP]
    assert len(told) == 500
    assert max(len(one.message) for one in told) < 120


def candidates() -> Iterator[str]:
    """Give long words."""
    yield from ("a" * 50_000 + "b", "a" * 60_000)


def test_what_is_no_word_is_not_compared_letter_by_letter() -> None:
    """Of words too long to be words only the same one is found."""
    assert nearest_word("a" * 60_000, candidates()) == "a" * 60_000
    assert nearest_word("a" * 59_999, candidates()) is None


def test_rings() -> None:
    """Each ring is found once, from its first name, and what only leads to it is not part of it."""
    parents = {"a": "b", "b": "c", "c": "b", "d": "d", "e": "", "f": "nowhere", "g": "c"}
    assert list(rings(parents)) == [["b", "c"], ["d"]]
    assert not list(rings({str(number): str(number - 1) for number in range(100_000)}))


def test_a_long_way_up(tmp_path: Path) -> None:
    """A thousand indsatser, each part of the one before, are counted as any others."""
    chain = "".join(
        f"{INDSATS.format(number)}    hører_til: sag-{number - 1}\n    tal:\n      frivillige: 20\n"
        for number in range(1, 1200)
    )
    first = INDSATS.format(0) + "    tal:\n      frivillige: 10\n"
    text = f"{HEAD.format('TMF')}indsatser:\n{first}{chain}"
    found = findings(write_files(tmp_path, {**BASE, "2014/tmf.yaml": text}))
    assert [one.location.line for one in found if one.code == "FR334"] == [11]


def test_a_years_texts_are_gathered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many rules look at the texts of a year, each file's are put together once for them all.

    The few files that belong to no year are looked at by a rule or two.
    """
    asked: list[str] = []
    own_words = Delivery.own_words

    def counted(self: Delivery, *sources: Mapping[str, Source]) -> Iterator[Passage]:
        asked.append(self.file)
        return own_words(self, *sources)

    monkeypatch.setattr(Delivery, "own_words", counted)
    examine(load(REPOSITORY))
    assert "indberetninger/2014/tmf.yaml" in asked
    of_years = [one for one in asked if one.split("/")[1].isdigit()]
    assert len(of_years) == len(set(of_years))
