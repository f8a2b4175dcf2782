"""The headings of the report's own chapters, and the table of contents."""

import re
from dataclasses import dataclass

_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Indholdsled:
    """An entry: the anchor and the heading, and the entries one level down."""

    id: str
    titel: str
    underafsnit: tuple["Indholdsled", ...] = ()

    @property
    def md_anker(self) -> str:
        """Give the anchor that GitHub makes of the heading in the Markdown edition."""
        return _NOT_IN_ANCHORS.sub("", self.titel.lower()).replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Hoveder:
    """The anchor and heading of each chapter that is the report's own."""

    vigtigst: Indholdsled
    tal: Indholdsled
    kort: Indholdsled
    udkast: Indholdsled
    forord: Indholdsled
    indledning: Indholdsled
    faelles: Indholdsled
    forslag: Indholdsled
    politik: Indholdsled
    om_tallene: Indholdsled
    bilag: Indholdsled
    mangler: Indholdsled


def headings() -> Hoveder:
    """Give the headings of a report."""
    return Hoveder(
        vigtigst=Indholdsled("det-vigtigste", "Det vigtigste"),
        tal=Indholdsled("tal-der-kan-bruges", "Tal, der kan bruges"),
        kort=Indholdsled("forvaltningerne-kort", "Forvaltningerne kort"),
        udkast=Indholdsled("udkast", "Udkast: det mangler endnu"),
        forord=Indholdsled("forord", "Forord"),
        indledning=Indholdsled("indledning", "Indledning"),
        faelles=Indholdsled("tvaergaaende", "Tværgående indsatser"),
        forslag=Indholdsled("forslag", "Forslag til nye initiativer"),
        politik=Indholdsled("politikken", "Opfølgning på politikken"),
        om_tallene=Indholdsled("om-tallene", "Om tallene"),
        bilag=Indholdsled("bilag", "Bilag"),
        mangler=Indholdsled("mangler", "Det mangler i rapporten"),
    )
