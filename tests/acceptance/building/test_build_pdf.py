"""`build` claims that a PDF keeps PDF/UA-1 and PDF/A-2a only when it has been checked."""

import os
from pathlib import Path

import pikepdf
import pytest

from support.folders.work_folder import status_file, write_folder
from support.pdf.tagged_pdf import TaggedPdf
from support.program import Program

pytestmark = pytest.mark.full
SPOKEN = "Vi kårede [Volunteer of the Year]{en} på Rådhuset."
PAGE = """\
<!doctype html><html lang="da"><head><title>Prøve</title></head>
<body><h1>Prøve</h1>{}</body></html>
"""


def own_template(folder: Path, body: str) -> None:
    """Let the office have a page of its own."""
    (folder / "skabeloner").mkdir()
    (folder / "skabeloner/statusrapport.html.j2").write_text(PAGE.format(body), encoding="utf-8")


def claims_of(folder: Path) -> tuple[bool, bool]:
    """Tell whether the report says that it keeps PDF/UA-1 and PDF/A-2a."""
    with pikepdf.open(folder / "udgivelser/2014/statusrapport.pdf") as pdf, pdf.open_metadata() as metadata:
        return metadata.get("pdfuaid:part") == "1", metadata.pdfa_status == "2A"


def test_a_checked_pdf_makes_both_claims(program: Program, folder: Path) -> None:
    """With the checker the file says both, and the program says nothing of it."""
    own_template(folder, "<p>I orden.</p>")
    run = program("build", "--format", "pdf", cwd=folder)
    assert (run.code, run.err) == (0, "")
    assert claims_of(folder) == (True, True)


def test_a_broken_rule_stops_the_build(program: Program, folder: Path) -> None:
    """Exit 4 with rule and reason in Danish, and nothing is written."""
    own_template(folder, "<h4>Springer et niveau over</h4>")
    run = program("build", "--format", "pdf", cwd=folder)
    assert (run.code, run.out) == (4, "")
    assert run.err == (
        "PDF'en overholder ikke kravene til tilgængelighed og arkivering:\n"
        "   PDF/UA-1, regel PDFUA1-HEADING-NESTING-001: overskrifternes niveauer følger ikke efter hinanden.\n"
        "   Intet er skrevet. Har I egne filer i mappen skabeloner, så prøv uden dem. "
        "Hjælper det ikke, er det en fejl i programmet: send teksten til dem, der passer det.\n"
    )
    assert not (folder / "udgivelser").exists()


def test_a_draft_is_checked_too(program: Program, folder: Path) -> None:
    """Also a draft is sent to people who hear it."""
    own_template(folder, "<h4>Springer et niveau over</h4>")
    assert program("build", "--draft", "--format", "pdf", cwd=folder).code == 4


def test_without_the_checker_the_pdf_claims_nothing(process: Program, folder: Path, tmp_path: Path) -> None:
    """On a machine without the extra the file is written, says neither, and stderr tells what to install."""
    own_template(folder, "<p>I orden.</p>")
    (tmp_path / "uden").mkdir()
    (tmp_path / "uden/page.py").write_text("raise ImportError\n", encoding="utf-8")
    env = {"PYTHONPATH": os.pathsep.join([str(tmp_path / "uden"), os.environ.get("PYTHONPATH", "")])}
    run = process("build", "--format", "pdf", cwd=folder, env=env)
    assert run.code == 0
    assert claims_of(folder) == (False, False)
    assert run.err == (
        "PDF'en er skrevet uden mærkerne for tilgængelighed (PDF/UA-1) og arkivering (PDF/A-2a), for det program, der\n"
        "kontrollerer dem, er ikke installeret. Skriv:\n"
        '    python -m pip install "frivilligrapport[pdfkontrol]"\n'
        "og byg igen.\n"
    )
    assert process("build", "--format", "md,html", cwd=folder, env=env).err == ""


def test_a_phrase_in_another_language_is_said_to_be_one(program: Program, tmp_path: Path) -> None:
    """The page and the PDF say the language, Markdown has the words alone, and none of them is lost on the way."""
    text = status_file("TMF").replace("perspektiver: ingen", f"perspektiver:\n  tekst: {SPOKEN}")
    root = write_folder(tmp_path / "r", {"2014/tmf.yaml": text})
    run = program("build", "2014", "--draft", "--document", "statusrapport", "--folder", root)
    assert run.code == 0, run.err
    place = root / "udgivelser" / "2014"
    assert '<span lang="en">Volunteer of the Year</span> på' in (place / "statusrapport.html").read_text("utf-8")
    assert "Vi kårede Volunteer of the Year på Rådhuset." in (place / "statusrapport.md").read_text("utf-8")
    pdf = TaggedPdf((place / "statusrapport.pdf").read_bytes())
    assert [(str(one.Lang), pdf.text(one)) for one in pdf.elements("Span") if "/Lang" in one] == [
        ("en", "Volunteer of the Year")
    ]
