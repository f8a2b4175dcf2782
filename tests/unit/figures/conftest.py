"""Register small years."""

from collections.abc import Callable
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.register import Register, count
from support.folders.small_years import small_year
from support.folders.work_folder import status_file, write_folder

Counted = Callable[..., dict[str, Figure]]


@pytest.fixture
def tallied(tmp_path: Path) -> Callable[..., Register]:
    """Count a year whose status files are given as keyword arguments (`tmf="indsatser: …"`)."""

    def run(**bodies: str) -> Register:
        return count(*small_year(tmp_path, **bodies))

    return run


@pytest.fixture
def counted(tmp_path: Path) -> Counted:
    """Count status files given as keyword arguments (`tmf="indsatser: …"`); figures by id without the year."""

    def run(report: str | None = None, **bodies: str) -> dict[str, Figure]:
        names = {"tmf": "TMF", "sof": "SOF", "oekf": "ØKF"}
        files: dict[str, str | bytes] = {
            f"2014/{one}.yaml": status_file(names[one], body) for one, body in bodies.items()
        }
        if report is not None:
            files["2014/rapport.yaml"] = report
        samling = load(write_folder(tmp_path, files))
        assert samling.problems == ()
        aargang = samling.aargang(2014)
        assert aargang is not None
        return {figure.id.removeprefix("2014."): figure for figure in count(samling, aargang).figures}

    return run
