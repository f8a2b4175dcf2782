"""What has changed since last year, where both years are known."""

from collections.abc import Iterator

from frivilligrapport.aggregation.comparison import words_of
from frivilligrapport.counting.figure import Figure
from frivilligrapport.counting.figure_changes import FigureChange
from frivilligrapport.danish import full_stop
from frivilligrapport.documents.figures_shown import Talvisning
from frivilligrapport.documents.material import Material, shown_changes
from frivilligrapport.documents.tables import Celle, Raekke, Tabel, columns


def changes_since_last_year(material: Material) -> Tabel | None:
    """Show each figure beside last year's; None when no figure is known for both years.

    The note below tells what reporters and registers say of the changes: explanations, remarks, new names.
    """
    found = shown_changes(material.years)
    if not found:
        return None
    heads = columns("Hvad", str(material.years.older), str(material.aar), "Ændring")
    rows = tuple(_row(material, one) for one in found)
    notes = dict.fromkeys(note for one in found for note in _notes(material, one))
    return Tabel("aendringer", f"Fra {material.years.older} til {material.aar}", heads, rows, note=" ".join(notes))


def _row(material: Material, one: FigureChange) -> Raekke:
    before = [_shown(material, said, *one.confirming) for said in one.before]
    after = [_shown(material, one.after)] if one.after else []
    return (
        Celle(name_of(material, one.figure)),
        Celle(tal=tuple(before)),
        Celle(tal=tuple(after)),
        Celle(one.outcome.text),
    )


def _shown(material: Material, figure: Figure, *confirming: Figure) -> Talvisning:
    refer = material.figures.sources.refer
    return Talvisning(words_of(figure), refer([figure.id, *(one.id for one in confirming)]))


def name_of(material: Material, figure: Figure) -> str:
    """Say whose figure it is, of which indsats, and in which unit."""
    mark = f" ({figure.maerke})" if figure.maerke else ""
    about = figure.origin.indsats_navn or "hele forvaltningen"
    return f"{material.name(figure.origin.forvaltning)}: {about}, {figure.enhed.flertal}{mark}"


def _notes(material: Material, one: FigureChange) -> Iterator[str]:
    if one.forklaring:
        yield full_stop(f"Forklaring til {name_of(material, one.figure)}: {_on_one_line(one.forklaring)}")
    if one.figure.bemaerkning:
        yield _on_one_line(one.figure.bemaerkning)
    yield from (full_stop(remark) for remark in one.remarks)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
