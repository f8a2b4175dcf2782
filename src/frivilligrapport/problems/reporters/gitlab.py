"""Findings as a GitLab Code Quality report, shown in the merge request.

The fields are those that GitLab documents under "Code Quality report format" (docs.gitlab.com/ci/testing/code_quality).
"""

from frivilligrapport.problems import Severity
from frivilligrapport.problems.reporters.examination import Examination
from frivilligrapport.problems.signs import json_text

_SEVERITY = {Severity.FEJL: "major", Severity.ADVARSEL: "minor"}


def as_gitlab(examination: Examination) -> str:
    """Write the open findings as a JSON list; an empty one when there are none, and then all is mended."""
    issues = [
        {
            "description": f"{entry.code}: {' '.join(entry.advice.split())}",
            "check_name": entry.code,
            "fingerprint": entry.fingerprint,
            "severity": _SEVERITY[entry.severity],
            "location": {"path": entry.file, "lines": {"begin": entry.line}},
        }
        for entry in examination.open
    ]
    return json_text(issues)
