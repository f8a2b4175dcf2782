"""An unchanged report is not laid out again, and nothing that can happen to what was kept is ever seen."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from support.program import Program

pytestmark = pytest.mark.full
PAGE = "<!doctype html><html lang='da'><head><title>Prøve</title></head><body><h1>Prøve</h1></body></html>\n"
BUILD = ("build", "--format", "pdf", "--document", "statusrapport")
HEAVY = ("weasyprint", "pydyf", "page", "pikepdf")


@pytest.fixture
def report(folder: Path) -> Path:
    """Give a work folder whose report is one line."""
    (folder / "skabeloner").mkdir()
    (folder / "skabeloner/statusrapport.html.j2").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[], list[Path]]:
    """List the PDFs in the user's cache folder; the pages beside them and the templates have their endings."""
    folder = tmp_path / "cache/frivilligrapport/documents"
    return lambda: sorted(path for path in folder.glob("*") if not path.suffix)


@pytest.fixture
def without(tmp_path: Path) -> dict[str, str]:
    """Give an environment in which nothing that makes or checks a PDF can be imported."""
    for name in HEAVY:
        (tmp_path / "uden" / name).mkdir(parents=True)
        (tmp_path / "uden" / name / "__init__.py").write_text("raise ImportError\n", encoding="utf-8")
    return {"PYTHONPATH": os.pathsep.join([str(tmp_path / "uden"), os.environ.get("PYTHONPATH", "")])}


def pdf(folder: Path) -> bytes:
    """Give the report."""
    return (folder / "udgivelser/2014/statusrapport.pdf").read_bytes()


def test_an_unchanged_report_costs_no_weasyprint(
    program: Program, process: Program, report: Path, kept: Callable[[], list[Path]], without: dict[str, str]
) -> None:
    """The second build gives the same PDF, and loads neither WeasyPrint nor the checker; a change needs both."""
    assert program(*BUILD, cwd=report).code == 0
    first = pdf(report)
    (report / "udgivelser/2014/statusrapport.pdf").unlink()
    again = process(*BUILD, cwd=report, env=without)
    assert (again.code, again.err) == (0, "")
    assert pdf(report) == first
    assert sorted(path.name for path in (report / "udgivelser/2014").iterdir()) == [
        "manifest.json",
        "statusrapport.pdf",
    ]
    assert len(kept()) == 1
    (report / "skabeloner/statusrapport.html.j2").write_text(PAGE.replace("Prøve", "Nyt"), encoding="utf-8")
    assert process(*BUILD, cwd=report, env=without).code != 0
    assert pdf(report) == first


def test_no_cache(
    program: Program, process: Program, report: Path, kept: Callable[[], list[Path]], without: dict[str, str]
) -> None:
    """With --no-cache nothing is kept, and nothing that was kept is used."""
    assert program(*BUILD, "--no-cache", cwd=report).code == 0
    assert kept() == []
    assert program(*BUILD, cwd=report).code == 0
    assert process(*BUILD, "--no-cache", cwd=report, env=without).code != 0


def test_a_damaged_document_is_made_anew(program: Program, report: Path, kept: Callable[[], list[Path]]) -> None:
    """The report is whole, nobody is told, and the next build has a whole one to take."""
    assert program(*BUILD, cwd=report).code == 0
    first, (one,) = pdf(report), kept()
    whole = one.read_bytes()
    one.write_bytes(whole[:-100])
    (report / "udgivelser/2014/statusrapport.pdf").unlink()
    again = program(*BUILD, cwd=report)
    assert (again.code, again.err) == (0, "")
    assert pdf(report) == first
    assert one.read_bytes() == whole


@pytest.mark.slow
def test_exchanged_documents(program: Program, report: Path, kept: Callable[[], list[Path]]) -> None:
    """Two documents exchanged in the cache are made anew: none is published as the other."""
    (report / "skabeloner/faktaark.html.j2").write_text(PAGE.replace("Prøve", "Ark"), encoding="utf-8")
    names = ("statusrapport", "faktaark-tmf")
    for name in names:
        assert program("build", "--format", "pdf", "--document", name, cwd=report).code == 0
    files = [report / "udgivelser/2014" / f"{name}.pdf" for name in names]
    before = [file.read_bytes() for file in files]
    first, second = kept()
    contents = first.read_bytes(), second.read_bytes()
    first.write_bytes(contents[1])
    second.write_bytes(contents[0])
    for file in files:
        file.unlink()
    for name in names:
        assert program("build", "--format", "pdf", "--document", name, cwd=report).code == 0
    assert [file.read_bytes() for file in files] == before
    assert (first.read_bytes(), second.read_bytes()) == contents


def test_where_nothing_can_be_kept(program: Program, report: Path, tmp_path: Path) -> None:
    """A cache folder that cannot be made costs time only."""
    (tmp_path / "cache").write_text("", encoding="utf-8")
    run = program(*BUILD, cwd=report)
    assert (run.code, run.err) == (0, "")


def test_a_check_makes_everything_itself(program: Program, report: Path, kept: Callable[[], list[Path]]) -> None:
    """`build --check` finds that a PDF is not what it should be, also when the cache says the same as the file."""
    assert program(*BUILD, cwd=report).code == 0
    false = b"%PDF <pdfuaid:part>1</pdfuaid:part>"
    (one,) = kept()
    one.write_bytes(sha256(f"{one.name}\n".encode() + false).hexdigest().encode() + b"\n" + false)
    (report / "udgivelser/2014/statusrapport.pdf").unlink()
    assert program(*BUILD, cwd=report).code == 0
    assert pdf(report) == false
    before = one.read_bytes()
    check = program("build", "--check", cwd=report)
    assert (check.code, check.out) == (1, "statusrapport.pdf: ændret\nmanifest.json: ændret\n")
    assert (pdf(report), one.read_bytes()) == (false, before)
