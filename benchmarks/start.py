"""Hold the start of the program against yardsticks: CPU seconds of whole processes, in turn, and their ratio.

A row is a piece of work, a yardstick, and how much of the yardstick's time the work may take. Both have their bytecode
compiled. With --many the rows are of work on many files and of work done again, on as many made-up municipalities as it
says. check-jsonschema and ajv are installed below `.benchmarks` when they are not there; ajv takes npm.
"""

import argparse
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from municipalities import write_municipality
from rivals import ROOT, SCHEMA, status_files

RIVALS = ROOT / ".benchmarks" / "check-jsonschema"
AJV = ROOT / ".benchmarks" / "ajv"
# What several processes use is not all told to who began them: on one core there is one.
ONE_CORE = ("taskset", "-c", "0")
READING = """\
import sys; from pathlib import Path; from frivilligrapport.collection.loader import load
for folder in sorted(Path(sys.argv[1]).iterdir()): load(folder)"""
PROGRAM = (sys.executable, "-m", "frivilligrapport")
BARE = (sys.executable, "-c", "pass")


class Row(NamedTuple):
    """What is measured, the command for it, what it is held against, and the share of its time that it may take."""

    work: str
    command: Sequence[str]
    yardstick: Sequence[str]
    goal: float


class Measured(NamedTuple):
    """The CPU seconds of each run of both, in turn."""

    ours: list[float]
    theirs: list[float]

    @property
    def ratios(self) -> list[float]:
        """Give the ratio of each pair of neighbours, from the smallest."""
        return sorted(our / their for our, their in zip(self.ours, self.theirs, strict=True))


def rows() -> Iterator[Row]:
    """Yield what is measured; the goals are those of issue 14."""
    files = [str(path.relative_to(ROOT)) for path in status_files()]
    rival = (_check_jsonschema(), "--schemafile", str(SCHEMA.relative_to(ROOT)), *files)
    yield Row("--version / python -c pass", (*PROGRAM, "--version"), BARE, 6)
    yield Row("validate, 7 filer / check-jsonschema", (*PROGRAM, "validate", *files), rival, 0.5)
    yield Row("validate, 1 fil / check-jsonschema på de 7", (*PROGRAM, "validate", files[0]), rival, 0.35)


def rows_of_many(scratch: Path, number: int) -> Iterator[Row]:
    """Yield what is measured of many files and of what is done again; the goals are those of issue 14."""
    small, large = scratch / "small", scratch / "large"
    for one in range(1, number + 1):
        write_municipality(small, one)
        write_municipality(large, one, indsatser=35)  # 6 KB a file
    os.environ["XDG_CACHE_HOME"] = str(scratch / "cache")
    build = (*PROGRAM, "build", "2014", "--output", str(scratch / "udgivelse"))
    yield Row("build, uændret / validate", build, (*PROGRAM, "validate"), 1.2)
    figures = (*PROGRAM, "figures", "--format", "json", "--folder", str(small))
    yield Row(f"figures, {number} x 7 filer / load", figures, (sys.executable, "-c", READING, str(small)), 1.8)
    files = f"{large}/*/indberetninger/2014/[!r]*.yaml"
    rival = (_ajv(), "validate", "--spec=draft7", "--strict=false", "-s", str(SCHEMA.relative_to(ROOT)), "-d", files)
    bulk = (*ONE_CORE, *PROGRAM, "validate", "--folder", str(large))
    yield Row(f"validate, {number} x 7 filer / ajv-cli", bulk, rival, 0.85)


def _ajv() -> str:
    if not (AJV / "node_modules").is_dir():
        subprocess.run(["npm", "install", "--silent", "--prefix", str(AJV), "ajv-cli@5"], check=True)  # noqa: S607
    return str(AJV / "node_modules" / ".bin" / "ajv")


def _check_jsonschema() -> str:
    place = RIVALS / ("Scripts" if os.name == "nt" else "bin")
    if not list(place.glob("check-jsonschema*")):
        venv.create(RIVALS, with_pip=True)
        install = [str(place / "python"), "-m", "pip", "install", "--quiet", "check-jsonschema>=0.35"]
        subprocess.run(install, check=True)
    return str(place / "check-jsonschema")


def cpu_seconds(command: Sequence[str]) -> float:
    """Run a command from the repository's top; give its user and system time. Raises where it fails."""
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_utime + usage.ru_stime


def measure(row: Row, rounds: int) -> Measured:
    """Run both in turn, after a round that is not counted."""
    found = Measured([], [])
    for number in range(rounds + 1):
        ours, theirs = cpu_seconds(row.command), cpu_seconds(row.yardstick)
        if number:
            found.ours.append(ours)
            found.theirs.append(theirs)
    return found


def show(every: Sequence[Row], rounds: int) -> None:
    """Measure every row and print the medians, the ratio with its spread, the goal, and the commands."""
    print(f"{'':44} {'ms':>6} {'mod ms':>7} {'forhold':>8} {'fra-til':>11} {'mål':>5}")
    for row in every:
        found = measure(row, rounds)
        ours, theirs = (statistics.median(seconds) * 1000 for seconds in found)
        ratios = found.ratios
        spread = f"{ratios[0]:.2f}-{ratios[-1]:.2f}"
        told = f"{ours:6.0f} {theirs:7.0f} {statistics.median(ratios):8.2f} {spread:>11} {row.goal:5}"
        print(f"{row.work:44} {told}", flush=True)
    for row in every:
        print(f"\n{row.work}\n  {shlex.join(row.command)}\n  {shlex.join(row.yardstick)}")


def main() -> None:
    """Read what is asked for, and show it."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--rounds", type=int, default=11)
    reader.add_argument("--many", type=int, metavar="KOMMUNER", help="98, or 143 for a thousand files")
    asked = reader.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # without bytecode the program is compiled at each start
    with tempfile.TemporaryDirectory() as scratch:
        show(list(rows_of_many(Path(scratch), asked.many) if asked.many else rows()), asked.rounds)


if __name__ == "__main__":
    main()
