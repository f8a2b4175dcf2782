"""`fix`, as a contact in a forvaltning runs it: in a process, and at a terminal."""

import os
import pty
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from support.folders.work_folder import status_file
from support.program import Program
from support.terminal import at_terminal

SLIPS = """\
indsatser:
\t- id: smag-verden   # den store
\t  navn: Smag Verden
\t  tilstand: afholt
\t  tal:
\t    gæster: {gæster}
"""
NOTHING_SAVED = "Intet er gemt. Skriv --yes efter kommandoen for at gemme.\n"


@pytest.fixture
def sof(folder: Path) -> Path:
    """Give a status file with slips, in a work folder."""
    path = folder / "indberetninger" / "2014" / "sof.yaml"
    path.write_text(status_file("SOF", SLIPS.format(gæster="200")), encoding="utf-8")
    return path


def mended(gaester: str = "200") -> str:
    """Give the file's text as it should be saved."""
    slips = SLIPS.format(gæster=gaester).replace("\t", "  ").replace("afholt", "afholdt")
    return status_file("SOF", slips)


def test_without_a_terminal_nothing_is_saved(program: Program, folder: Path, sof: Path) -> None:
    """What could be repaired is shown, and the exit code says that there is something."""
    before = sof.read_bytes()
    run = program("fix", sof, cwd=folder)
    assert (run.code, run.err, sof.read_bytes()) == (1, NOTHING_SAVED, before)
    assert run.out.startswith(
        "indberetninger/2014/sof.yaml: 6 rettelser:\n"
        "   linje 10, 11, 12, 13 og 14: tabulator bliver til mellemrum\n"
        "   linje 12: »afholt« bliver til »afholdt«\n"
        "--- indberetninger/2014/sof.yaml\n"
        "+++ indberetninger/2014/sof.yaml (rettet)\n"
    )
    assert "+    tilstand: afholdt\n" in run.out


def test_yes_saves_and_the_second_time_there_is_nothing(program: Program, folder: Path, sof: Path) -> None:
    """Remarks, layout and who may read the file stay as they were."""
    sof.chmod(0o640)
    run = program("fix", "--yes", sof, cwd=folder)
    assert run.code == 0
    assert run.err == "indberetninger/2014/sof.yaml: Rettelserne er gemt.\nIngen fejl tilbage.\n"
    assert sof.read_text(encoding="utf-8") == mended()
    assert stat.S_IMODE(sof.stat().st_mode) == 0o640
    again = program("fix", "--yes", cwd=folder)
    assert (again.code, again.out, again.err) == (0, "", "Her er ikke noget at rette.\n")
    assert [path.name for path in sof.parent.iterdir() if path.name.startswith(".")] == []


def test_check_never_saves(program: Program, folder: Path, sof: Path) -> None:
    """With --check the files are only looked at, and the exit code is for CI."""
    before = sof.read_bytes()
    run = program("fix", "--check", "--yes", cwd=folder)
    assert (run.code, run.err, sof.read_bytes()) == (1, "Intet er gemt.\n", before)
    sof.write_text(mended(), encoding="utf-8")
    assert program("fix", "--check", cwd=folder).code == 0


@pytest.mark.full
@pytest.mark.parametrize(("answer", "code"), [("j\n", 0), ("hvad?\nJA\n", 0), ("n\n", 1), ("\n", 1), ("\x04", 1)])
def test_the_user_is_asked_before_anything_is_saved(folder: Path, sof: Path, answer: str, code: int) -> None:
    """Only a yes saves; what is no answer is asked again."""
    before = sof.read_text(encoding="utf-8")
    run, _ = at_terminal("fix", sof, cwd=folder, on=["stdin"], typed=answer)
    assert run.code == code
    assert "Skal rettelserne gemmes? [j/n] " in run.out + run.err
    assert sof.read_text(encoding="utf-8") == (before if code else mended())


