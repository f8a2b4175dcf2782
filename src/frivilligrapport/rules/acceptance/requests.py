"""What a comment in a file asks to have accepted: the code, where it stands, the lines that it concerns, and why."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from frivilligrapport.problems import Location
from frivilligrapport.reading.comments import Comment, comments_of
from frivilligrapport.reading.source import Source

# A comment that only mentions the program, such as how to call it, asks for nothing.
_ASKS = re.compile(r"frivilligrapport\s*(?::|\s(?=accept))\s*(?P<said>.*)", re.IGNORECASE)
_EXCEPTION = re.compile(r"accepter(?:e|er|et)?\s+(?P<code>[a-zæøå]{0,3}[ -]?[0-9]+)\b(?P<rest>.*)", re.IGNORECASE)
_BECAUSE = re.compile(r"\W*fordi\b[\W_]*(?P<why>.*)", re.IGNORECASE)


class LineException(NamedTuple):
    """Hold an exception: the code, the place where the code stands, the lines that it concerns, and why."""

    code: str
    place: Location
    concerns: range
    why: str


class ExceptionRequest(NamedTuple):
    """Hold an exception as it was read, the code as it was typed, and what stands after it."""

    exception: LineException
    typed: str
    rest: str


def asked(comment: Comment) -> str | None:
    """Give what a comment asks of the program; None when it asks nothing."""
    found = _ASKS.fullmatch(comment.text)
    return found["said"] if found else None


def request_in(comment: Comment) -> ExceptionRequest | None:
    """Read what a comment asks to have accepted; None when it asks nothing, or cannot be read."""
    said = asked(comment)
    match = _EXCEPTION.fullmatch(said) if said is not None else None
    if said is None or match is None:
        return None
    column = comment.location.column + len(comment.text) - len(said) + match.start("code")
    place = comment.location._replace(column=column, length=len(match["code"]))
    code = re.sub(r"[ -]", "", match["code"]).upper()
    because = _BECAUSE.fullmatch(match["rest"])
    why = because["why"].strip() if because else ""
    return ExceptionRequest(LineException(code, place, comment.concerns, why), match["code"], match["rest"])


def requests_in(source: Source) -> Iterator[LineException]:
    """Yield what the comments of a file ask to have accepted, with a reason; whether it can be is not looked at."""
    found = (request_in(comment) for comment in comments_of(source).found)
    yield from (one.exception for one in found if one and one.exception.why)
