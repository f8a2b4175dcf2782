"""How a figure's words were turned into bounds, said in plain sentences (number grammar, sections 1 and 3)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from frivilligrapport.aggregation.wording import span
from frivilligrapport.counting.figure import Figure, Reckoning
from frivilligrapport.danish import format_percent
from frivilligrapport.reading.quantity import Precision

_BY_PRECISION = {
    Precision.MORE_THAN: "Der er ingen øvre grænse.",
    Precision.AT_LEAST: "Der er ingen øvre grænse.",
    Precision.UP_TO: "Der er ingen kendt nedre grænse, så der regnes fra 0.",
    Precision.FEWER: "Der er ingen kendt nedre grænse, så der regnes fra 0.",
    Precision.SHARE: "Andelen er regnet om til et antal.",
    Precision.SHARE_WITHOUT_BASE: "Andelen er regnet af det tal, den er en del af.",
}
_BY_RECKONING = {
    Reckoning.LIMITED: "»mindst« og »højst« i filen går forud for antallet.",
    Reckoning.COMING_OUT: "Det, der er på vej, er talt med i antallet og er trukket fra.",
    Reckoning.COMING_UNSURE: "Det er uoplyst, om det, der er på vej, er talt med i antallet. Begge muligheder er holdt "
    "åbne.",
}
_RESERVATION = re.compile(r" *[0-9]")


def reckoning(figure: Figure, margin: Fraction) -> Iterator[str]:
    """Yield the sentences that lead from a figure's words to its bounds; none when the words are the bounds.

    `margin` is the year's convention for "ca.".
    """
    precision = figure.quantity.precision
    if precision is Precision.UNKNOWN and figure.bounds is None:
        yield "Uoplyst er ikke 0. Det lægger intet til og gør ikke dækningen større."
    elif precision is Precision.SHARE_WITHOUT_BASE and figure.bounds is None:
        yield "Det, den er en andel af, er ikke oplyst som et antal, så den kan ikke regnes om."
    elif precision is Precision.UNSPECIFIED and not figure.reckoned:
        yield "Et ubestemt antal regnes fra 0 og uden øvre grænse."
    elif figure.bounds is not None:
        rules = [*_convention(figure, margin), *(_BY_RECKONING[one] for one in figure.reckoned)]
        yield from rules
        if rules:
            yield f"Det giver {span(figure.bounds)}."
    if figure.counts and figure.contribution not in {None, figure.bounds}:
        yield "Den nedre grænse er den højeste af tallets egen og summen af det, der er talt med i det."


def _convention(figure: Figure, margin: Fraction) -> Iterator[str]:
    precision, percent = figure.quantity.precision, format_percent(Decimal(round(margin * 1000)) / 10)
    if precision in _BY_PRECISION and not figure.reckoned:
        yield _BY_PRECISION[precision]
    if figure.quantity.approximate or precision is Precision.APPROXIMATE:
        yield f"»ca.« regnes som {percent} til hver side, rundet udad."
    elif precision in {Precision.JUST_UNDER, Precision.JUST_OVER}:
        side = "under" if precision is Precision.JUST_UNDER else "over"
        yield f"»{_RESERVATION.split(figure.quantity.text())[0]}« regnes som højst {percent} {side}."
