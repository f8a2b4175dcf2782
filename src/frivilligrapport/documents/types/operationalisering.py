"""The operationalisering: how one forvaltning carries out a policy, point by point."""

from collections import Counter
from collections.abc import Iterator

from frivilligrapport.danish import full_stop, join_words, plural
from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.contents import Indholdsled
from frivilligrapport.documents.parts.cover import Forside, draft_text, front, publisher
from frivilligrapport.documents.parts.facts_box import Faktalinje, fact
from frivilligrapport.documents.parts.notat import Notatpunkt, gap_points
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.policy.chapter import states_of
from frivilligrapport.documents.policy.policy_data import (
    is_called,
    numbered,
    point_title,
    point_words,
    policy_named,
    unit_of,
)
from frivilligrapport.documents.policy.promises_shown import overdue_text, reason
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.dokumentfiler.loefte import Loefte
from frivilligrapport.models.dokumentfiler.operationalisering import OperationaliseretPunkt
from frivilligrapport.models.fields.base import in_words
from frivilligrapport.models.lister import UOPLYST, is_unanswered, said
from frivilligrapport.models.politik import Politik, Politikpunkt
from frivilligrapport.policy.plans import Plan, plans_before, plans_in
from frivilligrapport.policy.promises import DROPPET, FollowUpDue, follow_up_due, is_late
from frivilligrapport.rendering.typography import one_line

_OVERBLIK = Indholdsled("overblik", "Overblik")
_BEMAERKNING = Indholdsled("om-planen", "Om planen")


class Planpunkt(Frozen):
    """A point: its heading, the plan's words on it, and its items; `besked` says so when there are none."""

    id: str
    titel: str
    tekst: str
    besked: str
    opgaver: Tabel | None


class Operationaliseringsdokument(Frozen):
    """Everything the templates place; a part that is None, "" or () is left out."""

    forside: Forside
    kolofon: tuple[tuple[str, str], ...]
    udkast: str
    fakta: tuple[Faktalinje, ...]
    sammenfatning: tuple[str, ...]
    indledning: str
    punkter: tuple[Planpunkt, ...]
    om_planen: str
    mangler: tuple[Notatpunkt, ...]
    overblik: Indholdsled = _OVERBLIK
    bemaerkning: Indholdsled = _BEMAERKNING

    @property
    def indhold(self) -> tuple[Indholdsled, ...]:
        """Give the table of contents: every chapter that is there."""
        points = (Indholdsled(one.id, one.titel) for one in self.punkter)
        last = (self.bemaerkning,) if self.om_planen or self.mangler else ()
        return (self.overblik, *points, *last)


class Shown(Frozen):
    """Hold a plan, the earlier ones that it goes on from, and its policy where that is known."""

    plan: Plan
    before: tuple[Plan, ...]
    politik: Politik | None

    @property
    def items(self) -> tuple[Loefte, ...]:
        """Give every item of the plan."""
        return tuple(one for _, one in self.plan.opgaver)

    def due(self, one: Loefte) -> FollowUpDue | None:
        """Give an item's next follow-up, in the document's year seen from its own data; None when there is none."""
        return follow_up_due(self.plan, self.before, one, self.plan.aar)


def _make(year_data: YearData, plan: Plan) -> Operationaliseringsdokument:
    """Make the document of one plan."""
    content, unit = plan.indhold, unit_of(year_data, plan.forvaltning)
    name = str(unit.navn) if unit else str(content.forvaltning)
    before = plans_before(year_data.samling, plan.aar, plan.forvaltning, plan.politik)
    shown = Shown(plan, before, policy_named(year_data, plan.politik))
    names = {str(one.id): str(one.navn) for one in shown.items}
    return Operationaliseringsdokument(
        forside=front(year_data, str(content.titel), f"{name}, {plan.aar}", (), content.dato),
        kolofon=(
            ("Udgiver", publisher(year_data) or UOPLYST),
            ("Forvaltning", name),
            ("Kontor", str(content.kontor or UOPLYST)),
            ("Dato", in_words(content.dato) or UOPLYST),
            ("År", str(plan.aar)),
        ),
        udkast=draft_text(year_data),
        fakta=_plan_facts(shown, name),
        sammenfatning=_summary(shown),
        indledning=said(content.indledning),
        punkter=_plan_points(shown),
        om_planen=said(content.bemaerkning),
        mangler=gap_points(content.mangler, names),
    )


def _plan_facts(shown: Shown, forvaltning: str) -> tuple[Faktalinje, ...]:
    """Say whose plan it is, for which policy, and how often it is followed up."""
    plan = shown.plan.indhold
    policy = str(shown.politik.titel) if shown.politik else str(plan.politik or UOPLYST)
    return (
        fact("Forvaltning", forvaltning),
        fact("Kontor", str(plan.kontor or UOPLYST)),
        fact("Politik", policy),
        fact("Planens dato", in_words(plan.dato) or UOPLYST),
        fact("Følges op", str(plan.opfoelges or UOPLYST)),
    )


def _summary(shown: Shown) -> tuple[str, ...]:
    """Count what is told of how much there is, and say when the plan is to be followed up."""
    items = shown.items
    owned = sum(bool(one.ejer and not is_unanswered(one.ejer)) for one in items)
    with_state = sum(not is_unanswered(one.tilstand) for one in items)
    dated = sum(bool(said(in_words(one.frist))) for one in items)
    followed_up = sum(bool(one.opfoelgning) for one in items)
    told = (
        f"Tilstand er oplyst for {with_state} af {len(items)}, ejer for {owned}, frist for {dated} "
        f"og opfølgning for {followed_up}."
    )
    by_state = f"Opgaverne efter tilstand: {states_of(str(one.tilstand) for one in items)}."
    return (f"{_extent(shown)} {told}", *((by_state,) if items else ()), *_next(shown))


