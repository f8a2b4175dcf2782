"""From a collection to who has delivered and how far each file is. The day and the files' dates are given."""

from collections.abc import Iterator, Mapping
from datetime import date

from frivilligrapport.collection.values import Aargang, Indberetning, Samling
from frivilligrapport.counting.answered import answered
from frivilligrapport.counting.reporting import print_order
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.statusfil import Kontakt
from frivilligrapport.pipeline.examining import Findings
from frivilligrapport.pipeline.starting import newest_before
from frivilligrapport.problems import Severity
from frivilligrapport.rendering.standing.value import (
    DRAFT,
    MISSING,
    NO_FILE,
    UNREADABLE,
    Changed,
    Checked,
    Contact,
    Line,
    Standing,
)
from frivilligrapport.rules.delivery import MISSING_DELIVERY
from frivilligrapport.rules.register import is_unanswered
from frivilligrapport.rules.strays import delivered_in, meant_for


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
    meant = ((one, meant_for(samling, one, delivered_in(aargang))) for one in aargang.strays)
    return next((one.file for one, owner in meant if owner and owner.id == unit.id), "")


def _contact(known: list[Kontakt | None]) -> Contact:
    """Take each answer from the newest file that has it."""

    def first(field: str) -> str:
        texts = (str(getattr(one, field) or "") for one in known if one)
        return next((text for text in texts if text and not is_unanswered(text)), "")

    return Contact(first("funktion"), first("postkasse"))
