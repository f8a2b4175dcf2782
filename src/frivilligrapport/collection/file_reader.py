"""Read one file into a model, keeping its text for the findings and looking for personal data."""

import os
from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from frivilligrapport.collection import kinds
from frivilligrapport.collection.files import Files
from frivilligrapport.collection.folder import TABLES, TEMPLATES, TEXTS, YAML, FoundFile
from frivilligrapport.collection.personal_data import Searched, search, search_name
from frivilligrapport.collection.unprintable import unprintable_in_text, unprintable_in_values
from frivilligrapport.collection.values import Mended, Original
from frivilligrapport.models.fields import kinds as field_kinds
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.explaining import beginning_of
from frivilligrapport.models.fields.names import names_of
from frivilligrapport.models.fields.reader import read_model
from frivilligrapport.models.filtyper import FileType, file_types
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import file_kinds
from frivilligrapport.reading.decoding import decode
from frivilligrapport.reading.field_names import NO_NAMES, FieldNames
from frivilligrapport.reading.recovery import Recovery
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import MappingNode, TreeNode

Model = TypeVar("Model", bound=Felter)
# Where lines had to be moved or left out to read on, what seems to be missing or misplaced may be one of them.
_UNSURE = (
    field_kinds.MISSING_FIELD,
    field_kinds.UNKNOWN_FIELD,
    field_kinds.TEXT_EXPECTED,
    field_kinds.LIST_EXPECTED,
    field_kinds.FIELDS_EXPECTED,
)
_TELLING = 3  # fields, that say what file it is
# What is told of a file whatever it holds.
_ANYWHERE = (kinds.PERSONAL_DATA, file_kinds.MERGE_CONFLICT, file_kinds.UNREADABLE_FILE)


class Loaded(NamedTuple, Generic[Model]):
    """Give a file's tree as written and what it came to, each None where that cannot be.

    `mended` is there for a file that a slip has made unreadable, when the rest of it makes sense.
    """

    tree: TreeNode | None = None
    model: Model | None = None
    mended: Mended[Model] | None = None


