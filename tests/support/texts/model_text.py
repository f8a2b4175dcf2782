"""Read YAML texts as models, and say what was found in one line a finding."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from frivilligrapport.collection.values import Samling
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.reader import read_model
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Problem
from frivilligrapport.reading.yaml_reader import read

Model = TypeVar("Model", bound=Felter)
HEAD = "forvaltning: TMF\når: 2014\n"
INDSATS = HEAD + "indsatser:\n  - id: smag-verden\n    navn: Smag Verden\n    tilstand: afholdt\n"
TAL = INDSATS + "    tal:\n"
I_SMAG_VERDEN = "(i indsatsen »Smag Verden«)."


@dataclass(frozen=True)
class Outcome(Generic[Model]):
    """What a text came to: the model, and the findings as `told` writes them."""

    model: Model | None
    told: tuple[str, ...]

    @property
    def read(self) -> Model:
        """The model, which must be there."""
        assert self.model is not None
        return self.model


def read_as(model: type[Model], text: str) -> Outcome[Model]:
    """Read a text as one of the models; YAML's own findings come first."""
    reading = read(text.encode(), "tmf.yaml")
    assert reading.tree is not None
    found = read_model(model, reading.tree)
    return Outcome(found.model, told((*reading.problems, *found.problems)))


def statusfil(text: str) -> Outcome[Statusfil]:
    """Read a text as a status file."""
    return read_as(Statusfil, text)


def told(problems: tuple[Problem, ...]) -> tuple[str, ...]:
    """Write findings as "line:column+length code message hint", in the file's order."""
    return tuple(
        f"{one.location.line}:{one.location.column}+{one.location.length} {one.code} {one.message} {one.hint}".rstrip()
        for one in sorted(problems, key=lambda one: one.order)
    )


def found(samling: Samling) -> list[str]:
    """Say what loading a work folder found: the file below `indberetninger/`, then as `told`."""
    return [
        f"{one.location.file.removeprefix('indberetninger/')} {told((one,))[0]}"
        for one in sorted(samling.problems, key=lambda one: one.order)
    ]
