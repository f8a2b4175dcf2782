"""Last year's indsatser in a new file: what stays the same from year to year, and what must be answered again."""

from collections.abc import Iterable, Iterator

from frivilligrapport.danish import genitive, join_words, normal_key
from frivilligrapport.documents.new_file.before import HELD, Before, Fate, Start, told
from frivilligrapport.documents.new_file.figures import figure, is_known
from frivilligrapport.documents.new_file.shared import shared
from frivilligrapport.models.indsats import Indsats, Sted
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.lister import LOEBENDE, UOPLYST
from frivilligrapport.models.spelling import spelled
from frivilligrapport.rendering.yaml_text import Field, Group, Listing
from frivilligrapport.rules.register import is_unanswered

_UNCHANGING = ("tema", "maalgrupper", "partnere", "frivilligtype", "bydele", "lokaludvalg", "kaldes_ogsaa")


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


def _invitation(start: Start, before: Before) -> tuple[str, ...]:
    question = f"Afholdt i {before.aar}. Blev noget af det holdt igen i {start.aar}?"
    return (f"{question} Så slet # og mellemrummet efter det på alle indsatsens linjer. Resten kan slettes.",)


def _indsats(
    start: Start, before: Before, name: str, one: Indsats, others: Iterable[str], *, off: bool = False
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
    for name in _UNCHANGING:
        words = tuple(word for word in told(getattr(one, name)) if _is_listed(kommune, name, word))
        if words:
            yield Field(spelled(name), words)
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


def _figures(start: Start, before: Before, name: str, one: Indsats) -> Iterator[Field]:
    given = start.answers.figures
    found = [
        figure(start, tal, before.aar, given.get((name, str(tal.enhed_og_maerke))))
        for tal in one.tal
        if is_known(start, tal)
    ]
    if found:
        yield Field("tal", Group(tuple(found)))


def _notes(start: Start, before: Before, one: Indsats, others: Iterable[str], *, off: bool) -> Iterator[str]:
    """Yield what is worth knowing from last year and is not carried over."""
    year, kommune = before.aar, start.samling.kommune
    gone = [
        str(word)
        for field in _UNCHANGING
        for word in getattr(one, field)
        if word and not _is_listed(kommune, field, word)
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
