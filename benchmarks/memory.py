"""Show what a long report costs: pages, size, CPU seconds and peak memory of `build`, a process each.

And how the seconds grow with the pages, and what Typst takes for the same page, where it is installed (`typst`).
"""

import os
import sys
import tempfile
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import NamedTuple

import pikepdf
from in_typst import in_typst
from municipalities import FORVALTNINGER, write_municipality

INDSATSER = (2, 380, 760)  # a file: a report of some 17 pages, and those of some 150 and 300
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=['ua-1'])"


class Cost(NamedTuple):
    """What a PDF cost: its pages and kB, CPU seconds with those of processes of its own, and peak memory in MB."""

    pages: int
    size: float
    seconds: float
    peak: float


def cost(words: list[str], pdf: Path) -> Cost:
    """Run Python with some words that make a PDF."""
    process = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, *words])  # noqa: S606 - us
    _, status, used = os.wait4(process, 0)
    if status:
        raise SystemExit("det gik galt")
    with pikepdf.open(pdf) as opened:
        pages = len(opened.pages)
    return Cost(pages, pdf.stat().st_size / 1000, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def build(root: Path, output: Path) -> Cost:
    """Build the statusrapport from nothing."""
    words = ["-m", "frivilligrapport", "build", "2014", "--document", "statusrapport", "--no-cache"]
    return cost([*words, "--folder", str(root), "--output", str(output)], output / "statusrapport.pdf")


def typeset(page: Path) -> Cost:
    """Let Typst set what stands on a finished page of HTML, as tagged PDF/UA-1 too."""
    source, pdf = page.with_suffix(".typ"), page.with_suffix(".typ.pdf")
    source.write_text(in_typst(page), encoding="utf-8")
    return cost(["-c", TYPST, str(source), str(pdf)], pdf)


def main() -> None:
    """Write made-up municipalities with ever more indsatser and build each."""
    print("indsatser           sider   PDF kB  sekunder   MB   MB pr. side  eksponent")
    before: Cost | None = None
    with tempfile.TemporaryDirectory() as folder:
        for number, indsatser in enumerate(INDSATSER, start=1):
            root = write_municipality(Path(folder), number, indsatser)
            output = Path(folder) / f"ud-{number}"
            now = build(root, output)
            grown = f"{log(now.seconds / before.seconds) / log(now.pages / before.pages):9.2f}" if before else ""
            show(str(indsatser * len(FORVALTNINGER)), now, grown)
            if before and find_spec("typst"):
                show("  Typst, samme side", typeset(output / "statusrapport.html"))
            before = now


def show(name: str, one: Cost, grown: str = "") -> None:
    """Print a line."""
    each = one.peak / one.pages
    print(
        f"{name:<19}{one.pages:6} {one.size:8.0f} {one.seconds:9.1f} {one.peak:4.0f} {each:13.2f}  {grown}", flush=True
    )


if __name__ == "__main__":
    main()
