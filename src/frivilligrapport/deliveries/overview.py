"""What a year's files look like from the outside, ready to be shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from frivilligrapport.collection.earlier_files import newest_before
from frivilligrapport.collection.organisation import is_unanswered, print_order
from frivilligrapport.collection.stray_files import meant_for
from frivilligrapport.collection.values import Aargang, Indberetning, Samling
from frivilligrapport.danish import date_as_text, join_words, plural
from frivilligrapport.deliveries.answered import answered
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.statusfil import Kontakt
from frivilligrapport.problems import Severity
from frivilligrapport.rules.files.deliveries import MISSING_DELIVERY
from frivilligrapport.rules.run import Findings

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


def standing_of(
    samling: Samling, aargang: Aargang, findings: Findings, changed: Mapping[str, Changed], today: date
) -> Standing:
    """Describe a year; `findings` are those of the year, `changed` says by file when it was last changed."""
    units = {str(one.id): one for one in samling.forvaltninger(aargang.aar)}
    check = _Checker(findings, changed)
    lines = tuple(_line(samling, aargang, units[one], check) for one in print_order(samling, aargang))
    rapport = aargang.rapport
    frist = rapport.frist.period if rapport and rapport.frist else None
    return Standing(
        kommune=str(samling.kommune.kommune) if samling.kommune else "kommunen",
        titel=str(rapport.titel) if rapport else "Frivillighed",
        aar=aargang.aar,
        is_report_year=aargang.is_report_year,
        today=today,
        frist=(frist.end or frist.start) if frist else None,
        lines=lines,
        others=tuple(check.others(aargang)),
    )


class _Checker:
    """Count what was found, file by file."""

    def __init__(self, findings: Findings, changed: Mapping[str, Changed]) -> None:
        # That a delivery is missing is what its line says; it is no fault of the register that it is told in.
        self._found = [one for one in findings.open if one.kind is not MISSING_DELIVERY]
        self._changed = changed

    def file(self, name: str) -> Checked:
        return self._checked(name, {name})

    def others(self, aargang: Aargang) -> Iterator[Checked]:
        """Yield rapport.yaml and the year's further documents, then what was found anywhere else."""
        delivered = {one.file for one in aargang.indberetninger}
        known = [name for name in self._changed if name not in delivered]
        first = aargang.rapport_file
        yield from (self.file(name) for name in sorted(known, key=lambda name: (name != first, name)))
        rest = {one.location.file for one in self._found} - delivered - set(known)
        yield from (self.file(name) for name in sorted(rest))

    def _checked(self, name: str, files: set[str]) -> Checked:
        weights = [one.severity for one in self._found if one.location.file in files]
        errors = sum(weight is Severity.FEJL for weight in weights)
        return Checked(name, errors, len(weights) - errors, self._changed.get(name))


def files_of(aargang: Aargang) -> tuple[str, ...]:
    """Give the YAML files that were read for a year, the deliveries and the others, as shown."""
    own = [f"{aargang.folder}/{name}" for name in sorted(aargang.files) if "/" not in name and name.endswith(".yaml")]
    strays = {one.file for one in aargang.strays}
    return tuple(name for name in own if name not in strays)


def _line(samling: Samling, aargang: Aargang, unit: Forvaltning, check: _Checker) -> Line:
    found = aargang.indberetning(unit.id)
    before = newest_before(samling, unit, aargang.aar)
    statusfil = found.statusfil if found and aargang.is_report_year else None
    share = answered(statusfil) if statusfil else None
    contacts = [found, *(before.sources if before else ())]
    return Line(
        forkortelse=str(unit.forkortelse),
        navn=str(unit.navn),
        state=_state(aargang, found),
        checked=check.file(found.file if found else f"{aargang.folder}/{unit.id}.yaml"),
        given=share.given if share else 0,
        asked=share.asked if share else 0,
        unanswered=share.missing if share else (),
        stray="" if found else _stray(samling, aargang, unit),
        contact=_contact([one.statusfil.kontakt for one in contacts if one and one.statusfil]),
        starts_from=before.aar if before else None,
    )


def _state(aargang: Aargang, found: Indberetning | None) -> str:
    if found is None:
        return MISSING if aargang.is_report_year else NO_FILE
    if found.statusfil is None:
        return UNREADABLE
    return str(found.statusfil.filstatus or DRAFT)


def _stray(samling: Samling, aargang: Aargang, unit: Forvaltning) -> str:
    meant = ((one, meant_for(samling, one, aargang.delivered)) for one in aargang.strays)
    return next((one.file for one, owner in meant if owner and owner.id == unit.id), "")


def _contact(known: list[Kontakt | None]) -> Contact:
    """Take each answer from the newest file that has it."""

    def first(field: str) -> str:
        texts = (str(getattr(one, field) or "") for one in known if one)
        return next((text for text in texts if text and not is_unanswered(text)), "")

    return Contact(first("funktion"), first("postkasse"))
