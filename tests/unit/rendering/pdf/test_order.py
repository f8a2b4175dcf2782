"""A page draws its content in the order in which it is read; what it looks like is as it was."""

import io
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from frivilligrapport.rendering.pdf.tags import repair
from frivilligrapport.rendering.pdf.typeset import to_pdf
from support.pdf.tagged_pdf import TaggedPdf, read_order

pytestmark = pytest.mark.full

STYLE = "@page { size: 100mm 80mm; margin: 10mm } body { font: 10pt/1.2 sans-serif }"
CASES = {
    "marks of a list": "<ul><li>et</li><li>to <strong>tre</strong></li></ul><ol><li>fire</li><li>fem</li></ol>",
    "a list in a list": "<ol><li>et<ul><li>to</li><li>tre</li></ul></li><li>fire</li></ol>",
    "a heading that floats": '<h2 style="float: left; width: 30%">En</h2><p style="margin-left: 35%">to tre</p>',
    "a text that floats after it": '<p>Et</p><p style="float: right">to</p><p>tre</p>',
    "a box on a ground": (
        '<aside style="position: absolute; bottom: 0; background: #123; color: #fff; padding: 4mm">Udkast</aside>'
        "<p>Rapporten</p>"
    ),
    "turned and cut off": (
        '<p>Et</p><div style="transform: rotate(9deg); position: relative; overflow: hidden; height: 6mm">'
        "<ul><li>to<br>tre</li></ul></div><ul><li>fire</li></ul>"
    ),
    "many colours": (
        '<ul><li style="color: #a00">rød</li><li style="color: #0a0">grøn <span style="color: #00a">blå</span></li>'
        "</ul><p>sort</p>"
    ),
    "a drawing between items": (
        '<ul><li>et</li></ul><svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><title>To</title>'
        '<rect width="40" height="20" fill="#246" fill-opacity="0.3"/></svg><ul><li>tre</li></ul>'
    ),
    "over pages": f"<ul>{'<li>Et punkt med mange ord i.</li>' * 30}</ul>",
}


def made(body: str) -> bytes:
    """Make a PDF of the body of a page."""
    head = f'<!doctype html><html lang="da"><head><title>P</title><style>{STYLE}</style></head>'
    return to_pdf(f"{head}<body><h1>P</h1>{body}</body></html>")


def seen(pdf: bytes, folder: Path) -> list[Image.Image]:
    """Draw the pages of a PDF."""
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", "60", "-png", "-", folder / "side"], input=pdf, check=True)
    return [Image.open(io.BytesIO(one.read_bytes())).convert("RGB") for one in sorted(folder.iterdir())]


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
def test_what_is_read_first_is_drawn_first(body: str) -> None:
    """Page by page the content comes as the tags have it: a mark before its item, a heading before its text."""
    pdf = TaggedPdf(made(body))
    order = read_order(pdf)
    for page in range(len(pdf.pdf.pages)):
        assert pdf.drawn_on(page) == [mark for mark in order if mark[0] == page]


@pytest.mark.slow
@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
def test_it_looks_as_it_did(body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours, grounds, what is turned and what is cut off: the order is all that is changed."""
    ordered = made(body)
    monkeypatch.setattr(repair, "draw_in_reading_order", lambda _: None)
    as_drawn = made(body)
    assert ordered != as_drawn
    pairs = zip(seen(as_drawn, tmp_path / "a"), seen(ordered, tmp_path / "b"), strict=True)
    assert [ImageChops.difference(*pair).getbbox() for pair in pairs] == [None] * len(TaggedPdf(ordered).pdf.pages)
