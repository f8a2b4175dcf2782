"""The house's colours must carry text that can be read (FR381), and must not be remarks (FR110)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from frivilligrapport.collection.values import Samling
from frivilligrapport.models.udseende import BAD_COLOUR, Farve
from frivilligrapport.problems import Problem
from frivilligrapport.rules.contrast import BLACK, ENOUGH, WHITE, contrast, contrast_text, nearest_readable
from frivilligrapport.rules.rule import FolderRule, error

_EXAMPLE = "# fil: kommune.yaml\nudseende:\n  farver:\n    hovedfarve: {}"
TOO_PALE = error(
    "FR381",
    "Farven kan ikke læses mod sin bund",
    "Lov om tilgængelighed af offentlige organers websteder kræver en kontrast på mindst 4,5:1 mellem tekst og bund. "
    "Overskrifter står i hovedfarven på hvidt og på baggrunden, forsiden er hvid tekst på hovedfarven, og "
    "fremhævningen er tekst på hvidt.",
    _EXAMPLE.format('"#6aa9c0"'),
    _EXAMPLE.format('"#14485c"'),
)
# The program's own colours, and those of its text: the same as in rapport.css, and a test holds them together.
HOVEDFARVE, BAGGRUND = "#14485c", "#eaf1f3"
TEXT_COLOURS = ("#1b2529", "#4d5a61")
_LOST = re.compile(r"[^:#]*:\s+(?P<colour>#[0-9a-fA-F]+)\s*$")


def _too_pale(samling: Samling) -> Iterator[Problem]:
    udseende = samling.kommune.udseende if samling.kommune else None
    farver = udseende.farver if udseende else None
    if farver is None:
        return
    hovedfarve, baggrund, fremhaevning = farver.hovedfarve, farver.baggrund, farver.fremhaevning
    if hovedfarve:
        grounds = (WHITE,) if baggrund else (WHITE, BAGGRUND)
        yield from _check(hovedfarve, "Hvid tekst på hovedfarven", grounds, BLACK)
    if fremhaevning:
        yield from _check(fremhaevning, "Tekst i fremhævningen", (WHITE,), BLACK)
    if baggrund:
        # The heading's colour as it will be, once it can be read on white.
        heading = nearest_readable(hovedfarve or HOVEDFARVE, BLACK, (WHITE,))
        yield from _check(baggrund, "Tekst på baggrunden", (heading, *TEXT_COLOURS), WHITE)


def _check(colour: Farve, what: str, against: tuple[str, ...], towards: str) -> Iterator[Problem]:
    """Hold a colour against those it is seen with; propose the nearest that can be read, going `towards` another."""
    ratio = min(contrast(colour, other) for other in against)
    if ratio >= ENOUGH:
        return
    typed = colour.scalar.text.strip()
    better = nearest_readable(colour, towards, against)
    # Without # it may stand bare; with it, it stands in quotation marks already.
    instead = better if typed.startswith("#") else better.removeprefix("#")
    message = f"{what} »{typed}« har kontrasten {contrast_text(ratio)}; den skal være mindst 4,5:1."
    hint = f"Skriv {instead}, som er den nærmeste {'mørkere' if towards == BLACK else 'lysere'} farve."
    yield Problem(colour.scalar.place(0, len(typed)), TOO_PALE, message, hint, instead=(instead,))


def _made_a_comment(samling: Samling) -> Iterator[Problem]:
    """Find colours after # without quotation marks: YAML takes them for remarks, and the field for empty."""
    source = samling.sources.get(samling.kommune_file)
    udseende = samling.kommune.udseende if samling.kommune else None
    entries = udseende.farver.node.entries if source and udseende and udseende.farver else ()
    for entry in entries:
        found = _LOST.match(source.lines[entry.location.line - 1], entry.location.column - 1) if source else None
        if found:
            typed = found["colour"]
            place = replace(entry.location, column=found.start("colour") + 1, length=len(typed))
            message = f"Farven {typed} læses ikke: efter # er resten af linjen en bemærkning."
            yield Problem(place, BAD_COLOUR, message, f'Skriv "{typed}".', instead=(f'"{typed}"',))


COLOUR_FOLDER_RULES = (FolderRule(TOO_PALE, _too_pale), FolderRule(BAD_COLOUR, _made_a_comment))
