"""The register as a table: one row for each reported figure, with all that is known of it."""

from collections.abc import Hashable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from frivilligrapport.danish import date_as_text, format_percent, normal_key
from frivilligrapport.figures.control import Telling
from frivilligrapport.figures.figure import Part
from frivilligrapport.figures.groups import NOT_SAID as NOT_SAID_GROUP
from frivilligrapport.figures.groups import SEVERAL, Grouping, totals_by
from frivilligrapport.figures.register import bounds_of, rows_of
from frivilligrapport.figures.totals import Total
from frivilligrapport.grammar.quantity import Precision
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.table import (
    KNOWN,
    NONE,
    NOT_RELEVANT,
    NOT_SAID,
    OPEN,
    UNKNOWN,
    Missing,
    Names,
    Row,
    Table,
    bounds_cells,
    columns,
    said,
)

_SUBJECT = (
    "id", "år", "forvaltning", "tæller hos", "bidragyder", "indsats", "indsatsens navn", "enhed", "enhedsart", "mærke",
    "del", "tilstand", "tilstandsgruppe", "temaer", "bydele", "målgrupper", "lokaludvalg", "fælles", "talt fra",
)  # fmt: skip
_NUMBER = ("præcision", "nedre", "øvre", "øvre grænse", "tekst", "skrevet", "grundtal", "andel af", "afledt")
_COUNT = ("tæller", "hvorfor ikke", "bidrag nedre", "bidrag øvre", "bidrag øvre grænse")
_BASIS = ("metode", "kilde", "opgjort", "bemærkning", "fil", "linje", "kolonne")
_NUMERIC = ("år", "nedre", "øvre", "grundtal", "bidrag nedre", "bidrag øvre", "linje", "kolonne")
_PARTS = {
    Part.ANTAL: "antal",
    Part.FORRIGE_AAR: "forrige år",
    Part.PAA_VEJ: "på vej",
    Part.HERAF: "heraf",
    Part.ANDEL: "andel",
}
_WHOLE = Missing("hele forvaltningen")
_COUNTED, _NOT_COUNTED = Missing("tæller med"), Missing("tæller ikke med")
_NO_BASE = Missing(Precision.SHARE_WITHOUT_BASE.value)
_WITHOUT_BOUNDS = {Precision.NOT_RELEVANT: NOT_RELEVANT, Precision.SHARE_WITHOUT_BASE: _NO_BASE}


def register_table(export: Export) -> Table:
    """Make the table, in the register's own order."""
    rows = tuple(_register_row(export, row) for row in export.tally.register.to_dict("records"))
    about = "Hvert tal, som det er oplyst, med fil, linje og kolonne. Alle andre ark er regnet ud fra dette."
    return Table("Register", about, columns(*_SUBJECT, *_NUMBER, *_COUNT, *_BASIS, numeric=_NUMERIC), rows)


def _register_row(export: Export, row: Mapping[Hashable, Any]) -> Row:
    return *_subject(export, row), *_number(row), *_count(row), *_basis(row)


def _subject(export: Export, row: Mapping[Hashable, Any]) -> Row:
    return (
        row["id"],
        row["aar"],
        export.name(row["forvaltning"]),
        export.name(row["ejer"]),
        said(row["bidragyder"]),
        said(row["indsats"], _WHOLE),
        said(row["indsats_navn"], _WHOLE),
        row["enhed"],
        row["enhedsart"],
        said(row["maerke"], NOT_RELEVANT),
        _PARTS[Part(row["del"])],
        said(row["tilstand"], NOT_RELEVANT),
        row["gruppe"],
        *(Names(row[one], NOT_SAID) for one in ("temaer", "bydele", "maalgrupper", "lokaludvalg")),
        said(row["faelles"], NOT_RELEVANT),
        said(export.name(row["talt_fra"]), NOT_RELEVANT),
    )


def _number(row: Mapping[Hashable, Any]) -> Row:
    precision, base = Precision(row["praecision"]), row["grundtal"]
    no_base = UNKNOWN if precision in {Precision.SHARE, Precision.SHARE_WITHOUT_BASE} else NOT_RELEVANT
    return (
        precision.value,
        *bounds_cells(bounds_of(row["nedre"], row["oevre"]), _WITHOUT_BOUNDS.get(precision, UNKNOWN)),
        said(row["tekst"]),
        said(row["skrevet"], Missing("tomt felt")),
        no_base if base is None else base,
        said(row["andel_af"], no_base if base is None else NOT_RELEVANT),
        bool(row["afledt"]),
    )


