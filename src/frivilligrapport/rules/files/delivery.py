"""Who has handed in, and whether it is finished (FR309, FR310)."""

from collections.abc import Iterator
from dataclasses import replace

from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.rules.files.strays import delivered_in, meant_for
from frivilligrapport.rules.rule import Rule, error, warning
from frivilligrapport.rules.walk import Year
from frivilligrapport.rules.written import is_typed

MISSING_DELIVERY = warning(
    "FR309",
    "En forvaltning har ikke afleveret",
    "Rapporten skal sige, hvem der mangler. Derfor tælles der efter i kommune.yaml. Når rapporten bygges, er det en "
    "fejl; med --draft trykkes forvaltningen som »ikke modtaget«.",
    "(en mappe 2014 uden bif.yaml, når BIF står i kommune.yaml)",
    "(en mappe 2014 med en fil fra hver forvaltning i kommune.yaml)",
)
DRAFT = error(
    "FR310",
    "Filen er en kladde",
    "En fil med filstatus: udkast, eller uden filstatus, er ikke færdig. Den kommer kun med i en kladde til rapporten.",
    "filstatus: udkast",
    "filstatus: klar",
)


def _missing(year: Year) -> Iterator[Problem]:
    if not year.aargang.is_report_year:
        return
    misnamed = {
        str(unit.id)
        for stray in year.aargang.strays
        if (unit := meant_for(year.samling, stray, delivered_in(year.aargang)))
    }
    for unit in year.samling.forvaltninger(year.aargang.aar):
        if not year.aargang.indberetning(unit.id) and unit.id not in misnamed:
            message = f"{unit.forkortelse} har ikke afleveret for {year.aargang.aar}."
            hint = f"Læg filen i {year.aargang.folder}/{unit.id}.yaml."
            yield Problem(unit.id.location, MISSING_DELIVERY, message, hint, str(unit.id))


def _missing_in_build(year: Year) -> Iterator[Problem]:
    for problem in _missing(year):
        yield replace(problem, hint=f"{problem.hint.rstrip('.')}, eller brug --draft.", weight=Severity.FEJL)


def _drafts(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Statusfil):
        status = piece.group.filstatus
        unread = status is None and is_typed(piece.delivery.tree, piece.group, "filstatus")
        if not year.aargang.is_report_year or not piece.group.is_draft or unread:
            continue
        message = "Filen er stadig et udkast." if status else "Filen er et udkast, for »filstatus« er ikke skrevet."
        hint = "Skriv filstatus: klar, når filen er færdig, eller brug --draft."
        yield piece.problem(DRAFT, status.location if status else piece.group.location, message, hint)


DELIVERY_RULES = (Rule(MISSING_DELIVERY, _missing, needs_folder=True),)
BUILD_RULES = (
    Rule(MISSING_DELIVERY, _missing_in_build, needs_folder=True),
    Rule(DRAFT, _drafts),
)
