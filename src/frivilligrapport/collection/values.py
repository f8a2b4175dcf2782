"""The collection: what the work folder holds, as frozen values."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, NamedTuple, Self, TypeVar

from frivilligrapport.collection.folder import WATCHED
from frivilligrapport.danish import normal_key
from frivilligrapport.fast_start import NOTHING, Frozen
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.kommune import UNREAD_KOMMUNE, Forvaltning, Kommune
from frivilligrapport.models.politik import Politik
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Problem
from frivilligrapport.reading.recovery import Recovery
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import TreeNode

_Model = TypeVar("_Model", bound=Felter)


class Original(NamedTuple):
    """A file's bytes as they were read, and where it lies on disk."""

    path: Path
    data: bytes

    @property
    def is_current(self) -> bool:
        """Tell whether the file on disk still holds what was read."""
        try:
            return self.path.read_bytes() == self.data
        except OSError:
            return False


class Fil(Frozen):
    """One file that was read: its path as shown, its tree as written, None when it cannot be read."""

    file: str
    tree: TreeNode | None


class Mended(NamedTuple, Generic[_Model]):
    """Hold what a file would say if its slips were mended: for finding what else is wrong with it, never to count."""

    model: _Model
    recovery: Recovery


class Indberetning(Fil):
    """One forvaltning's delivery. `statusfil` is None when the file is there but cannot be read.

    `is_untouched` is true of a file that is as `new` wrote it: nothing in it is the forvaltning's own word.
    `is_of_year` is false of one that says it is about another year than its folder's. `marked` are the lines of what is
    marked as still to be answered or confirmed.
    """

    forvaltning_id: str
    statusfil: Statusfil | None
    mended: Mended[Statusfil] | None = None
    is_untouched: bool = False
    is_of_year: bool = True
    marked: frozenset[int] = frozenset()

    @property
    def told(self) -> Statusfil | None:
        """Give what the file tells of the year: None when it cannot be read, is not begun, or is about another year."""
        return self.statusfil if self.is_of_year and not self.is_untouched else None


class Politikfil(Fil):
    """A policy; `id` is the file's name without its ending."""

    id: str
    politik: Politik | None


class Dokumentfil(Fil):
    """Another document of a year, such as a cover note; `id` is the file's name without its ending."""

    id: str
    indhold: Felter | None


class Stray(NamedTuple):
    """A file that is none of those that belong in the folder: nothing may vanish without a word.

    `forvaltning` is what it says of itself inside, "" when it says nothing. `is_link` is as for `FoundFile`.
    """

    file: str
    name: str
    forvaltning: str
    is_link: bool = False

    @property
    def is_yaml(self) -> bool:
        """Tell whether its name says that it was written for the program, if not as the program reads it."""
        return self.name.lower().endswith((".yaml", ".yml", ".yaml.txt", ".yml.txt"))

    @property
    def looks_handed_in(self) -> bool:
        """Tell whether its name ends as that of something that was handed in."""
        return self.name.lower().endswith(WATCHED)


class Aargang(Frozen):
    """One year's folder. `rapport_file` is "" in a background year, which has no rapport.yaml.

    `files` are all that lie in it, and `named` the paths that its YAML files name, both as seen from the folder.
    `pictures` are the files of the year's pictures, by their path in the folder; those withdrawn are not read.
    """

    aar: int
    folder: str
    rapport: Rapport | None
    rapport_file: str
    rapport_tree: TreeNode | None
    indberetninger: tuple[Indberetning, ...]
    strays: tuple[Stray, ...] = ()
    files: frozenset[str] = frozenset()
    texts: Mapping[str, Source] = NOTHING
    dokumentfiler: tuple[Dokumentfil, ...] = ()
    named: frozenset[str] = frozenset()
    pictures: Mapping[str, bytes] = NOTHING

    @property
    def is_report_year(self) -> bool:
        """Tell whether a report is made of the year."""
        return bool(self.rapport_file)

    @property
    def is_read(self) -> bool:
        """Tell whether it is known what all of its YAML files say, if only when their slips are mended."""
        has_report = bool(self.rapport or not self.rapport_file)
        documents = all(one.indhold for one in self.dokumentfiler)
        return has_report and documents and all(one.statusfil or one.mended for one in self.indberetninger)

    @property
    def delivered(self) -> frozenset[str]:
        """Give the ids of the forvaltninger that have delivered a file, readable or not."""
        return frozenset(one.forvaltning_id for one in self.indberetninger)

    @property
    def handed_in(self) -> tuple[Indberetning | Dokumentfil, ...]:
        """Give the status files and the other documents, readable or not."""
        return (*self.indberetninger, *self.dokumentfiler)

    def documents(self, model: type[_Model]) -> tuple[tuple[Dokumentfil, _Model], ...]:
        """Give the year's readable documents of one kind, each with its file."""
        return tuple((one, one.indhold) for one in self.dokumentfiler if isinstance(one.indhold, model))

    def indberetning(self, forvaltning_id: str) -> Indberetning | None:
        """Give a forvaltning's delivery, None when there is none."""
        return next((one for one in self.indberetninger if one.forvaltning_id == forvaltning_id), None)


