"""What has become of each figure that a forvaltning reported: whether it counts, where, and why not."""

from collections.abc import Iterator

from frivilligrapport.danish import full_stop
from frivilligrapport.documents.parts.sources import unit_with_part
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.families import INSIDE
from frivilligrapport.figures.figure import Figure, FigurePart
from frivilligrapport.rendering.typography import upper_first

_HEADS = columns("Tal", "Som I skrev det", "Sådan indgår det", "Linje")


def figures_of_file(report_data: ReportData, forvaltning: str) -> Tabel | None:
    """List every figure that a forvaltning reported, in the file's order; None when it reported none."""
    rows = tuple(_row(report_data, figure) for figure in report_data.figures.reported_by(forvaltning))
    return Tabel("jeres-tal", "Alle tal i jeres fil", _HEADS, rows) if rows else None


def told_by_others(report_data: ReportData, forvaltning: str) -> Tabel | None:
    """List the figures that others reported and that count for this forvaltning; None when there are none."""
    rows = tuple(
        (
            Celle(_what(figure)),
            Celle(figure.quantity.typed or "(tomt)"),
            Celle(f"{report_data.name(figure.origin.forvaltning)} har oplyst det, og det tæller hos jer."),
            Celle(str(figure.location)),
        )
        for figure in report_data.figures.reported
        if figure.owner == forvaltning and figure.origin.forvaltning != forvaltning and figure.counts
    )
    heads = columns("Tal", "Som de skrev det", "Sådan indgår det", "Sted")
    return Tabel("andres-tal", "Tal, som andre har oplyst", heads, rows) if rows else None


def summary(report_data: ReportData, forvaltning: str) -> str:
    """Say how many of the figures count: "6 af 9 tal tæller med"."""
    rows = report_data.figures.reported_by(forvaltning)
    if not rows:
        return "Jeres fil har ingen tal. Rapporten skriver, at de ikke er oplyst."
    counted = sum(figure.counts for figure in rows)
    rest = "" if counted == len(rows) else " For hvert af de andre står der hvorfor."
    return f"{counted} af jeres {len(rows)} tal indgår i årets samlede tal.{rest}"


def _row(report_data: ReportData, figure: Figure) -> Raekke:
    return (
        Celle(_what(figure)),
        Celle(figure.quantity.typed or "(tomt)"),
        Celle(" ".join(full_stop(one) for one in _fate(report_data, figure))),
        Celle(str(figure.location.line)),
    )


def _what(figure: Figure) -> str:
    return f"{figure.origin.indsats_navn or 'Hele forvaltningen'}: {unit_with_part(figure)}"


def _fate(report_data: ReportData, figure: Figure) -> Iterator[str]:
    if not figure.counts:
        yield _why_not(figure)
        return
    if figure.owner != figure.origin.forvaltning:
        owner = report_data.name(figure.owner)
        yield f"Tæller med hos {owner}, som ejer indsatsen, men ikke selv har oplyst et tal"
    elif figure.is_unknown:
        yield "Står som uoplyst, så alle kan se, at tallet ikke kendes"
    elif figure.is_unspecified:
        yield f"Tæller med i {figure.enhed.flertal}, {figure.group.value}, som et ubestemt antal"
    else:
        yield f"Tæller med i {figure.enhed.flertal}, {figure.group.value}"


def _why_not(figure: Figure) -> str:
    match figure.part:
        case FigurePart.FORRIGE_AAR:
            return "Vises ved siden af årets tal og lægges ikke til"
        case FigurePart.HERAF:
            return "Vises som en del af et andet tal og lægges aldrig til"
        case FigurePart.ANDEL:
            return "Vises som en andel og lægges aldrig til"
    if figure.why_not.startswith(INSIDE):
        return f"Er {figure.why_not} og lægges ikke til en gang mere"
    if figure.why_not.startswith("tælles hos"):
        return f"{upper_first(figure.why_not)}, så det samme ikke tælles to gange"
    return f"Vises, men lægges ikke til: {figure.why_not}"
