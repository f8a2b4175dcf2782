"""A story from a status file to the pages, and a picture that is withdrawn."""

import json
import zipfile
from pathlib import Path

import pytest

from support.folders.story import STORY, write_story
from support.program import Program

QUOTED = "»Jeg kom for at plante et træ og blev hængende, for her er der altid nogen at snakke med«"
WITHDRAWN = STORY + "      trukket_tilbage: 2015-03-01\n"


def test_a_story_is_told_in_chapter_fact_sheet_and_short_edition(tmp_path: Path, program: Program) -> None:
    """Title, text and quotation stand in all three; the picture and who took it in the chapter."""
    folder = write_story(tmp_path, STORY)
    run = program("build", "2014", "--format", "md,html", cwd=folder)
    assert (run.code, run.err) == (0, "")
    for name in (
        "statusrapport",
        "faktaark-tmf",
        "kort-udgave",
    ):
        for ending in ("md", "html"):
            page = (folder / "udgivelser" / "2014" / f"{name}.{ending}").read_text(encoding="utf-8")
            for words in (
                "Æbletræet på hjørnet",
                "Naboerne kom med spader.",
                QUOTED,
            ):
                assert words in page, (name, ending)
    chapter = (folder / "udgivelser" / "2014" / "statusrapport.html").read_text(encoding="utf-8")
    assert 'alt="Et æbletræ på et hjørne."' in chapter
    assert "<figcaption>Foto: Prøvefotograf</figcaption>" in chapter
    assert chapter.count("data:image/jpeg;base64,") == 1


def test_a_picture_by_almost_its_name_is_found(tmp_path: Path, program: Program) -> None:
    """The file that was probably meant is offered, and is not called one that nobody names."""
    run = program("validate", cwd=write_story(tmp_path, STORY.replace("billeder/træ.jpg", "billeder/tre.jpg")))
    assert run.code == 1
    assert "Skriv billeder/træ.jpg (i historien »Æbletræet på hjørnet«)." in run.out
    assert "FR360" not in run.out


@pytest.mark.full
def test_a_withdrawn_picture_is_gone_from_the_next_edition(tmp_path: Path, program: Program) -> None:
    """It is on no page and in no package; the story stays, and the manifest says when it was withdrawn."""
    folder = write_story(tmp_path, WITHDRAWN)
    run = program("build", "2014", "--archive", cwd=folder)
    assert (run.code, run.err) == (0, "")
    edition = folder / "udgivelser" / "2014"
    page = (edition / "statusrapport.html").read_text(encoding="utf-8")
    assert "data:image/jpeg" not in page
    assert "Æbletræet på hjørnet" in page
    manifest = json.loads((edition / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["billeder_trukket_tilbage"] == {"billeder/træ.jpg": "1. marts 2015"}
    (package,) = edition.glob("*.zip")
    with zipfile.ZipFile(package) as packed:
        assert not [name for name in packed.namelist() if "træ.jpg" in name]


def test_a_picture_withdrawn_from_one_story(tmp_path: Path, program: Program) -> None:
    """Another story that names the same file still shows it, and the one it is withdrawn from does not."""
    other = STORY.partition("historier:\n")[2].replace("Æbletræet på hjørnet", "Høsten")
    folder = write_story(tmp_path, WITHDRAWN + other)
    run = program("build", "2014", "--format", "html", "--document", "statusrapport", cwd=folder)
    assert (run.code, run.err) == (0, "")
    page = (folder / "udgivelser" / "2014" / "statusrapport.html").read_text(encoding="utf-8")
    assert page.count("data:image/jpeg;base64,") == 1
    assert page.index("Høsten") < page.index("data:image/jpeg;base64,")


def test_a_withdrawn_picture_may_be_deleted(tmp_path: Path, program: Program) -> None:
    """Nobody is asked for a file that must not be kept."""
    folder = write_story(tmp_path, WITHDRAWN)
    (folder / "indberetninger" / "2014" / "billeder" / "træ.jpg").unlink()
    assert program("validate", cwd=folder).code == 0


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("      alt_tekst: Et æbletræ på et hjørne.\n", "alt_tekst"),
        ("      grundlag: samtykke\n", "grundlag"),
    ],
)
def test_a_picture_without_words_or_right_is_an_error(line: str, told: str, tmp_path: Path, program: Program) -> None:
    """What it shows and why it may be shown must be told."""
    run = program("validate", cwd=write_story(tmp_path, STORY.replace(line, "")))
    assert run.code == 1
    assert f"Feltet »{told}« mangler" in run.out


@pytest.mark.slow
def test_a_picture_keeps_the_pdf_open_to_all(tmp_path: Path, program: Program) -> None:
    """The PDF passes both checks, is the same each time, and holds nothing of what the camera wrote."""
    folder = write_story(tmp_path, STORY)
    made = set()
    for _ in range(2):
        run = program("build", "2014", "--document", "statusrapport", "--no-cache", cwd=folder)
        assert (run.code, run.err) == (0, "")
        made.add((folder / "udgivelser" / "2014" / "statusrapport.pdf").read_bytes())
    (pdf,) = made
    assert b"hjemme hos mig" not in pdf
