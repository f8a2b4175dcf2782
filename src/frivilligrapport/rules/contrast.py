"""How well two colours can be told apart, as WCAG 2.1 measures it."""

from decimal import ROUND_DOWN, Decimal

from frivilligrapport.danish import format_number

WHITE, BLACK = "#ffffff", "#000000"
ENOUGH = 4.5  # WCAG 2.1, success criterion 1.4.3: for text of ordinary size
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
    return next((one for one in mixed if all(contrast(one, other) >= ENOUGH for other in against)), towards)


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
