"""Files that commands write: all of them whole, or none."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from frivilligrapport.cli.exits import CannotWrite
from frivilligrapport.pipeline.output_gate import refuse_personal_data


def write_all(folder: Path, files: Mapping[str, bytes], known: frozenset[str] = frozenset()) -> list[Path]:
    """Write files into a folder, made if need be; give their paths.

    Raises CannotWrite or, where personal data would be written, PersonalDataInOutput, and then nothing has changed.
    `known` are numbers that only look like it, as `refuse_personal_data` takes them.
    All are written beside the target first; only when every one is there do they take their places.
    """
    refuse_personal_data(files, known)
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


def write_new(folder: Path, files: Mapping[str, bytes], empty: Iterable[str] = ()) -> list[str]:
    """Write files, by their path with `/`, and empty folders into a folder; give the names of files that are there.

    What is there stays as it is. Raises CannotWrite or PersonalDataInOutput, and then nothing of what was to be written
    is left.
    """
    refuse_personal_data(files)
    with ExitStack() as undo:
        place, kept = folder, list[str]()
        try:
            for place in (folder / name for name in empty):
                _make_folder(place, undo)
            for name, data in files.items():
                place = folder / name
                _make_folder(place.parent, undo)
                if place.exists():
                    kept.append(name)
                    continue
                with place.open("xb") as target:
                    undo.callback(place.unlink, missing_ok=True)
                    target.write(data)
        except OSError as error:
            hint = "Se efter, om der er plads på disken, og om du må skrive der."
            raise CannotWrite(f"»{place}« kan ikke skrives.", hint) from error
        undo.pop_all()
    return kept


def _make_folder(folder: Path, undo: ExitStack) -> None:
    if not folder.exists():
        _make_folder(folder.parent, undo)
        folder.mkdir()
        undo.callback(folder.rmdir)


def append_text(file: Path, text: str) -> None:
    """Add text at the end of a file, made if need be. Raises CannotWrite."""
    try:
        with file.open("a", encoding="utf-8", errors="replace", newline="\n") as target:
            target.write(text)
    except OSError as error:
        hint = "Se efter, om der er plads på disken, og om du må skrive der."
        raise CannotWrite(f"»{file}« kan ikke skrives.", hint) from error


def replace_files(files: Mapping[Path, bytes]) -> None:
    """Put new bytes in files that are there, whole or not at all; who may read and write them stays as it is.

    Raises CannotWrite; none of the files has then been changed, unless the machine failed between two of them. A link
    stays a link: it is the file it leads to that changes.
    """
    with ExitStack() as stack:
        path = Path()
        try:
            ready: dict[Path, Path] = {}
            for path, data in ((path.resolve(), data) for path, data in files.items()):
                ready[path] = _written_beside(path, data)
                stack.callback(ready[path].unlink, missing_ok=True)
            for path, new in ready.items():
                new.replace(path)
        except OSError as error:
            hint = "Se efter, om filen er åben i et andet program, om der er plads på disken, og om du må skrive der."
            raise CannotWrite(f"»{path}« kan ikke skrives.", hint) from error


def _written_beside(path: Path, data: bytes) -> Path:
    if not os.access(path, os.W_OK):
        raise PermissionError(path)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".retter-", delete=False) as target:
        target.write(data)
    shutil.copymode(path, target.name)
    return Path(target.name)
