"""What several forvaltninger share, carried into the new year under the names that they have there."""

from collections.abc import Iterable, Iterator

from frivilligrapport.collection.earlier_files import EarlierFiles
from frivilligrapport.collection.organisation import find, is_unanswered
from frivilligrapport.danish import genitive, join_words, normal_key
from frivilligrapport.documents.new_file.before import HELD, Fate, Start, told
from frivilligrapport.figures.from_tal import whole_bounds
from frivilligrapport.figures.reports import units_of
from frivilligrapport.grammar.quantity import CA_MARGIN, Precision
from frivilligrapport.models.fields.base import Field as DeclaredField
from frivilligrapport.models.fields.base import NextYear
from frivilligrapport.models.fields.leaves import Maengde
from frivilligrapport.models.indsats import Faelles, Indsats, Sted
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.lister import LOEBENDE, UOPLYST
from frivilligrapport.models.tal import Tal
from frivilligrapport.rendering.yaml_text import Field, Group, Listing


def shared(start: Start, before: EarlierFiles, one: Indsats) -> Iterator[Field]:
    """Yield the mark of a shared indsats; none when nobody is left to share it with."""
    faelles = one.faelles
    if faelles is None or is_unanswered(faelles.id) or is_unanswered(faelles.taeller_hos):
        return
    own = str(start.forvaltning.forkortelse)
    owner = _name_now(start, before, faelles.taeller_hos)
    others = tuple(name for name in _names(start, before, faelles) if name != own)
    if not owner or (owner == own and not others):
        return
    med = [Field("med", others)] if others else []
    yield Field("fælles", Group((Field("id", str(faelles.id)), *med, Field("tæller_hos", owner))))


def _names(start: Start, before: EarlierFiles, faelles: Faelles) -> tuple[str, ...]:
    now = (_name_now(start, before, name) for name in faelles.med if not is_unanswered(name))
    return tuple(dict.fromkeys(name for name in now if name))


def _name_now(start: Start, before: EarlierFiles, name: str) -> str:
    """Give the acronym of the one forvaltning that has the tasks now, "" when the register does not know of one."""
    unit = find(start.samling, name)
    heirs = before.succession.heirs_of(str(unit.id)) if unit else ()
    known = {str(one.id): str(one.forkortelse) for one in before.succession.after.values()}
    return known.get(heirs[0], "") if len(heirs) == 1 else ""


_SAYS_NOTHING = (Precision.UNKNOWN, Precision.NOT_RELEVANT)


def is_known(start: Start, tal: Tal) -> bool:
    """Tell whether a figure's unit is one of those that can be counted."""
    return normal_key(tal.enhed) in units_of(start.samling)


def figure(start: Start, tal: Tal, year: int, typed: str | None = None, *, same: bool = True) -> Field:
    """Ask for a figure that was reported for `year`; `typed` is the answer, if it has been given already.

    With `same` it was counted by the same forvaltning, so that last year's figure can stand as `forrige_år`.
    """
    earlier = _earlier(tal) if same and start.compares else None
    notes = (*_remarks(tal, year), *(() if earlier else _was(tal, year)))
    ask = f"{_what(tal)} i {start.aar}"
    value = typed or UOPLYST
    todo = "" if typed else ask
    if tal.andel:
        return _share(tal, value, todo, notes)
    more = [Field("forrige_år", earlier.quantity.typed)] if earlier else []
    more += _method(tal)
    if tal.heraf:
        parts = tuple(Field(part.navn, UOPLYST, f"{part.navn} i {start.aar}") for part in tal.heraf)
        more.append(Field("heraf", Group(parts)))
    if not more:
        return Field(tal.enhed_og_maerke, value, todo, notes)
    return Field(tal.enhed_og_maerke, Group((Field("antal", value, todo), *more)), notes=notes)


def _what(tal: Tal) -> str:
    if tal.andel:
        return "andelen"
    return f"antal {tal.enhed}" + (f" ({tal.maerke})" if tal.maerke else "")


def _share(tal: Tal, value: str, todo: str, notes: tuple[str, ...]) -> Field:
    whole = [Field("af", str(tal.af))] if tal.af else []
    return Field(tal.enhed_og_maerke, Group((Field("andel", value, todo), *whole, *_method(tal))), notes=notes)


def _earlier(tal: Tal) -> Maengde | None:
    """Give the figure that can stand as last year's: one that says all that was said, and has a size."""
    antal = tal.antal
    if antal is None or antal.quantity.precision in (*_SAYS_NOTHING, Precision.SHARE_WITHOUT_BASE):
        return None
    return antal if whole_bounds(tal, CA_MARGIN) == antal.quantity.bounds() else None


def _was(tal: Tal, year: int) -> Iterator[str]:
    """Say what the figure was, where it cannot stand as last year's."""
    named = (("antal", tal.antal), ("mindst", tal.mindst), ("højst", tal.hoejst), ("andel", tal.andel))
    said = [
        f"{name} {one.quantity.typed}" for name, one in named if one and one.quantity.precision not in _SAYS_NOTHING
    ]
    if said:
        yield f"I {year}: {', '.join(said)}."


def _remarks(tal: Tal, year: int) -> Iterator[str]:
    if tal.paa_vej and tal.paa_vej.quantity.precision not in _SAYS_NOTHING:
        yield f"På vej i {year}: {tal.paa_vej.quantity.typed}."
    if tal.bemaerkning:
        yield f"Bemærkning i {year}: {tal.bemaerkning}"
    if tal.forklaring:
        yield f"Forklaring i {year}: {tal.forklaring}"


