"""The chapter "Om tallene", in words: how they are made, whom they are from, and what is doubtful about them."""

from collections.abc import Iterator
from fractions import Fraction

from frivilligrapport.danish import format_percent, full_stop, join_words
from frivilligrapport.deliveries.aflevering import counted_text
from frivilligrapport.documents.parts.figures.changes import name_of
from frivilligrapport.documents.parts.figures.totals import missing_volunteers, total_of_volunteers
from frivilligrapport.documents.statusrapport.own_texts import Tekstpunkt
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.reports import margin_of
from frivilligrapport.problems import Problem
from frivilligrapport.rendering.typography import one_line, upper_first


class Forklaring(Frozen):
    """A titled list of plain sentences."""

    id: str
    titel: str
    punkter: tuple[str, ...]


class OmTallene(Frozen):
    """All of the chapter; `forklaringer` are sections, and of `bemaerkninger` and `accepteret` there may be none."""

    forklaringer: tuple[Forklaring, ...]
    bemaerkninger: tuple[Tekstpunkt, ...]
    accepteret: tuple[Tekstpunkt, ...]


def about_figures(report_data: ReportData) -> OmTallene:
    """Make the chapter."""
    return OmTallene(
        forklaringer=tuple(one for one in _sections(report_data) if one.punkter),
        bemaerkninger=_remarks_once(report_data),
        accepteret=tuple(_accepted(report_data)),
    )


def _sections(report_data: ReportData) -> Iterator[Forklaring]:
    """Say what is in doubt, how it is counted (number grammar, sections 1 and 3), and whom figures are from."""
    margin = margin_of(report_data.aargang)
    doubts = report_data.open_doubts
    yield Forklaring("mulige-dobbelttaellinger", "Det, der måske er talt to gange", doubts)
    yield Forklaring("metode-lagt-sammen", "Sådan er tallene lagt sammen", _adding(report_data))
    yield Forklaring("metode-ord", "Ca., over, op mod og mange", _careful_words(margin))
    yield Forklaring("metode-tid", "Hvornår tallene gælder", _time(report_data))
    yield Forklaring("metode-daekning", "Hvem tallene er fra", tuple(_coverage(report_data)))
    yield Forklaring("uenighed", "Det, som filerne ikke er enige om", tuple(_conflicts(report_data)))


def _adding(report_data: ReportData) -> tuple[str, ...]:
    network = report_data.scope.network
    beside = f" {report_data.title(network)} er ikke en forvaltning og nævnes ved siden af." if network else ""
    return (
        "Hvert tal står, som det er skrevet i forvaltningens fil. Intet er rettet, gættet eller hentet fra teksten.",
        "Kun tal i samme enhed lægges sammen. Det, der er gennemført, og det, der kommer, holdes hver for sig.",
        "Det, der hører til en anden indsats, er talt med i den. En delmængde af et tal lægges aldrig til.",
        "En indsats, som flere indberetter, tæller én gang, hos den forvaltning, der er aftalt.",
        "Er to indsatser måske den samme, regnes der med det mindste, de kan være sammen, og det meste.",
        f"Dækningen siger, hvor mange forvaltninger et tal kommer fra.{beside}",
        "Frivillige er registreringer og ikke hoveder: Den samme person kan være talt med i flere indsatser.",
        "Antallet af registrerede indsatser er noget andet end de tal, de oplyser. De to lægges aldrig sammen.",
    )


def _careful_words(margin: Fraction) -> tuple[str, ...]:
    percent = format_percent(int(margin * 100)) if (margin * 100).denominator == 1 else f"{margin}"
    return (
        f"»Ca.« er regnet som plus eller minus {percent}, rundet udad. På siden står der stadig ca.",
        f"»Knap«, »næsten« og »godt« er regnet som op til {percent} under eller over.",
        "»Over 100« er mindst 101 og har ingen øvre grænse. »Op mod 10.000« har ingen nedre grænse og er derfor fra 0.",
        "»Mange«, »flere« og »en række« er et ubestemt antal. I et samlet tal nævnes det for sig.",
        "»Uoplyst« er ikke 0. Det lægger intet til det samlede tal, men gør dækningen mindre.",
        "Kan tal ikke lægges sammen til ét, siges de hver for sig, det største først.",
        "Et samlet tal er aldrig skarpere end det mindst skarpe af de tal, det er lagt sammen af.",
    )


