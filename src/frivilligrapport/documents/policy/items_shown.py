"""The items of a plan as rows of a table: who, how often, by when, how far, and when it is to be followed up."""

from collections.abc import Iterator, Sequence

from frivilligrapport.counting.plans import Plan
from frivilligrapport.counting.promises import DROPPET, due, is_late
from frivilligrapport.danish import full_stop, join_words
from frivilligrapport.documents.policy.ground import known
from frivilligrapport.documents.policy.promises_shown import overdue_text, reason
from frivilligrapport.documents.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.models.loefte import Loefte


def item_table(anchor: str, title: str, plan: Plan, before: tuple[Plan, ...], items: Sequence[Loefte]) -> Tabel:
    """List items; `before` are the forvaltning's earlier plans for the same policy."""
    heads = columns("Opgave", "Ejer", "Hvornår", "Frist", "Tilstand", "Opfølgning")
    return Tabel(anchor, title, heads, tuple(_row(plan, before, one) for one in items))


def _row(plan: Plan, before: tuple[Plan, ...], one: Loefte) -> Raekke:
    cells = (_told(one.ejer), _told(one.hyppighed) or known(one.periode), _deadline(plan, one), _told(one.tilstand))
    follow_up = "; ".join(_follow_up(plan, before, one))
    return (
        Celle(str(one.navn), note=" ".join(_remarks(one))),
        *(_cell(text) for text in (*cells, follow_up)),
    )


def _cell(text: str) -> Celle:
    return Celle(text or UOPLYST, svag=not text)


def _told(text: str | None) -> str:
    return " ".join(text.split()) if text and text != UOPLYST else ""


def _deadline(plan: Plan, one: Loefte) -> str:
    deadline = known(one.frist)
    return f"{deadline} (overskredet)" if deadline and is_late(one, plan.aar) else deadline


def _remarks(one: Loefte) -> Iterator[str]:
    """Yield what else the plan says of an item, as sentences."""
    if one.tekst:
        yield full_stop(" ".join(one.tekst.split()))
    if one.med:
        yield f"Sammen med {join_words(one.med)}."
    if one.maal:
        yield f"Mål: {full_stop(' '.join(one.maal.split()))}"
    if one.hyppighed and known(one.periode):
        yield f"Periode: {known(one.periode)}."


def _follow_up(plan: Plan, before: tuple[Plan, ...], one: Loefte) -> Iterator[str]:
    """Yield the follow-ups that are told of, what became of the item, and the next follow-up."""
    for told in one.opfoelgning:
        text = f" ({' '.join(told.tekst.split()).rstrip('.')})" if told.tekst else ""
        yield f"{known(told.dato) or UOPLYST}: {told.tilstand}{text}"
    if one.udgang:
        yield f"{one.udgang}: {reason(one)}" if one.udgang == DROPPET or one.fordi else str(one.udgang)
    found = due(plan, before, one)
    if found and found.is_overdue(plan.aar):
        yield overdue_text(found)
    elif found:
        yield f"{'' if one.opfoelgning else 'uoplyst; '}senest i {found.latest}"
