"""docs/kontakt.md and docs/koordinator.md: each tells one story, and every command in it is run.

`pytest --opdater` writes what the screen really shows into the guides; read the difference before it is committed.
"""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from support.guides import Step, commands_in, inline_commands, steps_of, with_screens, write
from support.repository import EXAMPLES, REPOSITORY
from support.terminal import run_in_terminal

DOCS = REPOSITORY / "docs"
FILES = EXAMPLES / "vejledninger"
GUIDES = ("kontakt", "koordinator")
SHOWN_ROOT = r"C:\Frivillighed"
NOON = 1454328000  # 1 February 2016, the day of both stories
# What is done outside the program. It is only held against these forms; the file that is opened must be there.
OUTSIDE = re.compile(
    r'python -m pip install "\$HOME\\Downloads\\frivilligrapport-[0-9.]+-py3-none-any\.whl(?:\[pdfkontrol\])?"'
    r'|python -m pip install --find-links "\$HOME\\Downloads" "frivilligrapport\[formular\]"'
    r"|cd C:\\Frivillighed"
)
OPENS = re.compile(r"(?:notepad|start) (?P<file>\S+)")


def text_of(name: str) -> str:
    """Give a guide's text."""
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def steps(name: str) -> list[Step]:
    """Give a guide's steps."""
    return steps_of(text_of(name))


class Office:
    """The desk at which a guide is followed: a folder, a screen, and the day."""

    def __init__(self, folder: Path, state: Path) -> None:
        self.folder = folder
        self.environment = os.environ | {
            "NO_COLOR": "1",
            "COLUMNS": "100",
            "SOURCE_DATE_EPOCH": str(NOON),
            "TZ": "UTC",
            "XDG_CACHE_HOME": str(state),
            "XDG_STATE_HOME": str(state),
        }
        self.before: Step | None = None

    def follow(self, step: Step) -> tuple[str, int]:
        """Do one step; give what the screen shows, and the exit code of the last command."""
        screen, code = "", 0
        if step.kind == "files":
            shutil.copytree(FILES / step.info, self.folder, dirs_exist_ok=True)
        elif step.kind == "yaml":
            write(step, self.folder.joinpath, self.before)
        for line in step.text.splitlines() if step.kind == "powershell" else ():
            shown, code = self.run(line, step.info.removeprefix("svar=").split(",") if step.info else [])
            screen += shown
        self.before = step
        return screen, code

    def run(self, line: str, answers: list[str]) -> tuple[str, int]:
        """Run a command, or hold it against the forms of what is done outside the program."""
        opens = OPENS.fullmatch(line)
        if opens:
            assert (self.folder / opens["file"]).is_file(), line
        if opens or OUTSIDE.fullmatch(line):
            return "", 0
        name, *words = shlex.split(line)
        assert name == "frivilligrapport", line
        for path in self.folder.rglob("*"):
            os.utime(path, (NOON, NOON))  # files are shown with the day they were last changed
        program = [sys.executable, "-m", "frivilligrapport", *words]
        if words[0] == "preview":
            return "", self.show(program)
        screen, code = run_in_terminal(program, self.folder, self.environment, answers)
        return re.sub(rf"{re.escape(str(self.folder))}\S*", self.as_on_windows, screen), code

    def show(self, program: list[str]) -> int:
        """Start what shows pages until it is stopped, and stop it as a person does; give 0 when it went well."""
        words = [*program, "--no-browser"]
        with subprocess.Popen(
            words, cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, text=True
        ) as process:
            address = next(iter(process.stdout or ()))
            process.send_signal(signal.SIGINT)
        return 0 if address.startswith("http://127.0.0.1:") and process.returncode == 130 else 1

    def as_on_windows(self, found: re.Match[str]) -> str:
        """Give a path in the test's folder as it looks in the guide."""
        return found[0].replace(str(self.folder), SHOWN_ROOT).replace("/", "\\")


@pytest.mark.full
@pytest.mark.parametrize("name", GUIDES)
def test_the_screen_shows_what_the_guide_says(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Followed from top to bottom, every command shows what stands under it, and ends as it should."""
    office = Office(tmp_path / "Frivillighed", tmp_path / "tilstand")
    shutil.copytree(FILES / "start", office.folder)
    followed = [(step, *office.follow(step)) for step in steps(name)]
    if request.config.getoption("opdater"):
        screens = [(step, screen) for step, screen, _ in followed]
        (DOCS / f"{name}.md").write_text(with_screens(text_of(name), screens), encoding="utf-8", newline="\n")
    told = [(f"{name}.md:{step.line}", step.shown.text, step.shown.code) for step in steps(name) if step.shown]
    seen = [(screen, code) for step, screen, code in followed if step.shown]
    assert [(place, *saw) for (place, *_), saw in zip(told, seen, strict=True)] == told
    assert [step.text for step, _, code in followed if code and not step.shown] == []


@pytest.mark.parametrize("name", GUIDES)
def test_a_command_in_a_sentence_is_run_too(name: str) -> None:
    """A command that the text names is one of those that are run, or the beginning of one."""
    run = list(commands_in(steps(name)))
    named = inline_commands(text_of(name))
    assert [one for one in named if not any(f"{line} ".startswith(f"{one} ") for line in run)] == []


@pytest.mark.parametrize("name", GUIDES)
def test_every_block_is_followed(name: str) -> None:
    """No fenced block is of a kind that the test passes over."""
    fences = re.findall(r"^```\S+", text_of(name), re.MULTILINE)
    assert set(fences) <= {"```powershell", "```text", "```yaml"}
    assert len(fences) == sum(1 + (step.shown is not None) for step in steps(name) if step.kind != "files")


@pytest.mark.parametrize("name", GUIDES)
def test_links_lead_somewhere(name: str) -> None:
    """Each page that a guide points at is there."""
    links = re.findall(r"\]\(([\w./-]+\.\w+)(?:#[^)]*)?\)", text_of(name))
    assert links
    assert [link for link in links if not (DOCS / link).is_file()] == []
