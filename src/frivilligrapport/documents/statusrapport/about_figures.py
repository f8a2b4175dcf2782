"""How the figures are made: the rules in plain words, with the year's own settings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from frivilligrapport.danish import format_percent, normal_key
from frivilligrapport.documents.parts.deliveries import delivery
from frivilligrapport.documents.parts.figure_rows import FigureRow
from frivilligrapport.documents.parts.indsatser_shown import period_text
from frivilligrapport.documents.parts.sources import unit_with_part
from frivilligrapport.documents.parts.tables import Celle, Kolonne, Raekke, Tabel, columns, count_columns, told, words
from frivilligrapport.documents.report_data import Material
from frivilligrapport.figures.figure import SUMMED, Part
from frivilligrapport.figures.reports import margin_of, state_group
from frivilligrapport.grammar.quantity import Precision


@dataclass(frozen=True, slots=True)
class Forklaring:
    """A titled list of plain sentences."""

    id: str
    titel: str
    punkter: tuple[str, ...]


def explanations(material: Material) -> tuple[Forklaring, ...]:
    """Explain counting, careful words and time (number grammar, sections 1 and 3)."""
    return (
        Forklaring("metode-lagt-sammen", "Sådan er tallene lagt sammen", _adding(material)),
        Forklaring("metode-ord", "Ca., over, op mod og mange", _careful_words(margin_of(material.grundlag.aargang))),
        Forklaring("metode-tid", "Hvornår tallene gælder", _time(material)),
    )


def _adding(material: Material) -> tuple[str, ...]:
    network = material.scope.network
    beside = f" {material.title(network)} er ikke en forvaltning og nævnes ved siden af." if network else ""
    return (
        "Hvert tal står, som det er skrevet i forvaltningens fil. Intet er rettet, gættet eller hentet fra teksten.",
        "Kun tal i samme enhed lægges sammen. Det, der er gennemført, og det, der kommer, holdes hver for sig.",
        "Det, der hører til en anden indsats, er talt med i den. En delmængde af et tal lægges aldrig til.",
        "En indsats, som flere indberetter, tæller én gang, hos den forvaltning, der er aftalt.",
        f"Dækningen siger, hvor mange forvaltninger et tal kommer fra.{beside}",
        "Frivillige er registreringer og ikke hoveder: Den samme person kan være talt med i flere indsatser.",
        "Antallet af registrerede indsatser er noget andet end de tal, de oplyser. De to lægges aldrig sammen.",
    )


def _careful_words(margin: Fraction) -> tuple[str, ...]:
    percent = format_percent(int(margin * 100)) if (margin * 100).denominator == 1 else f"{margin}"
    return (
        f"»Ca.« er regnet som plus eller minus {percent}, rundet udad. På siden står der stadig ca.",
        f"»Knap«, »næsten« og »godt« er regnet som op til {percent} under eller over.",
        "»Over 100« er mindst 101 og har ingen øvre grænse. »Op mod 10.000« har ingen nedre grænse og er derfor fra 0.",
        "»Mange«, »flere« og »en række« er et ubestemt antal. De gør et samlet tal til »mindst«.",
        "»Uoplyst« er ikke 0. Det lægger intet til det samlede tal, men gør dækningen mindre.",
        "Et samlet tal er aldrig skarpere end det mindst skarpe af de tal, det er lagt sammen af.",
    )


def _time(material: Material) -> tuple[str, ...]:
    rows = [row for row in material.figures.rows if row.part is Part.ANTAL]
    dated = sum(bool(row.opgjort) and row.opgjort != "uoplyst" for row in rows)
    counted_how = sum(bool(row.metode) for row in rows)
    return (
        f"Gennemført er det, der er afholdt, i gang, i drift eller etableret i {material.aar}.",
        f"En indsats, hvis periode ikke er oplyst, regnes for at være fra {material.aar}.",
        "Kommende er det, der er på vej eller planlagt, uanset hvornår det sker.",
        f"Et tal gælder for indsatsens periode. Dagen, det er gjort op, er oplyst for {dated} af {len(rows)} tal.",
        f"Hvordan et tal er fundet (optælling, skøn eller andet), er oplyst for {counted_how} af {len(rows)} tal.",
    )


_OPEN_BELOW = {Precision.UP_TO, Precision.FEWER}


@dataclass(frozen=True, slots=True)
class Bemaerkning:
    """A remark that someone declared: `titel` is what it is about, `tekst` their own Markdown."""

    titel: str
    tekst: str


def open_ends(material: Material) -> Tabel | None:
    """List the figures that lack a bound, and the bound that they lack."""
    rows = [(row, missing) for row in material.figures.rows if (missing := _missing_bound(row))]
    heads = columns("Hvem og hvad", "Tal", "Hvad der er åbent")
    shown = [(*_figure(material, row), Celle(missing)) for row, missing in rows]
    return _table("aabne-ender", "Tal med åben ende", heads, shown)


def not_counted(material: Material) -> Tabel | None:
    """List the figures that are in no total, and why."""
    rows = [row for row in material.figures.rows if not row.counts]
    heads = columns("Hvem og hvad", "Tal", "Hvorfor det ikke er lagt til")
    shown = [(*_figure(material, row), Celle(row.why_not)) for row in rows]
    return _table("ikke-talt-med", "Tal, der ikke er lagt til", heads, shown)


def only_listed(material: Material) -> Tabel | None:
    """List the indsatser that are in no total whatever they report, because of their state or period."""
    rows = [
        words(material.name(report.forvaltning), str(one.navn), str(one.tilstand), period_text(one), group.value)
        for report in material.reports
        for one in report.indsatser
        if (group := state_group(one, material.aar)) not in SUMMED
    ]
    heads = columns("Hvem", "Indsats", "Tilstand", "Periode", "Regnes som")
    return _table("kun-naevnt", "Indsatser, der kun er nævnt", heads, rows)


def remarks(material: Material) -> tuple[Bemaerkning, ...]:
    """Give every remark on a figure or on the policy, each once."""
    found: dict[str, Bemaerkning] = {}
    for remark in _remarks(material):
        found.setdefault(remark.tekst, remark)
    return tuple(found.values())


def _remarks(material: Material) -> Iterator[Bemaerkning]:
    for row in material.figures.rows:
        if row.bemaerkning:
            about = f"{material.name(row.forvaltning)}, {row.indsats_navn or 'hele forvaltningen'}: {_unit(row)}"
            yield Bemaerkning(about, row.bemaerkning)
    for one in material.grundlag.samling.politikker:
        if one.politik and one.id == material.rapport.politik and one.politik.bemaerkning:
            yield Bemaerkning(str(one.politik.titel), str(one.politik.bemaerkning))


def _unit(row: FigureRow) -> str:
    return f"{row.enhed} ({row.maerke})" if row.maerke else row.enhed


def _missing_bound(row: FigureRow) -> str:
    if row.is_unspecified:
        return "ubestemt antal"
    if row.precision in _OPEN_BELOW:
        return "nedre grænse kendes ikke"
    return "øvre grænse kendes ikke" if row.bounds and row.bounds.upper is None else ""


def _figure(material: Material, row: FigureRow) -> tuple[Celle, Celle]:
    about = f"{material.name(row.forvaltning)}: {row.indsats_navn or 'hele forvaltningen'}, {unit_with_part(row)}"
    return Celle(about), Celle(tal=(material.figures.show_bare(row),))


def _table(anchor: str, title: str, heads: tuple[Kolonne, ...], rows: Sequence[Raekke]) -> Tabel | None:
    return Tabel(anchor, title, heads, tuple(rows)) if rows else None


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
