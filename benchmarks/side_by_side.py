"""Time commands in turn, A B C A B C …, as whole processes."""

import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence


def medians(commands: Mapping[str, Sequence[str]], rounds: int = 7) -> dict[str, float]:
    """Give each command's median wall time in seconds, after one round that is not counted."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            begun = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            if number:
                times[name].append(time.perf_counter() - begun)
    return {name: statistics.median(found) for name, found in times.items()}


def show(found: Mapping[str, float], base: str) -> None:
    """Print the medians, and each as a multiple of `base`."""
    width = max(len(name) for name in found)
    for name, seconds in found.items():
        print(f"{name:<{width}}  {seconds * 1000:8.0f} ms  {seconds / found[base]:6.1f} x")
    print()
