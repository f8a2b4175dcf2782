"""What one figure says by itself: its unit, what is empty or reversed, and what a share is of (FR209 to FR337)."""

from collections.abc import Iterator

from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import Guesses, join_words, normal_key, quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.figures.from_tal import stated, whole_bounds
from frivilligrapport.figures.reports import margin_of, units_of
from frivilligrapport.grammar.quantity import CA_MARGIN, Precision
from frivilligrapport.grammar.quantity.kinds import DECIMALS, SHARE_WITHOUT_WHOLE
from frivilligrapport.models.enheder import ENHEDER, Enhed
from frivilligrapport.models.fields.leaves import Maengde
from frivilligrapport.models.lister import UOPLYST, is_unanswered
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import INDSATS, Problem, error, warning
from frivilligrapport.reading.tree import ScalarNode
from frivilligrapport.rules.delivery import FilePiece, did_you_mean
from frivilligrapport.rules.rule import folder_rule, rule
from frivilligrapport.rules.year import Year

EMPTY_FIGURE = warning(
    "FR213",
    "Et tal er ikke udfyldt",
    "Der står ikke noget efter kolon. Programmet læser det som »uoplyst«, men det kan også være glemt. Skriv tallet, "
    "0, hvis der ingen var, eller »uoplyst«, hvis det ikke kendes, så læseren kan se forskel.",
    INDSATS + "    tal:\n      gæster:",
    INDSATS + "    tal:\n      gæster: uoplyst",
)
UNKNOWN_UNIT = error(
    "FR324",
    "Enheden kendes ikke",
    "Kun tal med samme enhed kan lægges sammen, og derfor er enhederne en fast liste: "
    f"{join_words([unit.flertal for unit in ENHEDER])}. "
    "Kommunen kan tilføje flere i kommune.yaml. "
    "Det særlige ved et tal kan stå i parentes efter enheden: »møder (board)«.",
    INDSATS + "    tal:\n      frivilige: 15",
    INDSATS + "    tal:\n      frivillige: 15",
)
_ON_THE_WAY = INDSATS + "    tal:\n      projekter:\n        antal: 21\n        på_vej: 9"
INSIDE_OR_NOT = error(
    "FR331",
    "Er det, der er på vej, talt med?",
    "21 projekter og 9 på vej kan være 21 eller 30. »på_vej_med_i_antal« siger, om de 9 er en del af de 21: ja, nej "
    "eller uoplyst.",
    _ON_THE_WAY,
    _ON_THE_WAY + "\n        på_vej_med_i_antal: nej",
)
_BOUNDS = INDSATS + "    tal:\n      gæster:\n        mindst: {}\n        højst: {}"
REVERSED_BOUNDS = error(
    "FR332",
    "»mindst« er større end »højst«",
    "Tallet skal ligge mellem de to. Er de byttet om, er et af dem måske skrevet forkert.",
    _BOUNDS.format("30.000", "20.000"),
    _BOUNDS.format("20.000", "30.000"),
)
_OUTSIDE = INDSATS + "    tal:\n      gæster:\n        antal: ca. {}\n        højst: 200"
OUTSIDE_BOUNDS = error(
    "FR337",
    "»antal« ligger uden for »mindst« og »højst«",
    "»mindst« og »højst« siger det samme som »antal«, bare nærmere. Ligger antallet uden for dem, er et af tallene "
    "skrevet forkert, og rapporten ville sige ét i teksten og noget andet i de samlede tal.",
    _OUTSIDE.format("1.500"),
    _OUTSIDE.format("150"),
)
# A section of a law, a year or a date is a number in a name, not the size of anything.
_NO_SIZE = pattern(r"§+\s*\d+|\b(?:19|20)\d{2}\b(?!\.\d)")
_NUMBER = pattern(r"\d")
_NO_TENTHS = pattern(r",0+(?=$|\s)")
_QUANTITIES = ("antal", "forrige_aar", "paa_vej", "mindst", "hoejst", "andel")


@rule(DECIMALS)
def _decimals(year: Year) -> Iterator[Problem]:
    known = units_of(year.samling)
    for piece in year.pieces(Tal):
        unit = known.get(normal_key(piece.group.enhed))
        if unit is None or unit.decimaler:
            continue
        for one in (*_counts(piece.group), *(part.antal for part in piece.group.heraf)):
            if one.quantity.has_decimals:
                message = f"»{one.quantity.typed}« har decimaler, men {unit.flertal} tælles i hele."
                whole = _NO_TENTHS.sub("", one.quantity.typed)
                is_whole = whole != one.quantity.typed
                hint, instead = (f"Skriv {whole}", (whole,)) if is_whole else ("Skriv et helt tal", ())
                yield piece.problem(DECIMALS, one.location, message, hint, instead=instead)


