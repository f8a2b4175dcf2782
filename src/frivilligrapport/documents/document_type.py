"""What a document is, and what a kind of document declares."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from frivilligrapport.documents.year_data import PAGES, ReportData, YearData


@dataclass(frozen=True, slots=True)
class Document:
    """A document to make: `name` names the output files, `value` is what the templates see as `dokument`."""

    name: str
    value: object


@dataclass(frozen=True, slots=True)
class DocumentType:
    """Declare a kind of document: `name` names the templates `<name>.md.j2` and `<name>.html.j2`.

    `make` turns the year into the documents of this kind: none, one, or one for each forvaltning, whose names then
    begin with the type's. `shows` is the class of the value that the templates see. `rank` is the place in the order;
    the statusrapport is 0. `about` says in a sentence what a reader of the index finds in it, "" where the title says
    it. A type that is made `on_request` is left out unless it is asked for by name: a working paper that nobody
    publishes. `forms` are the formats that it is made in. `templates` are the texts of the type's own templates by
    name, for a type that another package adds; those of the program lie in skabeloner/. What has no template, such as a
    workbook, is `written` from the value by a function for each of its forms.
    """

    name: str
    title: str
    make: Callable[[YearData], Iterable[Document]]
    shows: type = object
    rank: int = 50
    about: str = ""
    on_request: bool = False
    forms: tuple[str, ...] = PAGES
    templates: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, Callable[[Any], bytes]] = field(default_factory=dict)

    def covers(self, name: str) -> bool:
        """Tell whether a document of this kind may have the name: the kind's own, or one such as faktaark-tmf."""
        return name == self.name or name.startswith(f"{self.name}-")


def of_report(make: Callable[[ReportData], Iterable[Document]]) -> Callable[[YearData], Iterable[Document]]:
    """Let a year without a readable rapport.yaml have none of what is made of a report."""
    return lambda year_data: make(year_data.report) if year_data.report else ()
