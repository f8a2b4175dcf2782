"""This repository as tests meet it: where things lie, its own data, and the texts that it expects."""

import shutil
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
GOLDEN = REPOSITORY / "tests" / "golden"
EXAMPLES = REPOSITORY / "tests" / "eksempler"

# Compares what was made with the file that it must equal (the fixture `as_expected`).
AsExpected = Callable[[Path, str | bytes], None]


def copenhagen(folder: Path) -> Path:
    """Make a folder with a copy of the project's own deliveries, outside git and without anything built."""
    shutil.copytree(REPOSITORY / "indberetninger", folder / "indberetninger")
    return folder
