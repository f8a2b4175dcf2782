"""The documents beside the report, built as the coordinator does."""

from pathlib import Path

import pytest

from support.program import Program, Run
from support.repository import copenhagen


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Give a copy of the project's own work folder."""
    return copenhagen(tmp_path / "rapport")


def named(run: Run) -> list[str]:
    """Name the files that a build has written, as it names them itself."""
    return [Path(line).name for line in run.out.splitlines()]


@pytest.mark.full
def test_the_cover_note_alone(program: Program, reports: Path) -> None:
    """--document takes the note's name, and the year is the newest with a report."""
    run = program("build", "--document", "foelgenotat", cwd=reports)
    assert (run.code, named(run)) == (0, ["foelgenotat.md", "foelgenotat.html", "foelgenotat.pdf"])
    assert (reports / "udgivelser/2014/foelgenotat.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.full
def test_a_year_with_a_programme_only(program: Program, reports: Path) -> None:
    """A year without a report makes what it holds."""
    run = program("build", "2017", cwd=reports)
    assert (run.code, named(run)) == (0, ["arbejdsprogram.md", "arbejdsprogram.html", "arbejdsprogram.pdf"])


def test_a_year_with_nothing_to_build(program: Program, reports: Path) -> None:
    """Figures alone make no document; neither does a year without the file that a document is made from."""
    run = program("build", "2013", cwd=reports)
    assert run.code == 2
    assert "Der er intet at bygge for 2013." in run.err
    run = program("build", "2017", "--document", "foelgenotat", cwd=reports)
    assert run.code == 2
    assert "»foelgenotat« kan ikke laves for 2017." in run.err


def test_a_wrong_digit_stops_the_build(program: Program, reports: Path) -> None:
    """An error in a note stops its year, and no other."""
    path = reports / "indberetninger/2014/foelgenotat.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("5798009800206", "5798009800216"), encoding="utf-8")
    run = program("build", "--format", "md", cwd=reports)
    assert run.code == 1
    assert "foelgenotat.yaml:20:8: fejl FR460" in run.err
    assert not (reports / "udgivelser").exists()
    assert program("build", "2017", "--format", "md", cwd=reports).code == 0
