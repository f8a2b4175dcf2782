"""What comes of holding two years against each other: a change, or why there is none."""

from dataclasses import dataclass
from enum import StrEnum

from frivilligrapport.counting.change import Change

NOT_COMPARABLE = "kan ikke sammenlignes"
BROKEN = "brud"


class BreakKind(StrEnum):
    """What has changed so that two years are not measured alike; the value is the word that is printed."""

    ORGANISATION = "organisation"
    OWNER = "ejer"
    DEFINITION = "definition"
    METHOD = "metode"


@dataclass(frozen=True, slots=True)
class Break:
    """Mark a break in the series; `text` explains it in a clause such as "metoden er ændret fra skøn til optælling"."""

    kind: BreakKind
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold a change, or why none was computed (number grammar, section 3 rule 9).

    `gap` says what is not known; `breaks` what has changed meanwhile. With either of them `change` is None.
    """

    change: Change | None = None
    breaks: tuple[Break, ...] = ()
    gap: str = ""

    @property
    def head(self) -> str:
        """Say in short what came of it: "stigning på 75 %", "brud", "kan ikke sammenlignes"."""
        if self.change:
            return self.change.text
        return NOT_COMPARABLE if self.gap else BROKEN

    @property
    def why(self) -> str:
        """Say why there is no change, "" when there is one."""
        return self.gap or "; ".join(one.text for one in self.breaks)

    @property
    def text(self) -> str:
        """Word it whole: "stigning på 75 %", "brud: metoden er ændret …", "kan ikke sammenlignes: uoplyst i 2013"."""
        return f"{self.head}: {self.why}" if self.why else self.head
