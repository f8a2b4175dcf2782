"""The year's data: every figure, total and indsats, as a workbook and as a table for other programs."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from frivilligrapport.collection.values import Aargang
from frivilligrapport.danish import normal_key
from frivilligrapport.deliveries.aflevering import counted_text
from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.cover import UNTITLED
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.figures.register import Grouping, Registers
from frivilligrapport.figures.reports import margin_of, reports, units_of
from frivilligrapport.models.lister import said
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.rendering.exports.csv import to_csv
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.indsatser import IndsatsRow
from frivilligrapport.rendering.exports.tables import register_table

_BACKGROUND = "Året har ingen rapport.yaml. Tallene er dem, der kendes, og ingen mangler at aflevere."


def export_of(registers: Registers, aargang: Aargang, grouping: Grouping | None = None) -> Export:
    """Gather a year's figures and what must be known to read them."""
    samling = registers.samling
    year = YearData(registers, aargang)
    received = year.report.deliveries if year.report else ()
    return Export(
        kommune=samling.navn,
        titel=(said(aargang.rapport.titel) if aargang.rapport else "") or UNTITLED,
        aar=aargang.aar,
        dato=_date(aargang.rapport, aargang.aar),
        deliveries={one.forkortelse: one.tilstand for one in received},
        silent={one.forkortelse: one.tilstand for one in received if not one.kan_laeses},
        received=counted_text(received) if received else _BACKGROUND,
        margin=margin_of(aargang),
        register=year.register,
        units=tuple(dict.fromkeys(units_of(samling).values())),
        indsatser=tuple(indsatser_of(registers, aargang)),
        grouping=grouping,
        kolofon=aargang.rapport.kolofon if aargang.rapport else None,
    )


def indsatser_of(registers: Registers, *years: Aargang) -> Iterator[IndsatsRow]:
    """Yield every indsats of some years, as they are in print."""
    for aargang in years:
        register = registers.of(aargang)
        ids: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for figure in register.figures:
            ids[figure.origin.subject].append(figure.id)
        for report in reports(registers.samling, aargang):
            answers = [(str(one.punkt), {normal_key(name) for name in one.indsatser}) for one in report.politik]
            for indsats in report.indsatser:
                points = tuple(point for point, named in answers if normal_key(indsats.id) in named)
                subject = report.forvaltning, str(indsats.id)
                yield IndsatsRow(aargang.aar, register.scope.name(subject[0]), indsats, points, tuple(ids[subject]))


def _date(rapport: Rapport | None, year: int) -> date:
    """Give the report's own date, or the year's last day: an export never carries the day it was made."""
    stated = rapport.kolofon.dato if rapport and rapport.kolofon else None
    return (stated.period.start if stated else None) or date(year, 12, 31)


def _documents(year_data: YearData) -> Iterator[Document]:
    if year_data.report:
        yield Document("tal", export_of(year_data.registers, year_data.aargang))


def _workbook(export: Export) -> bytes:
    from frivilligrapport.rendering.exports.xlsx import figures_xlsx  # noqa: PLC0415 - only those pay who ask for it

    return figures_xlsx(export)


def _table(export: Export) -> bytes:
    return to_csv(register_table(export))


DOCUMENT = DocumentType(
    name="tal",
    title="Årets tal",
    make=_documents,
    shows=Export,
    rank=60,
    about="Alle tal og indsatser til regneark og andre programmer, hvert tal med den fil og linje, det er skrevet i.",
    forms=("xlsx", "csv"),
    written={"xlsx": _workbook, "csv": _table},
)
