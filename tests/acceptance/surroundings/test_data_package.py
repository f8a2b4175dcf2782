"""`figures --format datapakke`: a Frictionless data package that other programs can read without us."""

import csv
import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support.folders.work_folder import RAPPORT, put, status_file
from support.program import Program
from support.repository import REPOSITORY

IMPRINT = "kolofon:\n  udgiver: Prøvekøbing Kommune\n  kontakt: frivillig@provekobing.example\n  licens: cc-by-4.0\n"
OWN = """\
indsatser:
  - id: have
    navn: "=1+1; og en lang historie, med komma"
    tilstand: i gang
    tal:
      frivillige: ca. 100
      gæster: uoplyst
      kurser: over 5
      frivillige timer: 2,5
  - id: tom
    navn: ingen
    tilstand: planlagt
"""


def package(program: Program, folder: Path, *words: str) -> tuple[Any, Path]:
    """Make the package, and give what it says of itself and where it lies."""
    run = program("figures", *words, "--format", "datapakke", cwd=folder)
    assert run.code == 0, run.err
    place = Path(run.out.splitlines()[0]).parent
    return json.loads((place / "datapackage.json").read_text(encoding="utf-8")), place


def look_through(place: Path) -> None:
    """Ask Frictionless, whose word on it is the last."""
    words = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    done = subprocess.run(words, cwd=place, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


@pytest.mark.full
@pytest.mark.parametrize("year", ["2007", "2014", "2017"])
def test_frictionless_accepts_it(year: str, program: Program, tmp_path: Path) -> None:
    """Every real year's package is valid: types, keys, what is looked up, sizes and sums."""
    output = tmp_path / "pakke"
    words = ("figures", year, "--format", "datapakke", "--folder", REPOSITORY, "--output", output)
    run = program(*words)
    assert run.code == 0, run.err
    look_through(output)
    first = {path.name: path.read_bytes() for path in output.iterdir()}
    assert program(*words).code == 0
    assert {path.name: path.read_bytes() for path in output.iterdir()} == first


@pytest.mark.full
def test_it_says_what_it_holds(program: Program, folder: Path) -> None:
    """Licence, contact and period; each column's type; and what the words mean that stand where nothing does."""
    put(folder, "2014/rapport.yaml", RAPPORT + IMPRINT)
    put(folder, "2014/tmf.yaml", status_file("TMF", OWN))
    told, place = package(program, folder)
    assert place == folder / "udgivelser/2014/datapakke"
    look_through(place)
    assert told["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [(one["name"], one["path"]) for one in told["licenses"]] == [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")
    ]
    assert told["contributors"][1] == {
        "title": "frivillig@provekobing.example",
        "email": "frivillig@provekobing.example",
        "roles": ["contact"],
    }
    assert told["temporal"] == {"start": "2014-01-01", "end": "2014-12-31"}
    assert "Modtaget fra 3 af 3 forvaltninger." in told["description"]
    for one in told["resources"]:
        data = (place / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        assert all(field["description"] for field in one["schema"]["fields"])
    register = {field["name"]: field for field in told["resources"][0]["schema"]["fields"]}
    assert (register["år"]["type"], register["linje"]["type"], register["tæller"]["type"]) == (
        "year",
        "integer",
        "boolean",
    )
    assert (register["nedre"]["type"], register["nedre"]["unitField"]) == ("number", "enhed")
    reasons = {one["value"]: one["label"] for one in register["øvre"]["missingValues"]}
    assert reasons == {
        "uoplyst": "Der er ikke svaret, eller svaret er, at ingen ved det. Det er ikke 0.",
        "åben": "Der er ingen øvre grænse.",
    }
    # A word that the column also holds as a value of its own is no reason there.
    assert [one["value"] for one in register["øvre grænse"]["missingValues"]] == []


def test_the_cells(program: Program, folder: Path) -> None:
    """Numbers as programs read them, no cell empty, and nothing that a spreadsheet would run."""
    put(folder, "2014/tmf.yaml", status_file("TMF", OWN))
    told, place = package(program, folder)
    for one in told["resources"]:
        text = (place / one["path"]).read_bytes().decode("utf-8")
        heads, *rows = csv.reader(text.splitlines())
        assert heads == [field["name"] for field in one["schema"]["fields"]]
        assert all(cell and not cell.startswith("=") for row in rows for cell in row)
    with (place / "register.csv").open(encoding="utf-8", newline="") as file:
        upper = {row["enhed"]: (row["nedre"], row["øvre"]) for row in csv.DictReader(file) if row["indsats"] == "have"}
    assert upper["frivillige timer"] == ("2.5", "2.5")
    assert upper["kurser"] == ("6", "åben")
    with (place / "indsatser.csv").open(encoding="utf-8", newline="") as file:
        names = [row["indsatsens navn"] for row in csv.DictReader(file)]
    assert "'=1+1; og en lang historie, med komma" in names
    # A thing that is called "ingen" is not a thing without a name.
    named = next(one for one in told["resources"][2]["schema"]["fields"] if one["name"] == "indsatsens navn")
    assert ("ingen" in names, named["missingValues"]) == (True, [])


def test_without_a_licence_it_says_so(program: Program, folder: Path) -> None:
    """What others may do is not for the program to say; a licence that it does not know is a finding."""
    run = program("figures", "--format", "datapakke", cwd=folder)
    assert (run.code, "Pakken har ingen licens." in run.err) == (0, True)
    told = json.loads((folder / "udgivelser/2014/datapakke/datapackage.json").read_text(encoding="utf-8"))
    assert "licenses" not in told
    assert [one["title"] for one in told["contributors"]] == ["Prøvekøbing Kommune"]
    put(folder, "2014/rapport.yaml", RAPPORT + "kolofon:\n  licens: CC-BY-5.0\n")
    assert "fejl FR106: »CC-BY-5.0« er ikke en licens" in program("validate", cwd=folder).out


def test_it_replaces_its_own_and_nothing_else(program: Program, folder: Path) -> None:
    """A package is made anew where it was; a file that is none of it stops the writing."""
    for _ in range(2):
        assert program("figures", "--format", "datapakke", "--output", "pakke", cwd=folder).code == 0
    (folder / "pakke/register.csv").write_text("mine,tal\n", encoding="utf-8")
    run = program("figures", "--format", "datapakke", "--output", "pakke", cwd=folder)
    assert run.code == 4
    assert (folder / "pakke/register.csv").read_text(encoding="utf-8") == "mine,tal\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--by", "tema"), "En datapakke har altid både tal og indsatser."),
        (("--indsatser",), "En datapakke har altid både tal og indsatser."),
        (("--output", "pakke.csv"), "Med --format datapakke er --output en mappe, for der er flere filer."),
    ],
)
def test_wrong_use(words: tuple[str, ...], says: str, program: Program, folder: Path) -> None:
    """What a package cannot be is refused in one sentence."""
    run = program("figures", "--format", "datapakke", *words, cwd=folder)
    assert (run.code, run.out, run.err.splitlines()[0]) == (2, "", says)
