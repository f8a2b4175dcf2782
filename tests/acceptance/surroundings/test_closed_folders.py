"""What cannot be opened, leads nowhere, or is not what its name says, as every command meets it."""

import os
from pathlib import Path

import pytest

from support.folders.work_folder import put, status_file
from support.program import Program

YEAR = "indberetninger/2014"
OF_THE_YEAR = [
    ["status"],
    ["status", "--reminder"],
    ["figures"],
    ["build", "--draft"],
    ["compare", "2013", "2014"],
    ["explain", "2014.frivillige"],
    ["explain", "frivillige"],
    ["new", "SOF", "--year", "2015"],
    ["new", "--all", "--year", "2015"],
    ["new-year", "2015"],
    ["formular", "SOF", "--year", "2015"],
    ["modtag", "tmf.yaml"],
    ["preview", "--no-browser"],
]


@pytest.fixture
def two_years(folder: Path) -> Path:
    """Give a work folder with a report for the year before, and a file that has come by mail."""
    (folder / "indberetninger/2013").mkdir()
    put(folder, "2013/rapport.yaml", "titel: Rapport\når: 2013\nforslag: ingen\n")
    (folder / "tmf.yaml").write_text(status_file("TMF"), encoding="utf-8")
    return folder


def close(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let a folder be one that the user may not open; these tests may be run by one who may open all."""
    scandir = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith(name):
            raise PermissionError(13, "nej", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)


@pytest.mark.parametrize("words", OF_THE_YEAR, ids=lambda words: "-".join(words[:2]))
@pytest.mark.parametrize("year", [2013, 2014])
def test_a_year_that_cannot_be_opened(
    words: list[str], year: int, two_years: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows what there is in it: no command tells of the year before instead, or of a year without files."""
    close(monkeypatch, f"indberetninger/{year}")
    run = program(*words, cwd=two_years)
    assert (run.code, run.out) == (4, "")
    assert f"indberetninger/{year}« kan ikke åbnes." in run.err
    assert not (two_years / "indberetninger/2015").exists()


def test_validate_finds_such_a_year(two_years: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a finding among the others, and `doctor` says it too."""
    close(monkeypatch, YEAR)
    for words in ([], [YEAR]):
        run = program("validate", *words, cwd=two_years)
        assert run.code == 1
        assert run.out.startswith(f"{YEAR}:1:1: fejl FR007: Mappen kan ikke åbnes.")
    monkeypatch.setattr(os, "access", lambda path, _: not str(path).endswith(YEAR))
    told = program("doctor", cwd=two_years)
    assert told.code == 4
    assert f"{YEAR} kan ikke åbnes" in " ".join(told.out.split())


@pytest.mark.parametrize("command", ["status", "validate", "figures"])
def test_editions_that_cannot_be_opened(
    command: str, folder: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may not open what is published may still look at the files."""
    (folder / "udgivelser").mkdir()
    iterdir = Path.iterdir

    def closed(path: Path) -> object:
        if path.name == "udgivelser":
            raise PermissionError(13, "nej", str(path))
        return iterdir(path)

    monkeypatch.setattr(Path, "iterdir", closed)
    assert program(command, cwd=folder).code == 0


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["status"], 1, "Der kan ikke læses nogen forvaltninger i indberetninger/kommune.yaml."),
        (["new", "SOF", "--year", "2015"], 2, "indberetninger/kommune.yaml mangler eller kan ikke læses."),
        (["new", "--all", "--year", "2015"], 2, "indberetninger/kommune.yaml mangler eller kan ikke læses."),
        (["modtag", "tmf.yaml"], 2, "indberetninger/kommune.yaml mangler eller kan ikke læses."),
        (
            ["explain", "hest"],
            2,
            "»hest« er hverken en fejlkode, en vejledning eller et tals id, og intet tal har det i sig.\n   Der er ",
        ),
    ],
)
def test_without_a_register_nobody_is_told_that_all_is_well(
    words: list[str], code: int, says: str, two_years: Path, program: Program
) -> None:
    """Where no forvaltning is known, all have a file and none has one: neither is said."""
    put(two_years, "kommune.yaml", "kommune: [\n")
    run = program(*words, cwd=two_years)
    assert run.code == code
    assert run.err.startswith(says)


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("2014/rapport.yaml", "2014/rapport.yaml:1:1: fejl FR007: »rapport.yaml« er en mappe og ikke en fil."),
        ("2014/tmf.yaml", "2014/tmf.yaml:1:1: fejl FR007: »tmf.yaml« er en mappe og ikke en fil."),
        ("kommune.yaml", "kommune.yaml:1:1: fejl FR007: »kommune.yaml« er en mappe og ikke en fil."),
    ],
)
def test_a_folder_with_a_files_name(place: str, says: str, folder: Path, program: Program) -> None:
    """It is told of at its place: the year does not just lose its report, and is still the newest."""
    (folder / "indberetninger" / place).unlink()
    (folder / "indberetninger" / place).mkdir()
    run = program("validate", cwd=folder)
    assert run.code == 1
    assert f"indberetninger/{says}" in run.out
    assert "for 2014" in program("status", cwd=folder).out


def test_a_file_with_a_years_name(two_years: Path, program: Program) -> None:
    """The year that seems to be there is told of as what it is."""
    (two_years / "indberetninger/2015").write_text("", encoding="utf-8")
    run = program("validate", cwd=two_years)
    assert run.code == 1
    assert "Et år er en mappe. Giv filen et andet navn, og lav mappen indberetninger/2015." in run.out


def test_links_that_lead_nowhere(folder: Path, program: Program) -> None:
    """One is told of as a link; a ring where something is to be written stops it with a sentence and no bug."""
    (folder / YEAR / "tmf.yaml").unlink()
    (folder / YEAR / "tmf.yaml").symlink_to("væk.yaml")
    run = program("validate", f"{YEAR}/tmf.yaml", cwd=folder)
    assert (run.code, run.err.splitlines()[0]) == (2, f"»{YEAR}/tmf.yaml« er en genvej til noget, der ikke er der.")
    (folder / "udgivelser").symlink_to("udgivelser")
    ring = program("build", "--draft", "--format", "md", "--document", "statusrapport", cwd=folder)
    assert ring.code == 4
    assert "udgivelser/2014« kan ikke skrives" in ring.err
    assert "hvor der skulle være en mappe" in ring.err


def test_a_template_that_cannot_be_opened(folder: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """`validate` finds what would stop `build`."""
    (folder / "skabeloner").mkdir()
    (folder / "skabeloner/egen.css").write_text("p { color: #000 }", encoding="utf-8")
    read_bytes = Path.read_bytes

    def locked(path: Path) -> bytes:
        if path.name == "egen.css":
            raise PermissionError(13, "nej", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", locked)
    run = program("validate", cwd=folder)
    assert run.code == 1
    assert run.out.startswith("skabeloner/egen.css:1:1: fejl FR007: Filen kan ikke åbnes.")