class Loader:
    """Read files one after the other, collecting their sources and their problems."""

    def __init__(self, files: Files) -> None:
        self.sources: dict[str, Source] = {}
        self.originals: dict[str, Original] = {}
        self._files = files
        self.problems: list[Problem] = []
        self.numbers: set[str] = set()
        self._recoveries: dict[str, Recovery] = {}

    def files(self, folder: str) -> list[FoundFile]:
        """List all files below a folder; one that cannot be opened is told of."""

        def on_error(shown: str) -> None:
            hint = file_kinds.HINTS[file_kinds.UNREADABLE_FILE.code]
            self.problems.append(Problem(Location(shown), file_kinds.UNREADABLE_FILE, "Mappen kan ikke åbnes.", hint))

        found = self._files.below(folder, on_error)
        self.problems += [problem for one in found for problem in search_name(one)]
        return found

    def tree(self, found: FoundFile, names: FieldNames = NO_NAMES) -> TreeNode | None:
        """Read a YAML file of the kind that has fields of these names; None when it cannot be read."""
        data = self._bytes(found)
        if data is None:
            return None
        reading = self._files.parsed(data, found.shown, names)
        readable = reading.tree or (reading.recovery.tree if reading.recovery else None)
        self._keep(reading.source, data, found.shown, readable)
        self.problems += reading.problems
        if reading.recovery:
            self._recoveries[found.shown] = reading.recovery
        return reading.tree

    def model(self, model: type[Model], tree: TreeNode | None, known: Mapping[str, str] | None = None) -> Model | None:
        """Read a tree as a model, with what is `known` of it otherwise; None when nothing sensible is left."""
        if tree is None:
            return None
        reading = read_model(model, tree, known or {})
        self.problems += reading.problems
        return reading.model

    def read(self, found: FoundFile, model: type[Model], known: Mapping[str, str] | None = None) -> Loaded[Model]:
        """Read a YAML file as a model, with what is `known` of it otherwise."""
        before = len(self.problems)
        tree = self.tree(found, names_of(model))
        if tree is not None and (other := _another_type(model, tree)):
            self.problems[before:] = [one for one in self.problems[before:] if one.kind in _ANYWHERE]
            self.problems.append(_other_file(found, model, other, tree))
            return Loaded()
        if tree is not None:
            self.problems += unprintable_in_values(self.sources[found.shown], tree)
        self.problems[before:] = [_said_of(model, one) for one in self.problems[before:]]
        recovery = self._recoveries.get(found.shown)
        mended = self._mended(model, recovery, known or {}) if recovery else None
        return Loaded(tree, self.model(model, tree, known), mended)

    def _mended(self, model: type[Model], recovery: Recovery, known: Mapping[str, str]) -> Mended[Model] | None:
        """Read what can be read of a file in spite of a slip, so that what else is wrong with it is told too."""
        if recovery.tree is None:
            return None
        reading = read_model(model, recovery.tree, known)
        recovery = recovery.judged(reading.problems)
        told = (one for one in reading.problems if recovery.sure or one.kind not in _UNSURE)
        self.problems += recovery.believed(told)
        return Mended(reading.model, recovery) if reading.model else None

    def text(self, found: FoundFile) -> Source | None:
        """Read a text file; None when it cannot be read."""
        source = self._decoded(found)
        if source:
            self.problems += unprintable_in_text(source)
        return source

    def scan(self, found: FoundFile) -> None:
        """Look for personal data and merge conflicts in a file whose content is otherwise not ours to judge.

        One that cannot be opened is told of: nobody knows what it holds.
        """
        before = len(self.problems)
        self._decoded(found)
        self.originals.pop(found.shown, None)
        self.problems[before:] = [one for one in self.problems[before:] if one.kind in _ANYWHERE]

    def holds_numbers(self, found: FoundFile) -> bool:
        """Tell whether anything in a file that has not been read looks like a CPR number: in its values or its text."""
        name, trial = found.name.lower(), Loader(self._files)
        if found.is_link:
            return False
        if name.endswith(YAML):
            trial.tree(found)
        elif name.endswith((*TEXTS, *TABLES, *TEMPLATES)):
            trial.scan(found)
        return bool(trial.numbers) or any(one.kind is kinds.PERSONAL_DATA for one in trial.problems)

    def _decoded(self, found: FoundFile) -> Source | None:
        data = self._bytes(found)
        if data is None:
            return None
        decoded = decode(data, found.shown)
        self._keep(decoded.source, data, found.shown)
        self.problems += decoded.problems
        return decoded.readable

    def picture(self, found: FoundFile) -> bytes | None:
        """Give the bytes of a picture; None when it cannot be opened."""
        return self._bytes(found)

    def _bytes(self, found: FoundFile) -> bytes | None:
        try:
            data = self._files.read(found)
        except OSError:
            hint = file_kinds.HINTS[file_kinds.UNREADABLE_FILE.code]
            message = "Filen kan ikke åbnes."
            if os.path.isdir(found.path):  # noqa: PTH112 - `Path.is_dir` raises in a folder that may not be opened
                message, hint = f"»{found.name}« er en mappe og ikke en fil.", "Giv mappen et andet navn."
            self.problems.append(Problem(Location(found.shown), file_kinds.UNREADABLE_FILE, message, hint))
            return None
        self.originals[found.shown] = Original(found.path, data)
        return data

    def _keep(self, source: Source | None, data: bytes, file: str, tree: TreeNode | None = None) -> None:
        """Keep a file's text, with nothing in it of the personal data that is found in it."""
        if source is None:
            # What cannot be shown can still hold a number; Latin-1 gives every byte a character.
            bare = data.replace(b"\0", b"")
            read = (search(Source(file, bare.decode(encoding, "replace"))) for encoding in ("utf-8", "latin-1"))
            found = next((one for one in read if one.problems), Searched((), frozenset(), Source(file, "")))
        else:
            found = search(source, tree)
            self.sources[file] = found.source if found.problems else source
        self.problems += found.problems
        self.numbers |= found.digits


def _another_type(model: type[Felter], tree: TreeNode) -> FileType | None:
    """Find the type of file whose fields these are, where they are another's and hardly any of this one's."""
    keys = [entry.key for entry in tree.entries] if isinstance(tree, MappingNode) else []
    own = sum(key in model.fields for key in keys)
    if own * 2 >= len(keys) or len(keys) < _TELLING:
        return None
    others = [(sum(key in one.model.fields for key in keys), one.name, one) for one in file_types()]
    fitting, _, best = max(others)
    return best if fitting - own >= _TELLING and fitting * 5 >= len(keys) * 4 else None


def _other_file(found: FoundFile, model: type[Felter], other: FileType, tree: TreeNode) -> Problem:
    named = next((one.title for one in file_types() if one.model is model), "")
    message = f"Filen hedder {found.name}, men den har felterne fra en anden slags fil: »{other.title}«."
    hint = f"Giv den det navn, den skal have, og læg den rigtige fil, »{named}«, her i stedet."
    return Problem(tree.location, kinds.OTHER_FILE, message, hint)


def _said_of(model: type[Felter], problem: Problem) -> Problem:
    """Let an empty file's finding say how a file of its type begins."""
    return problem._replace(hint=f"{beginning_of(model)}.") if problem.kind is file_kinds.EMPTY_FILE else problem
