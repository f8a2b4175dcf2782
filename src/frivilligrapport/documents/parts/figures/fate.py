"""What becomes of each reported figure in the year's totals, in the words that its reporter is told it in."""

from collections.abc import Iterator

from frivilligrapport.danish import full_stop, in_quotes
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.figure import Figure, FigurePart
from frivilligrapport.rendering.typography import upper_first


def summary_of_figures(report_data: ReportData, forvaltning: str) -> str:
    """Say how many of the figures count: "6 af 9 tal tæller med"."""
    rows = report_data.figures.reported_by(forvaltning)
    if not rows:
        return "Jeres fil har ingen tal. Rapporten skriver, at de ikke er oplyst."
    counted = sum(figure.counts for figure in rows)
    rest = "" if counted == len(rows) else " For hvert af de andre står der hvorfor."
    return f"{counted} af jeres {len(rows)} tal indgår i årets samlede tal.{rest}"


def what_is_counted(figure: Figure) -> str:
    """Name the indsats and what of it a figure counts."""
    return f"{upper_first(figure.origin.om)}: {figure.enhed_og_del}"


def fate_of(report_data: ReportData, figure: Figure) -> str:
    """Say in sentences whether a figure is part of the year's totals, and why not where it is not."""
    return " ".join(full_stop(one) for one in _fate(report_data, figure))


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
    register = report_data.register
    subject = figure.origin.subject
    for other in (one.other_than(subject) for one in register.double_counts if subject in one.subjects):
        whose = report_data.name(other.forvaltning)
        yield f"Måske det samme som {in_quotes(other.navn)} ({whose}); begge dele er holdt åbent"


def _why_not(figure: Figure) -> str:
    match figure.part:
        case FigurePart.FORRIGE_AAR:
            return "Vises ved siden af årets tal og lægges ikke til"
        case FigurePart.HERAF:
            return "Vises som en del af et andet tal og lægges aldrig til"
        case FigurePart.ANDEL:
            return "Vises som en andel og lægges aldrig til"
    if figure.counted_in:
        return f"Er {figure.why_not} og lægges ikke til en gang mere"
    if figure.why_not.startswith("tælles hos"):
        return f"{upper_first(figure.why_not)}, så det samme ikke tælles to gange"
    return f"Vises, men lægges ikke til: {figure.why_not}"
