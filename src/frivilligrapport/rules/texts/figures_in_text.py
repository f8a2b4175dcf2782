"""Counts in texts, held against `tal` (FR451)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from operator import itemgetter
from typing import NamedTuple

from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.fast_start import pattern
from frivilligrapport.figures.from_tal import stated, whole_bounds
from frivilligrapport.figures.reports import margin_of, units_of
from frivilligrapport.grammar.counts import FoundCount, find_counts
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.models.enheder import Enhed, Enhedsart
from frivilligrapport.models.fields.leaves import Prosa
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.statusfil import Afsnit
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import INDSATS, Problem, warning
from frivilligrapport.rules.delivery import Passage
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_EXAMPLE = INDSATS + "    tal:\n      foreninger: 61\n    beskrivelse: I alt deltog {} foreninger."
OTHER_COUNT = warning(
    "FR451",
    "Teksten siger et andet antal end »tal«",
    "Rapporten trykker både teksten og tallet, og læseren kan ikke vide, hvilket af dem der er rigtigt. Kun det i "
    "»tal« bliver talt med. Handler teksten om noget andet end tallet, så lad det fremgå, for eksempel med et årstal "
    "eller »heraf«.",
    _EXAMPLE.format("16"),
    _EXAMPLE.format("61"),
)
# What comes after such words is a part of something, what is wished for, or somebody else's.
_BEFORE = pattern(
    r"\b(?:heraf|heriblandt|deriblandt|blandt|af\s+dem|ud\s+af|hver|hvert|per|plads\s+til|mål(?:et)?|brug\s+for|mangle[rd]\w*"
    r"|søge[rs]?|søgte|efterlys\w*|inviter\w*|indb[uø]d\w*|findes|fandtes|forvent\w*"
    r"|daglig\w*|ugentlig\w*|månedlig\w*|vente[rdt]\w*|håbe[rdt]\w*|ønske[rdt]?\w*|byen\s+har"
    r"|kommunen\s+har|om\s+(?:året|måneden|ugen))\b|\bpr\.",
    re.IGNORECASE,
)
# And so is what comes before these, if of persons and organisations not in how often they meet.
_AFTER = pattern(
    r"\b(?:af\s+(?:dem|de)|hver(?:t)?\s+af|hver(?=\s*(?:[.,;!?]|$))|per|om\s+(?:året|måneden|ugen|dagen)|i\s+timen|ad\s+gangen"
    r"|daglig\w*|ugentlig\w*|månedlig\w*|inviter\w*|invitation\w*|indbudt|afbud|venteliste\w*|sig(?:e|er)\s+nej|sagde\s+nej)\b"
    r"|\bpr\.|^\s*(?:mere|flere|færre|til|ekstra)\b",
    re.IGNORECASE,
)
_EACH_TIME = pattern(r"\bhver(?:t)?\b", re.IGNORECASE)
# A sentence with one of these says how many there were; in another, a few of many may be no more than some of them.
_OF_ALL = pattern(
    r"\b(?:i\s+alt|samlet|tilsammen|antal(?:let)?|alle|hele|kun|der\s+(?:er|var|kom|har\s+været|blev)|deltog|deltager"
    r"|medvirkede|kom|er\s+med|var\s+med|kostede|har\s+haft)\b",
    re.IGNORECASE,
)
# What may come is no movement yet.
_TO_COME = pattern(
    r"\b(?:vil|kan|skal|bør|kunne|skulle|ville)\s+(?:\w+\s+){0,2}?(?:vokse|stige|falde|gå|komme|nå|øges?|udvides?)\b",
    re.IGNORECASE,
)
# When a movement may have begun before last year.
_LONG_AGO = pattern(
    r"\b(?:siden|gennem|igennem|oprindelig\w*|først\w*|startede|begyndte|starten|begyndelsen|løbet\s+af|årene|flere\s+år"
    r"|(?:over|på|de)\s+(?![eé]t\b)\w+\s+(?:\w+\s+)?år)\b",
    re.IGNORECASE,
)
_LAST_YEAR = (
    r"(?:i\s+fjor|(?:sidste|forrige|foregående)\s+års?|året\s+(?:før|forinden)|(?:et\s+)?år(?:et)?\s+tidligere)\b"
)
# "Sidste år deltog 85 foreninger", but not "sidste år kom ingen, men nu 65 foreninger", nor "flere end sidste år".
_OF_LAST_YEAR = pattern(
    rf"\b(?<!end\s)(?<!som\s)(?<!mod\s){_LAST_YEAR}(?!.*\b(?:i\s+år|nu|i\s+dag|i\s+(?:19|20)[0-9]{{2}})\b)",
    re.IGNORECASE | re.DOTALL,
)
_LAST_YEAR_BEHIND = pattern(rf"(?:\s+(?!end\b|som\b|mod\b|og\b)\w+){{0,3}}?\s+{_LAST_YEAR}", re.IGNORECASE)
_SOME_OF_MANY = 4  # a figure that is so many times as large
_AT_A_PLACE = pattern(r"^(?:\s+\w+){0,3}\s+(?:i|på|ved|fra)\s+(?-i:[A-ZÆØÅ])|\bom\s+\w+(?:en|erne)\b", re.IGNORECASE)
_AT_A_TIME = pattern(
    r"\b(?:i|på|ved|om)\s+(?:(?-i:[A-ZÆØÅ])|(?:den\s+første|\w+)\s*(?:dag|dagen|aftenen|morgenen|natten|foråret|efteråret)\b)",
    re.IGNORECASE,
)
_FROM = pattern(r"\bfra\s*\Z", re.IGNORECASE)
_IS_SO = pattern(r"^\s+(?:er|var)\s+(?!med\b|der\b|i\b)", re.IGNORECASE)
_YEAR = pattern(r"\b(?:19|20)[0-9]{2}\b")
# "Vi mødtes fire gange" counts what there is one figure of.
_TIMES = "gange"
_HELD = ("møder", "kursusgange", "workshops", "arrangementer")
_WAS_HELD = pattern(r"\b(?:mødtes|mødes|mødt|holdt|holdtes|afholdt|gennemført|samledes|samlet)\b", re.IGNORECASE)
_MORE = pattern(r"\s+(?:så|om|i|pr|hver|flere|mere|større|højere|længere|mindre)\b", re.IGNORECASE)
_MOST_PARTS = 50  # figures of an indsats and its family that are held against each other
_MOST = 6  # indsatser that are added in every way; a text that adds up more is left alone


class _Reported(NamedTuple):
    """Hold what an indsats and its family report of one unit."""

    own: tuple[Tal, ...]
    family: tuple[Tal, ...]

    def wholes(self, margin: Fraction) -> list[Bounds]:
        """Give how many each of its own figures says."""
        return [whole for tal in self.own if (whole := whole_bounds(tal, margin))]

    def last_year(self, margin: Fraction) -> list[Bounds]:
        """Give how many each figure says there were last year."""
        told = (tal.forrige_aar for tal in (*self.own, *self.family))
        return [bounds for one in told if one and (bounds := one.quantity.bounds(margin))]

    def allows(self, said: Bounds, margin: Fraction, *, is_now: bool) -> bool:
        """Tell whether some figure, or two of them added or taken from each other, can be what the text says.

        What there is after a movement (`is_now`) is not last year's figure.
        """
        # Last year's figure is added to nothing.
        now = [part for tal in (*self.own, *self.family) for part in _parts(tal, margin)]
        parts = now if is_now else [*now, *self.last_year(margin)]
        if len(parts) > _MOST_PARTS:
            return True
        pairs = [first.minus(second) for first, second in permutations(parts, 2)]
        pairs += [first + second for first, second in combinations(now, 2)]
        wholes = self.wholes(margin)
        together = [sum(wholes[1:], wholes[0])] if wholes else []
        return any(said.overlaps(one) for one in (*parts, *pairs, *together))


def _parts(tal: Tal, margin: Fraction) -> Iterator[Bounds]:
    whole = whole_bounds(tal, margin)
    coming = tal.paa_vej.quantity.bounds(margin) if tal.paa_vej else None
    subsets = (part.antal.quantity.of(whole, margin) for part in tal.heraf)
    yield from (found for found in (whole, coming, *subsets) if found)


@rule(OTHER_COUNT)
def _contradicted(year: Year) -> Iterator[Problem]:
    units = units_of(year.samling)
    spelt: dict[Enhed, list[tuple[str, str]]] = defaultdict(list)
    for key, unit in units.items():
        spelt[unit].append(unit_words(key, unit))
    margin = margin_of(year.aargang)
    for passage, about, indsatser in texts_about_indsatser(year):
        reported = [_by_word(one, indsatser.family(one), units, spelt) for one in about]
        words = {word for one in reported for word in one}
        printed = passage.in_print if words else passage
        counts = find_counts(printed.text, words)
        beside = defaultdict[tuple[str, int], list[FoundCount]](list)
        for count in counts:
            beside[count.unit, count.sentence_start].append(count)
        for count in counts:
            said = count.quantity.bounds(margin)
            own = [one[count.unit] for one in reported if count.unit in one]
            known = all(whole_bounds(tal, margin) for one in own for tal in one.own)
            if not said or not known or _is_comparison(printed, count):
                continue
            if _is_of_something_else(count, year, units) or _names_some(count, said, own, margin):
                continue
            if not (
                _agrees(count, said, own, year) or _are_parts(beside[count.unit, count.sentence_start], own, margin)
            ):
                subject = next(
                    str(one.id) for one, by_word in zip(about, reported, strict=True) if count.unit in by_word
                )
                yield _problem(printed, count, own, margin)._replace(subject=subject)


def _is_comparison(passage: Passage, count: FoundCount) -> bool:
    """Tell whether "fire gange" is no count of what was held: "fire gange så mange", "bad fire gange om hjælp"."""
    if count.unit != _TIMES:
        return False
    after = passage.text[count.start + len(count.typed) :]
    return not _WAS_HELD.search(count.sentence) or _MORE.match(after) is not None


def _agrees(count: FoundCount, said: Bounds, reported: Sequence[_Reported], year: Year) -> bool:
    """Tell whether the figures can be what a text says, both ends of a movement.

    "Fra 12 til 24 projekter" is two figures where last year's is known, else one between them.
    """
    margin = margin_of(year.aargang)
    last_year = [bounds for one in reported for bounds in one.last_year(margin)]
    if count.then:
        # What is on its way goes from what there is: "stiger fra 21 til 30".
        wholes = [whole for one in reported for whole in one.wholes(margin)]
        before = [*last_year, *(whole for whole in wholes if whole.upper is not None and said.lower > whole.upper)]
        return _allow(reported, said, margin, is_now=True) and (not last_year or _was_so(count, before, year))
    if _is_of_last_year(count):
        return not last_year or any(said.overlaps(one) for one in last_year)
    if said.upper is None or not last_year or not count.amount.lower().startswith("fra "):
        return _allow(reported, said, margin)
    return all(_allow(reported, Bounds(end, end), margin) for end in (said.lower, said.upper))


def _is_of_last_year(count: FoundCount) -> bool:
    return bool(not count.then and (_OF_LAST_YEAR.search(count.before) or _LAST_YEAR_BEHIND.match(count.after)))


def _are_parts(counts: Iterable[FoundCount], reported: Sequence[_Reported], margin: Fraction) -> bool:
    """Tell whether a sentence's counts together are what was reported: "fire møder i foråret og otte i efteråret"."""
    beside = [one.quantity.bounds(margin) for one in counts]
    known = [one for one in beside if one]
    return len(known) > 1 and any(
        sum(known[1:], known[0]).overlaps(one) for own in reported for one in own.wholes(margin)
    )


