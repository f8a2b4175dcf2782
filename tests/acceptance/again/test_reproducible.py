"""The same input gives the same bytes, whatever clock, language, folder and fonts a machine has."""

from pathlib import Path

import pytest

from support.folders.work_folder import KOMMUNE, status_file, write_folder
from support.repository import copenhagen
from support.surroundings import Surroundings, build_edition

REPORT = """\
titel: Frivillige på tværs
år: 2014
kolofon:
  dato: 2015-03-19
forslag: ingen
forord: |
  Årets arbejde – fra »Grøn by« til ½ million timer – står her. Der er 15 % flere, jf. § 18. Жук, Ωμέγα, ★ ☎ Ⓐ ∑ og 🎉.
"""
WORK = """\
indsatser:
  - id: dag
    navn: Åens dag på Østerbro
    tilstand: afholdt
    tal:
      frivillige: ca. 2.600
      projekter: 21
"""
BASE = Surroundings({"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "0"})
CLOCK = {"TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "86400"}
DANISH = {"LANG": "da_DK.UTF-8", "LC_ALL": "da_DK.UTF-8"}
TOGETHER = {
    "another clock, language and hash seed": Surroundings({**CLOCK, **DANISH, "PYTHONHASHSEED": "4242"}),
    "no system fonts": Surroundings({"LC_ALL": "C.UTF-8"}, has_fonts=False),
    "another folder, that can only be read": Surroundings(folder="Ærø – det andet sted", is_locked=True),
}
EVERYTHING = Surroundings(
    {**CLOCK, **DANISH, "PYTHONHASHSEED": "4242"}, has_fonts=False, folder="Ærø – det andet sted", is_locked=True
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small work folder whose report has figures, charts and the signs of Danish print."""
    files = {f"2014/{one}.yaml": status_file(name) for one, name in (("sof", "SOF"), ("oekf", "ØKF"))}
    files |= {"kommune.yaml": KOMMUNE, "2014/rapport.yaml": REPORT, "2014/tmf.yaml": status_file("TMF", WORK)}
    return write_folder(tmp_path_factory.mktemp("lille"), dict(files))


@pytest.fixture(scope="module")
def small_edition(small: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the edition that the others are held against."""
    return build_edition(small, tmp_path_factory.mktemp("udgangspunkt") / "a", BASE)


@pytest.fixture(scope="module")
def report_of_2014(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the project's own work folder without anything that is built."""
    return copenhagen(tmp_path_factory.mktemp("rapport"))


@pytest.fixture(scope="module")
def edition_of_2014(report_of_2014: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the edition of 2014 that the others are held against."""
    return build_edition(report_of_2014, tmp_path_factory.mktemp("udgangspunkt") / "a", BASE)


def different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Name the files that are not in both with the same bytes."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.mark.full
def test_every_kind_of_file_is_compared(small_edition: dict[str, bytes]) -> None:
    """The comparison is about all that the program makes."""
    kinds = {name.rpartition(".")[2] for name in small_edition}
    assert kinds == {"csv", "html", "json", "md", "pdf", "xlsx"}
    assert "2.600" in small_edition["statusrapport.md"].decode()


@pytest.mark.full
@pytest.mark.parametrize("around", TOGETHER.values(), ids=TOGETHER)
def test_the_same_bytes(small: Path, small_edition: dict[str, bytes], tmp_path: Path, around: Surroundings) -> None:
    """Nothing of the machine shows in a document, a table or the manifest."""
    assert different(build_edition(small, tmp_path / "b", around), small_edition) == []


@pytest.mark.slow
def test_the_2014_report(report_of_2014: Path, edition_of_2014: dict[str, bytes], tmp_path: Path) -> None:
    """The fullest report there is comes out the same with all of the surroundings changed."""
    assert different(build_edition(report_of_2014, tmp_path / "b", EVERYTHING), edition_of_2014) == []
