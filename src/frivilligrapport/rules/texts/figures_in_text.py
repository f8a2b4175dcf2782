"""Figures in texts: counts held against `tal`, and figures taken from the register by id (FR451, FR468, FR469)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from fractions import Fraction
from itertools import combinations, filterfalse, permutations
from operator import itemgetter
from typing import NamedTuple

from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.fast_start.patterns import pattern
from frivilligrapport.figures.figure import FigurePart
from frivilligrapport.figures.from_tal import whole_bounds
from frivilligrapport.figures.ids import normal_id
from frivilligrapport.figures.register import Register
from frivilligrapport.figures.reports import margin_of, units_of
from frivilligrapport.grammar.counts import FoundCount, find_counts
from frivilligrapport.grammar.figure_references import find_references, reference_to
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.models.enheder import Enhed
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.leaves import Prosa, ProsaMedTal
from frivilligrapport.models.filtyper import file_types
from frivilligrapport.models.foelgenotat import Foelgenotat
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.rapport import Noegletal
from frivilligrapport.models.statusfil import Afsnit
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import INDSATS, error, rule, warning
from frivilligrapport.rules.texts.markup import NOT_PRINTED
from frivilligrapport.rules.year import Passage, Suggestion, Year, did_you_mean

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
_NOTE = (
    f"# fil: 2014/tmf.yaml\n{INDSATS}"
    "    tal:\n      foreninger: 61\n# fil: 2014/foelgenotat.yaml\nvurdering: I alt deltog {}."
)
UNKNOWN_FIGURE = error(
    "FR468",
    "Der er intet tal med det id",
    "[tal 2014.projekter] i et følgenotat, et arbejdsprogram, »hovedbudskaber« eller »nøgletal« bliver til tallet, som "
    "rapporten skriver det. Id'et er det samme, som frivilligrapport explain bruger; det står også i tabelbilagets "
    "kildeliste.",
    _NOTE.format("[tal 2014.foreningerne]"),
    _NOTE.format("[tal 2014.foreninger]"),
)
TYPED_COUNT = warning(
    "FR469",
    "Et tal er skrevet med hånden",
    "Tal i følgenotatet og på rapportens første sider skal komme fra rapportens tal, så teksten aldrig siger andet, "
    "end rapporten kan stå inde for. Skriv tallets id i kantet parentes, så sætter programmet tallet ind med sit "
    "forbehold.",
    _NOTE.format("62 foreninger"),
    _NOTE.format("[tal 2014.tmf.smag-verden.foreninger]"),
)
# Such a sentence counts something else: a part, each one, or another year.
_PART = r"heraf|heriblandt|deriblandt|blandt|af\s+dem|hver|hvert|per|om\s+(?:året|måneden|ugen)"
_ELSE = pattern(rf"\b(?:{_PART})\b|\bpr\.", re.IGNORECASE)
_YEAR = pattern(r"\b(?:19|20)[0-9]{2}\b")
_SHARE = pattern(
    r"(?P<typed>(?<![\w.,-])(?P<number>[0-9]{1,3}(?:,[0-9]{1,3})?)\s*(?:%|procent\b|pct\.))\s+af\s+(?P<whole>[^.,;\n]{1,80})",
    re.IGNORECASE,
)
_LEAST_OF_A_NAME = 4
# "Vi mødtes fire gange" counts what there is one figure of.
_TIMES = "gange"
_HELD = ("møder", "kursusgange", "workshops", "arrangementer")
_WAS_HELD = pattern(r"\b(?:mødtes|mødes|mødt|holdt|holdtes|afholdt|gennemført|samledes|samlet)\b", re.IGNORECASE)
_MORE = pattern(r"\s+(?:så|om|i|pr|hver|flere|mere|større|højere|længere|mindre)\b", re.IGNORECASE)
# "[tal 2014.projekter]" asks for a figure; "[tal fra 2013]" is a writer's own bracket.
_FIGURE_ID = pattern(r"[0-9]{4}\.\S+")
_FIND_ID = "Find tallets id i tabelbilagets kildeliste"
_MOST_PARTS = 50  # figures of an indsats and its family that are held against each other
_MOST = 6  # indsatser that are added in every way; a text that adds up more is left alone


class _Reported(NamedTuple):
    """Hold what an indsats and its family report of one unit."""

    own: tuple[Tal, ...]
    family: tuple[Tal, ...]

    def wholes(self, margin: Fraction) -> list[Bounds]:
        """Give how many each of its own figures says."""
        return [whole for tal in self.own if (whole := whole_bounds(tal, margin))]

    def allows(self, said: Bounds, margin: Fraction) -> bool:
        """Tell whether some figure, or two of them added or taken from each other, can be what the text says."""
        parts = [part for tal in (*self.own, *self.family) for part in _parts(tal, margin)]
        if len(parts) > _MOST_PARTS:
            return True
        pairs = [pair for first, second in permutations(parts, 2) for pair in (first + second, first.minus(second))]
        wholes = self.wholes(margin)
        together = [sum(wholes[1:], wholes[0])] if wholes else []
        return any(said.overlaps(one) for one in (*parts, *pairs, *together))


def _parts(tal: Tal, margin: Fraction) -> Iterator[Bounds]:
    whole = whole_bounds(tal, margin)
    others = (one.quantity.bounds(margin) for one in (tal.forrige_aar, tal.paa_vej) if one)
    subsets = (part.antal.quantity.of(whole, margin) for part in tal.heraf)
    yield from (found for found in (whole, *others, *subsets) if found)


@rule(OTHER_COUNT)
def _contradicted(year: Year) -> Iterator[Problem]:
    units = units_of(year.samling)
    spelt: dict[Enhed, list[tuple[str, str]]] = defaultdict(list)
    for key, unit in units.items():
        spelt[unit].append(_words(key, unit))
    margin = margin_of(year.aargang)
    of_file = year.once(_indsatser_by_file)
    for passage in year.passages:
        indsatser = of_file[passage.piece.delivery.file]
        about = indsatser.of(passage)
        reported = [_by_word(one, indsatser.family(one), units, spelt) for one in about]
        words = {word for one in reported for word in one}
        printed = passage.in_print if words else passage
        for count in find_counts(printed.text, words) if words else ():
            said = count.quantity.bounds(margin)
            own = [one[count.unit] for one in reported if count.unit in one]
            known = all(whole_bounds(tal, margin) for one in own for tal in one.own)
            if not said or not known or _is_of_something_else(count, year) or _is_comparison(printed, count):
                continue
            if not all(_allow(own, one, margin) for one in _claims(count, said, own)):
                subject = next(
                    str(one.id) for one, by_word in zip(about, reported, strict=True) if count.unit in by_word
                )
                yield _problem(printed, count, own)._replace(subject=subject)


def _is_comparison(passage: Passage, count: FoundCount) -> bool:
    """Tell whether "fire gange" is no count of what was held: "fire gange så mange", "bad fire gange om hjælp"."""
    if count.unit != _TIMES:
        return False
    after = passage.text[count.start + len(count.typed) :]
    return not _WAS_HELD.search(count.sentence) or _MORE.match(after) is not None


def _claims(count: FoundCount, said: Bounds, reported: Sequence[_Reported]) -> tuple[Bounds, ...]:
    """Give what a count says: "fra 12 til 24" is two figures where last year's is known, else one between them."""
    compared = any(tal.forrige_aar for one in reported for tal in one.own)
    if said.upper is None or not compared or not count.typed.lower().startswith("fra "):
        return (said,)
    return Bounds(said.lower, said.lower), Bounds(said.upper, said.upper)


