"""What has become of each figure that a forvaltning reported: whether it counts, where, and why not."""

from collections.abc import Iterator

from frivilligrapport.danish import full_stop
from frivilligrapport.documents.parts.figure_rows import FigureRow
from frivilligrapport.documents.parts.sources import unit_with_part
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.report_data import Material
from frivilligrapport.figures.families import INSIDE
from frivilligrapport.figures.figure import Part
from frivilligrapport.rendering.typography import upper_first

_HEADS = columns("Tal", "Som I skrev det", "Sådan indgår det", "Linje")


def figures_of_file(material: Material, forvaltning: str) -> Tabel | None:
    """List every figure that a forvaltning reported, in the file's order; None when it reported none."""
    rows = tuple(_row(material, row) for row in material.figures.reported_by(forvaltning))
    return Tabel("jeres-tal", "Alle tal i jeres fil", _HEADS, rows) if rows else None


def told_by_others(material: Material, forvaltning: str) -> Tabel | None:
    """List the figures that others reported and that count for this forvaltning; None when there are none."""
    rows = tuple(
        (
            Celle(_what(row)),
            Celle(row.skrevet or "(tomt)"),
            Celle(f"{material.name(row.forvaltning)} har oplyst det, og det tæller hos jer."),
            Celle(str(row.location)),
        )
        for row in material.figures.rows
        if row.ejer == forvaltning and row.forvaltning != forvaltning and row.counts
    )
    heads = columns("Tal", "Som de skrev det", "Sådan indgår det", "Sted")
    return Tabel("andres-tal", "Tal, som andre har oplyst", heads, rows) if rows else None


def summary(material: Material, forvaltning: str) -> str:
    """Say how many of the figures count: "6 af 9 tal tæller med"."""
    rows = material.figures.reported_by(forvaltning)
    if not rows:
        return "Jeres fil har ingen tal. Rapporten skriver, at de ikke er oplyst."
    counted = sum(row.counts for row in rows)
    rest = "" if counted == len(rows) else " For hvert af de andre står der hvorfor."
    return f"{counted} af jeres {len(rows)} tal indgår i årets samlede tal.{rest}"


def _row(material: Material, row: FigureRow) -> Raekke:
    return (
        Celle(_what(row)),
        Celle(row.skrevet or "(tomt)"),
        Celle(" ".join(full_stop(one) for one in _fate(material, row))),
        Celle(str(row.location.line)),
    )


def _what(row: FigureRow) -> str:
    return f"{row.indsats_navn or 'Hele forvaltningen'}: {unit_with_part(row)}"


def _fate(material: Material, row: FigureRow) -> Iterator[str]:
    if not row.counts:
        yield _why_not(row)
        return
    if row.ejer != row.forvaltning:
        owner = material.name(row.ejer)
        yield f"Tæller med hos {owner}, som ejer indsatsen, men ikke selv har oplyst et tal"
    elif row.is_unknown:
        yield "Står som uoplyst, så alle kan se, at tallet ikke kendes"
    elif row.is_unspecified:
        yield f"Tæller med i {row.enhed}, {row.gruppe}, som et ubestemt antal"
    else:
        yield f"Tæller med i {row.enhed}, {row.gruppe}"


def _why_not(row: FigureRow) -> str:
    match row.part:
        case Part.FORRIGE_AAR:
            return "Vises ved siden af årets tal og lægges ikke til"
        case Part.HERAF:
            return "Vises som en del af et andet tal og lægges aldrig til"
        case Part.ANDEL:
            return "Vises som en andel og lægges aldrig til"
    if row.why_not.startswith(INSIDE):
        return f"Er {row.why_not} og lægges ikke til en gang mere"
    if row.why_not.startswith("tælles hos"):
        return f"{upper_first(row.why_not)}, så det samme ikke tælles to gange"
    return f"Vises, men lægges ikke til: {row.why_not}"
