"""The labelled pairs of `lookalike_cases.csv`: how many of the same are found, and how many others are asked about.

`svar` is what a person says of the pair. The weights were set on the sets "indstilling" and "proeve"; the pairs of
"uset" were written afterwards and have only been measured. `kilde` tells the known double counts and false twins of the
2014 report from made-up pairs. A place is written navn/bydel.
"""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from frivilligrapport.models.indsats import Indsats
from frivilligrapport.rules.likeness.pairs import evidence, is_alike, lookalikes, year_traits
from frivilligrapport.rules.year import Year
from support.folders.examples import RAPPORT, write_files

Row = dict[str, str]
KOMMUNE = Path(__file__).parents[3] / "indberetninger" / "kommune.yaml"
FIELDS = {"kaldes": "kaldes_også", "partnere": "partnere", "tema": "tema"}
with Path(__file__).with_name("lookalike_cases.csv").open(encoding="utf-8", newline="") as file:
    ROWS: tuple[Row, ...] = tuple(csv.DictReader(file, delimiter=";"))


def indsats(row: Row, side: str, name: str) -> tuple[str, str]:
    """Write one side of a pair as an indsats, and tell who reports it."""
    reporter, navn = row[side].split(": ", 1)
    lines = [f"- id: {name}", f'  navn: "{navn}"', "  tilstand: afholdt"]
    lines += [f"  {field}: {row[f'{side}_{field}']}" for field in ("art", "periode") if row[f"{side}_{field}"]]
    lines += [f"  {field}: {listed(row[f'{side}_{column}'])}" for column, field in FIELDS.items()]
    places = [place.partition("/")[::2] for place in row[f"{side}_sted"].split("|") if place]
    lines += [f"  bydele: {listed('|'.join(bydel for navn, bydel in places if not navn))}"]
    steder = [(navn, bydel or "uoplyst") for navn, bydel in places if navn]
    lines += ["  steder:"] * bool(steder)
    lines += [line for navn, bydel in steder for line in (f'    - navn: "{navn}"', f"      bydel: {bydel}")]
    lines += ["  tal:", f"    {row[f'{side}_tal']}"] if row[f"{side}_tal"] else []
    return reporter, "".join(f"  {line}\n" for line in lines)


def listed(words: str) -> str:
    """Write words as a list."""
    return "[" + ", ".join(f'"{word}"' for word in words.split("|") if word) + "]"


@cache
def year() -> Year:
    """Load all pairs as one year: each side stands at its own reporter, both under the pair's number."""
    found: dict[str, str] = defaultdict(str)
    for number, row in enumerate(ROWS):
        for side in ("a", "b"):
            reporter, text = indsats(row, side, f"par-{number}")
            found[reporter] += text
    files = {f"2014/{name}.yaml": status_file(name, text) for name, text in found.items() if name != "net"}
    network = "".join(f"  {line}\n" for line in found["net"].splitlines())
    files["2014/rapport.yaml"] = f"{RAPPORT}netværk:\n  indsatser:\n{network}"
    with TemporaryDirectory() as folder:
        samling = write_files(Path(folder), {"kommune.yaml": KOMMUNE.read_text(encoding="utf-8"), **files})
    assert samling.problems == ()
    aargang = samling.aargang(2014)
    assert aargang is not None
    return Year(samling, aargang)


def status_file(name: str, indsatser: str) -> str:
    """Write a forvaltning's file; the register knows its id as well as its acronym."""
    return f"forvaltning: {name}\når: 2014\nindsatser:\n{indsatser}"


@cache
def asked_about() -> frozenset[int]:
    """Give the numbers of the pairs that the program asks about."""
    both = ((str(pair.earlier.group.id), str(pair.later.group.id)) for pair in lookalikes(year()))
    return frozenset(int(one.removeprefix("par-")) for one, other in both if one == other)


def numbers(svar: str, saet: str = "") -> list[int]:
    """Give the numbers of the pairs with an answer, in one set or in all."""
    return [number for number, row in enumerate(ROWS) if row["svar"] == svar and saet in {"", row["saet"]}]


def share(pairs: list[int]) -> float:
    """Give the share of some pairs that the program asks about."""
    return len(asked_about().intersection(pairs)) / len(pairs)


def test_recall() -> None:
    """At least 95 % of the pairs that are the same are found."""
    assert share(numbers("samme")) >= 0.95


def test_false_alarms() -> None:
    """At most 10 % of the pairs that only look like each other are asked about."""
    assert share(numbers("forskellig")) <= 0.10


def test_unseen_pairs() -> None:
    """Pairs that the weights were never set on do nearly as well."""
    assert share(numbers("samme", "uset")) >= 0.90
    assert share(numbers("forskellig", "uset")) <= 0.10


def known(svar: str) -> list[int]:
    """Give the known cases of the 2014 report and the older documents."""
    return [number for number in numbers(svar) if ROWS[number]["kilde"] != "opdigtet"]


@pytest.mark.parametrize("number", known("samme"), ids=lambda number: ROWS[number]["a"])
def test_known_double_counts(number: int) -> None:
    """Each known double count that is a pair of indsatser is asked about."""
    assert number in asked_about()


@pytest.mark.parametrize("number", known("forskellig"), ids=lambda number: ROWS[number]["a"])
def test_known_false_twins(number: int) -> None:
    """None of the known false twins is asked about under the name it really had."""
    assert number not in asked_about()


def test_nothing_alike_is_overlooked() -> None:
    """Only pairs that share a key are compared, and no others would have been alike; every third is tried."""
    traits = year_traits(year(), list(year().pieces(Indsats))[::3])
    overlooked = [
        (first, second)
        for second, one in enumerate(traits)
        for first, other in enumerate(traits[:second])
        if not one.keys & other.keys and is_alike(evidence(one, other))
    ]
    assert overlooked == []


def test_docs_tell_what_was_measured() -> None:
    """The numbers in docs/dobbelttaelling.md are those that are measured here."""
    docs = " ".join((KOMMUNE.parents[1] / "docs" / "dobbelttaelling.md").read_text(encoding="utf-8").split())
    same, other = numbers("samme"), numbers("forskellig")
    found, asked = asked_about().intersection(same), asked_about().intersection(other)
    assert f"Af de {len(same)} par, der er den samme, finder programmet {len(found)}." in docs
    assert f"Af de {len(other)}, der ikke er, spørger det om {len(asked)}." in docs
