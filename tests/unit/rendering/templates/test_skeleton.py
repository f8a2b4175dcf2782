"""The page and its building blocks as they come with the program, put together to a small report."""

import io
import re
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pikepdf
import pytest
from weasyprint import HTML

from frivilligrapport.rendering.charts.bars import BarData, draw_bars, put_in_columns
from frivilligrapport.rendering.pdf.checked import find_breaches
from frivilligrapport.rendering.pdf.typeset import to_pdf
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import Templates

BARE = """{% extends "_side.html.j2" %}
{% set titel = "a" %}{% set afsender = "b" %}{% set beskrivelse = "c" %}{% set dato = "" %}{% set udkast = "" %}"""
REPORT = """
{% extends "_side.html.j2" %}
{% from "_makroer.html.j2" import boks, faktaboks, forside, indholdsliste, kapitel, kildeliste, noegletal %}
{% from "_makroer.html.j2" import tabel %}{% from "_diagrammer.html.j2" import smaa_diagrammer %}
{% set titel = "Frivillighed i København" %}{% set afsender = "Københavns Kommune" %}{% set dato = "" %}
{% set beskrivelse = "Årets arbejde" %}{% set udkast = besked %}
{% block forside %}{{ forside(afsender, titel, "Statusrapport 2014", ["Nr. 4"]) }}{% endblock %}
{% block kolofon %}<p>Udgivet af Københavns Kommune</p>{% endblock %}
{% block oversigt %}{{ indholdsliste(afsnit) }}{% endblock %}
{% block indhold %}
{% call kapitel("tal", "Året i tal", "Hele kommunen", "Hvad der er talt.") %}
{{ noegletal([("21", "projekter", "tal fra 1 af 7 forvaltninger")]) }}
<h3 id="figur">Frivillige</h3>
{{ smaa_diagrammer(diagram) }}
{{ tabel("t1", "Tabel 1", [("Forvaltning", false), ("Antal", true)], raekker, [["I alt", "mindst 13"]], note="Note.") }}
{% call boks("Bemærk") %}<p>En bemærkning.</p>{% endcall %}
{% endcall %}
{% call kapitel("bif", "Beskæftigelses- og Integrationsforvaltningen") %}
{{ faktaboks("Kort om bidraget", [("Frivillige", "<uoplyst>")]) }}
{{ tekst|html_blok(2) }}
{{ kildeliste("kilder", "Kilder", kilder) }}
{% endcall %}
{% endblock %}
"""


@dataclass(frozen=True)
class Led:
    """A line of the contents."""

    id: str
    titel: str
    underafsnit: tuple["Led", ...] = ()


@dataclass(frozen=True)
class Kilde:
    """A line of the source list."""

    id: str = "kilde-1"
    hvad: str = "projekter i TMF"
    tekst: str = "ca. 15"
    sted: str = "indberetninger/2014/tmf.yaml:9:17"


AMOUNTS = [
    BarData("Teknik- og Miljøforvaltningen", "ca. 15", 13, 17),
    BarData("Socialforvaltningen", "over 100", 101, None),
    BarData("Børne- og Ungdomsforvaltningen", "uoplyst", None, None),
]


@cache
def report(besked: str = "") -> str:
    """Render the small report, finished or as a draft."""
    values = {
        "besked": besked,
        "afsnit": (Led("tal", "Året i tal", (Led("figur", "Frivillige"),)), Led("bif", "BIF")),
        "diagram": put_in_columns([draw_bars("fig-1", "Figur 1", AMOUNTS)]),
        "raekker": [[f"Række {number}", f"{number}"] for number in range(60)],
        "tekst": "# Egen overskrift\n- a\n- [b](https://x.dk)\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "kilder": [Kilde()],
    }
    return render("rapport.html.j2", values, Templates({"rapport.html.j2": REPORT}))


