"""Findings of a kind beyond those that are shown are counted, and the count is a finding that every format tells."""

from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.rules import run
from frivilligrapport.rules.acceptance import sorting
from support.folders.work_folder import status_file

UNITS = "".join(f"      ting{number}: 2\n" for number in range(9))
INDSATS = f"indsatser:\n  - id: smag-verden\n    navn: Smag Verden\n    tilstand: afholdt\n    tal:\n{UNITS}"
FILE = status_file("TMF", INDSATS)


@pytest.mark.parametrize(
    ("most", "looked_for", "said"), [(5, 10, "Der er 4 fund mere"), (3, 7, "Der er mindst 4 fund mere")]
)
def test_what_is_not_shown_is_counted(monkeypatch: pytest.MonkeyPatch, most: int, looked_for: int, said: str) -> None:
    """The finding after the last that is shown says how many there are besides."""
    monkeypatch.setattr(sorting, "MOST_OF_A_KIND", most)
    for module in (run, sorting):
        monkeypatch.setattr(module, "MOST_LOOKED_FOR", looked_for)
    found = run.examine(load_lone(Path("tmf.yaml"), "tmf.yaml", {"tmf.yaml": FILE.encode()})).open
    told = [one.message for one in found if one.code == "FR324"]
    assert len(told) == most + 1
    assert told[-1].startswith(said)


def test_what_reading_finds_is_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fields that are not known are told of like what the rules find; each file has its own count."""
    monkeypatch.setattr(sorting, "MOST_OF_A_KIND", 2)
    text = FILE + "".join(f"felt-{number}: a\n" for number in range(5))
    found = run.examine(load_lone(Path("tmf.yaml"), "tmf.yaml", {"tmf.yaml": text.encode()})).open
    told = [one.message for one in found if one.code == "FR101"]
    assert len(told) == 3
    assert told[-1].startswith("Der er 3 fund mere af samme slags.")
