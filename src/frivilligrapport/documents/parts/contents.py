"""The headings of the report's own chapters, and the table of contents."""

import re
from collections.abc import Mapping

from frivilligrapport.fast_start import Frozen

_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


class Indholdsled(Frozen):
    """An entry: the anchor and the heading, and the entries one level down."""

    id: str
    titel: str
    underafsnit: tuple["Indholdsled", ...] = ()

    @property
    def md_anker(self) -> str:
        """Give the anchor that GitHub makes of the heading in the Markdown edition."""
        return _NOT_IN_ANCHORS.sub("", self.titel.lower()).replace(" ", "-")


class Hoveder(Frozen):
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


def headings(tekster: Mapping[str, str]) -> Hoveder:
    """Give the headings of a report, from its own texts by name."""
    return Hoveder(
        vigtigst=Indholdsled("det-vigtigste", tekster["det_vigtigste"]),
        tal=Indholdsled("tal-der-kan-bruges", tekster["tal_der_kan_bruges"]),
        kort=Indholdsled("forvaltningerne-kort", tekster["forvaltningerne_kort"]),
        udkast=Indholdsled("udkast", "Udkast: det mangler endnu"),
        forord=Indholdsled("forord", tekster["forord"]),
        indledning=Indholdsled("indledning", tekster["indledning"]),
        faelles=Indholdsled("tvaergaaende", tekster["tvaergaaende"]),
        forslag=Indholdsled("forslag", tekster["forslag"]),
        politik=Indholdsled("politikken", tekster["politikken"]),
        om_tallene=Indholdsled("om-tallene", tekster["om_tallene"]),
        bilag=Indholdsled("bilag", tekster["bilag"]),
        mangler=Indholdsled("mangler", tekster["mangler"]),
    )
