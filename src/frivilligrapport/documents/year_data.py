"""What every document is made from."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.tally import Tally
from frivilligrapport.problems import Problem
from frivilligrapport.rules.acceptance import AcceptedProblem


@dataclass(frozen=True)
class Grundlag:
    """Hold a year: its files, its figures, and what was found in them.

    `open_problems` are the findings that nobody has accepted; a draft prints them. `draft` marks every page UDKAST.
    """

    samling: Samling
    aargang: Aargang
    tally: Tally
    accepted: tuple[AcceptedProblem, ...] = ()
    open_problems: tuple[Problem, ...] = ()
    draft: bool = False

    def text(self, tekst: str | None, tekstfil: str | None) -> str:
        """Give a longer text, from the field or from the file that it names; "" when there is none."""
        source = self.aargang.texts.get(str(tekstfil)) if tekstfil else None
        return str(tekst or (source.text if source else ""))


@dataclass(frozen=True, slots=True)
class Document:
    """A document to make: `name` names the output files, `value` is what the templates see as `dokument`."""

    name: str
    value: object


@dataclass(frozen=True, slots=True)
class DocumentType:
    """Declare a kind of document: `name` names the templates `<name>.md.j2` and `<name>.html.j2`.

    `make` turns the year into the documents of this kind: none, one, or one for each forvaltning, whose names then
    begin with the type's. `shows` is the class of the value that the templates see. `rank` is the place in the order;
    the statusrapport is 0. A type that is made `on_request` is left out unless it is asked for by name: a working paper
    that nobody publishes. `templates` are the texts of the type's own templates by name, for a type that another
    package adds; those of the program lie in skabeloner/.
    """

    name: str
    title: str
    make: Callable[[Grundlag], Iterable[Document]]
    shows: type = object
    rank: int = 50
    on_request: bool = False
    templates: Mapping[str, str] = field(default_factory=dict)
