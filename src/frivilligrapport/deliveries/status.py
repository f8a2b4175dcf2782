"""What a year's files look like from the outside: whose are there, how far each is, and what is wrong with it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from frivilligrapport.collection.earlier_files import newest_earlier_files
from frivilligrapport.collection.stray_files import meant_for, sure_owner
from frivilligrapport.collection.values import Aargang, Indberetning, Samling, Stray
from frivilligrapport.danish import date_as_text, full_stop, join_words, part_of, plural, quote
from frivilligrapport.deliveries.aflevering import Aflevering, deliveries, received_text
from frivilligrapport.fast_start import Frozen
from frivilligrapport.grammar.quantity import Precision
from frivilligrapport.models import lister
from frivilligrapport.models.fields.leaves import Text
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.models.statusfil import Afsnit, Kontakt, Perspektiver, Statusfil
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.rules.acceptance.sorting import Findings
from frivilligrapport.rules.files.deliveries import MISSING_DELIVERY

_STATES = ("godkendt", "klar", "i gang", "ikke begyndt", "ikke modtaget", "kan ikke læses", "for et andet år")


class LastChange(Frozen):
    """The day a file was last changed; `is_latest` when it may have been earlier, `from_git` when git says so."""

    day: date
    from_git: bool
    is_latest: bool = False


class FileStatus(Frozen):
    """A file and what was found in it; `told` words its errors for those who have the file and not the program."""

    file: str
    errors: int
    warnings: int
    changed: LastChange | None = None
    told: tuple[str, ...] = ()


class Answered(Frozen):
    """How many questions a file has and how many have an answer; `missing` names the others for people.

    The questions are: the two of `kontakt`, a text for each section of `status` (at least one), `perspektiver`,
    `indsatser`, `forslag`, and each figure. Content and `ingen` are answers, "ikke relevant" too; `uoplyst` and what is
    absent are none, and neither is what `new` has carried over and nobody has confirmed: its mark still stands there.
    The rest of a file is optional and is not asked about.
    """

    asked: int
    missing: tuple[str, ...]

    @property
    def given(self) -> int:
        """Give the number of questions that have an answer."""
        return self.asked - len(self.missing)

    @property
    def share(self) -> str:
        """Say how much has been answered: "7 af 9"."""
        return f"{self.given} af {self.asked}"


class Recipient(Frozen):
    """Whom to write to, as far as it is known; "" where it is not."""

    funktion: str = ""
    postkasse: str = ""


class ForvaltningStatus(Frozen):
    """One forvaltning's delivery.

    `state` is a word for how far it is. `answered` is None without a file that can be read. `stray` is a file that
    seems to be meant as the delivery, or as one more, and is not read. `starts_from` is the year that a new file would
    be prefilled from.
    """

    delivery: Aflevering
    state: str
    file: FileStatus
    answered: Answered | None = None
    stray: Stray | None = None
    recipient: Recipient = Recipient()
    starts_from: int | None = None


class YearStatus(Frozen):
    """A year's deliveries in print order, and the year's other files; `frist` is None where none is known."""

    kommune: str
    titel: str
    aar: int
    is_report_year: bool
    today: date
    frist: date | None
    forvaltninger: tuple[ForvaltningStatus, ...]
    others: tuple[FileStatus, ...]

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
        return received_text(tuple(one.delivery for one in self.forvaltninger), awaited=self.is_report_year)

    @property
    def awaited(self) -> tuple[ForvaltningStatus, ...]:
        """Give those who are still awaited: nothing has come, a draft, what cannot be read, or a file with errors."""
        return tuple(
            one
            for one in self.forvaltninger
            if self.is_report_year and (not one.delivery.er_modtaget or one.file.errors)
        )


class JointStatus(Frozen):
    """The deliveries of several municipalities in a year, each with its folder's name.

    `left_out` are those of which nothing is told, each with the reason.
    """

    aar: int
    kommuner: tuple[tuple[str, YearStatus], ...]
    left_out: tuple[tuple[str, str], ...] = ()

    @property
    def heading(self) -> str:
        """Say what this is."""
        return f"Statusfiler for {self.aar} fra flere kommuner"

    @property
    def received(self) -> str:
        """Say how many have delivered in all: "Modtaget fra 12 af 21 forvaltninger."."""
        found = [line.delivery for _, status in self.kommuner for line in status.forvaltninger]
        received = part_of(sum(one.er_modtaget for one in found), len(found), "forvaltning", "forvaltninger")
        text = f"Modtaget fra {received}."
        out = join_words([f"{kommune} ({why})" for kommune, why in self.left_out])
        return f"{text} Ikke med: {out}." if out else text


def days_text(days: int) -> str:
    """Say how far away the deadline is: "5 dage til fristen", "fristen er i dag", "3 dage over fristen"."""
    if days == 0:
        return "fristen er i dag"
    return f"{abs(days)} {plural(abs(days), 'dag', 'dage')} {'til' if days > 0 else 'over'} fristen"


def files_of(aargang: Aargang) -> tuple[str, ...]:
    """Give the YAML files that were read for a year, the deliveries and the others, as shown."""
    own = [f"{aargang.folder}/{name}" for name in sorted(aargang.files) if "/" not in name and name.endswith(".yaml")]
    strays = {one.file for one in aargang.strays}
    return tuple(name for name in own if name not in strays)


def status_of(
    samling: Samling, aargang: Aargang, findings: Findings, changed: Mapping[str, LastChange], today: date
) -> YearStatus:
    """Describe a year; `findings` are those of the year, `changed` says by file when it was last changed."""
    units = {str(one.id): one for one in samling.forvaltninger(aargang.aar)}
    files = _Files(findings, changed)
    # Where the type cannot be read, it may be the network, which delivers nothing: only its file can tell.
    unsure = {name for name, one in units.items() if one.has_unread_type}
    found = [one for one in deliveries(samling, aargang) if one.har_fil or one.forvaltning not in unsure]
    rapport = aargang.rapport
    frist = rapport.frist.period if rapport and rapport.frist else None
    return YearStatus(
        kommune=str(samling.kommune.kommune) or "kommunen",
        titel=str(rapport.titel) if rapport else "Frivillighed",
        aar=aargang.aar,
        is_report_year=aargang.is_report_year,
        today=today,
        frist=(frist.end or frist.start) if frist else None,
        forvaltninger=tuple(_of_one(samling, aargang, units[one.forvaltning], one, files) for one in found),
        others=tuple(files.others(aargang)),
    )


class _Files:
    """Count what was found, file by file."""

    def __init__(self, findings: Findings, changed: Mapping[str, LastChange]) -> None:
        # That a delivery is missing is what its line says; it is no fault of the register that it is told in.
        self._found = [one for one in findings.open if one.kind is not MISSING_DELIVERY]
        self._changed = changed

    def status(self, name: str) -> FileStatus:
        found = [one for one in self._found if one.location.file == name]
        errors = [one for one in found if one.severity is Severity.FEJL]
        told = tuple(f"{_on_line(one)}{one.message} {full_stop(one.hint)}" for one in errors)
        return FileStatus(name, len(errors), len(found) - len(errors), self._changed.get(name), told)

    def others(self, aargang: Aargang) -> Iterator[FileStatus]:
        """Yield rapport.yaml and the year's further documents, then what was found anywhere else."""
        delivered = {one.file for one in aargang.indberetninger}
        known = [name for name in self._changed if name not in delivered]
        rest = {one.location.file for one in self._found} - delivered - set(known)
        ordered = (*sorted(known, key=lambda name: (name != aargang.rapport_file, name)), *sorted(rest))
        return (self.status(name) for name in ordered)


