"""The control table of shared things: who said what, which figure counts, and how far the others are from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from frivilligrapport.aggregation.difference import Difference, difference
from frivilligrapport.aggregation.register import Register, bounds_of, rows_of
from frivilligrapport.aggregation.totals import Scope
from frivilligrapport.counting.families import added
from frivilligrapport.counting.figure import Part
from frivilligrapport.danish import join_words
from frivilligrapport.reading.quantity import Bounds


@dataclass(frozen=True, slots=True)
class Telling:
    """What one reporter says of one unit of a shared thing, held against the figure that counts.

    `owner` and `reporter` are names as printed, `indsats` the reporter's own name for the thing. `bounds` is None when
    the reporter gives no figure. `note` says when somebody else's figure stands in for the owner's.
    """

    faelles: str
    owner: str
    enhed: str
    gruppe: str
    reporter: str
    indsats: str
    text: str
    bounds: Bounds | None
    counts: bool
    difference: Difference
    note: str
    ids: tuple[str, ...]


def control(frame: Register, scope: Scope) -> tuple[Telling, ...]:
    """List all that is said of shared things, each thing together, in the order they are first reported."""
    said = frame[(frame["faelles"] != "") & frame["del"].isin([Part.ANTAL.value, Part.PAA_VEJ.value])]
    things = said.groupby(["faelles", "enhed", "gruppe"], sort=False)
    return tuple(telling for _, rows in things for telling in _of_thing(rows, scope))


def _of_thing(rows: Register, scope: Scope) -> Iterator[Telling]:
    counted = rows[rows["forvaltning"] == rows["talt_fra"]]
    measure = _bounds(counted)
    for reporter, own in rows.groupby("forvaltning", sort=False):
        first = next(rows_of(own))
        bounds, counts = _bounds(own), reporter in set(counted["forvaltning"])
        yield Telling(
            faelles=first.faelles,
            owner=scope.names.get(first.ejer, first.ejer),
            enhed=first.enhed,
            gruppe=first.gruppe,
            reporter=scope.names.get(str(reporter), str(reporter)),
            indsats=join_words(list(dict.fromkeys(own["indsats_navn"]))),
            text="; ".join(_words(row) for row in rows_of(own)),
            bounds=bounds,
            counts=counts,
            difference=Difference("det tal, der tæller") if counts else difference(bounds, measure),
            note=_note(first, scope) if counts else "",
            ids=tuple(own["id"]),
        )


def _bounds(rows: Register) -> Bounds | None:
    return added(bounds for row in rows_of(rows) if (bounds := bounds_of(row.nedre, row.oevre)))


def _words(row: Any) -> str:
    return f"{row.tekst} ({row.maerke})" if row.maerke else str(row.tekst)


def _note(row: Any, scope: Scope) -> str:
    if row.ejer == row.forvaltning:
        return ""
    owner, reporter = (scope.names.get(one, one) for one in (row.ejer, row.forvaltning))
    return f"{owner} har ikke selv oplyst et tal, så tallet fra {reporter} tæller i stedet"
