"""The year that is checked: its files, and every group of fields and every text in them."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from frivilligrapport.collection.organisation import in_print_order
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.register import Register, Registers
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.rules.delivery import Delivery, FilePiece, Passage

_Group = TypeVar("_Group", bound=Felter)
_Made = TypeVar("_Made")


class Year(Frozen, eq=False):
    """Hold the year that is checked, with all its files read once.

    Where some files alone are asked for, they are `only`, and what is found in others is not told. A year that has no
    more than these has `whole`, the year with all.
    """

    samling: Samling
    aargang: Aargang
    counted: Registers | None = None
    whole: "Year | None" = None
    only: frozenset[str] = frozenset()

    @property
    def asked(self) -> "Year":
        """Give the year with no more than the files that are asked for; itself where all are."""
        return Year(self.samling, self.aargang, self.registers, self, self.only) if self.only else self

    def is_asked(self, piece: FilePiece[Any]) -> bool:
        """Tell whether what is found about a group is told."""
        return not self.only or piece.delivery.file in self.only

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
        if self.whole:
            return tuple(one for one in self.whole.deliveries if one.file in self.only)
        samling, aargang = self.samling, self.aargang
        read = (
            Delivery(one.file, one.forvaltning_id, one.tree, one.statusfil)
            for one in aargang.indberetninger
            if one.statusfil
        )
        found = in_print_order(samling, aargang, read, lambda one: one.reporter)
        if aargang.rapport:
            network = samling.network(aargang.aar)
            reporter = str(network.id) if network else ""
            found.append(Delivery(aargang.rapport_file, reporter, aargang.rapport_tree, aargang.rapport))
        return tuple(found)

    @cached_property
    def documents(self) -> tuple[Delivery, ...]:
        """Give what can be read of the year's other documents, such as a cover note; nothing in them is counted."""
        if self.whole:
            return tuple(one for one in self.whole.documents if one.file in self.only)
        return tuple(Delivery(one.file, "", one.tree, one.indhold) for one in self.aargang.dokumentfiler if one.indhold)

    @property
    def handed_in(self) -> tuple[Delivery, ...]:
        """Give all of the year's files that can be read: the deliveries, then the other documents."""
        return (*self.deliveries, *self.documents)

    @cached_property
    def own_words(self) -> tuple[Passage, ...]:
        """Give every text of the year's files that the writer found the words for: names and keywords too."""
        sources, text_files = self.samling.sources, self.aargang.texts
        return tuple(passage for one in self.handed_in for passage in one.own_words(sources, text_files))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Give those of them that may hold sentences."""
        return tuple(one for one in self.own_words if one.may_hold_sentences)

    def once(self, make: Callable[["Year"], _Made]) -> _Made:
        """Give what a function makes of the year: made when the first rule asks for it, and handed to the others."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    def pieces(self, kind: type[_Group]) -> tuple[FilePiece[_Group], ...]:
        """Give every group of one kind in all status files and the report of the year."""
        if kind not in self._made:
            self._made[kind] = tuple(piece for delivery in self.deliveries for piece in delivery.pieces(kind))
        found: tuple[FilePiece[_Group], ...] = self._made[kind]
        return found

    @cached_property
    def _made(self) -> dict[object, Any]:
        """Hold what has been asked for: many rules look at the same."""
        return {}

    def in_documents(self, kind: type[_Group]) -> Iterator[FilePiece[_Group]]:
        """Yield every group of one kind in the year's other documents."""
        for document in self.documents:
            yield from document.pieces(kind)
