"""`build`, as the coordinator and CI run it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from support.editions import Editions
from support.folders.work_folder import RAPPORT, put, status_file, write_folder
from support.program import Program

DOCUMENTS = [
    f"{name}.{kind}"
    for name in ("faktaark-tmf", "foelgenotat", "kort-udgave", "statusrapport")
    for kind in ("html", "md", "pdf")
]
SHEETS = ("build", "--document", "faktaark")


def documents_in(output: Path) -> list[str]:
    """Name the documents in an output folder; the manifest beside them has tests of its own."""
    names = sorted(path.name for path in output.iterdir()) if output.exists() else []
    assert not names or "manifest.json" in names
    return [name for name in names if name != "manifest.json"]


def written(folder: Path) -> list[str]:
    """Name the documents that have been built in a work folder."""
    return documents_in(folder / "udgivelser" / "2014")


def test_the_2014_report(editions: Editions) -> None:
    """The honest 2014 data builds under --strict, writes each document three times and the index, and names them."""
    edition = editions("fullest")
    assert (edition.run.code, edition.run.err) == (0, "")
    named = [Path(line).name for line in edition.run.out.splitlines()]
    assert sorted(named) == documents_in(edition.folder)
    assert set(DOCUMENTS) <= set(named)
    assert named[:3] == [f"statusrapport.{kind}" for kind in ("md", "html", "pdf")]
    assert not any(name.startswith("returbrev") for name in named)
    documents = [name for name in named if name != "index.html" and not name.startswith("tal.")]
    assert len(documents) == 3 * len({name.rpartition(".")[0] for name in documents})


def test_the_figures_of_the_edition_lie_beside_it(program: Program, folder: Path) -> None:
    """A build writes the workbook that `figures` does, also over an earlier one of it, and every figure as csv."""
    assert program("figures", "--format", "xlsx", cwd=folder).code == 0
    status = folder / "indberetninger/2014/tmf.yaml"
    status.write_text(status.read_text(encoding="utf-8") + "tal:\n  projekter: 21\n", encoding="utf-8")
    run = program("build", "--format", "html,xlsx,csv", cwd=folder)
    assert run.code == 0, run.err
    out = folder / "udgivelser/2014"
    assert "tmf.projekter;" in (out / "tal.csv").read_text(encoding="utf-8-sig").replace("2014.", "")
    index = (out / "index.html").read_text(encoding="utf-8")
    assert '<a href="tal.xlsx">' in index
    assert 'href="tal.csv"' in index
    assert program("figures", "--format", "xlsx", "--output", folder / "tal.xlsx", cwd=folder).code == 0
    assert (out / "tal.xlsx").read_bytes() == (folder / "tal.xlsx").read_bytes()
    assert {"tal.xlsx", "tal.csv"} <= json.loads((out / "manifest.json").read_bytes())["filer"].keys()


def test_a_workbook_of_another_s_is_not_replaced(program: Program, folder: Path) -> None:
    """What is no earlier edition of the same stays, and nothing is written."""
    own = folder / "udgivelser/2014/tal.xlsx"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"PK mit eget")
    run = program("build", "--format", "xlsx", cwd=folder)
    assert (run.code, own.read_bytes()) == (4, b"PK mit eget")
    assert "er ikke lavet af frivilligrapport" in run.err


def test_only_the_formats_asked_for(program: Program, folder: Path) -> None:
    """--format chooses, and --output says where."""
    run = program("build", "--format", "md", "--output", folder / "ud", cwd=folder)
    assert run.code == 0
    assert {path.suffix for path in (folder / "ud").glob("statusrapport.*")} == {".md"}


@pytest.mark.parametrize(
    "break_it",
    [
        lambda folder: (folder / "indberetninger/2014/tmf.yaml").unlink(),
        lambda folder: (folder / "indberetninger/2014/tmf.yaml").write_bytes(b"forvaltning: 'TMF\n"),
        lambda folder: (folder / "indberetninger/2014/tmf-kopi.yaml").write_bytes(b"forvaltning: TMF\n"),
        lambda folder: (folder / "indberetninger/2014/tmf.yaml").write_text(
            status_file("TMF").replace("filstatus: klar", "filstatus: udkast"), encoding="utf-8"
        ),
    ],
    ids=["missing", "unreadable", "astray", "draft"],
)
def test_errors_stop_the_build_and_a_draft_goes_on(
    program: Program, folder: Path, break_it: Callable[[Path], object]
) -> None:
    """With an error nothing is written and the findings are on stderr; --draft writes all the same and exits 0."""
    break_it(folder)
    run = program("build", "--format", "md", cwd=folder)
    assert (run.code, run.out, written(folder)) == (1, "", [])
    assert ": fejl FR" in run.err
    assert "Intet er skrevet." in run.err
    draft = program("build", "--draft", "--format", "md", cwd=folder)
    assert draft.code == 0
    assert "statusrapport.md" in written(folder)
    assert "UDKAST" in (folder / "udgivelser/2014/statusrapport.md").read_text(encoding="utf-8")


def test_a_draft_says_what_is_missing(program: Program, folder: Path) -> None:
    """A missing and an unreadable delivery are said aloud, with how many have come."""
    (folder / "indberetninger/2014/tmf.yaml").unlink()
    (folder / "indberetninger/2014/sof.yaml").write_bytes(b"forvaltning: 'SOF\n")
    assert program("build", "--draft", "--format", "md", cwd=folder).code == 0
    text = (folder / "udgivelser/2014/statusrapport.md").read_text(encoding="utf-8")
    assert "Modtaget fra 1 af 3 forvaltninger" in text
    assert "ikke modtaget" in text
    assert "modtaget, men kan ikke læses" in text


def test_warnings_stop_only_a_strict_build(program: Program, folder: Path) -> None:
    """A warning is told and the report is built; under --strict nothing is written."""
    path = folder / "indberetninger/2014/sof.yaml"
    path.write_text(status_file("SOF").replace("forslag: ingen", "forslag: uoplyst"), encoding="utf-8")
    strict = program("build", "--strict", "--format", "md", cwd=folder)
    assert (strict.code, written(folder)) == (1, [])
    run = program("build", "--format", "md", cwd=folder)
    assert run.code == 0
    assert "statusrapport.md" in written(folder)
    assert "advarsel FR312" in run.err


def test_an_output_folder_that_cannot_be_written(program: Program, folder: Path) -> None:
    """A file in the output folder's place gives one sentence and exit 4."""
    (folder / "udgivelser").write_text("", encoding="utf-8")
    run = program("build", "--format", "md", cwd=folder)
    assert (run.code, run.out) == (4, "")
    assert "kan ikke skrives" in run.err
    assert len(run.err.splitlines()) == 2


