"""What has become of the indsatser between two years, in the terminal."""

from collections import Counter
from collections.abc import Iterator

from frivilligrapport.danish import full_stop, plural
from frivilligrapport.figures.changes.change import Outcome
from frivilligrapport.figures.changes.figure_changes import FigureChange
from frivilligrapport.figures.changes.indsats_changes import IndsatsChange, IndsatsFate
from frivilligrapport.figures.changes.total_changes import Comparison, TotalChange, words_of
from frivilligrapport.figures.changes.year_over_year import YearOverYear
from frivilligrapport.figures.figure import Figure
from frivilligrapport.rendering.terminal.lines import WIDTH, Entry, in_blocks, in_columns, wrapped

_INDENT = "  "
_COUNTED = {
    IndsatsFate.CONTINUED: ("fortsat", "fortsatte"),
    IndsatsFate.NEW: ("ny", "nye"),
    IndsatsFate.RESUMED: ("genoptaget", "genoptagne"),
    IndsatsFate.ENDED: ("slut", "slut"),
    IndsatsFate.UNSURE: ("kan ikke afgøres", "kan ikke afgøres"),
}


def indsatser_blocks(years: YearOverYear, width: int) -> Iterator[list[str]]:
    """Yield a count, then the indsatser that are new, gone, renamed or moved, and what nobody can tell."""
    counts = Counter(one.fate for one in years.indsatser)
    words = [f"{counts[fate]} {plural(counts[fate], *forms)}" for fate, forms in _COUNTED.items() if counts[fate]]
    yield ["Indsatser"]
    yield wrapped(full_stop(", ".join(words) or "Ingen"), width)
    lists = {
        "Nye": [_judged(years, one) for one in years.indsatser if one.fate is IndsatsFate.NEW],
        "Genoptaget": [_judged(years, one) for one in years.indsatser if one.fate is IndsatsFate.RESUMED],
        "Slut": [_judged(years, one) for one in years.indsatser if one.fate is IndsatsFate.ENDED],
        "Nyt navn": [f"{_named(years, one)} hed {one.renamed}" for one in years.indsatser if one.renamed],
        "Flyttet": [f"{_named(years, one)} er flyttet {one.moved}" for one in years.indsatser if one.moved],
        "Kan ikke afgøres": _unsure(years),
    }
    for title, found in lists.items():
        if found:
            yield [title, *(line for one in found for line in wrapped(one, width, _INDENT))]


def _judged(years: YearOverYear, one: IndsatsChange) -> str:
    return f"{_named(years, one)} ({one.why})" if one.why else _named(years, one)


def _named(years: YearOverYear, one: IndsatsChange) -> str:
    return f"{_reporter(years, one)}: »{one.entry.indsats.navn}«"


def _unsure(years: YearOverYear) -> list[str]:
    """Count those that nobody can tell of, by reason: they are many when a year is hardly known."""
    reasons: dict[tuple[str, int], Counter[str]] = {}
    for one in years.indsatser:
        if one.fate is IndsatsFate.UNSURE:
            year = years.newer if one.after else years.older
            reasons.setdefault((one.why, year), Counter())[_reporter(years, one)] += 1
    return [_unsure_for(why, year, found) for (why, year), found in reasons.items()]


def _unsure_for(why: str, year: int, found: Counter[str]) -> str:
    who = ", ".join(f"{number} fra {name}" for name, number in found.items())
    return (
        f"{why[:1].upper()}{why[1:]}: {found.total()} {plural(found.total(), 'indsats', 'indsatser')} i {year} ({who})"
    )


def _reporter(years: YearOverYear, one: IndsatsChange) -> str:
    return years.name(one.entry.forvaltning, years.newer if one.after else years.older)


_NOTHING = "-"
_LEGEND = (
    "En ændring er kun sikker, når de to tal ikke kan være ens. Ellers står der »ingen sikker ændring«.",
    "»brud« betyder, at de to år ikke er målt ens. Så er der ikke regnet en ændring ud.",
)


def comparison_to_text(comparison: Comparison, width: int = WIDTH) -> str:
    """Write totals, figures and indsatser as tables, no line longer than `width` where words allow."""
    return in_blocks(
        [
            _heading(comparison, width),
            *_totals(comparison, width),
            *_figures(comparison, width),
            *indsatser_blocks(comparison.years, width),
            [line for sentence in _LEGEND for line in wrapped(sentence, width)],
        ]
    )


