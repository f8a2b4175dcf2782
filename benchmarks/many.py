"""Show how `figures` grows with the number of municipalities in a folder: seconds and peak memory, a process each."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from municipalities import write_municipality

NUMBERS = (1, 7, 14, 49, 98)
FILES = 7
ROUNDS = 3


def run(folder: Path) -> tuple[float, float]:
    """Run `figures` over a folder of municipalities; give seconds and peak memory in megabytes."""
    command = [sys.executable, "-m", "frivilligrapport", "figures", "--format", "json", "--folder", str(folder)]
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def main() -> None:
    """Write the municipalities, then measure each number of them, in turn, and print the best of the rounds."""
    with tempfile.TemporaryDirectory() as scratch:
        folders = {number: Path(scratch) / str(number) for number in NUMBERS}
        for number, folder in folders.items():
            for one in range(1, number + 1):
                write_municipality(folder, one)
        rounds = [{number: run(folder) for number, folder in folders.items()} for _ in range(ROUNDS)]
        best = {number: min(one[number] for one in rounds) for number in NUMBERS}
        print("kommuner    filer        s   pr. kommune ms      MB   tid mod 1   hukommelse mod 1")
        for number, (seconds, memory) in best.items():
            row = f"{number:8} {number * FILES:8} {seconds:8.2f} {seconds / number * 1000:16.0f} {memory:7.0f}"
            print(f"{row} {seconds / best[1][0]:9.1f} x {memory / best[1][1]:16.2f} x")


if __name__ == "__main__":
    main()
