"""What each forvaltning says in figures: volunteers, everything else, what lies ahead, and what counts elsewhere."""

from collections.abc import Iterator

from frivilligrapport.documents.parts.deliveries import delivery
from frivilligrapport.documents.parts.figures_shown import Talvisning
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns, figures
from frivilligrapport.documents.report_data import Material
from frivilligrapport.figures.figure import Group, Part
from frivilligrapport.grammar.quantity import Precision
from frivilligrapport.models.enheder import ENHEDER

VOLUNTEERS = ENHEDER[0].flertal


def volunteers(material: Material, forvaltning: str) -> tuple[Talvisning, ...]:
    """Give what counts as the forvaltning's volunteers, also when another forvaltning told it."""
    return _totals(material, forvaltning, Group.GENNEMFOERT, only_volunteers=True)


def done(material: Material, forvaltning: str) -> tuple[Talvisning, ...]:
    """Give the forvaltning's other totals of the year."""
    return _totals(material, forvaltning, Group.GENNEMFOERT, only_volunteers=False)


def coming(material: Material, forvaltning: str) -> tuple[Talvisning, ...]:
    """Give what lies ahead, of all units."""
    both = (True, False)
    return tuple(one for flag in both for one in _totals(material, forvaltning, Group.KOMMENDE, only_volunteers=flag))


def told_for_others(material: Material, forvaltning: str) -> tuple[Talvisning, ...]:
    """Give the figures that the forvaltning reports and that count elsewhere, each saying where."""
    rows = material.figures.reported_by(forvaltning)
    return tuple(
        material.figures.show(row) for row in rows if row.ejer != forvaltning and row.part in {Part.ANTAL, Part.PAA_VEJ}
    )


def _totals(material: Material, forvaltning: str, group: Group, *, only_volunteers: bool) -> tuple[Talvisning, ...]:
    found = material.grundlag.tally.by_forvaltning.get(forvaltning, ())
    totals = [
        material.figures.show_total(total, forvaltning)
        for total in found
        if total.gruppe == group.value and (total.enhed == VOLUNTEERS) is only_volunteers
    ]
    not_relevant = [
        material.figures.show_bare(row)
        for row in material.figures.reported_by(forvaltning)
        if row.precision is Precision.NOT_RELEVANT
        and row.gruppe == group.value
        and (row.enhed == VOLUNTEERS) is only_volunteers
    ]
    return (*totals, *not_relevant)


def who_says_what(material: Material) -> Tabel:
    """List every forvaltning and the network with what they say, and with words where they say nothing."""
    rows = tuple(_rows(material))
    note = (
        "»Ikke oplyst« betyder, at filen ikke nævner et tal. »Uoplyst« betyder, at filen nævner tallet og siger, "
        "at det ikke kendes. Intet af det er det samme som 0."
    )
    heads = columns("Forvaltning", "Frivillige", "Andre tal, gennemført", "Kommende", "Tælles hos andre")
    return Tabel(
        "tal-fra-forvaltningerne", f"Hvad hver har oplyst for {material.aar}", heads, rows, note=note, lille=True
    )


def _rows(material: Material) -> Iterator[Raekke]:
    for one in material.reporters:
        name = Celle(material.name(one))
        state = delivery(material, one) if one in material.scope.forvaltninger else None
        if state and not state.kan_laeses:
            yield (name, *(Celle(state.tilstand) for _ in range(4)))
            continue
        elsewhere = told_for_others(material, one)
        yield (
            name,
            figures(volunteers(material, one)),
            figures(done(material, one)),
            figures(coming(material, one)),
            figures(elsewhere) if elsewhere else Celle("ingen"),
        )
