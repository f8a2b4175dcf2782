"""The workbook, read back from its own XML."""

import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from frivilligrapport.figures.register import Grouping
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.xlsx import figures_xlsx
from support.folders.small_years import body, indsats, shared, with_bounds
from support.folders.work_folder import RAPPORT

Exported = Callable[..., Export]
Sheet = list[list[str | float]]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    """Give the files inside a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name) for name in book.namelist()}


def read(data: bytes) -> dict[str, Sheet]:
    """Give the sheets by name: rows of texts and numbers, in the sheets' order."""
    files = parts(data)
    strings = ["".join(item.itertext()) for item in _tree(files["xl/sharedStrings.xml"])]
    book = _tree(files["xl/workbook.xml"])
    found: dict[str, Sheet] = {}
    for number, sheet in enumerate(book.iter(f"{MAIN}sheet"), start=1):
        tree = _tree(files[f"xl/worksheets/sheet{number}.xml"])
        found[sheet.attrib["name"]] = [
            [_value(cell, strings) for cell in row.iter(f"{MAIN}c")] for row in tree.iter(f"{MAIN}row")
        ]
    return found


def _tree(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - our own workbook


def _value(cell: ET.Element, strings: list[str]) -> str | float:
    text = cell.findtext(f"{MAIN}v") or ""
    return strings[int(text)] if cell.attrib.get("t") == "s" else float(text)


@pytest.fixture
def year(exported: Exported) -> Export:
    """Give a year with something of everything."""
    figures = (
        "frivillige: ca. 15\nkurser: 3\nmøder: uoplyst\nkr:\n  antal: 2,5\n  bemærkning: =1+1\ngæster: mindst 20.000"
    )
    return exported(
        Grouping.BYDEL,
        tmf=body(indsats("a", figures, shared("TMF", "SOF"), "bydele: [Valby]")),
        sof=body(indsats("a", "kurser: 4", shared("TMF", "TMF"))),
    )


def test_the_sheets(year: Export) -> None:
    """A cover, notes, then one table a sheet; the parts that were asked for among them."""
    assert list(read(figures_xlsx(year))) == [
        "Forside", "Noter", "Totaler", "Per forvaltning", "Per bydel", "Register", "Kontrol", "Indsatser",
    ]  # fmt: skip


def test_no_cell_is_empty_and_none_is_merged(year: Export) -> None:
    """Every row of every sheet has as many filled cells as its header row has names."""
    data = figures_xlsx(year)
    for sheet in read(data).values():
        assert {len(row) for row in sheet} == {len(sheet[0])}
        assert all(cell != "" for row in sheet for cell in row)
    assert not any(b"mergeCell" in content for content in parts(data).values())


def test_bounds_are_numbers_with_the_words_beside(year: Export) -> None:
    """A bound is a number or the word that says why there is none."""
    heads, *rows = read(figures_xlsx(year))["Totaler"]
    found = {row[heads.index("enhed")]: row for row in rows}
    columns = [heads.index(name) for name in ("nedre", "øvre", "øvre grænse", "tekst", "brutto nedre")]
    assert [found["gæster"][place] for place in columns] == [20000, "åben", "åben", "mindst 20.000", 20000]
    assert [found["kurser"][place] for place in columns] == [3, 3, "kendt", "3", 7]
    assert [found["kr"][place] for place in columns] == [2.5, 2.5, "kendt", "2,5", 2.5]
    assert [found["møder"][place] for place in columns] == ["uoplyst", "uoplyst", "uoplyst", "uoplyst", "uoplyst"]


def test_each_sheet_is_one_table_whose_header_stays_in_view(year: Export) -> None:
    """Screen readers name the columns, and the first row is frozen."""
    files = parts(figures_xlsx(year))
    for number, sheet in enumerate(read(figures_xlsx(year)).values(), start=1):
        table = _tree(files[f"xl/tables/table{number}.xml"])
        assert [column.attrib["name"] for column in table.iter(f"{MAIN}tableColumn")] == sheet[0]
        assert table.attrib["ref"].endswith(str(len(sheet)))
        pane = re.search(rb"<pane [^>]*>", files[f"xl/worksheets/sheet{number}.xml"])
        assert pane
        assert b'ySplit="1"' in pane[0]
        assert b'state="frozen"' in pane[0]


def test_the_cover_lists_what_there_is(year: Export) -> None:
    """Title, municipality, year, who has delivered, and every other sheet by name."""
    cover = {str(row[0]): row[1] for row in read(figures_xlsx(year))["Forside"]}
    assert cover["Titel"] == "Rapport: tal for 2014"
    assert cover["Kommune"] == "Prøvekøbing Kommune"
    assert cover["År"] == 2014
    assert cover["Modtaget"] == "Modtaget fra 2 af 3 forvaltninger. Der mangler ØKF."
    assert (cover["Fil fra TMF"], cover["Fil fra ØKF"]) == ("klar", "ikke modtaget")
    sheets = [name.removeprefix("Arket ") for name in cover if name.startswith("Arket ")]
    assert sheets == list(read(figures_xlsx(year)))[1:]


def test_the_notes_define_every_unit_in_use(year: Export) -> None:
    """The convention for "ca.", the words in cells, and the units that the year has figures of."""
    notes = {str(row[1]): str(row[2]) for row in read(figures_xlsx(year))["Noter"][1:]}
    assert notes["ca."].startswith("Regnet som plus eller minus 10\u00a0%")
    assert {"åben", "uoplyst", "ikke relevant", "ikke angivet", "kendt"} <= set(notes)
    assert {"frivillige", "kurser", "møder", "kr", "gæster"} <= set(notes)
    assert "elever" not in notes


def test_a_formula_is_a_text(year: Export) -> None:
    """What a contributor types is never run."""
    heads, *rows = read(figures_xlsx(year))["Register"]
    assert "=1+1" in [row[heads.index("bemærkning")] for row in rows]
    assert not any(b"<f>" in content for content in parts(figures_xlsx(year)).values())


def test_a_number_that_excel_would_round_is_a_text(exported: Exported) -> None:
    """A spreadsheet shows 15 digits of a number; the words have them all."""
    bounds = Bounds(Decimal(10**15 - 1), Decimal(10**15 + 1))
    heads, row = read(figures_xlsx(with_bounds(exported(tmf=body(indsats("a", "kr: 1"))), bounds)))["Totaler"]
    assert [row[heads.index(name)] for name in ("nedre", "øvre")] == [10**15 - 1, "1.000.000.000.000.001"]


def test_without_shared_things_the_control_sheet_says_so(exported: Exported) -> None:
    """A sheet is never empty."""
    rows = read(figures_xlsx(exported(tmf="indsatser: ingen\n")))["Kontrol"]
    assert rows[1][0] == "ingen fælles indsatser med tal"


@pytest.mark.parametrize(
    ("report", "created"),
    [
        (RAPPORT, b"2014-12-31T00:00:00Z"),
        (RAPPORT + "kolofon:\n  dato: 2015-04-15\n", b"2015-04-15T00:00:00Z"),
        (RAPPORT + "kolofon:\n  dato: uoplyst\n", b"2014-12-31T00:00:00Z"),
    ],
)
def test_the_date_is_the_reports(exported: Exported, report: str, created: bytes) -> None:
    """The workbook carries the imprint's date or the year's last day, never today's."""
    properties = parts(figures_xlsx(exported(report=report)))["docProps/core.xml"]
    assert re.findall(rb"Z?[0-9-]{10}T[0-9:]{8}Z", properties) == [created, created]


def test_the_same_figures_give_the_same_bytes(year: Export) -> None:
    """Nothing in the file depends on when it was made."""
    first, second = figures_xlsx(year), figures_xlsx(year)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as book:
        dates = [item.date_time for item in book.infolist()]
    assert all(one == other for one, other in pairwise(dates))