def _extent(shown: Shown) -> str:
    """Say how many items there are, and how many of the policy's points they answer."""
    number = f"{len(shown.items)} {plural(len(shown.items), 'opgave', 'opgaver')}"
    if shown.politik is None or not shown.politik.points:
        return f"Planen har {number}."
    points, (_, many) = shown.politik.points, point_words(shown.politik)
    own = [one.punkt for one in shown.plan.indhold.punkter if one.opgaver]
    answered = sum(any(is_called(point, name) for name in own) for point in points)
    return f"Planen har {number} under {answered} af politikkens {len(points)} {many}."


def _next(shown: Shown) -> Iterator[str]:
    """Say when the items are to be followed up."""
    found = [*map(shown.due, shown.items)]
    waiting = [one for one in found if one]
    late = [one for one in waiting if one.is_overdue(shown.plan.aar)]
    coming = Counter((one.how_often, one.latest) for one in waiting if not one.is_overdue(shown.plan.aar))
    for (how_often, latest), number in sorted(coming.items(), key=lambda pair: (pair[0][1], pair[0][0])):
        yield f"{_of(number, len(found))} skal følges op {how_often}, næste gang senest i {latest}."
    if late:
        yield f"{_of(len(late), len(found))} skulle have været fulgt op; det er ikke oplyst."


def _of(number: int, total: int) -> str:
    return f"{number} af {total} {plural(total, 'opgave', 'opgaver')}"


def _plan_points(shown: Shown) -> tuple[Planpunkt, ...]:
    """Give every point of the policy in its order, also those that the plan leaves out, and then the plan's others."""
    own = list(shown.plan.indhold.punkter)
    points = shown.politik.points if shown.politik else ()
    pairs: list[tuple[Politikpunkt | None, list[OperationaliseretPunkt]]] = [
        (point, [one for one in own if is_called(point, one.punkt)]) for point in points
    ]
    placed = [one for _, found in pairs for one in found]
    pairs += [(None, [one]) for one in own if one not in placed]
    return tuple(_point(shown, number, *pair) for number, pair in enumerate(pairs, start=1))


def _point(shown: Shown, number: int, point: Politikpunkt | None, own: list[OperationaliseretPunkt]) -> Planpunkt:
    items = tuple(item for one in own for item in one.opgaver)
    title = point_title(point) if point else numbered(own[0].punkt, own[0].titel or "Punkt uden titel")
    message = "" if items else "Uoplyst: planen har ingen opgaver under punktet."
    rows = tuple(_row(shown, one) for one in items)
    table = Tabel(f"opgaver-{number}", f"Opgaver under »{title}«", _HEADS, rows) if rows else None
    texts = [said(point.tekst)] if point else []
    texts += [said(one.tekst) for one in own]
    return Planpunkt(f"punkt-{number}", title, "\n\n".join(text.strip() for text in texts if text), message, table)


_HEADS = columns("Opgave", "Ejer", "Hvornår", "Frist", "Tilstand", "Opfølgning")


def _row(shown: Shown, one: Loefte) -> Raekke:
    deadline, is_over = said(in_words(one.frist)), is_late(shown.plan, one, shown.plan.aar)
    texts = (
        one_line(said(one.ejer)),
        one_line(said(one.hyppighed)) or said(in_words(one.periode)),
        f"{deadline} (overskredet)" if deadline and is_over else deadline,
        said(one.tilstand),
        "; ".join(_follow_up(shown, one)),
    )
    first = Celle(str(one.navn), note=" ".join(_remarks(one)))
    return (first, *(Celle(text or UOPLYST, svag=not text) for text in texts))


def _remarks(one: Loefte) -> Iterator[str]:
    """Yield what else the plan says of an item, as sentences."""
    if said(one.tekst):
        yield full_stop(one_line(said(one.tekst)))
    if one.med:
        yield full_stop(f"Sammen med {join_words(one.med)}")
    if one.maal:
        yield f"Mål: {full_stop(one_line(one.maal))}"
    if one.hyppighed and said(in_words(one.periode)):
        yield full_stop(f"Periode: {said(in_words(one.periode))}")


def _follow_up(shown: Shown, one: Loefte) -> Iterator[str]:
    """Yield the follow-ups that are told of, what became of the item, and the next follow-up."""
    for told in one.opfoelgning:
        text = f" ({one_line(said(told.tekst)).rstrip('.')})" if said(told.tekst) else ""
        yield f"{in_words(told.dato) or UOPLYST}: {told.tilstand}{text}"
    if one.udgang:
        yield f"{one.udgang}: {reason(one)}" if one.udgang == DROPPET or one.fordi else str(one.udgang)
    found = shown.due(one)
    if found and found.is_overdue(shown.plan.aar):
        yield overdue_text(found)
    elif found:
        yield f"{'' if one.opfoelgning else 'uoplyst; '}senest i {found.latest}"


def _documents(year_data: YearData) -> Iterator[Document]:
    for plan in plans_in(year_data.samling, year_data.aargang):
        yield Document(plan.fil.id, _make(year_data, plan))


DOCUMENT = DocumentType(
    name="operationalisering", title="Operationalisering", make=_documents, shows=Operationaliseringsdokument, rank=20
)
