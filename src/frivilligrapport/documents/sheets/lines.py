"""Lists of short lines, which say how many they leave out."""

from collections.abc import Sequence
from dataclasses import dataclass

from frivilligrapport.danish import plural
from frivilligrapport.documents.figures_shown import Talvisning

_SIGNS_OF_A_REFERENCE = 5


@dataclass(frozen=True, slots=True)
class Linje:
    """One line: what it is about, words about it, and its figures."""

    navn: str
    tekst: str = ""
    tal: tuple[Talvisning, ...] = ()

    def takes(self, signs: int) -> int:
        """Say how many lines of so many signs it takes in print."""
        figures = sum(len(one.tekst) + len(one.note) + _SIGNS_OF_A_REFERENCE for one in self.tal)
        return -(-(len(self.navn) + len(self.tekst) + figures) // signs)


@dataclass(frozen=True, slots=True)
class Liste:
    """A list of lines. `rest` says how many are left out, `besked` stands where there are none; both may be ""."""

    linjer: tuple[Linje, ...] = ()
    rest: str = ""
    besked: str = ""


def shown(lines: Sequence[Linje], many: int, besked: str = "") -> Liste:
    """Show the first `many` lines, and say how many more there are."""
    return Liste(tuple(lines[:many]), left_out(len(lines) - many), "" if lines else besked)


def left_out(many: int) -> str:
    """Say how many are left out and where they stand, "" for none."""
    return f"… og {many} {plural(many, 'mere', 'flere')}; se statusrapporten." if many > 0 else ""
