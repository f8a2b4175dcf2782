"""Show what a long report costs: pages, size, seconds and peak memory of `build`, a process each."""

import os
import sys
import tempfile
import time
from pathlib import Path

import pikepdf
from municipalities import FORVALTNINGER, write_municipality

INDSATSER = (2, 64)  # a file: a report of some 17 pages, and one of some 150


def build(root: Path, output: Path) -> tuple[float, float]:
    """Build the statusrapport from nothing; give seconds and peak memory in MB."""
    words = [
        "build",
        "2014",
        "--document",
        "statusrapport",
        "--no-cache",
        "--folder",
        str(root),
        "--output",
        str(output),
    ]
    begun = time.perf_counter()
    process = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, "-m", "frivilligrapport", *words])  # noqa: S606 - us
    _, status, used = os.wait4(process, 0)
    if status:
        raise SystemExit("build gik galt")
    return time.perf_counter() - begun, used.ru_maxrss / 1024


def main() -> None:
    """Write made-up municipalities with ever more indsatser and build each."""
    print("indsatser   sider   PDF kB   sekunder   MB   MB pr. side", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        for number, indsatser in enumerate(INDSATSER, start=1):
            root = write_municipality(Path(folder), number, indsatser)
            output = Path(folder) / f"ud-{number}"
            seconds, peak = build(root, output)
            path = output / "statusrapport.pdf"
            with pikepdf.open(path) as pdf:
                pages = len(pdf.pages)
            size = path.stat().st_size / 1000
            total = indsatser * len(FORVALTNINGER)
            print(f"{total:9} {pages:7} {size:8.0f} {seconds:10.1f} {peak:4.0f} {peak / pages:13.2f}", file=sys.stderr)


if __name__ == "__main__":
    main()
