"""The municipality's logo and colours, from kommune.yaml to the finished page."""

import base64
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.documents.house_style import house_style_of
from frivilligrapport.rendering.pdf.typeset import to_pdf
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import HouseStyle, Templates
from support.folders.work_folder import KOMMUNE, write_folder

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'
UDSEENDE = """\
udseende:
  logo: skabeloner/logo.svg
  farver:
    hovedfarve: "#5B2A86"
    fremhævning: 8a3b12
"""
PAGE = """\
{% extends "_side.html.j2" %}{% from "_makroer.html.j2" import forside %}
{% set titel = "Rapport" %}{% set afsender = "Kommunen" %}{% set beskrivelse = "Året" %}{% set dato = "" %}
{% set udkast = "" %}
{% block forside %}{{ forside(afsender, titel) }}{% endblock %}
{% block indhold %}<section class="kapitel"><h2>Året</h2></section>{% endblock %}
"""


def look(tmp_path: Path, udseende: str, logo: bytes = DRAWING) -> HouseStyle:
    """Give the look of a work folder."""
    root = write_folder(tmp_path, {"kommune.yaml": KOMMUNE + udseende, "../skabeloner/logo.svg": logo})
    return house_style_of(load(root))


def page(own: HouseStyle) -> str:
    """Render a small page."""
    return render("side.html.j2", {}, Templates({"side.html.j2": PAGE}, house_style=own))


def test_without_a_look_the_programs_own_is_used(tmp_path: Path) -> None:
    """Nothing has to be said of the look."""
    assert look(tmp_path, "") == HouseStyle()
    assert "<img" not in page(HouseStyle())


def test_colours_are_set_by_their_place_in_the_design(tmp_path: Path) -> None:
    """Each colour that is given replaces the program's own, in one spelling; the others stay."""
    assert look(tmp_path, UDSEENDE).colours == {"farve": "#5b2a86", "farve-accent": "#8a3b12"}


def test_the_logo_stands_in_the_page_itself(tmp_path: Path) -> None:
    """The page needs no other file, and the picture has words for those who cannot see it."""
    encoded = base64.b64encode(DRAWING).decode()
    assert f'<img src="data:image/svg+xml;base64,{encoded}" alt="Prøvekøbing Kommunes logo">' in page(
        look(tmp_path, UDSEENDE)
    )


def test_the_logos_words_can_be_chosen(tmp_path: Path) -> None:
    """`logo_tekst` says what the picture shows, and is escaped as any other text."""
    own = look(tmp_path, UDSEENDE + '  logo_tekst: Byvåben med "tre" tårne\n')
    assert 'alt="Byvåben med &#34;tre&#34; tårne"' in page(own)


def test_a_logo_that_cannot_be_used_is_left_out(tmp_path: Path) -> None:
    """A draft is made all the same; the finding tells of it."""
    assert look(tmp_path, UDSEENDE, b"<svg onload='x()'/>").logo == ""


@pytest.mark.full
@pytest.mark.parametrize("udseende", ["", UDSEENDE])
def test_the_page_can_be_printed(tmp_path: Path, udseende: str) -> None:
    """The engine takes the logo and the colours without a word."""
    assert to_pdf(page(look(tmp_path, udseende))).startswith(b"%PDF")
