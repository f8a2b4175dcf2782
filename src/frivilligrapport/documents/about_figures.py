"""The chapter "Om tallene": how they are made, what they mean, and what is known to be wrong with them."""

from dataclasses import dataclass

from frivilligrapport.danish import normal_key
from frivilligrapport.documents.deliveries import delivery
from frivilligrapport.documents.doubts import Bemaerkning, not_counted, only_listed, open_ends, remarks
from frivilligrapport.documents.material import Material
from frivilligrapport.documents.method import Forklaring, explanations
from frivilligrapport.documents.tables import Raekke, Tabel, columns, count_columns, told, words

_WEIGHTS = {"fejl": "fejl", "advarsel": "advarsel", "fra": "slået fra"}


@dataclass(frozen=True, slots=True)
class OmTallene:
    """All of the chapter; a table that would be empty is None."""

    forklaringer: tuple[Forklaring, ...]
    enheder: Tabel | None
    daekning: Tabel
    aabne_ender: Tabel | None
    ikke_talt_med: Tabel | None
    kun_naevnt: Tabel | None
    bemaerkninger: tuple[Bemaerkning, ...]
    accepteret: Tabel | None
    ikke_samme: Tabel | None
    regler: Tabel | None


def about_figures(material: Material) -> OmTallene:
    """Make the chapter."""
    return OmTallene(
        forklaringer=explanations(material),
        enheder=_units(material),
        daekning=_coverage(material),
        aabne_ender=open_ends(material),
        ikke_talt_med=not_counted(material),
        kun_naevnt=only_listed(material),
        bemaerkninger=remarks(material),
        accepteret=_accepted(material),
        ikke_samme=_decided(material),
        regler=_weights(material),
    )


def _accepted(material: Material) -> Tabel | None:
    """List the findings that the report accepts; the same finding accepted for the same reason stands once."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for one in sorted(material.grundlag.accepted, key=lambda accepted: accepted.problem.order):
        key = (one.problem.code, one.problem.message, one.fordi)
        places.setdefault(key, []).append(str(one.problem.location))
    if not places:
        return None
    rows = tuple(
        words(message, ", ".join(where), " ".join(fordi.split()), code)
        for (code, message, fordi), where in places.items()
    )
    return Tabel("accepteret", "Set og accepteret", columns("Fund", "Sted", "Accepteret, fordi", "Kode"), rows)


def _decided(material: Material) -> Tabel | None:
    """List the look-alikes that someone has looked into and found to be two things."""
    rows = tuple(
        words(f"{material.name(report.forvaltning)}: {one.navn}", str(other.indsats), " ".join(other.fordi.split()))
        for report in material.reports
        for one in report.indsatser
        for other in one.ikke_samme_som
    )
    heads = columns("Indsats", "Er ikke den samme som", "Fordi")
    return Tabel("ikke-samme", "Set efter og ikke det samme", heads, rows) if rows else None


def _weights(material: Material) -> Tabel | None:
    """List the rules that the municipality has given another weight."""
    kommune = material.grundlag.samling.kommune
    rows = tuple(
        words(str(one.kode), _WEIGHTS[str(one.vaegt)], " ".join(one.fordi.split()))
        for one in (kommune.regler if kommune else ())
    )
    return Tabel("regler", "Regler med en anden vægt", columns("Kode", "Vægt", "Fordi"), rows) if rows else None


def _units(material: Material) -> Tabel | None:
    """Define the units in use, in the units' own order."""
    used = {normal_key(row.enhed) for row in material.figures.rows}
    found = {unit.key: unit for key, unit in material.figures.units.items() if key in used}
    rows = tuple(words(unit.flertal, unit.art.value, unit.definition) for unit in found.values())
    if not rows:
        return None
    return Tabel("enheder", "Enheder i brug", columns("Enhed", "Slags", "Hvad der tælles"), rows)


def _coverage(material: Material) -> Tabel:
    """Count what each has delivered: indsatser, figures, and how many of these have no number."""
    counts = count_columns("Fil", ("Indsatser", "Tal i alt", "Uden et antal", "Uoplyst"))
    heads = (*columns("Hvem"), *counts)
    rows = tuple(_delivered(material, one) for one in material.reporters)
    return Tabel("daekning", "Hvad der er modtaget", heads, rows)


def _delivered(material: Material, one: str) -> Raekke:
    report = material.report(one)
    state = delivery(material, one).tilstand if one in material.scope.forvaltninger else "rapport.yaml"
    if report is None:
        return words(material.title(one), state, *(["ingen"] * 4))
    rows = material.figures.reported_by(one)
    counts = (
        len(report.indsatser),
        len(rows),
        sum(row.is_unspecified for row in rows),
        sum(row.is_unknown for row in rows),
    )
    return words(f"{material.title(one)} ({material.name(one)})", told(state), *(str(count) for count in counts))
