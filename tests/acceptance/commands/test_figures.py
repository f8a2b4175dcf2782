"""`figures`, as the coordinator and other programs run it."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from frivilligrapport.models.indsats import Indsats
from support.folders.work_folder import put, status_file
from support.program import Program
from support.repository import GOLDEN, REPOSITORY, AsExpected

YEARS = ("2013", "2014")
DAY = "indsatser:\n  - id: dag\n    navn: Dagen\n    tilstand: afholdt\n    tal:\n      frivillige: {}\n"


def test_the_2014_totals_in_the_terminal(program: Program, as_expected: AsExpected) -> None:
    """The honest 2014 totals, readable at 80 columns; nothing is found fault with."""
    run = program("figures", "2014", cwd=REPOSITORY)
    assert (run.code, run.err) == (0, "")
    as_expected(GOLDEN / "tal-2014.txt", run.out)


def test_the_2014_totals_as_csv(program: Program, as_expected: AsExpected) -> None:
    """The table of totals, in the documented dialect."""
    out = program("figures", "2014", "--format", "csv", cwd=REPOSITORY).out
    assert out.startswith("\ufeff")
    assert out.count("\r\n") == out.count("\n")
    as_expected(GOLDEN / "totaler-2014.csv", out[1:].replace("\r\n", "\n"))


def test_all_tables_as_csv(program: Program, tmp_path: Path) -> None:
    """With a folder every table has a file, named on stdout, and the register has a row for each figure."""
    folder = tmp_path / "ud med mellemrum"
    run = program("figures", "--format", "csv", "--output", folder, "--by", "målgruppe", cwd=REPOSITORY)
    names = ["register.csv", "totaler.csv", "kontrol.csv", "indsatser.csv", "definitioner.csv", "per-maalgruppe.csv"]
    assert [Path(line).name for line in run.out.splitlines()] == names
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    text = (folder / "register.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    found = json.loads(program("figures", "--format", "json", cwd=REPOSITORY).out)
    assert [row["id"] for row in rows] == [row["id"] for row in found["register"]]


def test_json_for_other_programs(program: Program) -> None:
    """The totals of 2014 as numbers: volunteers from 13 and open, guests 20.000 to 30.000."""
    found = json.loads(program("figures", "2014", "--format", "json", cwd=REPOSITORY).out)
    totals = {(one["enhed"], one["tilstandsgruppe"]): one for one in found["totaler"]}
    volunteers, guests = totals["frivillige", "gennemført"], totals["gæster", "gennemført"]
    assert (volunteers["nedre"], volunteers["øvre"], volunteers["n"], volunteers["m"]) == (13, None, 2, 7)
    assert (guests["nedre"], guests["øvre"]) == (20000, 30000)
    gross = {one["enhed"]: one["nedre"] for one in found["brutto"] if one["tilstandsgruppe"] == "gennemført"}
    assert (totals["kurser", "gennemført"]["nedre"], gross["kurser"]) == (4, 7)


def test_every_indsats_of_every_year(program: Program) -> None:
    """Each indsats of all years is a row, also those without figures, with all its fields and its figures' ids."""
    rows = json.loads(program("figures", "--indsatser", "--format", "json", cwd=REPOSITORY).out)["indsatser"]
    registers = [json.loads(program("figures", year, "--format", "json", cwd=REPOSITORY).out) for year in YEARS]
    assert [row for one in registers for row in one["indsatser"]] == rows
    files = [*REPOSITORY.glob("indberetninger/2013/*.yaml"), *REPOSITORY.glob("indberetninger/2014/*.yaml")]
    written = [one for file in files for one in re.findall(r"^ +tilstand: ", file.read_text("utf-8"), re.MULTILINE)]
    assert len(rows) == len(written)
    told = [one for year in registers for one in year["register"] if one["indsats"]]
    by_id = {one: row for row in rows for one in row["tal"]}
    assert {one["id"]: (one["forvaltning"], one["indsats"]) for one in told} == {
        one: (row["forvaltning"], row["indsats"]) for one, row in by_id.items()
    }
    assert {name.replace("æ", "ae").replace("ø", "oe").replace("å", "aa") for name in rows[0]} >= {
        name for name in Indsats.fields if name not in {"id", "navn", "tal", "faelles"}
    }