@pytest.mark.parametrize("name", ["statusrapport.md", "manifest.json"])
def test_a_file_of_the_users(name: str, program: Program, folder: Path) -> None:
    """A file that has an output's name and is not ours stays, and nothing is written beside it."""
    out = folder / "udgivelser/2014"
    out.mkdir(parents=True)
    (out / name).write_text("Mit eget.", encoding="utf-8")
    run = program("build", "--format", "md", cwd=folder)
    assert run.code == 4
    assert f"{name}« er ikke lavet af frivilligrapport og bliver ikke erstattet. Intet er skrevet." in run.err
    assert {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()} == {name: "Mit eget."}


def test_files_of_an_earlier_build_are_replaced(program: Program, folder: Path) -> None:
    """What an earlier build of other files made is ours too, though the edition since then is without it."""
    assert program(*SHEETS, "--format", "md,html", cwd=folder).code == 0
    put(folder, "2014/sof.yaml", status_file("SOF").replace("noget", "andet"))
    assert program(*SHEETS, "--format", "md", cwd=folder).code == 0
    assert program(*SHEETS, "--format", "md,html", cwd=folder).code == 0
    put(folder, "2014/sof.yaml", status_file("SOF"))
    assert program(*SHEETS, "--format", "html", cwd=folder).code == 0
    assert program(*SHEETS, "--format", "md", cwd=folder).code == 0


def test_what_lay_there_before(program: Program, folder: Path) -> None:
    """The same files give the same bytes, the manifest's too, whatever earlier builds left in the folder."""
    build = (*SHEETS, "--format", "md")
    assert program(*build, "--output", "ny", cwd=folder).code == 0
    put(folder, "2014/rapport.yaml", RAPPORT + "netværk:\n  tekst: Netværket har mødtes.\n")
    assert program(*SHEETS, "--format", "md,html", cwd=folder).code == 0
    put(folder, "2014/rapport.yaml", RAPPORT)
    assert program(*build, cwd=folder).code == 0
    out = folder / "udgivelser/2014"
    new = {path.name: path.read_bytes() for path in (folder / "ny").iterdir()}
    assert {name: (out / name).read_bytes() for name in new} == new
    rest = {path.name for path in out.iterdir()} - new.keys()
    told = json.loads((out / "tidligere-filer.json").read_text(encoding="utf-8"))
    assert {*told["tidligere_filer"], "tidligere-filer.json"} == rest


