"""Nothing is printed over the edge of a page, and the PDF's own text is told."""

import pytest

from frivilligrapport.rendering.pdf.faults import Overrun, PageOverflow
from frivilligrapport.rendering.pdf.typeset import to_pdf

pytestmark = pytest.mark.full

STYLE = (
    "<style>@page { size: 10cm; margin: 1cm; @top-left { content: string(hoved) } } h1 { string-set: hoved content() }"
)
WORD = "Speciallægepraksisplanlægningsstabiliseringsperiode"


def page(body: str, style: str = "", title: str = "Prøve") -> str:
    """Make a whole page of a body."""
    head = (
        f'<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Prøve</title>{STYLE}{style}</style></head>'
    )
    return f"{head}<body><h1>{title}</h1>{body}</body></html>"


@pytest.mark.parametrize(
    ("html", "overrun"),
    [
        (page(f"<p>Ord {WORD} her.</p>"), Overrun(1, WORD)),
        (page("<table><tr>" + "<td>2466</td>" * 30 + "</table>"), Overrun(1, "2466")),
        (page("<p style='margin-left: -2cm'>Ud til venstre</p>"), Overrun(1, "Ud til venstre")),
        (page("<div style='width: 12cm; height: 1cm'><svg width='12cm' height='1cm'></svg></div>"), Overrun(1, "")),
        (page("<p>x</p><p style='break-before: page; position: relative; top: 9cm'>For langt nede</p>"),
         Overrun(2, "For langt nede")),
        (page(f"<table style='table-layout: fixed; width: 4cm'><tr><td>{WORD[:20]}<td>b</table>"),
         Overrun(1, WORD[:20])),
    ],
)  # fmt: skip
def test_what_reaches_over_an_edge_stops_the_pdf(html: str, overrun: Overrun) -> None:
    """Text and pictures keep within the type area and a table's cell; page and text are named."""
    with pytest.raises(PageOverflow) as refusal:
        to_pdf(html)
    assert overrun in refusal.value.overruns
    assert f"side {overrun.page}" in refusal.value.message


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Et <b>fedt</b> ord og <i>to</i>.</p>", "Et fedt ord og to."),
        ("<ol><li>en</li><li>to</li></ol>", "1. en 2. to"),
        ('<ol start="3"><li>en</li><li>to</li></ol>', "3. en 4. to"),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "a b 1 2"),
        ("<p>" + "ord " * 200 + "</p>", " ".join(["ord"] * 200)),
        ("<p>en<br>to</p><p style='break-before: page'>tre fire</p>", "en to tre fire"),
        ("<p>fi fl 2\u00a0600 ½ – »citat«</p>", "fi fl 2 600 ½ – »citat«"),
    ],
)
def test_the_text_of_the_pdf_is_told_in_reading_order(body: str, text: str) -> None:
    """Lists with their numbers, cells, and what a line or a page break parts; running heads are no part of it."""
    told: list[str] = []
    to_pdf(page(body, title="Overskrift"), told=told.append)
    assert " ".join("".join(told).replace("\u00a0", " ").split()) == f"Overskrift {text}"
