"""What a municipality makes of the rules."""

from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.pipeline.examining import Findings, examine
from support.folders.work_folder import KOMMUNE, status_file, write_folder

RULE = "regler:\n  - kode: {code}\n    vægt: {weight}\n    fordi: Det er aftalt med alle.\n"


def found(tmp_path: Path, code: str, weight: str) -> Findings:
    """Check a folder in which one file has not answered `forslag`, under a register that says what FR312 weighs."""
    unanswered = status_file("SOF").replace("forslag: ingen", "forslag: uoplyst")
    files: dict[str, str | bytes] = {
        f"2014/{one}.yaml": status_file(name) for one, name in (("tmf", "TMF"), ("oekf", "ØKF"))
    }
    rules = {"kommune.yaml": KOMMUNE + RULE.format(code=code, weight=weight), "2014/sof.yaml": unanswered}
    return examine(load(write_folder(tmp_path, files | rules)))


@pytest.mark.parametrize(
    ("weight", "expected"), [("fejl", [("FR312", "fejl")]), ("advarsel", [("FR312", "advarsel")]), ("fra", [])]
)
def test_a_rule_weighs_what_the_municipality_says(tmp_path: Path, weight: str, expected: list[tuple[str, str]]) -> None:
    """A finding becomes an error, a warning, or nothing."""
    assert [(one.code, one.severity.value) for one in found(tmp_path, "fr312", weight).open] == expected


@pytest.mark.parametrize(
    ("code", "message"),
    [("FR901", "Vægten af FR901 kan ikke ændres."), ("FR3999", "Der er ingen regel FR3999.")],
)
def test_some_rules_always_weigh_the_same(tmp_path: Path, code: str, message: str) -> None:
    """Personal data cannot be turned off, and a code that is none is told."""
    messages = {(str(one.location), one.code, one.message) for one in found(tmp_path, code, "fra").open}
    assert ("indberetninger/kommune.yaml:17:11", "FR394", message) in messages
