"""A finding: its place in a file that a person handed in, its kind, and what to write instead."""

from enum import StrEnum
from typing import NamedTuple


class Location(NamedTuple):
    """Point at characters in a file.

    `file` is the path as it is shown: relative to the work folder, with `/`.
    `line` and `column` count from 1; columns count characters after NFC normalisation.
    `length` is the number of characters to underline, at least 1, on that one line.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Severity(StrEnum):
    """How much a finding matters; the value is the word that is printed."""

    FEJL = "fejl"
    ADVARSEL = "advarsel"


class Kind(NamedTuple):
    """Declare one kind of finding, with all that `explain` and the docs tell about it.

    `code` is stable for ever. `title`, `explanation` are plain Danish: what it means and why it matters.
    `wrong` and `right` are YAML texts: the keys that differ from a valid status file, or several files,
    each after a line `# fil: 2014/tmf.yaml`. A test reads them: `wrong` must give this kind and no other,
    `right` must give no finding. `of_file` kinds can be about a file as a whole, which are on no line of it.
    """

    code: str
    severity: Severity
    title: str
    explanation: str
    wrong: str
    right: str
    of_file: bool = False


def error(code: str, title: str, explanation: str, wrong: str, right: str, *, of_file: bool = False) -> Kind:
    """Declare a kind of finding that must be put right; the arguments are those of `Kind`."""
    return Kind(code, Severity.FEJL, title, explanation, wrong, right, of_file)


def warning(code: str, title: str, explanation: str, wrong: str, right: str) -> Kind:
    """Declare a kind of finding that must be looked at; the arguments are those of `Kind`."""
    return Kind(code, Severity.ADVARSEL, title, explanation, wrong, right)


# The indsats of most examples; what an example is about follows in its lines.
INDSATS = "indsatser:\n  - id: smag-verden\n    navn: Smag Verden\n    tilstand: afholdt\n"


class Problem(NamedTuple):
    """State one finding at one place.

    `message` says what is wrong, quoting what was typed as typed in »…«. `hint` says what to write instead,
    and names the thing ("i indsatsen »Smag Verden«"). `subject` is the id of the indsats, forvaltning or
    fælles thing concerned, so that a finding can be accepted without a line number; "" when there is none.
    `weight` is given where the same finding matters more or less than its kind says, as in a draft.
    `instead` holds texts that may each be pasted over exactly the underlined characters (`location`), the likeliest
    first: the file is then read as meant and the finding is gone. Empty where only a person can know what to write.
    """

    location: Location
    kind: Kind
    message: str
    hint: str = ""
    subject: str = ""
    weight: Severity | None = None
    instead: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The kind's code, such as FR201."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """How much this finding matters."""
        return self.weight or self.kind.severity

    @property
    def is_of_file(self) -> bool:
        """Tell that it is about the file as a whole: no line of it is meant."""
        return self.kind.of_file and self.location == Location(self.location.file)

    def below(self, folder: str) -> "Problem":
        """Give the finding with its file's path as it is seen from above a folder, whose own ends in `/`."""
        return self._replace(location=self.location._replace(file=f"{folder}{self.location.file}"))

    @property
    def order(self) -> tuple[Location, str, str]:
        """Sort key: by place, then code, then wording, so that output never depends on the order of checks."""
        return (self.location, self.kind.code, self.message)


class Fault(Exception):  # noqa: N818 - a person's slip, not an error of the program's
    """Refuse a piece of text while it is being read, before its place is known.

    Raised by the grammars (quantities, periods) and turned into a `Problem` by whoever knows the place.
    `start` and `length` are characters within the text that was read; length 0 means all of it.
    `instead` holds what may be written in place of those characters, as in `Problem`.
    """

    def __init__(
        self,
        kind: Kind,
        message: str,
        hint: str = "",
        *,
        start: int = 0,
        length: int = 0,
        instead: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.hint = hint
        self.start = start
        self.length = length
        self.instead = instead