def _allow(reported: Sequence[_Reported], said: Bounds, margin: Fraction) -> bool:
    """Tell whether a figure of one indsats can be what the text says, or those of several of them added."""
    if any(one.allows(said, margin) for one in reported):
        return True
    wholes = [sum(rest, first) for one in reported if (found := one.wholes(margin)) for first, *rest in (found,)]
    several = (some for number in range(2, len(wholes) + 1) for some in combinations(wholes, number))
    return len(wholes) > _MOST or any(said.overlaps(sum(some[1:], some[0])) for some in several)


class _Indsatser:
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


def _indsatser_by_file(year: Year) -> dict[str, _Indsatser]:
    return {one.file: _Indsatser(one.indsatser) for one in year.handed_in}


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


def _words(key: str, unit: Enhed) -> tuple[str, str]:
    """Give the words that a text may have for a unit."""
    return unit.flertal.lower(), key.replace("_", " ")


def _is_of_something_else(count: FoundCount, year: Year) -> bool:
    other_years = set(_YEAR.findall(count.sentence)) - {str(year.aargang.aar)}
    return bool(other_years or _ELSE.search(count.sentence))


def _problem(passage: Passage, count: FoundCount, reported: Sequence[_Reported]) -> Problem:
    typed = " ".join(count.typed.split())
    stated = [(tal, tal.antal or tal.mindst or tal.hoejst) for found in reported for tal in found.own]
    figures = join_words([f"»{tal.enhed_og_maerke}: {one.quantity.typed if one else ''}«" for tal, one in stated])
    message = f"Teksten siger »{typed}«, men »tal« siger {figures}."
    hint = "Ret det, der er forkert, eller lad teksten sige, hvad antallet dækker"
    return passage.problem(OTHER_COUNT, count.start, len(count.typed), message, hint)


