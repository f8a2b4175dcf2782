"""`doctor`, as who cannot make the report runs it: each thing in turn is missing."""

import os
import shutil
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from frivilligrapport.cli.commands import doctor
from frivilligrapport.rendering.pdf.faults import MissingLibrary
from support.program import Program

CHECKED = "frivilligrapport.rendering.pdf.checked"


def test_a_machine_with_all(program: Program, folder: Path) -> None:
    """One line for each thing, each ok, on a machine that runs these tests; nothing in the folder is changed."""
    before = sorted(folder.rglob("*"))
    run = program("doctor", cwd=folder)
    names = [line[8:].partition(":")[0] for line in run.out.splitlines() if line.startswith("ok ")]
    assert (run.code, run.err) == (0, "")
    assert names[:4] == ["Python", "PDF", "Kontrol af PDF'en", "Skrifter"]
    assert names[4:7] == ["Mappen", "Skriveadgang", "Gemte PDF'er"]
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("platform", "step"),
    [("linux", "sudo apt-get install libpango"), ("darwin", "brew install pango"), ("win32", "winget install MSYS2")],
)
def test_a_machine_without_pango(
    program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch, platform: str, step: str
) -> None:
    """Where no PDF can be made, it is exit 4 and what to type on this system."""

    class Lacking(ModuleType):
        @property
        def to_checked_pdf(self) -> None:
            raise MissingLibrary("PDF'en kan ikke laves, for biblioteket Pango mangler på denne maskine.", platform)

    monkeypatch.setitem(sys.modules, CHECKED, Lacking(CHECKED))
    run = program("doctor", cwd=folder)
    assert run.code == 4
    assert "se her  PDF: PDF'en kan ikke laves, for biblioteket Pango mangler" in run.out
    assert step in run.out


def test_a_machine_without_the_pdf_check(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report can be made, and the command that installs the check is there."""
    monkeypatch.setattr(doctor, "versions", lambda: {"page-validation": "1"})
    run = program("doctor", cwd=folder)
    assert run.code == 0
    assert "pikepdf er ikke installeret" in " ".join(run.out.split())
    assert '    python -m pip install "frivilligrapport[pdfkontrol]"\n' in run.out


def test_a_program_without_its_fonts(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fonts that did not come along are exit 4, since no page can be set."""
    monkeypatch.setattr(doctor, "builtin_folder", lambda: folder)
    run = program("doctor", cwd=folder)
    assert run.code == 4
    assert "se her  Skrifter: mangler i" in run.out


def test_a_folder_that_nobody_may_write_to(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is exit 4 and names the folder; a cache that cannot be written to only makes it slower."""
    monkeypatch.setattr(doctor, "_can_write", lambda _: False)
    run = program("doctor", cwd=folder)
    assert run.code == 4
    assert "se her  Skriveadgang: der kan ikke skrives i" in run.out
    assert "se her  Gemte PDF'er: der kan ikke skrives i" in run.out


def test_a_published_file_that_is_open_elsewhere(
    program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that another program holds is named, with what to close."""
    held = folder / "udgivelser/2014/statusrapport.pdf"
    held.parent.mkdir(parents=True)
    held.write_bytes(b"%PDF")
    opened = os.open

    def refusing(path: object, *words: int) -> int:
        if path == held:
            raise PermissionError
        return opened(path, *words)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(os, "open", refusing)
    run = program("doctor", cwd=folder)
    assert "se her  Åbne filer: statusrapport.pdf kan ikke ændres" in run.out


@pytest.mark.parametrize("name", ["OneDrive - Kommunen", "Dropbox", "Mobile Documents"])
def test_a_folder_that_is_synchronised(program: Program, folder: Path, name: str) -> None:
    """Such a folder may lock files while they are written, so the program says what to do."""
    shared = folder.parent / name / "rapport"
    shared.parent.mkdir()
    folder.rename(shared)
    run = program("doctor", cwd=shared)
    assert run.code == 0
    assert "se her  Delt mappe: mappen bliver holdt ens" in run.out


def test_a_machine_without_git_and_a_folder(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a work folder, and without git, each is one line with the next step, and not an error."""
    monkeypatch.setattr(doctor, "ask_git", lambda *_: None)
    run = program("doctor", cwd=tmp_path)
    assert run.code == 0
    assert "se her  Mappen: her er ingen mappe indberetninger" in run.out
    assert "se her  git: er ikke installeret" in run.out


def test_a_console_that_is_not_utf_8(process: Program, folder: Path) -> None:
    """The console's code page is named, with what to type."""
    run = process("doctor", cwd=folder, env={"PYTHONIOENCODING": "cp1252"})
    assert "bruger cp1252, og der kan tegn" in " ".join(run.out.split())


def test_a_folder_that_is_not_there(program: Program, folder: Path) -> None:
    """A misspelt --folder is told of, as by every other command, and not looked at as if it were there."""
    run = program("doctor", "--folder", "væk", cwd=folder)
    assert (run.code, run.out, run.err.partition("\n")[0]) == (2, "", "Mappen »væk« findes ikke.")


def test_a_disk_that_is_nearly_full(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is exit 4, with how much is left."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=3_500_000))
    run = program("doctor", cwd=folder)
    assert run.code == 4
    assert "se her  Skriveadgang: der er kun 3 MB ledig plads" in run.out


@pytest.mark.full
@pytest.mark.parametrize("words", [("doctor",), ("build", "--document", "kort-udgave")])
def test_what_the_engine_says_of_a_missing_library_is_not_shown(
    process: Program, folder: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Where no library can be opened, what is printed is ours and in Danish."""
    refusing = "import cffi\ndef refuse(*_):\n    raise OSError('cannot load library')\ncffi.FFI.dlopen = refuse\n"
    (tmp_path / "sitecustomize.py").write_text(refusing, encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    run = process(*words, cwd=folder, env={"PYTHONPATH": path})
    assert run.code == 4
    assert "biblioteket Pango mangler på denne maskine" in " ".join((run.out + run.err).split())
    assert "WeasyPrint" not in run.out + run.err