def _was_so(count: FoundCount, before: Sequence[Bounds], year: Year) -> bool:
    """Tell whether figures of what there was before, or all of them added, can be what a movement says of last year."""
    then = count.then
    said = then.quantity.bounds(margin_of(year.aargang)) if then else None
    if not then or not said or _LONG_AGO.search(count.sentence):
        return True
    if then.when and not _OF_LAST_YEAR.match(then.when) and str(year.aargang.aar - 1) not in then.when:
        return True
    return any(said.overlaps(one) for one in (*before, sum(before[1:], before[0])))


def _allow(reported: Sequence[_Reported], said: Bounds, margin: Fraction, *, is_now: bool = False) -> bool:
    """Tell whether a figure of one indsats can be what the text says, or those of several of them added."""
    if any(one.allows(said, margin, is_now=is_now) for one in reported):
        return True
    wholes = [sum(rest, first) for one in reported if (found := one.wholes(margin)) for first, *rest in (found,)]
    several = (some for number in range(2, len(wholes) + 1) for some in combinations(wholes, number))
    return len(wholes) > _MOST or any(said.overlaps(sum(some[1:], some[0])) for some in several)


class IndsatserOfFile:
    """Hold the indsatser of a file, to be found by what names them."""

    def __init__(self, indsatser: Iterable[Indsats]) -> None:
        self._by_key: dict[str, list[tuple[int, Indsats]]] = defaultdict(list)
        self._by_id: dict[str, list[Indsats]] = defaultdict(list)
        self._parts: dict[str, list[Indsats]] = defaultdict(list)
        for number, one in enumerate(indsatser):
            self._by_key[normal_key(one.id)].append((number, one))
            self._by_id[one.id].append(one)
            if one.hoerer_til:
                self._parts[one.hoerer_til].append(one)

    def of(self, passage: Passage) -> tuple[Indsats, ...]:
        """Give the indsatser that a text is about, in the file's order; none for a text that names none."""
        group = passage.piece.group
        if isinstance(group, Indsats):
            return (group,) if passage.kind is Prosa else ()
        named = {normal_key(one) for one in group.indsatser} if isinstance(group, Afsnit) else set()
        found = (one for key in named for one in self._by_key.get(key, ()))
        return tuple(one for _, one in sorted(found, key=itemgetter(0)))

    def family(self, one: Indsats) -> tuple[Indsats, ...]:
        """Give what an indsats is part of, and its parts."""
        above = self._by_id.get(one.hoerer_til, ()) if one.hoerer_til else ()
        return (*above, *self._parts.get(one.id, ()))


