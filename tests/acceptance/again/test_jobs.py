"""Documents are typeset several at a time, and nobody can tell by what comes out."""

import os
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from frivilligrapport.cli.execution.workers import in_order
from support.program import Program

pytestmark = pytest.mark.full
PAGE = "<!doctype html><html lang='da'><head><title>Prøve</title></head><body><h1>{}</h1></body></html>\n"
WIDE = PAGE.format("<span style='white-space: nowrap'>" + "Meget langt " * 40 + "</span>")
PICTURE = PAGE.format("<img src='x.png' alt='x'>")
NAMES = ("statusrapport", "faktaark", "tabelbilag", "kort-udgave")
RUN = eval  # noqa: S307 - a function that every process has, and the words are the tests' own
OTHER = f"__import__('os').getpid() != {os.getpid()}"


@pytest.fixture
def year(folder: Path) -> Path:
    """Give a work folder whose documents are a line each."""
    for name in NAMES:
        template(folder, name, PAGE.format("{{ dokument.forside.titel }}" if name == "statusrapport" else name))
    return folder


def template(folder: Path, name: str, text: str) -> None:
    """Let a kind of document look so."""
    path = folder / "skabeloner" / f"{name}.html.j2"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_same_files(program: Program, year: Path) -> None:
    """Every file, its place in what is told, and the manifest are the same, several at a time or one."""
    runs = [
        program("build", "--no-cache", "--jobs", jobs, "--output", Path("ud", jobs), cwd=year) for jobs in ("1", "3")
    ]
    assert runs[0].code == runs[1].code == 0
    assert runs[0].out == runs[1].out.replace(os.path.join("ud", "3"), os.path.join("ud", "1"))  # noqa: PTH118 - a text
    one, three = ({path.name: path.read_bytes() for path in (year / "ud" / jobs).iterdir()} for jobs in ("1", "3"))
    assert one == three
    assert sum(name.endswith(".pdf") for name in one) > len(NAMES)


def test_the_same_files_from_what_was_kept(program: Program, year: Path) -> None:
    """Whoever made what is kept, and how many at a time, the rest is made beside it as if all were made anew."""
    for jobs in ("3", "1"):
        template(year, "tabelbilag", PAGE.format(f"Nu {jobs}"))
        said = [
            program(
                "build", "--jobs", jobs, "--output", Path("ud", more or "kept"), *((more,) if more else ()), cwd=year
            )
            for more in ("", "--no-cache")
        ]
        assert [one.code for one in said] == [0, 0]
        kept, anew = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in (year / "ud").iterdir())
        assert kept == anew


@pytest.mark.parametrize("fault", [WIDE, PICTURE, PAGE.format("{{ findes_ikke }}")], ids=["edge", "engine", "template"])
def test_the_same_refusal(program: Program, year: Path, fault: str) -> None:
    """The first document that cannot be made is told of, though a later one is done first; nothing is written."""
    template(year, "faktaark", fault)
    template(year, "tabelbilag", PICTURE)
    runs = [program("build", "--no-cache", "--jobs", jobs, cwd=year) for jobs in ("1", "3")]
    assert runs[0] == runs[1]
    assert runs[0].code in {1, 4}
    assert not (year / "udgivelser").exists()


def test_only_at_least_one_at_a_time(program: Program, year: Path) -> None:
    """No number below one is a number of jobs."""
    run = program("build", "--jobs", "0", cwd=year)
    assert (run.code, run.err.splitlines()[0]) == (2, "»--jobs« skal være et helt tal, 1 eller mere.")


def test_few_are_done_here() -> None:
    """One alone, and one at a time, starts no process; more do."""
    assert list(in_order(RUN, [OTHER], "os", jobs=2, fewest=2)) == [False]
    assert list(in_order(RUN, [OTHER] * 3, "os", jobs=1, fewest=2)) == [False] * 3
    assert list(in_order(RUN, [OTHER] * 3, "os", jobs=2, fewest=2)) == [True] * 3


def test_a_process_that_dies_stops_nothing() -> None:
    """What a killed process did not do is done here, in its order."""
    dies = f"{OTHER} and __import__('os').kill(__import__('os').getpid(), 9) or 'her'"
    assert list(in_order(RUN, ["1", dies, "3", "4"], "os", jobs=2, fewest=2)) == [1, "her", 3, 4]


def test_the_first_fault_is_told() -> None:
    """What goes wrong in a process, and while the things are found, comes in the order of the things."""

    def things() -> Iterator[str]:
        yield from ("1", "2/0")
        raise KeyError

    for jobs in (1, 2):
        found = in_order(RUN, things(), "os", jobs=jobs, fewest=2)
        assert next(found) == 1
        with pytest.raises(ZeroDivisionError):
            next(found)


def test_nothing_goes_on_when_it_is_stopped() -> None:
    """Where nobody waits for more, as after Ctrl+C, no process works on."""
    found = in_order(RUN, ["1", "__import__('time').sleep(600)"], "os", jobs=2, fewest=2)
    assert next(found) == 1
    found.close()
    for process in active_children():
        process.join(60)
    assert not active_children()
