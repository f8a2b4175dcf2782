"""Make a form: the page, what it runs in, and what one forvaltning fills in, joined to one HTML file."""

import html
import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from frivilligrapport import __version__
from frivilligrapport.collection.folder import INDBERETNINGER, KOMMUNE, RAPPORT
from frivilligrapport.documents.new_file.before import Start
from frivilligrapport.documents.new_file.whole import new_file
from frivilligrapport.formular.answering import answer
from frivilligrapport.formular.runtime import Runtime
from frivilligrapport.pipeline.archive import zipped
from frivilligrapport.pipeline.sending import LETTER, SENT, letter
from frivilligrapport.problems import ExitCode, Refusal

_PAGE = Path(__file__).with_name("page")
# In the order in which they are read: what the page has is there before what lies in it, and last what begins it.
_SCRIPTS = [
    "text/text",
    "text/view",
    "text/edits",
    "elements",
    "form/names",
    "form/inputs",
    "form/fields",
    "form/groups",
    "form/form",
    "form/findings",
    "form/commands",
    "checks",
    "preview",
    "formular",
    "keeping/drafts",
    "keeping/files",
    "keeping/keeping",
    "start",
]
# Nothing leaves the page, whatever it or what runs in it tries: the browser sees to it.
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' data: blob:; worker-src data: blob:; "
    "connect-src data: blob:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
)
_NOTICE = """\
<!--
Lavet af frivilligrapport {version} (MIT). Inden i siden kører Pyodide {pyodide}, uændret (MPL-2.0; kilden er
https://github.com/pyodide/pyodide/tree/{pyodide}), med CPython (PSF-2.0) og PyYAML (MIT). Licenserne står i »licenser«.
-->"""


class NoText(Refusal):
    """Refuse a file that cannot be shown as text, so that no form can edit it."""

    exit_code = ExitCode.WRONG_USE


def form(start: Start, runtime: Runtime) -> bytes:
    """Make a forvaltning's form for a year: it edits the file that is there, or a new one. Raises NoText.

    The same bytes come of the same files.
    """
    data = _data(start)
    page = _page("formular.html")
    parts = {
        "<title>Statusfil</title>": f"<title>{html.escape(data['forvaltning'])} {data['aar']}: statusfil</title>",
        "<!-- politik -->": f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        "<!-- stil -->": f"<style>\n{_page('formular.css')}</style>",
        "<!-- data -->": _kept(
            "data", json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"), "application/json"
        ),
        "<!-- arbejder -->": _runs(runtime),
        "<!-- program -->": _script("\n".join(_page(f"{name}.js") for name in _SCRIPTS)),
    }
    for mark, text in parts.items():
        page = page.replace(mark, text, 1)
    notice = _NOTICE.format(version=__version__, pyodide=runtime.pyodide)
    return page.replace("<!DOCTYPE html>", f"<!DOCTYPE html>\n{notice}", 1).encode()


def forms_to_send(starts: list[Start], runtime: Runtime) -> dict[str, bytes]:
    """Make each one's form in a package with a letter, by path in the work folder: mail may refuse a page by itself."""
    return {
        f"{SENT}/{one.aar}/{one.forvaltning.id}-skema.zip": zipped(
            {form_name(one): form(one, runtime), LETTER: letter(one, form_name(one))}, compressed=True
        )
        for one in starts
    }


def form_name(start: Start) -> str:
    """Give the name of a forvaltning's form."""
    return f"{start.forvaltning.id}-{start.aar}.html"


def _data(start: Start) -> dict[str, Any]:
    """Give what the page is told, as JSON values."""
    name = f"{start.forvaltning.id}.yaml"
    sti = f"{INDBERETNINGER}/{start.aar}/{name}"
    kept = start.samling.originals.get(sti)
    own = kept.data if kept else new_file(start).text.encode()
    filer = _at_hand(start, name)
    common = {"sti": sti, "filer": filer}
    opened = json.loads(answer(json.dumps({"gør": "åbn", "data": b64encode(own).decode(), **common})))
    if opened["tekst"] is None:
        why = " ".join(one["besked"] for one in opened["fund"])
        raise NoText(f"{sti} kan ikke læses som tekst. {why}", "Ret den først, eller flyt den, og prøv igen.")
    seen = json.loads(answer(json.dumps({"gør": "se", "tekst": opened["tekst"], **common})))
    data = {
        "forvaltning": str(start.forvaltning.forkortelse),
        "navn": str(start.forvaltning.navn),
        "aar": start.aar,
        "filnavn": name,
        "sti": sti,
        "tekst": opened["tekst"],
        "visning": seen["visning"],
        "filer": filer,
        "version": __version__,
    }
    made_of = json.dumps(data, ensure_ascii=False, sort_keys=True).encode()
    return {**data, "formular": sha256(made_of).hexdigest()[:16]}


def _at_hand(start: Start, name: str) -> Mapping[str, str]:
    """Give the texts that the checks need: the municipality's own, and of the deliveries this forvaltning's alone."""
    years = {start.aar, start.aar - 1, start.before.aar if start.before else start.aar}
    wanted = {f"{INDBERETNINGER}/{year}/{RAPPORT}" for year in years}
    wanted |= {f"{INDBERETNINGER}/{year}/{name}" for year in years - {start.aar}}
    wanted |= {f"{INDBERETNINGER}/{KOMMUNE}", *(one.file for one in start.samling.politikker)}
    return {file: source.text for file, source in sorted(start.samling.sources.items()) if file in wanted}


def _page(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")


def _script(text: str) -> str:
    return f'<script>\n"use strict";\n{text}</script>'


def _kept(name: str, text: str, kind: str = "text/plain") -> str:
    """Keep a text in the page, where nobody sees it and nothing runs it."""
    return f'<script type="{kind}" id="{name}">{text}</script>'


def _runs(runtime: Runtime) -> str:
    parts = (
        _kept("arbejder", _page("worker.js")),
        _kept("koersel", b64encode(runtime.data).decode()),
        _kept("licenser", runtime.licences),
    )
    return "\n".join(parts)
