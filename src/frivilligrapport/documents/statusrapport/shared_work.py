"""Work that several report: who tells of it, who counts it, who says nothing, and what each says."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.collection.organisation import unit_id
from frivilligrapport.danish import join_words
from frivilligrapport.documents.parts.figures_shown import Talvisning
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.report_data import Material
from frivilligrapport.figures.control import Telling
from frivilligrapport.models.indsats import Faelles, Indsats

_NOBODY = "ingen"


@dataclass(frozen=True, slots=True)
class Tvaergaaende:
    """The shared things; `kontrol` is what each said in figures, `brutto` the totals with all of it added."""

    indsatser: Tabel
    kontrol: Tabel | None
    brutto: Tabel | None


@dataclass(frozen=True, slots=True)
class _Told:
    """One reporter's word about a shared thing."""

    forvaltning: str
    indsats: Indsats
    faelles: Faelles


def shared_work(material: Material) -> Tvaergaaende | None:
    """List the shared things in the order they are first told of; None when there are none."""
    by_thing: dict[str, list[_Told]] = {}
    for report in material.reports:
        for indsats in report.indsatser:
            if indsats.faelles:
                told = _Told(report.forvaltning, indsats, indsats.faelles)
                by_thing.setdefault(str(indsats.faelles.id), []).append(told)
    if not by_thing:
        return None
    heads = columns("Indsats", "Indberettet af", "Nævnes ikke af", "Tælles hos")
    rows = tuple(_row(material, told) for told in by_thing.values())
    return Tvaergaaende(Tabel("faelles", "Fælles indsatser", heads, rows), _control(material), _gross(material))


def _row(material: Material, told: list[_Told]) -> Raekke:
    reporters = list(dict.fromkeys(one.forvaltning for one in told))
    owner = unit_id(material.grundlag.samling, told[0].faelles.taeller_hos)
    involved = dict.fromkeys(
        unit_id(material.grundlag.samling, name) for one in told for name in (*one.faelles.med, one.faelles.taeller_hos)
    )
    silent = [material.name(one) for one in involved if one not in reporters]
    first = next((one for one in told if one.forvaltning == owner), told[0])
    return (
        Celle(str(first.indsats.navn), note=_other_names(material, told, first)),
        Celle(join_words([material.name(one) for one in reporters])),
        Celle(join_words(silent) or _NOBODY),
        Celle(material.name(owner)),
    )


def _other_names(material: Material, told: list[_Told], first: _Told) -> str:
    others = [one for one in told if one.indsats.navn != first.indsats.navn]
    names = [f"»{one.indsats.navn}« hos {material.name(one.forvaltning)}" for one in others]
    return f"hedder {join_words(names)}" if names else ""


def _control(material: Material) -> Tabel | None:
    """Hold everyone's figure against the one that counts (number grammar, section 3 rule 5)."""
    found = material.grundlag.tally.control
    if not found:
        return None
    rows = tuple(_telling(material, one) for one in found)
    return Tabel("faelles-kontrol", "Hvad hver siger i tal", columns("Indsats", "Hvem", "Tal", "Forhold"), rows)


def _telling(material: Material, one: Telling) -> Raekke:
    shown = Talvisning(f"{one.text} {one.enhed}", material.figures.sources.refer(one.ids))
    return (Celle(one.indsats), Celle(one.reporter), Celle(tal=(shown,)), Celle(one.difference.text, note=one.note))


def _gross(material: Material) -> Tabel | None:
    """List the totals that would be another if shared things were counted everywhere."""
    rows = tuple(_differing(material))
    heads = columns("Enhed", "Alles tal lagt sammen", "Talt én gang")
    return Tabel("faelles-brutto", "Med og uden gentagelser", heads, rows) if rows else None


def _differing(material: Material) -> Iterator[Raekke]:
    tally = material.grundlag.tally
    net = {(total.enhed, total.gruppe): total for total in tally.totals}
    for gross in tally.gross:
        counted = net.get((gross.enhed, gross.gruppe))
        if counted and counted.text != gross.text:
            refer = material.figures.sources.refer
            everything = Talvisning(gross.text, refer(gross.ids))
            once = Talvisning(counted.text, refer(counted.ids))
            yield (Celle(f"{gross.enhed}, {gross.gruppe}"), Celle(tal=(everything,)), Celle(tal=(once,)))
