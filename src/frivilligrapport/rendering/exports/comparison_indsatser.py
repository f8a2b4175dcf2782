"""What has become of the indsatser between two years, in the terminal."""

from collections import Counter
from collections.abc import Iterator

from frivilligrapport.counting.indsats_changes import Fate, IndsatsChange
from frivilligrapport.counting.year_over_year import YearOverYear
from frivilligrapport.danish import full_stop, plural
from frivilligrapport.rendering.exports.lines import wrapped

_INDENT = "  "
_COUNTED = {
    Fate.CONTINUED: ("fortsat", "fortsatte"),
    Fate.NEW: ("ny", "nye"),
    Fate.RESUMED: ("genoptaget", "genoptagne"),
    Fate.ENDED: ("slut", "slut"),
    Fate.UNSURE: ("kan ikke afgøres", "kan ikke afgøres"),
}


def indsatser_blocks(years: YearOverYear, width: int) -> Iterator[list[str]]:
    """Yield a count, then the indsatser that are new, gone, renamed or moved, and what nobody can tell."""
    counts = Counter(one.fate for one in years.indsatser)
    words = [f"{counts[fate]} {plural(counts[fate], *forms)}" for fate, forms in _COUNTED.items() if counts[fate]]
    yield ["Indsatser"]
    yield wrapped(full_stop(", ".join(words) or "Ingen"), width)
    lists = {
        "Nye": [_judged(years, one) for one in years.indsatser if one.fate is Fate.NEW],
        "Genoptaget": [_judged(years, one) for one in years.indsatser if one.fate is Fate.RESUMED],
        "Slut": [_judged(years, one) for one in years.indsatser if one.fate is Fate.ENDED],
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
        if one.fate is Fate.UNSURE:
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
