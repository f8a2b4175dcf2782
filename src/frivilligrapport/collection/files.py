"""The files of a work folder, wherever they are: on disk, or handed over as bytes where there is no disk."""

from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol

from frivilligrapport.collection.folder import FoundFile, as_shown, files_below, shown_path, year_folders, year_in
from frivilligrapport.reading.field_names import FieldNames
from frivilligrapport.reading.yaml_reader import Reading, read

Readings = MutableMapping[str, tuple[bytes, Reading]]
NOTHING_REPLACED: Mapping[str, bytes] = MappingProxyType({})


class Files(Protocol):
    """What the loader asks of a work folder's files; paths are as shown."""

    def below(self, folder: str, on_error: Callable[[str], object]) -> list[FoundFile]:
        """List all files below a folder by name; `on_error` is told of each folder that cannot be opened."""
        ...

    def years(self) -> tuple[int, ...]:
        """Give the years that have a folder, oldest first."""
        ...

    def read(self, found: FoundFile) -> bytes:
        """Read a file. Raises OSError."""
        ...

    def parsed(self, data: bytes, shown: str, names: FieldNames) -> Reading:
        """Read the bytes of a YAML file of the kind that has fields of these names."""
        ...

    def named(self, typed: str) -> bytes | None:
        """Read what a file of the folder names by a path; None for what is not there or lies outside."""
        ...


class OnDisk(NamedTuple):
    """The files below `root`. `replaced` holds bytes to be read instead of those on disk, by the file as shown."""

    root: Path
    replaced: Mapping[str, bytes] = NOTHING_REPLACED

    def below(self, folder: str, on_error: Callable[[str], object]) -> list[FoundFile]:
        """List files as `files_below` does; a folder that is not there has none."""

        def told(error: OSError) -> None:
            on_error(shown_path(self.root, Path(error.filename)))

        return files_below(self.root, self.root / folder, told) if (self.root / folder).is_dir() else []

    def years(self) -> tuple[int, ...]:
        """Give the years as `year_folders` does."""
        return year_folders(self.root)

    def read(self, found: FoundFile) -> bytes:
        """Read a file, or what is to be read instead."""
        data = self.replaced.get(found.shown)
        return data if data is not None else found.path.read_bytes()

    def parsed(self, data: bytes, shown: str, names: FieldNames) -> Reading:
        """Read the bytes of a YAML file."""
        return read(data, shown, names)

    def named(self, typed: str) -> bytes | None:
        """Read a file that lies below `root`, through links too."""
        path = (self.root / typed).resolve()
        try:
            return path.read_bytes() if path.is_relative_to(self.root.resolve()) else None
        except OSError:
            return None


class Given(NamedTuple):
    """Files that were handed over, by their path in the work folder.

    `readings` keeps what each was read to last, for who asks again with most of them as they were.
    """

    files: Mapping[str, bytes]
    readings: Readings

    def below(self, folder: str, on_error: Callable[[str], object]) -> list[FoundFile]:  # noqa: ARG002 - none is closed
        """List the files whose path begins with the folder's."""
        names = (name for name in self.files if name.startswith(f"{folder}/"))
        return sorted((FoundFile(Path(name), as_shown(name)) for name in names), key=lambda one: one.shown)

    def years(self) -> tuple[int, ...]:
        """Give the years that a file lies in."""
        found = (year_in(FoundFile(Path(name), as_shown(name))) for name in self.files)
        return tuple(sorted({year for year in found if year is not None}))

    def read(self, found: FoundFile) -> bytes:
        """Give a file's bytes."""
        return self.files[found.path.as_posix()]

    def parsed(self, data: bytes, shown: str, names: FieldNames) -> Reading:
        """Read the bytes of a YAML file, unless they were read before."""
        known, reading = self.readings.get(shown, (b"", None))
        if reading is None or known != data:
            reading = read(data, shown, names)
            self.readings[shown] = (data, reading)
        return reading

    def named(self, typed: str) -> bytes | None:
        """Give the bytes of a file that is there."""
        return self.files.get(typed)
