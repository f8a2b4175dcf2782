"""From several municipalities to their joint figures."""

from collections.abc import Mapping, Sequence

from frivilligrapport.collection.values import Aargang, Indberetning, Samling
from frivilligrapport.deliveries.aflevering import deliveries
from frivilligrapport.deliveries.status import states_text
from frivilligrapport.documents.document_type import Document
from frivilligrapport.documents.overview import DOCUMENT, overview
from frivilligrapport.documents.overview import NAME as OVERVIEW
from frivilligrapport.documents.year_data import PAGES
from frivilligrapport.figures.joint import JointYear, Municipality, entries_of
from frivilligrapport.figures.register import Registers
from frivilligrapport.figures.reports import margin_is_known
from frivilligrapport.pipeline.edition import Material, Means, Order, make
from frivilligrapport.problems import Problem
from frivilligrapport.problems.reporters.text import findings_summary
from frivilligrapport.rendering.exports.joint import joint_csv, joint_json, joint_xlsx
from frivilligrapport.rendering.templates.sources import Templates
from frivilligrapport.rendering.terminal.joint import joint_text
from frivilligrapport.rendering.terminal.lines import WIDTH
from frivilligrapport.rules.files.deliveries import DRAFT_DELIVERY, MISSING_DELIVERY
from frivilligrapport.rules.texts.figures_by_id import UNKNOWN_FIGURE

# What a file that is not there brings with it elsewhere: no figure of the file that it is told in is less certain.
_ABOUT_OTHERS = (MISSING_DELIVERY, UNKNOWN_FIGURE)


def municipality(registers: Registers, aargang: Aargang, mappe: str, errors: Sequence[Problem] = ()) -> Municipality:
    """Count a year of one municipality but for the files that have errors, and let go of all else that is known of it.

    What the register says, and what the report says of "ca.", goes for every file: nothing is counted where that is not
    known.
    """
    samling = registers.samling
    name = name_of(samling, mappe)
    wrong = {one.location.file for one in errors if one.kind not in _ABOUT_OTHERS}
    if samling.kommune_file in wrong or (aargang.rapport_file in wrong and not margin_is_known(aargang)):
        return Municipality(name, mappe, left_out=_errors_in_files(errors))
    kept = _without(aargang, wrong)
    uncounted = _uncounted(samling, aargang, kept, errors)
    if kept != aargang:
        years = tuple(kept if one is aargang else one for one in samling.aargange)
        registers = Registers(samling._replace(aargange=years))
    entries = entries_of(registers, kept, name, is_whole=not uncounted)
    found = deliveries(samling, aargang)
    return Municipality(
        kommune=name,
        mappe=mappe,
        entries=entries,
        delivered=sum(one.er_modtaget for one in found),
        asked=len(found),
        left_out="" if any(one.has_number for one in entries) else _why_nothing(errors if uncounted else ()),
        uncounted=uncounted,
        states=states_text(samling, aargang),
        known=samling.numbers,
    )


def _why_nothing(errors: Sequence[Problem]) -> str:
    """Say why a municipality has no figure: of files that were not counted by the errors in them."""
    return _errors_in_files(errors) if errors else "ingen tal"


def _errors_in_files(errors: Sequence[Problem]) -> str:
    return f"{findings_summary(errors).removesuffix('.')} i filerne"


def _without(aargang: Aargang, wrong: set[str]) -> Aargang:
    """Give the year as it would be if the files with errors could not be read."""
    read = tuple(
        one._replace(statusfil=None, mended=None) if one.file in wrong and one.statusfil else one
        for one in aargang.indberetninger
    )
    rapport = aargang.rapport
    if rapport and aargang.rapport_file in wrong:
        rapport = rapport.without("netvaerk")
    return aargang._replace(indberetninger=read, rapport=rapport)


def _uncounted(
    samling: Samling, aargang: Aargang, kept: Aargang, errors: Sequence[Problem]
) -> tuple[tuple[str, str], ...]:
    """Name the forvaltninger whose files count for nothing, and the network where it is one, each with the reason."""
    lost = {
        one.forvaltning_id: _why(one, errors)
        for one in aargang.indberetninger
        if (left := kept.indberetning(one.forvaltning_id)) and left.statusfil is None
    }
    network = samling.network(aargang.aar)
    if network and aargang.rapport and aargang.rapport.netvaerk and not (kept.rapport and kept.rapport.netvaerk):
        lost[str(network.id)] = "har fejl"
    units = (*samling.forvaltninger(aargang.aar), *((network,) if network else ()))
    return tuple((str(one.forkortelse), lost[str(one.id)]) for one in units if str(one.id) in lost)


def _why(one: Indberetning, errors: Sequence[Problem]) -> str:
    """Say what keeps a file from being counted."""
    if one.statusfil is None:
        return "kan ikke læses"
    kinds = {error.kind for error in errors if error.location.file == one.file}
    return "er i gang" if kinds == {DRAFT_DELIVERY} else "har fejl"


def name_of(samling: Samling | None, mappe: str) -> str:
    """Give a municipality's name, or that of its folder when its register cannot be read."""
    return (str(samling.kommune.kommune) if samling else "") or mappe


def joint_file(year: JointYear, wanted: str, width: int = WIDTH) -> bytes:
    """Put the joint figures in one of the formats of `figures`; csv holds the table of each one's own figures."""
    match wanted:
        case "xlsx":
            return joint_xlsx(year)
        case "json":
            return joint_json(year)
        case "csv":
            return joint_csv(year)
    return joint_text(year, width).encode()


def joint_document(year: JointYear, order: Order, overrides: Mapping[str, str], means: Means) -> dict[str, bytes]:
    """Make the overview in the formats asked for, by file name. `overrides` are the joint folder's own templates.

    Raises what `build` raises.
    """
    document = Document(OVERVIEW, overview(year, draft=order.draft))
    material = Material(Templates(overrides, compiled=means.compiled), year.known)
    return make([(DOCUMENT, document, [form for form in PAGES if form in order.formats])], material, means)
