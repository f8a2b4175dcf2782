"""The overview (oversigt) of several municipalities: one matrix of units and municipalities, and who is left out."""

from collections.abc import Iterator

from frivilligrapport.danish import join_words
from frivilligrapport.documents.document_type import DocumentType
from frivilligrapport.documents.parts.contents import Indholdsled
from frivilligrapport.documents.parts.cover import Forside
from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns, words
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.figure import StateGroup
from frivilligrapport.figures.joint import JointTotal, JointYear, Municipality, MunicipalTotal
from frivilligrapport.rendering.typography import upper_first

NAME = "oversigt"
_MATRIX = "tal-fra-kommunerne"
_ABOUT = (
    "Hver kommune har talt med de samme regler, og tallene er hentet fra kommunernes egne filer.",
    "»I alt« er det, de kendte tal giver tilsammen, fra det mindste til det største, det kan være.",
    "Det, der ikke er oplyst, er ikke lagt til, og det er ikke det samme som 0.",
    "Står der, hvor mange forvaltninger et tal er fra, mangler det fra de andre.",
    "Kun ens enheder er lagt sammen. Har to kommuner hver deres betydning af et ord, står de hver for sig.",
    "Frivillige er registreringer og ikke hoveder: Den samme person kan være talt med i flere indsatser og kommuner.",
)
_MAX_NAMES = 3
_MOST_ACROSS = 5  # columns of figures that have room beside each other on a page


class Oversigt(Frozen):
    """Everything that the templates place; `tal` is one matrix, parted where it is too wide for a page."""

    forside: Forside
    kolofon: tuple[tuple[str, str], ...]
    udkast: str
    samlet: Indholdsled
    kommunerne: Indholdsled
    om_tallene: Indholdsled
    besked: str
    tal: tuple[Tabel, ...]
    kommuner: Tabel
    forklaringer: tuple[str, ...]

    @property
    def indhold(self) -> tuple[Indholdsled, ...]:
        """Give the table of contents."""
        return self.samlet, self.kommunerne, self.om_tallene


def overview(year: JointYear, *, draft: bool = False) -> Oversigt:
    """Make the overview; a draft says on every page that the municipalities' files are not finished."""
    return Oversigt(
        forside=_cover(year),
        kolofon=(("År", str(year.aar)), ("Kommuner", f"{len(year.read)} af {len(year.asked)} er med")),
        udkast="Kommunernes filer er ikke færdige." if draft else "",
        samlet=Indholdsled("samlede-tal", "Tal fra kommunerne"),
        kommunerne=Indholdsled("kommunerne", "Kommunerne"),
        om_tallene=Indholdsled("om-tallene", "Om tallene"),
        besked=year.text,
        tal=tuple(_matrix(year)),
        kommuner=_municipalities(year),
        forklaringer=_ABOUT,
    )


def _cover(year: JointYear) -> Forside:
    names = year.asked
    who = join_words(names) if len(names) <= _MAX_NAMES else f"{len(names)} kommuner"
    return Forside(
        overtitel=who,
        titel="Frivillighed på tværs af kommuner",
        undertitel=f"Oversigt {year.aar}",
        afsender=who,
        linjer=(),
        dato="",
        beskrivelse=f"Tal for samarbejdet med frivillige i {year.aar} fra {len(year.read)} af {len(names)} kommuner.",
    )


def _matrix(year: JointYear) -> Iterator[Tabel]:
    """Put units and municipalities in rows and columns: the units down while the municipalities have room across."""
    totals, names = year.totals, [one.kommune for one in year.municipalities if not (one.is_copy or one.left_out)]
    sums = [_sum(one, len(year.asked)) for one in totals]
    if not totals:
        return
    if len(names) <= _MOST_ACROSS:
        heads = columns("Enhed", *names, "I alt")
        rows = [(Celle(_name(one)), *_cells(one, names), total) for one, total in zip(totals, sums, strict=True)]
        yield Tabel(_MATRIX, f"Hvad kommunerne har oplyst for {year.aar}", heads, tuple(rows))
        return
    parts = range(0, len(totals), _MOST_ACROSS)
    for number, at in enumerate(parts, start=1):
        shown, cells = totals[at : at + _MOST_ACROSS], [_cells(one, names) for one in totals[at : at + _MOST_ACROSS]]
        heads = columns("Kommune", *(_name(one) for one in shown))
        part = f", del {number} af {len(parts)}" if len(parts) > 1 else ""
        last: Raekke = (Celle("I alt"), *sums[at : at + _MOST_ACROSS])
        own = tuple((Celle(name), *(column[row] for column in cells)) for row, name in enumerate(names))
        yield Tabel(f"{_MATRIX}-{number}", f"Hvad kommunerne har oplyst for {year.aar}{part}", heads, own, fod=(last,))


def _name(one: JointTotal) -> str:
    """Name the unit, and say so where it lies ahead."""
    ahead = ", på vej" if one.first.gruppe == StateGroup.KOMMENDE.value else ""
    return upper_first(f"{one.label}{ahead}")


def _cells(total: JointTotal, names: list[str]) -> list[Celle]:
    own = {one.kommune: _entry(one) for one in total.entries}
    return [own.get(name, Celle("ikke oplyst", svag=True)) for name in names]


def _entry(one: MunicipalTotal) -> Celle:
    """Give a figure, and below it what it hides, and from how many it is where somebody is missing."""
    notes = [one.note, "" if one.is_whole or not one.has_number else one.coverage]
    return Celle(tal=(Talvisning(one.text),), note="; ".join(filter(None, notes)))


def _sum(one: JointTotal, asked: int) -> Celle:
    return Celle(tal=(Talvisning(one.text),), note="" if len(one.known) in {0, asked} else one.coverage)


def _municipalities(year: JointYear) -> Tabel:
    rows = tuple(_municipality(one) for one in year.municipalities)
    return Tabel("kommuner", "Hvem der er med", columns("Kommune", "Med i oversigten", "Statusfiler"), rows)


def _municipality(one: Municipality) -> tuple[Celle, ...]:
    partly = f"ja, men {one.uncounted_text}" if one.uncounted else "ja"
    return words(one.kommune, f"nej: {one.left_out}" if one.left_out else partly, one.states or "ikke læst")


# No single year gives it, so it lies outside types/; this tells docs/skabeloner.md what its templates see.
DOCUMENT = DocumentType(name=NAME, title="Oversigt", make=lambda _: (), shows=Oversigt)
