"""Appendices: promised, listed, and there (FR354, FR355, FR356)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from frivilligrapport.danish import nearest_word, normal_key
from frivilligrapport.models.rapport import Bilag
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.rules.files import OUTSIDE
from frivilligrapport.rules.paths import inside
from frivilligrapport.rules.prose import passages
from frivilligrapport.rules.register import is_unanswered
from frivilligrapport.rules.rule import Rule, error, warning
from frivilligrapport.rules.walk import Year
from frivilligrapport.rules.written import is_typed

_ENTRY = "# fil: 2014/rapport.yaml\nbilag:\n  - nummer: 1\n    titel: Frivillighedspolitik\n"
_FILE = "\n# fil: 2014/bilag/politik.md\nPolitikken.\n"
NO_APPENDIX_FILE = error(
    "FR354",
    "Bilagets fil er der ikke",
    "»fil« er stien til bilaget i årets mappe, for eksempel bilag/politik.pdf.",
    _ENTRY + "    fil: bilag/politikken.md" + _FILE,
    _ENTRY + "    fil: bilag/politik.md" + _FILE,
)
PROMISED_APPENDIX = error(
    "FR355",
    "Et bilag er lovet, men findes ikke",
    "Teksten henviser til et bilag, som ikke står i rapport.yaml under »bilag«. Læseren ville lede forgæves efter det.",
    "perspektiver:\n  tekst: Se bilag 1.",
    "perspektiver:\n  tekst: Se rapporten for 2013.",
)
ABSENT_APPENDIX = warning(
    "FR356",
    "Et bilag mangler",
    "Et bilag uden »fil« følger ikke med rapporten. Med »mangler« siger rapporten selv hvorfor; uden er det en fejl.",
    _ENTRY + "    mangler: Politikken er ikke offentliggjort.",
    _ENTRY + "    fil: bilag/politik.md" + _FILE,
)
_PROMISE = re.compile(r"\bbilag(?:et)?\s+(?P<numbers>\d+(?:\s*(?:og|til|-|–)\s*\d+)?)(?![\d.,]*\d)", re.IGNORECASE)
_RANGE = re.compile(r"(\d+)\s*(?:til|-|–)\s*(\d+)")
_LONGEST_RANGE = 20


def _no_file(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Bilag):
        typed = piece.group.fil
        path = inside(typed) if typed else None
        if typed and path and path not in year.aargang.files and not is_unanswered(typed):
            better = nearest_word(path, sorted(year.aargang.files))
            message = f"Filen »{typed}« er ikke i mappen {year.aargang.folder}."
            hint = f"Skriv {better}" if better else "Læg filen i mappen, eller skriv i »mangler«, hvorfor den mangler"
            yield piece.problem(NO_APPENDIX_FILE, typed.location, message, hint)


def _outside(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Bilag):
        typed = piece.group.fil
        if typed and inside(typed) is None:
            message = f"»{typed}« ligger uden for mappen {year.aargang.folder}."
            hint = f"Flyt filen ind i mappen {year.aargang.aar}, og skriv stien derfra, fx bilag/navn.pdf"
            yield piece.problem(OUTSIDE, typed.location, message, hint)


def _promised(year: Year) -> Iterator[Problem]:
    report = year.aargang.rapport
    if report is None or (is_typed(year.aargang.rapport_tree, report, "bilag") and not report.is_given("bilag")):
        return
    known = {normal_key(one.nummer) for one in report.bilag}
    for passage in passages(year):
        for match in _PROMISE.finditer(passage.text):
            for number in _numbers(match["numbers"]):
                if number not in known:
                    known.add(number)
                    message = f"Teksten henviser til bilag {number}, men det står ikke i rapport.yaml."
                    hint = "Skriv bilaget i rapport.yaml under bilag, eller slet henvisningen"
                    yield passage.problem(PROMISED_APPENDIX, match.start(), len(match.group()), message, hint)


def _numbers(typed: str) -> tuple[str, ...]:
    """Give the numbers that "1", "1 og 2" or "1-3" stands for."""
    span = _RANGE.fullmatch(typed)
    if span and 0 < int(span[2]) - int(span[1]) < _LONGEST_RANGE:
        return tuple(str(number) for number in range(int(span[1]), int(span[2]) + 1))
    return tuple(re.findall(r"\d+", typed))


def _absent(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Bilag):
        one = piece.group
        if one.fil or is_typed(year.aargang.rapport_tree, one, "fil"):
            continue
        message = f"Bilag {one.nummer} følger ikke med rapporten."
        hint = "Skriv fil: og stien, når bilaget er der"
        if not one.mangler:
            hint = "Skriv fil: og stien til bilaget, eller mangler: og hvorfor det ikke er der"
        weight = None if one.mangler else Severity.FEJL
        problem = piece.problem(ABSENT_APPENDIX, one.titel.location, message, hint, weight=weight)
        yield replace(problem, subject=f"bilag {one.nummer}")


BILAG_RULES = (
    Rule(OUTSIDE, _outside, needs_folder=True),
    Rule(NO_APPENDIX_FILE, _no_file, needs_folder=True),
    Rule(PROMISED_APPENDIX, _promised, needs_folder=True),
    Rule(ABSENT_APPENDIX, _absent, needs_folder=True),
)
