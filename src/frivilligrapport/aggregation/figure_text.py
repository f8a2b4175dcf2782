"""What a figure counts, and what its reporter says of it."""

from collections.abc import Iterator

from frivilligrapport.counting.figure import Figure, Part
from frivilligrapport.danish import full_stop
from frivilligrapport.models.lister import UOPLYST


def unit_with_part(figure: Figure) -> str:
    """Name the unit with its label, and which part of the reported figure it is."""
    mark = f" ({figure.maerke})" if figure.maerke else ""
    match figure.part:
        case Part.HERAF:
            return f"{figure.enhed.flertal}, heraf {figure.maerke}"
        case Part.FORRIGE_AAR:
            return f"{figure.enhed.flertal}{mark} i {figure.origin.aar - 1}"
        case Part.PAA_VEJ:
            return f"{figure.enhed.flertal}{mark} på vej"
        case Part.ANDEL:
            return f"{figure.enhed.flertal}{mark}, andel"
        case _:
            return f"{figure.enhed.flertal}{mark}"


def remarks(figure: Figure) -> Iterator[str]:
    """Yield what the reporter says of the figure; subsets and last year's are told of with the figure they stand by."""
    told = (
        ("Opgjort", figure.opgjort),
        ("Metode", figure.metode),
        ("Kilde", figure.kilde),
        ("Bemærkning", figure.bemaerkning),
    )
    if figure.part not in {Part.HERAF, Part.FORRIGE_AAR}:
        yield from (full_stop(f"{name}: {text}") for name, text in told if text not in {"", UOPLYST})
