"""Work that several report: who tells of it, who counts it, and who says nothing."""

from dataclasses import dataclass

from frivilligrapport.collection.organisation import unit_id
from frivilligrapport.danish import join_words
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.models.indsats import Faelles, Indsats

_NOBODY = "ingen"


@dataclass(frozen=True, slots=True)
class _Told:
    """One reporter's word about a shared thing."""

    forvaltning: str
    indsats: Indsats
    faelles: Faelles


def shared_work(report_data: ReportData) -> Tabel | None:
    """List the shared things in the order they are first told of; None when there are none."""
    by_thing: dict[str, list[_Told]] = {}
    for report in report_data.reports:
        for indsats in report.indsatser:
            if indsats.faelles:
                told = _Told(report.forvaltning, indsats, indsats.faelles)
                by_thing.setdefault(str(indsats.faelles.id), []).append(told)
    if not by_thing:
        return None
    heads = columns("Indsats", "Indberettet af", "Nævnes ikke af", "Tælles hos")
    rows = tuple(_row(report_data, told) for told in by_thing.values())
    return Tabel("faelles", "Fælles indsatser", heads, rows)


def _row(report_data: ReportData, told: list[_Told]) -> Raekke:
    reporters = list(dict.fromkeys(one.forvaltning for one in told))
    owner = unit_id(report_data.samling, told[0].faelles.taeller_hos)
    involved = dict.fromkeys(
        unit_id(report_data.samling, name) for one in told for name in (*one.faelles.med, one.faelles.taeller_hos)
    )
    silent = [report_data.name(one) for one in involved if one not in reporters]
    first = next((one for one in told if one.forvaltning == owner), told[0])
    return (
        Celle(str(first.indsats.navn), note=_other_names(report_data, told, first)),
        Celle(join_words([report_data.name(one) for one in reporters])),
        Celle(join_words(silent) or _NOBODY),
        Celle(report_data.name(owner)),
    )


def _other_names(report_data: ReportData, told: list[_Told], first: _Told) -> str:
    others = [one for one in told if one.indsats.navn != first.indsats.navn]
    names = [f"»{one.indsats.navn}« hos {report_data.name(one.forvaltning)}" for one in others]
    return f"hedder {join_words(names)}" if names else ""
