"""Who reports in a year, and every figure of theirs, before anything is held against anything else."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from frivilligrapport.collection.organisation import in_print_order, unit_id
from frivilligrapport.collection.succession import succession
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import normal_key
from frivilligrapport.figures.figure import Figure, Origin, StateGroup, Tags
from frivilligrapport.figures.from_tal import Context, TalReader
from frivilligrapport.grammar.quantity import CA_MARGIN, Precision
from frivilligrapport.models import lister
from frivilligrapport.models.enheder import Enhed, Enhedsart, built_in
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.kommune import EgenEnhed
from frivilligrapport.models.statusfil import Politikopfoelgning
from frivilligrapport.models.tal import Tal
from frivilligrapport.reading.tree import MappingNode


class Report(NamedTuple):
    """What one reporter says of one year."""

    forvaltning: str
    indsatser: tuple[Indsats, ...]
    tal: tuple[Tal, ...]
    politik: tuple[Politikopfoelgning, ...] = ()


def units_of(samling: Samling, year: int | None = None) -> dict[str, Enhed]:
    """Give all units by normalised name: the built-in ones and the municipality's own.

    With a `year`, a unit means what it meant in that year.
    """
    own = samling.kommune.enheder
    return _by_name(own) | built_in() | _by_name(one for one in own if year is None or one.holds_in(year))


def _by_name(own: Iterable[EgenEnhed]) -> dict[str, Enhed]:
    return {
        one.enhed.key: Enhed(one.enhed, one.ental, Enhedsart(one.art), one.definition, decimaler=one.decimaler)
        for one in own
    }


def margin_of(aargang: Aargang) -> Fraction:
    """Give the year's convention for "ca.": how far off it may be, as a share."""
    settings = aargang.rapport.indstillinger if aargang.rapport else None
    return settings.ca_usikkerhed.share if settings and settings.ca_usikkerhed else CA_MARGIN


def margin_is_known(aargang: Aargang) -> bool:
    """Tell whether the year's report could be read where it may say how far off "ca." may be."""
    if aargang.rapport is None or not isinstance(aargang.rapport_tree, MappingNode):
        return not aargang.rapport_file
    settings, typed = aargang.rapport.indstillinger, aargang.rapport_tree.get("indstillinger")
    if typed is None or (settings and settings.ca_usikkerhed):
        return True
    return isinstance(typed.value, MappingNode) and all(one.key == "udsving" for one in typed.value.entries)


def reports(samling: Samling, aargang: Aargang) -> tuple[Report, ...]:
    """Give the year's reporters in print order: the forvaltninger, then the network."""
    read = (
        Report(one.forvaltning_id, one.told.indsatser, one.told.tal, one.told.politik)
        for one in aargang.indberetninger
        if one.told
    )
    found = in_print_order(samling, aargang, read, lambda report: report.forvaltning)
    network = samling.network(aargang.aar)
    if network and aargang.rapport and aargang.rapport.netvaerk:
        found.append(Report(str(network.id), aargang.rapport.netvaerk.indsatser, aargang.rapport.netvaerk.tal))
    return tuple(found)


def told_before(samling: Samling, aargang: Aargang) -> dict[str, frozenset[str]]:
    """Give by unit who of the year's forvaltninger has reported it in an earlier year, or has taken over from one."""
    found: dict[str, set[str]] = {}
    for earlier in (one for one in samling.aargange if one.aar < aargang.aar):
        line = succession(samling, earlier.aar, aargang.aar)
        for report in reports(samling, earlier):
            owned = [(report.forvaltning, report.tal)]
            for one in report.indsatser:
                owner = unit_id(samling, one.faelles.taeller_hos) if one.faelles else report.forvaltning
                owned.append((owner, one.tal))
            for owner, figures in owned:
                for tal in figures:
                    if tal.antal is None or tal.antal.quantity.precision is not Precision.NOT_RELEVANT:
                        found.setdefault(normal_key(tal.enhed), set()).update(line.heirs_of(owner))
    return {unit: frozenset(ids) for unit, ids in found.items()}


