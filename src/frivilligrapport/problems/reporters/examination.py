"""What every reporter is given: the findings of a run, without personal data, and what they all say of them."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from frivilligrapport.problems import Kind, Location, Problem, Severity
from frivilligrapport.problems.personal_data import mask
from frivilligrapport.problems.reporters.text import SourceLines

_FINGERPRINT = 32
_MARKUP = re.compile(r"[\\`*_<>|\[\]]")


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """One finding without personal data.

    `file` is relative, with `/`. `end_column` is the first column after the underlined characters. `instead` holds
    texts that may each be written in place of the characters from `column` up to `end_column`. `because` says why the
    report accepts the finding, "" when it does not.
    """

    file: str
    line: int
    column: int
    end_column: int
    kind: Kind
    severity: Severity
    message: str
    hint: str
    subject: str
    instead: tuple[str, ...]
    fingerprint: str
    because: str = ""

    @property
    def code(self) -> str:
        """The kind's code, such as FR201."""
        return self.kind.code

    @property
    def advice(self) -> str:
        """What is wrong and what to write instead, on one or two lines."""
        return f"{self.message}\n{self.hint}" if self.hint else self.message


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything of one run: the files that were read, the open findings and the accepted ones, in the files' order.

    `version` is the program's own.
    """

    files: tuple[str, ...]
    open: tuple[ReportedFinding, ...]
    accepted: tuple[ReportedFinding, ...]
    version: str

    def count(self, severity: Severity) -> int:
        """Count the open findings of one severity."""
        return sum(entry.severity is severity for entry in self.open)


def together(examinations: Sequence[Examination], version: str) -> Examination:
    """Make one of several, one after the other."""
    return Examination(
        files=tuple(file for one in examinations for file in one.files),
        open=tuple(entry for one in examinations for entry in one.open),
        accepted=tuple(entry for one in examinations for entry in one.accepted),
        version=version,
    )


def reported_findings(
    problems: Iterable[Problem],
    sources: Mapping[str, SourceLines],
    place: Callable[[str], str] = str,
    reasons: Iterable[str] = (),
) -> tuple[ReportedFinding, ...]:
    """Make findings into entries, in the order given.

    `place` gives a file's path as other programs know it; the fingerprint is made of the path as shown, so that it is
    the same wherever the program is run from. `reasons` go with the findings one by one, where they are accepted.
    """
    found = tuple(problems)
    marks = fingerprints(found, sources)
    because = tuple(reasons) or ("",) * len(found)
    return tuple(
        ReportedFinding(
            file=mask(place(problem.location.file)),
            line=problem.location.line,
            column=problem.location.column,
            end_column=_end(problem.location, sources.get(problem.location.file)),
            kind=problem.kind,
            severity=problem.severity,
            message=mask(problem.message),
            hint=mask(problem.hint),
            subject=mask(problem.subject),
            # A masked text must not be pasted.
            instead=tuple(dict.fromkeys(text for text in problem.instead if mask(text) == text)),
            fingerprint=mark,
            because=mask(reason),
        )
        for problem, mark, reason in zip(found, marks, because, strict=True)
    )


def _end(place: Location, source: SourceLines | None) -> int:
    """Give the column after the last character, within the line: after its end there is nothing to replace."""
    end = place.column + place.length
    if source is None or place.line > len(source.lines):
        return end
    return max(place.column, min(end, len(source.lines[place.line - 1]) + 1))


def fingerprints(problems: Iterable[Problem], sources: Mapping[str, SourceLines]) -> tuple[str, ...]:
    """Give each finding 32 hexadecimal digits, made of file, code, subject and the underlined words.

    Never of a line number, and not of the message either: it may name other lines. Findings that are alike in all four
    are numbered in the order given, so no two fingerprints are equal. A CPR number is masked first: four hidden digits
    could be guessed from a hash.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for problem in problems:
        file, source = problem.location.file, sources.get(problem.location.file)
        words = unicodedata.normalize("NFC", underlined(problem.location, source.lines) if source else "")
        identity = tuple(map(mask, (file, problem.code, problem.subject, " ".join(words.split()))))
        seen[identity] += 1
        text = "\0".join((*identity, str(seen[identity])))
        made.append(hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:_FINGERPRINT])
    return tuple(made)


def underlined(place: Location, lines: Sequence[str]) -> str:
    """Give the characters at a place; "" for a place of one character, which only points at something near."""
    if place.length == 1 or place.line > len(lines):
        return ""
    return lines[place.line - 1][place.column - 1 : place.column - 1 + place.length]


def escape_markdown(text: str) -> str:
    """Give a text with every sign that Markdown or HTML would read as markup made harmless."""
    return _MARKUP.sub(r"\\\g<0>", text)
