"""A small PDF with a bit of everything, and ways to damage it."""

import io
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pikepdf

from frivilligrapport.rendering.pdf.checked import to_checked_pdf
from support.pdf.tagged_pdf import role_of, walk

PAGE = """\
<!doctype html><html lang="da"><head><title>Prøve</title></head><body><h1>Prøve</h1>
<h2 id="a">Afsnit</h2><p>Se <a href="https://kk.dk">kommunen</a>.<a role="doc-noteref" href="#n">1</a></p>
<ul><li>et punkt</li></ul>
<table><thead><tr><th scope="col">Navn</th><th scope="col">Antal</th></tr></thead>
<tbody><tr><th scope="row">TMF</th><td>1</td></tr></tbody></table>
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>Et diagram</title><rect width="9" height="9"/></svg>
<div role="doc-endnote" id="n">En note.</div></body></html>
"""


@cache
def finished() -> bytes:
    """Make a small PDF that has a bit of everything."""
    return to_checked_pdf(PAGE).data


def changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Open the finished PDF, change it and save it."""
    with pikepdf.open(io.BytesIO(finished())) as opened:
        change(opened)
        opened.save(
            target := io.BytesIO(),
            fix_metadata_version=False,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    return target.getvalue()


def elements(opened: pikepdf.Pdf, *roles: str) -> Iterator[Any]:
    """Yield the elements of some types."""
    return (element for element in walk(opened.Root.StructTreeRoot.K[0]) if role_of(element) in roles)


def without(key: str, *roles: str) -> Callable[[pikepdf.Pdf], None]:
    """Take an entry away from all elements of some types."""

    def change(opened: pikepdf.Pdf) -> None:
        for element in elements(opened, *roles):
            del element[key]

    return change


def renamed(role: str, other: str) -> Callable[[pikepdf.Pdf], None]:
    """Call all elements of a type something else."""

    def change(opened: pikepdf.Pdf) -> None:
        for element in list(elements(opened, role)):
            element.S = pikepdf.Name(f"/{other}")

    return change


def without_title(opened: pikepdf.Pdf) -> None:
    """Let the window show the file's name."""
    del opened.Root.ViewerPreferences


def without_language(opened: pikepdf.Pdf) -> None:
    """Leave it to the reader's voice to guess."""
    del opened.Root.Lang


def without_descriptions(opened: pikepdf.Pdf) -> None:
    """Let a link say nothing."""
    for sheet in opened.pages:
        for annotation in sheet.Annots:
            del annotation.Contents


def misspelt_claim(opened: pikepdf.Pdf) -> None:
    """Write the claim so that nobody finds it."""
    data = opened.Root.Metadata.read_bytes()
    opened.Root.Metadata.write(data.replace(b"pdfuaid:part", b"pdfuaid:parts"))


def text_as_artifact(opened: pikepdf.Pdf) -> None:
    """Hide a tagged text from all readers."""
    sheet = opened.pages[0]
    sheet.Contents.write(sheet.Contents.read_bytes().replace(b"/Span\n", b"/Artifact\n", 1))


def text_outside_tags(opened: pikepdf.Pdf) -> None:
    """Draw a text that no tag holds."""
    sheet = opened.pages[0]
    (font, *_) = sheet.Resources.Font
    sheet.Contents.write(sheet.Contents.read_bytes() + f"\nBT {font} 9 Tf 30 30 Td <0007> Tj ET".encode())
