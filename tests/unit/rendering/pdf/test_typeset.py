import io
import json
import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
import pytest

from frivilligrapport.rendering.pdf import typeset
from frivilligrapport.rendering.pdf.faults import OutsideAddress, RenderFault, UnknownStyle
from frivilligrapport.rendering.pdf.typeset import to_pdf
from frivilligrapport.rendering.templates.shipped import builtin_folder
from frivilligrapport.rendering.templates.typefaces import Typefaces

pytestmark = pytest.mark.full

HEAD = '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Prøve</title>'


def document(body: str, head: str = "") -> str:
    """Make a whole page of a body."""
    return f"{HEAD}{head}</head><body><h1>Prøve</h1>{body}</body></html>"


def test_the_pdf_says_what_it_is() -> None:
    """Language, title, tags and bookmarks are there."""
    with pikepdf.open(io.BytesIO(to_pdf(document("<h2>Et kapitel</h2>")))) as pdf:
        assert str(pdf.Root.Lang) == "da"
        assert str(pdf.docinfo["/Title"]) == "Prøve"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert [item.title for item in pdf.open_outline().root[0].children] == ["Et kapitel"]


def test_a_claim_is_made_only_when_asked_for() -> None:
    """Whoever asks is to check; without that the file names neither standard, and keeps its other metadata."""
    for claims in (True, False):
        with pikepdf.open(io.BytesIO(to_pdf(document("<p>x</p>"), claims=claims))) as pdf:
            metadata = pdf.Root.Metadata.read_bytes()
        assert (b"<pdfuaid:part>1</pdfuaid:part>" in metadata) is claims
        assert (b'pdfaid:part="2" pdfaid:conformance="A"' in metadata) is claims
        assert (b"pdfuaid" in metadata or b"pdfaid" in metadata) is claims
        assert "<dc:title>" in metadata.decode()


def test_dates_come_from_the_page_only() -> None:
    """Without a date in the page there is none in the file; with one it is that."""
    with pikepdf.open(io.BytesIO(to_pdf(document("<p>x</p>")))) as pdf:
        assert "/CreationDate" not in pdf.docinfo
    dated = document("<p>x</p>", '<meta name="dcterms.created" content="2015-04-15">')
    with pikepdf.open(io.BytesIO(to_pdf(dated))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20150415"


def test_the_same_page_gives_the_same_bytes() -> None:
    """Neither the clock, the time zone, the hash seed nor SOURCE_DATE_EPOCH reaches the file."""
    script = (
        "import sys; from frivilligrapport.rendering.pdf.typeset import to_pdf; import hashlib;"
        "print(hashlib.sha256(to_pdf(sys.argv[1])).hexdigest())"
    )
    html = document("<p>2.600 frivillige</p>")
    elsewhere = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1", "LANG": "C"}
    here, there = (
        subprocess.run([sys.executable, "-c", script, html], env=env, capture_output=True, text=True, check=True).stdout
        for env in (dict(os.environ), elsewhere)
    )
    assert len(here.strip()) == 64
    assert there == here


@pytest.mark.parametrize(
    "reference",
    [
        '<img src="file:///etc/hostname" alt="x">',
        '<img src="http://127.0.0.1:9/x.png" alt="x">',
        '<img src="billede.png" alt="x">',
        '<link rel="stylesheet" href="file:///etc/hostname">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<a rel="attachment" href="file:///etc/hostname">x</a>',
        '<p style="background:url(file:///etc/hostname)">x</p>',
        "<style>@import url(http://127.0.0.1:9/x.css);</style>",
        '<style>@font-face{font-family:x;src:url("file:///etc/hostname")}p{font-family:x}</style><p>x</p>',
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title><image href="file:///etc/hostname"/></svg>',
        '<object data="file:///etc/hostname">x</object>',
    ],
)
def test_nothing_outside_the_page_is_fetched(reference: str) -> None:
    """No file of the machine and no address is read, however a page asks for it; the build stops."""
    with pytest.raises(RenderFault) as caught:
        to_pdf(document(reference))
    assert caught.value.complaints


def test_an_address_that_would_be_fetched_is_named() -> None:
    """Whoever wrote a template or a sheet that fetches something is told what, in a sentence."""
    with pytest.raises(OutsideAddress) as caught:
        to_pdf(document('<style>body { background: url("http://x.dk/b.png") }</style><p>x</p>'))
    assert caught.value.message.startswith("PDF'en kan ikke laves, for »http://x.dk/b.png« ligger uden for rapporten")


def test_a_picture_in_the_page_itself_is_drawn() -> None:
    """data: is the page's own."""
    picture = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    assert to_pdf(document(f'<p><img alt="Et mærke" src="{picture}"></p>')).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (document("<p style='farve:blå'>x</p>"), "Ignored `farve:blå`"),
        (document('<p><a href="#findes-ikke">x</a></p>'), "No anchor #findes-ikke"),
        (document("<p>x</p>").replace(' lang="da"', ""), 'Missing required "lang"'),
    ],
)
def test_every_warning_fails_the_build(html: str, message: str) -> None:
    """What the engine merely logs would be a hole in the report."""
    with pytest.raises(RenderFault) as caught:
        to_pdf(html)
    assert caught.value.complaints[0].startswith(message)


def test_a_rule_of_the_office_that_is_unknown_is_named() -> None:
    """Who wrote it in egen.css is told which, and what to do."""
    with pytest.raises(UnknownStyle) as caught:
        to_pdf(document("<style>p { colr: red }</style><p>x</p>"))
    assert caught.value.message == "PDF'en kan ikke laves, for »colr: red« i et typografiark kendes ikke."
    assert "skabeloner/egen.css" in caught.value.hint


