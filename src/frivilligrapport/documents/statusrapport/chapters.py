"""One chapter per forvaltning: facts, texts with the indsatser that they name, forslag, and gaps."""

from collections.abc import Iterable

from frivilligrapport.deliveries.aflevering import Aflevering
from frivilligrapport.documents.parts.facts_box import Faktalinje, facts_of
from frivilligrapport.documents.parts.indsatser_shown import Indsatser, Indsatsvisning
from frivilligrapport.documents.parts.notat import Notatpunkt, gap_points
from frivilligrapport.documents.parts.proposals import Forslagsvisning, proposals_of
from frivilligrapport.documents.parts.stories import Historievisning, stories_of
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.lister import said
from frivilligrapport.models.statusfil import Politikopfoelgning, Statusfil
from frivilligrapport.rendering.typography import one_line


class Afsnitvisning(Frozen):
    """A section: a contributor's Markdown, or in its place `svar`, our words for there being none.

    `indsatser` are shown here; `ogsaa` names those that are shown in an earlier section.
    """

    id: str
    overskrift: str
    tekst: str = ""
    svar: str = ""
    indsatser: tuple[Indsatsvisning, ...] = ()
    ogsaa: tuple[str, ...] = ()


class SectionPlan(Frozen):
    """A section before its indsatser are placed; `ids` are those that its text is about."""

    id: str
    heading: str
    text: str = ""
    ids: tuple[str, ...] = ()


def place(spots: Iterable[SectionPlan], indsatser: Indsatser) -> tuple[Afsnitvisning, ...]:
    """Show each indsats in the first section that names it."""
    placed: set[str] = set()
    sections = []
    for spot in spots:
        ids = tuple(dict.fromkeys(spot.ids))
        here = tuple(one for one in ids if one not in placed)
        elsewhere = tuple(indsatser.name(one) for one in ids if one in placed)
        answer = "" if spot.text or ids else "Ikke oplyst."
        sections.append(Afsnitvisning(spot.id, spot.heading, spot.text, answer, indsatser.show(here), elsewhere))
        placed.update(here)
    return tuple(sections)


def with_rest(
    spots: list[SectionPlan], later: list[SectionPlan], indsatser: Indsatser, anchor: str, heading: str
) -> list[SectionPlan]:
    """Put a section for the indsatser that no section names between `spots` and `later`, under `heading`.

    Where none of them names any, they are all there are, and it is not for the others.
    """
    named = {one for spot in (*spots, *later) for one in spot.ids}
    rest = tuple(str(one.id) for one in indsatser.alle if str(one.id) not in named)
    above = heading if any(spot.ids for spot in spots) else "Indsatser"
    return [*spots, *([SectionPlan(anchor, above, ids=rest)] if rest else []), *later]


_BARRIERS = ("regler", "kompetencer", "ledelse", "ressourcer")


class Forvaltningskapitel(Frozen):
    """A chapter; `besked` says why there is nothing else in it. What was not answered stands in `fakta`."""

    id: str
    titel: str
    overlinje: str
    besked: str = ""
    fakta: tuple[Faktalinje, ...] = ()
    afsnit: tuple[Afsnitvisning, ...] = ()
    historier: tuple[Historievisning, ...] = ()
    forslag: tuple[Forslagsvisning, ...] = ()
    mangler: tuple[Notatpunkt, ...] = ()


def chapters(report_data: ReportData) -> tuple[Forvaltningskapitel, ...]:
    """Give the chapters in print order; a forvaltning that has not delivered still has its own."""
    return tuple(chapter(report_data, one) for one in report_data.scope.forvaltninger)


def chapter_id(forvaltning: str) -> str:
    """Give the anchor of a forvaltning's chapter."""
    return f"forvaltning-{forvaltning}"


def chapter(report_data: ReportData, forvaltning: str) -> Forvaltningskapitel:
    """Give one forvaltning's chapter."""
    found = report_data.aargang.indberetning(forvaltning)
    report = report_data.report_of(forvaltning)
    if found is None or found.statusfil is None or report is None:
        return _without_content(report_data.delivery(forvaltning))
    statusfil = found.statusfil
    indsatser = Indsatser(report_data, forvaltning, statusfil.indsatser)
    return Forvaltningskapitel(
        id=chapter_id(forvaltning),
        titel=report_data.title(forvaltning),
        overlinje=report_data.name(forvaltning),
        fakta=facts_of(report_data, report, statusfil),
        afsnit=place(_spots(report_data, forvaltning, statusfil, indsatser), indsatser),
        historier=stories_of(statusfil.historier, indsatser.names, report_data.aargang.pictures),
        forslag=proposals_of(statusfil.forslag),
        mangler=gap_points(statusfil.mangler, indsatser.names),
    )


def _without_content(found: Aflevering) -> Forvaltningskapitel:
    text = f"Forvaltningens bidrag er {found.tilstand}."
    if found.er_ulaeselig:
        text = "Forvaltningens bidrag er modtaget, men kan ikke læses. Ingen af dets tal er talt med."
    return Forvaltningskapitel(chapter_id(found.forvaltning), found.navn, found.forkortelse, text)


def _spots(report_data: ReportData, forvaltning: str, statusfil: Statusfil, indsatser: Indsatser) -> list[SectionPlan]:
    prefix = f"afsnit-{forvaltning}"
    status = [
        SectionPlan(
            f"{prefix}-{number}", str(one.overskrift), report_data.text(one.tekst, one.tekstfil), _ids(one.indsatser)
        )
        for number, one in enumerate(statusfil.status, start=1)
    ]
    later = _perspectives(report_data, f"{prefix}-perspektiver", statusfil)
    later += _barriers(f"{prefix}-barrierer", report_data.tekster["barrierer"], statusfil)
    later += [_policy(f"{prefix}-politik-{number}", one) for number, one in enumerate(statusfil.politik, start=1)]
    return with_rest(status, later, indsatser, f"{prefix}-oevrige", report_data.tekster["oevrige_indsatser"])


def _perspectives(report_data: ReportData, anchor: str, statusfil: Statusfil) -> list[SectionPlan]:
    found = statusfil.perspektiver
    if found is None:
        return []
    text = report_data.text(found.tekst, found.tekstfil)
    return [SectionPlan(anchor, report_data.tekster["perspektiver"], text, _ids(found.planer))]


def _barriers(anchor: str, heading: str, statusfil: Statusfil) -> list[SectionPlan]:
    if statusfil.barrierer is None:
        return []
    told = [(name, getattr(statusfil.barrierer, name)) for name in _BARRIERS]
    text = "\n".join(f"- **{name.capitalize()}:** {one_line(value)}" for name, value in told if said(value))
    return [SectionPlan(anchor, heading, text)]


def _policy(anchor: str, one: Politikopfoelgning) -> SectionPlan:
    text = "\n\n".join(text for text in map(said, (one.status, one.tekst)) if text)
    return SectionPlan(anchor, f"Politikkens punkt {one.punkt}", text, _ids(one.indsatser))


def _ids(found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(one) for one in found)
