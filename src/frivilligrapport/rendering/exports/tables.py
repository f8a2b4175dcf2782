"""The tables that are exported: the register, the totals and their parts, shared things, notes, and a cover."""

from collections.abc import Mapping, Sequence
from typing import Any

from frivilligrapport.danish import date_as_text
from frivilligrapport.figures.register import NOT_SAID as NOT_SAID_GROUP
from frivilligrapport.figures.register import SEVERAL, Grouping
from frivilligrapport.figures.shared import SharedFigure
from frivilligrapport.figures.table import COLUMNS, register_rows
from frivilligrapport.figures.totals import Total
from frivilligrapport.grammar.quantity import Precision
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.table import (
    BLANK,
    COUNTED,
    KNOWN,
    NO_BASE,
    NONE,
    NOT_COUNTED,
    NOT_GIVEN,
    NOT_RELEVANT,
    OPEN,
    UNANSWERED,
    WHOLE,
    Cell,
    Missing,
    Names,
    Row,
    Table,
    bounds_cells,
    table_columns,
    text_cell,
)

_NUMERIC = ("år", "nedre", "øvre", "grundtal", "bidrag nedre", "bidrag øvre", "linje", "kolonne")
_TAGS = ("temaer", "bydele", "målgrupper", "lokaludvalg")
_WITHOUT_BOUNDS = {Precision.NOT_RELEVANT: NOT_RELEVANT, Precision.SHARE_WITHOUT_BASE: NO_BASE}
_SHARES = {Precision.SHARE, Precision.SHARE_WITHOUT_BASE}
# Why a cell of the register holds nothing, where that is always the same; `_why_empty` knows the others.
_EMPTY = {
    "indsats": WHOLE,
    "indsatsens navn": WHOLE,
    "mærke": NOT_RELEVANT,
    "tilstand": NOT_RELEVANT,
    "fælles": NOT_RELEVANT,
    "talt fra": NOT_RELEVANT,
    "skrevet": BLANK,
    "hvorfor ikke": COUNTED,
}


def register_table(export: Export) -> Table:
    """Make the table, in the register's own order: one row for each reported figure, with all that is known of it."""
    rows = tuple(map(_register_row, register_rows(export.register)))
    about = "Hvert tal, som det er oplyst, med fil, linje og kolonne. Alle andre ark er regnet ud fra dette."
    return Table("Register", about, table_columns(*COLUMNS, numeric=_NUMERIC), rows)


def _register_row(row: Mapping[str, Any]) -> Row:
    return tuple(_cell(name, value, row) for name, value in row.items())


def _cell(name: str, value: Any, row: Mapping[str, Any]) -> Cell:
    if name in _TAGS:
        return Names(value, NOT_GIVEN)
    if value is None:
        why = _why_empty(name, row)
        return why.word if name.endswith("øvre grænse") else why
    return text_cell(value) if isinstance(value, str) else value


def _why_empty(name: str, row: Mapping[str, Any]) -> Missing:
    precision = Precision(row["præcision"])
    if name in {"nedre", "øvre", "øvre grænse"}:
        return OPEN if row["øvre grænse"] == OPEN.word else _WITHOUT_BOUNDS.get(precision, UNANSWERED)
    if name in {"bidrag nedre", "bidrag øvre", "bidrag øvre grænse"}:
        return OPEN if row["bidrag øvre grænse"] == OPEN.word else UNANSWERED if row["tæller"] else NOT_COUNTED
    if name in {"grundtal", "andel af"}:
        is_asked = precision in _SHARES and row["grundtal"] is None
        return UNANSWERED if is_asked else NOT_RELEVANT
    return _EMPTY.get(name, NOT_GIVEN)


_BOUNDS = ("nedre", "øvre", "øvre grænse", "tekst", "note")
_COVERAGE = ("n", "m", "netværk")
_GROSS = ("brutto nedre", "brutto øvre", "brutto øvre grænse", "brutto tekst")
_NUMBERS = ("nedre", "øvre", "n", "m", "uden antal", "uoplyste", "brutto nedre", "brutto øvre")
_WHAT = ("tilstandsgruppe", "enhed", "enhedsart")
_SOURCE = ("oplyst af", "tal")


def totals_table(export: Export) -> Table:
    """Make the table of the year's totals, net beside gross."""
    heads = table_columns(
        *_WHAT, *_BOUNDS, *_COVERAGE, "tal fra", "mangler", "uden antal", "uoplyste", *_GROSS, "tal", numeric=_NUMBERS
    )
    rows = tuple(_total(export, total) for total in export.ordered(export.register.totals))
    about = "Årets samlede tal for hele kommunen, en række for hver enhed og tilstandsgruppe."
    return Table("Totaler", about, heads, rows)


def part_table(export: Export, grouping: Grouping) -> Table:
    """Make the table of totals per forvaltning, tema, bydel, målgruppe or lokaludvalg; each part has a row at least."""
    own = grouping is Grouping.FORVALTNING
    heads = table_columns(
        grouping.value, *_WHAT, *_BOUNDS, *(() if own else _COVERAGE), *_SOURCE, numeric=("nedre", "øvre", "n", "m")
    )
    parts = export.register.totals_by(grouping)
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
    return *bounds_cells(total.bounds), total.text, text_cell(total.note, NONE)


