"""`build` of a year that has no report, only a forvaltning's plan for a policy."""

from pathlib import Path

import pytest

from support.program import Program
from support.repository import copenhagen


@pytest.mark.full
def test_the_plan_of_2007(program: Program, tmp_path: Path) -> None:
    """The plan and the follow-up of its policy are written in all formats; the year needs no rapport.yaml."""
    copenhagen(tmp_path)
    run = program("build", "2007", cwd=tmp_path)
    assert run.code == 0
    names = sorted(path.name for path in (tmp_path / "udgivelser/2007").iterdir() if path.suffix != ".json")
    documents = ("operationalisering-bif", "politikopfoelgning")
    assert names == sorted(["index.html", *(f"{one}.{kind}" for one in documents for kind in ("md", "html", "pdf"))])
