"""New texts for characters of one line: what a finding offers, and what is seen on the line itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from frivilligrapport.danish import quote
from frivilligrapport.problems import Problem
from frivilligrapport.reading.repair.draft import Draft
from frivilligrapport.reading.slips.quoting import quoted

# Only the font of the word processor knows these; elsewhere they are an empty box.
_PRIVATE = "\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf076"
_BULLET = re.compile(f"^(?P<indent>[ \t]*)(?P<whole>(?P<sign>[•·–—*‣▪◦○{_PRIVATE}])[ \t]+)(?=\\S)")
# A remark after the value stays one.
_CURLY = re.compile(
    r"^\s*(?:- +)*(?:[^\s:#][^:#]*:[ \t]+)?(?P<value>[“”„‟](?P<text>[^“”„‟\n]+)[“”‟])[ \t]*(?:#(?:\s.*)?)?$"
)
_REMARK = re.compile(r"\s#(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in place of the characters from `start` to `end` of a line; all are counted from zero."""

    number: int
    start: int
    end: int
    text: str
    what: str


# Edits that only make sense together.
Group = tuple[Edit, ...]


def edited(draft: Draft, groups: Iterable[Group]) -> Draft:
    """Carry out edits, at most one on each line."""
    edits = [edit for group in groups for edit in group]
    new = {one.number: _put(draft.lines[one.number], one) for one in edits}
    return draft.with_lines(new, {one.number: one.what for one in edits})


def _put(line: str, edit: Edit) -> str:
    return line[: edit.start] + edit.text + line[edit.end :]


def pasted(draft: Draft, problem: Problem, text: str) -> Group:
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
    return (Edit(number, start, end, text, _told(typed, text)),)


def _told(typed: str, text: str) -> str:
    if not typed.strip() and not text.strip():
        return "indrykningen bliver rettet"
    return f"{quote(typed)} bliver til {quote(text)}" if text.strip() else f"{quote(typed)} slettes"


def straight_quotes(draft: Draft, problem: Problem) -> Group:
    """Make the edit that writes a word processor's quotation marks around a whole value as those of the keyboard."""
    number = problem.location.line - 1
    match = _CURLY.match(draft.lines[number])
    if match is None:
        return ()
    told = f"skæve anførselstegn om {quote(match['text'])} bliver lige"
    return (Edit(number, *match.span("value"), quoted(match["text"]), told),)


def bullets(draft: Draft, problem: Problem) -> Group:
    """Make the edits that write a list's bullets as dashes: the one that was found, and those alike right below it."""
    return _run(draft, problem.location.line - 1)


def private_bullets(draft: Draft) -> Iterator[Group]:
    """Yield the edits of each list whose bullets only the font of a word processor knows."""
    done = 0
    for number, line in enumerate(draft.lines):
        match = _BULLET.match(line)
        if match and match["sign"] in _PRIVATE and number >= done:
            group = _run(draft, number)
            done = number + len(group)
            yield group


def _run(draft: Draft, number: int) -> Group:
    first = _BULLET.match(draft.lines[number])
    found: list[Edit] = []
    for below in range(number, len(draft.lines)):
        match = _BULLET.match(draft.lines[below])
        if not first or not match or match.group("indent", "sign") != first.group("indent", "sign"):
            break
        found.append(Edit(below, *match.span("whole"), "- ", "et punkttegn bliver til en bindestreg"))
    return tuple(found)
