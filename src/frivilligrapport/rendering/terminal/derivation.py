"""The way from a total or a figure back to what was typed, told in sentences: `explain`."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from frivilligrapport.danish import format_number, format_percent, full_stop, genitive
from frivilligrapport.figures.derivation import Derivation, DerivationStep, FigureDerivation, Sum, Tie, TotalDerivation
from frivilligrapport.figures.double_counts import DoubleCount
from frivilligrapport.figures.figure import Figure, FigurePart, Reckoning, StateGroup
from frivilligrapport.figures.wording import span
from frivilligrapport.grammar.quantity import CA_MARGIN, Precision
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.problems import Location
from frivilligrapport.rendering.terminal.lines import TableRow, in_blocks, in_columns, wrapped
from frivilligrapport.rendering.typography import upper_first

_WIDTH = 100
_INDENT = "  "
_TITLES = {Tie.INSIDE: "Heri er talt med:", Tie.SUBSET: "Delmængder:", Tie.SHARED: "Det samme er oplyst af:"}
_BY_PRECISION = {
    Precision.MORE_THAN: "Der er ingen øvre grænse.",
    Precision.AT_LEAST: "Der er ingen øvre grænse.",
    Precision.UP_TO: "Der er ingen kendt nedre grænse, så der regnes fra 0.",
    Precision.FEWER: "Der er ingen kendt nedre grænse, så der regnes fra 0.",
    Precision.SHARE: "Andelen er regnet om til et antal.",
    Precision.SHARE_WITHOUT_BASE: "Andelen er regnet af det tal, den er en del af.",
}
_BY_RECKONING = {
    Reckoning.LIMITED: "»mindst« og »højst« i filen går forud for antallet.",
    Reckoning.COMING_OUT: "Det, der er på vej, er talt med i antallet og er trukket fra.",
    Reckoning.COMING_UNSURE: "Det er uoplyst, om det, der er på vej, er talt med i antallet. Begge muligheder er holdt "
    "åbne.",
}
_RESERVATION = re.compile(r" *[0-9]")

_Line = tuple[int, str]  # how far it is indented, and its text
_Role = Callable[[Figure], str]


def found_text(found: Mapping[str, Derivation], names: Mapping[str, str], width: int) -> str:
    """List figures and totals by their ids, each with its words and what it is about, for who has to choose one."""
    rows = []
    for id_, one in found.items():
        if isinstance(one, FigureDerivation):
            figure = one.step.figure
            who = names.get(figure.origin.forvaltning, figure.origin.forvaltning)
            words, about = f"{figure.enhed_og_maerke}: {figure.text}", figure.origin.indsats_navn
        else:
            who, words = names.get(one.sum.owner, one.sum.owner), f"{one.sum.total.enhed}: {one.sum.total.text}"
            about = f"i alt, {one.sum.total.gruppe}"
        rows.append(TableRow((id_, words, ": ".join(filter(None, (who, about))))))
    return in_blocks([in_columns(("Id", "Tal", "Hvad"), rows, width)])


@dataclass(frozen=True)
class DerivationPrinter:
    """Word the derivations of a year.

    `names` is what is printed for each forvaltning's id, `margin` the convention for "ca.". `changes` says in a
    sentence when the line at a place was last changed; places that nothing is known of are left out. `doubts` are the
    open double counts, each in sentences.
    """

    year: int
    names: Mapping[str, str]
    margin: Fraction = CA_MARGIN
    changes: Mapping[Location, str] = field(default_factory=dict)
    doubts: tuple[tuple[DoubleCount, str], ...] = ()

    def text(self, derivation: Derivation) -> str:
        """Write a derivation, with a line feed after each line."""
        lines = self._total(derivation) if isinstance(derivation, TotalDerivation) else self._figure(derivation)
        folded = ("\n".join(wrapped(text, _WIDTH, _INDENT * depth, _INDENT)) for depth, text in lines)
        return "".join(f"{line}\n" for line in folded)

    def _total(self, derivation: TotalDerivation) -> Iterator[_Line]:
        yield from self._sum(derivation.sum)
        subjects = {figure.origin.subject for step in derivation.parts for figure in step.figures}
        yield from self._in_doubt(one for one in self.doubts if one[0].subjects <= subjects)
        role = self._holds if derivation.sum.owner else self._adds
        yield from self._section("Lagt sammen af:", derivation.parts, role)
        yield from self._section("Ikke lagt til:", derivation.left_out, self._adds_not)

    def _sum(self, one: Sum) -> Iterator[_Line]:
        total, whose = one.total, self.names.get(one.owner, one.owner)
        when = f"{total.gruppe} i {self.year}" if total.gruppe == StateGroup.GENNEMFOERT else total.gruppe
        title = f"{upper_first(total.label)}, {when}{f', for {whose}' if whose else ''}: {total.text}"
        yield from ((0, one.id), (0, ""), (0, title))
        if total.note:
            yield 1, upper_first(full_stop(total.note))
        if total.bounds and not total.bounds.is_exact:
            upper = "ingen øvre grænse" if total.bounds.upper is None else f"højst {format_number(total.bounds.upper)}"
            yield 1, f"Mindst {format_number(total.bounds.lower)} og {upper}."
        if not whose:
            missing = f" Intet tal fra {total.coverage.missing_text}." if total.coverage.missing_text else ""
            yield 1, f"{upper_first(total.coverage.text)}.{missing}"

    def _figure(self, derivation: FigureDerivation) -> Iterator[_Line]:
        yield from ((0, derivation.step.figure.id), (0, ""))
        yield from self._step(derivation.step, 0, self._counts)
        yield from self._section("Tallet tæller gennem:", derivation.instead, self._adds)
        subject = derivation.step.figure.origin.subject
        yield from self._in_doubt(one for one in self.doubts if derivation.sums and subject in one[0].subjects)
        if derivation.sums:
            yield from ((0, ""), (0, "Det indgår i:"), (0, ""))
            for one in derivation.sums:
                coverage = "" if one.owner else f" ({one.total.coverage.text})"
                yield 1, f"{one.id}: {one.total.text}{coverage}"

    def _in_doubt(self, found: Iterable[tuple[DoubleCount, str]]) -> Iterator[_Line]:
        texts = [text for _, text in found]
        if texts:
            yield from ((0, ""), (0, "Måske talt to gange:"))
        for text in texts:
            yield from ((0, ""), (1, text))

    def _section(self, title: str, steps: Sequence[DerivationStep], role: _Role) -> Iterator[_Line]:
        if steps:
            yield from ((0, ""), (0, title))
        for step in steps:
            yield 0, ""
            yield from self._step(step, 1, role)

    def _step(self, step: DerivationStep, depth: int, role: _Role | None = None) -> Iterator[_Line]:
        """Tell of a figure and of those that hang on it; `role` says what it does in the sum, None below another."""
        figure = step.figure
        yield depth, f"{self._name(figure)}: {figure.quantity.text()}"
        own = (self._shared(figure), *_remarks(figure)) if role else ()
        does = role(figure) if role else ""
        sentences = (does, self._written(figure), *_reckoning(figure, self.margin), *own)
        yield from ((depth + 1, sentence) for sentence in sentences if sentence)
        for tie, words in _TITLES.items():
            if below := step.tied(tie):
                yield depth + 1, words
            for one in below:
                yield from self._step(one, depth + 2)

    def _adds(self, figure: Figure) -> str:
        if figure.adds and figure.in_doubt:
            return f"Lægger {span(figure.adds)} til, for det er måske talt med før."
        return self._holds(figure)

    def _holds(self, figure: Figure) -> str:
        return f"Lægger {span(figure.contribution)} til." if figure.contribution else ""

    def _adds_not(self, figure: Figure) -> str:
        owner = self.names.get(figure.owner, figure.owner)
        return f"Lægges ikke til: {figure.why_not or f'tælles hos {owner}'}."

    def _counts(self, figure: Figure) -> str:
        return "" if figure.counts else self._adds_not(figure)

    def _name(self, figure: Figure) -> str:
        origin = figure.origin
        what = f"»{origin.indsats_navn}«" if origin.indsats else "hele forvaltningen"
        through = f" ({origin.bidragyder})" if origin.bidragyder else ""
        return f"{self.names.get(origin.forvaltning, origin.forvaltning)}{through}, {what}, {figure.enhed_og_del}"

    def _written(self, figure: Figure) -> str:
        typed = f"Skrevet »{figure.quantity.typed}«" if figure.quantity.typed else "Feltet er tomt"
        return f"{typed} i {figure.location}. {self.changes.get(figure.location, '')}".rstrip()

    def _shared(self, figure: Figure) -> str:
        if not figure.counted_from:
            return ""
        owner, teller = (self.names.get(one, one) for one in (figure.owner, figure.counted_from))
        told = "" if owner == teller else f" {owner} har ikke selv et tal, så {genitive(teller)} bruges."
        return f"Indsatsen er fælles ({figure.origin.faelles}) og tæller én gang, hos {owner}.{told}"


def _remarks(figure: Figure) -> Iterator[str]:
    """Yield what the reporter says of the figure; subsets and last year's are told of with the figure they stand by."""
    told = (
        ("Opgjort", figure.said("opgjort")),
        ("Metode", figure.metode),
        ("Kilde", figure.said("kilde")),
        ("Bemærkning", figure.said("bemaerkning")),
    )
    if figure.part not in {FigurePart.HERAF, FigurePart.FORRIGE_AAR}:
        yield from (full_stop(f"{name}: {text}") for name, text in told if text not in {"", UOPLYST})


