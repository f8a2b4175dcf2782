"""The whole of a new file, from the guidance at its top to what the year before declared missing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from frivilligrapport.danish import full_stop, join_words
from frivilligrapport.documents.new_file.before import Fate, Start
from frivilligrapport.documents.new_file.figures import figure, is_known
from frivilligrapport.documents.new_file.guidance import (
    FORSLAG_EXAMPLE,
    HOW_TO_WRITE,
    PERSPEKTIVER_EXAMPLE,
    closing,
    heading,
    indsatser_example,
)
from frivilligrapport.documents.new_file.indsatser import indsatser
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.rendering.yaml_text import Block, Group, Listing, YamlField, comment, to_yaml, todos

_OWN_WORDS = "jeres egne ord om året"
_HEADING = "Årets arbejde med frivillige"
_MAILBOX = "en fælles postkasse, aldrig en persons egen"
_AS_ABOVE = "se eksemplet ovenfor"
_ROLE = "en funktion, aldrig en persons navn"


@dataclass(frozen=True, slots=True)
class NewFile:
    """Hold a new file's text and how many places in it are marked as still to be filled in."""

    text: str
    todos: int


def new_file(start: Start) -> NewFile:
    """Make a status file for a forvaltning and a year: at once valid as a draft."""
    return with_remarks(heading(start), tuple(_fields(start)), closing(start))


def with_remarks(head: tuple[str, ...], fields: tuple[YamlField, ...], tail: tuple[str, ...]) -> NewFile:
    """Put fields between what is said at the file's top and at its end, a line each."""
    remarks = [
        ["".join(f"{line}\n" for note in notes for line in comment(note))] if notes else [] for notes in (head, tail)
    ]
    return NewFile("\n".join([*remarks[0], to_yaml(fields), *remarks[1]]), todos(fields))


def _fields(start: Start) -> Iterator[YamlField]:
    declared = Statusfil.fields
    yield YamlField("forvaltning", str(start.forvaltning.forkortelse))
    yield YamlField("år", str(start.aar))
    yield YamlField.of(declared["filstatus"], "udkast", "", "Skriv klar, når filen er færdig.")
    yield YamlField("kontakt", Group(tuple(_contact(start))))
    yield from _contributors(start)
    yield YamlField.of(declared["status"], Listing(tuple(_sections(start))), "", HOW_TO_WRITE)
    plans = (*PERSPEKTIVER_EXAMPLE, *_plans(start))
    yield YamlField.of(declared["perspektiver"], UOPLYST, _AS_ABOVE, *plans)
    yield _indsatser(start)
    yield from _figures(start)
    yield YamlField.of(declared["forslag"], UOPLYST, _AS_ABOVE, *FORSLAG_EXAMPLE)


def _contact(start: Start) -> Iterator[YamlField]:
    known, given = start.contact, start.answers
    answers = (
        ("funktion", known.funktion, given.funktion, _ROLE),
        ("postkasse", known.postkasse, given.postkasse, _MAILBOX),
    )
    for name, value, answer, todo in answers:
        is_answered = answer is not None and value != UOPLYST
        inherited = f"passer det stadig? Det er fra {start.before.aar}" if start.before else ""
        yield YamlField(name, value, "" if is_answered else todo if value == UOPLYST else inherited)


def _contributors(start: Start) -> Iterator[YamlField]:
    found = [one for statusfil in (start.before.statusfiler if start.before else ()) for one in statusfil.bidragydere]
    names = dict.fromkeys(str(one.navn) for one in found if one.navn)
    if names:
        items = tuple(Group((YamlField("navn", name), YamlField("status", "ikke modtaget"))) for name in names)
        yield YamlField("bidragydere", Listing(items), "ret til modtaget, efterhånden som de kommer")


def _sections(start: Start) -> Iterator[Group]:
    """Yield last year's headings with the indsatser that go on below each; one to begin with where there is none."""
    on = start.with_fate(Fate.GOES_ON)
    found = [one for statusfil in (start.before.statusfiler if start.before else ()) for one in statusfil.status]
    headings: dict[str, tuple[str, ...]] = {}
    for one in found:
        kept = tuple(str(name) for name in one.indsatser if name in on)
        if one.overskrift and (kept or not one.indsatser):
            headings[str(one.overskrift)] = tuple(dict.fromkeys((*headings.get(str(one.overskrift), ()), *kept)))
    for heading_text, names in (headings or {_HEADING: ()}).items():
        about = [YamlField("indsatser", names)] if names else []
        yield Group((YamlField("overskrift", heading_text), *about, YamlField("tekst", Block(UOPLYST), _OWN_WORDS)))


def _plans(start: Start) -> Iterator[str]:
    if start.before is None:
        return
    known = start.before.indsatser
    perspektiver = [one.perspektiver for one in start.before.statusfiler if one.perspektiver]
    plans = [str(known[name].navn) for one in perspektiver for name in map(str, one.planer) if name in known]
    if plans:
        yield full_stop(f"Planer i {start.before.aar}: {join_words(plans)}")


def _indsatser(start: Start) -> YamlField:
    declared, found = Statusfil.fields["indsatser"], indsatser(start)
    example = indsatser_example(start.samling, start.aar)
    if any(not one.off for one in found):
        return YamlField.of(declared, Listing(found, spaced=True), "", *example)
    return replace(YamlField.of(declared, UOPLYST, _AS_ABOVE, *example), instead=found)


def _figures(start: Start) -> Iterator[YamlField]:
    """Yield the figures of the forvaltning as a whole; they compare only where it has the tasks that it had."""
    if start.before is None:
        return
    found = [tal for one in start.before.statusfiler for tal in one.tal if is_known(start, tal)]
    units = {str(tal.enhed_og_maerke): tal for tal in reversed(found)}
    fields = tuple(figure(start, tal, start.before.aar, same=start.is_same) for tal in reversed(units.values()))
    if fields:
        yield YamlField.of(Statusfil.fields["tal"], Group(fields))
