"""Show what was found on stderr, beside the data that a command prints."""

import sys

from frivilligrapport.collection.values import Samling
from frivilligrapport.reporters.text import findings_summary, findings_text
from frivilligrapport.rules.run import Findings


def show(findings: Findings, samling: Samling) -> None:
    """Print the open findings with their excerpts and a last line that counts them; nothing when there are none."""
    if findings.open:
        print(findings_text(findings.open, samling.sources), file=sys.stderr, end="")
        print(findings_summary(findings.open), file=sys.stderr)
