"""The chapter "Om tallene": how they are made, what they mean, and what is known to be wrong with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.danish import format_percent, normal_key
from frivilligrapport.documents.parts.indsatser_shown import period_text
from frivilligrapport.documents.parts.sources import unit_with_part
from frivilligrapport.documents.parts.tables import Celle, Kolonne, Raekke, Tabel, columns, count_columns, told, words
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.figure import SUMMED, Figure, FigurePart
from frivilligrapport.figures.reports import margin_of, state_group
from frivilligrapport.grammar.quantity import Precision


@dataclass(frozen=True, slots=True)
class Forklaring:
    """A titled list of plain sentences."""

    id: str
    titel: str
    punkter: tuple[str, ...]


def explanations(report_data: ReportData) -> tuple[Forklaring, ...]:
    """Say what is in doubt, and explain counting, careful words and time (number grammar, sections 1 and 3)."""
    doubts = report_data.year_data.open_doubts
    return (
        *([Forklaring("mulige-dobbelttaellinger", "Det, der måske er talt to gange", doubts)] if doubts else ()),
        Forklaring("metode-lagt-sammen", "Sådan er tallene lagt sammen", _adding(report_data)),
        Forklaring(
            "metode-ord", "Ca., over, op mod og mange", _careful_words(margin_of(report_data.year_data.aargang))
        ),
        Forklaring("metode-tid", "Hvornår tallene gælder", _time(report_data)),
    )


def _adding(report_data: ReportData) -> tuple[str, ...]:
    network = report_data.scope.network
    beside = f" {report_data.title(network)} er ikke en forvaltning og nævnes ved siden af." if network else ""
    return (
        "Hvert tal står, som det er skrevet i forvaltningens fil. Intet er rettet, gættet eller hentet fra teksten.",
        "Kun tal i samme enhed lægges sammen. Det, der er gennemført, og det, der kommer, holdes hver for sig.",
        "Det, der hører til en anden indsats, er talt med i den. En delmængde af et tal lægges aldrig til.",
        "En indsats, som flere indberetter, tæller én gang, hos den forvaltning, der er aftalt.",
        "Er to indsatser måske den samme, regnes der med det mindste, de kan være sammen, og det meste.",
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
        "»Mange«, »flere« og »en række« er et ubestemt antal. I et samlet tal nævnes det for sig.",
        "»Uoplyst« er ikke 0. Det lægger intet til det samlede tal, men gør dækningen mindre.",
        "Kan tal ikke lægges sammen til ét, siges de hver for sig, det største først.",
        "Et samlet tal er aldrig skarpere end det mindst skarpe af de tal, det er lagt sammen af.",
    )


def _time(report_data: ReportData) -> tuple[str, ...]:
    rows = [figure for figure in report_data.figures.reported if figure.part is FigurePart.ANTAL]
    dated = sum(figure.said("opgjort") not in {"", "uoplyst"} for figure in rows)
    counted_how = sum(bool(figure.metode) for figure in rows)
    return (
        f"Gennemført er det, der er afholdt, i gang, i drift eller etableret i {report_data.aar}.",
        f"En indsats, hvis periode ikke er oplyst, regnes for at være fra {report_data.aar}.",
        "Kommende er det, der er på vej eller planlagt, uanset hvornår det sker.",
        f"Et tal gælder for indsatsens periode. Dagen, det er gjort op, er oplyst for {dated} af {len(rows)} tal.",
        f"Hvordan et tal er fundet (optælling, skøn eller andet), er oplyst for {counted_how} af {len(rows)} tal.",
    )


_OPEN_BELOW = {Precision.UP_TO, Precision.FEWER}


@dataclass(frozen=True, slots=True)
class Bemaerkningsvisning:
    """A remark that someone declared: `titel` is what it is about, `tekst` their own Markdown."""

    titel: str
    tekst: str


def open_ends(report_data: ReportData) -> Tabel | None:
    """List the figures that lack a bound, and the bound that they lack."""
    rows = [(figure, missing) for figure in report_data.figures.reported if (missing := _missing_bound(figure))]
    heads = columns("Hvem og hvad", "Tal", "Hvad der er åbent")
    shown = [(*_figure(report_data, figure), Celle(missing)) for figure, missing in rows]
    return _table("aabne-ender", "Tal med åben ende", heads, shown)


def not_counted(report_data: ReportData) -> Tabel | None:
    """List the figures that are in no total, and why."""
    rows = [figure for figure in report_data.figures.reported if not figure.counts]
    heads = columns("Hvem og hvad", "Tal", "Hvorfor det ikke er lagt til")
    shown = [(*_figure(report_data, figure), Celle(figure.why_not)) for figure in rows]
    return _table("ikke-talt-med", "Tal, der ikke er lagt til", heads, shown)


def only_listed(report_data: ReportData) -> Tabel | None:
    """List the indsatser that are in no total whatever they report, because of their state or period."""
    rows = [
        words(report_data.name(report.forvaltning), str(one.navn), str(one.tilstand), period_text(one), group.value)
        for report in report_data.reports
        for one in report.indsatser
        if (group := state_group(one, report_data.aar)) not in SUMMED
    ]
    heads = columns("Hvem", "Indsats", "Tilstand", "Periode", "Regnes som")
    return _table("kun-naevnt", "Indsatser, der kun er nævnt", heads, rows)


def remarks(report_data: ReportData) -> tuple[Bemaerkningsvisning, ...]:
    """Give every remark on a figure or on the policy, each once."""
    found: dict[str, Bemaerkningsvisning] = {}
    for remark in _remarks(report_data):
        found.setdefault(remark.tekst, remark)
    return tuple(found.values())


def _remarks(report_data: ReportData) -> Iterator[Bemaerkningsvisning]:
    for figure in report_data.figures.reported:
        if figure.said("bemaerkning"):
            about = figure.origin.indsats_navn or "hele forvaltningen"
            titel = f"{report_data.name(figure.origin.forvaltning)}, {about}: {_unit(figure)}"
            yield Bemaerkningsvisning(titel, figure.said("bemaerkning"))
    for one in report_data.year_data.samling.politikker:
        if one.politik and one.id == report_data.rapport.politik and one.politik.bemaerkning:
            yield Bemaerkningsvisning(str(one.politik.titel), str(one.politik.bemaerkning))


def _unit(figure: Figure) -> str:
    return f"{figure.enhed.flertal} ({figure.maerke})" if figure.maerke else figure.enhed.flertal


def _missing_bound(figure: Figure) -> str:
    if figure.is_unspecified:
        return "ubestemt antal"
    if figure.precision in _OPEN_BELOW:
        return "nedre grænse kendes ikke"
    return "øvre grænse kendes ikke" if figure.bounds and figure.bounds.upper is None else ""


def _figure(report_data: ReportData, figure: Figure) -> tuple[Celle, Celle]:
    about = figure.origin.indsats_navn or "hele forvaltningen"
    what = f"{report_data.name(figure.origin.forvaltning)}: {about}, {unit_with_part(figure)}"
    return Celle(what), Celle(tal=(report_data.figures.show_bare(figure),))


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
    bemaerkninger: tuple[Bemaerkningsvisning, ...]
    accepteret: Tabel | None
    ikke_samme: Tabel | None
    regler: Tabel | None


def about_figures(report_data: ReportData) -> OmTallene:
    """Make the chapter."""
    return OmTallene(
        forklaringer=explanations(report_data),
        enheder=_units(report_data),
        daekning=_coverage(report_data),
        aabne_ender=open_ends(report_data),
        ikke_talt_med=not_counted(report_data),
        kun_naevnt=only_listed(report_data),
        bemaerkninger=remarks(report_data),
        accepteret=_accepted(report_data),
        ikke_samme=_decided(report_data),
        regler=_weights(report_data),
    )


def _accepted(report_data: ReportData) -> Tabel | None:
    """List the findings that the report accepts; the same finding accepted for the same reason stands once."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for one in sorted(report_data.year_data.accepted, key=lambda accepted: accepted.problem.order):
        # What only looks like a CPR number is not printed either: its finding quotes a part of it.
        said = one.problem.kind.title if one.problem.kind is PERSONAL_DATA else one.problem.message
        key = (one.problem.code, said, one.fordi)
        places.setdefault(key, []).append(str(one.problem.location))
    if not places:
        return None
    rows = tuple(
        words(message, ", ".join(where), " ".join(fordi.split()), code)
        for (code, message, fordi), where in places.items()
    )
    return Tabel("accepteret", "Set og accepteret", columns("Fund", "Sted", "Accepteret, fordi", "Kode"), rows)


