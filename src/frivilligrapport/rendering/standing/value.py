"""What a year's files look like from the outside, ready to be shown."""

from dataclasses import dataclass
from datetime import date

from frivilligrapport.danish import date_as_text, join_words, plural

MISSING = "mangler"
NO_FILE = "ingen fil"  # in a year without a report nothing counts as missing
UNREADABLE = "kan ikke læses"
DRAFT = "udkast"


@dataclass(frozen=True, slots=True)
class Changed:
    """The day a file was last changed; `is_latest` when it may have been earlier, `from_git` when git says so."""

    day: date
    from_git: bool
    is_latest: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and what was found in it."""

    file: str
    errors: int
    warnings: int
    changed: Changed | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to write to, as far as it is known; "" where it is not."""

    funktion: str = ""
    postkasse: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One forvaltning's delivery.

    `given` of `asked` questions have an answer, and `unanswered` names the others; both 0 without a file that can be
    read. `stray` is a file that seems to be meant as the delivery and is not read. `starts_from` is the year that
    a new file would be prefilled from.
    """

    forkortelse: str
    navn: str
    state: str
    checked: Checked
    given: int = 0
    asked: int = 0
    unanswered: tuple[str, ...] = ()
    stray: str = ""
    contact: Contact = Contact()
    starts_from: int | None = None

    @property
    def is_received(self) -> bool:
        """Tell whether there is a file."""
        return self.state not in {MISSING, NO_FILE}

    @property
    def share(self) -> str:
        """Say how much has been answered: "7 af 9", "" without a file that can be read."""
        return f"{self.given} af {self.asked}" if self.asked else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A year's deliveries in print order, and the year's other files; `frist` is None where none is known."""

    kommune: str
    titel: str
    aar: int
    is_report_year: bool
    today: date
    frist: date | None
    lines: tuple[Line, ...]
    others: tuple[Checked, ...]

    @property
    def days_left(self) -> int | None:
        """Give the days to the deadline, negative when it has passed."""
        return (self.frist - self.today).days if self.frist else None

    @property
    def heading(self) -> str:
        """Say what this is."""
        return f"Statusfiler for {self.aar}, {self.kommune}"

    @property
    def deadline(self) -> str:
        """Say when the deadline is and how far away."""
        if not self.is_report_year:
            return "Året har ingen rapport.yaml, så ingen mangler at aflevere."
        if self.frist is None:
            return "Fristen er ikke oplyst i rapport.yaml."
        return f"Frist: {date_as_text(self.frist)} ({days_text(self.days_left or 0)})"

    @property
    def received(self) -> str:
        """Say how many have delivered and who has not: "Modtaget fra 6 af 7 forvaltninger. Der mangler BIF."."""
        count = sum(line.is_received for line in self.lines)
        missing = [line.forkortelse for line in self.lines if line.state == MISSING]
        text = f"Modtaget fra {count} af {len(self.lines)} forvaltninger."
        return f"{text} Der mangler {join_words(missing)}." if missing else text

    @property
    def awaited(self) -> tuple[Line, ...]:
        """Give those who are still awaited: nothing has come, or a draft, or what cannot be read."""
        waiting = {MISSING, DRAFT, UNREADABLE} if self.is_report_year else set()
        return tuple(line for line in self.lines if line.state in waiting)


def days_text(days: int) -> str:
    """Say how far away the deadline is: "5 dage til fristen", "fristen er i dag", "3 dage over fristen"."""
    if days == 0:
        return "fristen er i dag"
    return f"{abs(days)} {plural(abs(days), 'dag', 'dage')} {'til' if days > 0 else 'over'} fristen"
