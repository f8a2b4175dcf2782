"""Walk what was handed in: every group of fields of a year, with its file and its name for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from frivilligrapport.collection.organisation import print_order
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.register import Register, Registers
from frivilligrapport.models.base import Felter
from frivilligrapport.models.faults import with_place
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.naming import subject, thing
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Kind, Location, Problem, Severity
from frivilligrapport.reading.tree import TreeNode, TreePath

Group = TypeVar("Group", bound=Felter)


@dataclass(frozen=True)
class Delivery:
    """Hold what one reporter handed in: a status file, or rapport.yaml, which is the network's; or another document.

    `tree` is the file as written, before anything was mended. `reporter` is the forvaltning's or the network's id, ""
    for a rapport.yaml in a municipality without a network, and for a document such as a cover note.
    """

    file: str
    reporter: str
    tree: TreeNode | None
    root: Felter

    @property
    def indsatser(self) -> tuple[Indsats, ...]:
        """Give the indsatser, wherever in the file they stand."""
        if isinstance(self.root, Statusfil):
            return self.root.indsatser
        return self.root.netvaerk.indsatser if isinstance(self.root, Rapport) and self.root.netvaerk else ()

    @property
    def draft_weight(self) -> Severity | None:
        """Give the weight of what a draft may still lack: a warning there, what the kind says elsewhere."""
        return Severity.ADVARSEL if isinstance(self.root, Statusfil) and self.root.is_draft else None


@dataclass(frozen=True, slots=True)
class Piece(Generic[Group]):
    """Hold one group of fields and the way to it from the top of its file."""

    delivery: Delivery
    group: Group
    path: TreePath

    @property
    def where(self) -> str:
        """Name the thing that the group is part of: "i indsatsen »Smag Verden«", "" at the top of the file."""
        return thing(self.delivery.root.node, self.path)

    def problem(
        self,
        kind: Kind,
        place: Location,
        message: str,
        hint: str = "",
        *,
        weight: Severity | None = None,
        instead: tuple[str, ...] = (),
    ) -> Problem:
        """Make a finding about this group; the hint gets the thing's name after it."""
        about = subject(self.delivery.root.node, self.path)
        return Problem(place, kind, message, with_place(hint, self.where), about, weight, instead)


def pieces(delivery: Delivery, kind: type[Group]) -> Iterator[Piece[Group]]:
    """Yield every group of one kind in a file, from the top."""
    for path, group in delivery.root.groups:
        if isinstance(group, kind):
            yield Piece(delivery, group, path)


@dataclass(frozen=True)
class Year:
    """Hold the year that is checked, with all its files read once."""

    samling: Samling
    aargang: Aargang
    counted: Registers | None = None

    @cached_property
    def registers(self) -> Registers:
        """Give every year's figures: those that the command has counted, else its own."""
        return self.counted or Registers(self.samling)

    @property
    def register(self) -> Register:
        """Give the year's figures."""
        return self.registers.of(self.aargang)

    @cached_property
    def deliveries(self) -> tuple[Delivery, ...]:
        """Give what can be read of the year's files: the status files in print order, then rapport.yaml."""
        samling, aargang = self.samling, self.aargang
        rank = print_order(samling, aargang)
        files = [one for one in aargang.indberetninger if one.statusfil]
        files.sort(key=lambda one: rank.index(one.forvaltning_id) if one.forvaltning_id in rank else len(rank))
        found = [Delivery(one.file, one.forvaltning_id, one.tree, one.statusfil) for one in files if one.statusfil]
        if aargang.rapport:
            network = samling.network(aargang.aar)
            reporter = str(network.id) if network else ""
            found.append(Delivery(aargang.rapport_file, reporter, aargang.rapport_tree, aargang.rapport))
        return tuple(found)

    @cached_property
    def documents(self) -> tuple[Delivery, ...]:
        """Give what can be read of the year's other documents, such as a cover note; nothing in them is counted."""
        found = self.aargang.dokumentfiler
        return tuple(Delivery(one.file, "", one.tree, one.indhold) for one in found if one.indhold)

    def pieces(self, kind: type[Group]) -> Iterator[Piece[Group]]:
        """Yield every group of one kind in all status files and the report of the year."""
        for delivery in self.deliveries:
            yield from pieces(delivery, kind)

    def in_documents(self, kind: type[Group]) -> Iterator[Piece[Group]]:
        """Yield every group of one kind in the year's other documents."""
        for document in self.documents:
            yield from pieces(document, kind)
