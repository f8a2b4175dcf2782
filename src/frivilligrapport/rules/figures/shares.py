"""Shares of something that nobody has told the size of (FR210)."""

import re
from collections.abc import Iterator

from frivilligrapport.danish import quote
from frivilligrapport.figures.from_tal import whole_bounds
from frivilligrapport.grammar.quantity import CA_MARGIN, Precision
from frivilligrapport.grammar.quantity.kinds import SHARE_WITHOUT_WHOLE
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import Rule
from frivilligrapport.rules.walk import Piece, Year

# A section of a law, a year or a date is a number in a name, not the size of anything.
_NO_SIZE = re.compile(r"§+\s*\d+|\b(?:19|20)\d{2}\b(?!\.\d)")
_NUMBER = re.compile(r"\d")


def _without_whole(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Tal):
        problem = _of_count(piece) or _of_share(piece)
        if problem:
            yield problem
        yield from _of_subsets(piece)


def _of_count(piece: Piece[Tal]) -> Problem | None:
    """Find a percentage where a count belongs; a subset's is of the whole beside it."""
    tal = piece.group
    for one in (tal.antal, tal.forrige_aar, tal.paa_vej, tal.mindst, tal.hoejst):
        if one and one.quantity.precision is Precision.SHARE_WITHOUT_BASE:
            typed = one.quantity.typed
            message = f"Grundtallet mangler: {typed} af hvor mange {tal.enhed}?"
            hint = f"Skriv {typed} af og grundtallet, eller skriv andelen i »andel« og det hele i »af«"
            return piece.problem(SHARE_WITHOUT_WHOLE, one.location, message, hint)
    return None


def _of_share(piece: Piece[Tal]) -> Problem | None:
    tal = piece.group
    if not tal.andel or tal.andel.quantity.precision in {Precision.UNKNOWN, Precision.NOT_RELEVANT, Precision.SHARE}:
        return None
    typed = tal.andel.quantity.typed
    if not tal.af:
        message = f"Grundtallet mangler: Der står ikke, hvad {typed} er en del af."
        return piece.problem(
            SHARE_WITHOUT_WHOLE, tal.andel.location, message, "Skriv af: og det, som andelen er taget af"
        )
    if (tal.antal and tal.antal.quantity.bounds()) or _NUMBER.search(_NO_SIZE.sub("", tal.af)):
        return None
    message = f"Grundtallet mangler: »{tal.af}« siger ikke, hvor meget {typed} er en del af."
    hint = "Skriv også beløbet eller antallet i »af«"
    return piece.problem(SHARE_WITHOUT_WHOLE, tal.af.location, message, hint)


def _of_subsets(piece: Piece[Tal]) -> Iterator[Problem]:
    """Find subsets that are shares of a whole without a number; a percentage as the whole is told of by itself."""
    tal = piece.group
    if whole_bounds(tal, CA_MARGIN) or (tal.antal and tal.antal.quantity.precision is Precision.SHARE_WITHOUT_BASE):
        return
    for part in tal.heraf:
        quantity = part.antal.quantity
        if quantity.precision is Precision.SHARE_WITHOUT_BASE:
            stated = tal.antal.quantity.precision if tal.antal else None
            whole = "ikke er relevant" if stated is Precision.NOT_RELEVANT else "er uoplyst" if stated else "mangler"
            message = f"Grundtallet mangler: {quote(part.navn)} er {quantity.typed} af et antal, der {whole}."
            hint = f"Skriv antallet af {tal.enhed} i »antal«, eller skriv delen som et tal"
            yield piece.problem(SHARE_WITHOUT_WHOLE, part.antal.location, message, hint)


SHARE_RULES = (Rule(SHARE_WITHOUT_WHOLE, _without_whole),)
