"""The words of `figures` on the command line."""

from pathlib import Path

import pytest

from frivilligrapport.cli.commands.figures import Request, read_request
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.figures.register import Grouping


def test_nothing_asked_for() -> None:
    """Without words: the newest year, on the screen, for the whole municipality."""
    assert read_request(None, "text", None, None) == Request(None, "text", None, None)


@pytest.mark.parametrize("typed", ["målgruppe", "Målgruppe", "maalgruppe", "MÅLGRUPPE"])
def test_spelling_is_forgiven(typed: str) -> None:
    """Case and æøå do not matter, as in the files."""
    assert read_request("2014", " JSON ", "tal.json", typed) == Request(
        2014, "json", Grouping.MAALGRUPPE, Path("tal.json")
    )


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("14", "text", None, None), "»14« er ikke et årstal.", "Skriv for eksempel frivilligrapport figures 2014."),
        ((None, "pdf", None, None), "Formatet »pdf« kendes ikke.", "Formaterne er text, csv, xlsx, json, datapakke."),
        (
            (None, "text", None, "by"),
            "Tallene kan ikke deles op efter »by«.",
            "Vælg mellem forvaltning, tema, bydel, målgruppe, lokaludvalg.",
        ),
        (
            (None, "csv", "tal.csv", None),
            "Med --format csv er --output en mappe, for der er flere filer.",
            "Skriv navnet på en mappe.",
        ),
    ],
)
def test_wrong_words(words: tuple[str | None, str, str | None, str | None], message: str, hint: str) -> None:
    """What cannot be carried out is said, with what can be written instead."""
    with pytest.raises(WrongUse) as found:
        read_request(*words)
    assert (found.value.message, found.value.hint) == (message, hint)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Where one file is written, a folder is refused with a name to use."""
    with pytest.raises(WrongUse) as found:
        read_request(None, "xlsx", str(tmp_path), None)
    assert found.value.hint == f"Skriv navnet på en fil, for eksempel {tmp_path / 'tal.xlsx'}."


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """Where several tables are written, a file is refused."""
    (tmp_path / "tal").write_text("", encoding="utf-8")
    with pytest.raises(WrongUse):
        read_request(None, "csv", str(tmp_path / "tal"), None)
