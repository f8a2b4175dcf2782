"""What the Tab key offers: words that are cheap to find. What goes wrong here is nobody's business but ours."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

VARIABLE = "_FRIVILLIGRAPPORT_COMPLETE"  # the shell's script sets it where the Tab key was pressed
SHELLS = ("bash", "zsh", "fish", "powershell")


def get_ready() -> None:
    """Teach Typer the shells' ways of asking, when a shell is asking."""
    if VARIABLE in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()


def among(words: Iterable[str]) -> Callable[[str], list[str]]:
    """Make what offers a few fixed words."""

    def offer(incomplete: str) -> list[str]:
        return _beginning(incomplete, words)

    return offer


def years(incomplete: str) -> list[str]:
    """Offer the years that have a folder, the newest first."""
    from frivilligrapport.collection.folder import year_folders

    root = _root()
    return _beginning(incomplete, map(str, reversed(year_folders(root)))) if root else []


def forvaltninger(incomplete: str) -> list[str]:
    """Offer the acronyms that kommune.yaml names, in capitals or not as the user began."""
    from frivilligrapport.collection.folder import acronyms

    root = _root()
    names = acronyms(root) if root else ()
    return _as_begun(incomplete, names)


def explained(incomplete: str) -> list[str]:
    """Offer the codes that `explain` knows, in capitals or not as the user began, and the guides."""
    from frivilligrapport.rendering.templates.shipped import guides
    from frivilligrapport.rules.catalogue import ALL_KINDS

    return [*_as_begun(incomplete, (kind.code for kind in ALL_KINDS)), *_beginning(incomplete, guides())]


def documents(incomplete: str) -> list[str]:
    """Offer the documents that `build` can make."""
    from frivilligrapport.pipeline.edition import document_names

    return _beginning(incomplete, document_names())


def _root() -> Path | None:
    """Find the work folder, its files whole, unless somebody writes in it now: who presses Tab does not wait."""
    from frivilligrapport.cli.writing import settle
    from frivilligrapport.collection.folder import INDBERETNINGER, find_root
    from frivilligrapport.problems import Refusal

    with suppress(Refusal):
        settle(Path.cwd(), patience=0)
        root = find_root(Path.cwd())
        if root:
            settle(root / INDBERETNINGER, patience=0)
    return find_root(Path.cwd())


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    from frivilligrapport.collection.folder import as_shown

    # Typer prints them: a word that could steer the screen is not offered.
    return [word for word in words if word.startswith(incomplete) and as_shown(word) == word]


def _as_begun(incomplete: str, words: Iterable[str]) -> list[str]:
    return _beginning(incomplete, map(str.lower, words) if incomplete.islower() else words)
