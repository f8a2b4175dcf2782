"""The report as a whole: the same in Markdown and HTML, in the right order, with no gaps."""

import re
from itertools import pairwise

from frivilligrapport.documents.types.statusrapport import DOCUMENT, Statusrapport
from frivilligrapport.documents.types.tabelbilag import Tabelbilag
from support.reports import as_text, ground, headings_of_html, headings_of_markdown, tables_in, words_of
from support.repository import REPOSITORY

CHAPTERS = [
    "Det vigtigste",
    "Tal, der kan bruges",
    "Forvaltningerne kort",
    "Indhold",
    "Forord",
    "Indledning",
    "Frivillighedsnetværkets arbejde 2011-2014",
    "Teknik- og Miljøforvaltningen",
    "Socialforvaltningen",
    "Kultur- og Fritidsforvaltningen",
    "Børne- og Ungdomsforvaltningen",
    "Sundheds- og Omsorgsforvaltningen",
    "Beskæftigelses- og Integrationsforvaltningen",
    "Økonomiforvaltningen",
    "Tværgående indsatser",
    "Opfølgning på politikken",
    "Om tallene",
    "Bilag",
    "Det mangler i rapporten",
]


def test_the_chapters_stand_in_the_report_s_order(html_2014: str) -> None:
    """The forvaltninger stand in the order of rapport.yaml, between the report's own chapters."""
    assert [text for level, text in headings_of_html(html_2014) if level == 2] == CHAPTERS


def test_markdown_and_html_have_the_same_headings(html_2014: str, markdown_2014: str) -> None:
    """Both editions have the same headings on the same levels in the same order."""
    assert headings_of_markdown(markdown_2014) == headings_of_html(html_2014)


def test_no_level_is_skipped(html_2014: str) -> None:
    """The page begins with its only h1, and no heading is more than one level below the one before it."""
    levels = [level for level, _ in headings_of_html(html_2014)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_contents_list_every_chapter(report_2014: Statusrapport) -> None:
    """The table of contents names all chapters in order."""
    assert [entry.titel for entry in report_2014.indhold] == [one for one in CHAPTERS if one != "Indhold"]


def test_links_in_the_markdown_contents_follow_the_headings(report_2014: Statusrapport) -> None:
    """The anchors are those that GitHub makes: lower case, no commas, hyphens for spaces, Danish letters kept."""
    anchors = {entry.titel: entry.md_anker for entry in report_2014.indhold}
    assert anchors["Tal, der kan bruges"] == "tal-der-kan-bruges"
    assert anchors["Teknik- og Miljøforvaltningen"] == "teknik--og-miljøforvaltningen"


def test_every_link_in_the_page_leads_to_something(html_2014: str) -> None:
    """Ids are unique, and each link inside the page has its target."""
    ids = re.findall(r'\bid="([^"]+)"', html_2014)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html_2014)) <= set(ids)


def test_figures_link_to_their_source(appendix_2014: Tabelbilag, html_2014: str) -> None:
    """A figure is a link into the tabelbilag with nothing but text in it, and its number there stands after it."""
    (entry,) = [one for one in appendix_2014.kilder if one.indsats == "Cykling uden Alder"]
    link = f'<a href="tabelbilag.html#{entry.id}">44 plejecentre</a> <span class="kildenr">[{entry.nummer}]</span>'
    assert link in html_2014
    assert not re.search(r"<a [^>]*>[^<]*<(?!/a>)", html_2014)


def test_every_figure_is_in_the_source_list_where_it_was_typed(appendix_2014: Tabelbilag) -> None:
    """Each row of the register is a source, and at its file, line and column stands the figure as it was typed."""
    assert [one.tal_id for one in appendix_2014.kilder[:-1]] == [one.id for one in ground(REPOSITORY).register.figures]
    for one in appendix_2014.kilder:
        file, line, column = one.sted.rsplit(":", 2)
        text = (REPOSITORY / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert text[int(column) - 1 :].startswith(one.tekst)


def test_no_cell_is_empty(report_2014: Statusrapport, appendix_2014: Tabelbilag) -> None:
    """Every row has a cell under every head, and every cell says something."""
    found = [*tables_in(report_2014), *tables_in(appendix_2014)]
    assert len(found) > 20
    for table in found:
        for row in (*table.raekker, *table.fod):
            assert len(row) == len(table.kolonner)
            assert all(words_of(cell).strip() for cell in row)


def test_tables_are_whole_in_markdown(markdown_2014: str, appendix_2014: Tabelbilag) -> None:
    """All rows of a pipe table have as many cells as its head, and none is blank."""
    tables = re.findall(r"(?:^\|.*\n)+", markdown_2014 + as_text(appendix_2014, "md"), re.MULTILINE)
    assert len(tables) > 20
    for table in tables:
        rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in table.splitlines()]
        assert len({len(row) for row in rows}) == 1
        assert all(cell.strip() for row in rows for cell in row)


def test_markdown_is_plain(markdown_2014: str) -> None:
    """There is one blank line between blocks, no HTML, and no escaped sign inside a number."""
    assert "\n\n\n" not in markdown_2014
    assert not re.search(r"<[a-z/]", markdown_2014)
    assert not re.search(r"\d\\\.\d", markdown_2014)


def test_percent_and_paragraph_signs_stay_with_their_number(html_2014: str, markdown_2014: str) -> None:
    """»15 %« and »§ 18« have a hard space in both editions, and ranges a plain hyphen."""
    for text in (html_2014, markdown_2014):
        assert not re.search(r"\d %|§ \d", text)
        assert "20.000-30.000" in text


def test_no_program_word_reaches_the_page(html_2014: str, markdown_2014: str) -> None:
    """What is not there is said in Danish, never in the program's own words."""
    for text in (html_2014.partition("</style>")[2], markdown_2014):
        assert not re.search(r"\bNone\b|\bDecimal\b|\bdict\b|Undefined", text)


def test_a_background_year_has_no_report() -> None:
    """A year without rapport.yaml gives no document."""
    assert not list(DOCUMENT.make(ground(REPOSITORY, year=2013)))