def _on_line(one: Problem) -> str:
    """Name the line of a finding; "" for one about the whole file, which may have no lines, as a Word document."""
    return "" if one.is_of_file else f"Linje {one.location.line}: "


def _of_one(
    samling: Samling, aargang: Aargang, unit: Forvaltning, delivery: Aflevering, files: _Files
) -> ForvaltningStatus:
    found = aargang.indberetning(unit.id)
    before = newest_earlier_files(samling, unit, aargang.aar)
    known = (one.statusfil for one in (found, *(before.sources if before else ())) if one)
    owner = sure_owner if found else partial(meant_for, delivered=aargang.delivered)
    owners = ((one, owner(samling, one)) for one in aargang.strays)
    return ForvaltningStatus(
        delivery=delivery,
        state=_word(delivery, is_report_year=aargang.is_report_year),
        file=files.status(found.file if found else f"{aargang.folder}/{unit.id}.yaml"),
        answered=_answered(found) if found and aargang.is_report_year else None,
        stray=next((one for one, of in owners if of and of.id == unit.id), None),
        recipient=_recipient([one.kontakt for one in known if one and one.kontakt]),
        starts_from=before.aar if before else None,
    )


def _answered(found: Indberetning) -> Answered | None:
    return count_answers(found.statusfil, found.marked) if found.statusfil else None


