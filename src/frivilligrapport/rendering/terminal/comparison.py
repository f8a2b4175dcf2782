"""Two years compared, in the terminal: totals, figures, and what has become of the indsatser."""

from collections import Counter
from collections.abc import Iterable, Iterator

from frivilligrapport.danish import full_stop, plural
from frivilligrapport.figures.changes.figure_changes import FigureChange
from frivilligrapport.figures.changes.indsats_changes import IndsatsChange, IndsatsFate
from frivilligrapport.figures.changes.total_changes import Comparison, TotalChange, words_of
from frivilligrapport.figures.changes.year_over_year import YearOverYear
from frivilligrapport.rendering.terminal.lines import WIDTH, TableRow, in_blocks, in_columns, wrapped
from frivilligrapport.rendering.typography import upper_first

_INDENT = "  "
_NOTHING = "-"
_LEGEND = (
    "En ændring er kun sikker, når de to tal ikke kan være ens. Ellers står der »ingen sikker ændring«.",
    "»brud« betyder, at de to år ikke er målt ens. Så er der ikke regnet en ændring ud.",
)
_COUNTED = {
    IndsatsFate.CONTINUED: ("fortsat", "fortsatte"),
    IndsatsFate.NEW: ("ny", "nye"),
    IndsatsFate.RESUMED: ("genoptaget", "genoptagne"),
    IndsatsFate.ENDED: ("slut", "slut"),
    IndsatsFate.UNSURE: ("kan ikke afgøres", "kan ikke afgøres"),
}


def comparison_text(comparison: Comparison, width: int = WIDTH) -> str:
    """Write totals, figures and indsatser as tables, no line longer than `width` where words allow."""
    years = comparison.years
    blocks = [
        _heading(comparison, width),
        *_totals(comparison, width),
        *_figures(years, width),
        *_indsatser(years, width),
        [line for sentence in _LEGEND for line in wrapped(sentence, width)],
    ]
    return in_blocks(blocks)


def _heading(comparison: Comparison, width: int) -> list[str]:
    lines = [f"Fra {comparison.years.older} til {comparison.years.newer}, {comparison.kommune}"]
    for year in comparison.background:
        sentence = f"{year} er et baggrundsår uden rapport.yaml, så kun noget af det, der skete, er kendt."
        lines += wrapped(sentence, width)
    return lines


def _totals(comparison: Comparison, width: int) -> Iterator[list[str]]:
    years, totals = comparison.years, comparison.totals
    yield ["I alt, gennemført"]
    yield _table(years, "Enhed", [_total(years, one) for one in totals if one.before and one.after], width)
    only_older = [one.enhed for one in totals if not one.after]
    only_newer = [one.enhed for one in totals if not one.before]
    for year, only in ((years.older, only_older), (years.newer, only_newer)):
        if only:
            yield wrapped(full_stop(f"Kun tal for {year}: {', '.join(only)}"), width)


def _total(years: YearOverYear, one: TotalChange) -> TableRow:
    words = [total.text if total else _NOTHING for total in (one.before, one.after)]
    return TableRow((one.label, *words, one.outcome.head), (one.outcome.why or _coverage(years, one),))


def _coverage(years: YearOverYear, one: TotalChange) -> str:
    both = ((years.older, one.before), (years.newer, one.after))
    texts = {year: total.coverage.text for year, total in both if total}
    if len(set(texts.values())) == 1:
        return f"{texts[years.newer]} begge år"
    return " og ".join(f"{text} i {year}" for year, text in texts.items())


def _figures(years: YearOverYear, width: int) -> Iterator[list[str]]:
    yield ["Tal for tal, gennemført"]
    shown = years.shown
    for forvaltning, found in _by_forvaltning(years, shown).items():
        rows = [row for indsats, own in found.items() for row in (TableRow((indsats,)), *map(_figure, own))]
        yield [forvaltning, *_table(years, "Tal", rows, width)]
    if not shown:
        yield _table(years, "Tal", [], width)
    only_older = sum(not one.after for one in years.figures) - sum(not one.after for one in shown)
    only_newer = sum(not one.before for one in years.figures)
    yield [
        line
        for year, only in ((years.older, only_older), (years.newer, only_newer))
        if only
        for line in wrapped(f"Dertil {only} tal, der kun er oplyst for {year}.", width)
    ]


