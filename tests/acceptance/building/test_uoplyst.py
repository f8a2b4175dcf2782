"""What is not told is said to be so, or left out: no document prints the word uoplyst as a paragraph of its own."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from frivilligrapport.documents.catalogue import document_types
from frivilligrapport.models.fields.leaves import Prosa, Text
from frivilligrapport.reading.tree import ScalarNode
from support.editions import KINDS
from support.program import Program
from support.repository import copenhagen

pytestmark = pytest.mark.full

BARE = re.compile(r"^[\s>#*_-]*uoplyst[\s.*_]*$", re.IGNORECASE | re.MULTILINE)


def nothing_told(cls: type[Text], text: str, scalar: ScalarNode) -> Text:
    """Make a text that stands where `scalar` does; any longer one as if nobody had written it yet."""
    value = cls("Uoplyst." if issubclass(cls, Prosa) else text)
    value.scalar = scalar
    return value


@pytest.mark.parametrize(
    ("write", "year"),
    [(copenhagen, "2014"), (copenhagen, "2017"), (copenhagen, "2007"), (KINDS["policy"].write, "2014")],
)
def test_no_bare_uoplyst(
    write: Callable[[Path], Path], year: str, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With every text of every file unanswered, a draft of every document has no such paragraph, heading or item."""
    root = write(tmp_path / "mappe")
    monkeypatch.setattr(Text, "of", classmethod(nothing_told))
    words = ("build", year, "--draft", "--format", "md", "--no-cache", "--output", "ud")
    made = [
        program(*words, cwd=root).code,
        *(program(*words, "--document", one.name, cwd=root).code for one in document_types() if one.on_request),
    ]
    assert set(made) <= {0, 2}
    assert 0 in made
    found = {path.name: BARE.findall(path.read_text(encoding="utf-8")) for path in (root / "ud").glob("*.md")}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_a_part_of_a_text_is_said_as_the_report_says_it(program: Program, tmp_path: Path) -> None:
    """A draft that waits with a paragraph, an item, a heading or a cell has »ikke oplyst« there, in both editions."""
    root = copenhagen(tmp_path / "mappe")
    file = root / "indberetninger" / "2014" / "tmf.yaml"
    typed = file.read_text(encoding="utf-8").replace("filstatus: klar", "filstatus: udkast")
    waiting = (
        "uoplyst\n\n- **Uoplyst.**\n- En fest.\n\n## uoplyst\n\n| Sted | Antal |\n| --- | --- |\n| Valby | uoplyst |"
    )
    lines = "\n".join(f"      {line}".rstrip() for line in waiting.split("\n"))
    first = "      tilbud til frivillige.\n"
    assert typed.count(first) == 1
    file.write_text(typed.replace(first, f"{first}\n{lines}\n"), encoding="utf-8")
    words = ("build", "2014", "--document", "statusrapport", "--draft", "--format", "md,html", "--no-cache")
    ran = program(*words, "--output", "ud", cwd=root)
    assert ran.code == 0, ran.err
    page = (root / "ud" / "statusrapport.md").read_text(encoding="utf-8")
    assert BARE.findall(page) == []
    told = ("Ikke oplyst", "- **Ikke oplyst.**", "#### Ikke oplyst", "| Valby | ikke oplyst |")
    assert [line for line in told if line not in page.split("\n")] == []
