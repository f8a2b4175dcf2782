"""The last gate: no finished file holds what a reader would take for a CPR number.

A PDF is looked at while it is made: its bookmarks, its title and where its links lead are those of its page, its text
is read from itself.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any
from zipfile import ZipFile

from frivilligrapport.problems import ExitCode, Refusal
from frivilligrapport.problems.personal_data import cpr_numbers_over_lines, mask_path

_UNSEEN = frozenset({"style", "script"})
# Attributes of drawings and of the layout: numbers that nobody reads.
_DRAWN = re.compile(r"d|points|viewbox|transform|style|class|(?:[cdr]?[xy][12]?)|r|width|height|font-size|stroke-.*")
_EMBEDDED = "data:"
_BOUND = re.compile(r"nedre|øvre|grundtal|forskel")
_NUMBER = re.compile(r"[0-9]+(?:,[0-9]+)?")


class PersonalDataInOutput(Refusal):
    """Refuse to write what holds a CPR number, though the files that it is made of do not."""

    exit_code = ExitCode.PERSONAL_DATA


def refuse_personal_data(files: Mapping[str, bytes], known: frozenset[str] = frozenset()) -> None:
    """Look at each text of finished files, by name, alone. Raises PersonalDataInOutput; then nothing may be written.

    A name may be a path with `/`, whose parts are looked at alone. `known` are the digits of numbers in the files read
    that have been let through there: a report has accepted them, or their own word stands before them. Digests,
    embedded files and drawings are no texts.
    """
    for name, data in files.items():
        texts_of = _TEXTS_OF.get(name.lower().rpartition(".")[2], _running_text)
        refuse_in_texts(name, (*name.split("/"), *texts_of(data)), known)


def refuse_in_texts(name: str, texts: Iterable[str], known: frozenset[str] = frozenset()) -> None:
    """Look at each text of what is to be a file of that name, as `refuse_personal_data`, and raise what it does."""
    for text in texts:
        found = next((one for one in cpr_numbers_over_lines(text) if one.digits not in known), None)
        if found:
            message = f"{mask_path(name)} ville indeholde noget, der ligner et CPR-nummer: »{found.masked(text)}«."
            hint = "Intet er skrevet. Find det, det er sat sammen af, i filerne eller skabelonerne, og ret det."
            raise PersonalDataInOutput(message, hint)


def _running_text(data: bytes) -> tuple[str, ...]:
    return (data.decode(errors="replace"),)


def _html_texts(data: bytes) -> tuple[str, ...]:
    """Give each text of a page, and what its elements say beside it: where links lead, what pictures show."""
    reader = _HtmlTexts()
    reader.feed(data.decode())
    reader.close()
    return tuple(reader.texts)


class _HtmlTexts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen = tag if tag in _UNSEEN else self._unseen
        said = (value for name, value in attrs if value and not _DRAWN.fullmatch(name))
        self.texts += [" ".join(value.split()) for value in said if not value.startswith(_EMBEDDED)]

    def handle_endtag(self, tag: str) -> None:
        self._unseen = "" if tag == self._unseen else self._unseen

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.texts.append(" ".join(data.split()))


def _strings(value: Any) -> Iterator[str]:
    """Yield the strings of a JSON value; numbers are figures."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _csv_cells(data: bytes) -> Iterator[str]:
    """Yield the cells, but for numbers in the columns of figures."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    heads = next(rows, [])
    yield from heads
    for row in rows:
        for number, cell in enumerate(row):
            head = heads[number] if number < len(heads) else ""
            if not (_NUMBER.fullmatch(cell) and _BOUND.search(head)):
                yield cell


_COLUMNS = re.compile(r"(?<=\S) {2,}")  # of a table on a screen
_XLSX_TEXT = re.compile(r"<(?:t|dc:\w+|cp:\w+|Company)(?: [^>]*)?>([^<]*)</")


def _xlsx_texts(data: bytes) -> Iterator[str]:
    """Yield the texts of a workbook: cells with a number hold figures."""
    with ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            if name.endswith(".xml") and name.startswith(("xl/", "docProps/")):
                yield from _XLSX_TEXT.findall(book.read(name).decode())


def _names_in(data: bytes) -> tuple[str, ...]:
    """Give each name of a file or a folder in a package."""
    with ZipFile(io.BytesIO(data)) as package:
        return tuple(part for name in package.namelist() for part in name.split("/"))


_TEXTS_OF: Mapping[str, Callable[[bytes], Iterable[str]]] = {
    "html": _html_texts,
    **dict.fromkeys(("json", "sarif", "gitlab"), lambda data: _strings(json.loads(data))),
    "text": lambda data: _COLUMNS.split(data.decode(errors="replace")),
    "csv": _csv_cells,
    "xlsx": _xlsx_texts,
    "zip": _names_in,
    "pdf": lambda _: (),
}