def reported(samling: Samling, aargang: Aargang) -> tuple[Figure, ...]:
    """Give every figure of the year in print order; those that can never count say why."""
    context = Context(aargang.aar, units_of(samling, aargang.aar), margin_of(aargang))
    return tuple(figure for report in reports(samling, aargang) for figure in _of_report(samling, context, report))


def _of_report(samling: Samling, context: Context, report: Report) -> Iterator[Figure]:
    whole = Origin(context.aar, report.forvaltning)
    for tal in report.tal:
        yield from TalReader(context, whole, StateGroup.GENNEMFOERT, tal).figures()
    by_id = {str(one.id): one for one in report.indsatser}
    for indsats in report.indsatser:
        tags = tags_of(samling, indsats)
        origin = Origin(
            aar=context.aar,
            forvaltning=report.forvaltning,
            indsats=str(indsats.id),
            indsats_navn=str(indsats.navn),
            hoerer_til=_with_figures_above(indsats, by_id),
            faelles=str(indsats.faelles.id) if indsats.faelles else "",
            taeller_hos=unit_id(samling, indsats.faelles.taeller_hos) if indsats.faelles else "",
            bidragyder=", ".join(tags.lokaludvalg),
            tilstand=str(indsats.tilstand),
            tags=tags,
            columns=indsats.columns,
        )
        group = state_group(indsats, context.aar)
        for tal in indsats.tal:
            yield from TalReader(context, origin, group, tal).figures()


def _with_figures_above(indsats: Indsats, by_id: Mapping[str, Indsats]) -> str:
    """Name what an indsats is part of: the nearest above it that has figures at all, "" for none."""
    name = str(indsats.hoerer_til or "")
    without: set[str] = set()
    while name in by_id and not by_id[name].tal and name not in without:
        without.add(name)
        name = str(by_id[name].hoerer_til or "")
    return name


def tags_of(samling: Samling, indsats: Indsats) -> Tags:
    """Give the tags of an indsats, spelt as in kommune.yaml where they stand there; each stands once."""
    kommune = samling.kommune
    behind = kommune.bydele_of(indsats.lokaludvalg)
    return Tags(
        temaer=_spelt(indsats.tema, kommune.spelt_temaer),
        bydele=_spelt((*_bydele(indsats), *behind), kommune.spelt_bydele),
        maalgrupper=_spelt(indsats.maalgrupper, {}),
        lokaludvalg=_spelt(indsats.lokaludvalg, kommune.spelt_lokaludvalg),
    )


def _bydele(indsats: Indsats) -> tuple[str, ...]:
    """Give the bydele named, and those of the places; a place without one makes the answer uncertain."""
    if indsats.bydele:
        return (*indsats.bydele, *(place.bydel for place in indsats.steder if place.bydel))
    return tuple(place.bydel or lister.UOPLYST for place in indsats.steder)


def _spelt(names: Iterable[str], known: dict[str, str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        key = normal_key(name)
        spelling = lister.UOPLYST if key == lister.UOPLYST else known.get(key, str(name))
        found.setdefault(normal_key(spelling), spelling)
    return tuple(found.values())


def state_group(indsats: Indsats, year: int) -> StateGroup:
    """Give the state group of an indsats in a report year (number grammar, section 3 rule 1)."""
    if indsats.kommende:
        return StateGroup.KOMMENDE
    if not indsats.gennemfoert:
        return StateGroup(str(indsats.tilstand))
    period = indsats.periode.period if indsats.periode else None
    if period is None or not period.is_known or period.within(year):
        return StateGroup.GENNEMFOERT
    running = indsats.tilstand in lister.LOEBENDE and period.touches(year)
    return StateGroup.GENNEMFOERT if running else StateGroup.ANDET_AAR