@rule(SHARE_WITHOUT_WHOLE)
def _shares_without_whole(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Tal):
        problem = _of_count(piece) or _of_share(piece)
        if problem:
            yield problem
        yield from _of_subsets(piece)


def _of_count(piece: FilePiece[Tal]) -> Problem | None:
    """Find a percentage where a count belongs; a subset's is of the whole beside it."""
    counts = _counts(piece.group)
    share = next((one for one in counts if one.quantity.precision is Precision.SHARE_WITHOUT_BASE), None)
    if share is None:
        return None
    typed = share.quantity.typed
    message = f"Grundtallet mangler: {typed} af hvor mange {piece.group.enhed}?"
    hint = f"Skriv {typed} af og grundtallet, eller skriv andelen i »andel« og det hele i »af«"
    return piece.problem(SHARE_WITHOUT_WHOLE, share.location, message, hint)


def _of_share(piece: FilePiece[Tal]) -> Problem | None:
    tal = piece.group
    if not tal.andel or tal.andel.quantity.precision in {Precision.UNKNOWN, Precision.NOT_RELEVANT, Precision.SHARE}:
        return None
    typed = tal.andel.quantity.typed
    if not tal.af and not piece.is_typed("af"):
        message = f"Grundtallet mangler: Der står ikke, hvad {typed} er en del af."
        hint = "Skriv af: og det, som andelen er taget af"
        return piece.problem(SHARE_WITHOUT_WHOLE, tal.andel.location, message, hint)
    if not tal.af or (tal.antal and tal.antal.quantity.bounds()) or _NUMBER.search(_NO_SIZE.sub("", tal.af)):
        return None
    if _is_unread(piece):
        return None
    message = f"Grundtallet mangler: »{tal.af}« siger ikke, hvor meget {typed} er en del af."
    return piece.problem(SHARE_WITHOUT_WHOLE, tal.af.location, message, "Skriv også beløbet eller antallet i »af«")


def _of_subsets(piece: FilePiece[Tal]) -> Iterator[Problem]:
    """Find subsets that are shares of a whole without a number; a percentage as the whole is told of by itself."""
    tal = piece.group
    stated = tal.antal.quantity.precision if tal.antal else None
    if not tal.heraf or whole_bounds(tal, CA_MARGIN) or stated is Precision.SHARE_WITHOUT_BASE or _is_unread(piece):
        return
    whole = "ikke er relevant" if stated is Precision.NOT_RELEVANT else "er uoplyst" if stated else "mangler"
    for part in tal.heraf:
        quantity = part.antal.quantity
        if quantity.precision is Precision.SHARE_WITHOUT_BASE:
            message = f"Grundtallet mangler: {quote(part.navn)} er {quantity.typed} af et antal, der {whole}."
            hint = f"Skriv antallet af {tal.enhed} i »antal«, eller skriv delen som et tal"
            yield piece.problem(SHARE_WITHOUT_WHOLE, part.antal.location, message, hint)


def _is_unread(piece: FilePiece[Tal]) -> bool:
    """Tell whether the whole cannot be read, which has been told: something else was put in its place, or nothing."""
    entry, antal = piece.typed_entry("antal"), piece.group.antal
    read_as = antal.scalar.text if antal else ""
    return entry is not None and (not isinstance(entry.value, ScalarNode) or entry.value.text != read_as)


def _counts(tal: Tal) -> Iterator[Maengde]:
    """Yield what is counted in the figure's own unit, without its subsets, in the order of the fields."""
    return (one for one in (tal.antal, tal.forrige_aar, tal.paa_vej, tal.mindst, tal.hoejst) if one)


@rule(EMPTY_FIGURE)
def _empty(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Tal):
        for key, value in _begun(piece.group):
            if value.empty:
                message = f"Der står ikke noget tal efter »{key.text}«."
                hint = "Skriv tallet, eller uoplyst, hvis det ikke kendes"
                on_line = value.location.line == key.location.line
                # An empty value stands right behind the colon, so that this underlines the name with it.
                length = value.location.column - key.location.column if on_line else key.location.length
                is_plain = key.location.length == len(key.text) and length != key.location.length
                instead = (f"{key.text}: uoplyst",) if is_plain else ()
                yield piece.problem(EMPTY_FIGURE, key.location._replace(length=length), message, hint, instead=instead)


def _begun(tal: Tal) -> Iterator[tuple[ScalarNode, ScalarNode]]:
    """Yield the name and the value of each quantity of a figure, as typed."""
    if tal.antal and not tal.node.entries:
        yield tal.enhed_og_maerke.scalar, tal.antal.scalar
    for entry in tal.node.entries:
        if entry.key in _QUANTITIES and isinstance(entry.value, ScalarNode):
            yield ScalarNode(entry.typed, entry.location), entry.value
    for part in tal.heraf:
        yield part.navn.scalar, part.antal.scalar


