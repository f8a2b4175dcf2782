"""The overview (oversigt) of several municipalities: their sums, each one's figures, and who is left out."""

from dataclasses import dataclass

from frivilligrapport.danish import join_words
from frivilligrapport.documents.document_type import DocumentType
from frivilligrapport.documents.parts.contents import Indholdsled
from frivilligrapport.documents.parts.cover import Forside
from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.tables import Celle, Tabel, columns, words
from frivilligrapport.figures.figure import StateGroup
from frivilligrapport.figures.joint import JointTotal, JointYear, Municipality, MunicipalTotal

NAME = "oversigt"
_SUMMED = "samlede-tal"
_GROUPS = {StateGroup.GENNEMFOERT: "gennemført", StateGroup.KOMMENDE: "på vej eller planlagt"}
_ABOUT = (
    "Hver kommune har talt med de samme regler, og tallene er hentet fra kommunernes egne filer.",
    "»I alt« er det, de kendte tal giver tilsammen, fra det mindste til det største, det kan være.",
    "Det, der ikke er oplyst, er ikke lagt til, og det er ikke det samme som 0.",
    "Kun ens enheder er lagt sammen. Har to kommuner hver deres betydning af et ord, står de hver for sig.",
    "Frivillige er registreringer og ikke hoveder: Den samme person kan være talt med i flere indsatser og kommuner.",
)
_MAX_NAMES = 3


@dataclass(frozen=True)
class Oversigt:
    """Everything that the templates place."""

    forside: Forside
    kolofon: tuple[tuple[str, str], ...]
    udkast: str
    samlet: Indholdsled
    hver: Indholdsled
    kommunerne: Indholdsled
    om_tallene: Indholdsled
    besked: str
    totaler: tuple[Tabel, ...]
    tal: tuple[Tabel, ...]
    kommuner: Tabel
    forklaringer: tuple[str, ...]

    @property
    def indhold(self) -> tuple[Indholdsled, ...]:
        """Give the table of contents."""
        own = (self.hver,) if self.tal else ()
        return self.samlet, *own, self.kommunerne, self.om_tallene


def overview(year: JointYear, *, draft: bool = False) -> Oversigt:
    """Make the overview; a draft says on every page that the municipalities' files are not finished."""
    return Oversigt(
        forside=_cover(year),
        kolofon=(("År", str(year.aar)), ("Kommuner", f"{len(year.read)} af {len(year.asked)} er med")),
        udkast="Kommunernes filer er ikke færdige." if draft else "",
        samlet=Indholdsled(_SUMMED, "Samlede tal"),
        hver=Indholdsled("hver-kommune", "Kommune for kommune"),
        kommunerne=Indholdsled("kommunerne", "Kommunerne"),
        om_tallene=Indholdsled("om-tallene", "Om tallene"),
        besked=year.text,
        totaler=tuple(_sums(year)),
        tal=tuple(_own(number, one) for number, one in enumerate(year.totals, start=1)),
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
        linjer=(year.text,),
        dato="",
        beskrivelse=f"Tal for samarbejdet med frivillige i {year.aar} fra {len(year.read)} af {len(names)} kommuner.",
    )


def _sums(year: JointYear) -> list[Tabel]:
    heads = columns("Enhed", "I alt", "Dækning", "Tal mangler fra")
    tables = []
    for group, title in _GROUPS.items():
        found = [one for one in year.totals if one.first.gruppe == group.value]
        rows = tuple(_sum(one) for one in found)
        if rows:
            tables.append(Tabel(f"{_SUMMED}-{group.value}", f"I alt, {title}", heads, rows))
    return tables


def _sum(one: JointTotal) -> tuple[Celle, ...]:
    figure = Celle(tal=(Talvisning(one.text),), note=one.note)
    return (
        Celle(one.label),
        figure,
        Celle(one.coverage),
        Celle(one.missing_text or "ingen", svag=not one.missing),
    )


def _own(number: int, total: JointTotal) -> Tabel:
    title = f"{total.label[:1].upper()}{total.label[1:]}, {_GROUPS[StateGroup(total.first.gruppe)]}"
    last = (Celle("I alt"), Celle(tal=(Talvisning(total.text),)), Celle(total.coverage))
    rows = tuple(_entry(one) for one in total.entries)
    return Tabel(f"enhed-{number}", title, columns("Kommune", "Tal", "Dækning"), rows, fod=(last,))


def _entry(one: MunicipalTotal) -> tuple[Celle, ...]:
    return Celle(one.kommune), Celle(tal=(Talvisning(one.text),), note=one.note), Celle(one.coverage)


def _municipalities(year: JointYear) -> Tabel:
    rows = tuple(_municipality(one) for one in year.municipalities)
    return Tabel("kommuner", "Hvem der er med", columns("Kommune", "Med i oversigten", "Statusfiler"), rows)


def _municipality(one: Municipality) -> tuple[Celle, ...]:
    if one.left_out:
        return words(one.kommune, f"nej: {one.left_out}", "ikke læst")
    return words(one.kommune, "ja", f"modtaget fra {one.received}")


# No single year gives it, so it lies outside types/; this tells docs/skabeloner.md what its templates see.
DOCUMENT = DocumentType(name=NAME, title="Oversigt", make=lambda _: (), shows=Oversigt)
