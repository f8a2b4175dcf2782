"""How a total is said: by its parts, never sharper than the coarsest of them, never by its lower end alone.

Number grammar, section 3 rule 3. A further part lowers no number, and takes away no "op mod", "over" or "ubestemt
antal".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, auto
from typing import NamedTuple

from frivilligrapport.danish import format_number, join_words
from frivilligrapport.figures.figure import Figure
from frivilligrapport.grammar.quantity import Bounds, Precision
from frivilligrapport.grammar.quantity.value import ZERO, added

UNSPECIFIED = "et ubestemt antal"
_SHARE_DIGITS = 2  # "ca. 2/3 af 2.600" is 1.733, and prints "ca. 1.700"
_MOST = 4  # pieces that a reader can hold; of more, those that lack the same end are said together


class Lack(Enum):
    """Name what is not known of a part."""

    NOTHING = auto()
    LOWER = auto()
    UPPER = auto()
    NUMBER = auto()


class Part(NamedTuple):
    """What a figure adds to a total, and the words for it when it stands alone.

    `named` is the number that the words name, where one end is not known: 10.000 for "op mod 10.000". `point` and
    `step` are those of a "ca.": the number it names, and the place value of the last digit that it vouches for.
    """

    text: str
    bounds: Bounds
    lack: Lack
    named: Decimal = ZERO
    point: Decimal | None = None
    step: Decimal = Decimal(1)
    is_strict: bool = False

    @property
    def order(self) -> tuple[Decimal, str]:
        """Sort the largest first, whatever order they were reported in."""
        return -(self.named if self.bounds.upper is None else self.bounds.upper), self.text


def parts_of(figures: Iterable[Figure], held_back: Mapping[str, Decimal] | None = None) -> tuple[Part, ...]:
    """Give what figures add; what a "mange" holds inside it has a number, and what it says itself has none.

    `held_back` gives by figure how much of its lower bound others may have counted.
    """
    back = held_back or {}
    return tuple(
        part
        for figure in figures
        if figure.contribution
        for part in (
            [_in_doubt(figure.contribution.holding_back(back[figure.id]))]
            if figure.id in back
            else _parts(figure, figure.contribution)
        )
    )


def _in_doubt(adds: Bounds) -> Part:
    """Give a part that others may have counted some or all of; its own words would claim too much."""
    if adds.upper is None:
        return Part(span(adds), adds, Lack.UPPER, adds.lower) if adds.lower else Part(UNSPECIFIED, adds, Lack.NUMBER)
    return Part(span(adds) if adds.lower else f"op til {format_number(adds.upper)}", adds, Lack.NOTHING)


def _parts(figure: Figure, adds: Bounds) -> Iterator[Part]:
    inside = tuple(_numbered(one, one.contribution) for one in figure.holds if one.contribution)
    if not figure.is_unspecified or adds.upper is not None or adds.lower > _added(inside).lower:
        yield _numbered(figure, adds)
    else:
        yield from inside
        yield Part(UNSPECIFIED if inside else figure.text, Bounds(ZERO, None), Lack.NUMBER)


def _numbered(figure: Figure, adds: Bounds) -> Part:
    own = not figure.adds_otherwise
    precision = figure.precision
    if adds.upper is None:
        named = figure.quantity.low if own and figure.quantity.low is not None else adds.lower
        strict = own and precision is Precision.MORE_THAN
        return Part(figure.text if own else span(adds), adds, Lack.UPPER, named, is_strict=strict)
    open_below = {Precision.UP_TO, Precision.FEWER, *((Precision.UNSPECIFIED,) if adds.upper else ())}
    if not adds.lower and precision in open_below:
        named = figure.quantity.high if own and figure.quantity.high is not None else adds.upper
        text = figure.text if own else f"op til {format_number(adds.upper)}"
        return Part(text, adds, Lack.LOWER, named)
    if own and figure.point is not None and precision in {Precision.APPROXIMATE, Precision.SHARE}:
        return Part(figure.text, adds, Lack.NOTHING, point=figure.point, step=_step(figure, figure.point))
    return Part(figure.text if own else span(adds), adds, Lack.NOTHING)


def _step(figure: Figure, point: Decimal) -> Decimal:
    """Give the place value of the last digit that a "ca." figure vouches for: 100 for "ca. 1.500"."""
    if figure.precision is Precision.SHARE:
        return Decimal(1).scaleb(max(0, point.adjusted() + 1 - _SHARE_DIGITS))
    exponent = point.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if point and isinstance(exponent, int) else 0)


def wording(parts: Sequence[Part]) -> str:
    """Word a total of `parts`; without any it is uoplyst, and one alone keeps its own words."""
    if len(parts) == 1:
        return parts[0].text
    closed, below, above = (
        sorted((one for one in parts if one.lack is lack), key=lambda one: one.order)
        for lack in (Lack.NOTHING, Lack.LOWER, Lack.UPPER)
    )
    closed = [one for one in closed if one.bounds.upper] or closed[:1]  # what is nothing changes no words
    vague = [UNSPECIFIED] if any(one.lack is Lack.NUMBER for one in parts) else []
    if len(below) + len(above) + bool(closed) + len(vague) > _MOST:
        return _in_short(closed, below, above, vague)
    numbered = [(one.order, one.text) for one in (*below, *above)]
    known = _added(closed)
    if closed and (known.upper or not (numbered or vague)):
        numbered.append(((-(known.upper or ZERO), ""), _closed(closed)))
    return join_words([*(text for _, text in sorted(numbered)), *vague]) or Precision.UNKNOWN.value


def _closed(parts: Sequence[Part]) -> str:
    """Word parts that have both ends as one number: exact, about, or from the one end to the other."""
    if len(parts) == 1:
        return parts[0].text
    about = [one for one in parts if one.point is not None]
    if about and all(one.point is not None or one.bounds.is_exact for one in parts):
        coarsest = max(one.step for one in about)
        points = sum((one.bounds.lower if one.point is None else one.point for one in parts), ZERO)
        return f"ca. {format_number((points / coarsest).quantize(Decimal(1), ROUND_HALF_UP) * coarsest)}"
    return span(_added(parts))


def _in_short(closed: Sequence[Part], below: Sequence[Part], above: Sequence[Part], vague: Sequence[str]) -> str:
    """Word many parts: those without a lower end in one sum with the closed ones, those without an upper in another."""
    least = sum((one.named for one in above), ZERO)
    over = f"{'over' if any(one.is_strict for one in above) else 'mindst'} {format_number(least)}"
    rest = [*([over] if above else ()), *vague]
    if not below:
        known = _added(closed)
        numbered = [_closed(closed)] if known.upper else []
        return join_words([*numbered, *rest] if (known.upper or ZERO) >= least else [over, *numbered, *vague])
    most = format_number(sum((one.named for one in below), ZERO))
    known_words = f"{span(_added((*closed, *below)))} opgjort, heraf op mod {most} uden nedre grænse"
    return f"{known_words}, {'og ' if len(rest) == 1 else ''}{join_words(rest)}" if rest else known_words


def _added(parts: Sequence[Part]) -> Bounds:
    return added(one.bounds for one in parts) or Bounds(ZERO, ZERO)


def footnote(parts: Sequence[Part]) -> str:
    """Say what a total's words hide: what its numbers certainly lie between, and how many parts are unspecified."""
    numbered = _added([one for one in parts if one.lack is not Lack.NUMBER])
    unspecified = sum(one.lack is Lack.NUMBER for one in parts)
    pieces = []
    if numbered.upper and not numbered.is_exact and is_said_apart(parts):
        pieces.append(f"opgjort del {span(numbered)}")
    if unspecified > 1:
        pieces.append(f"ubestemt i {unspecified} tilfælde")
    return "; ".join(pieces)


def is_said_apart(parts: Sequence[Part]) -> bool:
    """Tell whether several parts have no one number or interval that can be said of them."""
    return len(parts) > 1 and any(one.lack is not Lack.NOTHING for one in parts)


def span(bounds: Bounds) -> str:
    """Print an interval: "61", "13-10.017", "mindst 101"."""
    if bounds.upper is None:
        return f"mindst {format_number(bounds.lower)}"
    if bounds.is_exact:
        return format_number(bounds.lower)
    return f"{format_number(bounds.lower)}-{format_number(bounds.upper)}"
