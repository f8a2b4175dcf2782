from typing import Any

import pytest
from weasyprint import HTML

from frivilligrapport.rendering.pdf.checked import find_breaches
from frivilligrapport.rendering.pdf.typeset import to_pdf
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import Templates

pytestmark = pytest.mark.full

REPORT = """
{% extends "_side.html.j2" %}
{% from "_makroer.html.j2" import faktaboks, kapitel, noegletal, tabel, vis_afsnit %}
{% set titel = "Rapport" %}{% set afsender = "Kommune" %}{% set dato = "" %}{% set beskrivelse = "" %}
{% set udkast = "" %}
{% block forside %}<h1>{{ titel }}</h1>{% endblock %}
{% block kolofon %}{% endblock %}
{% block oversigt %}{% endblock %}
{% block indhold %}
{% call kapitel("k", ord, ord, ord) %}
{{ noegletal([(ord, ord, ord), ("1", "x", "y"), ("2", "x", "y")]) }}
{{ faktaboks(ord, [(ord, ord)]) }}
{{ tabel("t", ord, [(ord, false), ("Antal", true)], [[ord, "1"]], [[ord, "1"]], note=ord) }}
{% for tekst in tekster %}
{% call vis_afsnit("", ord) %}{{ tekst|html_blok(3) }}{% endcall %}
{% call kapitel("k" ~ loop.index, ord) %}{{ tekst|html_blok(2) }}{% endcall %}
<div class="opslag"><div><h3>{{ ord }}</h3></div><div>{{ tekst|html_blok(3) }}</div></div>
{% endfor %}
{% endcall %}
{% endblock %}
"""
CHAPTER = """
{% extends "_side.html.j2" %}{% from "_makroer.html.j2" import kapitel %}
{% set titel = "a" %}{% set afsender = "b" %}{% set beskrivelse = "c" %}{% set dato = "" %}{% set udkast = "" %}
{% block forside %}<h1>{{ titel }}</h1>{% endblock %}
{% block indhold %}
{% call kapitel("k", "Kapitel") %}<div class="broed">{{ tekst|html_blok(2) }}</div>{% endcall %}
{% endblock %}
"""
WORD = "Ræ" + "kwm" * 133
ADDRESS = "https://example.dk/" + "kWm" * 660
# So wide that its page lies down.
WEEKS = "\n".join(
    f"| {' | '.join(row)} |"
    for row in (["Uge", *(f"U{week}" for week in range(1, 19))], ["---"] * 27, ["Antal", *("2466",) * 26])
)
TALL = "Borgerne har hjulpet hinanden. " * 120
SIGNS = "".join(chr(code) for code in range(0x2800, 0x2900)) * 8
TEXTS = {
    "paragraph": WORD,
    "address": f"Se {ADDRESS} her.",
    "heading": f"## {WORD}\n\nTekst.",
    "list": f"- {WORD}\n    - {ADDRESS}\n        - {WORD}",
    "link": f"[{WORD}](https://example.dk/{WORD})",
    "quotation": f"> {WORD}",
    "cell": f"| a | b |\n|---|---|\n| {WORD} | 2466 |",
    "head of a column": f"| {WORD} | b | {ADDRESS} |\n|---|---|---|\n| a | 2466 | c |",
    "weeks": f"Før.\n\n{WEEKS}\n\nEfter.",
    "weeks first": WEEKS,
    "weeks below a heading": f"Før.\n\n## Uger\n\n{WEEKS}\n\nEfter.",
    "too many columns": f"|{' Uge |' * 40}\n|{'---|' * 40}\n|{' 2466 |' * 40}",
    "row longer than a page": f"| Hoved | b |\n|---|---|\n| {TALL} | 2466 |",
    "rare signs longer than a page": f"| Hoved | b |\n|---|---|\n| {SIGNS} | 2466 |",
}


def texts_on(page: Any) -> str:
    """Give all text of a laid out page."""
    return " ".join(box.text for box in page._page_box.descendants() if hasattr(box, "text"))


@pytest.mark.parametrize("word", ["Ord", WORD], ids=["short", "long"])
def test_a_long_word_is_broken_wherever_it_stands(word: str) -> None:
    """Beside a heading too it makes no column wider than the page; a row longer than a page keeps its table's head."""
    told: list[str] = []
    html = render(
        "rapport.html.j2", {"ord": word, "tekster": [*TEXTS.values()]}, Templates({"rapport.html.j2": REPORT})
    )
    assert find_breaches(to_pdf(html, claims=True, told=told.append)) == ()
    assert "".join(told).count("Hoved") == 3 * sum("Hoved" in text for text in TEXTS.values())


@pytest.mark.parametrize("text", [WEEKS, f"## Uger\n\n{WEEKS}", f"Før.\n\n## Uger\n\n{WEEKS}"])
def test_a_heading_goes_with_its_table_to_a_page_that_lies_down(text: str) -> None:
    """No page holds headings alone."""
    html = render("rapport.html.j2", {"tekst": text}, Templates({"rapport.html.j2": CHAPTER}))
    pages = [texts_on(page) for page in HTML(string=html).render().pages[1:]]
    assert [page for page in pages if "2466" not in page and "Før." not in page] == []
