"""What a new work folder is made from."""

from dataclasses import dataclass

from frivilligrapport.danish import genitive


@dataclass(frozen=True, slots=True)
class Unit:
    """A forvaltning as a new register names it."""

    id: str
    forkortelse: str
    navn: str


# A register without any forvaltning is no register, so there is always one, if only to be replaced.
_EXAMPLE = Unit("eks", "EKS", "Eksempelforvaltningen")


@dataclass(frozen=True, slots=True)
class Founding:
    """Hold whose folder it is, its first year, and the forvaltninger that were named, if any."""

    kommune: str
    aar: int
    named: tuple[Unit, ...] = ()

    @property
    def kommunes(self) -> str:
        """Give the municipality's name in the genitive."""
        return genitive(self.kommune)

    @property
    def units(self) -> tuple[Unit, ...]:
        """Give the forvaltninger, or an example of one."""
        return self.named or (_EXAMPLE,)