def _count(row: Mapping[Hashable, Any]) -> Row:
    counts = bool(row["taeller"])
    adds = bounds_of(row["bidrag_nedre"], row["bidrag_oevre"])
    return (
        counts,
        said(row["hvorfor_ikke"], _COUNTED),
        *bounds_cells(adds, UNKNOWN if counts else _NOT_COUNTED),
    )


def _basis(row: Mapping[Hashable, Any]) -> Row:
    basis = (said(row[one]) for one in ("metode", "kilde", "opgjort", "bemaerkning"))
    return *basis, row["fil"], row["linje"], row["kolonne"]


_BOUNDS = ("nedre", "øvre", "øvre grænse", "tekst", "note")
_COVERAGE = ("n", "m", "netværk")
_GROSS = ("brutto nedre", "brutto øvre", "brutto øvre grænse", "brutto tekst")
_NUMBERS = ("nedre", "øvre", "n", "m", "uden antal", "uoplyste", "brutto nedre", "brutto øvre")
_WHAT = ("tilstandsgruppe", "enhed", "enhedsart")
_SOURCE = ("oplyst af", "tal")


def totals_table(export: Export) -> Table:
    """Make the table of the year's totals, net beside gross."""
    heads = columns(
        *_WHAT, *_BOUNDS, *_COVERAGE, "tal fra", "mangler", "uden antal", "uoplyste", *_GROSS, "tal", numeric=_NUMBERS
    )
    rows = tuple(_total(export, total) for total in export.ordered(export.tally.totals))
    about = "Årets samlede tal for hele kommunen, en række for hver enhed og tilstandsgruppe."
    return Table("Totaler", about, heads, rows)


def part_table(export: Export, grouping: Grouping) -> Table:
    """Make the table of totals per forvaltning, tema, bydel, målgruppe or lokaludvalg; each part has a row at least."""
    own = grouping is Grouping.FORVALTNING
    heads = columns(
        grouping.value, *_WHAT, *_BOUNDS, *(() if own else _COVERAGE), *_SOURCE, numeric=("nedre", "øvre", "n", "m")
    )
    parts = totals_by(export.tally.register, export.tally.scope, grouping)
    rows = (
        row
        for part, totals in parts.items()
        for row in [_part(export, part, total, own=own) for total in export.ordered(totals)]
        or [_empty(export, part, len(heads))]
    )
    about = f"De samme tal delt op efter {grouping.value}."
    return Table(f"Per {grouping.value}", about, heads, tuple(rows))


def _total(export: Export, total: Total) -> Row:
    gross = export.gross_of(total)
    return (
        *_what(total),
        *_bounds(total),
        *_coverage(total),
        Names(total.coverage.given, NONE),
        Names(total.coverage.missing, NONE),
        total.unspecified,
        total.unknown,
        *bounds_cells(gross.bounds),
        gross.text,
        Names(total.ids, NONE),
    )


def _part(export: Export, part: str, total: Total, *, own: bool) -> Row:
    return (
        part,
        *_what(total),
        *_bounds(total),
        *(() if own else _coverage(total)),
        Names(_tellers(export, total), NONE),
        Names(total.ids, NONE),
    )


def _empty(export: Export, part: str, width: int) -> Row:
    return (part, Missing(export.why_empty(part)), *(NOT_RELEVANT for _ in range(width - 2)))


def _what(total: Total) -> Row:
    return total.gruppe, total.label, total.enhedsart


def _bounds(total: Total) -> Row:
    return *bounds_cells(total.bounds), total.text, said(total.note, NONE)


def _coverage(total: Total) -> Row:
    return total.coverage.n, total.coverage.m, bool(total.coverage.network)


def _tellers(export: Export, total: Total) -> tuple[str, ...]:
    """Name those who reported the figures; one may tell of what another owns."""
    frame = export.tally.register
    found = (row.forvaltning for row in rows_of(frame[frame["id"].isin(total.ids)]))
    return tuple(export.name(one) for one in dict.fromkeys(found))


_HEADS = columns(
    "fælles", "tæller hos", "enhed", "tilstandsgruppe", "oplyst af", "indsatsens navn", "tekst", "nedre", "øvre",
    "øvre grænse", "tæller", "forskel", "forskel nedre", "forskel øvre", "forskel øvre grænse", "note", "tal",
    numeric=("nedre", "øvre", "forskel nedre", "forskel øvre"),
)  # fmt: skip


