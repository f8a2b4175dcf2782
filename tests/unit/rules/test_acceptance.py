"""Which findings a report may accept."""

from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.rules.catalogue import is_acceptable
from frivilligrapport.rules.run import examine
from support.folders.work_folder import KOMMUNE, RAPPORT, status_file, write_folder


@pytest.mark.parametrize(
    ("code", "acceptable"),
    [
        ("FR001", False), ("FR030", False), ("FR101", False), ("FR201", False), ("FR209", False), ("FR210", True),
        ("FR220", False), ("FR301", False), ("FR302", False), ("FR303", False), ("FR304", True), ("FR309", True),
        ("FR310", False), ("FR311", True), ("fr312", True), ("FR356", True), ("FR391", False), ("FR392", False),
        ("FR393", False), ("FR401", True), ("FR901", False), ("alle", False), ("", False),
    ],
)  # fmt: skip
def test_which_codes(code: str, acceptable: bool) -> None:
    """Rules can be accepted, faults of reading and personal data never."""
    assert is_acceptable(code) is acceptable


@pytest.mark.parametrize(
    ("acceptance", "stops"),
    [
        ('hvor: "tmf.yaml: perspektiver tekst"\n    fordi: Det er et journalnummer.', False),
        ('hvor: "tmf.yaml: perspektiver tekst"\n    fordi: uoplyst', True),
        ('hvor: "tmf.yaml: perspektiver tekst"\n    fordi:', True),
        ('hvor: "tmf.yaml: perspektiver"\n    fordi: Det er et journalnummer.', True),
        ('hvor: "tmf.yaml: perspektiver tekst nr. 2"\n    fordi: Det er et journalnummer.', True),
        ('hvor: "tmf.yaml"\n    fordi: Det er et journalnummer.', True),
        ('hvor: "sof.yaml: perspektiver tekst"\n    fordi: Det er et journalnummer.', True),
        ('hvor: "2013/tmf.yaml: perspektiver tekst"\n    fordi: Det er et journalnummer.', True),
    ],
)
def test_personal_data_is_accepted_at_one_place_with_a_reason(tmp_path: Path, acceptance: str, *, stops: bool) -> None:
    """Only the field that is named, and only where the report says why."""
    text = status_file("TMF").replace("perspektiver: ingen", "perspektiver:\n  tekst: Sagen er 010199-5678.")
    report = f"{RAPPORT}accepteret:\n  - kode: FR901\n    {acceptance}\n"
    folder = write_folder(tmp_path, {"kommune.yaml": KOMMUNE, "2014/rapport.yaml": report, "2014/tmf.yaml": text})
    assert examine(load(folder)).has_personal_data is stops
