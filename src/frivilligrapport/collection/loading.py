"""Read one file into a model, keeping its text for the findings and looking for personal data."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from frivilligrapport.collection import kinds
from frivilligrapport.collection.folder import Found, files_below, shown
from frivilligrapport.models.base import Felter
from frivilligrapport.models.reader import read_model
from frivilligrapport.problems import Location, Problem
from frivilligrapport.problems.personal_data import cpr_numbers, mask
from frivilligrapport.reading import file_kinds
from frivilligrapport.reading.decoding import decode
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import Node
from frivilligrapport.reading.yaml_reader import read

Model = TypeVar("Model", bound=Felter)


class Loader:
    """Read files one after the other, collecting their sources and their problems."""

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self.problems: list[Problem] = []

    def files(self, root: Path, folder: Path) -> list[Found]:
        """List all files below a folder; one that cannot be opened is told of."""

        def on_error(error: OSError) -> None:
            place = Location(shown(root, Path(error.filename)))
            hint = file_kinds.HINTS[file_kinds.UNREADABLE_FILE.code]
            self.problems.append(Problem(place, file_kinds.UNREADABLE_FILE, "Mappen kan ikke åbnes.", hint))

        return files_below(root, folder, on_error)

    def tree(self, found: Found) -> Node | None:
        """Read a YAML file; None when it cannot be read."""
        data = self._bytes(found)
        if data is None:
            return None
        reading = read(data, found.shown)
        self._keep(reading.source, data, found.shown)
        self.problems += reading.problems
        return reading.tree

    def model(self, model: type[Model], tree: Node | None, known: Mapping[str, str] | None = None) -> Model | None:
        """Read a tree as a model, with what is `known` of it otherwise; None when nothing sensible is left."""
        if tree is None:
            return None
        reading = read_model(model, tree, known or {})
        self.problems += reading.problems
        return reading.model

    def text(self, found: Found) -> Source | None:
        """Read a text file; None when it cannot be read."""
        data = self._bytes(found)
        if data is None:
            return None
        decoded = decode(data, found.shown)
        self._keep(decoded.source, data, found.shown)
        self.problems += decoded.problems
        return decoded.source

    def scan(self, found: Found) -> None:
        """Look for personal data in a file whose content is otherwise not ours to judge."""
        before = len(self.problems)
        self.text(found)
        self.problems[before:] = [one for one in self.problems[before:] if one.kind is kinds.PERSONAL_DATA]

    def _bytes(self, found: Found) -> bytes | None:
        try:
            return Path(found.path).read_bytes()
        except OSError:
            hint = file_kinds.HINTS[file_kinds.UNREADABLE_FILE.code]
            message = "Filen kan ikke åbnes."
            self.problems.append(Problem(Location(found.shown), file_kinds.UNREADABLE_FILE, message, hint))
            return None

    def _keep(self, source: Source | None, data: bytes, file: str) -> None:
        if source is None:
            # What cannot be shown can still hold a number; Latin-1 gives every byte a character.
            source = Source(file, data.replace(b"\0", b"").decode("latin-1"))
        else:
            self.sources[file] = source
        self.problems += [
            Problem(
                source.place(match.start(), len(match.group())),
                kinds.PERSONAL_DATA,
                f"»{mask(match.group())}« ligner et CPR-nummer.",
                "Slet nummeret. Er filen allerede delt, så giv jeres databeskyttelsesrådgiver besked.",
            )
            for match in cpr_numbers(source.text)
        ]
