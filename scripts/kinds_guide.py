"""The page docs/fejlkoder.md: all kinds of findings."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from frivilligrapport.problems import Kind, Severity
from frivilligrapport.problems.reporters.examination import escape_markdown
from frivilligrapport.problems.reporters.kinds import WEIGHT, examples

_CHAPTERS = {
    "FR0": "Filen kan ikke læses",
    "FR1": "Felter",
    "FR2": "Tal og perioder",
    "FR3": "Filerne holdt op mod hinanden",
    "FR4": "Tekster",
    "FR9": "Personoplysninger",
}
_INTRODUCTION = f"""\
<!-- Siden er lavet af programmet selv: make docs. Ret teksterne, hvor koderne er erklæret, ikke her. -->

# Fejlkoder

Alt, hvad `frivilligrapport validate` kan finde, har en kode. `frivilligrapport explain FR201` viser det samme som her.

- **fejl**: {WEIGHT[Severity.FEJL]}
- **advarsel**: {WEIGHT[Severity.ADVARSEL]}

Er et fund rigtigt set, men kan ikke rettes, kan det tit accepteres med en grund, i `rapport.yaml` eller ved selve
linjen: se [regler.md](regler.md).

Eksemplerne viser kun de felter, det handler om. Begynder et eksempel med `# fil:`, viser det hver fil for sig.
"""


def kinds_guide(kinds: Sequence[Kind]) -> str:
    """Write the page; `kinds` are in the order of their codes."""
    return "\n".join((_INTRODUCTION, *_index(kinds), *_chapters(kinds)))


def _index(kinds: Sequence[Kind]) -> Iterator[str]:
    yield from ("| Kode | Hvad | Vægt |", "| --- | --- | --- |")
    for kind in kinds:
        yield f"| [{kind.code}](#{kind.code.lower()}) | {escape_markdown(kind.title)} | {kind.severity} |"
    yield ""


def _chapters(kinds: Sequence[Kind]) -> Iterator[str]:
    for start, found in groupby(kinds, key=lambda kind: kind.code[: len("FR0")]):
        yield from (f"## {_CHAPTERS[start]}", "")
        for kind in found:
            yield from _entry(kind)


def _entry(kind: Kind) -> Iterator[str]:
    # The heading is the code alone, so that its anchor is the code and stays when the title is reworded.
    yield from (f"### {kind.code}", "", f"**{escape_markdown(kind.title)}** ({kind.severity})", "")
    yield from (escape_markdown(kind.explanation), "")
    for title, example, is_yaml in examples(kind):
        if is_yaml:
            yield from (f"{title}:", "", "```yaml", example, "```", "")
        else:
            yield from (f"{title}: {escape_markdown(example)}", "")
