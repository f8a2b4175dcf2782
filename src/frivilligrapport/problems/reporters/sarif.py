"""Findings as SARIF 2.1.0, for GitHub code scanning and the viewers of editors."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from frivilligrapport.problems import Kind, Severity
from frivilligrapport.problems.personal_data import mask
from frivilligrapport.problems.reporters.examination import Examination, ReportedFinding, escape_markdown
from frivilligrapport.problems.reporters.kinds import examples, explain_kind
from frivilligrapport.problems.signs import json_text

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {Severity.FEJL: "error", Severity.ADVARSEL: "warning"}
_TOP = "%SRCROOT%"  # where the files lie is for whoever reads the report to say


def as_sarif(examination: Examination) -> str:
    """Write one run: the rules that were met, with their help, and the open findings.

    Accepted findings are left out: GitHub would show them as open.
    """
    kinds = sorted({entry.kind for entry in examination.open}, key=lambda kind: kind.code)
    run = {
        "tool": {
            "driver": {
                "name": "frivilligrapport",
                "version": examination.version,
                "language": "da",
                "rules": [_rule(kind) for kind in kinds],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _file(file)} for file in examination.files],
        "results": [_result(entry, kinds) for entry in examination.open],
    }
    content = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(content)


def _rule(kind: Kind) -> dict[str, Any]:
    return {
        "id": kind.code,
        "shortDescription": {"text": kind.title},
        "fullDescription": {"text": kind.explanation},
        "help": {"text": mask(explain_kind(kind)), "markdown": mask(_help(kind))},
        "defaultConfiguration": {"level": _LEVEL[kind.severity]},
    }


def _help(kind: Kind) -> str:
    parts = [escape_markdown(kind.explanation)]
    for title, example, is_yaml in examples(kind):
        if is_yaml:
            parts += [f"**{title}:**", f"```yaml\n{example}\n```"]
        else:
            parts.append(f"**{title}:** {escape_markdown(example)}")
    return "\n\n".join(parts)


def _result(entry: ReportedFinding, kinds: Sequence[Kind]) -> dict[str, Any]:
    result = {
        "ruleId": entry.code,
        "ruleIndex": kinds.index(entry.kind),
        "level": _LEVEL[entry.severity],
        "message": {"text": entry.advice},
        "locations": [{"physicalLocation": {"artifactLocation": _file(entry.file), "region": _region(entry)}}],
        "partialFingerprints": {"frivilligrapport/v1": entry.fingerprint},
    }
    return result | ({"fixes": [_fix(entry, text) for text in entry.instead]} if entry.instead else {})


def _fix(entry: ReportedFinding, text: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(entry), "insertedContent": {"text": text}}
    return {
        "description": {"text": f"Skriv »{text}«." if text else "Slet det markerede."},
        "artifactChanges": [{"artifactLocation": _file(entry.file), "replacements": [replacement]}],
    }


def _file(file: str) -> dict[str, str]:
    return {"uri": quote(file, safe="/", errors="replace"), "uriBaseId": _TOP}


def _region(entry: ReportedFinding) -> dict[str, int]:
    return {
        "startLine": entry.line,
        "startColumn": entry.column,
        "endLine": entry.line,
        "endColumn": entry.end_column,
    }
