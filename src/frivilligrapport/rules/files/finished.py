"""What a file that says it is finished has still left to be answered (FR313, FR314)."""

from collections.abc import Iterator

from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.leaves import Prosa
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Afsnit, Statusfil
from frivilligrapport.problems import Problem
from frivilligrapport.reading.comments import MARK, Comment, marks_of
from frivilligrapport.rules.rule import error, rule
from frivilligrapport.rules.year import Delivery, FilePiece, Year

MARK_LEFT = error(
    "FR313",
    "Filen siger, at den er færdig, men noget er ikke besvaret",
    f"Ordet {MARK} i en bemærkning på et felts linje siger, at svaret mangler, eller at det er fra året før og ikke er "
    "bekræftet. Det bliver fundet i filer, der er klar eller godkendt, og i rapport.yaml, når rapporten bygges. Ved I "
    "det ikke, så slet bemærkningen, og lad uoplyst stå.",
    f"kontakt:\n  postkasse: uoplyst  # {MARK}: en fælles postkasse",
    "kontakt:\n  postkasse: uoplyst",
)
NO_TEXT = error(
    "FR314",
    "Filen siger, at den er færdig, men en tekst er uoplyst",
    "Et afsnit med overskrift, hvor teksten kun er »uoplyst«, fortæller ikke noget. Et udkast kan vente med teksten.",
    "status:\n  - overskrift: Frivillige\n    tekst: uoplyst",
    "status:\n  - overskrift: Frivillige\n    tekst: Flere end før har hjulpet.",
)


_TEXT_HINT = "Skriv teksten, og slet # og resten af linjen."


def _finished(year: Year) -> Iterator[Delivery]:
    """Yield the status files that say they are finished."""
    for delivery in year.deliveries:
        if isinstance(delivery.root, Statusfil) and not delivery.root.is_draft:
            yield delivery


def _to_publish(year: Year) -> Iterator[Delivery]:
    """Yield those and what the report itself is made of, which has no status of its own."""
    yield from _finished(year)
    yield from (one for one in year.deliveries if isinstance(one.root, Rapport))
    yield from year.documents


def _marks(year: Year, delivery: Delivery) -> tuple[Comment, ...]:
    source = year.samling.sources.get(delivery.file)
    return marks_of(source) if source else ()


def _left_in(year: Year, delivery: Delivery) -> Iterator[Problem]:
    marks = _marks(year, delivery)
    texts = {text.location.line for _, text in _texts(delivery)} if marks else set()
    for mark in marks:
        asked = mark.text.removeprefix(MARK).strip(" :")
        message = f"Her står endnu {MARK}: {asked}." if asked else f"Her står endnu {MARK}."
        hint = "Skriv svaret, eller lad det stå, hvis det er rigtigt, og slet # og resten af linjen"
        hint = f"{hint}. Ved I det ikke, så skriv uoplyst." if mark.location.line not in texts else _TEXT_HINT
        yield FilePiece(delivery, delivery.root).problem(MARK_LEFT, mark.location, message, hint)


@rule(MARK_LEFT)
def _left(year: Year) -> Iterator[Problem]:
    for delivery in _finished(year):
        yield from _left_in(year, delivery)


@rule(MARK_LEFT, for_build=True)
def _left_at_build(year: Year) -> Iterator[Problem]:
    for delivery in _to_publish(year):
        yield from _left_in(year, delivery)


@rule(NO_TEXT)
def _untold(year: Year) -> Iterator[Problem]:
    for delivery in _finished(year):
        yield from _untold_in(year, delivery)


@rule(NO_TEXT, for_build=True)
def _untold_at_build(year: Year) -> Iterator[Problem]:
    for delivery in _to_publish(year):
        yield from _untold_in(year, delivery)


def _untold_in(year: Year, delivery: Delivery) -> Iterator[Problem]:
    """Yield a finding for each text that only says uoplyst; one with a mark at it has been told of."""
    empty = [(piece, text) for piece, text in _texts(delivery) if is_unanswered(text)]
    marked = {line for mark in _marks(year, delivery) for line in mark.concerns} if empty else set()
    for piece, text in empty:
        if text.location.line not in marked:
            hint = "Skriv teksten, eller slet afsnittet" if isinstance(piece.group, Afsnit) else "Skriv teksten"
            yield piece.problem(NO_TEXT, text.location, "Teksten er uoplyst, og filen er færdig.", hint)


def _texts(delivery: Delivery) -> Iterator[tuple[FilePiece[Felter], Prosa]]:
    """Yield each section's text, and those that stand in the report for themselves."""
    for piece in delivery.pieces(Felter):
        for field, leaf in piece.group.leaves():
            if isinstance(leaf, Prosa) and (field.name == "tekst" or isinstance(piece.group, Rapport)):
                yield piece, leaf
