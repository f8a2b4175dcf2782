"""The headings of the report's own chapters, and the table of contents."""

import re
from collections.abc import Iterable
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
    """The anchor and heading of each chapter that is the report's own, and of the sections of "Året i tal"."""

    udkast: Indholdsled
    forord: Indholdsled
    aaret: Indholdsled
    gennemfoert: Indholdsled
    kommende: Indholdsled
    aendringer: Indholdsled
    fra_hver: Indholdsled
    registreret: Indholdsled
    indledning: Indholdsled
    alle_indsatser: Indholdsled
    faelles: Indholdsled
    forslag: Indholdsled
    politik: Indholdsled
    om_tallene: Indholdsled
    kilder: Indholdsled
    bilag: Indholdsled
    mangler: Indholdsled


def headings(year: int) -> Hoveder:
    """Give the headings of a year's report."""
    return Hoveder(
        udkast=Indholdsled("udkast", "Udkast: det mangler endnu"),
        forord=Indholdsled("forord", "Forord"),
        aaret=Indholdsled("aaret-i-tal", "Året i tal"),
        gennemfoert=Indholdsled("gennemfoert", f"Gennemført i {year}"),
        kommende=Indholdsled("kommende", "Det, der kommer"),
        aendringer=Indholdsled("siden-sidst", f"Ændringer siden {year - 1}"),
        fra_hver=Indholdsled("fra-hver", "Tal fra hver forvaltning"),
        registreret=Indholdsled("registreret", "Registrerede indsatser"),
        indledning=Indholdsled("indledning", "Indledning"),
        alle_indsatser=Indholdsled("indsatser", "Alle indsatser"),
        faelles=Indholdsled("tvaergaaende", "Tværgående indsatser"),
        forslag=Indholdsled("forslag", "Forslag til nye initiativer"),
        politik=Indholdsled("politikken", "Opfølgning på politikken"),
        om_tallene=Indholdsled("om-tallene", "Om tallene"),
        kilder=Indholdsled("kilder", "Kildeliste"),
        bilag=Indholdsled("bilag", "Bilag"),
        mangler=Indholdsled("mangler", "Det mangler i rapporten"),
    )


def entry(head: Indholdsled, below: Iterable[Indholdsled] = ()) -> Indholdsled:
    """Give a chapter's entry with its sections under it."""
    return Indholdsled(head.id, head.titel, tuple(below))
