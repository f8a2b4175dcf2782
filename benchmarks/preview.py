"""Measure `preview`: seconds from the save of a file to the page that shows it, asked for as the window does.

The year 2014 of this repository is copied, and one figure in one status file is changed again and again.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
FILE = "indberetninger/2014/tmf.yaml"
FIGURE = "antal: {}\n        forrige_år: 12"
SAVES = 15
SHOWN = {"rapporten for 2014": ("2014", "statusrapport"), "kapitlet om TMF": (FILE, "kapitel-tmf")}


@contextmanager
def preview(root: Path, named: str) -> Iterator[str]:
    """Run `preview` in a folder; give its address."""
    command = [sys.executable, "-m", "frivilligrapport", "preview", named, "--no-browser"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        yield next(iter(process.stdout or ())).strip()
        process.terminate()


def seconds(root: Path, address: str, document: str) -> Iterator[float]:
    """Save the file; give how long it took until the page was there, for each save."""
    file = root / FILE
    text = file.read_text(encoding="utf-8")
    with urlopen(f"{address}begivenheder") as news:  # noqa: S310 - our own server
        page = read(address, document)
        for number in range(SAVES):
            began = time.perf_counter()
            file.write_text(text.replace(FIGURE.format(21), FIGURE.format(30 + number)), encoding="utf-8")
            while f"{30 + number} projekter" not in page:
                next(line for line in news if line.startswith(b"data:"))
                page = read(address, document)
            yield time.perf_counter() - began


def read(address: str, document: str) -> str:
    """Ask for what stands beside the page, and for the page, as the window does."""
    with urlopen(f"{address}tilstand/{document}") as answer:  # noqa: S310 - our own server
        json.load(answer)
    with urlopen(f"{address}dokument/{document}.html") as answer:  # noqa: S310 - our own server
        page: str = answer.read().decode()
    return page


def main() -> None:
    """Print the median, the fastest and the slowest of the saves, for the report and for one chapter."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        shutil.copytree(ROOT / "indberetninger", root / "indberetninger")
        for title, (named, document) in SHOWN.items():
            with preview(root, named) as address:
                found = sorted(seconds(root, address, document))
            shutil.copy(ROOT / FILE, root / FILE)
            times = f"median {statistics.median(found):.2f} s, {found[0]:.2f} til {found[-1]:.2f} s, {SAVES} gange"
            print(f"{title:<20} {times} ({_busy()})")


def _busy() -> str:
    """Tell how much else the machine does, which the seconds depend on."""
    return f"{os.getloadavg()[0]:.1f} processer om {os.cpu_count()} kerner"


if __name__ == "__main__":
    main()
