"""Read a guide of docs/ as a story: commands, what the screen shows, and what is written in files.

A guide is Markdown. Only its fenced blocks and one kind of comment do anything; readers see neither the words after the
language nor the comments:

- ```powershell: commands, one a line; `powershell svar=2,j` says what is typed when the program asks.
- ```text: what the screen then shows, of all the block's commands; `text kode=1` when the last of them ends with 1.
- ```yaml står i FIL and ```yaml skriv i FIL: the first is in the file, once, and the second is written instead.
- ```yaml ny fil FIL: a new file. ```yaml tilføj i FIL: at the end of a file.
- <!-- testen lægger MAPPE ind -->: files from tests/eksempler/vejledninger/MAPPE arrive.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_PART = re.compile(
    r"^```(?P<language>powershell|text|yaml) ?(?P<info>[^\n]*)\n(?P<text>.*?)^```$"
    r"|^<!-- testen lægger (?P<files>\S+) ind -->$",
    re.DOTALL | re.MULTILINE,
)
_INLINE = re.compile(r"(?<!`)`(frivilligrapport [^`]+)`(?!`)")


@dataclass(frozen=True)
class Step:
    """One thing that happens: `kind` is powershell, yaml or files. `shown` is None when the guide shows no screen."""

    kind: str
    info: str
    text: str
    line: int
    shown: "Screen | None" = None


@dataclass(frozen=True)
class Screen:
    """What a guide says that the screen shows; `start` and `end` are its place in the guide's text."""

    text: str
    code: int
    start: int
    end: int


def steps_of(guide: str) -> list[Step]:
    """Give a guide's steps in order. What the screen shows must stand right after the commands that show it."""
    steps: list[Step] = []
    for match in _PART.finditer(guide):
        line = guide.count("\n", 0, match.start()) + 1
        if match["language"] == "text":
            last = steps.pop()
            assert last.kind == "powershell", f"linje {line}: skærmen vises uden en kommando før"
            code = int(match["info"].removeprefix("kode=") or 0)
            screen = Screen(match["text"], code, match.start("text"), match.end("text"))
            steps.append(Step(last.kind, last.info, last.text, last.line, screen))
        else:
            kind = match["language"] or "files"
            steps.append(Step(kind, match["info"] or match["files"] or "", match["text"] or "", line))
    return steps


def inline_commands(guide: str) -> set[str]:
    """Give the commands that are named inside sentences."""
    return set(_INLINE.findall(re.sub(r"^```.*?^```$", "", guide, flags=re.DOTALL | re.MULTILINE)))


def with_screens(guide: str, shown: list[tuple[Step, str]]) -> str:
    """Give the guide with what the screen really shows."""
    for step, text in reversed(shown):
        if step.shown:
            guide = guide[: step.shown.start] + text + guide[step.shown.end :]
    return guide


def write(step: Step, place: Callable[[str], Path], before: Step | None) -> None:
    """Do what a yaml block says. A block that is to be replaced must stand in its file exactly once."""
    what, _, name = step.info.rpartition(" ")
    path = place(name)
    if what == "ny fil":
        assert not path.exists(), f"linje {step.line}: {name} er der allerede"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.text, encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    if what == "tilføj i":
        path.write_text(text + step.text, encoding="utf-8")
    elif what == "står i":
        assert text.count(step.text) == 1, f"linje {step.line}: står {text.count(step.text)} gange i {name}"
    else:
        assert what == "skriv i", f"linje {step.line}: {step.info}"
        assert before, f"linje {step.line}: det, der står i forvejen, er ikke vist"
        assert before.info == f"står i {name}", f"linje {step.line}: {before.info}"
        path.write_text(text.replace(before.text, step.text), encoding="utf-8")


def commands_in(steps: list[Step]) -> Iterator[str]:
    """Give every command that is run, as it is typed."""
    return (line for step in steps if step.kind == "powershell" for line in step.text.splitlines())
