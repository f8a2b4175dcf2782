"""Danish typography that holds for every text on its way to the page."""


def upper_first(text: str) -> str:
    """Begin a sentence: the first letter as a capital, all others as they are (»TMF« stays)."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Go on in a sentence: the first letter as a small one, unless it begins an acronym (»TMF« stays)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def one_line(text: str) -> str:
    """Give a text without its line breaks, with one space between words."""
    return " ".join(text.split())
