"""Indsatser as the report shows them, under the text that names them."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial

from frivilligrapport.collection.organisation import unit_id
from frivilligrapport.danish import full_stop, in_quotes, join_words
from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.tables import NOT_TOLD, told
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.grammar.period import PeriodKind
from frivilligrapport.models.fields.base import in_words
from frivilligrapport.models.indsats import Indsats, Sted
from frivilligrapport.models.lister import UOPLYST, said
from frivilligrapport.rendering.typography import one_line, upper_first

_MOST_SIGNS_HELD_TOGETHER = 480  # six lines or so; a page has about fifty


class Indsatsvisning(Frozen):
    """One indsats: how far it is and when, its figures, the contributor's texts, and all else in a line.

    `tilstand` is "" when neither is told.
    """

    id: str
    navn: str
    tilstand: str
    tal: tuple[Talvisning, ...]
    beskrivelse: str
    effekt: str
    oplysninger: str

    @property
    def er_lang(self) -> bool:
        """Tell whether its texts are so long that it may be parted between two pages."""
        return len(self.beskrivelse) + len(self.effekt) + len(self.oplysninger) > _MOST_SIGNS_HELD_TOGETHER


class Indsatser(Frozen):
    """All indsatser of one reporter, by id."""

    report_data: ReportData
    forvaltning: str
    alle: tuple[Indsats, ...]

    def show(self, ids: Sequence[str]) -> tuple[Indsatsvisning, ...]:
        """Show the indsatser named, in the order named; an unknown id is a finding elsewhere and left out here."""
        found = {str(one.id): one for one in self.alle}
        return tuple(self._show(found[one]) for one in ids if one in found)

    @cached_property
    def names(self) -> dict[str, str]:
        """Give the names by id."""
        return {str(one.id): str(one.navn) for one in self.alle}

    def name(self, indsats: str) -> str:
        """Give the name to print for an id."""
        return self.names.get(indsats, indsats)

    def _show(self, indsats: Indsats) -> Indsatsvisning:
        shown = Indsatsvisning(
            id=f"indsats-{self.forvaltning}-{indsats.id}",
            navn=str(indsats.navn),
            tilstand=state_text(indsats),
            tal=self.report_data.figures.of_indsats(self.forvaltning, str(indsats.id)),
            beskrivelse=said(indsats.beskrivelse),
            effekt=_with_label(said(indsats.effekt)),
            oplysninger=" ".join(full_stop(f"{name}: {value}") for name, value in self._facts(indsats) if value),
        )
        told = shown.tilstand or shown.tal or shown.beskrivelse or shown.effekt or shown.oplysninger
        return shown if told else shown._replace(oplysninger="Mere er ikke oplyst.")

    def _facts(self, indsats: Indsats) -> Iterator[tuple[str, str]]:
        """Yield what is declared a fact, in the order and under the label of its field; "" where nothing is said."""
        otherwise: dict[str, Callable[[], str]] = {
            "steder": lambda: join_words([_place(one) for one in indsats.steder]),
            "bydele": lambda: "" if indsats.steder or indsats.lokaludvalg else join_words(indsats.bydele),
            "hoerer_til": lambda: self.name(str(indsats.hoerer_til)) if indsats.hoerer_til else "",
            "faelles": lambda: join_words(self._shared_with(indsats)),
            "maaske_samme_som": lambda: join_words(self._maybe_same(indsats)),
            "ikke_samme_som": lambda: " ".join(self._decided(indsats)),
        }
        for field in sorted((one for one in indsats.fields.values() if one.fact), key=lambda one: one.fact):
            words = otherwise.get(field.name, partial(in_words, getattr(indsats, field.name)))
            yield field.label, words()

    def _shared_with(self, indsats: Indsats) -> list[str]:
        if indsats.faelles is None:
            return []
        samling = self.report_data.samling
        ids = dict.fromkeys(unit_id(samling, one) for one in (*indsats.faelles.med, indsats.faelles.taeller_hos))
        return [self.report_data.name(one) for one in ids if one != self.forvaltning]

    def _decided(self, indsats: Indsats) -> Iterator[str]:
        for one in indsats.ikke_samme_som:
            yield f"{self.report_data.called(one.indsats)}. {upper_first(full_stop(one_line(one.fordi)))}"

    def _maybe_same(self, indsats: Indsats) -> list[str]:
        own = (self.forvaltning, str(indsats.id))
        found = self.report_data.register.double_counts
        others = [one.other_than(own) for one in found if own in one.subjects]
        return [f"{in_quotes(one.navn)} ({self.report_data.name(one.forvaltning)})" for one in others]


_IN = {
    PeriodKind.WEEK,
    PeriodKind.MONTH,
    PeriodKind.QUARTER,
    PeriodKind.HALF_YEAR,
    PeriodKind.SEASON,
    PeriodKind.SCHOOL_YEAR,
    PeriodKind.YEAR,
}


# What is over was not so all the time that its period tells of.
_OVER = frozenset({"ophørt", "aflyst"})


def state_text(indsats: Indsats, year: int | None = None) -> str:
    """Say how far it is and when: "Afholdt i august 2014", "I drift, løbende"; "" when neither is told.

    `year` is the one that the page is about, which need not be said.
    """
    state = "" if told(indsats.tilstand) == NOT_TOLD else str(indsats.tilstand)
    period = indsats.periode.period if indsats.periode and indsats.periode.period.is_known else None
    when = period.text() if period and period.text() != str(year) else ""
    if period and when and period.kind in _IN:
        when = f"i {when}"
    elif period and when and state and period.kind is PeriodKind.ONGOING:
        when = f", {when}"
    if when and state in _OVER and period and period.kind not in _IN:
        when = f"({when})"
    words = f"{state} {when}".replace(" ,", ",").strip()
    return upper_first(f"{words}, ny i år" if words and indsats.ny_i_aar else words)


def _with_label(effekt: str) -> str:
    """Begin the text with what it is; a list or a heading keeps a line of its own."""
    if not effekt:
        return ""
    own_line = effekt.startswith(("-", "*", "+", "#", ">", "|", "1."))
    return f"**Effekt:**\n\n{effekt}" if own_line else f"**Effekt:** {effekt}"


def _place(sted: Sted) -> str:
    """Name a place and its bydel; that the bydel is not told is no news of the indsats."""
    if sted.bydel is None or sted.bydel == UOPLYST or sted.navn.key == sted.bydel.key:
        return str(sted.navn)
    return f"{sted.navn} ({sted.bydel})"
