"""Statusrapporter for tests: made from a work folder, rendered, and read again."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from frivilligrapport.collection.loader import load
from frivilligrapport.documents.parts.tables import Celle, Tabel
from frivilligrapport.documents.types.statusrapport import Statusrapport, make
from frivilligrapport.documents.types.tabelbilag import Tabelbilag
from frivilligrapport.documents.types.tabelbilag import make as make_tabelbilag
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.register import Registers
from frivilligrapport.problems import Problem
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import CompiledTemplates, Templates
from frivilligrapport.rules.acceptance.by_report import AcceptedProblem

COMPILED = CompiledTemplates()  # goes from test to test: it takes longer than to render a small report
MakeReport = Callable[..., Statusrapport]
MakeAppendix = Callable[..., Tabelbilag]
_HTML_HEADING = re.compile(r"<h(?P<level>[1-6])[^>]*>(?P<text>.*?)</h[1-6]>", re.DOTALL)
_MD_HEADING = re.compile(r"^(?P<level>#{1,6}) (?P<text>.+)$", re.MULTILINE)


def ground(root: Path, *, year: int = 2014, draft: bool = False) -> YearData:
    """Load a work folder and count a year."""
    samling = load(root)
    aargang = samling.aargang(year)
    assert aargang is not None
    return YearData(Registers(samling), aargang, draft=draft)


def report_from(
    root: Path,
    *,
    draft: bool = False,
    accepted: tuple[AcceptedProblem, ...] = (),
    open_problems: tuple[Problem, ...] = (),
) -> Statusrapport:
    """Make the report of 2014 from a work folder."""
    found = ground(root, draft=draft)
    report_data = YearData(found.registers, found.aargang, accepted, open_problems, draft=draft).report
    assert report_data is not None
    return make(report_data)


def appendix_from(
    root: Path, *, year: int = 2014, draft: bool = False, accepted: tuple[AcceptedProblem, ...] = ()
) -> Tabelbilag:
    """Make the tabelbilag of a year from a work folder."""
    found = ground(root, year=year, draft=draft)
    report_data = YearData(found.registers, found.aargang, accepted, draft=draft).report
    assert report_data is not None
    return make_tabelbilag(report_data)


def as_text(document: Statusrapport | Tabelbilag, ending: str) -> str:
    """Render a document with the built-in templates; `ending` is md or html."""
    name = "tabelbilag" if isinstance(document, Tabelbilag) else "statusrapport"
    return render(f"{name}.{ending}.j2", {"dokument": document}, Templates(compiled=COMPILED))


def headings_of_html(html: str) -> list[tuple[int, str]]:
    """Give level and text of every heading of a page."""
    return [(int(one["level"]), _unescaped(one["text"])) for one in _HTML_HEADING.finditer(html)]


def headings_of_markdown(markdown: str) -> list[tuple[int, str]]:
    """Give level and text of every heading of a Markdown edition."""
    return [(len(one["level"]), one["text"].replace("\\", "")) for one in _MD_HEADING.finditer(markdown)]


def tables_in(value: object) -> Iterator[Tabel]:
    """Yield every table that a value holds, in order."""
    if isinstance(value, Tabel):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from tables_in(one)
    elif isinstance(value, Frozen):
        for name in value._fields:
            yield from tables_in(getattr(value, name))


def words_of(cell: Celle) -> str:
    """Give what a cell says, without its references."""
    figures = "; ".join(f"{one.tekst} ({one.note})" if one.note else one.tekst for one in cell.tal)
    return "; ".join(part for part in (cell.tekst, figures, cell.note) if part)


def rows_of(table: Tabel | None) -> list[list[str]]:
    """Give a table's rows as words."""
    assert table is not None
    return [[words_of(cell) for cell in row] for row in table.raekker]


def facts(report: Statusrapport, overlinje: str) -> dict[str, str]:
    """Give a chapter's facts box as words."""
    chapter = next(one for one in report.forvaltninger if one.overlinje == overlinje)
    return {line.navn: words_of(line.celle) for line in chapter.fakta}


def _unescaped(text: str) -> str:
    return text.replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&").strip()