def _decided(report_data: ReportData) -> Tabel | None:
    """List the look-alikes that someone has looked into and found to be two things."""
    rows = tuple(
        words(f"{report_data.name(report.forvaltning)}: {one.navn}", str(other.indsats), " ".join(other.fordi.split()))
        for report in report_data.reports
        for one in report.indsatser
        for other in one.ikke_samme_som
    )
    heads = columns("Indsats", "Er ikke den samme som", "Fordi")
    return Tabel("ikke-samme", "Set efter og ikke det samme", heads, rows) if rows else None


def _weights(report_data: ReportData) -> Tabel | None:
    """List the rules that the municipality has given another weight."""
    kommune = report_data.year_data.samling.kommune
    rows = tuple(
        words(str(one.kode), _WEIGHTS[str(one.vaegt)], " ".join(one.fordi.split()))
        for one in (kommune.regler if kommune else ())
    )
    return Tabel("regler", "Regler med en anden vægt", columns("Kode", "Vægt", "Fordi"), rows) if rows else None


def _units(report_data: ReportData) -> Tabel | None:
    """Define the units in use, in the units' own order."""
    used = {normal_key(figure.enhed.flertal) for figure in report_data.figures.reported}
    found = {unit.key: unit for key, unit in report_data.figures.units.items() if key in used}
    rows = tuple(words(unit.flertal, unit.art.value, unit.definition) for unit in found.values())
    if not rows:
        return None
    return Tabel("enheder", "Enheder i brug", columns("Enhed", "Slags", "Hvad der tælles"), rows)


def _coverage(report_data: ReportData) -> Tabel:
    """Count what each has delivered: indsatser, figures, and how many of these have no number."""
    counts = count_columns("Fil", ("Indsatser", "Tal i alt", "Uden et antal", "Uoplyst"))
    heads = (*columns("Hvem"), *counts)
    rows = tuple(_delivered(report_data, one) for one in report_data.reporters)
    return Tabel("daekning", "Hvad der er modtaget", heads, rows)


def _delivered(report_data: ReportData, one: str) -> Raekke:
    report = report_data.report(one)
    state = report_data.delivery(one).tilstand if one in report_data.scope.forvaltninger else "rapport.yaml"
    if report is None:
        return words(report_data.title(one), state, *(["ingen"] * 4))
    rows = report_data.figures.reported_by(one)
    counts = (
        len(report.indsatser),
        len(rows),
        sum(figure.is_unspecified for figure in rows),
        sum(figure.is_unknown for figure in rows),
    )
    return words(f"{report_data.title(one)} ({report_data.name(one)})", told(state), *(str(count) for count in counts))
