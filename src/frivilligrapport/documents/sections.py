"""Sections of contributors' text, and under each the indsatser that it names: every indsats is shown once."""

from collections.abc import Iterable
from dataclasses import dataclass

from frivilligrapport.documents.indsatser_shown import Indsatser, Indsatsvisning


@dataclass(frozen=True, slots=True)
class Afsnitvisning:
    """A section: a contributor's Markdown, or in its place `svar`, our words for there being none.

    `indsatser` are shown here; `ogsaa` names those that are shown in an earlier section.
    """

    id: str
    overskrift: str
    tekst: str = ""
    svar: str = ""
    indsatser: tuple[Indsatsvisning, ...] = ()
    ogsaa: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A section before its indsatser are placed; `ids` are those that its text is about."""

    id: str
    heading: str
    text: str = ""
    ids: tuple[str, ...] = ()


def place(spots: Iterable[Spot], indsatser: Indsatser) -> tuple[Afsnitvisning, ...]:
    """Show each indsats in the first section that names it."""
    placed: set[str] = set()
    sections = []
    for spot in spots:
        ids = tuple(dict.fromkeys(spot.ids))
        here = tuple(one for one in ids if one not in placed)
        elsewhere = tuple(indsatser.name(one) for one in ids if one in placed)
        answer = "" if spot.text or ids else "Ikke oplyst."
        sections.append(Afsnitvisning(spot.id, spot.heading, spot.text, answer, indsatser.show(here), elsewhere))
        placed.update(here)
    return tuple(sections)


def with_rest(spots: list[Spot], later: list[Spot], indsatser: Indsatser, anchor: str) -> list[Spot]:
    """Put a section for the indsatser that no section names between `spots` and `later`."""
    named = {one for spot in (*spots, *later) for one in spot.ids}
    rest = tuple(str(one.id) for one in indsatser.alle if str(one.id) not in named)
    heading = "Øvrige indsatser" if any(spot.ids for spot in spots) else "Indsatser"
    return [*spots, *([Spot(anchor, heading, ids=rest)] if rest else []), *later]
