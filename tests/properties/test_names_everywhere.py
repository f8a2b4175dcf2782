"""Whatever a file, a folder or a word on the command line is called, no output of any command is steered by it."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from frivilligrapport.cli.app import _NAMES
from frivilligrapport.cli.commands import compare
from frivilligrapport.figures.register import Grouping
from frivilligrapport.pipeline import figure_files
from frivilligrapport.problems.reporters.formats import FINDINGS_FORMATS
from support.folders.work_folder import put, status_file, write_folder, write_small
from support.pdf.tagged_pdf import TaggedPdf
from support.program import Program, in_process

pytestmark = pytest.mark.full

PIECES = [
    *("\x1b[31m", "\x07", "\x9b", "\r", "\n", "\t", "\x7f", "\u061c", "\u200b", "\u200f", "\u202e", "\u2066", "\u2028"),
    *(
        "\ufeff",
        "\udce6",
        "\U000e0041",
        "::error::x",
        "::",
        "##[error]",
        "##vso[a]",
        "section_start:1:x",
        "section_end:2:y",
    ),
    *(" ", "a", "å", "'", '"', "|", "<b>", "{{ 1 }}", "👩\u200d🚒"),
]
EVERYTHING = "a\udce6\n::error::x\r\x1b[31m\u202e\u200b\u2066\x9b\ufeff\u2028##[error]section_start:1:x\r\x1b[0K"
STATUS = status_file(
    "TMF",
    """\
    indsatser:
      - id: a
        navn: Andet
        tilstand: afholdt
        tal:
          frivillige: 3
    """,
)
OURS = re.compile(r"::(?:error|warning) (?:file|title)=[^:]*::")
STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
ALLOWED = set("\n\t\u200d\u00ad")
FLAGS = {chr(number) for number in range(0xE0020, 0xE0080)}  # part of an emoji, which a text may hold
TABLE_OF = {"validate": FINDINGS_FORMATS, "figures": figure_files.FORMATS, "compare": compare.FORMATS}


def commands(word: str) -> Iterator[tuple[str, ...]]:
    """Give every command in every format, and with a word that means nothing to it."""
    for name, formats in TABLE_OF.items():
        years = {"validate": (), "figures": ("2014",), "compare": ("2013", "2014")}[name]
        yield from ((name, *years, "--format", form) for form in formats)
    yield from (("figures", "2014", "--by", by) for by in Grouping)
    yield from (("status", "2014", *more) for form in ("text", "markdown", "json") for more in _status(form))
    yield from (("build", "2014", "--draft", "--format", "md,html"), ("build", "2014", "--check", "--format", "md"))
    yield from (("fix",), ("schema",), ("schema", "--check"), ("explain", "FR901"), ("explain", "2014.frivillige"))
    yield from (("explain", "2014.tmf.a.frivillige"), ("new", "TMF", "--year", "2015"), ("completion", "bash"))
    yield from ((name, word) for name in _NAMES)
    yield from ((word,), (f"--{word}",), ("validate", f"--{word}"), ("build", "--document", word))
    yield from (("figures", "--format", word), ("figures", "--by", word), ("status", "--folder", word))
    yield from (("init", f"ny {word}", "--kommune", f"K{word}", "--forvaltning", f"B{word}: {word}"), ("--help",))
    yield ("figures", "2014", "--format", "csv", "--output", f"tal {word}")


def _status(form: str) -> tuple[tuple[str, ...], ...]:
    return ("--format", form), ("--format", form, "--reminder")


def check_shown(text: str, *, of_github: bool = False) -> None:
    """Hold that nothing in what is printed steers a screen or a log."""
    check_written(text)
    assert FLAGS.isdisjoint(text)
    assert not re.search(r"##\w*\[|section_(?:start|end):\d", text)
    commands = [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert not [line for line in commands if not (of_github and OURS.match(line))]


def check_written(text: str) -> None:
    """Hold that nothing in a file steers a screen that shows it."""
    steering = {sign for sign in text if unicodedata.category(sign) in STEERING and sign not in ALLOWED | FLAGS}
    assert not steering, sorted(map(ascii, steering))


def check_all(program: Program, root: Path, word: str) -> dict[tuple[str, ...], int]:
    """Run every command in a work folder, and look at all that is printed and written; give the exit codes."""
    codes = {}
    for words in commands(word):
        run = program(*words, cwd=root)
        codes[words] = run.code
        check_shown(plain_csv(run.out) if "csv" in words else run.out, of_github="github" in words)
        check_shown(run.err)
    written = (path for path in root.rglob("*") if path.is_file() and not path.is_relative_to(root / "indberetninger"))
    for path in written:
        if path.suffix in {".md", ".html", ".json", ".csv", ".yaml"}:
            check_written(plain_csv(path.read_bytes().decode()))
    return codes


def plain_csv(text: str) -> str:
    """Take away what csv is to have: its mark, and line ends as RFC 4180 says."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def named(name: str) -> str:
    """Give what a file system takes for a name."""
    return name.replace("/", "").replace("\0", "")[:60]


