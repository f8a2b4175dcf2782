"""The faktaark: one page about one forvaltning's year."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.documents.parts.deliveries import delivery
from frivilligrapport.documents.parts.tables import told
from frivilligrapport.documents.report_data import Material, prepare
from frivilligrapport.documents.sheets.fact_sheet import Indhold, gather, sections
from frivilligrapport.documents.sheets.heading import Arkhoved, sheet_heading
from frivilligrapport.documents.sheets.own_sources import Arkkilde, citing_only, sources_of
from frivilligrapport.documents.year_data import Document, DocumentType, Grundlag


@dataclass(frozen=True, slots=True)
class Faktaark:
    """One forvaltning on one page. `besked` says what is most important to know, and all of it when nothing came."""

    hoved: Arkhoved
    besked: str
    indhold: Indhold | None
    kilder: tuple[Arkkilde, ...]


def fact_sheet(material: Material, forvaltning: str) -> Faktaark:
    """Make the page; what there is no room for is cut by rule, and the page says how much."""
    found = material.grundlag.aargang.indberetning(forvaltning)
    report = material.report(forvaltning)
    if found is None or found.statusfil is None or report is None:
        return Faktaark(_heading(material, forvaltning), _why_nothing(material, forvaltning), None, ())
    facts = gather(material, report, found.statusfil)
    kept = facts.room(draft=material.grundlag.draft)
    own = citing_only(material, facts.cited(kept))
    numbered = gather(own, report, found.statusfil)
    return Faktaark(_heading(material, forvaltning), facts.lead, sections(own, numbered, kept), sources_of(own))


def _heading(material: Material, forvaltning: str) -> Arkhoved:
    unit = material.unit(forvaltning)
    lines = (
        material.name(forvaltning),
        f"Udvalg: {told(unit.udvalg if unit else None)}",
        f"Bidrag: {delivery(material, forvaltning).tilstand}",
    )
    return sheet_heading(material, f"Faktaark {material.aar}", material.title(forvaltning), lines)


def _why_nothing(material: Material, forvaltning: str) -> str:
    if delivery(material, forvaltning).er_modtaget:
        return "Ingen tal: Forvaltningens bidrag er modtaget, men kan ikke læses."
    return "Ingen tal: Forvaltningens bidrag er ikke modtaget."


def _documents(grundlag: Grundlag) -> Iterator[Document]:
    rapport = grundlag.aargang.rapport
    if rapport is None:
        return
    material = prepare(grundlag, rapport)
    for one in material.scope.forvaltninger:
        yield Document(f"faktaark-{one}", fact_sheet(material, one))


DOCUMENT = DocumentType(name="faktaark", title="Faktaark", make=_documents, shows=Faktaark, rank=20)
