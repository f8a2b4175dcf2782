"""A build of the very same is answered at once, says the same, and is never the answer to anything else."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from frivilligrapport.cli.execution import building
from frivilligrapport.pipeline import edition
from frivilligrapport.pipeline.edition import build
from support.folders.work_folder import KOMMUNE, put, status_file
from support.git import git
from support.program import Program

BUILD = ("build", "--format", "md", "--document", "statusrapport")
UNCHANGED = "Udgivelsen er uændret: filerne er, som de blev bygget.\n"
LOGO = KOMMUNE + "udseende:\n  logo: logo.svg\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>'
POLICY = "titel: Politik\nvedtaget: uoplyst\ngyldig: 2010-2015\nkrav: []\npunkter: []\n"
# What a start of the unchanged build must not pay for.
HEAVY = (
    *("jinja2", "pandas", "weasyprint", "yaml", "markdown", "nh3", "pikepdf"),
    *(f"frivilligrapport.{name}" for name in ("models", "figures", "documents", "reading", "rules", "pipeline")),
)
pytestmark = pytest.mark.full


@pytest.fixture
def built(program: Program, folder: Path) -> Path:
    """Build a folder that has a file of every kind that a build reads."""
    for name in ("2013", "2014/bilag", "2014/tekster", "politik"):
        (folder / "indberetninger" / name).mkdir()
    put(folder, "kommune.yaml", LOGO)
    put(folder, "2013/tmf.yaml", status_file("TMF", year=2013))
    put(folder, "politik/faelles.yaml", POLICY)
    put(folder, "2014/bilag/kort.png", b"billede")
    put(folder, "2014/bilag/liste.csv", "navn;antal\n")
    put(folder, "2014/tekster/indledning.md", "Der er sket noget.\n")
    (folder / "logo.svg").write_text(SVG, encoding="utf-8")
    (folder / "skabeloner").mkdir()
    (folder / "skabeloner/egen.css").write_text("p { color: #123456 }\n", encoding="utf-8")
    (folder / "skabeloner/statusrapport.md.j2").write_text("# Rapport\n", encoding="utf-8")
    run = program(*BUILD, cwd=folder)
    assert run.code == 0, run.err
    return folder


@pytest.fixture
def again(program: Program, built: Path) -> Callable[..., bool]:
    """Build once more, with other words if need be, and tell whether the answer was that nothing has changed."""

    def run(*words: str) -> bool:
        done = program(*(words or BUILD), cwd=built)
        assert done.code == 0, done.err
        return UNCHANGED in done.err

    return run


def test_the_same_is_said_and_nothing_is_written(program: Program, built: Path) -> None:
    """The files are named as before on standard output, and lie untouched."""
    output = built / "udgivelser/2014"
    first = program(*BUILD, "--no-cache", cwd=built)
    before = {path: path.stat().st_mtime_ns for path in output.iterdir()}
    run = program(*BUILD, cwd=built)
    assert (run.code, run.out, run.err) == (0, first.out, first.err + UNCHANGED)
    assert [Path(line).name for line in run.out.splitlines()] == ["statusrapport.md"]
    assert {path: path.stat().st_mtime_ns for path in output.iterdir()} == before


@pytest.mark.parametrize(
    "name",
    [
        "indberetninger/2014/tmf.yaml",
        "indberetninger/2013/tmf.yaml",
        "indberetninger/2014/rapport.yaml",
        "indberetninger/2014/tekster/indledning.md",
        "indberetninger/2014/bilag/kort.png",
        "indberetninger/2014/bilag/liste.csv",
        "indberetninger/kommune.yaml",
        "indberetninger/politik/faelles.yaml",
        "skabeloner/egen.css",
        "skabeloner/statusrapport.md.j2",
        "logo.svg",
    ],
)
def test_a_changed_file_is_built_anew(again: Callable[..., bool], built: Path, name: str) -> None:
    """Whatever a build reads: when a byte of it changes, all is built, and undone, the edition is as it was."""
    path, manifest = built / name, built / "udgivelser/2014/manifest.json"
    before, stated = path.read_bytes(), manifest.read_bytes()
    path.write_bytes(before + b"\n")
    assert not again()
    assert again()
    path.write_bytes(before)
    again()
    assert manifest.read_bytes() == stated


@pytest.mark.parametrize("name", ["2014/bilag/ny.png", "2014/tekster/ny.md", "2012/sof.yaml", "note.txt"])
def test_a_file_more_or_less_is_built_anew(again: Callable[..., bool], built: Path, name: str) -> None:
    """A file that is put into the folder, or taken away, is seen, whatever it is."""
    path = built / "indberetninger" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(status_file("SOF", year=2012), encoding="utf-8")
    assert not again()
    assert again()
    path.unlink()
    (built / "udgivelser/2014/statusrapport.md").unlink()
    assert not again()


def test_a_year_more_is_built_anew(again: Callable[..., bool], built: Path) -> None:
    """A folder for a year is seen before there is a file in it."""
    (built / "indberetninger/2012").mkdir()
    assert not again()
    assert again()


@pytest.mark.parametrize(
    "words",
    [
        ("build", "2014", "--format", "md", "--document", "statusrapport"),
        ("build", "--format", "html", "--document", "statusrapport"),
        ("build", "--format", "md", "--document", "faktaark-tmf"),
        (*BUILD, "--draft"),
        (*BUILD, "--output", "andetsteds"),
        (*BUILD, "--no-cache"),
    ],
)
def test_other_words_are_another_build(again: Callable[..., bool], words: tuple[str, ...]) -> None:
    """What was not asked for before is built."""
    assert not again(*words)


@pytest.mark.parametrize(
    ("name", "is_gone"), [("statusrapport.md", True), ("statusrapport.md", False), ("manifest.json", False)]
)
def test_an_edition_that_is_not_whole_is_built_anew(
    again: Callable[..., bool], built: Path, name: str, *, is_gone: bool
) -> None:
    """A file that somebody has edited or taken away is made as it was."""
    path = built / "udgivelser/2014" / name
    before = path.read_bytes()
    if is_gone:
        path.unlink()
    else:
        path.write_bytes(before + b" ")
    assert not again()
    assert path.read_bytes() == before
    assert again()


def test_findings_are_said_again(program: Program, folder: Path) -> None:
    """What is wrong with the files of a draft is shown as it was."""
    (folder / "indberetninger/2014/oekf.yaml").unlink()
    words = (*BUILD, "--draft")
    first = program(*words, cwd=folder)
    assert (first.code, ": fejl FR" in first.err) == (0, True)
    run = program(*words, cwd=folder)
    assert (run.code, run.out, run.err) == (0, first.out, first.err + UNCHANGED)


def test_warnings_stop_a_strict_build_every_time(program: Program, folder: Path) -> None:
    """The answer to a build without --strict, with its warnings, is none to one with it."""
    (folder / "indberetninger/politik").mkdir()
    put(folder, "politik/faelles.yaml", POLICY.replace("uoplyst", "2012-08-25"))
    first = program(*BUILD, cwd=folder)
    assert (first.code, ": advarsel FR" in first.err) == (0, True)
    assert program(*BUILD, cwd=folder).err == first.err + UNCHANGED
    for _ in range(2):
        strict = program(*BUILD, "--strict", cwd=folder)
        assert (strict.code, UNCHANGED in strict.err) == (1, False)


def test_errors_are_found_every_time(program: Program, folder: Path) -> None:
    """A build that was stopped is no answer, and neither is that of the files before the error."""
    assert program(*BUILD, cwd=folder).code == 0
    put(folder, "2014/tmf.yaml", "forvaltning: TMF\n")
    assert [program(*BUILD, cwd=folder).code for _ in range(2)] == [1, 1]


def test_a_commit_is_built_anew(program: Program, folder: Path) -> None:
    """The manifest names the commit: another one is another edition."""
    git(folder, "init", "-q")
    git(folder, "add", "indberetninger")
    git(folder, "commit", "-qm", "Første")
    assert program(*BUILD, cwd=folder).code == 0
    assert UNCHANGED in program(*BUILD, cwd=folder).err
    git(folder, "commit", "-qm", "Anden", "--allow-empty")
    assert UNCHANGED not in program(*BUILD, cwd=folder).err


def test_a_copy_elsewhere_is_another_folder(program: Program, folder: Path, tmp_path: Path) -> None:
    """Two folders with the same files have each their edition."""
    assert program(*BUILD, cwd=folder).code == 0
    other = shutil.copytree(folder, tmp_path / "kopi")
    assert UNCHANGED not in program(*BUILD, cwd=other).err


def test_the_same_words_elsewhere_are_another_build(program: Program, folder: Path, tmp_path: Path) -> None:
    """Where one stands says which folder »ud« is."""
    for name in ("her", "der"):
        (tmp_path / name).mkdir()
        run = program(*BUILD, "--folder", folder, "--output", "ud", cwd=tmp_path / name)
        assert (run.code, UNCHANGED in run.err) == (0, False)
        assert (tmp_path / name / "ud/statusrapport.md").exists()


def test_the_archive_too(program: Program, folder: Path) -> None:
    """With --archive the package is one of the files that must be as they were."""
    (folder / "skabeloner").mkdir()
    page = "<!doctype html><html lang='da'><head><title>Prøve</title></head><body><h1>Prøve</h1></body></html>\n"
    for name in ("statusrapport", "faktaark", "kort-udgave"):
        (folder / f"skabeloner/{name}.html.j2").write_text(page, encoding="utf-8")
    words = ("build", "--archive")
    first = program(*words, cwd=folder)
    assert first.code == 0, first.err
    assert UNCHANGED in program(*words, cwd=folder).err
    (folder / "udgivelser/2014/arkiv-2014.zip").unlink()
    run = program(*words, cwd=folder)
    assert (run.code, run.out) == (0, first.out)
    assert UNCHANGED not in run.err


def test_nothing_heavy_is_loaded(process: Program, folder: Path) -> None:
    """The answer comes before templates, tables, rules or anything that reads a file has been loaded."""
    assert process(*BUILD, cwd=folder).code == 0
    run = process(*BUILD, cwd=folder, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert run.err.endswith(UNCHANGED)
    loaded = re.findall(r"^import time: .*\| +(\S+)$", run.err, re.MULTILINE)
    assert "frivilligrapport.cli.execution.unchanged" in loaded
    assert [name for name in loaded if name.startswith(HEAVY)] == []


@pytest.fixture
def build_of(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], list[str]]:
    """Build a PDF that is these bytes, twice; give what is said on standard error."""

    def twice(pdf: bytes) -> list[str]:
        monkeypatch.setattr(building, "build", lambda *_: {"statusrapport.pdf": pdf})
        runs = [program("build", "--format", "pdf", "--document", "statusrapport", cwd=folder) for _ in range(2)]
        assert [run.code for run in runs] == [0, 0]
        return [run.err for run in runs]

    return twice


def test_a_pdf_whose_checker_has_failed_is_made_anew(build_of: Callable[[bytes], list[str]]) -> None:
    """Where a checker is installed and a PDF has none of its marks, the next build tries again."""
    first, second = build_of(b"%PDF")
    assert "PDF/UA-1" in first
    assert second == first
    assert build_of(b"%PDF <pdfuaid:part>1</pdfuaid:part>") == ["", UNCHANGED]


def test_that_no_checker_is_installed_is_said_again(
    build_of: Callable[[bytes], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """There a PDF without the marks is all that there can be, and one is told each time."""
    monkeypatch.setattr(edition, "versions", dict)
    first, second = build_of(b"%PDF")
    assert "PDF/UA-1" in first
    assert second == first + UNCHANGED


def test_what_changes_while_it_is_built_is_no_answer(
    program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is saved meanwhile may or may not be in what was built: the next build is a new one."""

    def slowly(*given: Any) -> dict[str, bytes]:
        put(folder, "2014/bilag.txt", "Gemt imens.")
        return build(*given)

    with monkeypatch.context() as patch:
        patch.setattr(building, "build", slowly)
        assert program(*BUILD, "--draft", cwd=folder).code == 0
    (folder / "indberetninger/2014/bilag.txt").unlink()
    assert UNCHANGED not in program(*BUILD, "--draft", cwd=folder).err
    assert UNCHANGED in program(*BUILD, "--draft", cwd=folder).err
