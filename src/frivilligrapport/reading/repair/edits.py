"""New texts for characters of one line: what a finding offers, and what is seen on the line itself."""

import re
from collections.abc import Iterator

from frivilligrapport.danish import quote
from frivilligrapport.problems import Problem
from frivilligrapport.reading.repair.draft import Draft, EditGroup, LineEdit
from frivilligrapport.reading.slips.parser_stop import indent_of
from frivilligrapport.reading.slips.quoting import quoted
from frivilligrapport.reading.slips.runs import loose_text, one_space_askew

# Only the font of the word processor knows these; elsewhere they are an empty box.
_PRIVATE = "\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf076"
_BULLET = re.compile(f"^(?P<indent>[ \t]*)(?P<whole>(?P<sign>[•·–—*‣▪◦○{_PRIVATE}])[ \t]+)(?=\\S)")
# A remark after the value stays one.
_CURLY = re.compile(
    r"^\s*(?:- +)*(?:[^\s:#][^:#]*:[ \t]+)?(?P<value>[“”„‟](?P<text>[^“”„‟\n]+)[“”‟])[ \t]*(?:#(?:\s.*)?)?$"
)
_REMARK = re.compile(r"\s#(?:\s|$)")


def pasted(draft: Draft, problem: Problem, text: str) -> EditGroup:
    """Make the edit that pastes one of a finding's texts over what it underlines.

    A remark after a value stays one: only what stands before it is put in quotation marks. None is made where a remark
    would be lost otherwise, nor of a text over several lines, which is for a person to paste.
    """
    number, start = problem.location.line - 1, problem.location.column - 1
    line = draft.lines[number] if number < len(draft.lines) else ""
    end = min(start + problem.location.length, len(line))
    typed = line[start:end]
    remark = _REMARK.search(typed)
    if remark and text == quoted(typed):
        typed = typed[: remark.start()].rstrip()
        end, text = start + len(typed), quoted(typed)
    if "\n" in text or start > len(line) or _REMARK.search(typed) or text == typed:
        return ()
    if text.strip():
        what = f"{quote(typed)} bliver til {quote(text)}"
    else:
        what = f"{quote(typed)} slettes" if typed.strip() else "indrykningen bliver rettet"
    return (LineEdit(number, start, end, text, what),)


def moved_lines(draft: Draft, problem: Problem) -> EditGroup:
    """Make the edits that move all lines of a text that lost its indentation, or of a block one space askew."""
    number = problem.location.line - 1
    run = loose_text(draft.source, number) or one_space_askew(draft.lines, number)
    if run is None:
        return ()
    ends = {number: indent_of(draft.lines[number]) for number in run.lines}
    told = "indrykningen bliver rettet"
    return tuple(LineEdit(n, 0, ends[n], line[: indent_of(line)], told) for n, line in sorted(run.lines.items()))


def straight_quotes(draft: Draft, problem: Problem) -> EditGroup:
    """Make the edit that writes a word processor's quotation marks around a whole value as those of the keyboard."""
    number = problem.location.line - 1
    match = _CURLY.match(draft.lines[number])
    if match is None:
        return ()
    told = f"skæve anførselstegn om {quote(match['text'])} bliver lige"
    return (LineEdit(number, *match.span("value"), quoted(match["text"]), told),)


def bullets(draft: Draft, number: int) -> EditGroup:
    """Make the edits that write bullets as dashes: the one on a line (from zero), and those alike right below it."""
    first = _BULLET.match(draft.lines[number])
    found: list[LineEdit] = []
    for below in range(number, len(draft.lines)):
        match = _BULLET.match(draft.lines[below])
        if not first or not match or match.group("indent", "sign") != first.group("indent", "sign"):
            break
        found.append(LineEdit(below, *match.span("whole"), "- ", "et punkttegn bliver til en bindestreg"))
    return tuple(found)


def private_bullets(draft: Draft) -> Iterator[EditGroup]:
    """Yield the edits of each list whose bullets only the font of a word processor knows."""
    below = 0
    for number, line in enumerate(draft.lines):
        match = _BULLET.match(line)
        if match and match["sign"] in _PRIVATE and number >= below:
            group = bullets(draft, number)
            below = number + len(group)
            yield group
