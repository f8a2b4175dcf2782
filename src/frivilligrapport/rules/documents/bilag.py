"""What the program builds of a year, as far as a file may refer to it by name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from frivilligrapport.collection.organisation import is_unanswered
from frivilligrapport.collection.paths import inside
from frivilligrapport.danish import nearest_word, normal_key
from frivilligrapport.models.foelgenotat import Foelgenotat
from frivilligrapport.models.rapport import Bilag, Rapport
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.rules.files.text_files import OUTSIDE
from frivilligrapport.rules.rule import Rule, error, warning
from frivilligrapport.rules.texts.prose import Passage, passages
from frivilligrapport.rules.walk import Delivery, Piece, Year, pieces
from frivilligrapport.rules.written import is_typed

# Of the documents that are made from a report year; a test holds them against the document types.
OF_THE_REPORT = ("statusrapport", "kort-udgave")


def built(year: Year) -> tuple[str, ...]:
    """Name the documents of a year: those made from the report, and those that have a file of their own."""
    own = tuple(one.id for one in year.aargang.dokumentfiler)
    if not year.aargang.is_report_year:
        return own
    sheets = (f"faktaark-{one.id}" for one in year.samling.forvaltninger(year.aargang.aar))
    return (*OF_THE_REPORT, *sheets, *own)


_ENTRY = "# fil: 2014/rapport.yaml\nbilag:\n  - nummer: 1\n    titel: Frivillighedspolitik\n"
_FILE = "\n# fil: 2014/bilag/politik.md\nPolitikken.\n"
NO_APPENDIX_FILE = error(
    "FR354",
    "Bilagets fil er der ikke",
    "»fil« er stien til bilaget i årets mappe, for eksempel bilag/politik.pdf. I et følgenotat kan det også være "
    "navnet på et dokument, som programmet bygger, for eksempel statusrapport.",
    _ENTRY + "    fil: bilag/politikken.md" + _FILE,
    _ENTRY + "    fil: bilag/politik.md" + _FILE,
)
PROMISED_APPENDIX = error(
    "FR355",
    "Et bilag er lovet, men findes ikke",
    "Rapportens tekster henviser til de bilag, der står i rapport.yaml under »bilag«, og et følgenotat til sine egne. "
    "Står bilaget der ikke, leder læseren forgæves efter det.",
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


def _listed(year: Year) -> Iterator[Piece[Bilag]]:
    yield from year.pieces(Bilag)
    yield from year.in_documents(Bilag)


def _no_file(year: Year) -> Iterator[Problem]:
    for piece in _listed(year):
        typed = piece.group.fil
        path = inside(typed) if typed else None
        known = {*year.aargang.files, *(built(year) if piece.delivery in year.documents else ())}
        if typed and path and path not in known and not is_unanswered(typed):
            better = nearest_word(path, sorted(known))
            message = f"Filen »{typed}« er ikke i mappen {year.aargang.folder}."
            hint = f"Skriv {better}" if better else "Læg filen i mappen, eller skriv i »mangler«, hvorfor den mangler"
            instead = (better,) if better else ()
            yield piece.problem(NO_APPENDIX_FILE, typed.location, message, hint, instead=instead)


def _outside(year: Year) -> Iterator[Problem]:
    for piece in _listed(year):
        typed = piece.group.fil
        if typed and inside(typed) is None:
            message = f"»{typed}« ligger uden for mappen {year.aargang.folder}."
            hint = f"Flyt filen ind i mappen {year.aargang.aar}, og skriv stien derfra, fx bilag/navn.pdf"
            yield piece.problem(OUTSIDE, typed.location, message, hint)


def _promised(year: Year) -> Iterator[Problem]:
    found = tuple(passages(year))
    report = next((one for one in year.deliveries if isinstance(one.root, Rapport)), None)
    if report:
        yield from _promised_in(report, (one for one in found if one.piece.delivery not in year.documents))
    for note in year.documents:
        if isinstance(note.root, Foelgenotat):
            yield from _promised_in(note, (one for one in found if one.piece.delivery is note))


def _promised_in(listing: Delivery, texts: Iterable[Passage]) -> Iterator[Problem]:
    """Hold texts against the appendices that one file lists; a list that could not be read is told of already."""
    listed = [piece.group for piece in pieces(listing, Bilag)]
    if is_typed(listing.tree, listing.root, "bilag") and "bilag" not in listing.root.model_fields_set:
        return
    known = {normal_key(one.nummer) for one in listed}
    name = listing.file.rpartition("/")[2]
    for passage in texts:
        for match in _PROMISE.finditer(passage.text):
            for number in (one for one in _numbers(match["numbers"]) if one not in known):
                known.add(number)
                message = f"Teksten henviser til bilag {number}, men det står ikke i {name}."
                hint = f"Skriv bilaget i {name} under bilag, eller slet henvisningen"
                yield passage.problem(PROMISED_APPENDIX, match.start(), len(match.group()), message, hint)


def _numbers(typed: str) -> tuple[str, ...]:
    """Give the numbers that "1", "1 og 2" or "1-3" stands for."""
    span = _RANGE.fullmatch(typed)
    if span and 0 < int(span[2]) - int(span[1]) < _LONGEST_RANGE:
        return tuple(str(number) for number in range(int(span[1]), int(span[2]) + 1))
    return tuple(re.findall(r"\d+", typed))


def _absent(year: Year) -> Iterator[Problem]:
    for piece in _listed(year):
        one = piece.group
        if one.fil or is_typed(piece.delivery.tree, one, "fil"):
            continue
        what = "notatet" if piece.delivery in year.documents else "rapporten"
        message = f"Bilag {one.nummer} følger ikke med {what}."
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
