"""How much of a status file has been answered.

The questions are: the two of `kontakt`, a text for each section of `status` (at least one), `perspektiver`,
`indsatser`, `forslag`, and each figure. Content and `ingen` are answers, "ikke relevant" too; `uoplyst` and what is
absent are none. The rest of a file is optional and is not asked about.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.danish import quote
from frivilligrapport.grammar.quantity import Precision
from frivilligrapport.models import lister
from frivilligrapport.models.leaves import Text
from frivilligrapport.models.statusfil import Afsnit, Perspektiver, Statusfil
from frivilligrapport.models.tal import Tal


@dataclass(frozen=True, slots=True)
class Answered:
    """How many questions a file has and how many have an answer; `missing` names the others for people."""

    asked: int
    missing: tuple[str, ...]

    @property
    def given(self) -> int:
        """Give the number of questions that have an answer."""
        return self.asked - len(self.missing)


def answered(statusfil: Statusfil) -> Answered:
    """Count a file's questions and find those without an answer."""
    questions = tuple(_questions(statusfil))
    return Answered(len(questions), tuple(name for name, is_answered in questions if not is_answered))


def _questions(statusfil: Statusfil) -> Iterator[tuple[str, bool]]:
    kontakt = statusfil.kontakt
    yield "kontaktens funktion", _says(kontakt.funktion if kontakt else None)
    yield "kontaktens postkasse", _says(kontakt.postkasse if kontakt else None)
    for afsnit in statusfil.status:
        yield f"teksten under {quote(afsnit.overskrift)}", _tells(afsnit)
    if not statusfil.status:
        yield "status", False
    perspektiver = statusfil.perspektiver
    yield "perspektiver", _is_none(statusfil, "perspektiver") or (perspektiver is not None and _tells(perspektiver))
    yield "indsatser", _is_none(statusfil, "indsatser") or bool(statusfil.indsatser)
    yield "forslag", _is_none(statusfil, "forslag") or bool(statusfil.forslag)
    for tal in statusfil.tal:
        yield f"{tal.enhed_og_maerke} for hele forvaltningen", _counts(tal)
    for indsats in statusfil.indsatser:
        yield from ((f"{tal.enhed_og_maerke} i {quote(indsats.navn)}", _counts(tal)) for tal in indsats.tal)


def _is_none(statusfil: Statusfil, field: str) -> bool:
    return statusfil.answer(field) == lister.INGEN


def _tells(group: Afsnit | Perspektiver) -> bool:
    more = bool(group.planer) if isinstance(group, Perspektiver) else False
    return _says(group.tekst) or _says(group.tekstfil) or more


def _says(text: Text | None) -> bool:
    return bool(text) and text is not None and text.key != lister.UOPLYST


def _counts(tal: Tal) -> bool:
    stated = (tal.antal, tal.mindst, tal.hoejst, tal.andel)
    return any(one is not None and one.quantity.precision is not Precision.UNKNOWN for one in stated)
