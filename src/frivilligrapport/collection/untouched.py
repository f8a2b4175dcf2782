"""Whether a status file is as `new` wrote it: every question still has its mark and no answer."""

from collections.abc import Collection, Iterator

from frivilligrapport.grammar.quantity import Precision
from frivilligrapport.models import lister
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Location


def is_untouched(statusfil: Statusfil, marked: Collection[int]) -> bool:
    """Tell whether nobody has begun on a draft, whose marks are at `marked` lines.

    One without any mark was written by somebody.
    """
    if not statusfil.is_draft or not marked or _has_more(statusfil):
        return False
    return all(place and place.line in marked for place in _questions(statusfil))


def _has_more(statusfil: Statusfil) -> bool:
    """Tell whether a file has what no new file has."""
    received = any(one.status == "modtaget" for one in statusfil.bidragydere)
    return bool(statusfil.barrierer or statusfil.politik or statusfil.mangler or received)


def _questions(statusfil: Statusfil) -> Iterator[Location | None]:
    """Yield where each question stands without an answer, None for one that has been answered."""
    kontakt = statusfil.kontakt
    yield from (one.location for one in ((kontakt.funktion, kontakt.postkasse) if kontakt else ()) if one)
    for afsnit in statusfil.status:
        text = afsnit.tekst
        yield text.location if text and is_unanswered(text) and not afsnit.tekstfil else None
    for field in ("perspektiver", "forslag"):
        answer = statusfil.answer(field)
        if statusfil.is_given(field):
            yield answer.location if answer and answer == lister.UOPLYST else None
    answer = statusfil.answer("indsatser")
    if answer:
        yield answer.location if answer == lister.UOPLYST else None
    yield from (one.tilstand.location for one in statusfil.indsatser)
    for tal in (*statusfil.tal, *(tal for one in statusfil.indsatser for tal in one.tal)):
        yield _unanswered(tal)


def _unanswered(tal: Tal) -> Location | None:
    stated = [one for one in (tal.antal, tal.andel) if one and one.quantity.precision is not Precision.UNKNOWN]
    asked = tal.andel or tal.antal
    return asked.location if asked and not (stated or tal.mindst or tal.hoejst) else None
