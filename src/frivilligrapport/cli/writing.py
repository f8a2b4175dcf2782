"""Write the output whole or not at all. The only writer."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from frivilligrapport.cli.exits import CannotWrite


def write_all(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files into a folder, made if need be; give their paths. Raises CannotWrite, and then nothing has changed.

    All are written beside the target first; only when every one is there do they take their places.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".bygger-") as scratch:
            for name, data in files.items():
                (Path(scratch) / name).write_bytes(data)
            _take_places(Path(scratch), folder, list(files))
    except OSError as error:
        name = Path(error.filename).name if error.filename else folder.name
        hint = "Se efter, om filen er åben i et andet program, om der er plads på disken, og om du må skrive der."
        raise CannotWrite(f"»{folder}« kan ikke skrives (»{name}«).", hint) from error
    return [folder / name for name in files]


def _take_places(scratch: Path, folder: Path, names: list[str]) -> None:
    """Move the new files in and the old ones out; put everything back when one of them cannot be moved."""
    moved: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).replace(scratch / f"{name}.old")
            moved.append(name)
            (scratch / name).replace(folder / name)
    except OSError:
        for name in moved:
            if (scratch / f"{name}.old").exists():
                (scratch / f"{name}.old").replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise
