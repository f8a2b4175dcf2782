"""What stands beside an edition about how it was made, and `build --check`, which holds the one against the other."""

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from support.folders.work_folder import write_small
from support.git import git
from support.program import Program, in_process

BUILD = ("build", "--format", "md,html", "--document", "statusrapport")
CHECK = ("build", "--check")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an edition of 2014 without the PDF, which takes longest."""
    root = write_small(tmp_path_factory.mktemp("udgave") / "Prøve mappe")
    assert in_process(root)(*BUILD).code == 0
    return root


@pytest.fixture
def built(edition: Path, tmp_path: Path) -> Path:
    """Give a copy of the work folder with its edition."""
    return shutil.copytree(edition, tmp_path / "Prøve mappe")


def output(folder: Path) -> Path:
    """Give the folder of the edition."""
    return folder / "udgivelser" / "2014"


def manifest(folder: Path) -> dict[str, Any]:
    """Read the manifest."""
    content: dict[str, Any] = json.loads((output(folder) / "manifest.json").read_text(encoding="utf-8"))
    return content


def sum_of(path: Path) -> str:
    """Give a file's SHA-256."""
    return sha256(path.read_bytes()).hexdigest()


def edit(folder: Path, name: str, text: str) -> None:
    """Add a text to a file below the work folder, made if need be."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def test_every_file_is_told_by_its_sum(built: Path) -> None:
    """All that was read and all that was made is there, as sha256sum would say it."""
    told = manifest(built)
    names = sorted(path.relative_to(built).as_posix() for path in (built / "indberetninger").rglob("*.yaml"))
    assert told["indberetninger"] == {name: sum_of(built / name) for name in names}
    made = [output(built) / f"statusrapport.{ending}" for ending in ("html", "md")]
    assert told["filer"] == {path.name: {"bytes": path.stat().st_size, "sha256": sum_of(path)} for path in made}


def test_templates_fonts_and_versions(program: Program, folder: Path) -> None:
    """The office's own templates, those of the program, the fonts, and what lays out the pages are told."""
    edit(folder, "skabeloner/egen.css", "p { color: #123456 }\n")
    assert program(*BUILD, cwd=folder).code == 0
    told = manifest(folder)
    assert told["skabeloner"]["skabeloner/egen.css"] == sum_of(folder / "skabeloner/egen.css")
    assert {"indbygget/rapport.css", "indbygget/statusrapport.html.j2"} <= told["skabeloner"].keys()
    assert "indbygget/fonts/rapport-sans-400.woff2" in told["skrifter"]
    assert {"frivilligrapport", "jinja2", "markdown", "nh3", "pydyf", "python", "weasyprint"} <= told[
        "versioner"
    ].keys()


def test_neither_time_nor_place_nor_name(built: Path, tmp_path: Path) -> None:
    """Keys stand in order, and nothing says on which machine, when or by whom it was made."""
    text = (output(built) / "manifest.json").read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert str(tmp_path) not in text
    assert not {"bruger", "dato", "tid", "mappe"} & json.loads(text).keys()


def test_a_folder_in_git(program: Program, folder: Path) -> None:
    """The commit is told, and whether the deliveries are those of the commit; what is built is no change."""
    git(folder, "init", "-q")
    assert program(*BUILD, cwd=folder).code == 0
    assert manifest(folder)["git"] is None
    git(folder, "add", "indberetninger")
    git(folder, "commit", "-qm", "Første")
    commit = git(folder, "rev-parse", "HEAD")
    assert program(*BUILD, cwd=folder).code == 0
    assert manifest(folder)["git"] == {"commit": commit, "uden_ændringer": True}
    edit(folder, "indberetninger/2014/tmf.yaml", "# rettet\n")
    assert program(*BUILD, cwd=folder).code == 0
    assert manifest(folder)["git"] == {"commit": commit, "uden_ændringer": False}


def test_one_format_at_a_time_is_one_edition(program: Program, built: Path) -> None:
    """What is built later of the very same is added; when the deliveries have changed, only the new is told."""
    assert program("build", "--format", "md", "--document", "faktaark-tmf", cwd=built).code == 0
    assert set(manifest(built)["filer"]) == {"faktaark-tmf.md", "statusrapport.html", "statusrapport.md"}
    edit(built, "indberetninger/2014/tmf.yaml", "# rettet\n")
    assert program("build", "--format", "md", "--document", "statusrapport", cwd=built).code == 0
    assert set(manifest(built)["filer"]) == {"statusrapport.md"}


def test_all_is_as_it_was_built(program: Program, built: Path) -> None:
    """Exit 0 and a line for each file that was built, and for no other."""
    run = program(*CHECK, cwd=built)
    assert (run.code, run.err) == (0, "Alt er, som det blev bygget.\n")
    assert run.out == "statusrapport.md: uændret\nstatusrapport.html: uændret\nmanifest.json: uændret\n"


def test_what_differs_is_told_and_nothing_is_written(program: Program, built: Path) -> None:
    """A hand that edited, a file that is gone and a delivery that has changed: exit 1, and all stays as it lies."""
    edit(built, "udgivelser/2014/statusrapport.md", "Rettet i hånden.\n")
    (output(built) / "statusrapport.html").unlink()
    edit(built, "indberetninger/2014/sof.yaml", "# rettet\n")
    edit(built, "skabeloner/egen.css", "p { color: #123456 }\n")
    before = {path: path.read_bytes() for path in built.rglob("*") if path.is_file()}
    run = program(*CHECK, cwd=built)
    assert (run.code, run.err) == (1, "Byg igen med frivilligrapport build 2014.\n")
    assert run.out == (
        "statusrapport.md: ændret (rettet, efter at den blev bygget)\n"
        "statusrapport.html: mangler\n"
        "manifest.json: ændret\n"
        "\n"
        "Det, rapporten er bygget af, er ikke det samme som dengang:\n"
        "  indberetninger/2014/sof.yaml: ændret\n"
        "  skabeloner/egen.css: ny\n"
    )
    assert {path: path.read_bytes() for path in built.rglob("*") if path.is_file()} == before


def test_a_draft_is_checked_as_a_draft(program: Program, folder: Path) -> None:
    """What was published as a draft is built as one again, with no need to say so."""
    (folder / "indberetninger/2014/tmf.yaml").unlink()
    assert program(*BUILD, "--draft", cwd=folder).code == 0
    run = program(*CHECK, cwd=folder)
    assert run.code == 0
    assert run.err.endswith("Alt er, som det blev bygget.\n")


def test_errors_come_first(program: Program, built: Path) -> None:
    """With errors in the files there is nothing to compare with, and they are what is told."""
    (built / "indberetninger/2014/tmf.yaml").unlink()
    run = program(*CHECK, cwd=built)
    assert (run.code, run.out) == (1, "")
    assert ": fejl FR" in run.err


def test_without_a_manifest(program: Program, built: Path) -> None:
    """Files whose manifest is gone are compared all the same, and not called in order."""
    (output(built) / "manifest.json").unlink()
    run = program(*CHECK, "--format", "md", "--document", "statusrapport", cwd=built)
    assert (run.code, run.out) == (1, "statusrapport.md: uændret\nmanifest.json: mangler\n")