def control_table(export: Export) -> Table:
    """Make the table, each thing together."""
    rows = tuple(_control_row(telling) for telling in export.tally.control)
    about = "Det, som flere oplyser om den samme indsats, og hvor langt det er fra det tal, der tæller."
    return Table("Kontrol", about, _HEADS, rows, "ingen fælles indsatser med tal")


def _control_row(telling: Telling) -> Row:
    return (
        telling.faelles,
        telling.owner,
        telling.enhed,
        telling.gruppe,
        telling.reporter,
        said(telling.indsats),
        telling.text,
        *bounds_cells(telling.bounds),
        telling.counts,
        telling.difference.text,
        *bounds_cells(telling.difference.size, NOT_RELEVANT),
        said(telling.note, NONE),
        Names(telling.ids, NONE),
    )


_WORDS = (
    (KNOWN, "Der er en øvre grænse. Er den lig den nedre, er tallet nøjagtigt."),
    (OPEN.word, "Der er ingen øvre grænse: Tallet er mindst den nedre grænse."),
    (UNKNOWN.word, "Der er ikke svaret, eller svaret er, at ingen ved det. Det er ikke 0, og det lægger intet til."),
    (NOT_RELEVANT.word, "Spørgsmålet giver ikke mening her. Cellen mangler ikke noget."),
    (NOT_SAID_GROUP, "Der står intet om det i filen."),
    (SEVERAL, "I en opdeling: Indsatsen har flere temaer, bydele eller målgrupper og er ikke delt mellem dem."),
    ("mange, flere, en række", "Om et tal: et ubestemt antal, fra 0 og opefter. Det gør et samlet tal til »mindst«."),
    ("op mod, op til, højst, under", "Tallet har ingen kendt nedre grænse. Den er derfor 0."),
    ("tal fra n af m", "n er de forvaltninger, der har et tal, og m dem, enheden er relevant for. Uden netværket."),
    ("gennemført", "Afholdt, i gang, i drift eller etableret i året, eller uden oplyst periode."),
    ("kommende", "På vej eller planlagt, uanset hvornår det sker. Det er aldrig lagt sammen med det gennemførte."),
    ("brutto", "Alle tal for fælles indsatser er talt med. I de øvrige tal tæller en fælles indsats én gang."),
    ("registreringer", "Frivillige er ikke hoveder: Den samme person kan være talt med i flere indsatser."),
)  # fmt: skip


def notes_table(export: Export) -> Table:
    """List the words first, then the units in use; another municipality may have its own."""
    used = {normal_key(one) for one in export.tally.register["enhed"]}
    percent = margin_text(export)
    about_ca = (
        f"Regnet som plus eller minus {percent}, rundet udad. »Knap« og »godt« er op til {percent} under eller over."
    )
    units = ((unit.art.value, unit.flertal, unit.definition) for unit in export.units if unit.key in used)
    rows = (("ord", "ca.", about_ca), *(("ord", *row) for row in _WORDS), *units)
    return Table("Noter", "Hvad ordene, grænserne og enhederne betyder.", columns("slags", "ord", "forklaring"), rows)


def margin_text(export: Export) -> str:
    """Give the convention for "ca." in percent: "10 %"."""
    percent = Decimal(export.margin.numerator * 100) / Decimal(export.margin.denominator)
    return format_percent(round(percent, 1).normalize())


def cover_table(export: Export, sheets: Sequence[Table]) -> Table:
    """Make the sheet that lists the others, in their order."""
    listed = tuple((f"Arket {table.name}", table.about) for table in sheets)
    return Table("Forside", "Hvad projektmappen er.", columns("emne", "indhold"), (*_facts(export), *listed))


def _facts(export: Export) -> tuple[Row, ...]:
    return (
        ("Titel", f"{export.titel}: tal for {export.aar}"),
        ("Kommune", export.kommune),
        ("År", export.aar),
        ("Dato", date_as_text(export.dato)),
        ("Modtaget", export.received),
        *((f"Fil fra {name}", state) for name, state in export.deliveries.items()),
        ("Dækning", "»tal fra n af m forvaltninger«: n har oplyst et tal, m er dem, enheden er relevant for."),
        ("Ca.", f"»ca.« er regnet som plus eller minus {margin_text(export)}. Teksten siger stadig ca."),
        ("Tomme celler", "Ingen celle er tom: Er der intet tal, står grunden der som ord. Se arket Noter."),
    )
