"""Totals of parts of the year: per forvaltning, tema, bydel, målgruppe and lokaludvalg."""

from enum import StrEnum

from frivilligrapport.danish import normal_key, sort_key
from frivilligrapport.figures.register import Register
from frivilligrapport.figures.totals import Scope, Total, totals, totals_by_forvaltning
from frivilligrapport.models import lister

SEVERAL = "flere"
NOT_SAID = "ikke angivet"
_LAST = (SEVERAL, lister.UOPLYST, NOT_SAID)


class Grouping(StrEnum):
    """What totals can be split by; the value is the word that is typed and printed."""

    FORVALTNING = "forvaltning"
    TEMA = "tema"
    BYDEL = "bydel"
    MAALGRUPPE = "målgruppe"
    LOKALUDVALG = "lokaludvalg"


_COLUMNS = {
    Grouping.TEMA: "temaer",
    Grouping.BYDEL: "bydele",
    Grouping.MAALGRUPPE: "maalgrupper",
    Grouping.LOKALUDVALG: "lokaludvalg",
}


def totals_by(frame: Register, scope: Scope, grouping: Grouping) -> dict[str, tuple[Total, ...]]:
    """Split the year's totals, by the name of the part; the parts' figures are together those of the whole year.

    A figure that is about several is not divided: it stands under "flere", as it stands under "uoplyst" when not all of
    them are known, and under "ikke angivet" when the file says nothing (number grammar, section 3 rule 10). What is
    counted inside another indsats stands where that one stands. Parts are in the Danish alphabet's order, and every
    forvaltning is there, in print order, also when it has no figures.
    """
    if grouping is Grouping.FORVALTNING:
        found = totals_by_forvaltning(frame, scope)
        return {scope.names.get(one, one): own for one, own in found.items()}
    labels = frame[_COLUMNS[grouping]].map(_label)
    spelling = {normal_key(one): one for one in reversed(list(labels))}
    keys = labels.map(normal_key)
    parts = {name: totals(frame[keys == key], scope, frame) for key, name in spelling.items()}
    return {name: parts[name] for name in sorted(parts, key=_rank) if parts[name]}


def _label(names: tuple[str, ...]) -> str:
    if not names:
        return NOT_SAID
    if lister.UOPLYST in names:
        return lister.UOPLYST
    return names[0] if len(names) == 1 else SEVERAL


def _rank(name: str) -> tuple[int, tuple[int, ...]]:
    return (_LAST.index(name) + 1 if name in _LAST else 0), sort_key(name)
