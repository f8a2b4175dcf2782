"""`preview` in a real browser: what is saved is seen, what breaks is told of, and nobody else gets in."""

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from support.folders.work_folder import put, status_file, write_small
from support.slow_tools import CHROMIUM, node_module

pytestmark = pytest.mark.slow
SCRIPT = Path(__file__).with_name("preview.mjs")
TMF = "indberetninger/2014/tmf.yaml"
_TEXT = "    Borgere og foreninger har hjulpet hinanden.\n\n" * 30
_BODY = f"""\
indsatser:
  - id: byhaver
    navn: Byhaver
    tilstand: afholdt
    tal:
      projekter: 21
mangler:
  - hvad: Antallet af haver
    hvorfor: |
{_TEXT}"""


def _folder(place: Path) -> Path:
    root = write_small(place)
    section = f"  - overskrift: Mere\n    tekst: |\n{''.join(f'  {line}' + chr(10) for line in _TEXT.splitlines())}"
    content = status_file("TMF", _BODY.partition("mangler")[0]).replace("perspektiver:", f"{section}perspektiver:")
    put(root, "2014/tmf.yaml", content)
    return root


@contextmanager
def _running(*words: str, cwd: Path, **settings: Any) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start `preview`; give the process and the address that it prints."""
    command = [sys.executable, "-m", "frivilligrapport", "preview", *words, "--no-browser"]
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **settings)
    try:
        assert process.stdout
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Go through it all once, and give what the window showed."""
    root = _folder(tmp_path_factory.mktemp("preview") / "mappe")
    with _running(TMF, cwd=root) as (_, address):
        tools = [str(node_module(name)) for name in ("playwright-core", "axe-core")]
        browser = [*tools, shutil.which(CHROMIUM) or CHROMIUM, address]
        command = [
            shutil.which("node") or "node",
            str(SCRIPT),
            *browser,
            str(root / TMF),
            str(root / "skabeloner/_side.html.j2"),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found


def test_a_save_is_seen_where_the_reader_was(seen: dict[str, Any]) -> None:
    """The chapter and the fact sheet are shown, and the page that takes the other's place stands where that did."""
    assert seen["documents"] == ["Kapitel", "Faktaark"]
    assert seen["before"] > 300
    assert abs(seen["after"] - seen["before"]) < 2
    assert seen["seconds"] < 5  # a bound for a machine that does much else; benchmarks/preview.py measures


def test_a_figure_leads_to_its_line(seen: dict[str, Any]) -> None:
    """A click shows file, line and column, and the words as they were typed."""
    assert seen["source"][0].startswith(f"{TMF}:")
    assert seen["source"][1] == "34"


def test_a_broken_file_is_told_of_beside_the_last_good_page(seen: dict[str, Any]) -> None:
    """Place, lines and what to write; when it is mended the page goes on."""
    assert seen["held"] == f"Siden er den sidste gode. {TMF} kan ikke læses, før fejlen er rettet."
    assert seen["finding"].startswith(f"{TMF}:")
    assert "projekter: [55" in seen["finding"]
    assert "34 projekter" in seen["kept"]
    assert seen["mended"] == "Ingen fejl."


def test_a_template_is_followed_and_its_mistake_told_of(seen: dict[str, Any]) -> None:
    """Also in a folder that is made while the window is open."""
    assert "skabeloner/_side.html.j2:2:1" in seen["stopped"]
    assert "»titl« findes ikke." in seen["stopped"]
    assert seen["bottom"] == "Trykt hos os."


def test_what_is_typed_is_only_words(seen: dict[str, Any]) -> None:
    """No element comes of it, and the browser had nothing to complain of."""
    assert seen["markup"] == 0
    assert seen["said"] == []


def test_another_name_of_this_machine_is_refused(seen: dict[str, Any]) -> None:
    """A page elsewhere whose name was made to lead here gets nothing, even with the token."""
    assert seen["foreign"] == 403


def test_axe_finds_no_barrier(seen: dict[str, Any]) -> None:
    """In light and dark, wide and at 320 pixels, with and without findings; and nobody scrolls sideways."""
    assert {name: found for name, found in seen["axe"].items() if found} == {}
    assert len(seen["axe"]) == 8
    assert {name: wide for name, wide in seen["wide"].items() if wide > 0} == {}


def test_it_stops_with_ctrl_c(tmp_path: Path) -> None:
    """As every command: one word, and exit code 130."""
    with _running(cwd=write_small(tmp_path)) as (process, _):
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert (process.returncode, err.splitlines()[-1]) == (130, "Afbrudt.")


def test_it_stops_with_its_folder(tmp_path: Path) -> None:
    """A work folder that is deleted is said so of, and is the end."""
    root = write_small(tmp_path / "mappe")
    with _running("--folder", str(root), cwd=tmp_path) as (process, _):
        shutil.rmtree(root)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 2
    assert err.splitlines()[-2] == f"Mappen »{root}« findes ikke længere."


@pytest.fixture
def _hung_up() -> Iterator[None]:
    """Let what is started be told that its terminal is gone, also where the tests run under nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("_hung_up")
def test_it_stops_with_its_terminal(tmp_path: Path) -> None:
    """Whether the terminal says that it closes, or the shell that it ran in is gone without a word."""
    root = write_small(tmp_path)
    child, terminal = pty.fork()
    if not child:
        os.chdir(root)
        words = [sys.executable, "-m", "frivilligrapport", "preview", "--no-browser"]
        os.execv(sys.executable, words)  # noqa: S606 - in the place of this process, at the terminal
    assert b"http://127.0.0.1:" in os.read(terminal, 1000)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGHUP
    shell = f'"{sys.executable}" -m frivilligrapport preview --no-browser & read -r word'
    with subprocess.Popen(
        ["sh", "-c", shell], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as left:
        assert left.stdin
        assert left.stdout
        assert left.stdout.readline().startswith("http://127.0.0.1:")
        left.stdin.close()
        assert left.stdout.read() == ""  # ends when the program has closed it
