"""Run the program as its users do: in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from work_folder import status_file, write_folder


@dataclass(frozen=True)
class Run:
    """What a run came to."""

    code: int
    out: str
    err: str


Program = Callable[..., Run]


def _text(output: bytes) -> str:
    """Read what was printed, also from a console in another encoding."""
    return output.decode(errors="replace")


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Run `frivilligrapport` with the words given, in `cwd`; `env` adds to the environment."""

    def run(*words: str | Path, cwd: Path = tmp_path, env: dict[str, str] | None = None) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "frivilligrapport", *map(str, words)],
            cwd=cwd,
            env=os.environ | {"XDG_STATE_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")} | (env or {}),
            capture_output=True,
            check=False,
        )
        return Run(done.returncode, _text(done.stdout), _text(done.stderr))

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a small work folder without faults, in a folder with a space and an æ in its name."""
    files = {f"2014/{one}.yaml": status_file(name) for one, name in (("tmf", "TMF"), ("sof", "SOF"), ("oekf", "ØKF"))}
    return write_folder(tmp_path / "Prøve mappe", dict(files))
