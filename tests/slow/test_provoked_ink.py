"""Ink that is provoked outside a page's type area, seen on the drawn page, stops the PDF and is named with its page."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps

from frivilligrapport.rendering.pdf import typeset
from frivilligrapport.rendering.pdf.faults import PageOverflow

pytestmark = pytest.mark.slow
STYLE = "@page { size: 10cm; margin: 1cm; @top-left { content: string(hoved) } } h1 { string-set: hoved content() }"
PNG = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
    "rkJggg=="
)
ORDS, LETTERS = "ord " * 60, "x" * 120
# What may bring it about, each with a body and a style sheet.
PROVOKED = {
    "outline": ("<p style='outline:4mm solid red'>Omrids</p>", ""),
    "outline-offset": ("<p style='outline:1px solid red;outline-offset:5mm'>Omrids</p>", ""),
    "collapsed neg": (
        (
            "<table style='border-collapse:collapse;margin-left:-6mm'><tr>"
            "<td style='border:1px solid'>Celle</td></tr></table>"
        ),
        "",
    ),
    "columns rule": (f"<div style='columns:2;column-rule:3mm solid red;width:12cm'>{ORDS}</div>", ""),
    "svg overflow": (
        (
            "<svg width='1cm' height='1cm' style='overflow:visible' viewBox='0 0 10 10'>"
            "<rect x='80' y='0' width='30' height='5'/></svg>"
        ),
        "",
    ),
    "svg inner transform": (
        (
            "<svg width='7cm' height='1cm' style='overflow:visible' viewBox='0 0 70 10'>"
            "<g transform='translate(40 0)'><text x='20' y='5' font-size='8'>Uden for tegningen</text></g>"
            "</svg>"
        ),
        "",
    ),
    "svg stroke": (
        (
            "<svg width='8cm' height='1cm' style='overflow:visible' viewBox='0 0 80 10'>"
            "<line x1='0' y1='5' x2='95' y2='5' stroke='red' stroke-width='2'/></svg>"
        ),
        "",
    ),
    "underline wide": (f"<p style='margin-right:-9mm;text-decoration:underline'>{ORDS}</p>", ""),
    "text-indent": ("<p style='text-indent:-9mm'>Hængende tekst</p>", ""),
    "letter-spacing": ("<p style='white-space:nowrap;letter-spacing:6mm'>Spærret tekst her</p>", ""),
    "nowrap": (f"<p style='white-space:nowrap'>{ORDS}</p>", ""),
    "pre": (f"<pre>{LETTERS}</pre>", ""),
    "abs left": ("<p style='position:absolute;left:-9mm;top:3cm'>Venstre</p>", ""),
    "abs right": ("<p style='position:absolute;right:-9mm;top:3cm'>Højre</p>", ""),
    "fixed": ("<p style='position:fixed;bottom:-9mm'>Nede</p>", ""),
    "relative": ("<p style='position:relative;left:5cm;width:8cm'>Flyttet for langt til højre i linjen her</p>", ""),
    "float": ("<p style='float:left;margin-left:-8mm'>Flyder</p>", ""),
    "rotate": ("<p style='transform:rotate(-45deg);transform-origin:0 0'>Drejet en halv gang om</p>", ""),
    "scale": ("<p style='transform:scale(3)'>Gjort stort</p>", ""),
    "skew": ("<p style='transform:skewX(60deg);height:3cm;background:red'>Skævt</p>", ""),
    "opacity": ("<p style='opacity:0.5;margin-left:-9mm'>Gennemsigtig</p>", ""),
    "img neg": (f"<img src='{PNG}' style='width:3cm;height:1cm;margin-left:-9mm' alt='x'>", ""),
    "img wide": (f"<img src='{PNG}' style='width:12cm;height:1cm' alt='x'>", ""),
    "object-position": (
        f"<img src='{PNG}' style='width:3cm;height:1cm;object-fit:none;object-position:-5cm 0' alt='x'>",
        "",
    ),
    "background neg": ("<div style='background:red;margin:0 -9mm;height:1cm'></div>", ""),
    "gradient neg": ("<div style='background:linear-gradient(red,blue);margin:0 -9mm;height:1cm'></div>", ""),
    "bg image neg": (f"<div style='background:url({PNG});margin:0 -9mm;height:1cm'></div>", ""),
    "radius": ("<div style='border:1mm solid;border-radius:5mm;margin:0 -8mm;height:1cm'></div>", ""),
    "dashed": ("<div style='border:1mm dashed;margin:0 -8mm;height:1cm'></div>", ""),
    "dotted left": ("<div style='border-left:2mm dotted red;margin-left:-8mm;height:1cm'></div>", ""),
    "double": ("<div style='border:2mm double red;margin-right:-8mm;height:1cm'></div>", ""),
    "before abs": (
        "<p class='a'>Ord</p>",
        ".a{position:relative}.a::before{content:'Før';position:absolute;left:-9mm}",
    ),
    "list outside": ("<ol style='margin:0;padding:0'><li>En</li></ol>", ""),
    "list image": ("<ul style='margin:0;padding:0;list-style:square outside'><li>En</li></ul>", ""),
    "vertical-align": ("<p>Ord <span style='vertical-align:4cm'>højt</span></p>", ""),
    "line-height 0": ("<p style='line-height:0;margin-top:-3cm;font-size:40px'>Stort</p>", ""),
    "margin box": (
        "<p>Ord</p>",
        "@page{@bottom-left{content:'Meget lang tekst i bunden af siden uden mellemrum';white-space:nowrap;width:1cm}}",
    ),
    "footnote": ("<p>Ord<span style='float:footnote;margin-left:-9mm'>Note</span></p>", ""),
    "abs in transform": (
        "<div style='transform:translateY(-2cm)'><p style='position:absolute;left:-9mm'>Inde</p></div>",
        "",
    ),
    "inline bg": ("<p>Ord <span style='background:red;margin-left:8cm;padding:0 1cm'>Inde</span></p>", ""),
    "rtl": (f"<p style='direction:rtl;white-space:nowrap'>{ORDS}</p>", ""),
    "flex": (
        (
            "<div style='display:flex;width:12cm'><div style='flex:1;background:red'>a</div>"
            "<div style='flex:1;background:blue'>b</div></div>"
        ),
        "",
    ),
    "grid": ("<div style='display:grid;grid-template-columns:8cm 8cm'><div>a</div><div>Anden spalte</div></div>", ""),
    "hr": ("<hr style='margin:0 -9mm'>", ""),
    "caption": ("<table style='margin-left:-8mm'><caption>Tabellens navn</caption><tr><td>a</table>", ""),
    "td neg": ("<table><tr><td><div style='margin-left:-9mm'>Ud</div></td></tr></table>", ""),
    "thead abs": (
        (
            "<table style='position:relative;left:7.5cm'><thead><tr><th>Hoved</th></tr></thead><tbody><tr>"
            "<td>Krop</td></tr></tbody></table>"
        ),
        "",
    ),
    "zoomed font": ("<p style='font-size:9cm'>Ab</p>", ""),
    "box-shadow": ("<p style='box-shadow:0 0 0 9mm red'>Skygge</p>", ""),
}
INK = 24  # of 255: less is the edge of something drawn


@pytest.mark.parametrize("name", PROVOKED)
def test_what_is_seen_outside_the_type_area_is_found(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page with ink outside, as a picture of it shows, is refused."""
    body, style = PROVOKED[name]
    head = f'<head><meta charset="utf-8"><title>Prøve</title><style>{STYLE} {style}</style></head>'
    html = f'<!doctype html><html lang="da">{head}<body><h1>Prøve</h1>{body}</body></html>'
    with monkeypatch.context() as unchecked:
        sheets: list[Any] = []
        unchecked.setattr(
            typeset, "find_overruns", lambda pages, _: sheets.extend(one._page_box.copy() for one in pages)
        )
        unchecked.setattr(typeset, "find_ink_outside", lambda *_: ())
        target = tmp_path / "side.pdf"
        target.write_bytes(typeset.to_pdf(html))
    seen = [number for number, ink in enumerate(outside(target, sheets), start=1) if ink]
    if name not in {"object-position", "underline wide", "vertical-align"}:
        assert seen, "nothing is provoked"
    if seen:
        with pytest.raises(PageOverflow) as refusal:
            typeset.to_pdf(html)
        assert {one.page for one in refusal.value.overruns} >= set(seen)


def outside(pdf: Path, sheets: list[Any]) -> list[Any]:
    """Give for each page the rectangle of what is seen outside its type area and its running heads, None for none."""
    subprocess.run(["pdftoppm", "-r", "96", str(pdf), str(pdf.with_suffix(""))], check=True)
    found = []
    for picture, sheet in zip(sorted(pdf.parent.glob("side*.ppm")), sheets, strict=True):
        with Image.open(picture) as opened:
            ink = ImageOps.invert(opened.convert("L")).point(lambda value: 255 if value > INK else 0)
        left, top = sheet.content_box_x(), sheet.content_box_y()
        areas = [(left, top, left + sheet.width, top + sheet.height)]
        heads = [one for one in sheet.children if type(one).__name__ == "MarginBox"]
        areas += [
            (x, y, x + one.margin_width(), y + one.margin_height())
            for one in heads
            for x, y in [(one.position_x, one.position_y)]
        ]
        for first, highest, last, lowest in areas:
            ink.paste(0, (int(first) - 1, int(highest) - 1, int(last) + 2, int(lowest) + 2))
        found.append(ink.getbbox())
    return found
