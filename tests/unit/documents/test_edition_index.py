"""The page that ties a year's documents together."""

import re
from dataclasses import replace

from frivilligrapport.documents.catalogue import Udgaveindeks, own_document_types
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import Templates
from support.reports import ground
from support.repository import REPOSITORY

(INDEX,) = [one for one in own_document_types() if one.name == "index"]


def index_of(year_data: YearData) -> Udgaveindeks:
    """Make the index of a year."""
    (document,) = INDEX.make(year_data)
    assert isinstance(document.value, Udgaveindeks)
    return document.value


def test_the_index_leads_to_every_document_in_every_format_that_is_made() -> None:
    """Each document that a plain build makes stands once, with a link for each format, and no other file."""
    year_data = ground(REPOSITORY)
    for forms in (("md", "html", "pdf", "xlsx", "csv"), ("md", "html", "pdf"), ("html",)):
        found = index_of(replace(year_data, forms=forms))
        files = [file for group in found.grupper for led in group.led for _, file in led.filer]
        kinds = [one for one in own_document_types() if not one.on_request and one.name != "index"]
        made = [(kind, one.name) for kind in kinds for one in kind.make(year_data)]
        assert sorted(files) == sorted(f"{name}.{form}" for kind, name in made for form in forms if form in kind.forms)


def test_no_two_links_say_the_same() -> None:
    """By its words alone each link tells which document, and which format, it leads to."""
    page = render("index.html.j2", {"dokument": index_of(ground(REPOSITORY))}, Templates())
    links = re.findall(r'<a href="[a-z-]+\.(?:html|pdf|md|xlsx|csv)"(?: aria-label="([^"]+)")?>([^<]+)</a>', page)
    said = [label or text for label, text in links]
    assert len(said) == len(set(said)) > 30
    assert {"Faktaark: Socialforvaltningen som PDF", "Årets tal (Excel)", "Årets tal som CSV"} <= {*said}


def test_a_year_with_one_document_has_no_index() -> None:
    """There is nothing to tie together: the work programme of 2017 stands alone."""
    assert not list(INDEX.make(ground(REPOSITORY, year=2017)))
