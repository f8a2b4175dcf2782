"""What the page is answered: the very findings of the command line, and places in the page's own text."""

import json
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from frivilligrapport.formular.answering import answer
from support.folders.examples import KOMMUNE, TMF
from support.form_corpus import CASES, SPOILT, Question, cases, real, spoilt, told

STI = "indberetninger/2014/tmf.yaml"
FILER = {"indberetninger/kommune.yaml": KOMMUNE}


def ask(gør: str, **asked: Any) -> Any:  # noqa: PLC2401 - the word of the messages
    """Ask one question about a file of TMF's."""
    return json.loads(answer(json.dumps({"nr": 7, "gør": gør, "sti": STI, "filer": FILER, **asked})))


def assert_as_the_command_line(questions: Iterable[Question]) -> None:
    """Hold each answer against what the command line finds."""
    for one in questions:
        assert told(json.loads(answer(json.dumps(one.asked)))) == one.found, one.name


def test_the_form_finds_what_the_command_line_finds(tmp_path: Path) -> None:
    """In some examples of slips and cases of rules: code, place, words and what may be written instead."""
    assert_as_the_command_line(spoilt(tmp_path / "a", SPOILT[::40]))
    assert_as_the_command_line(cases(tmp_path / "b", CASES[::60]))


@pytest.mark.full
def test_the_form_finds_what_the_command_line_finds_in_many(tmp_path: Path) -> None:
    """In every fourth example and case, and in every file that was handed in; the browsers are asked about all."""
    assert_as_the_command_line(spoilt(tmp_path / "a", SPOILT[1::4]))
    assert_as_the_command_line(cases(tmp_path / "b", CASES[1::4]))
    assert_as_the_command_line(real())


def test_a_finding_points_at_its_characters_in_the_page_s_text() -> None:
    """Also behind a byte order mark, CRLF, an å in two parts and signs that take two units in JavaScript."""
    text = "\ufeff" + TMF.replace("\n", "\r\n").replace("Årets arbejde", "A\u030arets 🎉 arbejde").replace(
        "tilstand: afholdt", "tilstand: afhodlt"
    )
    (found,) = [one for one in ask("se", tekst=text)["fund"] if one["kode"] == "FR106"]
    units = text.encode("utf-16-le")
    assert units[2 * found["start"] : 2 * found["slut"]].decode("utf-16-le") == "afhodlt"
    assert found["erstatninger"][0] == {"tekst": "afholdt", "start": found["start"], "slut": found["slut"]}


def test_a_place_in_a_line_with_unseen_and_composed_letters() -> None:
    """What stands before it on its own line is counted as it stands in the page: the sign that nobody sees is shown."""
    text = TMF.replace("navn: Naturens Dag", "navn: A\u030aret\u200b 🎉")
    (found,) = ask("se", tekst=text)["fund"]
    assert text[found["start"] : found["slut"]] == "\u200b "


def test_repairs_are_those_of_fix() -> None:
    """The text with what can be repaired surely, and each repair in words; the others stay."""
    mended = ask("ret", tekst=TMF.replace("tilstand: afholdt", "tilstad: afholdt"))
    assert mended["nr"] == 7
    assert mended["tekst"] == TMF
    assert len(mended["rettelser"]) == 1
    assert mended["rettelser"][0].startswith("linje 12: ")
    assert ask("ret", tekst=TMF) == {"nr": 7, "tekst": TMF, "rettelser": []}


@pytest.mark.parametrize(
    ("data", "text", "code"),
    [
        (TMF.encode(), TMF, None),
        (b"\xef\xbb\xbf" + TMF.replace("\n", "\r\n").encode(), "\ufeff" + TMF.replace("\n", "\r\n"), None),
        (TMF.encode("utf-16"), TMF, None),
        (TMF.encode("cp1252"), TMF, "FR001"),
        (b"PK\x03\x04 et dokument", None, "FR004"),
        (b"a: b\n" * 1_000_000, None, "FR002"),
    ],
    ids=["utf-8", "bom", "utf-16", "windows", "word", "5 MB"],
)
def test_a_file_that_is_opened_is_its_text_or_a_finding(data: bytes, text: str | None, code: str | None) -> None:
    """What is UTF-8 stays as it stands; what is no text, or too much of it, is told in the command line's words."""
    opened = ask("åbn", data=b64encode(data).decode())
    assert opened["tekst"] == text
    codes = {one["kode"] for one in opened["fund"]}
    assert codes == {code} - {None}
