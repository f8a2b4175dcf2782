"""What the collection warrants by counting it: registered indsatser, places, contributors and what each has told."""

from collections import Counter
from collections.abc import Iterator, Sequence

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import normal_key, plural
from frivilligrapport.figures.figure import Figure, StateGroup
from frivilligrapport.figures.reports import Report, reports, state_group
from frivilligrapport.grammar.quantity import Precision
from frivilligrapport.models.kommune import Forvaltning
from support.numerals.page import Source, Warrant, phrase


def counted(samling: Samling, aargang: Aargang, figures: Sequence[Figure]) -> Iterator[Warrant]:
    """Yield what counting the year's files gives; `figures` are the year's."""
    told = reports(samling, aargang)
    units = {str(one.id): one for one in samling.kommune.forvaltninger}
    yield from (phrase(Source.REGISTER, row) for row in _tables(told, aargang.aar))
    shared = Counter(str(one.faelles.id) for report in told for one in report.indsatser if one.faelles)
    yield phrase(Source.REGISTER, f"{sum(many > 1 for many in shared.values())} fælles indsats")
    for words, given in (
        ("opgjort", [one.said("opgjort") for one in figures]),
        ("metode", [one.metode for one in figures]),
    ):
        many = sum(one not in {"", Precision.UNKNOWN.value} for one in given)
        beside = "Dagen, det er gjort op" if words == "opgjort" else "Hvordan et tal er fundet"
        yield phrase(Source.REGISTER, f"oplyst for {many} af {len(figures)} tal", beside=beside)
    asked, received = (
        len(samling.forvaltninger(aargang.aar)),
        sum(bool(one.statusfil) for one in aargang.indberetninger),
    )
    yield phrase(Source.REGISTER, f"Modtaget fra {received} af {asked} forvaltninger")
    vague, unknown = sum(one.is_unspecified for one in figures), sum(one.is_unknown for one in figures)
    yield phrase(Source.REGISTER, f"Filerne har {len(figures)} tal. {vague} af dem er ord")
    yield phrase(Source.REGISTER, f"{unknown} er nævnt som uoplyst")
    yield from (phrase(Source.REGISTER, words) for words in _in_short(told, aargang))
    for report in told:
        yield from _of_one(report, units[report.forvaltning], figures, aargang)
    for file in aargang.indberetninger:
        given = [normal_key(one.status) for one in file.statusfil.bidragydere] if file.statusfil else []
        yield phrase(Source.REGISTER, f"modtaget fra {given.count('modtaget')} af {len(given)} lokaludvalg")


def _in_short(told: Sequence[Report], aargang: Aargang) -> Iterator[str]:
    """Yield how many things a forvaltning's line does not name: done, to come, and lacking."""
    for report in told:
        groups = Counter(state_group(one, aargang.aar) for one in report.indsatser)
        for group, named in ((StateGroup.GENNEMFOERT, 3), (StateGroup.KOMMENDE, 2)):
            left = groups[group] - named
            yield f"og {left} {'anden' if left == 1 else 'andre'}"
    for file in aargang.indberetninger:
        many = len(file.statusfil.mangler) if file.statusfil else 0
        yield f"{many} {'oplysning' if many == 1 else 'oplysninger'}, som kapitlet nævner"


def _tables(told: Sequence[Report], year: int) -> Iterator[str]:
    """Yield the rows of the tables of registered indsatser: by year, by tilstand and by art, with their sums."""
    by_part = [Counter(_part(state_group(one, year)) for one in report.indsatser) for report in told]
    by_state = [Counter(str(one.tilstand) for one in report.indsatser) for report in told]
    by_kind = [Counter(str(one.art) for one in report.indsatser if one.art) for report in told]
    for counters in (by_part, by_state, by_kind):
        for name in sum(counters, Counter[str]()):
            many = [counter[name] for counter in counters]
            yield f"| {name} | {' | '.join(map(str, (*many, sum(many))))} |"
        sums = [counter.total() for counter in counters]
        yield f"| I alt | {' | '.join(map(str, (*sums, sum(sums))))} |"


def _part(group: StateGroup) -> str:
    return group.value if group in {StateGroup.GENNEMFOERT, StateGroup.KOMMENDE} else "øvrige"


def _of_one(report: Report, unit: Forvaltning, figures: Sequence[Figure], aargang: Aargang) -> Iterator[Warrant]:
    many = len(report.indsatser)
    own = [one for one in figures if one.origin.forvaltning == report.forvaltning]
    words = Counter(one.quantity.precision for one in own)
    row = f"{many} | {len(own)} | {words[Precision.UNSPECIFIED]} | {words[Precision.UNKNOWN]} |"
    yield phrase(Source.REGISTER, row, beside=f"| {unit.navn} ({unit.forkortelse}) |")
    groups = Counter(state_group(one, aargang.aar).value for one in report.indsatser)
    named = {StateGroup.ANDET_AAR.value: f"fra et {StateGroup.ANDET_AAR}"}
    told = [f"{many} {plural(many, 'registreret', 'registrerede')}"]
    for group, count in groups.items():
        inflected = group in {StateGroup.GENNEMFOERT.value, StateGroup.OPHOERT.value, StateGroup.AFLYST.value}
        told.append(f"{count} {named.get(group, group)}{'e' if inflected and count != 1 else ''}")
    for text in told:
        yield phrase(Source.REGISTER, text, chapter=str(unit.navn), beside="| Indsatser |")
    places = [place for one in report.indsatser for place in one.steder]
    nowhere = sum(place.bydel is None or normal_key(place.bydel) == "uoplyst" for place in places)
    for noun in ("sted", "steder"):
        yield phrase(Source.REGISTER, f"ikke oplyst for {nowhere} {noun}", beside=f"| {unit.forkortelse} |")