class Page(HTMLParser):
    """Collect elements with their attributes, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html.partition("<body")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))

    def values(self, attribute: str) -> list[str]:
        """Give all values of an attribute, in order."""
        return [
            value or "" for _, attributes in self.elements for name, value in attributes.items() if name == attribute
        ]


def test_headings_begin_at_one_and_skip_no_level() -> None:
    """A reader who moves by headings meets a whole tree."""
    levels = [int(tag[1]) for tag, _ in Page(report()).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_reference_leads_somewhere() -> None:
    """Ids are unique, and each link, page number and label within the page has its target."""
    html = Page(report("Et udkast."))
    ids = html.values("id")
    assert len(ids) == len(set(ids))
    inner = [value[1:] for value in [*html.values("href"), *html.values("data-maal")] if value.startswith("#")]
    assert set(inner) | set(html.values("aria-labelledby")) <= set(ids)


def test_every_header_cell_says_what_it_heads() -> None:
    """Tables have a scope on each header cell, and our own have a caption."""
    html = Page(report())
    assert {attributes.get("scope") for tag, attributes in html.elements if tag == "th"} == {"col", "row"}
    assert [tag for tag, _ in html.elements].count("caption") == 3


def test_values_are_escaped_everywhere() -> None:
    """What stands in the data is text, also in building blocks."""
    assert "&lt;uoplyst&gt;" in report()


def test_a_chart_has_its_words() -> None:
    """The drawing names all values in its title, first in the element, and sets its own font."""
    drawing = report().partition("<svg")[2].partition("</svg>")[0]
    assert "Socialforvaltningen: over 100; Børne- og Ungdomsforvaltningen: uoplyst." in drawing
    assert drawing.partition(">")[2].lstrip().startswith("<title")
    assert "font-family=\"'Rapport Sans'" in drawing


@pytest.mark.full
@pytest.mark.parametrize("besked", ["", "Modtaget fra 6 af 7 forvaltninger."])
def test_the_report_keeps_what_it_claims(besked: str) -> None:
    """Everything the building blocks make passes PDF/UA-1 and PDF/A-2a, finished and as a draft."""
    assert find_breaches(to_pdf(report(besked), claims=True)) == ()


@pytest.mark.full
def test_signs_and_emoji_keep_what_is_claimed() -> None:
    """Emoji, joined ones too, symbols and other alphabets are embedded and tagged as the standards ask."""
    signs = "🎉 👍🏽 👩‍🚀 🇩🇰 1️⃣ ❤️ ★ ☎ Ⓐ → ∑ Жук Ωμέγα x\u0302"
    values = {"tekst": f"{signs}\n\n**{signs}**\n\n*{signs}*"}
    template = (
        '{% extends "_side.html.j2" %}{% set titel, afsender, dato = "T", "K", "" %}'
        '{% set beskrivelse, udkast = "B", "" %}{% block forside %}<h1>T</h1>{% endblock %}'
        "{% block indhold %}{{ tekst|html_blok(2) }}{% endblock %}"
    )
    html = render("t.html.j2", values, Templates({"t.html.j2": template}))
    assert find_breaches(to_pdf(html, claims=True)) == ()


def page_texts(html: str) -> list[str]:
    """Lay out the report and give each page's text, running heads included."""
    boxes = (sheet._page_box.descendants(placeholders=True) for sheet in HTML(string=html).render().pages)
    return [" ".join(getattr(box, "text", "") for box in sheet) for sheet in boxes]


@pytest.mark.full
def test_a_draft_is_marked_on_every_page() -> None:
    """No page of a draft can be taken for the finished report, and no page of that for a draft."""
    assert all("UDKAST" in text for text in page_texts(report("Modtaget fra 6 af 7 forvaltninger.")))
    assert not any("udkast" in text.casefold() for text in page_texts(report()))


@pytest.mark.full
def test_the_contents_give_page_numbers() -> None:
    """Page 2 is the contents: each line with the page that it is on."""
    texts = page_texts(report())
    tal, bif = (
        1 + next(n for n, text in enumerate(texts) if words in text) for words in ("Hvad der er talt", "Kort om")
    )
    contents = texts[1].partition("Udgivet af")[0]
    assert [word for word in contents.split() if word.isdigit()] == [f"{tal}", f"{tal}", f"{bif}"]


@pytest.mark.full
def test_the_colophon_stands_below_the_contents() -> None:
    """It takes no page of its own in print, and on the screen nobody has to pass it to reach the report."""
    contents = page_texts(report())[1]
    assert contents.index("Indhold") < contents.index("Udgivet af Københavns Kommune")


@pytest.mark.parametrize("own", ["", "p { color: red }", "p {\r\n  color: red }\r", "p::before { content: 'kl. 10' }"])
def test_a_page_may_use_its_own_style_sheet_and_nothing_else(own: str) -> None:
    """The policy names the sum of exactly what stands in <style>, and allows no script and no address."""
    html = render("x.html.j2", {}, Templates({"x.html.j2": BARE, "egen.css": own}))
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert policy
    assert style
    written = style[1].replace("\r\n", "\n").replace("\r", "\n")
    digest = b64encode(sha256(written.encode()).digest()).decode()
    assert policy[1].startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert "script" not in policy[1]
    assert "http" not in policy[1]
    assert html.index("Content-Security-Policy") < html.index("<title>")


@pytest.mark.full
def test_a_report_opens_with_its_outline_and_says_what_it_is_when_shared() -> None:
    """A reader sees the chapters beside the page, and a link to the page shows its title, description and sender."""
    with pikepdf.open(io.BytesIO(to_pdf(report()))) as pdf:
        assert (str(pdf.Root.PageMode), "/Outlines" in pdf.Root) == ("/UseOutlines", True)
    shared = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', report()))
    assert shared["title"] == "Frivillighed i København"
    assert (shared["description"], shared["site_name"]) == ("Årets arbejde", "Københavns Kommune")
