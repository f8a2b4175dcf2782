"""What a rule is, and how its kind of finding is declared."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from frivilligrapport.collection.values import Samling
from frivilligrapport.problems import Kind, Problem, Severity
from frivilligrapport.rules.walk import Year

INDSATS = "indsatser:\n  - id: smag-verden\n    navn: Smag Verden\n    tilstand: afholdt\n"


@dataclass(frozen=True, slots=True)
class Rule:
    """Declare a check of one year; it yields findings of `kind` and no other.

    With `needs_folder` the rule asks for more than one file, and is left out for a lone one.
    """

    kind: Kind
    check: Callable[[Year], Iterator[Problem]]
    needs_folder: bool = False


@dataclass(frozen=True, slots=True)
class FolderRule:
    """Declare a check of what belongs to no single year."""

    kind: Kind
    check: Callable[[Samling], Iterator[Problem]]


def error(code: str, title: str, explanation: str, wrong: str, right: str) -> Kind:
    """Declare a kind of finding that must be put right; the arguments are those of `Kind`."""
    return Kind(code, Severity.FEJL, title, explanation, wrong, right)


def warning(code: str, title: str, explanation: str, wrong: str, right: str) -> Kind:
    """Declare a kind of finding that must be looked at; the arguments are those of `Kind`."""
    return Kind(code, Severity.ADVARSEL, title, explanation, wrong, right)
