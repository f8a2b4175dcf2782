"""Which files a manifest names, and what it says about the programs that make a document."""

import re
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest
from weasyprint.text.ffi import pango

from frivilligrapport.collection.loader import load
from frivilligrapport.pipeline import manifest as module
from frivilligrapport.pipeline.manifest import CHECKERS, Manifest, manifest_of, versions
from frivilligrapport.rendering.pdf import libraries
from support.folders.work_folder import KOMMUNE, status_file, write_folder

LOGO = b"<svg xmlns='http://www.w3.org/2000/svg'/>"


@pytest.fixture
def told(tmp_path: Path) -> Manifest:
    """State what the report of 2014 is made of, in a folder with a year before, one after, a text and a logo."""
    files = {
        "kommune.yaml": f"{KOMMUNE}udseende:\n  logo: billeder/logo.svg\n",
        "politik/politik.yaml": "titel: Politik\n",
        "2013/tmf.yaml": status_file("TMF", year=2013),
        "2014/tmf.yaml": status_file("TMF"),
        "2014/tekster/forord.md": "Forord.\n",
        "2014/bilag/liste.csv": "navn;antal\n",
        "2015/tmf.yaml": status_file("TMF", year=2015),
    }
    root = write_folder(tmp_path, dict(files))
    (root / "billeder").mkdir()
    (root / "billeder/logo.svg").write_bytes(LOGO)
    samling = load(root)
    aargang = samling.aargang(2014)
    assert aargang is not None
    return manifest_of(samling, aargang, {"egen.css": b"p {}"}, {"statusrapport.md": b"# R"}, None, draft=False)


def test_the_inputs(told: Manifest) -> None:
    """The year's files and texts, earlier years, the policies, the register and the logo; nothing of later years."""
    years = ("2013/tmf.yaml", "2014/rapport.yaml", "2014/tekster/forord.md", "2014/tmf.yaml")
    others = ("kommune.yaml", "politik/politik.yaml")
    assert set(told.inputs) == {"billeder/logo.svg", *(f"indberetninger/{name}" for name in (*years, *others))}
    assert told.inputs["billeder/logo.svg"] == sha256(LOGO).hexdigest()


def test_templates_and_fonts_are_told_apart(told: Manifest) -> None:
    """The office's own templates stand under their path, those of the program under `indbygget/`."""
    assert told.templates["skabeloner/egen.css"] == sha256(b"p {}").hexdigest()
    assert {name.partition("/")[0] for name in told.templates} == {"skabeloner", "indbygget"}
    assert told.fonts.keys() == {name for name in told.sources if name.endswith((".woff", ".woff2"))}
    assert all(name.startswith("indbygget/fonts/") for name in told.fonts)


def test_what_was_made(told: Manifest) -> None:
    """Each file is told with how long it is and its sum."""
    made = told.outputs["statusrapport.md"]
    assert (made.size, made.sha256) == (3, sha256(b"# R").hexdigest())


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
    monkeypatch.setattr(libraries, "_FILES", {"linux": {"harfbuzz": "findes-ikke.so", "pango": "libc.so.6"}})
    assert set(versions.__wrapped__()) == {"frivilligrapport", "jinja2", "python"}
