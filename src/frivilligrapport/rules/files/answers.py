"""What every file must answer, if only with ingen or uoplyst (FR311, FR312)."""

from collections.abc import Iterator

from frivilligrapport.models import lister
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Location, Problem, error, warning
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode
from frivilligrapport.rules.delivery import FilePiece
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

NOT_ANSWERED = error(
    "FR311",
    "Et spørgsmål er ikke besvaret",
    "Status, perspektiver, indsatser og forslag skal med i alle bidrag, så ingen kapitler mangler, uden at nogen har "
    "sagt det. Er der ikke noget at skrive, er svaret »ingen«; ved ingen det, er det »uoplyst«. I et udkast er det "
    "en advarsel.",
    "forslag:",
    "forslag: ingen",
)
ANSWER_UNKNOWN = warning(
    "FR312",
    "Svaret er uoplyst",
    "»uoplyst« er et ærligt svar, og rapporten skriver »ikke oplyst«. Advarslen er til for, at nogen prøver igen.",
    "forslag: uoplyst",
    "forslag:\n  - titel: Flere følgevenner\n    begrundelse: Det er der brug for.",
)
_HINTS = {
    "status": "Skriv status: og mindst ét afsnit med overskrift og tekst.",
    "perspektiver": "Skriv perspektiver: og under det tekst:. Er der ingen, så skriv perspektiver: ingen.",
    "indsatser": "Skriv indsatser: og en liste af indsatser. Er der ingen, så skriv indsatser: ingen.",
    "forslag": "Skriv forslag: og en liste af forslag. Er der ingen, så skriv forslag: ingen.",
}


def _roots(year: Year) -> Iterator[FilePiece[Felter]]:
    return (FilePiece(one, one.root) for one in year.deliveries)


def _asked(year: Year) -> Iterator[tuple[FilePiece[Felter], str]]:
    """Yield each file with each field that it must answer; a background year only needs its indsatser."""
    for piece in _roots(year):
        if isinstance(piece.group, Rapport):
            fields: tuple[str, ...] = ("forslag",)
        elif year.aargang.is_report_year or year.samling.lone:
            fields = tuple(_HINTS)
        else:
            fields = () if isinstance(piece.group, Statusfil) and piece.group.tal else ("indsatser",)
        yield from ((piece, field) for field in fields)


@rule(NOT_ANSWERED)
def _absent(year: Year) -> Iterator[Problem]:
    for piece, field in _asked(year):
        place, state = _gap(piece, field)
        if place:
            message, weight = f"Feltet »{field}« {state}.", piece.delivery.draft_weight
            yield Problem(place, NOT_ANSWERED, message, _HINTS[field], field, weight)


def _gap(piece: FilePiece[Felter], field: str) -> tuple[Location | None, str]:
    """Tell where a field is missing and how; None when it is given, or was typed and told of already."""
    if getattr(piece.group, field) or piece.group.answer(field) is not None:
        return None, ""
    entry = piece.typed_entry(field)
    if entry is None:
        return piece.group.location, "mangler"
    value = entry.value
    empty = value.empty if isinstance(value, ScalarNode) else isinstance(value, SequenceNode) and not value.items
    return (entry.location, "er tomt") if empty else (None, "")


@rule(ANSWER_UNKNOWN)
def _unanswered(year: Year) -> Iterator[Problem]:
    if not (year.aargang.is_report_year or year.samling.lone):
        return
    for piece in _roots(year):
        for field, text in piece.group.answers.items():
            # Under a misspelt name it has been told of; what is answered is looked at when that is mended.
            if text == lister.UOPLYST and isinstance(tree := piece.delivery.tree, MappingNode) and tree.get(field):
                message = f"Feltet »{field}« er uoplyst. Rapporten skriver »ikke oplyst«."
                yield Problem(text.location, ANSWER_UNKNOWN, message, _HINTS[field], field)