def _method(tal: Tal) -> list[Field]:
    """Keep how the figure is found: measured otherwise, it could not be compared."""
    kept = [Field("metode", str(tal.metode))] if tal.metode and not is_unanswered(tal.metode) else []
    return kept if tal.tael_med else [*kept, Field("tæl_med", "nej")]


def _kept_lists() -> tuple[DeclaredField, ...]:
    """Give the lists of words that are the same next year."""
    return tuple(
        one
        for one in Indsats.fields.values()
        if one.next_year is NextYear.KEPT and one.holds_list and one.group is None
    )


def indsatser(start: Start) -> tuple[Group, ...]:
    """Give the indsatser that go on, then those that were held, as comments to be taken in again."""
    before = start.before
    if before is None:
        return ()
    on, held = start.with_fate(Fate.GOES_ON), start.with_fate(Fate.SUGGESTED)
    kept = [_indsats(start, before, name, one, on) for name, one in on.items()]
    suggested = [_indsats(start, before, name, one, {**on, **held}, off=True) for name, one in held.items()]
    if suggested:
        first = suggested[0]
        suggested[0] = Group(first.fields, (*_invitation(start, before), *first.notes), off=True)
    return (*kept, *suggested)


def _invitation(start: Start, before: EarlierFiles) -> tuple[str, ...]:
    question = f"Afholdt i {before.aar}. Blev noget af det holdt igen i {start.aar}?"
    return (f"{question} Så slet # og mellemrummet efter det på alle indsatsens linjer. Resten kan slettes.",)


def _indsats(
    start: Start, before: EarlierFiles, name: str, one: Indsats, others: Iterable[str], *, off: bool = False
) -> Group:
    fields = [Field("id", name), Field("navn", str(one.navn) or UOPLYST)]
    fields += [Field("art", str(one.art))] if one.art and not is_unanswered(one.art) else []
    fields.append(_state(one, before.aar))
    if one.periode and one.periode.period.touches(start.aar):
        fields.append(Field("periode", one.periode.period.typed))
    fields += _unchanging(one, start.samling.kommune)
    fields += [Field("hyppighed", str(one.hyppighed))] if one.hyppighed else []
    belongs = str(one.hoerer_til or "")
    fields += [Field("hører_til", belongs)] if belongs in others and belongs != name else []
    fields += shared(start, before, one)
    fields += _figures(start, before, name, one)
    return Group(tuple(fields), tuple(_notes(start, before, one, others, off=off)), off=off)


def _state(one: Indsats, year: int) -> Field:
    """Keep the state, and ask again where a year is likely to have changed it."""
    state = str(one.tilstand)
    settled = state in {*LOEBENDE, HELD}
    return Field("tilstand", state, "" if settled else f"tilstanden nu; den er fra {year}")


def _unchanging(one: Indsats, kommune: Kommune | None) -> Iterator[Field]:
    for field in _kept_lists():
        words = tuple(word for word in told(getattr(one, field.name)) if _is_listed(kommune, field.name, word))
        if words:
            yield Field(field.spelled, words)
    places = tuple(Group(tuple(_place(place, kommune))) for place in one.steder if place.navn)
    if places:
        yield Field("steder", Listing(places))


def _place(place: Sted, kommune: Kommune | None) -> Iterator[Field]:
    yield Field("navn", str(place.navn))
    if place.bydel:
        yield Field("bydel", str(place.bydel) if _is_listed(kommune, "bydele", place.bydel) else UOPLYST)


def _is_listed(kommune: Kommune | None, field: str, word: str) -> bool:
    """Tell whether a word is still on the municipality's list for a field; an empty list asks nothing."""
    lists: dict[str, Iterable[str]] = {}
    if kommune:
        names = (name for one in kommune.lokaludvalg for name in (one.navn, *one.kaldes_ogsaa))
        lists = {"tema": kommune.temaer, "bydele": kommune.bydele, "lokaludvalg": names}
    known = {normal_key(name) for name in lists.get(field, ())}
    return not known or normal_key(word) in known or is_unanswered(word)


def _figures(start: Start, before: EarlierFiles, name: str, one: Indsats) -> Iterator[Field]:
    given = start.answers.figures
    found = [
        figure(start, tal, before.aar, given.get((name, str(tal.enhed_og_maerke))))
        for tal in one.tal
        if is_known(start, tal)
    ]
    if found:
        yield Field("tal", Group(tuple(found)))


def _notes(start: Start, before: EarlierFiles, one: Indsats, others: Iterable[str], *, off: bool) -> Iterator[str]:
    """Yield what is worth knowing from last year and is not carried over."""
    year, kommune = before.aar, start.samling.kommune
    gone = [
        str(word)
        for field in _kept_lists()
        for word in getattr(one, field.name)
        if word and not _is_listed(kommune, field.name, word)
    ]
    if gone:
        yield f"Står ikke længere i kommune.yaml: {join_words(gone)}."
    if one.hoerer_til and one.hoerer_til not in others and not is_unanswered(one.hoerer_til):
        yield f"Hørte i {year} til {one.hoerer_til}, som ikke er med i filen."
    strange = [str(tal.enhed_og_maerke) for tal in one.tal if not is_known(start, tal)]
    if strange:
        yield f"Enheden i {genitive(str(year))} tal kendes ikke: {join_words(strange)}."
    # What was told of last year's event is not told again of this year's.
    if not off and one.beskrivelse and not is_unanswered(one.beskrivelse):
        yield f"Beskrivelsen i {year}: {one.beskrivelse}"
    for other in one.ikke_samme_som:
        yield f"Afgjort i {year}: ikke den samme som {other.indsats}, for {other.fordi}"