@pytest.mark.full
@pytest.mark.parametrize(
    ("answers", "gaester"), [("1\nj\n", "20.000-30.000"), ("2\nj\n", "20-30"), ("3\n\nj\n", "20-30.000")]
)
def test_a_number_that_can_be_read_in_two_ways_is_asked_about(
    folder: Path, sof: Path, answers: str, gaester: str
) -> None:
    """The user chooses, or leaves it; the program never does."""
    sof.write_text(status_file("SOF", SLIPS.format(gæster="20-30.000")), encoding="utf-8")
    run, _ = at_terminal("fix", sof, cwd=folder, on=["stdin"], typed=answers)
    said = run.out + run.err
    assert "   1: 20.000-30.000\n   2: 20-30\n" in said
    assert "Hvad er ment? Skriv 1 eller 2, eller tryk Enter for at lade det stå: " in said
    assert sof.read_text(encoding="utf-8") == mended(gaester)


def test_yes_never_chooses_between_two_readings(program: Program, folder: Path, sof: Path) -> None:
    """What is sure is saved, and what is left is told with the command that shows it."""
    sof.write_text(status_file("SOF", SLIPS.format(gæster="20-30.000")), encoding="utf-8")
    run = program("fix", "--yes", sof, cwd=folder)
    assert run.code == 0
    assert run.err.endswith("Tilbage: 1 fejl. Se mere med: frivilligrapport validate indberetninger/2014/sof.yaml\n")
    assert sof.read_text(encoding="utf-8") == mended("20-30.000")
    again = program("fix", "indberetninger/2014/sof.yaml", cwd=folder)
    assert (again.code, again.out) == (0, "")
    assert again.err.startswith("Her er ikke noget, som programmet kan rette af sig selv.\nTilbage: 1 fejl.")
    assert again.err.endswith(" frivilligrapport validate indberetninger/2014/sof.yaml\n")


def test_personal_data_stops_everything(program: Program, folder: Path, sof: Path) -> None:
    """A CPR number is shown masked, exit 3, and no file is saved."""
    sof.write_text(status_file("SOF", SLIPS.format(gæster="200 # 010199-5000")), encoding="utf-16-le")
    before = sof.read_bytes()
    run = program("fix", "--yes", cwd=folder)
    assert (run.code, sof.read_bytes()) == (3, before)
    assert "5000" not in run.out + run.err
    assert "FR901" in run.out
    assert run.err == "Intet er rettet. Slet nummeret først.\n"


def test_a_lone_file(program: Program, tmp_path: Path) -> None:
    """A file outside any work folder is repaired too."""
    path = tmp_path / "min fil.yaml"
    path.write_bytes(status_file("XYZ", "indsatser: ingen\n").replace("tekst", "teskt").encode("cp1252"))
    run = program("fix", "--yes", "min fil.yaml", cwd=tmp_path)
    assert run.code == 0
    assert path.read_text(encoding="utf-8") == status_file("XYZ", "indsatser: ingen\n")
    assert "min fil.yaml: Rettelserne er gemt." in run.err


def test_only_the_named_files_are_repaired(program: Program, folder: Path, sof: Path) -> None:
    """The others stay as they are."""
    before = sof.read_bytes()
    other = sof.with_name("tmf.yaml")
    other.write_bytes(b"\xef\xbb\xbf" + other.read_bytes())
    assert program("fix", "--yes", other, cwd=folder).code == 0
    assert not other.read_bytes().startswith(b"\xef\xbb\xbf")
    assert sof.read_bytes() == before


def test_what_is_no_text_is_left(program: Program, folder: Path, sof: Path) -> None:
    """A Word document is not repaired, and not harmed."""
    sof.write_bytes(b"PK\x03\x04\x00\x01")
    assert program("fix", "--yes", sof, cwd=folder).code == 0
    assert sof.read_bytes() == b"PK\x03\x04\x00\x01"


@pytest.mark.full
def test_a_file_that_is_changed_meanwhile_is_not_overwritten(folder: Path, sof: Path) -> None:
    """What somebody saves while the question stands is kept; exit 4 says that nothing was saved."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "frivilligrapport", "fix", sof],
        cwd=folder,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stdout.read(1)
    sof.write_bytes(b"forvaltning: SOF\n")
    os.write(ours, b"j\n")
    _, said = running.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert running.returncode == 4
    assert "er blevet ændret imens. Intet er gemt." in said.decode()
    assert sof.read_bytes() == b"forvaltning: SOF\n"
