"""What the page asks the program while somebody writes: what is wrong, what can be repaired, what a file says."""

import json
from base64 import b64decode
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

from frivilligrapport.collection.earlier_files import newest_earlier_files
from frivilligrapport.collection.files import Given, Readings
from frivilligrapport.collection.loader import load_files
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import normal_key
from frivilligrapport.formular.places import PageText
from frivilligrapport.formular.preview import preview
from frivilligrapport.formular.view import known_from, view
from frivilligrapport.pipeline.repair import repair
from frivilligrapport.problems.reporters.examination import ReportedFinding, reported_findings
from frivilligrapport.problems.reporters.repairs import repair_lines
from frivilligrapport.reading.decoding import decode
from frivilligrapport.reading.tree import MappingNode, ScalarNode, TreeNode
from frivilligrapport.rules.catalogue import is_acceptable
from frivilligrapport.rules.run import examine_files


def answer(request: str, readings: Readings | None = None) -> str:
    """Answer one question of the page, JSON for JSON.

    `gør` says what is asked: `se` (what is wrong with `tekst`), `ret` (`tekst` with its sure repairs) or `åbn` (the
    text of the file whose bytes are `data` in Base64, what is wrong with it, and whose it says that it is). `sti` is
    the file's path in the work folder and `filer` the texts of the others that are at hand. The answer has the
    question's `nr`.
    `readings` is what the files were read to before, for who asks again and again.
    """
    asked = {**json.loads(request), "readings": {} if readings is None else readings}
    return json.dumps({"nr": asked.get("nr"), **_ANSWERS[asked["gør"]](asked)}, ensure_ascii=False)


def _seen(asked: Mapping[str, Any]) -> dict[str, Any]:
    sti, page = asked["sti"], PageText(asked["tekst"])
    samling = _read(asked, {sti: asked["tekst"].encode(errors="replace")})
    return {"fund": _findings(samling, sti, page), **_shown(samling, sti, page)}


def _shown(samling: Samling, sti: str, page: PageText) -> dict[str, Any]:
    """Show a file as the form and as the report will; None for what cannot be made of it."""
    for aargang in samling.aargange:
        for own in aargang.indberetninger:
            if own.file == sti:
                unit = samling.units.get(normal_key(own.forvaltning_id))
                before = newest_earlier_files(samling, unit, aargang.aar) if unit else None
                form = view(page.text, own.tree, samling.sources.get(sti), known_from(samling, aargang.aar, before))
                return {"visning": form, "forhåndsvisning": preview(samling, aargang, own, page)}
    return {"visning": None, "forhåndsvisning": None}


def _repaired(asked: Mapping[str, Any]) -> dict[str, Any]:
    tekst, sti = asked["tekst"], asked["sti"]
    data = tekst.encode(errors="replace")
    found = repair(_read(asked, {sti: data}), (sti,), lambda changed: _read(asked, {sti: data, **changed}))
    for one in found.files:
        return {"tekst": one.after.decode(), "rettelser": [*repair_lines(one.repairs)]}
    return {"tekst": tekst, "rettelser": []}


def _opened(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Give a file's text, as it stands where it is UTF-8; None where there is none, which a finding then says."""
    sti, data = asked["sti"], b64decode(asked["data"])
    source = decode(data, sti).source
    tekst = _as_it_stands(data, source.text) if source else None
    samling = _read(asked, {sti: data})
    return {"tekst": tekst, "fund": _findings(samling, sti, PageText(tekst or "")), "ejer": _owner(samling, sti)}


def _as_it_stands(data: bytes, text_read: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return text_read


def _owner(samling: Samling, sti: str) -> dict[str, Any] | None:
    """Say whose a file says that it is, and of which year; None for one that says neither, as far as it can be read.

    `anden` tells whether that is another forvaltning.
    """
    tree = next((own.tree for year in samling.aargange for own in year.indberetninger if own.file == sti), None)
    said = {name: _word(tree, name) for name in ("forvaltning", "aar")}
    if not any(said.values()):
        return None
    unit = samling.units.get(normal_key(said["forvaltning"]))
    is_other = unit is None or str(unit.id) != PurePosixPath(sti).stem
    return {**said, "anden": bool(said["forvaltning"]) and is_other}


def _word(tree: TreeNode | None, name: str) -> str:
    entry = tree.by_key.get(name) if isinstance(tree, MappingNode) else None
    return entry.value.text.strip() if entry and isinstance(entry.value, ScalarNode) else ""


_ANSWERS: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "se": _seen,
    "ret": _repaired,
    "åbn": _opened,
}


def _read(asked: Mapping[str, Any], own: Mapping[str, bytes]) -> Samling:
    """Read what is at hand of the work folder: never what another forvaltning has handed in."""
    others = {name: text.encode() for name, text in asked["filer"].items()}
    return load_files(Given({**others, **own}, asked["readings"]))._replace(without_others=True)


def _findings(samling: Samling, sti: str, page: PageText) -> list[dict[str, Any]]:
    found = examine_files(samling, (sti,)).open
    return [_finding(one, page) for one in reported_findings(found, samling.sources)]


def _finding(one: ReportedFinding, page: PageText) -> dict[str, Any]:
    start, end = (page.offset(one.line - 1, column - 1) for column in (one.column, one.end_column))
    return {
        "kode": one.code,
        "alvor": str(one.severity),
        "linje": one.line,
        "kolonne": one.column,
        "til_linje": one.line,
        "til_kolonne": one.end_column,
        "start": start,
        "slut": end,
        "besked": one.message,
        "råd": one.hint,
        "accepteres": is_acceptable(one.code),
        "erstatninger": [{"tekst": text, "start": start, "slut": end} for text in one.instead],
    }
