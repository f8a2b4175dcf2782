"""The indsatser of a new file: those that go on, and those that were held, as comments to be taken in again."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from frivilligrapport.collection.earlier_files import EarlierFiles
from frivilligrapport.collection.organisation import find
from frivilligrapport.danish import full_stop, genitive, join_words, normal_key
from frivilligrapport.documents.new_file.before import HELD, Fate, Start, told
from frivilligrapport.documents.new_file.figures import figure, is_known
from frivilligrapport.models.fields.base import Field as DeclaredField
from frivilligrapport.models.fields.base import NextYear
from frivilligrapport.models.fields.leaves import Leaf, Text
from frivilligrapport.models.indsats import Faelles, Indsats, Sted
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.lister import UOPLYST, is_unanswered
from frivilligrapport.rendering.yaml_text import Group, Listing, YamlField


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
        suggested[0] = Group(first.fields, (_invitation(start, before, answered=not kept), *first.notes), off=True)
    return (*kept, *suggested)


def _invitation(start: Start, before: EarlierFiles, *, answered: bool) -> str:
    """Ask for what was held; `answered` says that a word stands above it where the list would be."""
    question = f"Afholdt i {before.aar}. Blev noget af det holdt igen i {start.aar}?"
    first = "Så slet uoplyst ovenfor, og slet" if answered else "Så slet"
    return f"{question} {first} # og mellemrummet efter det på alle indsatsens linjer. Resten kan slettes."


def _indsats(
    start: Start, before: EarlierFiles, name: str, one: Indsats, others: Iterable[str], *, off: bool = False
) -> Group:
    notes = tuple(_notes(start, before, one, others, off=off))
    return Group(tuple(_carried(start, before, name, one, others)), notes, off=off)


def _carried(start: Start, before: EarlierFiles, name: str, one: Indsats, others: Iterable[str]) -> Iterator[YamlField]:
    """Yield the fields that are declared to go on; those named here depend on more than what was typed."""
    kommune = start.samling.kommune
    belongs = str(one.hoerer_til or "")
    otherwise: dict[str, Callable[[DeclaredField], Iterable[YamlField]]] = {
        "id": lambda field: [YamlField(field.spelled, name)],
        "navn": lambda field: [YamlField(field.spelled, str(one.navn) or UOPLYST)],
        "tilstand": lambda field: [_state(field, one, before.aar, confirmed=start.answers.goes_on.get(name, False))],
        "periode": lambda field: _period(field, one, start.aar),
        "steder": lambda field: _places(field, one, kommune),
        "hoerer_til": lambda field: (
            [YamlField(field.spelled, belongs)] if belongs in others and belongs != name else []
        ),
        "faelles": lambda _: shared(start, before, one),
        "tal": lambda field: _figures(field, start, before, name, one),
    }
    for field in one.fields.values():
        if field.next_year is not NextYear.LEFT_OUT:
            yield from otherwise.get(field.name, partial(_kept, one, kommune))(field)


def _kept(one: Indsats, kommune: Kommune, field: DeclaredField) -> Iterator[YamlField]:
    """Keep what was typed, without what is no longer on the municipality's list."""
    value = getattr(one, field.name)
    if field.holds_list:
        words = tuple(word for word in told(value) if _is_listed(kommune, field.name, word))
        yield from [YamlField(field.spelled, words)] if words else []
    elif isinstance(value, Leaf) and not is_unanswered(value.scalar.text):
        yield YamlField(field.spelled, str(value) if isinstance(value, Text) else value.scalar.text)


def _state(field: DeclaredField, one: Indsats, year: int, *, confirmed: bool) -> YamlField:
    """Keep the state, and ask again: a year may have changed it. Who takes in what was held, says that it was."""
    settled = confirmed or one.tilstand == HELD
    return YamlField(field.spelled, str(one.tilstand), "" if settled else f"tilstanden nu; den er fra {year}")


def _period(field: DeclaredField, one: Indsats, year: int) -> Iterator[YamlField]:
    if one.periode and one.periode.period.touches(year):
        yield YamlField(field.spelled, one.periode.period.typed)


def _places(field: DeclaredField, one: Indsats, kommune: Kommune) -> Iterator[YamlField]:
    places = tuple(Group(tuple(_place(place, kommune))) for place in one.steder if place.navn)
    if places:
        yield YamlField(field.spelled, Listing(places))


