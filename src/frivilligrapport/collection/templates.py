"""The work folder's own templates, which override the built-in ones file by file."""

import re
from collections.abc import Iterator
from pathlib import Path

from frivilligrapport.collection.folder import SKABELONER, TEMPLATES, FoundFile, files_below
from frivilligrapport.collection.kinds import LOST_IN_TEMPLATE
from frivilligrapport.danish import quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Problem, Refusal
from frivilligrapport.reading import file_kinds
from frivilligrapport.reading.conflicts import conflict_hint, conflict_message, first_conflict
from frivilligrapport.reading.source import Source

_TAG = pattern(r"\{#.*?#\}|\{%-?\s*(?P<name>\w+).*?%\}|\{\{.*?\}\}", re.DOTALL)
_HOLDING = ("block", "macro", "set")


class UnreadableTemplate(Refusal):
    """Refuse a template that cannot be read as text."""


def own_templates(root: Path) -> dict[str, str]:
    """Read `skabeloner/` of the work folder: text by name, with `/`. Files of other endings are left out.

    Raises UnreadableTemplate.
    """
    return {one.below(SKABELONER): _text(one) for one in _found(root)}


def template_files(root: Path) -> dict[str, bytes]:
    """Give the same files byte for byte, for those who hold one edition against another."""
    return {one.below(SKABELONER): one.path.read_bytes() for one in _found(root)}


def lost_in_template(source: Source) -> Iterator[Problem]:
    """Yield a finding for the first text that stands outside the blocks of a template that goes on from another."""
    if any(tag["name"] == "extends" for tag in _TAG.finditer(source.text)):
        lost = next(_outside(source.text), None)
        if lost:
            start, text = lost
            message = f"{quote(text)} står uden for blokkene og kommer ikke med i dokumentet."
            hint = "Flyt det ind mellem {% block … %} og {% endblock %}, eller slet det."
            yield Problem(source.place(start, len(text)), LOST_IN_TEMPLATE, message, hint)


def _outside(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first line of each run of text that no block or macro holds, with where it begins."""
    inside, last = 0, 0
    for tag in (*_TAG.finditer(text), None):
        gap = text[last : tag.start() if tag else len(text)]
        if gap.strip() and not inside:
            yield last + len(gap) - len(gap.lstrip()), gap.strip().split("\n")[0].rstrip()
        if tag is None:
            return
        name, last = tag["name"] or "", tag.end()
        if name in _HOLDING and not (name == "set" and "=" in tag[0]):
            inside += 1
        elif name.removeprefix("end") in _HOLDING and name.startswith("end"):
            inside -= 1
        elif tag[0].startswith("{{") and not inside:
            yield tag.start(), tag[0].split("\n")[0]


def _found(root: Path) -> list[FoundFile]:
    found = files_below(root, root / SKABELONER)
    return [one for one in found if one.name.lower().endswith(TEMPLATES) and not one.is_link]


def _text(found: FoundFile) -> str:
    try:
        text = found.path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        message = f"Skabelonen {found.shown} er ikke gemt som UTF-8."
        raise UnreadableTemplate(message, file_kinds.HINTS[file_kinds.WRONG_ENCODING.code]) from None
    except OSError:
        message = f"Skabelonen {found.shown} kan ikke åbnes."
        raise UnreadableTemplate(message, file_kinds.HINTS[file_kinds.UNREADABLE_FILE.code]) from None
    conflict = first_conflict(text)
    if conflict:
        message = f"{found.shown}:{conflict.start}: {conflict_message(conflict)}"
        raise UnreadableTemplate(message, conflict_hint(conflict))
    return text
