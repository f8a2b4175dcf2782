"""What a file that says it is finished has still left to be answered (FR313, FR314)."""

from collections.abc import Iterator

from frivilligrapport.danish import without_case
from frivilligrapport.grammar.markdown.blocks import BlockKind
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.leaves import Prosa, Tekstfil
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Afsnit, Statusfil
from frivilligrapport.problems import Problem, Severity, error
from frivilligrapport.reading.comments import MARK, Comment, marks_of
from frivilligrapport.rules.delivery import Delivery, FilePiece, Passage
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

MARK_LEFT = error(
    "FR313",
    "Filen siger, at den er færdig, men noget er ikke besvaret",
    f"Ordet {MARK} i en bemærkning på et felts linje siger, at svaret mangler, eller at det er fra året før og ikke er "
    "bekræftet. Det bliver fundet i filer, der er klar eller godkendt, og i rapport.yaml, kommune.yaml og politikken, "
    "når rapporten bygges; indtil da er "
    "det en advarsel ved det første sted i rapport.yaml. Ved I det ikke, så slet bemærkningen, og lad uoplyst stå.",
    f"kontakt:\n  postkasse: uoplyst  # {MARK}: en fælles postkasse",
    "kontakt:\n  postkasse: uoplyst",
)
NO_TEXT = error(
    "FR314",
    "Filen siger, at den er færdig, men en tekst er uoplyst",
    "Et afsnit, hvor teksten eller en del af den kun er »uoplyst«, fortæller ikke noget, heller ikke når teksten står "
    "i sin egen fil. Et udkast kan vente med teksten.",
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


def _marks(year: Year, file: str) -> tuple[Comment, ...]:
    source = year.samling.sources.get(file)
    return marks_of(source) if source else ()


def _left_in(year: Year, file: str, delivery: Delivery | None = None) -> Iterator[Problem]:
    marks = _marks(year, file)
    texts = {text.location.line for _, text in _texts(delivery)} if marks and delivery else set()
    for mark in marks:
        asked = mark.text[len(MARK) :].strip(" :")
        message = f"Her står endnu {MARK}: {asked}." if asked else f"Her står endnu {MARK}."
        hint = "Skriv svaret, eller lad det stå, hvis det er rigtigt, og slet # og resten af linjen"
        hint = f"{hint}. Ved I det ikke, så skriv uoplyst." if mark.location.line not in texts else _TEXT_HINT
        yield Problem(mark.location, MARK_LEFT, message, hint)


def _of_the_municipality(year: Year) -> Iterator[str]:
    """Yield what a report is made of beside the year's own files: the register, and the policy that it follows."""
    yield year.samling.kommune_file
    followed = year.samling.politikfil(year.aargang.rapport.politik if year.aargang.rapport else None)
    if followed:
        yield followed.file


@rule(MARK_LEFT)
def _left(year: Year) -> Iterator[Problem]:
    for delivery in _finished(year):
        yield from _left_in(year, delivery.file, delivery)
    for delivery in year.deliveries:
        marks = _marks(year, delivery.file) if isinstance(delivery.root, Rapport) else ()
        if marks:  # it has no status that says when it is finished
            more = f", det første af {len(marks)} steder i filen" if len(marks) > 1 else ""
            message, hint = f"Her står endnu {MARK}{more}.", "Rapporten kan ikke bygges, før der er svaret."
            yield Problem(marks[0].location, MARK_LEFT, message, hint, "", Severity.ADVARSEL)


@rule(MARK_LEFT, for_build=True)
def _left_at_build(year: Year) -> Iterator[Problem]:
    for delivery in _to_publish(year):
        yield from _left_in(year, delivery.file, delivery)
    for file in _of_the_municipality(year) if year.aargang.is_report_year else ():
        yield from _left_in(year, file)


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
    marked = {line for mark in _marks(year, delivery.file) for line in mark.concerns} if empty else set()
    for piece, text in empty:
        if text.location.line not in marked:
            hint = "Skriv teksten, eller slet afsnittet" if isinstance(piece.group, Afsnit) else "Skriv teksten"
            yield piece.problem(NO_TEXT, text.location, "Teksten er uoplyst, og filen er færdig.", hint)
    for part in delivery.pieces(Afsnit):
        if is_unanswered(part.group.overskrift) and part.is_typed("overskrift"):
            place = part.group.overskrift.location
            yield part.problem(NO_TEXT, place, "Overskriften er uoplyst, og filen er færdig.", "Skriv overskriften")
    for passage in year.passages:
        if passage.piece.delivery is delivery and passage.is_sentences:
            yield from _untold_parts(passage)


def _untold_parts(passage: Passage) -> Iterator[Problem]:
    """Yield each paragraph, heading and item of a longer text, or of a file of its own, that only says uoplyst."""
    if "oplyst" not in without_case(passage.text):
        return
    if is_unanswered(passage.text) and not issubclass(passage.kind, Tekstfil):
        return
    for block in passage.reading.blocks:
        said = block.contents[0] if block.contents and block.kind is not BlockKind.TABLE else None
        if said and all(map(is_unanswered, said.text.splitlines() or [""])):
            message, hint = "Her står kun uoplyst, og filen er færdig.", "Skriv teksten, eller slet linjen"
            yield passage.problem(NO_TEXT, *said.span(0, len(said.text)), message, hint)


def _texts(delivery: Delivery) -> Iterator[tuple[FilePiece[Felter], Prosa]]:
    """Yield each section's text, and those that stand in the report for themselves."""
    pieces = delivery.pieces(Felter)
    with_text = {one for one in {type(piece.group) for piece in pieces} if one.may_hold(Prosa)}
    for piece in (one for one in pieces if type(one.group) in with_text):
        for field, leaf in piece.group.leaves():
            if isinstance(leaf, Prosa) and (field.name == "tekst" or isinstance(piece.group, Rapport)):
                yield piece, leaf
