"""Longer texts in one line, for items of a list."""

import re

_SENTENCE = re.compile(r".*?[.!?](?=\s+[A-ZÆØÅ»]|\s*$)", re.DOTALL)


def one_line(text: str) -> str:
    """Give a text without its line breaks."""
    return " ".join(text.split())


def first_sentence(text: str) -> str:
    """Give a text's first sentence in one line; all of it when it has no end of a sentence."""
    found = _SENTENCE.match(text)
    return one_line(found.group() if found else text)
