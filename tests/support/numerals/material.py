"""What the year's files warrant by their words: prose, names, periods and places, and the report's own rules."""

import re
from collections.abc import Iterator

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import format_percent
from frivilligrapport.figures.reports import margin_of
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.leaves import Aarstal, Periode, Text
from frivilligrapport.rules.acceptance.sorting import Findings
from frivilligrapport.rules.catalogue import ALL_KINDS
from support.numerals.page import Source, Warrant, pattern, phrase

_RULES = (
    "»Over 100« er mindst 101 og har ingen øvre grænse.",
    "»Op mod 10.000« har ingen nedre grænse og er derfor fra 0.",
    "»Uoplyst« er ikke 0.",
    "Intet af det er det samme som 0.",
)


def declared(samling: Samling, aargang: Aargang, findings: Findings) -> Iterator[Warrant]:
    """Yield what is declared: years, dates, laws, names, references, numbers of lists, codes and the report's rules."""
    codes = {kind.code for kind in ALL_KINDS}
    yield pattern(Source.DECLARED, r"\bFR[0-9]{3}\b", lambda found: found[0] in codes)
    yield pattern(Source.DECLARED, r"(?P<file>[\w/.-]+):(?P<line>[0-9]+):[0-9]+", lambda found: _exists(samling, found))
    yield pattern(Source.DECLARED, r"\(#[^)\s]*\)|§ [0-9]+|^[0-9]+\. ")
    yield from (phrase(Source.DECLARED, words) for words in _RULES)
    yield from (phrase(Source.DECLARED, str(aargang.aar - back)) for back in (0, 1))
    yield from (phrase(Source.DECLARED, words) for words in _titles(aargang))
    for value in leaves([samling.kommune, *(one.politik for one in samling.politikker), *_files(aargang)]):
        if isinstance(value, Periode):
            yield from (phrase(Source.DECLARED, words) for words in {value.period.text(), value.scalar.text})
        elif isinstance(value, Aarstal):
            yield phrase(Source.DECLARED, str(int(value)))
    for problem in (*(one.problem for one in findings.accepted), *findings.open):
        yield from (phrase(Source.DECLARED, words) for words in (problem.message, problem.hint) if words)
    percent = format_percent(int(margin_of(aargang) * 100))
    yield from (phrase(Source.REGISTER, f"{words} {percent}") for words in ("plus eller minus", "op til"))


def prose(samling: Samling, aargang: Aargang) -> Iterator[Warrant]:
    """Yield the contributors' own words: each text of the year's files, of politik/ and of kommune.yaml, in full.

    A text without a letter is no prose: "4" warrants nothing.
    """
    texts = [str(value) for value in leaves([*(one.politik for one in samling.politikker), *_files(aargang)])]
    names = [str(value) for value in leaves([samling.kommune])]
    files = [source.text for source in aargang.texts.values()]
    for source, words in ((Source.PROSE, texts), (Source.DECLARED, names), (Source.PROSE, files)):
        for text in dict.fromkeys(words):
            yield from (phrase(source, part.strip(" .\n")) for part in text.split("\n\n") if _is_prose(part))


def leaves(value: object) -> Iterator[object]:
    """Yield the single values of models, wherever in them they stand."""
    if isinstance(value, Felter):
        for name in value.fields:
            yield from leaves(getattr(value, name))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, (Text, Periode, Aarstal)):
        yield value


def _files(aargang: Aargang) -> Iterator[Felter]:
    yield from (one.statusfil for one in aargang.indberetninger if one.statusfil)
    if aargang.rapport:
        yield aargang.rapport


def _titles(aargang: Aargang) -> Iterator[str]:
    rapport = aargang.rapport
    if rapport:
        yield from (f"Rapport nr. {rapport.nummer_i_raekken} i rækken", f"Nummer i rækken: {rapport.nummer_i_raekken}")
        yield from (f"Bilag {one.nummer}" for one in rapport.bilag)


def _is_prose(text: str) -> bool:
    return bool(re.search(r"[0-9½¼¾]", text) and re.search(r"[^\W\d_]", text))


def _exists(samling: Samling, found: re.Match[str]) -> bool:
    source = samling.sources.get(found["file"])
    return source is not None and int(found["line"]) <= len(source.lines)
