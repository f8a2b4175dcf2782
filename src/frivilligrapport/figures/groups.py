"""Totals of parts of the year: per forvaltning, tema, bydel, målgruppe and lokaludvalg."""

from enum import StrEnum

from frivilligrapport.danish import normal_key, sort_key
from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.register import Register
from frivilligrapport.figures.totals import Total, totals
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


def totals_by(register: Register, grouping: Grouping) -> dict[str, tuple[Total, ...]]:
    """Split the year's totals, by the name of the part; the parts' figures are together those of the whole year.

    A figure that is about several is not divided: it stands under "flere", as it stands under "uoplyst" when not all of
    them are known, and under "ikke angivet" when the file says nothing (number grammar, section 3 rule 10). What is
    counted inside another indsats stands where that one stands. Parts are in the Danish alphabet's order, and every
    forvaltning is there, in print order, also when it has no figures.
    """
    if grouping is Grouping.FORVALTNING:
        return {register.scope.name(one): own for one, own in register.by_forvaltning.items()}
    spelling: dict[str, str] = {}
    parts: dict[str, list[Figure]] = {}
    for figure in register.figures:
        label = _label(_names(figure, grouping))
        spelling.setdefault(normal_key(label), label)
        parts.setdefault(normal_key(label), []).append(figure)
    found = {
        spelling[key]: totals(own, register.scope, register.figures, register.double_counts)
        for key, own in parts.items()
    }
    return {name: found[name] for name in sorted(found, key=_rank) if found[name]}


def _names(figure: Figure, grouping: Grouping) -> tuple[str, ...]:
    tags = figure.origin.tags
    match grouping:
        case Grouping.TEMA:
            return tags.temaer
        case Grouping.BYDEL:
            return tags.bydele
        case Grouping.MAALGRUPPE:
            return tags.maalgrupper
    return tags.lokaludvalg


def _label(names: tuple[str, ...]) -> str:
    if not names:
        return NOT_SAID
    if lister.UOPLYST in names:
        return lister.UOPLYST
    return names[0] if len(names) == 1 else SEVERAL


def _rank(name: str) -> tuple[int, tuple[int, ...]]:
    return (_LAST.index(name) + 1 if name in _LAST else 0), sort_key(name)
