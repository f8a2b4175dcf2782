"""What every document is made from."""

from collections.abc import Callable
from dataclasses import dataclass

from frivilligrapport.aggregation.tally import Tally
from frivilligrapport.collection.values import Aargang, Samling
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


@dataclass(frozen=True, slots=True)
class DocumentType:
    """Declare a document: `name` names the output files and the templates `<name>.md.j2` and `<name>.html.j2`.

    `make` turns the year into the value that the templates see as `dokument`; None when the year has no such document.
    """

    name: str
    title: str
    make: Callable[[Grundlag], object | None]
