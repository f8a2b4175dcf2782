"""From several municipalities to their joint figures."""

from collections.abc import Mapping

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.documents.joint.overview import NAME as OVERVIEW
from frivilligrapport.documents.joint.overview import overview
from frivilligrapport.documents.year_data import PAGES
from frivilligrapport.figures.joint import JointYear, Municipality, entries_of
from frivilligrapport.figures.register import Registers
from frivilligrapport.pipeline.edition import Means, Order, pdf_of
from frivilligrapport.pipeline.output_gate import refuse_personal_data
from frivilligrapport.rendering.exports.joint import joint_csv, joint_json, joint_xlsx
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import Templates
from frivilligrapport.rendering.terminal.joint import joint_text
from frivilligrapport.rendering.terminal.lines import WIDTH


def municipality(registers: Registers, aargang: Aargang, mappe: str) -> Municipality:
    """Count a year of one municipality, and let go of all else that is known of it."""
    samling = registers.samling
    asked = samling.forvaltninger(aargang.aar)
    name = name_of(samling, mappe)
    return Municipality(
        kommune=name,
        mappe=mappe,
        entries=entries_of(registers, aargang, name),
        delivered=sum(aargang.indberetning(one.id) is not None for one in asked),
        asked=len(asked),
        known=samling.numbers,
    )


def name_of(samling: Samling | None, mappe: str) -> str:
    """Give a municipality's name, or that of its folder when its register cannot be read."""
    return str(samling.kommune.kommune) if samling and samling.kommune else mappe


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

    Raises what `pipeline.edition.build` raises.
    """
    values, templates = {"dokument": overview(year, draft=order.draft)}, Templates(overrides, compiled=means.compiled)
    wanted = [form for form in PAGES if form in order.formats]
    texts = {form: render(f"{OVERVIEW}.{form}.j2", values, templates) for form in ("md", "html")}
    refuse_personal_data({f"{OVERVIEW}.html": texts["html"].encode()}, year.known)
    return {
        f"{OVERVIEW}.{form}": pdf_of(f"{OVERVIEW}.{form}", texts["html"], means.cache, year.known)
        if form == "pdf"
        else texts[form].encode()
        for form in wanted
    }
