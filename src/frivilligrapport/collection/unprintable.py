"""Find what the report's fonts cannot draw, in all that may be printed of a file."""

from collections.abc import Iterator

from frivilligrapport.problems import Problem
from frivilligrapport.reading.characters import may_be_misread
from frivilligrapport.reading.file_kinds import HINTS, UNPRINTABLE
from frivilligrapport.reading.printable import may_hold_unprintable, name_signs, plainer, unprintable_runs
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import TreeNode, every_scalar


def unprintable_in_text(source: Source) -> Iterator[Problem]:
    """Yield a finding for each run of such signs in a file that is all text."""
    for match in unprintable_runs(source.text):
        yield _problem(source, match.group(), match.start())


def unprintable_in_values(source: Source, tree: TreeNode) -> Iterator[Problem]:
    """Yield a finding for each run of such signs in a file's values; its comments are not printed."""
    # Only where letters were misread do the values hold other signs than the text.
    if not (may_hold_unprintable(source.text) or may_be_misread(source.text)):
        return
    every = every_scalar(tree)
    # A number in other digits than ours is told of by the field that it stands in.
    values = [one for one in every if (not one.text.isascii() and not one.text.isdecimal()) or "&" in one.text]
    starts = [source.offset(one.location) for one in values]
    for value, start, end in zip(values, starts, [*starts, len(source.text)][1:], strict=True):
        at = start
        for match in unprintable_runs(value.text):
            # A run over two lines that YAML has folded stands otherwise in the file.
            found = source.text.find(match.group(), at, end)
            yield _problem(source, match.group(), start if found < 0 else found, is_as_typed=found >= 0)
            at = found + len(match.group()) if found >= 0 else at


def _problem(source: Source, run: str, offset: int, *, is_as_typed: bool = True) -> Problem:
    signs, better = name_signs(run), plainer(run) if is_as_typed else None
    message = f"{signs[0].upper()}{signs[1:]} kan ikke trykkes med rapportens skrifter."
    hint = f"Skriv {better}" if better else HINTS[UNPRINTABLE.code]
    place = source.place(offset, len(run) if is_as_typed else 1)
    return Problem(place, UNPRINTABLE, message, hint, instead=(better,) if better else ())
