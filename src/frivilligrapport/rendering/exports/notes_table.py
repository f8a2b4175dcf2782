"""What the words and units of the tables mean."""

from decimal import Decimal

from frivilligrapport.aggregation.groups import NOT_SAID as NOT_SAID_GROUP
from frivilligrapport.aggregation.groups import SEVERAL
from frivilligrapport.danish import format_percent, normal_key
from frivilligrapport.rendering.exports.cells import KNOWN, NOT_RELEVANT, OPEN, UNKNOWN
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.table import Table, columns

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