@settings(max_examples=2, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join))
@example(EVERYTHING)
def test_no_name_steers_what_any_command_says(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    """Of files that are read, of files astray, of folders, of the folder above, and of what is typed."""
    home, name = tmp_path_factory.mktemp("navne"), named(name)
    root = write_small(home / f"x{name}" / f"y{name}")
    put(root, "2014/tmf.yaml", STATUS)
    write_folder(root, {"2013/tmf.yaml": STATUS.replace("2014", "2013")})
    for place in (root, root.parent):
        codes = check_all(in_process(home), place, name)
        assert codes["validate", "--format", "text"] == 0
        assert place == root.parent or not [words for words, code in codes.items() if code and "2014" in words]
    named_in_order = {f"2014/tekster/{name}.md": "Hej.", f"2014/bilag/x{name}/{name}.html": "a"}
    check_all(in_process(home), write_folder(root, named_in_order), name)
    astray = {
        f"2014/x{name}.yaml": "a: [",
        f"x{name}.docx": "a",
        f"politik/x{name}.txt": "a",
        f"2014/y{name}/a.yaml": "a",
    }
    check_all(in_process(home), write_folder(root, astray), name)
    check_all(in_process(home), root.parent, name)


@pytest.mark.parametrize("place", ["{}/arbejde", "arbejde"])
def test_no_command_shows_or_writes_a_cpr_number(tmp_path: Path, place: str) -> None:
    """Neither from the folder above, nor from what is typed; nothing is written under such a name."""
    root = write_small(tmp_path / "a" / place.format("010199-5678"))
    program = in_process(tmp_path)
    for words in commands("010199-5678"):
        run = program(*words, cwd=root)
        assert "5678" not in run.out + run.err, words
    assert not [path for path in root.rglob("*") if "5678" in path.name]


def test_no_name_steers_what_a_pdf_says(tmp_path: Path) -> None:
    """Its text, properties, bookmarks, links and the names in it, where files and folders are as nasty as can be."""
    name = named(EVERYTHING)
    root = write_small(tmp_path / f"y{name}")
    put(root, "2014/tmf.yaml", STATUS)
    for folder in ("tekster", "bilag", f"bilag/x{name}"):
        (root / "indberetninger/2014" / folder).mkdir()
    for astray in (f"2014/tekster/{name}.md", f"2014/bilag/x{name}/{name}.csv", f"2014/x{name}.docx"):
        put(root, astray, "Hej.")
    run = in_process(tmp_path)("build", "2014", "--draft", "--format", "pdf,html", cwd=root)
    assert run.code == 0, run.err
    made = list((root / "udgivelser").rglob("*.pdf"))
    said = [text for path in made for text in texts_of(path.read_bytes())]
    assert len(made) > 3
    assert any("x.docx" in "".join(filter(str.isprintable, one)) or "::error::x" in one for one in said)
    for text in said:
        check_written(text)


def texts_of(data: bytes) -> Iterator[str]:
    """Yield all that a PDF says: what is read aloud, what is in its properties, and every text of its parts."""
    pdf = TaggedPdf(data)
    yield pdf.text(pdf.root)
    yield from (str(one) for one in pdf.pdf.docinfo.values())
    for part in pdf.pdf.objects:
        yield from strings_in(part)


def strings_in(part: Any) -> Iterator[str]:
    """Yield the texts that a part of a PDF holds itself."""
    kids = (
        list(part.values()) if isinstance(part, pikepdf.Dictionary) else part if isinstance(part, pikepdf.Array) else []
    )
    for one in kids:
        if isinstance(one, pikepdf.String):
            yield str(one)
        elif isinstance(one, (pikepdf.Dictionary, pikepdf.Array)) and not one.is_indirect:
            yield from strings_in(one)


def test_every_command_is_tried() -> None:
    """A new command, or a new format, is tried too."""
    assert {words[0] for words in commands("x")} >= set(_NAMES)
