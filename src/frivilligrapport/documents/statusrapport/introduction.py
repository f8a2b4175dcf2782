"""The introduction: the situation, and the benefits and tendencies that the network sees."""

from collections.abc import Iterable
from dataclasses import dataclass

from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.models.lister import said
from frivilligrapport.models.rapport import Punkt


@dataclass(frozen=True, slots=True)
class Tekstpunkt:
    """A titled piece of contributors' Markdown."""

    titel: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Indledning:
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
