"""The program as its users run it: in this process, or in one of its own."""

import contextlib
import io
import os
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from unittest.mock import patch

from frivilligrapport.cli import main
from frivilligrapport.cli.execution import building
from frivilligrapport.pipeline.edition import Means
from frivilligrapport.rendering.templates.sources import CompiledTemplates

_OUR_BUG = 5
# What templates are compiled to is handed from run to run: it takes as long as all else in a small build.
_MEANS = partial(Means, compiled=CompiledTemplates())
# Python and the libraries below it read these once, when a process starts.
_READ_AT_THE_START = ("PYTHON", "LC_", "LANG", "FONTCONFIG")


@dataclass(frozen=True)
class Run:
    """What a run came to."""

    code: int
    out: str
    err: str


class Program(Protocol):
    """Run `frivilligrapport` with the words given, in `cwd`.

    `env` adds to the environment, and `typed` is what stands on standard input, which is no terminal.
    """

    def __call__(
        self, *words: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None, typed: str = ""
    ) -> Run:
        """Give exit code and output."""
        ...


def in_process(home: Path) -> Program:
    """Give the program in this process; `home` is where it runs unless told, and holds the user's own folders.

    Nothing of a run is left behind but its files, and what is loaded is still loaded. An exception that gets through is
    raised here.
    """

    def run(*words: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None, typed: str = "") -> Run:
        for name in env or {}:
            assert not name.startswith(_READ_AT_THE_START), f"{name} takes a process of its own: use `process`"
        out, err = _stream(), _stream(errors="backslashreplace")
        # Where standard output is no terminal, Python asks the first one how wide it is.
        streams: dict[str, Any] = {"stdin": _stream(typed), "stdout": out, "stderr": err, "__stdout__": out}
        with (
            _environment(_own_folders(home) | dict(env or {})),
            contextlib.chdir(cwd or home),
            patch.multiple(sys, **streams),
            patch.object(building, "Means", _MEANS),
            warnings.catch_warnings(),
        ):
            code = _exit_code([str(word) for word in words])
        return _told(home, code, _bytes(out), _bytes(err))

    return run


def as_process(home: Path) -> Program:
    """Give the program in a process of its own, as `in_process` otherwise."""

    def run(*words: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None, typed: str = "") -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "frivilligrapport", *words],
            cwd=cwd or home,
            env=os.environ | _own_folders(home) | dict(env or {}),
            input=typed.encode(),
            capture_output=True,
            check=False,
        )
        return _told(home, done.returncode, done.stdout, done.stderr)

    return run


def _own_folders(home: Path) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}


def _stream(typed: str = "", errors: str = "strict") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8", errors=errors)


def _bytes(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    stream.seek(0)
    return bytes(stream.buffer.read())


@contextlib.contextmanager
def _environment(added: Mapping[str, str]) -> Iterator[None]:
    """Add to the environment, and let the clock follow its TZ."""
    try:
        with patch.dict(os.environ, added):
            time.tzset()
            yield
    finally:
        time.tzset()


def _exit_code(words: list[str]) -> int:
    try:
        return main(words)
    except SystemExit as end:  # so does Typer when it has answered the Tab key
        return int(end.code or 0)


def _told(home: Path, code: int, out: bytes, err: bytes) -> Run:
    """Give a run, also from a console in another encoding; a traceback from our own bug is shown with the test."""
    log = home / "frivilligrapport" / "log" / "fejl.log"
    if code == _OUR_BUG and log.exists():
        sys.stderr.write(log.read_text(encoding="utf-8"))
    return Run(code, out.decode(errors="replace"), err.decode(errors="replace"))