@rule(OTHER_COUNT)
def _other_share(year: Year) -> Iterator[Problem]:
    """Yield a finding for each percentage of the very thing that a figure says another share of."""
    of_file = year.once(_indsatser_by_file)
    for passage in year.passages:
        about = of_file[passage.piece.delivery.file].of(passage)
        stated = [(one, tal) for one in about for tal in one.tal if tal.andel and tal.andel.quantity.share]
        printed = passage.in_print if stated else passage
        for match in _SHARE.finditer(printed.text) if stated else ():
            same = [(one, tal) for one, tal in stated if tal.af and _names(match["whole"], tal.af)]
            said = Fraction(match["number"].replace(",", ".")) / 100
            if same and said not in {tal.andel.quantity.share for _, tal in same if tal.andel}:
                indsats, tal = same[0]
                typed, share = " ".join(match["typed"].split()), tal.andel.quantity.typed if tal.andel else ""
                message = f"Teksten siger »{typed}«, men »tal« siger »andel: {share}«."
                hint = "Ret det, der er forkert, eller lad teksten sige, hvad andelen dækker"
                found = printed.problem(OTHER_COUNT, match.start(), len(match["typed"]), message, hint)
                yield found._replace(subject=str(indsats.id))


def _names(words: str, whole: str) -> bool:
    """Tell whether some words name what a share is a share of: all that is more than a small word stands in them."""
    named = [word for word in re.findall(r"\w+", normal_key(whole)) if len(word) >= _LEAST_OF_A_NAME]
    return bool(named) and all(word in normal_key(words) for word in named)


@rule(UNKNOWN_FIGURE, needs_folder=True)
def _unknown_figures(year: Year) -> Iterator[Problem]:
    for passage in filter(_is_quoting, year.passages):
        for one in find_references(passage.text):
            fault = _unknown(year, one.id)
            if fault:
                message, _, instead = fault
                hint = f"Skriv {reference_to(*instead)}" if instead else _FIND_ID
                yield passage.problem(UNKNOWN_FIGURE, one.start, len(one.id), message, hint, instead=instead)
    for piece in year.pieces(Noegletal):
        fault = _unknown(year, piece.group.tal)
        if fault:
            message, hint, instead = fault
            yield piece.problem(UNKNOWN_FIGURE, piece.group.tal.location, message, hint, instead=instead)


@rule(NOT_PRINTED)
def _asked_for_elsewhere(year: Year) -> Iterator[Problem]:
    """Yield a finding for each figure that is asked for where none is put in: its id would stand on the page."""
    for passage in filterfalse(_is_quoting, year.passages):
        for one in find_references(passage.text):
            if _FIGURE_ID.fullmatch(one.id):
                message = f"»{one.id}« bliver ikke til et tal i denne tekst, for her skriver I selv tallene."
                hint = "Skriv tallet, som I kender det, og slet den kantede parentes"
                weight = passage.draft_weight
                yield passage.problem(NOT_PRINTED, one.start, len(one.id), message, hint, weight=weight)


def _unknown(year: Year, typed: str) -> Suggestion | None:
    """Say what is wrong with an id that no figure has, and the id that was probably meant; None for one that it has."""
    ids = _register(year, typed).known_ids
    wanted = normal_id(typed)
    if wanted in ids:
        return None
    near = next(iter(get_close_matches(wanted, ids, 1)), None)
    said = f"Der er intet tal med id'et »{typed}«." if typed else "Her mangler tallets id."
    return did_you_mean(said, near, _FIND_ID)


def _register(year: Year, typed: str) -> Register:
    """Give the figures of the year that an id begins with, as far as the folder has it; else of the document's own."""
    first = typed.partition(".")[0].strip()
    asked = year.samling.aargang(int(first)) if first.isdecimal() else None
    return year.registers.of(asked or year.aargang)


@rule(TYPED_COUNT, needs_folder=True)
def _typed_counts(year: Year) -> Iterator[Problem]:
    units = {word: unit for key, unit in units_of(year.samling).items() for word in _words(key, unit)}
    quoting = (one for one in year.passages if _is_quoting(one, Foelgenotat))
    for passage in (one.in_print for one in quoting):
        for found in find_counts(passage.text, units):
            typed = " ".join(found.typed.split())
            figure = _the_one(year, found, units[found.unit])
            example = reference_to(figure or f"{year.aargang.aar}.projekter")
            message = f"Tallet i »{typed}« er skrevet med hånden."
            hint = f"Skriv {example}" if figure else f"Skriv tallets id i kantet parentes, fx {example}"
            instead = (example,) if figure else ()
            yield passage.problem(TYPED_COUNT, found.start, len(found.typed), message, hint, instead=instead)


def _the_one(year: Year, said: FoundCount, unit: Enhed) -> str:
    """Find the id of the only figure that says the same, "" when there is none or several."""
    bounds = said.quantity.bounds(margin_of(year.aargang))
    same = [
        one.id
        for one in year.register.figures
        if one.enhed.flertal == unit.flertal and one.part is FigurePart.ANTAL and one.bounds == bounds
    ]
    return same[0] if len(same) == 1 else ""


def _is_quoting(passage: Passage, *kinds: type[Felter]) -> bool:
    """Tell whether figures are asked for in a text: in all of some kinds of file, and in single fields of others."""
    of_kind = kinds or tuple(one.model for one in file_types() if one.quotes_figures)
    return issubclass(passage.kind, ProsaMedTal) or isinstance(passage.piece.delivery.root, of_kind)
