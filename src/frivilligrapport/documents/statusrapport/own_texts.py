"""What stands in rapport.yaml itself: the introduction with its points, and the appendices."""

from collections.abc import Iterable

from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.lister import said
from frivilligrapport.models.rapport import Bilag, Punkt
from frivilligrapport.rendering.typography import one_line


class Tekstpunkt(Frozen):
    """A titled piece of Markdown, such as a remark that someone declared: `titel` is then what it is about."""

    titel: str
    tekst: str


class Indledning(Frozen):
    """The chapter; lists may be empty."""

    tekst: str
    fordele: tuple[Tekstpunkt, ...]
    tendenser: tuple[Tekstpunkt, ...]


def introduction(report_data: ReportData) -> Indledning | None:
    """Make the chapter; None when rapport.yaml has nothing for it."""
    rapport = report_data.rapport
    found = Indledning(said(rapport.indledning), _points(rapport.fordele), _points(rapport.tendenser))
    return found if found.tekst or found.fordele or found.tendenser else None


def _points(found: Iterable[Punkt]) -> tuple[Tekstpunkt, ...]:
    return tuple(Tekstpunkt(str(one.titel), said(one.tekst)) for one in found)


class Bilagsafsnit(Frozen):
    """An appendix: its Markdown, or in its place `besked`."""

    id: str
    titel: str
    tekst: str
    besked: str


def appendices(report_data: ReportData) -> tuple[Bilagsafsnit, ...]:
    """Give the appendices in the order of rapport.yaml."""
    return tuple(_appendix(report_data, number, one) for number, one in enumerate(report_data.rapport.bilag, start=1))


def _appendix(report_data: ReportData, number: int, bilag: Bilag) -> Bilagsafsnit:
    text = report_data.text(None, bilag.fil)
    title = f"Bilag {bilag.nummer}: {bilag.titel}"
    return Bilagsafsnit(f"bilag-{number}", title, text, "" if text else _message(report_data, bilag))


def _message(report_data: ReportData, bilag: Bilag) -> str:
    if bilag.fil and bilag.fil in report_data.aargang.files:
        return f"Bilaget ligger for sig selv i filen {bilag.fil}."
    return missing_appendix(bilag)


def missing_appendix(bilag: Bilag) -> str:
    """Say that an appendix is missing, and why where that is told."""
    return f"Bilaget mangler. {one_line(bilag.mangler) if bilag.mangler else 'Årsagen er ikke oplyst.'}"
