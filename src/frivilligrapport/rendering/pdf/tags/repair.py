"""The tags of a PDF put right: every step, in its order."""

from collections.abc import Iterable
from typing import Any

from frivilligrapport.rendering.pdf.ink import DrawnPage
from frivilligrapport.rendering.pdf.tags.blocks import group_figures, mend_lists, mend_tables
from frivilligrapport.rendering.pdf.tags.drawn import Drawn, spoken_text, write_spaces
from frivilligrapport.rendering.pdf.tags.links import index_ids, mend_links, mend_notes, place_notes, take_notes
from frivilligrapport.rendering.pdf.tags.merge import merge_fragments
from frivilligrapport.rendering.pdf.tags.order import draw_in_reading_order
from frivilligrapport.rendering.pdf.tags.roles import name_roles, say_what_is_meant, separate_text
from frivilligrapport.rendering.pdf.tags.structure import HtmlOrigin, Mark, Structure


def repair_tags(pdf: Any, read: Iterable[DrawnPage], origins: dict[int, HtmlOrigin], page: Any, fonts: Any) -> str:
    """Change the tags of a pydyf.PDF in place, before it is written; give its text as it is read aloud.

    Running heads and repeated table heads become artifacts, what a page break parted becomes one, and the elements
    say what their HTML said. `read` is what the pages draw, `origins` maps each structure element's object number to
    its HTML, `page` is the HTML's root, `fonts` are those of WeasyPrint's document.
    """
    structure = Structure(pdf, origins)
    drawn: Drawn = {
        Mark(number, mark): one for number, one_page in enumerate(read) for mark, one in one_page.content.items()
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
    spaced = write_spaces(structure, drawn, fonts)
    separate_text(structure)
    text = spoken_text(structure, spaced)
    structure.write()
    draw_in_reading_order(structure)
    return text
