"""Who has handed in, whether it is finished, and files that belong to nobody (FR301, FR302, FR309, FR310)."""

from collections.abc import Iterator

from frivilligrapport.collection.folder import BILAG, INDBERETNINGER
from frivilligrapport.collection.kinds import DUPLICATE_DELIVERY, STRAY_FILE, linked
from frivilligrapport.collection.stray_files import is_register, meant_for, proper_name, sure_owner
from frivilligrapport.collection.values import Samling, Stray
from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.fast_start import pattern
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Location, Problem, Severity, error, warning
from frivilligrapport.rules.rule import folder_rule, rule
from frivilligrapport.rules.year import Year

MISSING_DELIVERY = warning(
    "FR309",
    "En forvaltning har ikke afleveret",
    "Rapporten skal sige, hvem der mangler. Derfor tælles der efter i kommune.yaml. Når rapporten bygges, er det en "
    "fejl; med --draft trykkes forvaltningen som »ikke modtaget«.",
    "(en mappe 2014 uden bif.yaml, når BIF står i kommune.yaml)",
    "(en mappe 2014 med en fil fra hver forvaltning i kommune.yaml)",
)
DRAFT_DELIVERY = error(
    "FR310",
    "Filen er en kladde",
    "En fil med filstatus: udkast, eller uden filstatus, er ikke færdig. Den kommer kun med i en kladde til rapporten.",
    "filstatus: udkast",
    "filstatus: klar",
)

_YEAR = pattern(r"[0-9]{4}")


@rule(STRAY_FILE, needs_folder=True)
def _strays(year: Year) -> Iterator[Problem]:
    for stray in year.aargang.strays:
        if not _twin(year, stray):
            unit = meant_for(year.samling, stray, year.aargang.delivered)
            hint = _hint(year, stray, unit)
            yield _stray_problem(stray, _below(year, stray), unit, hint)
    network = year.samling.network(year.aargang.aar)
    own = year.aargang.indberetning(network.id) if network else None
    if network and own:
        message = f"{network.forkortelse} afleverer ikke en fil for sig."
        hint = "Flyt indholdet til rapport.yaml under netværk."
        yield Problem(Location(own.file), STRAY_FILE, message, hint, str(network.id))


def _stray_problem(stray: Stray, name: str, unit: Forvaltning | None, hint: str) -> Problem:
    message = f"Filen »{name}« hører ikke til her og bliver ikke læst."
    if stray.is_link:
        message, hint = linked(name)
    elif unit and not stray.is_yaml:
        message = f"{unit.forkortelse} har afleveret »{name}«, men det format kan programmet ikke læse."
    return Problem(Location(stray.file), STRAY_FILE, message, hint, str(unit.id) if unit else "")


def _hint(year: Year, stray: Stray, unit: Forvaltning | None) -> str:
    name = f"{unit.id}.yaml" if unit else proper_name(stray)
    if not name:
        example = next((f", for eksempel {one.id}.yaml" for one in year.samling.forvaltninger(year.aargang.aar)), "")
        if stray.is_yaml:
            return f"Giv filen forvaltningens navn{example}, eller flyt den ud af mappen {year.aargang.aar}."
        return f"Skriv indholdet ind i forvaltningens fil{example}, eller flyt dokumentet til mappen {BILAG}."
    if not stray.is_yaml:
        return f"Skriv indholdet ind i {name}, og læg dokumentet i mappen {BILAG}."
    return (
        f"Kald filen {name}." if _below(year, stray) == stray.name else f"Flyt filen til {year.aargang.folder}/{name}."
    )


def _below(year: Year, stray: Stray) -> str:
    return stray.file.removeprefix(f"{year.aargang.folder}/")


@folder_rule(STRAY_FILE)
def _strays_at_the_top(samling: Samling) -> Iterator[Problem]:
    for stray in samling.strays:
        unit = meant_for(samling, stray) if stray.is_yaml else sure_owner(samling, stray)
        is_year = _YEAR.fullmatch(stray.name) is not None
        if not (unit or stray.looks_handed_in or is_year):
            continue  # such as a guide: beside the years lies what is nobody's delivery
        name = f"{unit.id}.yaml" if unit else stray.name
        example = f"{INDBERETNINGER}/{samling.newest_report_year or '2014'}/{name}"
        hint = f"Flyt filen ind i årets mappe, for eksempel {example}."
        if is_year:
            hint = f"Et år er en mappe. Giv filen et andet navn, og lav mappen {INDBERETNINGER}/{stray.name}."
        elif is_register(stray) and not stray.is_link:
            if not samling.kommune_is_read:
                continue  # told with the finding that there is no kommune.yaml
            hint = "Saml indholdet i kommune.yaml, og flyt denne fil."
        elif unit and not stray.is_yaml:
            hint = f"Skriv indholdet ind i {example}, og læg dokumentet i årets mappe {BILAG}."
        yield _stray_problem(stray, stray.name, unit, hint)


