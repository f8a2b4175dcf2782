"""`validate`, as a contact in a forvaltning runs it."""

from pathlib import Path

import pytest

from support.folders.work_folder import TWO_READINGS, put, status_file
from support.program import Program


def test_a_folder_without_faults(program: Program, folder: Path) -> None:
    """Nothing wrong gives exit 0, nothing on stdout and a sentence on stderr."""
    run = program("validate", cwd=folder)
    assert (run.code, run.out, run.err) == (0, "", "Ingen fejl.\n")


def test_a_finding_has_place_excerpt_underline_and_what_to_write(program: Program, folder: Path) -> None:
    """The whole text of a finding is as the design shows it."""
    path = put(folder, "2014/sof.yaml", status_file("SOF", TWO_READINGS))
    run = program("validate", path, cwd=folder)
    assert run.code == 1
    assert run.out == (
        "indberetninger/2014/sof.yaml:14:15: fejl FR201: »20-30.000« kan læses på to måder.\n"
        "   13 |     tal:\n"
        "   14 |       gæster: 20-30.000\n"
        "      |               ^^^^^^^^^\n"
        "   Skriv 20.000-30.000 eller 20-30 (i indsatsen »Smag Verden«).\n"
    )
    assert run.err == "1 fejl.\n"


def test_only_the_named_files_are_told_of(program: Program, folder: Path) -> None:
    """A contact sees what touches the own file, and the others' faults only without a path."""
    put(folder, "2014/sof.yaml", status_file("SOF", TWO_READINGS))
    own = folder / "indberetninger" / "2014" / "tmf.yaml"
    assert program("validate", own, cwd=folder).code == 0
    assert program("validate", cwd=folder).code == 1
    assert program("validate", folder / "indberetninger" / "2014", cwd=folder).code == 1


def test_from_inside_the_years_folder(program: Program, folder: Path) -> None:
    """The work folder is found from the current folder upwards."""
    put(folder, "2014/sof.yaml", status_file("SOF", TWO_READINGS))
    run = program("validate", "sof.yaml", cwd=folder / "indberetninger" / "2014")
    assert run.out.startswith("indberetninger/2014/sof.yaml:14:15: fejl FR201")


def test_a_lone_file(program: Program, tmp_path: Path) -> None:
    """A file outside any work folder is checked for what it says itself, and stderr says what was left out."""
    path = tmp_path / "min fil.yaml"
    path.write_text(status_file("XYZ", TWO_READINGS), encoding="utf-8")
    run = program("validate", "min fil.yaml", cwd=tmp_path)
    assert run.code == 1
    assert run.out.startswith("min fil.yaml:14:15: fejl FR201: ")
    assert "de andre filer" in run.err


def test_the_way_to_a_file_does_not_matter(program: Program, folder: Path) -> None:
    """A path with `..` in it, and one from the top, lead to the same findings."""
    path = put(folder, "2014/sof.yaml", status_file("SOF", TWO_READINGS))
    (folder / "indberetninger" / "2013").mkdir()
    for way in (Path("..") / "2014" / "sof.yaml", path.absolute()):
        assert program("validate", way, cwd=folder / "indberetninger" / "2013").code == 1


def test_a_file_beside_the_folder_is_a_lone_file(program: Program, folder: Path) -> None:
    """A status file that lies in the work folder but not among the deliveries is checked, not passed over."""
    (folder / "udkast.yaml").write_text(status_file("SOF", TWO_READINGS), encoding="utf-8")
    run = program("validate", "udkast.yaml", cwd=folder)
    assert run.code == 1
    assert run.out.startswith("udkast.yaml:14:15: fejl FR201")
    (folder / "brev.txt").write_text("Kære alle", encoding="utf-8")
    assert program("validate", "brev.txt", cwd=folder).code == 2


def test_one_bad_file_does_not_hide_another(program: Program, folder: Path) -> None:
    """A file that cannot be read and a fault in another are told together, in the files' order."""
    put(folder, "2014/oekf.yaml", b"\x00\x01\x02")
    put(folder, "2014/sof.yaml", status_file("SOF", TWO_READINGS))
    run = program("validate", cwd=folder)
    heads = [line for line in run.out.splitlines() if ": fejl " in line]
    assert [line.split(": ")[0] for line in heads] == [
        "indberetninger/2014/oekf.yaml:1:1",
        "indberetninger/2014/sof.yaml:14:15",
    ]


def test_strict_makes_warnings_count(program: Program, folder: Path) -> None:
    """A missing delivery is a warning: exit 0, and 1 under --strict."""
    (folder / "indberetninger" / "2014" / "tmf.yaml").unlink()
    assert program("validate", cwd=folder).code == 0
    assert program("validate", "--strict", cwd=folder).code == 1


@pytest.mark.parametrize("number", ["010199-5000", "0101995000", "610199 5000"])
def test_personal_data_stops_and_is_masked(program: Program, folder: Path, number: str) -> None:
    """A CPR number gives exit 3, and its last four digits are nowhere in the output."""
    text = status_file("SOF").replace("Der er sket noget.", f"Ring til {number} for mere.")
    put(folder, "2014/sof.yaml", text)
    run = program("validate", cwd=folder)
    assert run.code == 3
    assert "FR901" in run.out
    assert "5000" not in run.out + run.err
    build = program("build", "--draft", cwd=folder)
    assert build.code == 3
    assert "5000" not in build.out + build.err
    assert not (folder / "udgivelser").exists()