def _reckoning(figure: Figure, margin: Fraction) -> Iterator[str]:
    """Yield the sentences that lead from a figure's words to its bounds; none when the words are the bounds.

    `margin` is the year's convention for "ca.".
    """
    precision = figure.quantity.precision
    if precision is Precision.UNKNOWN and figure.bounds is None:
        yield "Uoplyst er ikke 0. Det lægger intet til og gør ikke dækningen større."
    elif precision is Precision.SHARE_WITHOUT_BASE and figure.bounds is None:
        yield "Det, den er en andel af, er ikke oplyst som et antal, så den kan ikke regnes om."
    elif precision is Precision.UNSPECIFIED and not figure.reckoned:
        yield "Et ubestemt antal regnes fra 0 og uden øvre grænse."
    elif figure.bounds is not None:
        rules = [*_convention(figure, margin), *(_BY_RECKONING[one] for one in figure.reckoned)]
        yield from rules
        if rules:
            yield f"Det giver {span(figure.bounds)}."
    if figure.counts and figure.contribution not in {None, figure.bounds}:
        yield "Den nedre grænse er den højeste af tallets egen og summen af det, der er talt med i det."


def _convention(figure: Figure, margin: Fraction) -> Iterator[str]:
    precision, percent = figure.quantity.precision, format_percent(Decimal(round(margin * 1000)) / 10)
    if precision in _BY_PRECISION and not figure.reckoned:
        yield _BY_PRECISION[precision]
    if figure.quantity.approximate or precision is Precision.APPROXIMATE:
        yield f"»ca.« regnes som {percent} til hver side, rundet udad."
    elif precision in {Precision.JUST_UNDER, Precision.JUST_OVER}:
        side = "under" if precision is Precision.JUST_UNDER else "over"
        yield f"»{_RESERVATION.split(figure.quantity.text())[0]}« regnes som højst {percent} {side}."
