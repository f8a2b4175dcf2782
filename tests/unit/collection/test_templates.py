"""The work folder's own templates."""

from pathlib import Path

import pytest

from frivilligrapport.cli import boundary
from frivilligrapport.collection.templates import UnreadableTemplate, own_templates, template_files
from frivilligrapport.problems import ExitCode


def put(root: Path, name: str, content: bytes) -> None:
    """Write a file below the work folder's `skabeloner/`."""
    path = root / "skabeloner" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_no_templates(tmp_path: Path) -> None:
    """A work folder need not have templates."""
    assert own_templates(tmp_path) == {}


def test_texts_by_name(tmp_path: Path) -> None:
    """Templates, style sheets and drawings are read as text, by name; other files are left out."""
    put(tmp_path, "rapport.css", "p { color: grøn }".encode())
    put(tmp_path, "dele/_hoved.md.j2", b"\xef\xbb\xbf# Rapport")
    put(tmp_path, "logo.SVG", b"<svg/>")
    put(tmp_path, "skrift.ttf", b"\xff\x00")
    put(tmp_path, ".rapport.css.swp", b"\xff")
    assert own_templates(tmp_path) == {
        "rapport.css": "p { color: grøn }",
        "dele/_hoved.md.j2": "# Rapport",
        "logo.SVG": "<svg/>",
    }


def test_the_same_files_byte_for_byte(tmp_path: Path) -> None:
    """Line ends and a byte order mark are part of a file."""
    put(tmp_path, "rapport.css", b"p {}\r\n")
    put(tmp_path, "dele/_hoved.md.j2", b"\xef\xbb\xbf# Rapport")
    put(tmp_path, "skrift.ttf", b"\xff\x00")
    assert template_files(tmp_path) == {"rapport.css": b"p {}\r\n", "dele/_hoved.md.j2": b"\xef\xbb\xbf# Rapport"}


def test_a_template_that_is_no_utf8(tmp_path: Path) -> None:
    """A template saved in the old way is refused in plain Danish."""
    put(tmp_path, "forside.md.j2", "# Frivillighed på tværs".encode("cp1252"))
    with pytest.raises(UnreadableTemplate) as refused:
        own_templates(tmp_path)
    assert refused.value.message == "Skabelonen skabeloner/forside.md.j2 er ikke gemt som UTF-8."
    assert refused.value.hint.startswith("Gem filen igen med tegnsættet UTF-8.")


def test_a_template_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that is locked is refused too."""
    put(tmp_path, "forside.md.j2", b"# Rapport")

    def locked(*_args: object, **_kwargs: object) -> str:
        raise PermissionError

    monkeypatch.setattr(Path, "read_text", locked)
    with pytest.raises(UnreadableTemplate) as refused:
        own_templates(tmp_path)
    assert refused.value.message == "Skabelonen skabeloner/forside.md.j2 kan ikke åbnes."


def test_what_a_person_gets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The program ends with two sentences and a code of its own, no traceback."""
    put(tmp_path, "forside.md.j2", "# på".encode("cp1252"))
    assert boundary.guarded(lambda: own_templates(tmp_path)) == ExitCode.PROBLEMS
    assert capsys.readouterr().err == (
        "Skabelonen skabeloner/forside.md.j2 er ikke gemt som UTF-8.\n"
        "   Gem filen igen med tegnsættet UTF-8. I Notesblok: Filer → Gem som → Kodning: UTF-8.\n"
    )


def test_a_template_in_conflict_is_refused(tmp_path: Path) -> None:
    """A merge conflict is never printed by way of a template."""
    put(tmp_path, "forside.md.j2", b"# A\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> kollega\n")
    with pytest.raises(UnreadableTemplate) as refused:
        own_templates(tmp_path)
    assert refused.value.message.startswith("skabeloner/forside.md.j2:2: ")
    assert refused.value.message.endswith("den ene i linje 3, den anden i linje 5.")