class UnreadAargang(Aargang):
    """A year of which only the number and the folder are known, until something else of it is asked for.

    `read` reads its files; it is called once at most.
    """

    def __init__(self, aar: int, folder: str, read: Callable[[], Aargang]) -> None:
        self.__dict__.update(aar=aar, folder=folder, read=read)

    @cached_property
    def whole(self) -> Aargang:
        """Give the year with its files read."""
        read: Callable[[], Aargang] = self.__dict__["read"]
        return read()

    def _replace(self, **changes: Any) -> Self:
        return self.whole._replace(**changes)  # type: ignore[return-value]  # it has been read then


def _when_asked(name: str) -> property:
    return property(lambda year: getattr(year.whole, name))


for _name in Aargang._fields[2:]:
    setattr(UnreadAargang, _name, _when_asked(_name))


class Logo(NamedTuple):
    """The logo that kommune.yaml names: its path as typed, with `/`; `data` is None when it cannot be read."""

    file: str
    data: bytes | None

    @property
    def ending(self) -> str:
        """Give what its name ends with, in small letters and without the dot."""
        return self.file.rpartition(".")[2].lower()


class Samling(Frozen):
    """Everything in the work folder, and every fault met on the way; `kommune` says nothing where it cannot be read.

    `lone` is true of one file that lies in no work folder, `without_others` where only one forvaltning's deliveries are
    at hand. `numbers` are the digits of all that looks like a CPR number, also of what its own word or a report says is
    another number.
    """

    kommune: Kommune
    kommune_file: str
    aargange: tuple[Aargang, ...]
    politikker: tuple[Politikfil, ...]
    strays: tuple[Stray, ...]
    sources: Mapping[str, Source]
    problems: tuple[Problem, ...]
    lone: bool = False
    without_others: bool = False
    originals: Mapping[str, Original] = NOTHING
    logo: Logo | None = None
    numbers: frozenset[str] = frozenset()

    def aargang(self, year: int) -> Aargang | None:
        """Give a year's folder, None when there is none."""
        return next((one for one in self.aargange if one.aar == year), None)

    def before(self, year: int) -> tuple[Aargang, ...]:
        """Give the years before one, the newest first."""
        return tuple(sorted((one for one in self.aargange if one.aar < year), key=lambda one: -one.aar))

    def politikfil(self, name: str | None) -> Politikfil | None:
        """Give the policy that goes by a name, however it is spelt; None when there is none."""
        key = normal_key(name or "")
        return next((one for one in self.politikker if normal_key(one.id) == key), None)

    def document_before(self, year: int, model: type[_Model]) -> _Model | None:
        """Give the newest readable document of one kind from before a year, None when there is none."""
        return next((found for one in self.before(year) for _, found in one.documents(model)), None)

    @property
    def is_partial(self) -> bool:
        """Tell whether there are years that are read only when they are asked for."""
        return any(isinstance(one, UnreadAargang) for one in self.aargange)

    @cached_property
    def newest_report_year(self) -> int | None:
        """Give the year that is built unless another is asked for."""
        return max((one.aar for one in self.aargange if one.is_report_year), default=None)

    def forvaltninger(self, year: int) -> tuple[Forvaltning, ...]:
        """Give the forvaltninger that exist in `year`, in the register's order; the network is not one of them."""
        return tuple(one for one in self._units(year) if not one.is_network)

    @property
    def kommune_is_read(self) -> bool:
        """Tell whether there is a register that can be read; where there is none, `kommune` says nothing."""
        return self.kommune is not UNREAD_KOMMUNE

    @property
    def navn(self) -> str:
        """Give the municipality's name, or a word for it where the register has none that can be read."""
        return str(self.kommune.kommune) or "Kommunen"

    def network(self, year: int) -> Forvaltning | None:
        """Give the network of `year`, None when there is none."""
        return next((one for one in self._units(year) if one.is_network), None)

    @cached_property
    def units(self) -> Mapping[str, Forvaltning]:
        """Give all that the register knows, the network too, by acronym and by id in their normal form."""
        found: dict[str, Forvaltning] = {}
        for one in self.kommune.forvaltninger:
            found.setdefault(one.forkortelse.key, one)
            found.setdefault(one.id.key, one)
        return found

    def _units(self, year: int) -> tuple[Forvaltning, ...]:
        return tuple(one for one in self.kommune.forvaltninger if one.exists_in(year))