def _by_forvaltning(years: YearOverYear, shown: Iterable[FigureChange]) -> dict[str, dict[str, list[FigureChange]]]:
    """Sort figures by who reports them and what they are about, each by its name."""
    found: dict[str, dict[str, list[FigureChange]]] = {}
    for one in shown:
        origin = one.figure.origin
        own = found.setdefault(years.name(origin.forvaltning, origin.aar), {})
        own.setdefault(upper_first(origin.om), []).append(one)
    return found


def _figure(one: FigureChange) -> TableRow:
    before = " / ".join(words_of(figure) for figure in one.before)
    after = words_of(one.after) if one.after else _NOTHING
    # Where each figure stands, when there are several.
    several = one.before if len(one.before) > 1 else ()
    places = (f"{words_of(said)} står i {said.location.file}, linje {said.location.line}" for said in several)
    explained = f"forklaring: {' '.join(one.forklaring.split())}" if one.forklaring else ""
    remarks = tuple(text for text in (one.outcome.why, *places, *one.remarks, explained) if text)
    return TableRow((f"  {one.figure.enhed_og_maerke}", before, after, one.outcome.head), remarks)


def _table(years: YearOverYear, first: str, rows: list[TableRow], width: int) -> list[str]:
    if not rows:
        return wrapped(f"Intet er oplyst for både {years.older} og {years.newer}.", width)
    return in_columns((first, str(years.older), str(years.newer), "Ændring"), rows, width)


def _indsatser(years: YearOverYear, width: int) -> Iterator[list[str]]:
    """Yield a count, then the indsatser that are new, gone, renamed or moved, and what nobody can tell."""
    counts = Counter(one.fate for one in years.indsatser)
    words = [f"{counts[fate]} {plural(counts[fate], *forms)}" for fate, forms in _COUNTED.items() if counts[fate]]
    yield ["Indsatser"]
    yield wrapped(full_stop(", ".join(words) or "Ingen"), width)
    lists = {
        "Nye": _judged(years, IndsatsFate.NEW),
        "Genoptaget": _judged(years, IndsatsFate.RESUMED),
        "Slut": _judged(years, IndsatsFate.ENDED),
        "Nyt navn": [f"{_named(years, one)} hed {one.renamed}" for one in years.indsatser if one.renamed],
        "Flyttet": [f"{_named(years, one)} er flyttet {one.moved}" for one in years.indsatser if one.moved],
        "Kan ikke afgøres": [*_unsure(years)],
    }
    for title, found in lists.items():
        if found:
            yield [title, *(line for one in found for line in wrapped(one, width, _INDENT))]


def _judged(years: YearOverYear, fate: IndsatsFate) -> list[str]:
    found = years.became(fate)
    return [f"{_named(years, one)} ({one.why})" if one.why else _named(years, one) for one in found]


def _named(years: YearOverYear, one: IndsatsChange) -> str:
    return f"{_reporter(years, one)}: »{one.entry.indsats.navn}«"


def _unsure(years: YearOverYear) -> Iterator[str]:
    """Count those that nobody can tell of, by reason: they are many when a year is hardly known."""
    reasons: dict[tuple[str, int], Counter[str]] = {}
    for one in years.became(IndsatsFate.UNSURE):
        year = years.newer if one.after else years.older
        reasons.setdefault((one.why, year), Counter())[_reporter(years, one)] += 1
    for (why, year), found in reasons.items():
        who = ", ".join(f"{number} fra {name}" for name, number in found.items())
        count = f"{found.total()} {plural(found.total(), 'indsats', 'indsatser')}"
        yield f"{upper_first(why)}: {count} i {year} ({who})"


def _reporter(years: YearOverYear, one: IndsatsChange) -> str:
    return years.name(one.entry.forvaltning, years.newer if one.after else years.older)
