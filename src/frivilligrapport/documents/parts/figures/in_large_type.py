"""The figures that stand for a year, chosen by rule or named, in large type: each with its owner and its doubt."""

from collections.abc import Iterator
from decimal import Decimal

from frivilligrapport.danish import full_stop, join_words, part_of
from frivilligrapport.documents.parts.beginnings import beginning
from frivilligrapport.documents.parts.figures.in_text import FigureWords
from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.figures.summaries import VOLUNTEERS
from frivilligrapport.documents.parts.figures.totals import told_by_others, total_of_volunteers, totals_of
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.derivation import Derivation, FigureDerivation
from frivilligrapport.figures.figure import Figure, StateGroup
from frivilligrapport.figures.totals import Total
from frivilligrapport.models.rapport import Noegletal
from frivilligrapport.rendering.typography import one_line, upper_first
from frivilligrapport.rules.acceptance.doubts import makes_doubtful

_MOST = 6


def largest_totals(report_data: ReportData) -> tuple[Total, ...]:
    """Choose by rule, not by taste: volunteers, the largest of each kind of unit, then the largest that are left."""
    found = [total for total in totals_of(report_data, StateGroup.GENNEMFOERT) if total.quantified]
    largest = sorted(found, key=size_of, reverse=True)
    first_of_kind = {total.enhedsart: total for total in reversed(largest)}
    wanted = [
        *(total for total in found if total.enhed == VOLUNTEERS),
        *first_of_kind.values(),
        *largest,
    ]
    chosen = {total.enhed for total in list({total.enhed: total for total in wanted}.values())[:_MOST]}
    return tuple(total for total in found if total.enhed in chosen)


def size_of(total: Total) -> Decimal:
    """Give by what totals are compared: the least that a total can be."""
    return total.bounds.lower if total.bounds else Decimal(0)


def lead(report_data: ReportData) -> Iterator[str]:
    """Say what no figure tells of the volunteers, and from how many they are counted; nothing where all is told."""
    found = total_of_volunteers(report_data)
    asked = len(report_data.scope.forvaltninger)
    given, asked = (found.coverage.n, found.coverage.m) if found else (0, asked)
    told = "".join(f"; {one}" for one in (told_by_others(report_data, found) if found else ()))
    text = f"Der er tal for frivillige fra {part_of(given, asked, 'forvaltning', 'forvaltninger')}{told}."
    if given < asked:
        yield f"{text} Hvor mange der er i alt, kan derfor ikke gøres op."
    elif found and found.label != found.enhed:
        yield f"{text} Hvor mange forskellige mennesker det er, ved ingen: Den samme kan være talt med flere gange."


_MOST_REFERENCES = 3


class Noegletalsvisning(Frozen):
    """A figure as others may use it: its words, what it tells (Markdown), whose it is, and what makes it doubtful."""

    tal: Talvisning
    tekst: str
    ejer: str
    forbehold: str


def chosen_figures(report_data: ReportData) -> tuple[Noegletalsvisning, ...]:
    """Give the figures that rapport.yaml names, else the year's largest totals."""
    named = tuple(shown for _, shown in _with_owners(report_data))
    return named or tuple(_total(report_data, one) for one in largest_totals(report_data))


def figure_of(report_data: ReportData, forvaltning: str) -> Noegletalsvisning | None:
    """Give the one figure that stands for a forvaltning; None when it has none with a number.

    It is the first of the report's own that counts for it. Where there is none it is that of its volunteers, else its
    largest, and `ejer` then names the indsatser that it is of.
    """
    named = next((shown for owner, shown in _with_owners(report_data) if owner == forvaltning), None)
    totals = report_data.register.by_forvaltning.get(forvaltning, ())
    done = [one for one in totals if one.quantified and one.gruppe == StateGroup.GENNEMFOERT.value]
    if named or not done:
        return named
    total = max(done, key=lambda one: (one.enhed == VOLUNTEERS, size_of(one)))
    names = dict.fromkeys(one.origin.indsats_navn for one in report_data.figures.parts_of(total))
    return _total(report_data, total, forvaltning)._replace(ejer=join_words([one for one in names if one]))


def shortened(one: Noegletalsvisning, signs: int) -> Noegletalsvisning:
    """Tell only the first sentences, of so many signs; of a doubt that is too long it is said that there is one.

    Where many sources stand in no table of the tabelbilag, the figure stands once more on the page with them.
    """
    doubt = beginning(one.forbehold, signs) or ("Det står i statusrapporten." if one.forbehold else "")
    few = one.tal.henvisninger if one.tal.tabel or len(one.tal.henvisninger) <= _MOST_REFERENCES else ()
    tal = one.tal._replace(henvisninger=few, hoejst=_MOST_REFERENCES)
    return one._replace(tal=tal, tekst=beginning(one.tekst, signs), forbehold=doubt)


def _with_owners(report_data: ReportData) -> Iterator[tuple[str, Noegletalsvisning]]:
    """Yield those that rapport.yaml names, each with the id of whom it counts for, "" for a total of all."""
    words = FigureWords(report_data)
    for one in report_data.rapport.noegletal:
        found = words.find(one.tal)
        if found:
            of = found[0]
            owner = of.step.figure.owner if isinstance(of, FigureDerivation) else of.sum.owner
            yield owner, _figure(report_data, of, one)._replace(tekst=words.put_in(one.tekst))


def _figure(report_data: ReportData, found: Derivation, named: Noegletal) -> Noegletalsvisning:
    own = one_line(named.forbehold or "")
    if isinstance(found, FigureDerivation):
        figure = found.step.figure
        shown = report_data.figures.show_bare(figure)
        return Noegletalsvisning(shown, "", _owner(report_data, figure), own or _doubt(report_data, figure))
    total = _total(report_data, found.sum.total, found.sum.owner)
    return total._replace(forbehold=own or total.forbehold)


def _owner(report_data: ReportData, figure: Figure) -> str:
    teller = figure.origin.forvaltning
    told = "" if teller == figure.owner else f" (oplyst af {report_data.name(teller)})"
    return f"{report_data.title(figure.owner)}{told}"


def _total(report_data: ReportData, total: Total, owner: str = "") -> Noegletalsvisning:
    shown = report_data.figures.show_total(total, owner)
    whose = report_data.title(owner) if owner else total.coverage.named
    reasons = [one for figure in report_data.figures.parts_of(total) for one in doubts_about(report_data, figure)]
    doubts = dict.fromkeys([*([shown.note] if shown.note else []), *reasons, *double_counts_in(report_data, total)])
    said = " ".join(full_stop(upper_first(one)) for one in doubts)
    return Noegletalsvisning(shown._replace(note=""), "", upper_first(whose), said)


def _doubt(report_data: ReportData, figure: Figure) -> str:
    """Give what was accepted about a figure, else what was remarked; "" when nobody has said anything."""
    remark = one_line(figure.said("bemaerkning"))
    found = doubts_about(report_data, figure) or ((remark,) if remark else ())
    return " ".join(full_stop(one) for one in found)


def double_counts_in(report_data: ReportData, total: Total) -> tuple[str, ...]:
    """Say of each open double count that a total of the year holds what is not settled."""
    register = report_data.register
    return tuple(register.question(one) for one in register.double_counts if total in register.doubted(one))


def doubts_about(report_data: ReportData, figure: Figure) -> tuple[str, ...]:
    """Give why each finding about a figure was accepted, in the words of those who accepted it, each once."""
    accepted = report_data.accepted
    reasons = (one_line(one.fordi) for one in accepted if makes_doubtful(one.problem, figure))
    return tuple(dict.fromkeys(reasons))
