"""How well two colours can be told apart, as WCAG 2.1 measures it."""

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import format_number
from frivilligrapport.models.udseende import Farve
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import error, folder_rule

WHITE, BLACK = "#ffffff", "#000000"
ENOUGH_CONTRAST = 4.5  # WCAG 2.1, success criterion 1.4.3: for text of ordinary size
_STEPS = 200


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours `#rrggbb`: 1 for the same, 21 for black on white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def contrast_text(ratio: float) -> str:
    """Write a contrast in Danish: "4,1:1". Rounded down, so that too little never looks like enough."""
    return f"{format_number(Decimal(ratio).quantize(Decimal('0.1'), ROUND_DOWN))}:1"


def nearest_readable(colour: str, towards: str, against: tuple[str, ...]) -> str:
    """Blend a colour with `towards` (white or black) until it has enough contrast with all of `against`.

    Gives `towards` itself when nothing less is enough.
    """
    mixed = (_blend(colour, towards, step / _STEPS) for step in range(_STEPS))
    return next((one for one in mixed if all(contrast(one, other) >= ENOUGH_CONTRAST for other in against)), towards)


def _blend(colour: str, other: str, share: float) -> str:
    mixed = (one + (two - one) * share for one, two in zip(_channels(colour), _channels(other), strict=True))
    return "#" + "".join(f"{round(channel):02x}" for channel in mixed)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _luminance(colour: str) -> float:
    """Give the relative luminance as WCAG 2.1 defines it."""
    shares = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)  # noqa: PLR2004 - the definition's own number
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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


@folder_rule(TOO_PALE)
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
    if ratio >= ENOUGH_CONTRAST:
        return
    typed = colour.scalar.text.strip()
    better = nearest_readable(colour, towards, against)
    # Without # it may stand bare; with it, it stands in quotation marks already.
    instead = better if typed.startswith("#") else better.removeprefix("#")
    message = f"{what} »{typed}« har kontrasten {contrast_text(ratio)}; den skal være mindst 4,5:1."
    hint = f"Skriv {instead}, som er den nærmeste {'mørkere' if towards == BLACK else 'lysere'} farve."
    yield Problem(colour.scalar.place(0, len(typed)), TOO_PALE, message, hint, instead=(instead,))
