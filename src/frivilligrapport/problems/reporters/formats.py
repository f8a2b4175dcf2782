"""The formats that `validate` can write: text for people, the others for programs."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from frivilligrapport.problems.reporters.examination import Examination

TEXT = "text"
# Each but text is written by the module of its name; it is loaded when the format is asked for.
FINDINGS_FORMATS = (TEXT, "json", "github", "gitlab", "sarif", "junit")


def writer_of(name: str) -> "Callable[[Examination], str]":
    """Give what writes a format for programs."""
    writer: Callable[[Examination], str] = getattr(import_module(f"{__package__}.{name}"), f"as_{name}")
    return writer
