"""`formular`: one HTML file to fill in, made of the page, what it runs in, and one forvaltning's own files."""

import zipfile
from pathlib import Path

import pytest

from frivilligrapport import __version__
from frivilligrapport.cli.commands import formular
from frivilligrapport.formular.runtime import Runtime
from support.folders.small_years import body, indsats
from support.folders.two_years import write_years
from support.folders.work_folder import put
from support.form_corpus import data_of
from support.program import Program

RUNTIME = Runtime(b"pakket", "0.1.0", "314.0.7", "MPL-2.0 <tekst>", is_current=True)
OWN = "forvaltning: TMF\r\når: 2015\r\nukendt: 1  # min bemærkning </script>\r\n"


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A work folder with files of 2014, and a runtime that is there."""
    monkeypatch.setattr(formular, "find_runtime", lambda: RUNTIME)
    now = {"tmf": body(indsats("have", "projekter: 21", tilstand="i gang")), "sof": body(indsats("dag", "gæster: 200"))}
    root = write_years(tmp_path / "mappe", now, now)
    (root / "indberetninger/2015").mkdir()
    put(root, "2015/rapport.yaml", "titel: R\når: 2015\nforslag: ingen\n")
    return root


def test_a_form_begins_with_last_year_and_holds_nobody_else(program: Program, two: Path) -> None:
    """It is a new file with last year's indsatser, beside the files that its checks need; the bytes repeat."""
    run = program("formular", "TMF", "--year", "2015", cwd=two)
    path = two / "udsendelse/2015/tmf-2015.html"
    assert (run.code, run.out) == (0, f"{path}\n")
    page = path.read_text(encoding="utf-8")
    data = data_of(page)
    assert (data["forvaltning"], data["aar"], data["filnavn"]) == ("TMF", 2015, "tmf.yaml")
    assert data["sti"] == "indberetninger/2015/tmf.yaml"
    assert data["tekst"].count("UDFYLD") > 1
    names = ("kommune.yaml", "2014/tmf.yaml", "2014/rapport.yaml", "2015/rapport.yaml")
    assert {*data["filer"]} == {f"indberetninger/{name}" for name in names}
    assert "<title>TMF 2015: statusfil</title>" in page
    assert "connect-src data: blob:;" in page
    assert "MPL-2.0" in page
    first = path.read_bytes()
    path.unlink()
    assert program("formular", "tmf", "--year", "2015", "--output", "a.html", cwd=two).code == 0
    assert (two / "a.html").read_bytes() == first


def test_a_file_that_is_there_becomes_a_form_that_edits_it(program: Program, two: Path) -> None:
    """Byte for byte, with its own line ends and what the program does not know."""
    put(two, "2015/tmf.yaml", OWN)
    assert program("formular", "TMF", "--year", "2015", cwd=two).code == 0
    page = (two / "udsendelse/2015/tmf-2015.html").read_bytes().decode()
    assert data_of(page)["tekst"] == OWN


def test_a_form_for_all_who_lack_a_file(program: Program, two: Path) -> None:
    """Each gets a zip with the form and a letter about it; who has a file is left alone."""
    put(two, "2015/tmf.yaml", OWN)
    run = program("formular", "--all", "--year", "2015", cwd=two)
    assert run.code == 0, run.err
    made = sorted((two / "udsendelse/2015").iterdir())
    assert "sof-skema.zip" in [one.name for one in made]
    assert "tmf-skema.zip" not in [one.name for one in made]
    with zipfile.ZipFile(two / "udsendelse/2015/sof-skema.zip") as package:
        assert package.namelist() == ["LÆS MIG.txt", "sof-2015.html"]
        assert "dobbeltklik på sof-2015.html" in package.read("LÆS MIG.txt").decode("utf-8-sig")
    first = [one.read_bytes() for one in made]
    assert program("formular", "--all", "--year", "2015", cwd=two).code == 0
    assert [one.read_bytes() for one in made] == first


