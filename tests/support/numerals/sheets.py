"""What more warrants a numeral in the documents of a page or two, and their sources in the report's own form."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from frivilligrapport.figures.figure import Figure, StateGroup
from frivilligrapport.figures.register import Register
from frivilligrapport.figures.reports import Report, state_group
from frivilligrapport.figures.wording import span
from frivilligrapport.models.kommune import Forvaltning
from support.numerals.page import Source, Warrant, pattern, phrase

_SOURCE = re.compile(r"^- \*\*\\\[(?P<number>[0-9]+)\\\]\*\* .*, (?P<place>\S+:[0-9]+:[0-9]+)$", re.MULTILINE)


def as_in_the_report(markdown: str, figures: Sequence[Figure]) -> str:
    """Give a faktaark's sources as rows of the report's source list, each with the id of the figure at its place."""
    by_place = {str(one.location): one for one in figures}

    def row(found: re.Match[str]) -> str:
        figure = by_place[found["place"]]
        return f"| {found['number']} | hvad | {figure.quantity.typed} | {figure.location} ({figure.id}) |"

    return _SOURCE.sub(row, markdown)


def of_sheets(tally: Register, told: Sequence[Report], units: dict[str, Forvaltning], year: int) -> Iterator[Warrant]:
    """Yield the bounds of what is "cirka", how many indsatser each has, and how many lines are left out."""
    own = (total for totals in tally.by_forvaltning.values() for total in totals)
    for total in (*tally.totals, *own):
        if total.bounds and total.text.startswith("ca."):
            yield phrase(Source.REGISTER, f"Cirka: {span(total.bounds)}")
    yield pattern(Source.REGISTER, r"^… og [0-9]+ (?:mere|flere); se statusrapporten\.$")
    for report in told:
        many, unit = len(report.indsatser), units[report.forvaltning]
        groups = Counter(state_group(one, year) for one in report.indsatser)
        yield phrase(Source.REGISTER, f"{many} indsatser er registreret:")
        yield phrase(Source.REGISTER, f"| {many} |", beside=f"| {unit.navn} ({unit.forkortelse}) |")
        yield from (
            phrase(Source.REGISTER, f"{groups[one]} {word}", beside="registreret")
            for one, words in (
                (StateGroup.GENNEMFOERT, ("gennemført", "gennemførte")),
                (StateGroup.KOMMENDE, ("kommende",)),
            )
            for word in words
        )
