"""Kinds of findings for people who ask what a code means."""

import textwrap
from collections.abc import Iterator

from frivilligrapport.problems import Kind, Severity

WEIGHT = {
    Severity.FEJL: "Rapporten bliver ikke bygget, før det er rettet.",
    Severity.ADVARSEL: "Rapporten kan bygges, men se på det først.",
}
_WIDTH = 88


def examples(kind: Kind) -> Iterator[tuple[str, str, bool]]:
    """Yield the wrong and the right example: its title, its text, and whether that is YAML.

    An example in parentheses says what a file is like, for what no text can show; its words come as a sentence.
    """
    for title, example in (("Forkert", kind.wrong), ("Rigtigt", kind.right)):
        is_yaml = not example.startswith("(")
        words = example.strip("()")
        yield title, example.rstrip("\n") if is_yaml else f"{words[:1].upper()}{words[1:]}.", is_yaml


def explain_kind(kind: Kind, advice: str = "") -> str:
    """Explain a kind of finding: what it means, why it matters, and a wrong and a right example.

    `advice` is put below the examples as it is, such as what to do when nothing can be mended.
    """
    return "\n".join(_lines(kind, advice))


def _lines(kind: Kind, advice: str) -> Iterator[str]:
    yield from (f"{kind.code}: {kind.title} ({kind.severity})", "")
    text = f"{kind.explanation} {WEIGHT[kind.severity]}"
    yield from textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    for title, example, is_yaml in examples(kind):
        yield from ("", f"{title}:", "", textwrap.indent(example, "    ")) if is_yaml else ("", f"{title}: {example}")
    if advice:
        yield from ("", advice)
    yield ""