def _time(report_data: ReportData) -> tuple[str, ...]:
    rows = report_data.figures.reported
    dated = sum(figure.said("opgjort") not in {"", "uoplyst"} for figure in rows)
    counted_how = sum(bool(figure.metode) for figure in rows)
    when = (
        f"Gennemført er det, der er afholdt, i gang, i drift eller etableret i {report_data.aar}.",
        f"En indsats, hvis periode ikke er oplyst, regnes for at være fra {report_data.aar}.",
        "Kommende er det, der er på vej eller planlagt, uanset hvornår det sker.",
    )
    if not rows:
        return when
    return (
        *when,
        f"Et tal gælder for indsatsens periode. Dagen, det er gjort op, er oplyst for {dated} af {len(rows)} tal.",
        f"Hvordan et tal er fundet (optælling, skøn eller andet), er oplyst for {counted_how} af {len(rows)} tal.",
    )


def _coverage(report_data: ReportData) -> Iterator[str]:
    """Say who has delivered, who has told of the volunteers, and how much is told without a number."""
    yield counted_text(report_data.deliveries)
    volunteers = total_of_volunteers(report_data)
    if volunteers and (missing := missing_volunteers(report_data, volunteers)):
        yield f"Om frivillige er der {volunteers.coverage.text}. {missing}"
    figures = report_data.figures.reported
    vague, unknown = sum(one.is_unspecified for one in figures), sum(one.is_unknown for one in figures)
    if figures:
        vague_words = f" {vague} af dem er ord som »flere« eller »mange«." if vague else ""
        unknown_words = f" {unknown} er nævnt som uoplyst." if unknown else ""
        place = " Hvert af dem står i tabelbilaget med det sted, det er skrevet."
        yield f"Filerne har {len(figures)} tal.{vague_words}{unknown_words}{place}"


def _conflicts(report_data: ReportData) -> Iterator[str]:
    """Say what is told differently: of one shared thing by several, and of last year by two files."""
    register = report_data.register
    counted = {(one.faelles, one.enhed, one.gruppe): one for one in register.shared if one.counts}
    for one in register.shared:
        first = counted.get((one.faelles, one.enhed, one.gruppe))
        if first and not one.counts and one.bounds and one.bounds != first.bounds:
            yield (
                f"Om »{first.indsats}« siger {first.reporter} {first.text} {one.enhed} og {one.reporter} {one.text}. "
                f"Tallet fra {first.reporter} er talt med."
            )
    for change in report_data.years.shown:
        if change.is_disputed:
            yield full_stop(f"{name_of(report_data, change.figure)}: {change.outcome.text}")


def _remarks_once(report_data: ReportData) -> tuple[Tekstpunkt, ...]:
    """Give every remark on a figure, each once; what is remarked on the policy stands in its own chapter."""
    found: dict[str, Tekstpunkt] = {}
    for remark in _remarks(report_data):
        found.setdefault(remark.tekst, remark)
    return tuple(found.values())


def _remarks(report_data: ReportData) -> Iterator[Tekstpunkt]:
    for figure in report_data.figures.reported:
        if figure.said("bemaerkning"):
            titel = f"{report_data.name(figure.origin.forvaltning)}, {figure.origin.om}: {figure.enhed_og_maerke}"
            yield Tekstpunkt(titel, figure.said("bemaerkning"))


def _accepted(report_data: ReportData) -> Iterator[Tekstpunkt]:
    """Tell what the report accepts and why; the same thing stands once, and so does the same reason for it."""
    by_title: dict[str, dict[str, list[str]]] = {}
    for one in sorted(report_data.accepted, key=lambda accepted: accepted.problem.order):
        reasons = by_title.setdefault(one.problem.kind.title, {})
        reasons.setdefault(one_line(one.fordi), []).append(_whose(report_data, one.problem))
    for title, reasons in by_title.items():
        yield Tekstpunkt(title, " ".join(_reason(report_data, *one) for one in reasons.items()))


def _reason(report_data: ReportData, fordi: str, whose: list[str]) -> str:
    names = join_words([name for name in dict.fromkeys(report_data.scope.names.values()) if name in whose])
    reason = upper_first(full_stop(fordi))
    return f"{names}: {reason}" if names else reason


def _whose(report_data: ReportData, problem: Problem) -> str:
    """Give the acronym of the one whose file a finding is in, "" for the report's own and the municipality's."""
    files = {one.file: one.forvaltning_id for one in report_data.aargang.indberetninger}
    found = files.get(problem.location.file)
    return report_data.name(found) if found else ""