def _heading(comparison: Comparison, width: int) -> list[str]:
    years = comparison.years
    lines = [f"Fra {years.older} til {years.newer}, {comparison.kommune}"]
    for year in comparison.background:
        lines += wrapped(
            f"{year} er et baggrundsår uden rapport.yaml, så kun noget af det, der skete, er kendt.", width
        )
    return lines


def _totals(comparison: Comparison, width: int) -> Iterator[list[str]]:
    years = comparison.years
    yield ["I alt, gennemført"]
    both = [one for one in comparison.totals if one.before and one.after]
    yield _table(years.older, years.newer, "Enhed", [_total(years, one) for one in both], width)
    for year, only in (
        (years.older, [one.enhed for one in comparison.totals if not one.after]),
        (years.newer, [one.enhed for one in comparison.totals if not one.before]),
    ):
        if only:
            yield wrapped(f"Kun tal for {year}: {', '.join(only)}.", width)


def _total(years: YearOverYear, one: TotalChange) -> Entry:
    words = [total.text if total else _NOTHING for total in (one.before, one.after)]
    return Entry((one.label, *words, one.outcome.head), (one.outcome.why or _coverage(years, one),))


def _coverage(years: YearOverYear, one: TotalChange) -> str:
    texts = {
        year: total.coverage.text for year, total in ((years.older, one.before), (years.newer, one.after)) if total
    }
    if len(set(texts.values())) == 1:
        return f"{texts[years.newer]} begge år"
    return " og ".join(f"{text} i {year}" for year, text in texts.items())


def _figures(comparison: Comparison, width: int) -> Iterator[list[str]]:
    years = comparison.years
    yield ["Tal for tal, gennemført"]
    shown = [one for one in years.figures if _is_shown(years, one)]
    for forvaltning, found in _by_forvaltning(years, shown).items():
        entries = [entry for indsats, own in found.items() for entry in (Entry((indsats,)), *map(_figure, own))]
        yield [forvaltning, *_table(years.older, years.newer, "Tal", entries, width)]
    if not shown:
        yield _table(years.older, years.newer, "Tal", [], width)
    yield [
        line
        for year, only in (
            (years.older, sum(not one.after and not _is_shown(years, one) for one in years.figures)),
            (years.newer, sum(not one.before for one in years.figures)),
        )
        if only
        for line in wrapped(f"Dertil {only} tal, der kun er oplyst for {year}.", width)
    ]


def _by_forvaltning(years: YearOverYear, shown: list[FigureChange]) -> dict[str, dict[str, list[FigureChange]]]:
    """Sort figures by who reports them and what they are about, each by its name."""
    found: dict[str, dict[str, list[FigureChange]]] = {}
    for one in shown:
        origin = one.figure.origin
        own = found.setdefault(years.name(origin.forvaltning, origin.aar), {})
        own.setdefault(origin.indsats_navn or "Hele forvaltningen", []).append(one)
    return found


def _is_shown(years: YearOverYear, one: FigureChange) -> bool:
    """Tell whether there is something to see: both years, or a figure that an indsats no longer has."""
    return bool(one.before) and (one.after is not None or years.goes_on(one.figure))


def _figure(one: FigureChange) -> Entry:
    unit, mark = one.figure.enhed.flertal, f" ({one.figure.maerke})" if one.figure.maerke else ""
    before = " / ".join(words_of(figure) for figure in one.before)
    after = words_of(one.after) if one.after else _NOTHING
    remarks = [*_why(one.outcome), *_places(one.before), *one.remarks]
    remarks += [f"forklaring: {' '.join(one.forklaring.split())}"] if one.forklaring else []
    return Entry((f"  {unit}{mark}", before, after, one.outcome.head), tuple(remarks))


def _places(said: tuple[Figure, ...]) -> list[str]:
    """Say where each figure stands when there are several."""
    several = said if len(said) > 1 else ()
    return [f"{words_of(one)} står i {one.location.file}, linje {one.location.line}" for one in several]


def _why(outcome: Outcome) -> tuple[str, ...]:
    return (outcome.why,) if outcome.why else ()


def _table(older: int, newer: int, first: str, entries: list[Entry], width: int) -> list[str]:
    if not entries:
        return wrapped(f"Intet er oplyst for både {older} og {newer}.", width)
    return in_columns((first, str(older), str(newer), "Ændring"), entries, width)
