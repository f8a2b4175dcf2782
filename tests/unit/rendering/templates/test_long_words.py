import pytest

from frivilligrapport.rendering.pdf.checked import find_breaches
from frivilligrapport.rendering.pdf.typeset import to_pdf
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import Templates

pytestmark = pytest.mark.full

REPORT = """
{% extends "_side.html.j2" %}
{% from "_makroer.html.j2" import faktaboks, kapitel, noegletal, vis_afsnit %}
{% set titel = "Rapport" %}{% set afsender = "Kommune" %}{% set dato = "" %}{% set beskrivelse = "" %}
{% set udkast = "" %}
{% block forside %}<h1>{{ titel }}</h1>{% endblock %}
{% block kolofon %}{% endblock %}
{% block oversigt %}{% endblock %}
{% block indhold %}
{% call kapitel("k", ord, ord, ord) %}
{{ noegletal([(ord, ord, ord), ("1", "x", "y"), ("2", "x", "y")]) }}
{{ faktaboks(ord, [(ord, ord)]) }}
{% call vis_afsnit("a", ord) %}{{ tekst|html_blok(3) }}{% endcall %}
{% endcall %}
{% endblock %}
"""
WORD = "x" * 400
WEEKS = "\n".join(
    f"| {' | '.join(row)} |"
    for row in (["Uge", *(f"Uge {week}" for week in range(1, 19))], ["---"] * 19, ["Antal", *("1" * 4,) * 18])
)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Ord", WORD),
        ("Ord", f"## {WORD}\n\nTekst."),
        ("Ord", f"- {WORD}\n    - {WORD}\n        - {WORD}"),
        ("Ord", f"[{WORD}](https://example.dk/{WORD})"),
        ("Ord", f"> {WORD}"),
        ("Ord", f"| a | b |\n|---|---|\n| {WORD} | 2466 |"),
        ("Ord", f"Før.\n\n{WEEKS}\n\nEfter."),
    ],
    ids=["paragraph", "heading", "list", "link", "quotation", "cell", "weeks"],
)
def test_a_long_word_is_broken_wherever_it_stands(word: str, text: str) -> None:
    """Beside a heading too it makes no column wider than the page, and what is broken keeps the standards."""
    html = render("rapport.html.j2", {"ord": word, "tekst": text}, Templates({"rapport.html.j2": REPORT}))
    assert find_breaches(to_pdf(html, claims=True)) == ()