def test_a_font_warning_fails_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """What fontTools says comes through a logger of its own, and counts as well."""

    class Complaining(typeset._OnlyInline):
        def __init__(self) -> None:
            super().__init__()
            logging.getLogger("fontTools.subset").warning("skriften mangler %s", "æ")

    monkeypatch.setattr(typeset, "_OnlyInline", Complaining)
    with pytest.raises(RenderFault, match="skriften mangler æ"):
        to_pdf(document("<p>x</p>"))


def test_the_recorder_leaves_no_trace() -> None:
    """After a document, good or bad, the loggers are as they were."""
    before = [list(logging.getLogger(name).handlers) for name in ("weasyprint", "fontTools")]
    to_pdf(document("<p>x</p>"))
    with pytest.raises(RenderFault):
        to_pdf(document('<img src="x.png" alt="x">'))
    assert [list(logging.getLogger(name).handlers) for name in ("weasyprint", "fontTools")] == before


def test_a_machine_without_pango_is_told_what_to_install(tmp_path: Path) -> None:
    """When WeasyPrint finds no Pango, the reason and the exact command come instead of a traceback."""
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango')", encoding="utf-8")
    script = (
        "from frivilligrapport.rendering.pdf.faults import MissingLibrary\n"
        "try:\n    import frivilligrapport.rendering.pdf.typeset\n"
        "except MissingLibrary as error:\n    print(error.message, error.command, error.detail, sep='|')"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path]), "PYTHONUTF8": "1"}
    run = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    message, command, detail = run.stdout.strip().split("|")
    assert message == f"PDF'en kan ikke laves, for biblioteket Pango mangler på denne maskine. Skriv:\n    {command}"
    assert "pango" in command
    assert detail == "cannot load library libpango"


def test_loading_the_engine_starts_no_compiler(tmp_path: Path) -> None:
    """Its libraries are found by their names, also where there is what could look for them."""
    started = tmp_path / "startet"
    for name in ("gcc", "cc", "ld"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {name} >> {started}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    environment = os.environ | {"PATH": str(tmp_path)}
    script = "import os, frivilligrapport.rendering.pdf.typeset; print(os.environ['PATH'])"
    run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert not started.exists()
    assert run.stdout.strip() == str(tmp_path)


def test_importing_the_other_renderers_loads_no_engine() -> None:
    """Markdown and HTML are made without WeasyPrint, also on a machine where it cannot be loaded."""
    script = "import sys, frivilligrapport.rendering.templates.render; print('weasyprint' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_a_link_to_another_document_leaves_its_text() -> None:
    """It is one piece with the text about it, and keeps an element only for what that says."""
    both = '[<a href="tabelbilag.html#kilde-1">kilde 1</a>, <a href="faktaark.html" lang="en">two</a>]'
    with pikepdf.open(io.BytesIO(to_pdf(document(f"<p>{both}</p>")))) as pdf:
        _heading, paragraph = pdf.Root.StructTreeRoot.K[0].K
        assert [str(kid.S) for kid in paragraph.K] == ["/Span", "/Span", "/Span"]
        assert [str(kid.get("/Lang", "")) for kid in paragraph.K] == ["", "en", ""]


def test_a_heading_is_a_place_in_the_pdf_where_something_leads_to_it() -> None:
    """A link, percent signs in it or not, and a rule of a style sheet; no other heading has styles of its own."""
    headings = "".join(f'<h2 id="{name}">x</h2>' for name in ("tom", "led", "sø", "stil", "a.b", "mål"))
    links = '<p><a href="#led">1</a> <a href="#s%C3%B8">2</a> <a href="#a.b">3</a> <a href="#mål">4</a></p>'

    def places(style: str) -> set[str]:
        with pikepdf.open(io.BytesIO(to_pdf(document(headings + links, f"<style>{style}</style>")))) as pdf:
            return {str(one) for one in list(pdf.Root.Names.Dests.Names)[::2]}

    assert places("#stil:first-child { color: red }") == {"led", "sø", "stil", "a.b", "mål"}
    assert "tom" in places("h2[id] { color: red }")


def with_font(body: str) -> str:
    """Make a page that is set in a font of its own."""
    page = document(body)
    face = '@font-face { font-family: "Egen"; src: url("fonts/rapport-sans-400.woff2") }'
    css = Typefaces(builtin_folder() / "fonts").embed(face, page)
    return page.replace("</head>", f"<style>{css} body {{ font-family: Egen }}</style></head>")


def test_nothing_is_left_among_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine writes each page's fonts there, and lets go of them when the program ends or not at all."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert to_pdf(with_font("<p>x</p>")).startswith(b"%PDF")
    assert [*tmp_path.iterdir()] == []
    assert tempfile.gettempdir() == str(tmp_path)


def test_a_page_without_fonts_is_the_same_first_and_after_others() -> None:
    """What was set before in the same process changes nothing, so that neither an order nor a number of jobs does."""
    shows = (
        "import json, sys; from frivilligrapport.rendering.pdf.typeset import to_pdf; "
        "*_, last = map(to_pdf, json.load(sys.stdin)); sys.stdout.buffer.write(last)"
    )
    bare = document("<h2>Uden skrift</h2>")
    first, after = (
        subprocess.run(
            [sys.executable, "-c", shows], input=json.dumps(pages).encode(), check=True, capture_output=True
        ).stdout
        for pages in ([bare], [with_font("<p>Med skrift</p>"), bare])
    )
    assert first == after
    assert first.startswith(b"%PDF")
