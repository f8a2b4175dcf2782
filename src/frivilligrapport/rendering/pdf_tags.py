"""Repair the tag tree that WeasyPrint 70 writes, so that a screen reader hears the report and not its page breaks.

Checked by tests that open finished files with pikepdf; WeasyPrint is pinned, since the first step, which HTML element
each tag came from, is recorded from inside it (`rendering.pdf_origins`).
"""

from typing import Any

from frivilligrapport.rendering.pdf_figures import group_figures
from frivilligrapport.rendering.pdf_links import mend_links
from frivilligrapport.rendering.pdf_lists import mend_lists
from frivilligrapport.rendering.pdf_meaning import index_ids, say_what_is_meant
from frivilligrapport.rendering.pdf_merge import merge_fragments
from frivilligrapport.rendering.pdf_notes import mend_notes, place_notes, take_notes
from frivilligrapport.rendering.pdf_origins import Origin
from frivilligrapport.rendering.pdf_roles import name_roles, separate_text
from frivilligrapport.rendering.pdf_spaces import write_spaces
from frivilligrapport.rendering.pdf_structure import Mark, Structure
from frivilligrapport.rendering.pdf_tables import mend_tables
from frivilligrapport.rendering.pdf_text import drawn_on
from frivilligrapport.rendering.pdf_write import write_structure


def repair_tags(pdf: Any, origins: dict[int, Origin], page: Any, fonts: Any) -> None:
    """Change the tags of a pydyf.PDF in place, before it is written.

    Running heads and repeated table heads become artifacts, what a page break parted becomes one, and the elements
    say what their HTML said. `origins` maps each structure element's object number to its HTML, `page` is the HTML's
    root, `fonts` are those of WeasyPrint's document.
    """
    structure = Structure(pdf, origins)
    drawn = {
        Mark(page, number): piece
        for page in range(len(structure.references))
        for number, piece in drawn_on(structure.operators(page), fonts).items()
    }
    notes = take_notes(structure)
    merge_fragments(structure.root)
    place_notes(structure, notes)
    name_roles(structure, drawn)
    mend_lists(structure)
    mend_notes(structure)
    mend_tables(structure)
    group_figures(structure)
    mend_links(structure, page)
    say_what_is_meant(structure)
    index_ids(structure)
    write_spaces(structure, drawn, fonts)
    separate_text(structure)
    write_structure(structure)
