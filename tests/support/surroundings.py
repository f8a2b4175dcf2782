"""Editions of a year built by the real program, and the surroundings that must not show in them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'
TABLES = {"csv": "tabeller", "xlsx": "tal.xlsx", "json": "tal.json"}


@dataclass(frozen=True)
class Surroundings:
    """What one office has otherwise than another: its environment, its folder, and whether fonts are installed."""

    environment: Mapping[str, str] = field(default_factory=dict)
    folder: str = "her"
    has_fonts: bool = True
    is_locked: bool = False


def copied(work_folder: Path, place: Path, *, is_locked: bool) -> Path:
    """Copy a work folder; a locked copy can only be read."""
    shutil.copytree(work_folder, place)
    if is_locked:
        for path in (place, *place.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
    return place


def build_edition(work_folder: Path, scratch: Path, around: Surroundings) -> dict[str, bytes]:
    """Build the statusrapport and export the figures of 2014 in a copy of the folder; give every file by its name."""
    scratch.mkdir(parents=True)
    root = copied(work_folder, scratch / around.folder / "arbejde", is_locked=around.is_locked)
    environment = os.environ | dict(around.environment)
    if not around.has_fonts:
        (scratch / "fonts.conf").write_text(NO_FONTS, encoding="utf-8")
        environment |= {"FONTCONFIG_FILE": str(scratch / "fonts.conf")}
    made = scratch / "ud"
    _run("build", "2014", "--no-cache", "--document", "statusrapport", "--output", made, cwd=root, env=environment)
    for form, name in TABLES.items():
        target = made / name
        found = _run("figures", "2014", "--format", form, "--output", target, cwd=root, env=environment)
        if form != "csv" and not target.exists():
            target.write_bytes(found)
    return {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}


def _run(*words: str | Path, cwd: Path, env: Mapping[str, str]) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "frivilligrapport", *words], cwd=cwd, env=env, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode(errors="replace")
    return done.stdout
