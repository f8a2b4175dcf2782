"""Repair the tag tree that WeasyPrint 70 writes, so that a screen reader hears the report and not its page breaks.

Checked by tests that open finished files with pikepdf; WeasyPrint is pinned, since the first step, which HTML element
each tag came from, is recorded from inside it (`rendering.pdf`).
"""

from typing import Any

from frivilligrapport.rendering.pdf_meaning import say_what_is_meant
from frivilligrapport.rendering.pdf_merge import merge_fragments
from frivilligrapport.rendering.pdf_structure import Origin, Structure


def repair_tags(pdf: Any, origins: dict[int, Origin]) -> None:
    """Change the tags of a pydyf.PDF in place, before it is written.

    Running heads and repeated table heads become artifacts, what a page break parted becomes one, and the elements
    say what their HTML said. `origins` maps each structure element's object number to its HTML.
    """
    structure = Structure(pdf, origins)
    merge_fragments(structure.root)
    say_what_is_meant(structure)
    structure.write()
