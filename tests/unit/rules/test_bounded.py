"""Findings of a kind beyond those that are shown are counted, and the count is a finding that every format tells."""

from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.rules import run
from support.folders.work_folder import status_file

UNITS = "".join(f"      ting{number}: 2\n" for number in range(9))
INDSATS = f"indsatser:\n  - id: smag-verden\n    navn: Smag Verden\n    tilstand: afholdt\n    tal:\n{UNITS}"
FILE = status_file("TMF", INDSATS)


@pytest.mark.parametrize(("most", "said"), [(5, "Der er 4 fund mere"), (3, "Der er over 3 fund mere")])
def test_what_is_not_shown_is_counted(monkeypatch: pytest.MonkeyPatch, most: int, said: str) -> None:
    """The finding after the last that is shown says how many there are besides."""
    monkeypatch.setattr(run, "MOST_OF_A_KIND", most)
    found = run.examine(load_lone(Path("tmf.yaml"), "tmf.yaml", {"tmf.yaml": FILE.encode()})).open
    told = [one.message for one in found if one.code == "FR324"]
    assert len(told) == most + 1
    assert told[-1].startswith(said)
