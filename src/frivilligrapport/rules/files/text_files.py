"""Texts in files of their own (FR351, FR352, FR353)."""

from collections.abc import Iterator

from frivilligrapport.collection.folder import TEXTS
from frivilligrapport.collection.organisation import is_unanswered
from frivilligrapport.collection.paths import inside
from frivilligrapport.danish import nearest_word
from frivilligrapport.models.leaves import Text
from frivilligrapport.models.rapport import Netvaerk
from frivilligrapport.models.statusfil import Afsnit, Perspektiver
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import Rule, error
from frivilligrapport.rules.walk import Piece, Year, pieces
from frivilligrapport.rules.written import is_typed

_FILE = "\n# fil: 2014/tekster/groen.md\nVi passer byens natur.\n"
_SECTION = "# fil: 2014/tmf.yaml\nstatus:\n  - overskrift: Grøn frivillighed\n    "
TEXT_OR_FILE = error(
    "FR351",
    "Enten »tekst« eller »tekstfil«",
    "Et afsnit har sin tekst i »tekst« eller i en fil, som »tekstfil« peger på. Er der begge dele, ved ingen, hvad "
    "der skal trykkes; er der ingen af dem, er afsnittet tomt.",
    _SECTION + "tekst: Vi passer byens natur.\n    tekstfil: tekster/groen.md" + _FILE,
    _SECTION + "tekstfil: tekster/groen.md" + _FILE,
)
OUTSIDE = error(
    "FR352",
    "Filen ligger uden for årets mappe",
    "Alt, der skal med i rapporten, ligger i årets egen mappe. Så kan rapporten bygges igen om ti år og på en anden "
    "computer.",
    _SECTION + "tekstfil: ../2013/groen.md",
    _SECTION + "tekstfil: tekster/groen.md" + _FILE,
)
NO_TEXT_FILE = error(
    "FR353",
    "Tekstfilen er der ikke",
    "»tekstfil« er stien til en fil med almindelig tekst i årets mappe, for eksempel tekster/groen.md.",
    _SECTION + "tekstfil: tekster/grøn.md" + _FILE,
    _SECTION + "tekstfil: tekster/groen.md" + _FILE,
)
Holder = Piece[Afsnit] | Piece[Perspektiver] | Piece[Netvaerk]


def _holders(year: Year) -> Iterator[Holder]:
    for delivery in (*year.deliveries, *year.documents):
        yield from pieces(delivery, Afsnit)
        yield from pieces(delivery, Perspektiver)
        yield from pieces(delivery, Netvaerk)


def _text_or_file(year: Year) -> Iterator[Problem]:
    for piece in _holders(year):
        group = piece.group
        if group.tekst and group.tekstfil:
            message = "Her er både »tekst« og »tekstfil«."
            yield piece.problem(TEXT_OR_FILE, group.place_of("tekstfil"), message, "Behold den ene, og slet den anden")
        elif not group.tekst and not group.tekstfil and _must_have_text(piece):
            place = group.overskrift.location if isinstance(group, Afsnit) else group.location
            yield piece.problem(TEXT_OR_FILE, place, "Her mangler teksten.", "Skriv den i »tekst«")


def _must_have_text(piece: Holder) -> bool:
    """Tell whether a group without text lacks one; plans or the network's indsatser may stand alone."""
    group = piece.group
    told = any(
        is_typed(piece.delivery.tree, group, field) for field in ("tekst", "tekstfil") if not _is_blank(group, field)
    )
    if isinstance(group, Netvaerk):
        return False
    return not told and not (isinstance(group, Perspektiver) and group.planer)


def _is_blank(group: Afsnit | Perspektiver | Netvaerk, field: str) -> bool:
    return bool(getattr(group, field) == "")


def _named(year: Year) -> Iterator[tuple[Holder, Text]]:
    for piece in _holders(year):
        typed = piece.group.tekstfil
        if typed and not is_unanswered(typed):
            yield piece, typed


def _outside(year: Year) -> Iterator[Problem]:
    for piece, typed in _named(year):
        if inside(typed) is None:
            message = f"»{typed}« ligger uden for mappen {year.aargang.folder}."
            hint = f"Flyt filen ind i mappen {year.aargang.aar}, og skriv stien derfra, fx tekster/navn.md"
            yield piece.problem(OUTSIDE, typed.location, message, hint)


def _absent(year: Year) -> Iterator[Problem]:
    strays = {stray.file for stray in year.aargang.strays}
    for piece, typed in _named(year):
        path = inside(typed)
        if path is None or f"{year.aargang.folder}/{path}" in strays:
            continue
        if path not in year.aargang.files:
            better = nearest_word(path, sorted(year.aargang.texts))
            message = f"Filen »{typed}« er ikke i mappen {year.aargang.folder}."
            hint = f"Skriv {better}" if better else "Læg filen i mappen, eller ret stien"
            instead = (better,) if better else ()
            yield piece.problem(NO_TEXT_FILE, typed.location, message, hint, instead=instead)
        elif not path.lower().endswith(TEXTS):
            message = f"»{typed}« er ikke en fil med almindelig tekst."
            yield piece.problem(NO_TEXT_FILE, typed.location, message, "Gem teksten som en fil, der ender på .md")


FILE_RULES = (
    Rule(TEXT_OR_FILE, _text_or_file),
    Rule(OUTSIDE, _outside, needs_folder=True),
    Rule(NO_TEXT_FILE, _absent, needs_folder=True),
)