def test_a_list_of_the_users(program: Program, folder: Path) -> None:
    """A file named as the list of earlier files, that is another's, is neither read nor replaced."""
    assert program(*SHEETS, "--format", "md,html", cwd=folder).code == 0
    own = folder / "udgivelser/2014/tidligere-filer.json"
    own.write_text('{"tidligere_filer": ["statusrapport.pdf"]}', encoding="utf-8")
    put(folder, "2014/sof.yaml", status_file("SOF").replace("noget", "andet"))
    run = program(*SHEETS, "--format", "md", cwd=folder)
    assert run.code == 4
    assert "tidligere-filer.json« er ikke lavet af frivilligrapport" in run.err


@pytest.mark.parametrize("output", ["indberetninger", "indberetninger/2014", "skabeloner/ny"])
def test_an_output_folder_among_the_users_own_files(output: str, program: Program, folder: Path) -> None:
    """Nothing is written among the deliveries or the office's own templates."""
    run = program("build", "--format", "md", "--output", output, cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert "for der ligger jeres egne filer." in run.err


def test_a_failing_template_changes_nothing(program: Program, folder: Path) -> None:
    """A slip in the office's own template is told with its line, and the files of the last build stay as they were."""
    assert program("build", "--format", "md,html", cwd=folder).code == 0
    before = {path.name: path.read_bytes() for path in (folder / "udgivelser/2014").iterdir()}
    (folder / "skabeloner").mkdir()
    (folder / "skabeloner/statusrapport.html.j2").write_text("<p>\n{{ dokument.findes_ikke }}\n", encoding="utf-8")
    run = program("build", "--format", "md,html", cwd=folder)
    assert run.code == 1
    assert run.err.startswith("skabeloner/statusrapport.html.j2:2: ")
    assert {path.name: path.read_bytes() for path in (folder / "udgivelser/2014").iterdir()} == before


def test_the_offices_own_template_is_used(program: Program, folder: Path) -> None:
    """A template in the work folder takes the place of the built-in one."""
    (folder / "skabeloner").mkdir()
    (folder / "skabeloner/statusrapport.md.j2").write_text("# Vores egen\n", encoding="utf-8")
    assert program("build", "--format", "md", cwd=folder).code == 0
    assert (folder / "udgivelser/2014/statusrapport.md").read_text(encoding="utf-8") == "# Vores egen\n"


def test_validate_needs_neither_pandas_nor_weasyprint(process: Program, folder: Path, tmp_path: Path) -> None:
    """`validate` works on a machine where neither can be imported."""
    for name in ("pandas", "weasyprint"):
        (tmp_path / "uden" / name).mkdir(parents=True)
        (tmp_path / "uden" / name / "__init__.py").write_text("raise ImportError\n", encoding="utf-8")
    env = {"PYTHONPATH": os.pathsep.join([str(tmp_path / "uden"), os.environ.get("PYTHONPATH", "")])}
    assert process("validate", cwd=folder, env=env).code == 0
    assert process("--help", cwd=folder, env=env).code == 0


@pytest.mark.full
def test_a_draft_names_a_file_that_nobody_can_draw(tmp_path: Path, program: Program) -> None:
    """Signs that steer or that no font has stand as a box in the list of findings, and in the letters."""
    files = {"2014/tmf.yaml": status_file("TMF").replace("Der er sket noget.", "ไ"), "2014/\u202eไ.yaml": "a"}
    root = write_folder(tmp_path / "a", files)
    letter = program("build", "2014", "--draft", "--document", "returbrev", "--format", "md,html", cwd=root)
    assert letter.code == 0
    assert "Tegnet »□« (U+0E44" in (root / "udgivelser/2014/returbrev-tmf.html").read_text(encoding="utf-8")
    put(root, "2014/tmf.yaml", status_file("TMF"))
    report = program("build", "2014", "--draft", "--document", "statusrapport", "--format", "html", cwd=root)
    assert report.code == 0
    page = (root / "udgivelser" / "2014" / "statusrapport.html").read_text(encoding="utf-8")
    assert "2014/□□.yaml" in page.replace("<wbr>", "")
