"""What the figures rest on, in tables: units, what was received, what is open or left out, and what is accepted."""

from collections.abc import Sequence

from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.danish import normal_key
from frivilligrapport.documents.parts.tables import Celle, Kolonne, Raekke, Tabel, columns, count_columns, told, words
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.figure import SUMMED, Figure
from frivilligrapport.figures.reports import state_group
from frivilligrapport.grammar.quantity import Precision
from frivilligrapport.models.fields.base import in_words
from frivilligrapport.rendering.typography import one_line

_OPEN_BELOW = {Precision.UP_TO, Precision.FEWER}
_WEIGHTS = {"fejl": "fejl", "advarsel": "advarsel", "fra": "slået fra"}


class Grundlag(Frozen):
    """All of it; a table that would be empty is None."""

    enheder: Tabel | None
    daekning: Tabel
    aabne_ender: Tabel | None
    ikke_talt_med: Tabel | None
    kun_naevnt: Tabel | None
    accepteret: Tabel | None
    ikke_samme: Tabel | None
    regler: Tabel | None


def basis(report_data: ReportData) -> Grundlag:
    """Make the tables."""
    return Grundlag(
        enheder=_units(report_data),
        daekning=_coverage(report_data),
        aabne_ender=_open_ends(report_data),
        ikke_talt_med=_not_counted(report_data),
        kun_naevnt=_only_listed(report_data),
        accepteret=_accepted(report_data),
        ikke_samme=_decided(report_data),
        regler=_weights(report_data),
    )


def _units(report_data: ReportData) -> Tabel | None:
    """Define the units in use, in the units' own order."""
    used = {normal_key(figure.enhed.flertal) for figure in report_data.figures.reported}
    found = {unit.key: unit for key, unit in report_data.figures.units.items() if key in used}
    rows = tuple(words(unit.flertal, unit.art.value, unit.definition) for unit in found.values())
    return _table("enheder", "Enheder i brug", columns("Enhed", "Slags", "Hvad der tælles"), rows)


def _coverage(report_data: ReportData) -> Tabel:
    """Count what each has delivered: indsatser, figures, and how many of these have no number."""
    counts = count_columns("Fil", ("Indsatser", "Tal i alt", "Uden et antal", "Uoplyst"))
    heads = (*columns("Hvem"), *counts)
    rows = tuple(_delivered(report_data, one) for one in report_data.reporters)
    return Tabel("daekning", "Hvad der er modtaget", heads, rows)


def _delivered(report_data: ReportData, one: str) -> Raekke:
    report = report_data.report_of(one)
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


def _open_ends(report_data: ReportData) -> Tabel | None:
    """List the figures that lack a bound, and the bound that they lack."""
    rows = [(figure, missing) for figure in report_data.figures.reported if (missing := _missing_bound(figure))]
    heads = columns("Hvem og hvad", "Tal", "Hvad der er åbent")
    shown = [(*_figure(report_data, figure), Celle(missing)) for figure, missing in rows]
    return _table("aabne-ender", "Tal med åben ende", heads, shown)


def _not_counted(report_data: ReportData) -> Tabel | None:
    """List the figures that are in no total, and why."""
    rows = [figure for figure in report_data.figures.reported if not figure.counts]
    heads = columns("Hvem og hvad", "Tal", "Hvorfor det ikke er lagt til")
    shown = [(*_figure(report_data, figure), Celle(figure.why_not)) for figure in rows]
    return _table("ikke-talt-med", "Tal, der ikke er lagt til", heads, shown)


def _only_listed(report_data: ReportData) -> Tabel | None:
    """List the indsatser that are in no total whatever they report, because of their state or period."""
    rows = [
        words(
            report_data.name(report.forvaltning), str(one.navn), str(one.tilstand), in_words(one.periode), group.value
        )
        for report in report_data.reports
        for one in report.indsatser
        if (group := state_group(one, report_data.aar)) not in SUMMED
    ]
    heads = columns("Hvem", "Indsats", "Tilstand", "Periode", "Regnes som")
    return _table("kun-naevnt", "Indsatser, der kun er nævnt", heads, rows)


def _missing_bound(figure: Figure) -> str:
    if figure.is_unspecified:
        return "ubestemt antal"
    if figure.precision in _OPEN_BELOW:
        return "nedre grænse kendes ikke"
    return "øvre grænse kendes ikke" if figure.bounds and figure.bounds.upper is None else ""


def _figure(report_data: ReportData, figure: Figure) -> tuple[Celle, Celle]:
    what = f"{report_data.name(figure.origin.forvaltning)}: {figure.origin.om}, {figure.enhed_og_del}"
    return Celle(what), Celle(tal=(report_data.figures.show_bare(figure),))


def _accepted(report_data: ReportData) -> Tabel | None:
    """List the findings that the report accepts; the same finding accepted for the same reason stands once."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for one in sorted(report_data.accepted, key=lambda accepted: accepted.problem.order):
        # What only looks like a CPR number is not printed either: its finding quotes a part of it.
        said = one.problem.kind.title if one.problem.kind is PERSONAL_DATA else one.problem.message
        key = (one.problem.code, said, one.fordi)
        places.setdefault(key, []).append(str(one.problem.location))
    rows = tuple(
        words(message, ", ".join(where), one_line(fordi), code) for (code, message, fordi), where in places.items()
    )
    return _table(
        "accepteret",
        "Fund i filerne, og hvorfor de er accepteret",
        columns("Fund", "Sted", "Accepteret, fordi", "Kode"),
        rows,
    )


def _decided(report_data: ReportData) -> Tabel | None:
    """List the look-alikes that someone has looked into and found to be two things."""
    rows = tuple(
        words(
            f"{report_data.name(report.forvaltning)}: {one.navn}",
            report_data.called(other.indsats),
            one_line(other.fordi),
        )
        for report in report_data.reports
        for one in report.indsatser
        for other in one.ikke_samme_som
    )
    heads = columns("Indsats", "Er ikke den samme som", "Fordi")
    return _table("ikke-samme", "Set efter og ikke det samme", heads, rows)


def _weights(report_data: ReportData) -> Tabel | None:
    """List the rules that the municipality has given another weight."""
    kommune = report_data.samling.kommune
    rows = tuple(words(str(one.kode), _WEIGHTS[str(one.vaegt)], one_line(one.fordi)) for one in kommune.regler)
    return _table("regler", "Regler med en anden vægt", columns("Kode", "Vægt", "Fordi"), rows)


def _table(anchor: str, title: str, heads: tuple[Kolonne, ...], rows: Sequence[Raekke]) -> Tabel | None:
    return Tabel(anchor, title, heads, tuple(rows)) if rows else None