@pytest.mark.parametrize("wanted", ["csv", "json", "text", "xlsx"])
def test_the_indsatser_in_every_format(wanted: str, program: Program, folder: Path) -> None:
    """All fields stand in each file, the policy's points too, and the screen lists name and state."""
    words = "politik:\n  - punkt: 3\n    indsatser: [dag]\n"
    place = folder / "indberetninger/2014/tmf.yaml"
    place.write_text(status_file("TMF", DAY.format("15") + words), encoding="utf-8")
    run = program("figures", "2014", "--indsatser", "--format", wanted, cwd=folder)
    assert run.code == 0
    if wanted == "xlsx":
        assert (folder / "udgivelser/2014/indsatser.xlsx").is_file()
    elif wanted == "text":
        assert "TMF 2014\n\nId   Navn   Tilstand\ndag  Dagen  afholdt\n" in run.out
    else:
        assert "2014.tmf.dag.frivillige" in run.out
        assert {"csv": ";3;2014.tmf", "json": '"politikpunkter": [\n        "3"'}[wanted] in run.out


def test_what_the_indsatser_cannot_be_split_by(program: Program, folder: Path) -> None:
    """--by is for totals; asked for with the indsatser it is one sentence and nothing is printed."""
    run = program("figures", "--indsatser", "--by", "tema", cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert "Indsatserne kan ikke deles op med --by." in run.err


@pytest.mark.parametrize("wanted", ["csv", "json", "text"])
def test_the_same_bytes_everywhere(process: Program, wanted: str) -> None:
    """Time zone, language, console and terminal width change nothing that is printed to a file."""
    elsewhere = {"TZ": "Pacific/Auckland", "LANG": "C", "LC_ALL": "C", "COLUMNS": "200", "PYTHONHASHSEED": "7"}
    words = ("figures", "--format", wanted)
    first = process(*words, cwd=REPOSITORY)
    assert (first.code, first.err) == (0, "")
    assert process(*words, cwd=REPOSITORY, env=elsewhere) == first


def test_the_same_workbook_twice(program: Program, process: Program, folder: Path) -> None:
    """The workbook lies in udgivelser/<år>/ and is byte for byte the same in another time zone and language."""
    run = program("figures", "--format", "xlsx", cwd=folder)
    path = folder / "udgivelser" / "2014" / "tal.xlsx"
    assert (run.code, [Path(line).name for line in run.out.splitlines()]) == (0, ["tal.xlsx"])
    first = path.read_bytes()
    process("figures", "--format", "xlsx", cwd=folder, env={"TZ": "Asia/Tokyo", "LANG": "da_DK.UTF-8"})
    assert path.read_bytes() == first


def test_a_missing_file_is_said_and_stops_nothing(program: Program, folder: Path) -> None:
    """While files are awaited the totals can be seen: who is missing is in the text, and a warning on stderr."""
    (folder / "indberetninger/2014/sof.yaml").unlink()
    run = program("figures", cwd=folder)
    assert run.code == 0
    assert "Modtaget fra 2 af 3 forvaltninger. Der mangler SOF." in run.out
    assert "advarsel" in run.err


def test_an_error_in_a_file_stops_it(program: Program, folder: Path) -> None:
    """With an error nothing is printed but the finding, with its place, and nothing is written."""
    broken = status_file("TMF", DAY.format("20-30.000"))
    (folder / "indberetninger/2014/tmf.yaml").write_text(broken, encoding="utf-8")
    run = program("figures", "--format", "xlsx", cwd=folder)
    assert (run.code, run.out) == (1, "")
    assert "indberetninger/2014/tmf.yaml:14:19: fejl FR201" in run.err
    assert not (folder / "udgivelser").exists()


def test_a_file_that_cannot_be_written(program: Program, folder: Path) -> None:
    """Where a folder cannot be made, the answer is 4 and a sentence."""
    (folder / "optaget").write_text("", encoding="utf-8")
    run = program("figures", "--format", "json", "--output", folder / "optaget" / "tal.json", cwd=folder)
    assert run.code == 4
    assert "kan ikke skrives" in run.err


@pytest.mark.parametrize(
    ("wanted", "output", "says"),
    [
        ("xlsx", "tal.xls", "»tal.xls« skal ende på .xlsx, når formatet er xlsx.\n   Skriv --output tal.xlsx.\n"),
        ("xlsx", "tal", "»tal« skal ende på .xlsx, når formatet er xlsx.\n   Skriv --output tal.xlsx.\n"),
        (
            "xlsx",
            "tal.2014",
            "»tal.2014« skal ende på .xlsx, når formatet er xlsx.\n   Skriv --output tal.2014.xlsx.\n",
        ),
        ("xlsx", "t.json", "Skriv --output t.xlsx, eller vælg --format json.\n"),
        ("json", "tal.xlsx", "»tal.xlsx« skal ende på .json"),
        ("text", "tal.xlsx", "Skriv --output tal.txt, eller vælg --format xlsx.\n"),
        ("text", "tal.pdf", "»tal.pdf« skal ende på .txt"),
        ("csv", "tal.xlsx", "Med --format csv er --output en mappe, for der er flere filer.\n"),
        ("csv", "tal.csv", "Med --format csv er --output en mappe, for der er flere filer.\n"),
        ("datapakke", "tal.zip", "Med --format datapakke er --output en mappe, for der er flere filer.\n"),
        ("xlsx", "skabeloner", "»skabeloner« er en mappe."),
    ],
)
def test_a_name_that_is_another_formats(wanted: str, output: str, says: str, program: Program, folder: Path) -> None:
    """A file's ending says what opens it: another than the format's is one sentence, and nothing is written."""
    (folder / "skabeloner").mkdir()
    run = program("figures", "--format", wanted, "--output", output, cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert says in run.err
    assert not (folder / output).is_file()


@pytest.mark.parametrize("typed", ["målgruppe", "Maalgruppe", "MÅLGRUPPE"])
def test_what_to_split_by_is_spelt_in_any_way(typed: str, program: Program, folder: Path) -> None:
    """Case and æøå do not matter, as in the files."""
    run = program("figures", "2014", "--by", typed, "--format", " JSON ", cwd=folder)
    assert (run.code, "per_målgruppe" in json.loads(run.out)) == (0, True)


@pytest.mark.parametrize("words", [("build", "--output", "rapport.pdf"), ("schema", "--output", "a.json")])
def test_a_folder_with_a_files_ending(words: tuple[str, ...], program: Program, folder: Path) -> None:
    """What is written in several files goes into a folder, and a folder is not called as a file."""
    run = program(*words, cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert run.err == f"»{words[-1]}« er navnet på en fil og ikke på en mappe.\n   Skriv navnet på en mappe.\n"
    assert not (folder / words[-1]).exists()


@pytest.mark.parametrize("wanted", ["xlsx", "json", "text", "csv"])
def test_a_file_of_the_users_own(wanted: str, program: Program, folder: Path) -> None:
    """An export takes the place of an earlier one, of no other file unless one asks for it."""
    place = folder / "ud"
    (place if wanted == "csv" else folder).mkdir(exist_ok=True)
    name = {"text": "t.txt"}.get(wanted, f"t.{wanted}")
    file, output = (place / "totaler.csv", place) if wanted == "csv" else (folder / name, folder / name)
    file.write_text("Mit eget;ark", encoding="utf-8")
    words = ("figures", "--format", wanted, "--output", output)
    run = program(*words, cwd=folder)
    assert (run.code, run.out) == (4, "")
    assert "er der allerede" in run.err
    assert file.read_text(encoding="utf-8") == "Mit eget;ark"
    assert [one.name for one in place.glob("*")] == (["totaler.csv"] if wanted == "csv" else [])
    assert program(*words, "--overwrite", cwd=folder).code == 0
    put(folder, "2014/tmf.yaml", status_file("TMF", "indsatser: ingen\ntal:\n  frivillige: 77\n"))
    assert program(*words, cwd=folder).code == 0