def _place(place: Sted, kommune: Kommune) -> Iterator[YamlField]:
    yield YamlField("navn", str(place.navn))
    if place.bydel:
        yield YamlField("bydel", str(place.bydel) if _is_listed(kommune, "bydele", place.bydel) else UOPLYST)


def _is_listed(kommune: Kommune, field: str, word: str) -> bool:
    """Tell whether a word is still on the municipality's list for a field; an empty list asks nothing."""
    names = (name for one in kommune.lokaludvalg for name in (one.navn, *one.kaldes_ogsaa))
    lists: dict[str, Iterable[str]] = {"tema": kommune.temaer, "bydele": kommune.bydele, "lokaludvalg": names}
    known = {normal_key(name) for name in lists.get(field, ())}
    return not known or normal_key(word) in known or is_unanswered(word)


def _figures(field: DeclaredField, start: Start, before: EarlierFiles, name: str, one: Indsats) -> Iterator[YamlField]:
    given = start.answers.figures
    found = [
        figure(start, tal, before.aar, given.get((name, str(tal.enhed_og_maerke))))
        for tal in one.tal
        if is_known(start, tal)
    ]
    if found:
        yield YamlField(field.spelled, Group(tuple(found)))


def _notes(start: Start, before: EarlierFiles, one: Indsats, others: Iterable[str], *, off: bool) -> Iterator[str]:
    """Yield what is worth knowing from last year and is not carried over."""
    year, kommune = before.aar, start.samling.kommune
    gone = [
        str(word)
        for field in Indsats.fields.values()
        if field.next_year is NextYear.KEPT and field.holds_list and field.group is None
        for word in getattr(one, field.name)
        if word and not _is_listed(kommune, field.name, word)
    ]
    if gone:
        yield full_stop(f"Står ikke længere i kommune.yaml: {join_words(gone)}")
    if one.hoerer_til and one.hoerer_til not in others and not is_unanswered(one.hoerer_til):
        yield f"Hørte i {year} til {one.hoerer_til}, som ikke er med i filen."
    strange = [str(tal.enhed_og_maerke) for tal in one.tal if not is_known(start, tal)]
    if strange:
        yield full_stop(f"Enheden i {genitive(str(year))} tal kendes ikke: {join_words(strange)}")
    # What was told of last year's event is not told again of this year's.
    if not off and one.beskrivelse and not is_unanswered(one.beskrivelse):
        yield f"Beskrivelsen i {year}: {one.beskrivelse}"
    for other in one.ikke_samme_som:
        yield f"Afgjort i {year}: ikke den samme som {other.indsats}, for {other.fordi}"
    for named in one.maaske_samme_som:
        yield full_stop(f"Ikke afgjort i {year}: måske den samme som {named}")


def shared(start: Start, before: EarlierFiles, one: Indsats) -> Iterator[YamlField]:
    """Yield the mark of a shared indsats; none when nobody is left to share it with."""
    faelles = one.faelles
    if faelles is None or is_unanswered(faelles.id) or is_unanswered(faelles.taeller_hos):
        return
    own = str(start.forvaltning.forkortelse)
    owner = _name_now(start, before, faelles.taeller_hos)
    others = tuple(name for name in _names(start, before, faelles) if name != own)
    if not owner or (owner == own and not others):
        return
    med = [YamlField("med", others)] if others else []
    yield YamlField("fælles", Group((YamlField("id", str(faelles.id)), *med, YamlField("tæller_hos", owner))))


def _names(start: Start, before: EarlierFiles, faelles: Faelles) -> tuple[str, ...]:
    now = (_name_now(start, before, name) for name in faelles.med if not is_unanswered(name))
    return tuple(dict.fromkeys(name for name in now if name))


def _name_now(start: Start, before: EarlierFiles, name: str) -> str:
    """Give the acronym of the one forvaltning that has the tasks now, "" when the register does not know of one."""
    unit = find(start.samling, name)
    heirs = before.succession.heirs_of(str(unit.id)) if unit else ()
    known = {str(one.id): str(one.forkortelse) for one in before.succession.after.values()}
    return known.get(heirs[0], "") if len(heirs) == 1 else ""
