"""What is known before a new file is written: the forvaltning's earlier file, and the answers given on the way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from frivilligrapport.collection.earlier_files import EarlierFiles
from frivilligrapport.collection.values import Samling
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.lister import UOPLYST, is_unanswered

HELD = "afholdt"
ENDED = ("ophørt", "aflyst")


class Fate(Enum):
    """What becomes of last year's indsats in the new file."""

    GOES_ON = auto()
    SUGGESTED = auto()  # held, and perhaps held again: there as a comment
    LEFT_OUT = auto()


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered on the terminal; None, or no entry, where nothing was.

    `goes_on` is by the id of an indsats, `figures` by its id and the unit as typed: the quantity as typed.
    """

    funktion: str | None = None
    postkasse: str | None = None
    goes_on: Mapping[str, bool] = field(default_factory=dict)
    figures: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to write to; each is uoplyst when nobody has said."""

    funktion: str
    postkasse: str


@dataclass(frozen=True)
class Start:
    """Everything that a new file is made of."""

    samling: Samling
    forvaltning: Forvaltning
    aar: int
    before: EarlierFiles | None
    answers: Answers = field(default_factory=Answers)

    @property
    def contact(self) -> "Contact":
        """Give whom to write to: as answered, else as in the file before."""
        known = [one.kontakt for one in self.before.statusfiler if one.kontakt] if self.before else []
        funktion, postkasse = (known[0].funktion, known[0].postkasse) if known else (None, None)
        given = self.answers
        return Contact(
            _said(funktion if given.funktion is None else given.funktion),
            _said(postkasse if given.postkasse is None else given.postkasse),
        )

    @property
    def compares(self) -> bool:
        """Tell whether the file before is last year's, so that its figures are what `forrige_år` asks for."""
        return self.before is not None and self.before.aar == self.aar - 1

    @property
    def is_same(self) -> bool:
        """Tell whether the forvaltning has the tasks that it had then."""
        return self.before is not None and self.before.succession.is_same(str(self.forvaltning.id))

    def fate(self, name: str, indsats: Indsats) -> Fate:
        """Say what becomes of an indsats; an answer counts for more than its state."""
        if indsats.tilstand in ENDED:
            return Fate.LEFT_OUT
        answer = self.answers.goes_on.get(name)
        if answer is None:
            return Fate.SUGGESTED if indsats.tilstand == HELD else Fate.GOES_ON
        return Fate.GOES_ON if answer else Fate.LEFT_OUT

    def with_fate(self, fate: Fate) -> dict[str, Indsats]:
        """Give the indsatser that have one fate, by id."""
        found = self.before.indsatser if self.before else {}
        return {name: one for name, one in found.items() if self.fate(name, one) is fate}


def told(texts: tuple[str, ...]) -> Iterator[str]:
    """Yield those of some texts that say something."""
    return (str(text) for text in texts if text and not is_unanswered(text))


def _said(text: str | None) -> str:
    return str(text) if text and not is_unanswered(text) else UOPLYST
