"""The command line: what is typed, what is printed, and how a run ends. The only place that prints and writes."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frivilligrapport import __version__
from frivilligrapport.cli.boundary import guarded
from frivilligrapport.cli.completion import VARIABLE

_MADE_BETWEEN_LOOKS = 500_000  # objects, some 50 MB: more than are alive when a report of twenty pages is made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code (design, section 4)."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    # What a command makes lives until it ends: to look for rings in it, and once more when all is given back, takes a
    # seventh of the time of a short one.
    gc.set_threshold(_MADE_BETWEEN_LOOKS)
    atexit.register(gc.freeze)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed, or started by Windows without a console
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - it is open to the end
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in cp1252 shows a question mark for what it lacks, and the program goes on.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    return guarded(lambda: _run(words))


def _run(words: list[str]) -> Any:
    if words == ["--version"]:  # answered at once: an installer and a script ask nothing else
        sys.stdout.write(f"frivilligrapport {__version__}\n")
        sys.stdout.flush()
        return None
    if _names_paths_alone(words):
        from frivilligrapport.cli.execution.validation import validate

        return validate(words[1:])
    from frivilligrapport.cli.app import run

    return run(words)


def _names_paths_alone(words: list[str]) -> bool:
    """Tell whether files are to be looked at, with no option that must be understood first.

    It is what is typed most, and what understands options takes as long to load as it takes to look at a file.
    """
    return words[:1] == ["validate"] and not any(word.startswith("-") for word in words) and VARIABLE not in os.environ
