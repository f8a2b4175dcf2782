"""The one story that a page with little room tells: how it begins, and what somebody said."""

from collections.abc import Iterable
from dataclasses import dataclass

from frivilligrapport.documents.parts.beginnings import beginning
from frivilligrapport.documents.parts.stories import Citatvisning, quotation_of
from frivilligrapport.models.statusfil import Historie


@dataclass(frozen=True, slots=True)
class Historieuddrag:
    """The beginning of a story for a page with little room; the picture stands with the whole story."""

    titel: str
    tekst: str
    citat: Citatvisning | None

    @property
    def texts(self) -> tuple[str, ...]:
        """Give what takes room on the page."""
        return (self.tekst, *((self.citat.tekst, self.citat.funktion) if self.citat else ()))


def first_story(found: Iterable[Historie], most: int) -> Historieuddrag | None:
    """Give the first story whose first sentences are at most so many signs; None when there is none."""
    for one in found:
        if text := beginning(str(one.tekst), most):
            return Historieuddrag(str(one.titel), text, quotation_of(one))
    return None
