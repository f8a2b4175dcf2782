"""The work folder's own templates, which override the built-in ones file by file."""

from pathlib import Path

from frivilligrapport.collection.folder import SKABELONER, FoundFile, files_below
from frivilligrapport.problems import Refusal
from frivilligrapport.reading import file_kinds
from frivilligrapport.reading.conflicts import conflict_hint, conflict_message, first_conflict

TEMPLATE_ENDINGS = (".j2", ".css", ".svg")


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


def _found(root: Path) -> list[FoundFile]:
    found = files_below(root, root / SKABELONER)
    return [one for one in found if one.name.lower().endswith(TEMPLATE_ENDINGS) and not one.is_link]


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
