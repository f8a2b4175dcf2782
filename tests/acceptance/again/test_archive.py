"""The package for the archive: one file that can be read without the program."""

import csv
import io
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from support.folders.work_folder import write_small
from support.program import Program, in_process


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small year with its package, once."""
    root = write_small(tmp_path_factory.mktemp("arkiv"))
    done = in_process(root)("build", "2014", "--archive")
    assert done.code == 0, done.err
    assert done.out.splitlines()[-1].endswith("arkiv-2014.zip")
    return root


@pytest.fixture
def package(archived: Path) -> zipfile.ZipFile:
    """Open the package."""
    return zipfile.ZipFile(archived / "udgivelser/2014/arkiv-2014.zip")


@pytest.mark.full
def test_the_package_is_whole_and_the_same_each_time(
    program: Program, archived: Path, package: zipfile.ZipFile
) -> None:
    """It holds the edition, its figures and all it was made of, with checksums, and is the same when made again."""
    files = {name: package.read(name) for name in package.namelist()}
    sums = dict(line.split("  ", 1)[::-1] for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: sha256(data).hexdigest() for name, data in files.items()}
    edition = {
        path.name: path.read_bytes() for path in (archived / "udgivelser/2014").iterdir() if path.suffix != ".zip"
    }
    assert files.pop("manifest.json") == edition.pop("manifest.json")
    assert {name: files[f"dokumenter/{name}"] for name in edition} == edition
    for path in (archived / "indberetninger").rglob("*.yaml"):
        assert files[path.relative_to(archived).as_posix()] == path.read_bytes()
    assert {"LÆSMIG.txt", "skema/statusfil.schema.json", "tal/register.csv", "tal/totaler.csv"} <= set(files)
    before = (archived / "udgivelser/2014/arkiv-2014.zip").read_bytes()
    assert program("build", "2014", "--archive", cwd=archived, env={"TZ": "Asia/Tokyo"}).code == 0
    assert (archived / "udgivelser/2014/arkiv-2014.zip").read_bytes() == before


@pytest.mark.full
def test_every_column_is_described(package: zipfile.ZipFile) -> None:
    """Whoever opens a table years later can read what each column holds."""
    told: dict[str, list[str]] = {}
    for row in _rows(package, "kolonner.csv")[1:]:
        told.setdefault(row[0], []).append(row[1])
        assert row[3].endswith(".")
    for table, names in told.items():
        assert _rows(package, table)[0] == names
    assert set(told) == {"register.csv", "totaler.csv", "kontrol.csv", "indsatser.csv", "definitioner.csv"}


def _rows(package: zipfile.ZipFile, table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(package.read(f"tal/{table}").decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--draft", "Et udkast kan ikke arkiveres."),
        ("--check", "--check og --archive kan ikke bruges sammen."),
        ("--format=md", "Arkivet skal have hele udgivelsen med."),
        ("--document=statusrapport", "Arkivet skal have hele udgivelsen med."),
    ],
)
def test_less_than_an_edition_is_not_archived(program: Program, folder: Path, option: str, said: str) -> None:
    """A draft, a part or a check is no edition: nothing is written, and the reason is said."""
    done = program("build", "2014", "--archive", option, cwd=folder)
    assert (done.code, done.err.splitlines()[0]) == (2, said)
    assert not (folder / "udgivelser").exists()
