"""The operationalisering: how one forvaltning carries out a policy, point by point."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.contents import Indholdsled
from frivilligrapport.documents.parts.cover import Forside
from frivilligrapport.documents.parts.facts_box import Faktalinje
from frivilligrapport.documents.parts.gaps import gap_table
from frivilligrapport.documents.parts.tables import Tabel
from frivilligrapport.documents.policy.front import draft_text, front, publisher
from frivilligrapport.documents.policy.plan_shown import Planpunkt, Shown, plan_facts, plan_points, summary
from frivilligrapport.documents.policy.policy_data import known, policy_named, unit_of
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.policy.plans import Plan, plans_before, plans_in

_OVERBLIK = Indholdsled("overblik", "Overblik")
_BEMAERKNING = Indholdsled("om-planen", "Om planen")


@dataclass(frozen=True)
class Operationaliseringsdokument:
    """Everything the templates place; a part that is None, "" or () is left out."""

    forside: Forside
    kolofon: tuple[tuple[str, str], ...]
    udkast: str
    fakta: tuple[Faktalinje, ...]
    sammenfatning: tuple[str, ...]
    indledning: str
    punkter: tuple[Planpunkt, ...]
    om_planen: str
    mangler: Tabel | None
    overblik: Indholdsled = _OVERBLIK
    bemaerkning: Indholdsled = _BEMAERKNING

    @property
    def indhold(self) -> tuple[Indholdsled, ...]:
        """Give the table of contents: every chapter that is there."""
        points = (Indholdsled(one.id, one.titel) for one in self.punkter)
        last = (self.bemaerkning,) if self.om_planen or self.mangler else ()
        return (self.overblik, *points, *last)


def make(year_data: YearData, plan: Plan) -> Operationaliseringsdokument:
    """Make the document of one plan."""
    content, unit = plan.indhold, unit_of(year_data, plan.forvaltning)
    name = str(unit.navn) if unit else str(content.forvaltning)
    before = plans_before(year_data.samling, plan.aar, plan.forvaltning, plan.politik)
    shown = Shown(plan, before, policy_named(year_data, plan.politik))
    names = {str(one.id): str(one.navn) for one in shown.items}
    return Operationaliseringsdokument(
        forside=front(year_data, str(content.titel), f"{name}, {plan.aar}", (), content.dato),
        kolofon=(
            ("Udgiver", publisher(year_data) or UOPLYST),
            ("Forvaltning", name),
            ("Kontor", str(content.kontor or UOPLYST)),
            ("Dato", known(content.dato) or UOPLYST),
            ("År", str(plan.aar)),
        ),
        udkast=draft_text(year_data),
        fakta=plan_facts(shown, name),
        sammenfatning=summary(shown),
        indledning=str(content.indledning or ""),
        punkter=plan_points(shown),
        om_planen=str(content.bemaerkning or ""),
        mangler=gap_table("mangler-planen", "Det mangler i planen", content.mangler, names),
    )


def _documents(year_data: YearData) -> Iterator[Document]:
    for plan in plans_in(year_data.samling, year_data.aargang):
        yield Document(plan.fil.id, make(year_data, plan))


DOCUMENT = DocumentType(
    name="operationalisering", title="Operationalisering", make=_documents, shows=Operationaliseringsdokument, rank=20
)
