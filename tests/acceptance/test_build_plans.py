"""`build` of a year that has no report, only a forvaltning's plan for a policy."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]


def test_the_plan_of_2007(program: Callable[..., Any], tmp_path: Path) -> None:
    """The plan and the follow-up of its policy are written in all formats; the year needs no rapport.yaml."""
    shutil.copytree(REPOSITORY / "indberetninger", tmp_path / "indberetninger")
    run = program("build", "2007", cwd=tmp_path)
    assert run.code == 0
    names = sorted(path.name for path in (tmp_path / "udgivelser/2007").iterdir() if path.suffix != ".json")
    documents = ("operationalisering-bif", "politikopfoelgning")
    assert names == sorted(f"{one}.{kind}" for one in documents for kind in ("md", "html", "pdf"))