def texts_about_indsatser(year: Year) -> Iterator[tuple[Passage, tuple[Indsats, ...], IndsatserOfFile]]:
    """Yield each text that is about indsatser, with these, and with all of its file's."""
    of_file = year.once(_indsatser_by_file)
    for passage in year.passages:
        indsatser = of_file[passage.piece.delivery.file]
        if about := indsatser.of(passage):
            yield passage, about, indsatser


def _indsatser_by_file(year: Year) -> dict[str, IndsatserOfFile]:
    return {one.file: IndsatserOfFile(one.indsatser) for one in year.handed_in}


def _by_word(
    about: Indsats,
    family: Iterable[Indsats],
    units: Mapping[str, Enhed],
    spelt: Mapping[Enhed, Sequence[tuple[str, str]]],
) -> dict[str, _Reported]:
    """Give what is reported by each word for a unit that the indsats itself has a figure of.

    `spelt` gives the words that a text may have for a unit, under each of its names.
    """
    own: dict[Enhed, list[Tal]] = defaultdict(list)
    for tal in about.tal:
        unit = units.get(normal_key(tal.enhed))
        if unit:
            own[unit].append(tal)
    if not own:
        return {}
    kin: dict[Enhed, list[Tal]] = defaultdict(list)
    for tal in (tal for one in family for tal in one.tal):
        unit = units.get(normal_key(tal.enhed))
        if unit:
            kin[unit].append(tal)
    found: dict[str, _Reported] = {}
    for unit, figures in own.items():
        reported = _Reported(tuple(figures), tuple(kin[unit]))
        found |= dict.fromkeys((word for words in spelt[unit] for word in words), reported)
    held = {words for unit in own for words, _ in spelt[unit] if words in _HELD}
    if len(held) == 1:
        found[_TIMES] = found[held.pop()]
    return found


