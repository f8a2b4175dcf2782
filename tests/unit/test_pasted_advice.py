"""What any finding of the examples offers can be pasted as it stands: nothing else changes, and nothing gets worse."""

import unicodedata
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.problems import Problem
from frivilligrapport.reading.source import Source
from frivilligrapport.rules.run import examine
from support.repository import EXAMPLES
from support.texts.pasted import errors, numbers

FILES = sorted(
    path
    for folder in ("ugyldige", "genopretning", "rettelser")
    for path in (EXAMPLES / folder).glob("*.yaml")
    if path.read_bytes()[:2] not in {b"\xff\xfe", b"\xfe\xff", b"PK"}
)
_NAME = "tmf.yaml"


def found(text: str) -> tuple[Problem, ...]:
    """Give what `validate` finds in a lone file."""
    return examine(load_lone(Path(_NAME), _NAME, {_NAME: text.encode()})).open


def typed(path: Path) -> str:
    """Give a file's text as findings are placed in it."""
    text = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return unicodedata.normalize("NFC", text)


def faults_of_pasting(text: str) -> list[str]:
    """Paste each text that each finding offers; tell of those that leave it, bring an error or change a number."""
    faults = []
    for problem in (before := found(text)):
        place = problem.location
        token = text.split("\n")[place.line - 1][place.column - 1 :][: place.length]
        for offered in problem.instead:
            pasted = Source(_NAME, text).pasted(place, offered)
            after = found(pasted)
            stays = any(one.code == problem.code and one.location == place for one in after)
            worse = errors(after) - errors(before)
            lost = numbers(text) - numbers(pasted) - numbers(token)
            if stays or worse or lost:
                faults.append(f"{problem.code} {place.line}: {offered!r} stays={stays} worse={worse} lost={lost}")
    return faults


@pytest.mark.full
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_text_can_be_pasted(path: Path) -> None:
    """The finding is gone, no error has come, and no number has changed but one that was underlined."""
    assert faults_of_pasting(typed(path)) == []


@pytest.mark.parametrize("path", FILES[:: len(FILES) // 12], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_some_texts_can_be_pasted(path: Path) -> None:
    """The same for some of the examples, in the fast suite."""
    assert faults_of_pasting(typed(path)) == []
