"""The checks in a form, in real browsers from disk: the very findings of the command line, and nothing is sent."""

import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from frivilligrapport.formular.answering import answer
from frivilligrapport.formular.runtime import find_runtime
from support.form_corpus import Question, cases, data_of, real, spoilt, told
from support.program import in_process
from support.repository import REPOSITORY, copenhagen
from support.slow_tools import CHROMIUM, FIREFOX, node_module

pytestmark = pytest.mark.slow
SCRIPT = Path(__file__).with_name("form_checks.mjs")
BROWSERS = {"chrome": CHROMIUM, "firefox": FIREFOX}
MB = 1_000_000


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A form that edits a real file: the largest of 2014."""
    assert find_runtime(), "make formular-runtime makes what it runs in; make test-slow does it by itself"
    path = tmp_path_factory.mktemp("skema") / "tmf.html"
    words = ("formular", "TMF", "--year", "2014", "--folder", REPOSITORY, "--output", path)
    run = in_process(path.parent)(*words)
    assert run.code == 0, run.err
    return path


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> list[Question]:
    """All files of the corpus, and what the command line finds in them."""
    folder = tmp_path_factory.mktemp("filer")
    return [*spoilt(folder / "a"), *cases(folder / "b"), *real()]


@pytest.fixture(scope="module")
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the requests that have reached it."""
    reached: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reached.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sendt", reached
    server.shutdown()
    server.server_close()


def asked(browser: str, form: Path, questions: list[Any], address: str, *without: str) -> Any:
    """Let a browser ask; `form` is the page, and beside it the answers are written."""
    given, out = form.with_suffix(".json"), form.with_name(f"{browser}.json")
    given.write_text(json.dumps(questions), encoding="utf-8")
    node: list[str | Path] = [shutil.which("node") or "node", SCRIPT, node_module("puppeteer-core"), browser]
    words = [*node, shutil.which(BROWSERS[browser]) or BROWSERS[browser], form, given, address, out, *without]
    subprocess.run(words, check=True, timeout=240, cwd=form.parent)
    return json.loads(out.read_bytes())


@pytest.mark.parametrize("browser", BROWSERS)
def test_the_form_finds_what_the_command_line_finds(
    browser: str, form: Path, questions: list[Question], listener: tuple[str, list[str]]
) -> None:
    """In every file of the corpus: code, place, words and replacement; and nothing that is tried is sent."""
    address, reached = listener
    found = asked(browser, form, [one.asked for one in questions], address)
    assert [state for state, *_ in found["told"]] == ["henter", "klar"]
    *answers, own = [one for one, _ in found["answers"]]
    assert [one["nr"] for one in answers] == [*range(len(questions))]
    assert [one["fejl"] for one in answers if "fejl" in one] == []
    other = [one.name for one, given in zip(questions, answers, strict=True) if told(given) != one.found]
    assert other == []
    data = data_of(form.read_text(encoding="utf-8"))
    question = {"nr": len(questions), "gør": "se", **{name: data[name] for name in ("tekst", "sti", "filer")}}
    assert own == json.loads(answer(json.dumps(question)))
    assert own["visning"] == data["visning"]
    assert found["tried"] == ["stopped", "stopped"]
    assert [said for said in found["complaints"] if address not in said] == []
    assert reached == []


@pytest.mark.parametrize("browser", BROWSERS)
def test_without_webassembly_there_are_no_checks(browser: str, form: Path, listener: tuple[str, list[str]]) -> None:
    """The page is told so, and goes on without them."""
    assert asked(browser, form, [], listener[0], "without")["worker"] is None


def test_a_form_can_be_mailed(form: Path, tmp_path: Path) -> None:
    """The page is 10 MB at most and its package 7; both are the same bytes each time."""
    root = copenhagen(tmp_path)
    (root / "indberetninger/2015").mkdir(exist_ok=True)
    for path in (root / "indberetninger/2014").glob("[!r]??*.yaml"):
        if path.stem not in {"suf", "foelgenotat", "arbejdsprogram"}:
            text = path.read_text(encoding="utf-8").replace("2014", "2015")
            (root / "indberetninger/2015" / path.name).write_text(text, encoding="utf-8")
    program = in_process(tmp_path)
    package, made = root / "udsendelse/2015/suf-skema.zip", []
    for _ in range(2):
        assert program("formular", "--all", "--year", "2015", cwd=root).code == 0
        made.append(package.read_bytes())
    assert made[0] == made[1]
    assert form.stat().st_size < 10 * MB
    assert len(made[0]) < 7 * MB
    with zipfile.ZipFile(package) as opened:
        assert opened.read("suf-2015.html").startswith(b"<!DOCTYPE html>")