@rule(UNKNOWN_UNIT)
def _unknown_units(year: Year) -> Iterator[Problem]:
    known = units_of(year.samling)
    guesses = Guesses(word for unit in known.values() for word in (unit.flertal, unit.ental))
    for piece in year.pieces(Tal):
        typed = piece.group.enhed
        if normal_key(typed) not in known and not is_unanswered(typed):
            place = piece.group.enhed_og_maerke.scalar.place(0, len(typed))
            hint = "Se enhederne med frivilligrapport explain FR324, eller tilføj den i kommune.yaml"
            message = f"Enheden »{typed}« kendes ikke."
            found = piece.unknown(UNKNOWN_UNIT, place, message, _meant_unit(typed, known, guesses), hint)
            yield found if place.length == len(typed) else found._replace(instead=())


@folder_rule(UNKNOWN_UNIT)
def _asked_of_all(samling: Samling) -> Iterator[Problem]:
    known = units_of(samling)
    guesses = Guesses(unit.flertal for unit in known.values())
    for one in samling.kommune.spoerges_alle:
        if one.key not in known:
            hint = "Se enhederne med frivilligrapport explain FR324"
            message, hint, instead = did_you_mean(f"Enheden »{one}« kendes ikke.", guesses.all_nearest(one), hint)
            yield Problem(one.location, UNKNOWN_UNIT, message, f"{hint} (i spørges_alle).", instead=instead)


def _meant_unit(typed: str, known: dict[str, Enhed], guesses: Guesses) -> str | tuple[str, ...]:
    """Find the units that were probably meant, also from the singular or with a label that lacks its parentheses."""
    first, _, rest = typed.partition(" ")
    if normal_key(first) in known and rest:
        return f"{first} ({rest.strip('()- ')})"
    words = {word: unit.flertal for unit in known.values() for word in (unit.flertal, unit.ental)}
    # "Timer" is said for short of "frivillige timer".
    last = tuple(dict.fromkeys(words[word] for word in words if normal_key(word).endswith(f"_{normal_key(typed)}")))
    return last or tuple(dict.fromkeys(words[word] for word in guesses.all_nearest(typed)))


@rule(INSIDE_OR_NOT)
def _inside_or_not(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Tal):
        tal = piece.group
        said = stated(tal, margin_of(year.aargang))
        if not (tal.paa_vej and tal.paa_vej.quantity.bounds() and said) or tal.paa_vej_med_i_antal:
            continue
        if not piece.is_typed("paa_vej_med_i_antal"):
            typed = tal.paa_vej.quantity.typed
            message = f"Der står ikke, om de {typed} på vej er talt med i {said.quantity.text()}."
            hint = "Skriv på_vej_med_i_antal: ja, nej eller uoplyst"
            indent = " " * (tal.place_of("paa_vej").column - 1)
            below = f"{tal.paa_vej.scalar.text}\n{indent}på_vej_med_i_antal: "
            on_line = tal.paa_vej.scalar.plain and tal.paa_vej.scalar.on_one_line
            instead = tuple(below + answer for answer in ("ja", "nej", UOPLYST)) if on_line else ()
            yield piece.problem(INSIDE_OR_NOT, tal.paa_vej.location, message, hint, instead=instead)


@rule(REVERSED_BOUNDS)
def _reversed_bounds(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Tal):
        least, most = piece.group.mindst, piece.group.hoejst
        if least and most and _are_reversed(piece.group):
            message = f"»mindst« er {least.quantity.typed}, men »højst« er {most.quantity.typed}."
            yield piece.problem(REVERSED_BOUNDS, least.location, message, "Skriv det mindste tal i »mindst«")


def _are_reversed(tal: Tal) -> bool:
    low = tal.mindst.quantity.bounds() if tal.mindst else None
    high = tal.hoejst.quantity.bounds() if tal.hoejst else None
    return bool(low and high and high.upper is not None and low.lower > high.upper)


@rule(OUTSIDE_BOUNDS)
def _outside_bounds(year: Year) -> Iterator[Problem]:
    margin = margin_of(year.aargang)
    for piece in year.pieces(Tal):
        tal = piece.group
        # Nothing lies between limits that are reversed, which is told.
        own = tal.antal.quantity.bounds(margin) if tal.antal and not _are_reversed(tal) else None
        for name, limit in (("mindst", tal.mindst), ("højst", tal.hoejst)):
            bounds = limit.quantity.bounds(margin) if limit else None
            if not (own and bounds and tal.antal and limit):
                continue
            above = own.upper is not None and bounds.lower > own.upper
            below = bounds.upper is not None and bounds.upper < own.lower
            if above if name == "mindst" else below:
                message = f"»antal« er {tal.antal.quantity.typed}, men »{name}« er {limit.quantity.typed}."
                yield piece.problem(OUTSIDE_BOUNDS, limit.location, message, "Ret det af tallene, der er forkert")
