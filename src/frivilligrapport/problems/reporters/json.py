"""Findings as JSON, for other programs. The shape is documented in docs/ci.md."""

from typing import Any

from frivilligrapport.problems import Severity
from frivilligrapport.problems.reporters.examination import Examination, ReportedFinding
from frivilligrapport.problems.signs import json_text

SHAPE = 1


def as_json(examination: Examination) -> str:
    """Write everything of a run as one JSON object with Danish names; `format` grows when the shape changes."""
    content = {
        "program": "frivilligrapport",
        "version": examination.version,
        "format": SHAPE,
        "antal": {
            "fejl": examination.count(Severity.FEJL),
            "advarsler": examination.count(Severity.ADVARSEL),
            "accepterede": len(examination.accepted),
            "filer": len(examination.files),
        },
        "fund": [_found(entry) for entry in examination.open],
        "accepterede": [_found(entry) | {"fordi": entry.because} for entry in examination.accepted],
        "filer": list(examination.files),
    }
    return json_text(content)


def _found(entry: ReportedFinding) -> dict[str, Any]:
    return {
        "kode": entry.code,
        "titel": entry.kind.title,
        "vægt": str(entry.severity),
        "fil": entry.file,
        "linje": entry.line,
        "kolonne": entry.column,
        "slutkolonne": entry.end_column,
        "besked": entry.message,
        "råd": entry.hint,
        "emne": entry.subject,
        "i_stedet": list(entry.instead),
        "fingeraftryk": entry.fingerprint,
    }