def _word(delivery: Aflevering, *, is_report_year: bool) -> str:
    """Say in a narrow column how far a delivery is; in a year without a report nothing counts as missing."""
    return delivery.ord if delivery.har_fil or is_report_year else "ingen fil"


def states_text(samling: Samling, aargang: Aargang) -> str:
    """Say how far each file is, the furthest first: "klar: TMF; i gang: SOF (4 af 7); ikke modtaget: ØKF"."""
    found: dict[str, list[str]] = {}
    for one in sorted(deliveries(samling, aargang), key=lambda one: _STATES.index(one.ord)):
        read = aargang.indberetning(one.forvaltning)
        answered = _answered(read) if one.er_i_gang and read else None
        found.setdefault(one.ord, []).append(one.forkortelse + (f" ({answered.share})" if answered else ""))
    return "; ".join(f"{state}: {join_words(names)}" for state, names in found.items())


def _recipient(known: Iterable[Kontakt]) -> Recipient:
    """Take each answer from the newest file that has it."""

    def newest(texts: Iterable[Text | None]) -> str:
        return next((str(text) for text in texts if text and not is_unanswered(text)), "")

    contacts = tuple(known)
    return Recipient(newest(one.funktion for one in contacts), newest(one.postkasse for one in contacts))


def count_answers(statusfil: Statusfil, marked: Collection[int] = ()) -> Answered:
    """Count a file's questions and find those without an answer; `marked` are the lines that have a mark."""
    questions = tuple(_questions(statusfil, marked))
    return Answered(len(questions), tuple(name for name, is_answered in questions if not is_answered))


def _questions(statusfil: Statusfil, marked: Collection[int]) -> Iterator[tuple[str, bool]]:
    def is_confirmed(text: Text | None) -> bool:
        return _says(text) and text is not None and text.location.line not in marked

    kontakt = statusfil.kontakt
    yield "kontaktens funktion", kontakt is not None and is_confirmed(kontakt.funktion)
    yield "kontaktens postkasse", kontakt is not None and is_confirmed(kontakt.postkasse)
    for afsnit in statusfil.status:
        yield f"teksten under {quote(afsnit.overskrift)}", _tells(afsnit)
    if not statusfil.status:
        yield "status", False
    perspektiver = statusfil.perspektiver
    yield "perspektiver", _is_none(statusfil, "perspektiver") or (perspektiver is not None and _tells(perspektiver))
    carried_over = [one for one in statusfil.indsatser if one.tilstand.location.line in marked]
    if carried_over:
        yield "tilstanden for de indsatser, der er hentet fra året før", False
    else:
        yield "indsatser", _is_none(statusfil, "indsatser") or bool(statusfil.indsatser)
    yield "forslag", _is_none(statusfil, "forslag") or bool(statusfil.forslag)
    for tal in statusfil.tal:
        yield f"{tal.enhed_og_maerke} for hele forvaltningen", _counts(tal)
    for indsats in statusfil.indsatser:
        yield from ((f"{tal.enhed_og_maerke} i {quote(indsats.navn)}", _counts(tal)) for tal in indsats.tal)


def _is_none(statusfil: Statusfil, field: str) -> bool:
    return statusfil.answer(field) == lister.INGEN


def _tells(group: Afsnit | Perspektiver) -> bool:
    more = bool(group.planer) if isinstance(group, Perspektiver) else False
    return _says(group.tekst) or _says(group.tekstfil) or more


def _says(text: Text | None) -> bool:
    return bool(text) and text is not None and not is_unanswered(text)


def _counts(tal: Tal) -> bool:
    stated = (tal.antal, tal.mindst, tal.hoejst, tal.andel)
    return any(one is not None and one.quantity.precision is not Precision.UNKNOWN for one in stated)
