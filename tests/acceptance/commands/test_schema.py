"""`schema`, as it is run by those who look after the work folder."""

import json
from pathlib import Path

import pytest

from support.program import Program

NAMES = ["arbejdsprogram", "foelgenotat", "kommune", "operationalisering", "politik", "rapport", "statusfil"]


def test_schemas_lie_where_the_files_point(program: Program, folder: Path) -> None:
    """Without options the schemas are written below indberetninger/, and their paths are printed."""
    run = program("schema", cwd=folder)
    place = folder / "indberetninger" / "skema"
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines() == [str(place / f"{name}.schema.json") for name in NAMES]
    assert json.loads((place / "statusfil.schema.json").read_text(encoding="utf-8"))["title"] == "Statusfil"
    assert program("validate", cwd=folder).code == 0


def test_another_folder(program: Program, tmp_path: Path) -> None:
    """With --output no work folder is needed, and the folder is made."""
    run = program("schema", "--output", tmp_path / "æ ø" / "skema", cwd=tmp_path)
    assert run.code == 0
    assert sorted(path.name for path in (tmp_path / "æ ø" / "skema").iterdir()) == sorted(
        f"{name}.schema.json" for name in NAMES
    )


@pytest.mark.parametrize("output", ["indberetninger", "indberetninger/2014", "indberetninger/ny/x", "skabeloner"])
def test_not_among_the_users_own_files(output: str, program: Program, folder: Path) -> None:
    """Schemas are not written among the deliveries or the templates, from wherever the command is run."""
    before = sorted(folder.rglob("*"))
    run = program("schema", "--output", folder / output, cwd=folder.parent)
    assert (run.code, run.out) == (2, "")
    assert "for der ligger jeres egne filer." in run.err
    assert sorted(folder.rglob("*")) == before


def test_not_in_a_file(program: Program, folder: Path) -> None:
    """A file's name after --output is said to be one."""
    (folder / "LÆSMIG.md").write_bytes(b"")
    run = program("schema", "--output", "LÆSMIG.md", cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("»LÆSMIG.md« er en fil og ikke en mappe.")


def test_check_names_the_stale(program: Program, folder: Path) -> None:
    """--check writes nothing, names what is stale or not there, and passes what only differs in its line ends."""
    place = folder / "indberetninger" / "skema"
    missing = program("schema", "--check", cwd=folder)
    assert (missing.code, len(missing.out.splitlines()), place.exists()) == (1, len(NAMES), False)
    program("schema", cwd=folder)
    rapport, politik = place / "rapport.schema.json", place / "politik.schema.json"
    rapport.write_bytes(rapport.read_bytes().replace(b"\n", b"\r\n"))
    politik.write_bytes(b"{}\n")
    stale = program("schema", "--check", cwd=folder)
    assert (stale.code, stale.out) == (1, f"{politik}\n")
    assert stale.err == "Skemaerne ovenfor er forældede. Kør frivilligrapport schema.\n"
    program("schema", cwd=folder)
    assert program("schema", "--check", cwd=folder).code == 0


def test_no_work_folder(program: Program, tmp_path: Path) -> None:
    """Without a work folder and without --output it says what to write, and writes nothing."""
    run = program("schema", cwd=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert "indberetninger" in run.err
