"""Whom each works for, with whom, where and on what, gathered from all its indsatser."""

from collections.abc import Iterable

from frivilligrapport.danish import join_words, plural, sort_key
from frivilligrapport.documents.parts.tables import NOT_TOLD, Celle, Raekke, Tabel, columns
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.reports import Report
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.lister import UOPLYST


def whom_and_where(report_data: ReportData) -> Tabel | None:
    """List målgrupper, partnere, bydele and temaer by reporter, in alphabetical order; None without any indsats."""
    kommune = report_data.year_data.samling.kommune
    found = [one for one in report_data.reports if one.indsatser]
    rows = [_row(report_data, one) for one in found]
    heads = columns("Hvem", "Målgrupper", "Partnere", "Temaer", *(("Bydele",) if kommune and kommune.bydele else ()))
    return Tabel("hvem-og-hvor", "Målgrupper, partnere og steder", heads, tuple(rows)) if rows else None


def _row(report_data: ReportData, report: Report) -> Raekke:
    kommune, indsatser = report_data.year_data.samling.kommune, report.indsatser
    cells = (
        report_data.name(report.forvaltning),
        _listed(one for indsats in indsatser for one in indsats.maalgrupper),
        _listed(one for indsats in indsatser for one in indsats.partnere),
        _listed(one for indsats in indsatser for one in indsats.tema),
        *((_districts(report_data, indsatser),) if kommune and kommune.bydele else ()),
    )
    return tuple(Celle(one) for one in cells)


def _districts(report_data: ReportData, indsatser: tuple[Indsats, ...]) -> str:
    kommune = report_data.year_data.samling.kommune
    places = [sted for indsats in indsatser for sted in indsats.steder]
    known = [str(sted.bydel) for sted in places if sted.bydel and sted.bydel != UOPLYST]
    for indsats in indsatser:
        known += [*indsats.bydele, *(kommune.bydele_of(indsats.lokaludvalg) if kommune else ())]
    unknown = sum(sted.bydel in {None, UOPLYST} for sted in places)
    text = _listed(known)
    rest = f"{NOT_TOLD} for {unknown} {plural(unknown, 'sted', 'steder')}"
    if not unknown:
        return text
    return rest if text == NOT_TOLD else f"{text}; {rest}"


def _listed(found: Iterable[str]) -> str:
    """List each thing once, in alphabetical order."""
    by_key = {one.casefold(): str(one) for one in found if one != UOPLYST}
    return join_words(sorted(by_key.values(), key=sort_key)) or NOT_TOLD
