"""Show how reading and adding up grow with the number of municipalities: seconds and peak memory, a process each."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from municipalities import write_municipality

NUMBERS = (1, 7, 14, 49, 98)


def measure(folders: list[str]) -> None:
    """Read and add up the folders; print seconds for reading, seconds for adding up, figures, and peak memory."""
    from frivilligrapport.collection.loader import load  # noqa: PLC0415 - the import is not what is measured
    from frivilligrapport.figures.register import count  # noqa: PLC0415

    begun = time.perf_counter()
    read = [load(Path(folder)) for folder in folders]
    between = time.perf_counter()
    registers = [count(one, one.aargange[0]) for one in read]
    figures = sum(len(one.figures) for one in registers if one.totals and one.by_forvaltning and one.gross)
    ended = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{between - begun:.3f} {ended - between:.3f} {figures} {peak:.0f}")


def main() -> None:
    """Write the municipalities once and measure each number of them in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        made = [str(write_municipality(Path(folder), number)) for number in range(1, NUMBERS[-1] + 1)]
        print("kommuner    filer      tal   læst s   talt s   pr. kommune ms   MB   mod 1 kommune")
        first = 0.0
        for number in NUMBERS:
            command = [sys.executable, __file__, *made[:number]]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            read, added, figures, peak = (float(word) for word in done.stdout.split())
            first = first or read + added
            each = (read + added) / number * 1000
            row = f"{number:8} {number * 7:8} {figures:8.0f} {read:8.2f} {added:8.2f} {each:16.0f} {peak:4.0f}"
            print(f"{row} {(read + added) / first:12.1f} x")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1:])
    else:
        main()
