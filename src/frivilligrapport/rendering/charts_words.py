"""What a drawing of bars says, for those who cannot see it."""

from collections.abc import Sequence

from frivilligrapport.rendering.charts_amount import Amount


def alternative_of(title: str, amounts: Sequence[Amount]) -> str:
    """Say the chart's message, then every number in it."""
    words = "; ".join(_said(amount) for amount in amounts)
    return " ".join(part for part in (f"{title}.", _message(amounts), f"{words}." if words else "") if part)


def how_to_read(amounts: Sequence[Amount], largest: str) -> str:
    """Say how the drawing shows it: the scale, what is uncertain, what has no upper bound, what is not known."""
    known = [one for one in amounts if one.lower is not None]
    texts = [f"Vandrette søjler på en skala fra 0 til {largest}."] if known else []
    if any(one.reach > (one.lower or 0) for one in known):
        texts.append("En lys søjle med streg viser det spænd, tallet ligger i.")
    if any(one.is_open for one in known):
        texts.append("En pil viser, at der ingen øvre grænse er.")
    if len(known) < len(amounts):
        texts.append("En prikket linje uden søjle viser, at tallet ikke kendes.")
    return " ".join(texts)


def _said(amount: Amount) -> str:
    heading = f"{amount.heading}: " if amount.heading else ""
    note = f" ({amount.note})" if amount.note else ""
    return f"{heading}{amount.label}: {amount.text}{note}"


def _message(amounts: Sequence[Amount]) -> str:
    """Name the largest where the bounds settle which it is; say so where they do not."""
    if any(one.heading for one in amounts):
        return ""
    bounds = [(one, one.lower, one.upper) for one in amounts if one.lower is not None]
    if len(bounds) < 2:  # noqa: PLR2004 - one amount alone is neither large nor small
        return ""
    largest, lower, _ = max(bounds, key=lambda found: found[1])
    others = [upper for one, _, upper in bounds if one is not largest]
    if len(bounds) == len(amounts) and all(upper is not None and upper < lower for upper in others):
        return f"Størst: {largest.label}."
    if all(upper is not None and upper <= lower for upper in others):
        return ""
    return "Det kan ikke siges sikkert, hvad der er størst."
