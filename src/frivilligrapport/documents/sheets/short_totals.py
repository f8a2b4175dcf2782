"""The year's totals for a busy reader: each with whom it is from and how it is to be read."""

from dataclasses import replace

from frivilligrapport.aggregation.totals import Total
from frivilligrapport.counting.figure import Group
from frivilligrapport.danish import join_words
from frivilligrapport.documents.material import Material
from frivilligrapport.documents.sheets.certainty import certainty
from frivilligrapport.documents.tables import Celle, Raekke, columns
from frivilligrapport.documents.totals_shown import totals_of
from frivilligrapport.rendering.typography import upper_first

_LONGEST_NOTE = 110
_MOST_NAMES = 5
HEADS = columns("Tal", "Dækning", "Så sikkert er det")


def total_rows(material: Material, group: Group) -> tuple[Raekke, ...]:
    """Give a row for each total that has a number, in the units' own order."""
    return tuple(_row(material, total) for total in totals_of(material, group) if total.quantified)


def without_number(material: Material, group: Group) -> str:
    """Name the units that nobody put a number on, "" when there are none."""
    vague = [total.enhed for total in totals_of(material, group) if not total.quantified]
    return f"Nævnt, men uden et antal: {join_words(vague)}." if vague else ""


def _row(material: Material, total: Total) -> Raekke:
    shown = material.figures.show_total(total)
    note = shown.note if len(shown.note) <= _LONGEST_NOTE else "mere om det i statusrapporten"
    words = "; ".join(one for one in (certainty(total), note) if one)
    bare = replace(shown, note="")
    return (Celle(tal=(bare,)), Celle(_coverage(total)), Celle(upper_first(words)))


def _coverage(total: Total) -> str:
    """Say from how many it is, and from whom when they are few."""
    given = [*total.coverage.given, *([total.coverage.network] if total.coverage.network else [])]
    return f"{total.coverage.text}: {join_words(given)}" if len(given) <= _MOST_NAMES else total.coverage.text
