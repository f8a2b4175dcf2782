"""Hold `build` against WeasyPrint alone on the same HTML, and all documents of a year against two cores and one word.

CPU time (user and system) of whole processes and, where it says so, wall time; in turn, and the ratios within a round.
All have their bytecode compiled. The gates are what holds a finished document against the standards, the edges of its
pages, what was typed, and personal data.
"""

import argparse
import json
import os
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path
from statistics import median
from typing import NamedTuple

from rivals import ROOT
from start import PROGRAM

ALONE = "import sys; from weasyprint import HTML; HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/a-2a')"
# What the program loads it loads without a look for rings, and loading the checker is a part of the check.
WITHOUT_GATES = """\
import gc, sys
gc.disable()
from frivilligrapport.cli import main
from frivilligrapport.pipeline import edition, output_gate
from frivilligrapport.pipeline.words_gate import Held
from frivilligrapport.rendering.pdf import checked, typeset
def nothing(*_): return ()
edition.refuse_personal_data = edition.refuse_in_texts = output_gate.refuse_personal_data = nothing
Held.refuse_altered = checked.find_breaches = typeset.find_overruns = typeset.find_ink_outside = nothing
checked.is_checkable = lambda: True
gc.enable()
sys.exit(main())"""
# What is rendered, each document once, and how long each PDF takes.
MADE = """\
import json, sys, time
from frivilligrapport.cli import main
from frivilligrapport.pipeline import edition
from frivilligrapport.rendering.pdf import checked, typeset
render, make, rendered, took = edition.render, checked.to_checked_pdf, {}, []
def noted(name, values, *given):
    rendered[id(values["dokument"])] = values["dokument"]
    return render(name, values, *given)
def timed(html):
    begun = time.process_time()
    made = make(html)
    took.append(time.process_time() - begun)
    return made
edition.render, checked.to_checked_pdf = noted, timed
main()
print(json.dumps([[type(one).__name__ for one in rendered.values()], took]))"""
WORD = "voksede antallet"


class Used(NamedTuple):
    """The seconds that a command took: of the processors, and on the wall."""

    cpu: float
    wall: float


class Row(NamedTuple):
    """What is told, its share in a round by what each command used, and the most that it may be."""

    work: str
    share: Callable[[Mapping[str, Used]], float]
    goal: str = "–"


REPORT_ROWS = (
    Row("statusrapport uden kontroller / WeasyPrint", lambda one: one["uden"].cpu / one["alene"].cpu, "1.10"),
    Row("alle kontroller / WeasyPrint", lambda one: (one["alt"].cpu - one["uden"].cpu) / one["alene"].cpu, "0.15"),
)
YEAR_ROWS = (
    Row("årets dokumenter, væg: to ad gangen / én", lambda one: one["to"].wall / one["én"].wall),
    Row("et ord ændret / forfra, CPU", lambda one: one["ord"].cpu / one["én"].cpu),
)


def use(command: Sequence[str]) -> Used:
    """Run a command from the repository's top; give what it used, with its children. Raises where it fails."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Used(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)


def show(commands: Mapping[str, Sequence[str]], rows: Sequence[Row], rounds: int, before: Callable[[], object]) -> None:
    """Run the commands in turn, after a round that is not counted, and print the rows, the medians and the commands."""
    found: list[dict[str, Used]] = []
    for _ in range(rounds + 1):
        before()
        found.append({name: use(command) for name, command in commands.items()})
    counted = found[1:]
    print(f"{'':44} {'forhold':>8} {'fra-til':>11} {'mål':>5}")
    for row in rows:
        shares = sorted(map(row.share, counted))
        spread = f"{shares[0]:.2f}-{shares[-1]:.2f}"
        print(f"{row.work:44} {median(shares):8.2f} {spread:>11} {row.goal:>5}")
    for name, command in commands.items():
        cpu, wall = (median(one[name][number] for one in counted) for number in (0, 1))
        script = [word if "\n" not in word else "…" for word in command]
        print(f"  {name}: {cpu:.2f} s CPU, {wall:.2f} s på væguret\n    {shlex.join(script)}", flush=True)


def show_report(scratch: Path, rounds: int) -> None:
    """Compare the statusrapport of 2014 from nothing with WeasyPrint."""
    build = ["build", "2014", "--document", "statusrapport", "--no-cache", "--jobs", "1", "--output", str(scratch)]
    use([*PROGRAM, *build])
    commands = {
        "alt": [*PROGRAM, *build],
        "uden": [sys.executable, "-c", WITHOUT_GATES, *build],
        "alene": [sys.executable, "-c", ALONE, str(scratch / "statusrapport.html"), str(scratch / "alene.pdf")],
    }
    show(commands, REPORT_ROWS, rounds, lambda: None)


def show_year(scratch: Path, rounds: int) -> None:
    """Compare all documents of 2014 one at a time, two at a time, and when one word of them has changed."""
    root = scratch / "rapport"
    shutil.copytree(ROOT / "indberetninger", root / "indberetninger")
    build = ["build", "2014", "--folder", str(root)]
    file = root / "indberetninger/2014/tmf.yaml"
    text, changes = file.read_text(encoding="utf-8"), count(2)

    def change() -> None:
        # Another word each time: what has been made is kept.
        file.write_text(text.replace(WORD, WORD.replace("o", "o" * next(changes), 1)), encoding="utf-8")

    rendered, took = made_by(build)
    change()
    again, set_again = made_by(build)
    commands = {
        "ord": [*PROGRAM, *build],
        "én": [*PROGRAM, *build, "--no-cache", "--jobs", "1"],
        "to": [*PROGRAM, *build, "--no-cache", "--jobs", "2"],
    }
    show(commands, YEAR_ROWS, rounds, change)
    longest = max(took) / sum(took)
    print(f"{len(rendered)} dokumenter, {len(took)} PDF'er, hvoraf den længste tager {longest:.2f} af tiden.")
    print(f"Et ord ændret: {len(again)} skrevet igen ({', '.join(again)}), {len(set_again)} PDF sat igen.")


def made_by(build: Sequence[str]) -> tuple[list[str], list[float]]:
    """Build one PDF at a time; give the kinds of the documents that were rendered, and what each PDF took."""
    command = [sys.executable, "-c", MADE, *build, "--jobs", "1"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1]
    rendered, took = json.loads(told)
    return rendered, took


def main() -> None:
    """Read what is asked for, and show it."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--rounds", type=int, default=7)
    reader.add_argument("--only", choices=("rapport", "år"))
    asked = reader.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # without bytecode the program is compiled at each start
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = str(Path(folder) / "cache")
        if asked.only != "år":
            show_report(Path(folder), asked.rounds)
        if asked.only != "rapport":
            show_year(Path(folder), asked.rounds)


if __name__ == "__main__":
    main()