def unit_words(key: str, unit: Enhed) -> tuple[str, str]:
    """Give the words that a text may have for a unit."""
    return unit.flertal.lower(), key.replace("_", " ")


def _is_of_something_else(count: FoundCount, year: Year, units: Mapping[str, Enhed]) -> bool:
    """Tell whether a count is of another year, of a part, or of each of several."""
    this_year, last_year = str(year.aargang.aar), str(year.aargang.aar - 1)
    # "12 projekter i 2013 og 21 projekter i 2014": each has its own year.
    own = set(_YEAR.findall(count.when)) - {this_year}
    moves = count.then or count.amount.lower().startswith("fra ")
    around = set(_YEAR.findall(f"{count.before} {count.after}")) - ({this_year, last_year} if moves else {this_year})
    unit = units.get(normal_key(count.unit))
    meets = unit is not None and unit.art in {Enhedsart.PERSONER, Enhedsart.ORGANISATIONER}
    return bool(
        (own if _YEAR.search(count.when) else around)
        or _BEFORE.search(count.before)
        or (moves and _TO_COME.search(count.sentence))
        or _AFTER.search(count.after)
        or (not meets and _EACH_TIME.search(count.after))
    )


def _names_some(count: FoundCount, said: Bounds, reported: Sequence[_Reported], margin: Fraction) -> bool:
    """Tell whether a count may be of some of all that were counted: fewer than all, in a sentence that says no more."""
    least = min((whole.lower for one in reported for whole in one.wholes(margin)), default=None)
    if least is None or said.upper is None or said.upper >= least:
        return False
    if count.then and (_AT_A_PLACE.search(f" {count.typed}") or _AT_A_PLACE.search(count.after)):
        return True
    if count.is_of_all:
        return False
    says_all = _OF_ALL.search(f"{count.before} {count.after}") is not None
    is_first = not count.before.strip()
    if _AT_A_PLACE.search(count.after) or _AT_A_TIME.search(count.before) or (is_first and _IS_SO.search(count.after)):
        return True
    if not says_all and _FROM.search(count.before):
        return True
    return not says_all and said.upper * _SOME_OF_MANY <= least


def _problem(passage: Passage, count: FoundCount, reported: Sequence[_Reported], margin: Fraction) -> Problem:
    typed = " ".join(count.typed.split())
    own = [tal for found in reported for tal in found.own]
    said = [(str(tal.enhed_og_maerke), stated(tal, margin)) for tal in own]
    is_of_last_year = _is_of_last_year(count)
    figures = [f"»{name}: {one.quantity.typed}«" for name, one in said if one and not is_of_last_year]
    family = [tal for found in reported for tal in found.family] if is_of_last_year else []
    if count.then or is_of_last_year:
        figures += [f"»forrige_år: {tal.forrige_aar.quantity.typed}«" for tal in (*own, *family) if tal.forrige_aar]
    message = f"Teksten siger »{typed}«, men »tal« siger {join_words(figures)}."
    hint = "Ret det, der er forkert, eller lad teksten sige, hvad antallet dækker"
    return passage.problem(OTHER_COUNT, count.start, len(count.typed), message, hint)
