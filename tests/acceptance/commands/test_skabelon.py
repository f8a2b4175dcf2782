"""`skabelon`, as who changes the report's look begins with it, and what a template may not lose."""

from pathlib import Path

import pytest

from support.folders.work_folder import status_file
from support.program import Program

OWN = "indsatser:\n  - id: dag\n    navn: Dagen\n    tilstand: afholdt\n"
BUILD = ("build", "--document", "statusrapport", "--format", "html", "--draft")


@pytest.mark.parametrize("words", [("rapport.css",), ("statusrapport.html.j2", "--blok", "kolofon")])
def test_a_copy_changes_nothing(program: Program, folder: Path, words: tuple[str, ...]) -> None:
    """A template or a block that is copied and not changed gives the same report, byte for byte."""
    (folder / "indberetninger/2014/tmf.yaml").write_text(status_file("TMF", OWN), encoding="utf-8")
    assert program(*BUILD, cwd=folder).code == 0
    before = (folder / "udgivelser/2014/statusrapport.html").read_bytes()
    run = program("skabelon", *words, cwd=folder)
    assert (run.code, run.out) == (0, f"{folder / 'skabeloner' / words[0]}\n")
    assert program(*BUILD, cwd=folder).code == 0
    assert (folder / "udgivelser/2014/statusrapport.html").read_bytes() == before


def test_a_block_that_is_changed(program: Program, folder: Path) -> None:
    """What is written in the block is on the page, and all else is the program's own."""
    program("skabelon", "_side.html.j2", "--blok", "bund", cwd=folder)
    place = folder / "skabeloner/_side.html.j2"
    place.write_text(place.read_text("utf-8").replace("{% endblock %}", "<p>Genbrugspapir.</p>{% endblock %}"), "utf-8")
    assert program(*BUILD, cwd=folder).code == 0
    assert "<p>Genbrugspapir.</p>" in (folder / "udgivelser/2014/statusrapport.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("statusrapport",), "Mente du statusrapport.html.j2 eller statusrapport.md.j2?"),
        (("--blok", "bund"), "Skriv for eksempel frivilligrapport skabelon _side.html.j2 --blok bund."),
        (("xyz",), "Se dem alle: frivilligrapport skabelon"),
        (("_side.html.j2", "--blok", "top"), "Blokkene i den er foerst, forside"),
        (("rapport.css", "--blok", "top"), "Kopiér hele filen: udelad --blok."),
    ],
)
def test_what_cannot_be_copied(program: Program, folder: Path, words: tuple[str, ...], says: str) -> None:
    """An unknown template or block is one sentence with what there is, and nothing is written."""
    run = program("skabelon", *words, cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert says in run.err
    assert not (folder / "skabeloner").exists()


def test_one_that_is_there_is_left_alone(program: Program, folder: Path) -> None:
    """The office's own template is not touched; without a name all the program's are listed."""
    place = folder / "skabeloner/rapport.css"
    place.parent.mkdir()
    place.write_text("p { color: #000 }", "utf-8")
    assert "findes allerede og er ikke rørt." in program("skabelon", "rapport.css", cwd=folder).err
    assert place.read_text("utf-8") == "p { color: #000 }"
    assert "rapport.css\n" in program("skabelon", cwd=folder).out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            '{% extends "_side.html.j2" %}\n\nTrykt på genbrugspapir.\n',
            ":3:1: fejl FR477: »Trykt på genbrugs",
        ),
        ('{% extends "_side.html.j2" %}\n{{ titel }}\n', ":2:1: fejl FR477: »{{ titel }}«"),
        ('{% extends "_side.html.j2" %}{% if titel %}\nTabt{% endif %}', ":2:1: fejl FR477: »Tabt«"),
        (
            '{% extends "_side.html.j2" %}\n{# Note. #}{% set a = 1 %}\n{% block bund %}Ord{% endblock %}\n',
            "",
        ),
        ('{# {% extends "_side.html.j2" %} #}Ord i en hel skabelon.', ""),
        ("Ord uden for blokke i en hel skabelon.{% block bund %}{% endblock %}", ""),
    ],
)
def test_text_outside_the_blocks(program: Program, folder: Path, text: str, says: str) -> None:
    """A template that goes on from another uses its blocks alone, so text beside them is told of at its place."""
    (folder / "skabeloner").mkdir()
    (folder / "skabeloner/_side.html.j2").write_text(text, "utf-8")
    out = program("validate", cwd=folder).out
    assert says in out
    assert ("FR477" in out) == bool(says)
