"""`modtag`, as a coordinator takes in what has come by mail."""

import zipfile
from pathlib import Path

import pytest

from support.folders.work_folder import status_file
from support.program import Program

OWN = "indsatser:\n  - id: dag\n    navn: Dagen\n    tilstand: afholdt\n    tal:\n      frivillige: {}\n"


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """Give the folder that mailed files lie in."""
    (tmp_path / "Mail").mkdir()
    return tmp_path / "Mail"


def came(mail: Path, name: str, unit: str, number: str = "15") -> Path:
    """Put a file from a forvaltning among the mailed ones."""
    (mail / name).write_text(status_file(unit, OWN.format(number)), encoding="utf-8")
    return mail / name


def names(folder: Path) -> set[str]:
    """Give all files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_files_with_any_name_find_their_place(program: Program, folder: Path, mail: Path) -> None:
    """Each lies under the forvaltning's own name, byte for byte, and the one before is kept beside the data."""
    before = (folder / "indberetninger/2014/tmf.yaml").read_bytes()
    first, second = came(mail, "Status endelig (2).txt", "TMF"), came(mail, "til rapporten.yaml", "SOF", "7")
    run = program("modtag", first, second, cwd=folder)
    placed = [folder / "indberetninger/2014" / name for name in ("tmf.yaml", "sof.yaml")]
    assert (run.code, run.out.splitlines()) == (0, [str(one) for one in placed])
    assert [one.read_bytes() for one in placed] == [first.read_bytes(), second.read_bytes()]
    assert "Status endelig (2).txt er fra TMF, 2014. Den før er gemt i tidligere/2014/tmf-1.yaml." in run.err
    assert (folder / "tidligere/2014/tmf-1.yaml").read_bytes() == before
    again = program("modtag", first, cwd=folder)
    assert (again.code, "Den før" in again.err) == (0, False)
    assert program("validate", cwd=folder).code == 0


def test_what_is_wrong_in_a_file_is_shown(program: Program, folder: Path, mail: Path) -> None:
    """A file with an error is in its place, and the error is told of as validate tells it."""
    run = program("modtag", came(mail, "a.yaml", "TMF", "20-30.000"), cwd=folder)
    assert run.code == 1
    assert "indberetninger/2014/tmf.yaml:14:19: fejl FR201" in run.err


@pytest.mark.parametrize(
    ("name", "member", "hint"),
    [
        ("svar.docx", "word/document.xml", "gem den som ren tekst"),
        ("svar.xlsx", "xl/workbook.xml", "gem den som ren tekst"),
        ("svar.zip", "../tmf.yaml", "Pak zip-filen ud"),
    ],
)
def test_a_file_of_another_kind(program: Program, folder: Path, mail: Path, name: str, member: str, hint: str) -> None:
    """A Word document, a workbook or an archive is one sentence that says what to do, and nothing is touched."""
    with zipfile.ZipFile(mail / name, "w") as package:
        package.writestr(member, "<w/>")
    before = names(folder)
    run = program("modtag", mail / name, cwd=folder)
    assert (run.code, run.out, names(folder)) == (2, "", before)
    assert f"»{name}« kan ikke læses som en statusfil. Intet er lagt på plads." in run.err
    assert hint in run.err


def test_what_cannot_be_taken_in(program: Program, folder: Path, mail: Path) -> None:
    """Two from the same, another year, an unknown forvaltning, and no file: each one sentence, all or none."""
    good, twin = came(mail, "a.yaml", "TMF"), came(mail, "b.yaml", "TMF", "16")
    other = mail / "c.yaml"
    other.write_text(status_file("TMF", OWN.format("1")).replace("2014", "2013"), encoding="utf-8")
    cases = {
        (good, twin): "»a.yaml« og »b.yaml« er fra den samme forvaltning.",
        (good, other): "»c.yaml« handler om 2013 og ikke om 2014. Intet er lagt på plads.",
        (good, came(mail, "d.yaml", "XYZ")): "»XYZ« i »d.yaml« er ikke forkortelsen for en af kommunens forvaltninger.",
        (good, came(mail, "e.yaml", "Socialforvaltningen")): "Mente du »SOF«?\n   Skriv forvaltning: SOF i filen",
        (good, mail / "væk.yaml"): "findes ikke eller er ikke en fil.",
    }
    before = names(folder)
    for files, says in cases.items():
        run = program("modtag", *files, cwd=folder)
        assert (run.code, run.out, names(folder)) == (2, "", before)
        assert says in run.err


def test_personal_data_stops_all_of_them(program: Program, folder: Path, mail: Path) -> None:
    """A CPR number in one file is exit 3 before anything is copied, and its digits are not shown."""
    bad = came(mail, "b.yaml", "SOF")
    bad.write_text(bad.read_text("utf-8") + "# 010199-5000\n", encoding="utf-8")
    before = names(folder)
    run = program("modtag", came(mail, "a.yaml", "TMF"), bad, cwd=folder)
    assert (run.code, run.out, names(folder)) == (3, "", before)
    assert "5000" not in run.err


def test_a_file_of_another_year_that_is_asked_for(program: Program, folder: Path, mail: Path) -> None:
    """With --year the file goes to that year's folder."""
    other = came(mail, "c.yaml", "TMF")
    other.write_text(other.read_text("utf-8").replace("2014", "2013"), encoding="utf-8")
    assert program("modtag", other, "--year", "2013", cwd=folder).code == 0
    assert (folder / "indberetninger/2013/tmf.yaml").read_bytes() == other.read_bytes()


def test_the_form_itself(program: Program, folder: Path, mail: Path) -> None:
    """The page holds nothing of what was typed in it, so the file that it saves is asked for."""
    (mail / "sof-2014.html").write_bytes(b"<!DOCTYPE html>" + b" " * 2_000_000)
    run = program("modtag", mail / "sof-2014.html", cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("»sof-2014.html« er selve skemaet og ikke det, der er skrevet i det.")
    assert "Åbn det i browseren, og tryk på Gem." in run.err
