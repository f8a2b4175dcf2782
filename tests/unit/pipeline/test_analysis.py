"""The one function that analysts use."""

from pathlib import Path

import pytest

import frivilligrapport
from support.folders.work_folder import status_file, write_folder
from support.repository import REPOSITORY

pytestmark = pytest.mark.full  # pandas takes longer to load than a hundred other tests take


def test_the_table_of_2014_is_the_exported_register() -> None:
    """Columns, order and number of rows are those of register.csv, and sums are exact."""
    found = frivilligrapport.tal(REPOSITORY, 2014)
    assert list(found.columns[:4]) == ["id", "år", "forvaltning", "tæller hos"]
    assert found["id"].is_unique
    green = found[(found["enhed"] == "projekter") & found["tæller"] & (found["tilstandsgruppe"] == "gennemført")]
    assert sum(green["bidrag nedre"]) == 21


def test_errors_are_raised_as_figures_tells_them(tmp_path: Path) -> None:
    """A file with an error gives no table but the findings' text."""
    body = "indsatser:\n  - id: a\n    navn: A\n    tilstand: afholdt\n    tal:\n      gæster: 20-30.000\n"
    root = write_folder(tmp_path, {"2014/tmf.yaml": status_file("TMF", body)})
    with pytest.raises(ValueError, match=r"FR201: »20-30\.000« kan læses på to måder\.(.|\n)*1 fejl"):
        frivilligrapport.tal(root, 2014)


def test_personal_data_is_never_in_a_table(tmp_path: Path) -> None:
    """A CPR number stops it, and is masked in the text."""
    root = write_folder(tmp_path, {"2014/tmf.yaml": status_file("TMF") + "# 010199-5678\n"})
    with pytest.raises(ValueError, match="FR901") as caught:
        frivilligrapport.tal(root, 2014)
    assert "5678" not in str(caught.value)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    """A folder without indberetninger and a year without files are told apart."""
    with pytest.raises(FileNotFoundError, match="har ingen mappe indberetninger"):
        frivilligrapport.tal(tmp_path, 2014)
    with pytest.raises(ValueError, match="Der er ingen indberetninger for 1999"):
        frivilligrapport.tal(write_folder(tmp_path, {}), 1999)
