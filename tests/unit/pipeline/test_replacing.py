"""A file takes the place of an earlier one of its own kind, and of nobody else's."""

import io
import json
import zipfile

import pytest

from frivilligrapport.pipeline.replacing import is_remade


def book(title: str, figure: str = "1") -> bytes:
    """Make what of a workbook tells whose it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("docProps/core.xml", f"<cp:coreProperties><dc:title>{title}</dc:title></cp:coreProperties>")
        file.writestr("xl/worksheets/sheet1.xml", f"<v>{figure}</v>")
    return out.getvalue()


def page(title: str, text: str = "1") -> bytes:
    """Make a page."""
    return f"<!doctype html>\n<html><head><title>{title}</title></head><body>{text}</body></html>".encode()


def pdf(title: str, text: str = "1") -> bytes:
    """Make what of a PDF tells whose it is."""
    return f"%PDF-1.7\n{text}\n<dc:title><rdf:li>{title}</rdf:li></dc:title>".encode()


PAIRS = {
    "workbook": (book("Tal for 2014"), book("Tal for 2014", "2"), book("Mit eget ark")),
    "page": (page("Oversigt 2014"), page("Oversigt 2014", "2"), page("Min side")),
    "pdf": (pdf("Oversigt 2014"), pdf("Oversigt 2014", "2"), pdf("Min egen")),
    "json": (
        json.dumps({"kommune": "A", "år": 2014, "tal": 1}).encode(),
        json.dumps({"kommune": "B", "år": 2015, "andet": 2}).encode(),
        json.dumps({"kommune": "A", "tal": 1, "år": 2014}).encode(),
    ),
    "table": (b"enhed;antal\r\na;1\r\n", b"enhed;antal\nb;2\n", b"Mit eget;ark\r\na;1\r\n"),
}


@pytest.mark.parametrize("kind", PAIRS)
def test_whose_it_is(kind: str) -> None:
    """By its title, its first fields or its first line a file is one of ours, whatever figures it has."""
    made, earlier, foreign = PAIRS[kind]
    assert is_remade(earlier, made)
    assert not is_remade(foreign, made)


@pytest.mark.parametrize("kind", PAIRS)
@pytest.mark.parametrize("there", [b"", b"PK\x03\x04", b"{", b"%PDF", b"<!doctype html>"])
def test_what_is_empty_or_broken_is_not_ours(kind: str, there: bytes) -> None:
    """Nothing can be told of half a file, so it stays."""
    assert not is_remade(there, PAIRS[kind][0])


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04", b"{"])
def test_two_that_say_nothing_are_not_the_same(broken: bytes) -> None:
    """What has no title is the same thing only byte for byte."""
    assert is_remade(broken, broken)
    assert not is_remade(broken + b" ", broken)