def _coverage(total: Total) -> Row:
    return total.coverage.n, total.coverage.m, bool(total.coverage.network)


def _tellers(export: Export, total: Total) -> tuple[str, ...]:
    """Name those who reported the figures; one may tell of what another owns."""
    ids = frozenset(total.ids)
    found = (one.origin.forvaltning for one in export.register.figures if one.id in ids)
    return tuple(export.name(one) for one in dict.fromkeys(found))


_HEADS = table_columns(
    "fælles", "tæller hos", "enhed", "tilstandsgruppe", "oplyst af", "indsatsens navn", "tekst", "nedre", "øvre",
    "øvre grænse", "tæller", "forskel", "forskel nedre", "forskel øvre", "forskel øvre grænse", "note", "tal",
    numeric=("nedre", "øvre", "forskel nedre", "forskel øvre"),
)  # fmt: skip


def control_table(export: Export) -> Table:
    """Make the table, each thing together."""
    rows = tuple(_control_row(telling) for telling in export.register.shared)
    about = "Det, som flere oplyser om den samme indsats, og hvor langt det er fra det tal, der tæller."
    return Table("Kontrol", about, _HEADS, rows, "ingen fælles indsatser med tal")


def _control_row(telling: SharedFigure) -> Row:
    return (
        telling.faelles,
        telling.owner,
        telling.enhed,
        telling.gruppe,
        telling.reporter,
        text_cell(telling.indsats),
        telling.text,
        *bounds_cells(telling.bounds),
        telling.counts,
        telling.difference.text,
        *bounds_cells(telling.difference.size, NOT_RELEVANT),
        text_cell(telling.note, NONE),
        Names(telling.ids, NONE),
    )


_WORDS = (
    (KNOWN, "Der er en øvre grænse. Er den lig den nedre, er tallet nøjagtigt."),
    (OPEN.word, "Der er ingen øvre grænse: Tallet er mindst den nedre grænse."),
    (UNANSWERED.word, "Der er ikke svaret, eller svaret er, at ingen ved det. Det er ikke 0, og det lægger intet til."),
    (NOT_RELEVANT.word, "Spørgsmålet giver ikke mening her. Cellen mangler ikke noget."),
    (NOT_SAID_GROUP, "Der står intet om det i filen."),
    (SEVERAL, "I en opdeling: Indsatsen har flere temaer, bydele eller målgrupper og er ikke delt mellem dem."),
    ("mange, flere, en række", "Om et tal: et ubestemt antal, fra 0 og opefter. I et samlet tal nævnes det for sig."),
    ("op mod, op til, højst, under", "Tallet har ingen kendt nedre grænse. Den er derfor 0."),
    ("tal fra n af m", "n er de forvaltninger, der har et tal, og m dem, enheden er relevant for. Uden netværket."),
    ("gennemført", "Afholdt, i gang, i drift eller etableret i året, eller uden oplyst periode."),
    ("kommende", "På vej eller planlagt, uanset hvornår det sker. Det er aldrig lagt sammen med det gennemførte."),
    ("brutto", "Alle tal for fælles indsatser er talt med. I de øvrige tal tæller en fælles indsats én gang."),
    ("registreringer", "Frivillige er ikke hoveder: Den samme person kan være talt med i flere indsatser."),
)  # fmt: skip


def notes_table(export: Export) -> Table:
    """List the words first, then the units in use; another municipality may have its own."""
    used = {one.enhed.key for one in export.register.figures}
    percent = export.margin_text
    about_ca = (
        f"Regnet som plus eller minus {percent}, rundet udad. »Knap« og »godt« er op til {percent} under eller over."
    )
    units = ((unit.art.value, unit.flertal, unit.definition) for unit in export.units if unit.key in used)
    rows = (("ord", "ca.", about_ca), *(("ord", *row) for row in _WORDS), *units)
    return Table(
        "Noter", "Hvad ordene, grænserne og enhederne betyder.", table_columns("slags", "ord", "forklaring"), rows
    )


def cover_table(export: Export, sheets: Sequence[Table]) -> Table:
    """Make the sheet that lists the others, in their order."""
    listed = tuple((f"Arket {table.name}", table.about) for table in sheets)
    return Table("Forside", "Hvad projektmappen er.", table_columns("emne", "indhold"), (*_facts(export), *listed))


def _facts(export: Export) -> tuple[Row, ...]:
    return (
        ("Titel", f"{export.titel}: tal for {export.aar}"),
        ("Kommune", export.kommune),
        ("År", export.aar),
        ("Dato", date_as_text(export.dato)),
        ("Modtaget", export.received),
        *((f"Fil fra {name}", state) for name, state in export.deliveries.items()),
        ("Dækning", "»tal fra n af m forvaltninger«: n har oplyst et tal, m er dem, enheden er relevant for."),
        ("Ca.", f"»ca.« er regnet som plus eller minus {export.margin_text}. Teksten siger stadig ca."),
        ("Tomme celler", "Ingen celle er tom: Er der intet tal, står grunden der som ord. Se arket Noter."),
    )