def test_the_letter_with_a_file_offers_the_form(program: Program, two: Path) -> None:
    """And who makes the files is told how the forms are made."""
    run = program("new", "--all", "--year", "2015", cwd=two)
    assert "frivilligrapport formular --all --year 2015" in run.err
    forms = program("formular", "--all", "--year", "2015", cwd=two)
    assert [Path(line).name for line in forms.out.splitlines()] == ["tmf-skema.zip", "sof-skema.zip", "oekf-skema.zip"]
    with zipfile.ZipFile(two / "udsendelse/2015/sof.zip") as package:
        letter = " ".join(package.read("LÆS MIG.txt").decode("utf-8-sig").split())
    assert "Hellere et skema, der åbner i browseren?" in letter


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("XYZ", "--year", "2015"), "Forvaltningen »XYZ« findes ikke i 2015."),
        (("TMF", "--year", "i år"), "»i år« er ikke et årstal."),
        (("TMF", "--year", "2015", "--from", "1999"), "Der er ingen fil fra TMF for 1999."),
        (("TMF",), "Året mangler."),
        (("TMF", "--year", "2015", "--from", "2015"), "--from 2015 er ikke før 2015."),
        (("TMF", "--year", "2015", "--output", "tmf.yaml"), "»tmf.yaml« ender ikke på .html."),
        (("TMF", "--year", "2015", "--output", "indberetninger/2015/a.html"), "Der kan ikke skrives i mappen"),
        (("TMF", "--all"), "--all laver skemaer til alle, der ikke er begyndt på en fil."),
        ((), "Forvaltningen mangler."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_made_is_one_sentence(program: Program, two: Path, words: tuple[str, ...], said: str) -> None:
    """It says what is wrong, and nothing is written."""
    run = program("formular", *words, cwd=two)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(said)
    assert not (two / "udsendelse").exists()


def test_a_file_that_is_no_text_cannot_be_a_form(program: Program, two: Path) -> None:
    """It is said what it is, and nothing is written."""
    put(two, "2015/tmf.yaml", b"PK\x03\x04 et dokument")
    run = program("formular", "TMF", "--year", "2015", cwd=two)
    assert run.code == 2
    assert run.err.startswith("indberetninger/2015/tmf.yaml kan ikke læses som tekst. Filen er ikke en tekstfil")
    assert not (two / "udsendelse").exists()


def test_a_file_of_the_year_is_never_passed_over(program: Program, two: Path) -> None:
    """One with a wrong name is told, and one that is there is not begun anew from another year."""
    put(two, "2015/TMF endelig.yaml", OWN)
    run = program("formular", "TMF", "--year", "2015", cwd=two)
    assert (run.code, run.err.partition("\n")[0]) == (
        2,
        "Der ligger allerede en fil fra TMF: indberetninger/2015/TMF endelig.yaml.",
    )
    (two / "indberetninger/2015/TMF endelig.yaml").rename(two / "indberetninger/2015/tmf.yaml")
    run = program("formular", "TMF", "--year", "2015", "--from", "2014", cwd=two)
    assert (
        run.err == "indberetninger/2015/tmf.yaml er der allerede, og det er den, skemaet retter.\n   Udelad --from.\n"
    )
    assert not (two / "udsendelse").exists()


def test_what_is_not_ours_is_not_overwritten(program: Program, two: Path) -> None:
    """A page of somebody else's at that name stays."""
    (two / "a.html").write_text("<title>Min side</title>", encoding="utf-8")
    run = program("formular", "TMF", "--year", "2015", "--output", "a.html", cwd=two)
    assert run.code == 4
    assert (two / "a.html").read_text(encoding="utf-8") == "<title>Min side</title>"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, "Det, som skemaet kører i, er ikke på denne maskine."),
        (RUNTIME._replace(is_current=False), "Det, som skemaet kører i, hører til en anden udgave af programmet."),
    ],
)
def test_without_a_runtime_the_one_command_is_told(
    program: Program, two: Path, monkeypatch: pytest.MonkeyPatch, found: Runtime | None, said: str
) -> None:
    """In a checkout it is made; elsewhere it is installed from its file, over another edition too."""
    monkeypatch.setattr(formular, "find_runtime", lambda: found)
    wheel = f"frivilligrapport_formular-{__version__}-py3-none-any.whl"
    commands = {
        True: ": make formular-runtime",
        False: f" i mappen med programmets filer: python -m pip install --no-deps --force-reinstall {wheel}",
    }
    for checkout, command in commands.items():
        monkeypatch.setattr(formular, "is_checkout", lambda there=checkout: there)
        run = program("formular", "TMF", "--year", "2015", cwd=two)
        assert (run.code, run.out) == (4, "")
        assert run.err == f"{said}\n   Kør denne kommando{command}\n"
