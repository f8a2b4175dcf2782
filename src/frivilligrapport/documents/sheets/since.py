"""What has changed at one forvaltning since last year: figures, and indsatser that are new or over."""

from collections.abc import Iterator

from frivilligrapport.aggregation.comparison import words_of
from frivilligrapport.counting.figure import Figure
from frivilligrapport.counting.figure_changes import FigureChange
from frivilligrapport.counting.indsats_changes import Fate
from frivilligrapport.danish import join_words
from frivilligrapport.documents.figures_shown import Talvisning
from frivilligrapport.documents.material import Material, shown_changes
from frivilligrapport.documents.sheets.lines import Linje

_FATES = ((Fate.NEW, "Nye indsatser"), (Fate.RESUMED, "Genoptaget"), (Fate.ENDED, "Slut"))


def change_lines(material: Material, forvaltning: str) -> tuple[Linje, ...]:
    """Give a line for each figure that both years have, and one for each fate that indsatser have met."""
    figures = (one for one in shown_changes(material.years) if one.figure.origin.forvaltning == forvaltning)
    return (*(_line(material, one) for one in figures), *_fates(material, forvaltning))


def nothing_to_compare(material: Material) -> str:
    """Say that there is nothing to hold the year against."""
    return f"Der er ikke oplyst noget om {material.years.older}, som {material.aar} kan holdes op mod."


def _line(material: Material, one: FigureChange) -> Linje:
    figure = one.figure
    mark = f" ({figure.maerke})" if figure.maerke else ""
    name = f"{figure.origin.indsats_navn or 'Hele forvaltningen'}, {figure.enhed.flertal}{mark}"
    before = [_shown(material, said, material.years.older, *one.confirming) for said in one.before]
    after = [_shown(material, one.after, material.aar)] if one.after else []
    return Linje(name, one.outcome.text, (*before, *after))


def _shown(material: Material, figure: Figure, year: int, *confirming: Figure) -> Talvisning:
    references = material.figures.sources.refer([figure.id, *(one.id for one in confirming)])
    return Talvisning(f"{words_of(figure)} i {year}", references)


def _fates(material: Material, forvaltning: str) -> Iterator[Linje]:
    for fate, name in _FATES:
        found = [
            str(one.entry.indsats.navn)
            for one in material.years.indsatser
            if one.fate is fate and one.entry.forvaltning == forvaltning
        ]
        if found:
            yield Linje(name, join_words(found))
