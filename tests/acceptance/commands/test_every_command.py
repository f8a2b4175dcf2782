"""What holds for every command: its help, what it needs, what stops it, and how a slip is answered."""

from pathlib import Path

import pytest

from support.folders.work_folder import put, status_file
from support.program import Program

# Each command that reads a work folder, as it is typed when all is well.
READING = [
    ["new-year", "2015"],
    ["new", "SOF", "--year", "2015"],
    ["new", "--all", "--year", "2015"],
    ["formular", "SOF", "--year", "2015"],
    ["formular", "--all", "--year", "2015"],
    ["modtag", "tmf.yaml"],
    ["status"],
    ["status", "--format", "json", "--reminder"],
    ["validate"],
    ["fix", "--yes"],
    ["preview", "--no-browser"],
    ["build"],
    ["build", "--draft"],
    ["figures", "--format", "json"],
    ["figures", "--indsatser"],
    ["compare", "2013", "2014"],
    ["explain", "2014.kurser"],
    ["explain", "kurser"],
]
SHOWS_IT = ("validate", "fix")  # on stdout, for that is what they are asked for
ENGLISH = {"Usage", "Options", "Arguments", "Commands", "Show", "default", "required", "str", "TEXT", "INTEGER"}


@pytest.mark.parametrize("words", [one for one in READING if one[0] != "preview"], ids=" ".join)
def test_a_number_that_must_not_leave_stops_it(words: list[str], program: Program, folder: Path) -> None:
    """A CPR number in any file is told of, masked, with exit 3; nothing is shown, and nothing is written."""
    put(folder, "2014/tmf.yaml", status_file("TMF") + "# 010199-5000\n")
    (folder / "indberetninger/2013").mkdir()
    put(folder, "2013/rapport.yaml", "titel: Rapport\når: 2013\nforslag: ingen\n")
    (folder / "tmf.yaml").write_text(status_file("TMF") + "# 010199-5000\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    run = program(*words, cwd=folder)
    assert run.code == 3
    assert "FR901" in (run.out if words[0] in SHOWS_IT else run.err)
    assert words[0] in SHOWS_IT or run.out == ""
    assert "5000" not in run.out + run.err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("words", [*READING, ["schema"], ["skabelon", "rapport.css"]], ids=" ".join)
def test_without_a_work_folder(words: list[str], program: Program, tmp_path: Path) -> None:
    """There is nothing to work on: one sentence, and what to do."""
    run = program(*words, cwd=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[0] == "Her er ingen mappe indberetninger, og heller ikke i mapperne over."


def test_the_help_is_danish(program: Program, tmp_path: Path) -> None:
    """No help page holds Typer's English words, and an argument is named as the page names it."""
    whole = program("--help", cwd=tmp_path).out
    names = [line.split()[0] for line in whole.partition("\nKommandoer:\n")[2].splitlines() if line[2:3] != " "]
    assert {one[0] for one in READING} < {*names}
    for words in ([], *([name] for name in names)):
        run = program(*words, "--help", cwd=tmp_path)
        assert run.code == 0
        assert run.out.startswith(" ".join(["Brug: frivilligrapport", *words, "[VALG]"]))
        assert not ENGLISH & set(run.out.replace(":", " ").replace("]", " ").replace("[", " ").split())
    assert program(cwd=tmp_path).out == whole


@pytest.mark.parametrize(
    ("words", "says", "hint"),
    [
        (("validat",), "Kommandoen »validat« findes ikke. Mente du validate?", "Kommandoerne er: init, new-year, new,"),
        (("bygg",), "Kommandoen »bygg« findes ikke. Mente du byg?", "Kommandoerne er: init, new-year, new,"),
        (("hjælp",), "Kommandoen »hjælp« findes ikke. Mente du --help?", "Kommandoerne er: init,"),
        (("tmf.yaml",), "Kommandoen »tmf.yaml« findes ikke.", "Skriv frivilligrapport validate tmf.yaml for at se"),
        (("--strikt",), "Valgmuligheden »--strikt« findes ikke.", "Skriv frivilligrapport --help for at se, hvad der"),
        (("explain",), "»KODE|TAL|VEJLEDNING« mangler.", "Skriv frivilligrapport explain --help"),
        (("build", "i år"), "»i år« er ikke et årstal.", "Skriv for eksempel frivilligrapport build 2014."),
        (("build", "2014", "2015"), "Der er skrevet for meget efter kommandoen.", "Skriv frivilligrapport build"),
        (("build", "2099"), "Der er ingen indberetninger for 2099.", "Årene i mappen indberetninger er: 2014."),
        (("build", "--format", "docx"), "Formatet »docx« kendes ikke.", "Formaterne er md, html, pdf, xlsx, csv."),
        (("build", "--format"), "Valgmuligheden »--format« mangler en værdi.", "Skriv frivilligrapport build --help"),
        (("build", "--document", "brev"), "Dokumentet »brev« kendes ikke. Mente du returbrev?", "Dokumenterne er: "),
        (
            ("build", "--draft", "--strict"),
            "--draft og --strict kan ikke bruges sammen.",
            "Et udkast bygges, hvad der",
        ),
        (("build", "--jobs"), "Valgmuligheden »--jobs« mangler en værdi.", "Skriv frivilligrapport build --help"),
        (("build", "--jobs", "0"), "»--jobs« skal være et helt tal, 1 eller mere.", "Skriv frivilligrapport build"),
        (("preview", "--port", "x"), "»--port« skal være et helt tal.", "Skriv frivilligrapport preview --help"),
        (("figures", "14"), "»14« er ikke et årstal.", "Skriv for eksempel frivilligrapport figures 2014."),
        (("figures", "--format", "pdf"), "Formatet »pdf« kendes ikke.", "Formaterne er text, csv, xlsx, json, data"),
        (("figures", "--by", "alder"), "Tallene kan ikke deles op efter »alder«.", "Vælg mellem forvaltning, tema,"),
        (("status", "2099"), "Der er ingen indberetninger for 2099.", "Årene i mappen indberetninger er: 2014."),
        (("status", "--format", "pdf"), "Formatet »pdf« kendes ikke.", "Formaterne er text, markdown, json."),
        (
            ("status", "--reminder=ja"),
            "Valgmuligheden »--reminder« tager ingen værdi.",
            "Skriv frivilligrapport status",
        ),
        (("status", "--folder", "note.txt"), "»note.txt« er en fil og ikke en mappe.", "Angiv den mappe, som mappen"),
        (("doctor", "--folder", "note.txt"), "»note.txt« er en fil og ikke en mappe.", "Angiv den mappe, som mappen"),
        (("doctor", "--folder", "nix"), "Mappen »nix« findes ikke.", "Angiv den mappe, som mappen indberetninger"),
        (("validate", "--folder", "nix"), "Mappen »nix« findes ikke.", "Angiv den mappe, som mappen indberetninger"),
        (("validate", "--strik"), "Valgmuligheden »--strik« findes ikke. Mente du --strict?", "Skriv frivilligrapport"),
        (("validate", "TMF.yaml"), "»TMF.yaml« findes ikke.", "Mente du indberetninger/2014/tmf.yaml?"),
        (("validate", "2014"), "»2014« findes ikke.", "Mente du indberetninger/2014?"),
        (("validate", "tfm.yaml"), "»tfm.yaml« findes ikke.", "Se efter, om navnet er stavet rigtigt."),
        (("validate", "tmf"), "»tmf« findes ikke.", "Mente du indberetninger/2014/tmf.yaml?"),
        (("validate", "2014/tmf.yml"), "»2014/tmf.yml« findes ikke.", "Mente du indberetninger/2014/tmf.yaml?"),
        (("fix", "tmf.yaml:12:3"), "»tmf.yaml:12:3« findes ikke.", "Mente du indberetninger/2014/tmf.yaml?"),
    ],
    ids=" ".join,
)
def test_a_slip_is_answered_with_what_to_type(
    program: Program, folder: Path, words: tuple[str, ...], says: str, hint: str
) -> None:
    """Exit 2, one sentence that says what is wrong, and what was probably meant or where that is told."""
    (folder / "note.txt").touch()
    run = program(*words, cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[0] == says
    assert run.err.splitlines()[1].startswith(f"   {hint}")


@pytest.mark.parametrize(("typed", "year"), [("tmf.yml", 2015), ("indberetninger/2014/tmf.yml", 2014)])
def test_the_year_that_was_typed_is_the_one_that_was_meant(
    typed: str, year: int, program: Program, folder: Path
) -> None:
    """Of files with the name that was meant, the newest is named, unless a folder was typed."""
    (folder / "indberetninger/2015").mkdir()
    put(folder, "2015/tmf.yaml", status_file("TMF", year=2015))
    assert f"Mente du indberetninger/{year}/tmf.yaml?" in program("validate", typed, cwd=folder).err
