"""The head of a notat: the sender's EAN number, the case it belongs to, and what must be told (FR460 to FR465)."""

import re
from collections.abc import Iterator

from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.no_answer import is_no_answer
from frivilligrapport.grammar.period import PeriodKind
from frivilligrapport.models.dokumentfiler.notathoved import Notathoved
from frivilligrapport.models.fields.leaves import Text
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.problems import Problem, error, warning
from frivilligrapport.rules.delivery import FilePiece
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_HEAD = (
    "# fil: 2014/foelgenotat.yaml\nhoved:\n  afsender: [Økonomiforvaltningen]\n  til: Økonomiudvalget\n"
    "  emne: Rapport om frivillighed 2014\n  dato: {}\n"
)
_DATED = _HEAD.format("2015-04-15")
EAN_CHECK = error(
    "FR460",
    "EAN-nummerets kontrolciffer passer ikke",
    "Det sidste ciffer i et EAN-nummer er regnet ud af de tolv andre. Passer det ikke, er et af cifrene forkert, og en "
    "faktura når ikke frem. Programmet kan ikke se, hvilket ciffer det er.",
    _DATED + "  ean: 5798009800207",
    _DATED + "  ean: 5798009800206",
)
EAN_DIGITS = error(
    "FR461",
    "Et EAN-nummer har 13 cifre",
    "Nummeret skrives i én række uden mellemrum og bindestreger.",
    _DATED + "  ean: 579800980020",
    _DATED + "  ean: 5798009800206",
)
CASE_NUMBER = warning(
    "FR462",
    "Sagsnummeret har ikke den sædvanlige form",
    "Et sagsnummer er årstallet, en bindestreg og syv cifre. Bruger kommunen en anden slags numre, kan reglen slås fra "
    "i kommune.yaml under »regler«.",
    _DATED + "  sagsnr: 2015-92770",
    _DATED + "  sagsnr: 2015-0092770",
)
DOCUMENT_NUMBER = error(
    "FR463",
    "Dokumentnummeret hører ikke til sagen",
    "Et dokumentnummer er sagens nummer, en bindestreg og dokumentets nummer i sagen. Begynder det med noget andet, "
    "er et af de to numre forkert.",
    _DATED + "  sagsnr: 2015-0092770\n  dokumentnr: 2015-0092707-1",
    _DATED + "  sagsnr: 2015-0092770\n  dokumentnr: 2015-0092770-1",
)
NO_DAY = error(
    "FR464",
    "Notatets dato er ikke en dag",
    "Et notat er skrevet på en bestemt dag. En måned eller et år er ikke nok.",
    _HEAD.format("april 2015"),
    _HEAD.format("2015-04-15"),
)
GAP = warning(
    "FR465",
    "Notatets hoved er ikke helt",
    "Et notat siger, hvem der skriver til hvem, om hvad og hvornår. Et arbejdsprogram har sin titel som emne.",
    "# fil: 2014/foelgenotat.yaml\nhoved:\n  afsender: [Økonomiforvaltningen]\n"
    "  emne: Rapport om frivillighed 2014\n  dato: 2015-04-15",
    _DATED.rstrip("\n"),
)
_GAPS = {
    "afsender": (
        "Notatet siger ikke, hvem der er afsender.",
        "Skriv afsender: og på næste linje, rykket ind, - navnet",
    ),
    "til": ("Notatet siger ikke, hvem det er til.", "Skriv til: og modtageren"),
    "emne": ("Notatet siger ikke, hvad det handler om.", "Skriv emne: og få ord om sagen"),
    "dato": ("Notatet har ingen dato.", "Skriv dato: og dagen, fx 2015-04-15"),
}
_EAN = pattern(r"[0-9]{13}")
_CASE = pattern(r"(?:19|20)[0-9]{2}-[0-9]{7}")


