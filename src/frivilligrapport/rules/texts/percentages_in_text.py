"""Percentages in texts, held against `tal` (FR451): a share of something, and a change from last year."""

import re
from collections.abc import Iterator
from fractions import Fraction

from frivilligrapport.danish import normal_key
from frivilligrapport.fast_start import pattern
from frivilligrapport.figures.reports import margin_of, units_of
from frivilligrapport.grammar.counts import sentence_around
from frivilligrapport.models.enheder import Enhed
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.texts.figures_in_text import OTHER_COUNT, texts_about_indsatser
from frivilligrapport.rules.year import Year

_GROWN = pattern(
    r"\b(?:(?P<up>steg|stiger|steget|voksede|vokset|vokser|øgedes|øget|stigning|vækst)"
    r"|(?P<down>faldt|falder|faldet|fald|nedgang))\b[^.;\n]{0,80}?\b(?:med|på)\s+(?P<about>ca\.\s+|næsten\s+|knap\s+|omkring\s+|godt\s+|over\s+)?"
    r"(?P<typed>(?P<number>[0-9]{1,3}(?:,[0-9]{1,2})?)\s*(?:%|procent\b|pct\.))",
    re.IGNORECASE,
)
_NEAR, _ABOUT = Fraction(1), Fraction(8)  # percentage points that a rounded change may be off
_YEAR = pattern(r"\b(?:19|20)[0-9]{2}\b")
_SHARE = pattern(
    r"(?P<typed>(?<![\w.,-])(?P<number>[0-9]{1,3}(?:,[0-9]{1,3})?)\s*(?:%|procent\b|pct\.))\s+af\s+(?P<whole>[^.,;\n]{1,80})",
    re.IGNORECASE,
)
_LEAST_OF_A_NAME = 4


@rule(OTHER_COUNT)
def _other_share(year: Year) -> Iterator[Problem]:
    """Yield a finding for each percentage of the very thing that a figure says another share of."""
    for passage, about, _ in texts_about_indsatser(year):
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


@rule(OTHER_COUNT)
def _other_change(year: Year) -> Iterator[Problem]:
    """Yield a finding for each percentage that a figure is said to have changed by and has not."""
    units = units_of(year.samling)
    margin = margin_of(year.aargang)
    for passage, about, _ in texts_about_indsatser(year):
        stated = [(one, tal) for one in about for tal in one.tal if _change(tal, margin) is not None]
        printed = passage.in_print if stated else passage
        for match in _GROWN.finditer(printed.text) if stated else ():
            start, end = sentence_around(printed.text, *match.span())
            sentence = printed.text[start:end]
            same = [(one, tal) for one, tal in stated if _is_counted(sentence, units.get(normal_key(tal.enhed)))]
            years = {str(year.aargang.aar), str(year.aargang.aar - 1)}
            said = Fraction(match["number"].replace(",", ".")) * (1 if match["up"] else -1)
            room = _ABOUT if match["about"] else _NEAR
            changes = [change for _, tal in same if (change := _change(tal, margin)) is not None]
            if not same or set(_YEAR.findall(sentence)) - years or any(abs(said - one) <= room for one in changes):
                continue
            indsats, tal = same[0]
            before, now = (one.quantity.typed for one in (tal.forrige_aar, tal.antal) if one)
            message = (
                f"Teksten siger »{' '.join(match['typed'].split())}«, men »tal« siger {before} i "
                f"{year.aargang.aar - 1} og {now} i {year.aargang.aar}."
            )
            hint = "Ret det, der er forkert, eller lad teksten sige, hvad ændringen dækker"
            found = printed.problem(OTHER_COUNT, match.start("typed"), len(match["typed"]), message, hint)
            yield found._replace(subject=str(indsats.id))


def _change(tal: Tal, margin: Fraction) -> Fraction | None:
    """Give the change from last year in per cent, where both figures are exact."""
    both = [one.quantity.bounds(margin) for one in (tal.forrige_aar, tal.antal) if one]
    if len(both) < 2 or any(one is None or one.lower != one.upper for one in both):  # noqa: PLR2004 - both of them
        return None
    before, now = (Fraction(one.lower) for one in both if one)
    return (now - before) / before * 100 if before else None


def _is_counted(sentence: str, unit: Enhed | None) -> bool:
    """Tell whether a sentence is about how many there are of a unit."""
    if unit is None:
        return False
    name = re.escape(unit.flertal)
    return re.search(rf"\bantal(?:let)?\s+(?:af\s+)?{name}\b|\b{name}ne\b", sentence, re.IGNORECASE) is not None


def _names(words: str, whole: str) -> bool:
    """Tell whether some words name what a share is a share of: all that is more than a small word stands in them."""
    named = [word for word in re.findall(r"\w+", normal_key(whole)) if len(word) >= _LEAST_OF_A_NAME]
    return bool(named) and all(word in normal_key(words) for word in named)
