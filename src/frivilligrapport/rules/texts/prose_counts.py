"""Counts in the text about an indsats, held against the figures that it reports (FR451)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import permutations

from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.figures.from_tal import whole_bounds
from frivilligrapport.figures.reports import margin_of, units_of
from frivilligrapport.grammar.counts import FoundCount, find_counts
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.models.enheder import Enhed
from frivilligrapport.models.fields.leaves import Prosa
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.statusfil import Afsnit
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import INDSATS, rule, warning
from frivilligrapport.rules.texts.prose import Passage, passages
from frivilligrapport.rules.year import Delivery, Year

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
# Such a sentence counts something else: a part, each one, or another year.
_PART = r"heraf|heriblandt|deriblandt|blandt|af\s+dem|hver|hvert|per|om\s+(?:året|måneden|ugen)"
_ELSE = re.compile(rf"\b(?:{_PART})\b|\bpr\.", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


@dataclass(frozen=True, slots=True)
class _Reported:
    """Hold what an indsats and its family report of one unit."""

    own: tuple[Tal, ...]
    family: tuple[Tal, ...]

    def allows(self, said: Bounds, margin: Fraction) -> bool:
        """Tell whether some figure, or two of them added or taken from each other, can be what the text says."""
        parts = [part for tal in (*self.own, *self.family) for part in _parts(tal, margin)]
        pairs = [pair for first, second in permutations(parts, 2) for pair in (first + second, first.minus(second))]
        wholes = [whole for tal in self.own if (whole := whole_bounds(tal, margin))]
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
    margin = margin_of(year.aargang)
    for passage in passages(year):
        about = _about(passage)
        if about is None:
            continue
        reported = _by_word(about, passage.piece.delivery, units)
        for count in find_counts(passage.text, reported):
            said = count.quantity.bounds(margin)
            own = reported[count.unit]
            known = all(whole_bounds(tal, margin) for tal in own.own)
            if said and known and not _is_of_something_else(count, year) and not own.allows(said, margin):
                yield replace(_problem(passage, count, own), subject=str(about.id))


def _about(passage: Passage) -> Indsats | None:
    """Give the one indsats that a text is about, None when it is about several or none."""
    group, delivery = passage.piece.group, passage.piece.delivery
    if isinstance(group, Indsats):
        return group if passage.kind is Prosa else None
    named = group.indsatser if isinstance(group, Afsnit) else ()
    if len(named) != 1:
        return None
    return next((one for one in delivery.indsatser if normal_key(one.id) == normal_key(named[0])), None)


def _by_word(about: Indsats, delivery: Delivery, units: dict[str, Enhed]) -> dict[str, _Reported]:
    """Give what is reported by each word for a unit that the indsats itself has a figure of."""
    family = [one for one in delivery.indsatser if about.id == one.hoerer_til or one.id == about.hoerer_til]
    found: dict[str, _Reported] = {}
    for key, unit in units.items():
        own = tuple(tal for tal in about.tal if units.get(normal_key(tal.enhed)) == unit)
        kin = tuple(tal for one in family for tal in one.tal if units.get(normal_key(tal.enhed)) == unit)
        if own:
            found |= dict.fromkeys((unit.flertal.lower(), key.replace("_", " ")), _Reported(own, kin))
    return found


def _is_of_something_else(count: FoundCount, year: Year) -> bool:
    other_years = set(_YEAR.findall(count.sentence)) - {str(year.aargang.aar)}
    return bool(other_years or _ELSE.search(count.sentence))


def _problem(passage: Passage, count: FoundCount, reported: _Reported) -> Problem:
    typed = " ".join(count.typed.split())
    figures = join_words([f"»{_typed(tal)}«" for tal in reported.own])
    message = f"Teksten siger »{typed}«, men »tal« siger {figures}."
    hint = "Ret det, der er forkert, eller lad teksten sige, hvad antallet dækker"
    return passage.problem(OTHER_COUNT, count.start, len(count.typed), message, hint)


def _typed(tal: Tal) -> str:
    stated = tal.antal or tal.mindst or tal.hoejst
    return f"{tal.enhed_og_maerke}: {stated.quantity.typed if stated else ''}"
