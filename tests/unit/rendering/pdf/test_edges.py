"""Nothing is printed over the edge of a page, and the PDF's own text is told."""

import pytest

from frivilligrapport.rendering.pdf.faults import Overrun, PageOverflow
from frivilligrapport.rendering.pdf.typeset import to_pdf

pytestmark = pytest.mark.full

STYLE = (
    "<style>@page { size: 10cm; margin: 1cm; @top-left { content: string(hoved) } } h1 { string-set: hoved content() }"
)
DRAWING = "width='1cm' height='1cm' viewBox='0 0 10 10' style='overflow: visible'"
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
        (page("<p style='margin-top: -3cm'>For højt oppe</p>"), Overrun(1, "For højt oppe")),
        (page("<div style='border: 1px solid; width: 9cm'>En ramme</div>"), Overrun(1, "En ramme")),
        (page("<div style='background: red; margin-right: -9mm; height: 1cm'></div>"), Overrun(1, "")),
        (page("<hr style='margin-left: -9mm'>"), Overrun(1, "")),
        (page("<p style='transform: translateX(8cm)'>Flyttet</p>"), Overrun(1, "Flyttet")),
        (page("<div style='transform: rotate(90deg)'><p>Drejet om</p></div>"), Overrun(1, "Drejet om")),
        (page("<p style='height: 4mm; overflow: hidden'>En linje<br>Skåret af</p>"), Overrun(1, "Skåret af")),
        (page("<p style='outline: 4mm solid red'>Omrids</p>"), Overrun(1, "")),
        (page("<p style='outline: 1px solid; outline-offset: 5mm'>Omrids</p>"), Overrun(1, "")),
        (page("<p style='opacity: 0.5; margin-left: -2cm'>Svagt</p>"), Overrun(1, "Svagt")),
        (page(f"<svg {DRAWING}><line x2='110' y1='5' y2='5' stroke='red' stroke-width='2'/></svg>"), Overrun(1, "")),
        (page(f"<svg {DRAWING}><g transform='translate(60 0)'><text x='9' y='5'>Udenfor</text></g></svg>"),
         Overrun(1, "Udenfor")),
        (page(f"<pre>{'x' * 99}</pre>"), Overrun(1, f"{'x' * 60} …")),
    ],
)  # fmt: skip
def test_what_reaches_over_an_edge_stops_the_pdf(html: str, overrun: Overrun) -> None:
    """All that is drawn keeps within the type area and a table's cell, and is not cut; page and text are named."""
    with pytest.raises(PageOverflow) as refusal:
        to_pdf(html)
    assert overrun in refusal.value.overruns
    assert f"side {overrun.page}" in refusal.value.message


@pytest.mark.parametrize(
    "body",
    [
        "<div style='border: 1px solid; background: red'>En ramme</div>",
        "<p style='border: 1px none; margin-left: -0.2cm; padding-left: 0.2cm'>Uden ramme</p>",
        "<p style='transform: translateX(1cm)'>Flyttet lidt</p>",
        "<p style='outline: 2mm solid; margin: 2mm'>Omrids</p>",
        "<table style='border-collapse: collapse; width: 100%'><tr><td style='border: 5mm solid'>Celle</table>",
        "<p style='text-align: right; font-style: italic'>f</p><hr>",
        "<style>@page { border: 1mm solid; padding: 2mm }</style><p>Sidens egen ramme</p>",
        f"<p>Se (<b>{WORD * 5}</b>), »<i>{WORD * 5}</i>« og a<b>{WORD * 5}</b></p>",
        "<p style='position: absolute; bottom: 0; line-height: 0.6'>Letters and no more</p>",
    ],
)
def test_what_keeps_within_the_edges_is_let_through(body: str) -> None:
    """A frame of the text's own width, and room that a font claims but does not fill, are no overruns."""
    assert to_pdf(page(body, "html { background: blue } @page { background: green }")).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Et <b>fedt</b> ord og <i>to</i>.</p>", "Et fedt ord og to."),
        ("<ol><li>en</li><li>to</li></ol>", "1. en 2. to"),
        ('<ol start="3"><li>en</li><li>to</li></ol>', "3. en 4. to"),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "a b 1 2"),
        (f"<p>Se ({WORD * 2}<i>{WORD * 2}</i>) og</p>", f"Se ({WORD * 4}) og"),
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