@rule(EAN_CHECK)
def _ean_check(year: Year) -> Iterator[Problem]:
    for piece, typed in _given(year, "ean"):
        if _EAN.fullmatch(typed) and not _checks(typed):
            message = f"Kontrolcifferet i EAN-nummeret »{typed}« passer ikke."
            yield piece.problem(EAN_CHECK, typed.location, message, "Sammenlign nummeret med kilden, ciffer for ciffer")


@rule(EAN_DIGITS)
def _ean_digits(year: Year) -> Iterator[Problem]:
    for piece, typed in _given(year, "ean"):
        if not _EAN.fullmatch(typed):
            digits = re.sub(r"[\s.-]", "", typed)
            is_whole = bool(_EAN.fullmatch(digits)) and _checks(digits)
            message = f"EAN-nummeret »{typed}« er ikke 13 cifre i én række."
            hint = f"Skriv {digits}" if is_whole else "Skriv alle 13 cifre uden mellemrum"
            yield piece.problem(EAN_DIGITS, typed.location, message, hint, instead=(digits,) if is_whole else ())


def _checks(ean: str) -> bool:
    """Reckon the check digit (GS1, modulo 10): every other digit from the right counts three times."""
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(ean))) % 10 == 0


@rule(CASE_NUMBER)
def _case_number(year: Year) -> Iterator[Problem]:
    for piece, typed in _given(year, "sagsnr"):
        if not _CASE.fullmatch(typed):
            message = f"Sagsnummeret »{typed}« er ikke et årstal, en bindestreg og syv cifre."
            yield piece.problem(CASE_NUMBER, typed.location, message, "Skriv det som 2015-0012345")


@rule(DOCUMENT_NUMBER)
def _document_number(year: Year) -> Iterator[Problem]:
    for piece, typed in _given(year, "dokumentnr"):
        case = piece.group.sagsnr
        is_sure = case and not is_unanswered(case) and _CASE.fullmatch(case)
        if case and is_sure and not re.fullmatch(rf"{re.escape(case)}-[0-9]+", typed):
            message = f"Dokumentnummeret »{typed}« er ikke sagsnummeret »{case}«, en bindestreg og et løbenummer."
            hint = "Ret det af de to numre, der er forkert"
            yield piece.problem(DOCUMENT_NUMBER, typed.location, message, hint)


@rule(NO_DAY)
def _no_day(year: Year) -> Iterator[Problem]:
    for piece in year.in_documents(Notathoved):
        typed = piece.group.dato
        if typed and typed.period.is_known and typed.period.kind is not PeriodKind.DATE:
            message = f"»{typed.period.typed}« er ikke en bestemt dag."
            yield piece.problem(NO_DAY, typed.location, message, "Skriv dagen som 2015-04-15")


@rule(GAP)
def _gaps(year: Year) -> Iterator[Problem]:
    for piece in year.in_documents(Notathoved):
        for field, (message, hint) in _GAPS.items():
            titled = field == "emne" and "titel" in piece.delivery.root.fields
            if not titled and _is_gap(piece, field):
                yield piece.problem(GAP, piece.group.place_of(field), message, hint)


def _is_gap(piece: FilePiece[Notathoved], field: str) -> bool:
    """Tell whether nothing is said in a field; what was typed and could not be read has been told of already."""
    hoved, typed = piece.group, piece.is_typed(field)
    match getattr(hoved, field):
        case tuple() as lines:
            return typed and all(is_unanswered(line) for line in lines)
        case None:
            return not typed
        case Text() as text:
            return is_unanswered(text)
        case period:
            return not period.period.is_known


def _given(year: Year, field: str) -> Iterator[tuple[FilePiece[Notathoved], Text]]:
    """Yield each notat's head with what it says in a field, where it says something."""
    for piece in year.in_documents(Notathoved):
        typed = getattr(piece.group, field)
        if typed and not is_unanswered(typed) and not is_no_answer(typed):
            yield piece, typed