@rule(DUPLICATE_DELIVERY, needs_folder=True)
def _duplicates(year: Year) -> Iterator[Problem]:
    for stray in year.aargang.strays:
        unit = _twin(year, stray)
        if unit:
            name = _below(year, stray)
            message = f"{unit.forkortelse} har allerede afleveret filen {unit.id}.yaml. Her er én til: »{name}«."
            hint = f"Saml indholdet i {unit.id}.yaml, og flyt denne fil ud af mappen {year.aargang.aar}."
            if not stray.is_yaml:
                hint = f"Skriv indholdet ind i {unit.id}.yaml, og læg dokumentet i mappen {BILAG}."
            yield Problem(Location(stray.file), DUPLICATE_DELIVERY, message, hint, str(unit.id))


def _twin(year: Year, stray: Stray) -> Forvaltning | None:
    """Give the forvaltning that a stray is surely from, when it has delivered already."""
    unit = sure_owner(year.samling, stray)
    return unit if unit and year.aargang.indberetning(unit.id) else None


@rule(MISSING_DELIVERY, needs_folder=True)
def _missing(year: Year) -> Iterator[Problem]:
    if not year.aargang.is_report_year:
        return
    # One that was handed in as anything else is awaited as before: it is no matter of its name.
    typed = (stray for stray in year.aargang.strays if stray.is_yaml)
    owners = (meant_for(year.samling, stray, year.aargang.delivered) for stray in typed)
    misnamed = {unit.id for unit in owners if unit}
    lacking = [
        unit
        for unit in year.samling.forvaltninger(year.aargang.aar)
        if not (year.aargang.indberetning(unit.id) or unit.id in misnamed or unit.has_unread_type)
    ]
    # What a report accepts, it accepts of one forvaltning; and a document of its own is told of with its name.
    apart = [
        unit
        for unit in lacking
        if {unit.id.key, unit.forkortelse.key} & _accepted(year) or any(_appendices_from(year, unit))
    ]
    together = [unit for unit in lacking if unit not in apart]
    yield from (_lacking(year, unit) for unit in (apart if together[1:] else lacking))
    if together[1:]:
        names = join_words([str(unit.forkortelse) for unit in together])
        message = f"{names} har ikke afleveret for {year.aargang.aar}."
        files = join_words([f"{unit.id}.yaml" for unit in together])
        yield Problem(
            together[0].id.location, MISSING_DELIVERY, message, f"Læg filerne i {year.aargang.folder}: {files}."
        )


def _accepted(year: Year) -> set[str]:
    """Give the forvaltninger that the year's report does without."""
    report = year.aargang.rapport
    found = report.accepteret if report else ()
    return {normal_key(one.place[1]) for one in found if one.kode.key == MISSING_DELIVERY.code.lower()}


def _lacking(year: Year, unit: Forvaltning) -> Problem:
    message = f"{unit.forkortelse} har ikke afleveret for {year.aargang.aar}."
    hint = f"Læg filen i {year.aargang.folder}/{unit.id}.yaml."
    appendix = next(_appendices_from(year, unit), "")
    if appendix:
        message += f" I mappen {BILAG} ligger »{appendix}«, som ikke bliver læst."
    return Problem(unit.id.location, MISSING_DELIVERY, message, hint, str(unit.id))


def _appendices_from(year: Year, unit: Forvaltning) -> Iterator[str]:
    """Yield the documents in bilag that have a forvaltning's name and that nothing names."""
    for path in sorted(year.aargang.files - year.aargang.named):
        folder, _, below = path.partition("/")
        owner = sure_owner(year.samling, Stray(path, below, "")) if folder == BILAG else None
        if owner and owner.id == unit.id:
            yield below


@rule(MISSING_DELIVERY, needs_folder=True, for_build=True)
def _missing_for_build(year: Year) -> Iterator[Problem]:
    for problem in _missing.check(year):
        yield problem._replace(hint=f"{problem.hint.rstrip('.')}, eller brug --draft.", weight=Severity.FEJL)


@rule(DRAFT_DELIVERY, for_build=True)
def _drafts(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Statusfil):
        status = piece.group.filstatus
        unread = status is None and piece.is_typed("filstatus")
        if year.aargang.is_report_year and piece.group.is_draft and not unread:
            found = year.aargang.indberetning(piece.delivery.reporter)
            message = "Filen er stadig et udkast." if status else "Filen er et udkast, for »filstatus« er ikke skrevet."
            message = "Filen er ikke begyndt." if found and found.is_untouched else message
            hint = "Skriv filstatus: klar, når filen er færdig, eller brug --draft."
            yield piece.problem(DRAFT_DELIVERY, status.location if status else piece.group.location, message, hint)
