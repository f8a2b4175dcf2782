"""What is said about the programs that make a document."""

import re
from importlib.metadata import version

import pytest
from weasyprint.text.ffi import pango

from frivilligrapport.pipeline import versions as module
from frivilligrapport.pipeline.versions import CHECKERS, versions


def test_packages_and_system_libraries() -> None:
    """The versions are those of what is installed; Pango's is the one that WeasyPrint uses."""
    told = versions()
    assert {"python", "frivilligrapport", "pango", "harfbuzz", *CHECKERS} <= told.keys()
    assert told["weasyprint"] == version("weasyprint")
    major, minor, micro = map(int, told["pango"].split("."))
    assert major * 10_000 + minor * 100 + micro == pango.pango_version()
    assert all(re.fullmatch(r"[0-9][\w.+-]*", text) for text in told.values())


def test_what_is_not_here_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the extra and without Pango is told as it is."""
    monkeypatch.setattr(module, "_PACKAGES", ("jinja2", "findes-ikke"))
    monkeypatch.setattr(module, "_FILES", {"linux": {"harfbuzz": "findes-ikke.so", "pango": "libc.so.6"}})
    assert set(versions.__wrapped__()) == {"jinja2", "python"}
