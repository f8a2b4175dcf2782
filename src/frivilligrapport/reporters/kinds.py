"""Kinds of findings for people who ask what a code means."""

import textwrap
from collections.abc import Iterator

from frivilligrapport.problems import Kind, Severity

WEIGHT = {
    Severity.FEJL: "Rapporten bliver ikke bygget, før det er rettet.",
    Severity.ADVARSEL: "Rapporten kan bygges, men se på det først.",
}
GUIDE = "docs/fejlkoder.md"
_WIDTH = 88


def is_described(example: str) -> bool:
    """Tell whether an example says in parentheses what a file is like, for what no text can show."""
    return example.startswith("(")


def described(example: str) -> str:
    """Give the words of such an example as a sentence."""
    words = example.strip("()")
    return f"{words[:1].upper()}{words[1:]}."


def explain_kind(kind: Kind, advice: str = "") -> str:
    """Explain a kind of finding: what it means, why it matters, a wrong and a right example, and where to read more.

    `advice` is put below the examples as it is, such as what to do when nothing can be mended.
    """
    return "\n".join(_lines(kind, advice))


def _lines(kind: Kind, advice: str) -> Iterator[str]:
    yield from (f"{kind.code}: {kind.title} ({kind.severity})", "")
    text = f"{kind.explanation} {WEIGHT[kind.severity]}"
    yield from textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    for title, example in (("Forkert", kind.wrong), ("Rigtigt", kind.right)):
        yield ""
        if is_described(example):
            yield f"{title}: {described(example)}"
        else:
            yield from (f"{title}:", "", textwrap.indent(example.rstrip("\n"), "    "))
    if advice:
        yield from ("", advice)
    yield from ("", f"Læs mere: {GUIDE}#{kind.code.lower()}", "")
