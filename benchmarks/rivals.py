"""Run our `validate` and three other checkers over a status file, a process each, and read what they say."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "indberetninger" / "skema" / "statusfil.schema.json"
YAMALE = Path(__file__).parent / "statusfil.yamale.yaml"
YAMLLINT = "{extends: relaxed, rules: {line-length: disable}}"
_PLACES = re.compile(r"line (\d+), column (\d+)|^[^\n]*?:(\d+):(\d+): \[", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """What a checker said: whether it saw anything, the places it named, its words, and whether it broke down."""

    saw: bool
    places: tuple[tuple[int, int], ...]
    words: str
    broke: bool = False


def _ours(done: subprocess.CompletedProcess[str]) -> Answer:
    found = json.loads(done.stdout)["fund"]
    places = tuple((one["linje"], one["kolonne"]) for one in found)
    return Answer(bool(found), places, "\n".join(f"{one['besked']} {one['råd']}" for one in found))


def _theirs(done: subprocess.CompletedProcess[str]) -> Answer:
    words = done.stdout + done.stderr
    places = tuple((int(line or other), int(column or its)) for line, column, other, its in _PLACES.findall(words))
    return Answer(bool(done.returncode or places), places, words, "Traceback" in words)


@dataclass(frozen=True)
class Checker:
    """A program that checks files: its name, its words before the files, and how its answer is read."""

    name: str
    words: tuple[str, ...]
    read: Callable[[subprocess.CompletedProcess[str]], Answer] = _theirs

    def command(self, files: Iterable[Path]) -> list[str]:
        """Give the command that checks the files."""
        return [*self.words, *map(str, files)]

    def check(self, file: Path) -> Answer:
        """Check one file in a process of its own."""
        done = subprocess.run(
            self.command([file]), capture_output=True, encoding="utf-8", errors="replace", check=False
        )
        return self.read(done)


def _module(*words: str) -> tuple[str, ...]:
    return (sys.executable, "-m", *words)


OURS = Checker("frivilligrapport", _module("frivilligrapport", "validate", "--format", "json"), _ours)
CHECK_JSONSCHEMA = Checker("check-jsonschema", _module("check_jsonschema", "--schemafile", str(SCHEMA)))
_YAMALE = "import sys; from yamale.command_line import main; sys.argv[0] = 'yamale'; main()"
YAMALE_CHECKER = Checker("yamale", (sys.executable, "-c", _YAMALE, "-s", str(YAMALE)))
YAMLLINT_CHECKER = Checker("yamllint", _module("yamllint", "-f", "parsable", "-d", YAMLLINT))
CHECKERS = (OURS, CHECK_JSONSCHEMA, YAMALE_CHECKER, YAMLLINT_CHECKER)


def status_files() -> list[Path]:
    """Give the seven status files of 2014."""
    names = ("tmf", "sof", "kff", "buf", "suf", "bif", "oekf")
    return [ROOT / "indberetninger" / "2014" / f"{name}.yaml" for name in names]