def test_an_empty_work_folder(program: Program, tmp_path: Path) -> None:
    """An empty `indberetninger` has no year to build, and validate says what is missing."""
    (tmp_path / "indberetninger").mkdir()
    run = program("build", cwd=tmp_path)
    assert run.code == 2
    assert run.err.startswith("Der er intet år med en rapport.yaml.")
    run = program("validate", cwd=tmp_path)
    assert run.code == 1
    assert "FR303" in run.out


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "cp1252"}, {"NO_COLOR": "1"}, {"TZ": "Asia/Tokyo"}]
)
def test_any_console(process: Program, folder: Path, env: dict[str, str]) -> None:
    """A console in another encoding or locale gets the findings, never a traceback."""
    put(folder, "2014/sof.yaml", status_file("SOF", TWO_READINGS))
    done = process("validate", cwd=folder, env=env | {"PYTHONIOENCODING": env.get("PYTHONIOENCODING", "utf-8")})
    assert done.code == 1
    assert "FR201" in done.out


def test_version(program: Program, tmp_path: Path) -> None:
    """--version names the program and its version."""
    assert program("--version", cwd=tmp_path).out == "frivilligrapport 0.1.0\n"


def test_a_file_that_is_not_read_is_no_all_clear(program: Program, folder: Path) -> None:
    """A link out of the folder is told of, and so is a named file that nobody looks into."""
    outside = folder.parent / "tmf.yaml"
    outside.write_text(status_file("TMF"), encoding="utf-8")
    link = folder / "indberetninger" / "2014" / "tmf.yaml"
    link.unlink(missing_ok=True)
    link.symlink_to(outside)
    run = program("validate", link, cwd=folder)
    assert (run.code, run.err) == (1, "1 fejl.\n")
    assert "Filen »tmf.yaml« er en genvej ud af mappen og bliver ikke læst." in run.out
    put(folder, "vejledning.pdf", b"%PDF")
    run = program("validate", "indberetninger/vejledning.pdf", cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert "»indberetninger/vejledning.pdf« bliver ikke læst, så der er ikke set efter fejl i den." in run.err
    run = program("validate", "indberetninger/vejledning.pdf", "indberetninger/kommune.yaml", cwd=folder)
    assert run.code == 0
    assert "ikke set efter fejl i den." in run.err


def test_a_delivery_in_another_format_is_named(program: Program, folder: Path) -> None:
    """A spreadsheet is told of in `validate` and in `status`, also beside a status file."""
    put(folder, "2014/sof.yaml", status_file("SOF"))
    put(folder, "2014/sof.xlsx", b"PK")
    assert "»sof.xlsx«" in program("validate", cwd=folder).out
    told = "SOF har afleveret indberetninger/2014/sof.xlsx, men det format kan programmet ikke læse."
    assert told in " ".join(program("status", cwd=folder).out.split())
    (folder / "indberetninger/2014/sof.yaml").unlink()
    out = program("validate", cwd=folder).out
    assert "SOF har afleveret »sof.xlsx«, men det format kan programmet ikke læse." in out
    assert "SOF har ikke afleveret for 2014." in out


def test_a_text_of_a_file_that_cannot_be_read(program: Program, folder: Path) -> None:
    """While a status file cannot be read, no text is called one that nobody names."""
    (folder / "indberetninger/2014/tekster").mkdir()
    put(folder, "2014/tekster/groen.md", "Vi passer byens natur.\n")
    assert "FR360" in program("validate", cwd=folder).out
    put(folder, "2014/tmf.yaml", b"\x89PNG\r\n\x1a\n\0\0")
    assert "FR360" not in program("validate", cwd=folder).out


def test_a_template_behind_a_link(program: Program, folder: Path) -> None:
    """A template that is a link out of the folder is not used, and told of."""
    (folder.parent / "egen.css").write_text("p { color: #123456 }\n", encoding="utf-8")
    (folder / "skabeloner").mkdir()
    (folder / "skabeloner/egen.css").symlink_to(folder.parent / "egen.css")
    run = program("validate", cwd=folder)
    assert run.code == 1
    assert "skabeloner/egen.css:1:1: fejl FR301: Filen »egen.css« er en genvej ud af mappen" in run.out


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["Status", "SOF", "endelig.yaml"], 'sæt det i anførselstegn: "Status SOF endelig.yaml"'),
        (["sof.yaml.txt"], "Notesblok har sat .txt på navnet. Kald filen sof.yaml."),
    ],
)
def test_a_name_as_mail_and_notepad_give_it(program: Program, tmp_path: Path, words: list[str], hint: str) -> None:
    """A name with spaces that is typed without quotation marks, and an ending that Windows hides, are understood."""
    (tmp_path / " ".join(words)).write_bytes(b"")
    for command in ("validate", "fix"):
        run = program(command, *words, cwd=tmp_path)
        assert (run.code, run.out) == (2, "")
        assert run.err.rstrip().endswith(hint)
