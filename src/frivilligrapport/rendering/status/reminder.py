"""A reminder that is ready to be sent: what is missing, where it goes, by when, and how. No blame."""

import re
from collections.abc import Iterator

from frivilligrapport.danish import date_as_text, join_words, plural
from frivilligrapport.deliveries.overview import MISSING, UNREADABLE, Line, Standing, days_text
from frivilligrapport.rendering.markdown.escape import escape_inside
from frivilligrapport.rendering.terminal.lines import wrapped
from frivilligrapport.rendering.terminal.status import counts_text

_WIDTH = 80
_MOST = 8
_RULE = "-" * 40


def reminders(standing: Standing, *, markdown: bool = False) -> str:
    """Give the texts to those who are awaited, one after the other; a sentence when there are none.

    In Markdown each stands in a block of its own, as it is to be sent.
    """
    if not standing.is_report_year:
        return f"{standing.deadline}\n"
    if not standing.awaited:
        return "Alle har afleveret en fil, der er klar eller godkendt.\n"
    texts = [(line.forkortelse, reminder(standing, line)) for line in standing.awaited]
    if markdown:
        return "\n".join(f"### {escape_inside(name)}\n\n{_fenced(text)}" for name, text in texts)
    return f"\n{_RULE}\n\n".join(text for _, text in texts)


def _fenced(text: str) -> str:
    """Set a text as it is; the fence is longer than any that stands in it."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    return f"{fence}text\n{text}{fence}\n"


def reminder(standing: Standing, line: Line) -> str:
    """Give the text to one forvaltning."""
    paragraphs = (tuple(_head(standing, line)), _greeting(line), _what(standing, line), *_rest(standing, line))
    blocks = ["\n".join(one for text in block for one in _lines(text)) for block in paragraphs if block]
    return "\n\n".join(blocks) + "\n"


def _lines(text: str) -> list[str]:
    indent = " " * (len(text) - len(text.lstrip(" ")))
    return wrapped(text.strip(), _WIDTH, indent)


def _head(standing: Standing, line: Line) -> Iterator[str]:
    if line.contact.postkasse:
        yield f"Til: {line.contact.postkasse}"
    what = "Bidrag" if line.state == MISSING else "Jeres bidrag"
    yield f"Emne: {what} fra {line.forkortelse} til »{standing.titel}«, {standing.aar}"


def _greeting(line: Line) -> tuple[str, ...]:
    role = line.contact.funktion or "Kontakt"
    return (f"Til {role[0].lower()}{role[1:]} i {line.navn}",)


def _what(standing: Standing, line: Line) -> tuple[str, ...]:
    return (f"{_state(line)} {_when(standing)}".strip(),)


def _state(line: Line) -> str:
    if line.stray:
        return f"Vi har fået filen {line.stray}, men med det navn kan den ikke læses ind."
    if line.state == MISSING:
        return f"Vi har endnu ikke fået en statusfil fra {line.forkortelse}."
    if line.state == UNREADABLE:
        return "Vi har fået jeres fil, men den kan ikke læses."
    return "Vi har fået jeres fil, og den er stadig et udkast."


def _when(standing: Standing) -> str:
    if standing.frist is None or standing.days_left is None:
        return ""
    verb = "var" if standing.days_left < 0 else "er"
    day = date_as_text(standing.frist)
    if standing.days_left == 0:
        return f"Fristen er i dag, den {day}."
    return f"Fristen {verb} den {day} ({days_text(standing.days_left)})."


def _rest(standing: Standing, line: Line) -> Iterator[tuple[str, ...]]:
    file = line.checked.file
    if line.stray:
        yield (f"Kald filen {file}, og læg den i samme mappe.",)
    elif line.state == MISSING:
        yield tuple(_from_nothing(standing, line))
    else:
        yield tuple(_from_draft(line))
    check = f"frivilligrapport validate {file}"
    yield ("Se efter, om der er fejl:", f"  {check}", "Skriv filstatus: klar i filen, når den er færdig.")
    yield ("Er der noget, I ikke ved, så skriv uoplyst. Det er et ærligt svar, og rapporten siger det, som det er.",)
    yield ("Skriv endelig, hvis noget driller.",)


def _from_nothing(standing: Standing, line: Line) -> Iterator[str]:
    yield "Lav filen med denne kommando:"
    yield f"  frivilligrapport new {line.forkortelse} --year {standing.aar}"
    if line.starts_from is not None:
        yield f"Så er indsatserne fra {line.starts_from} skrevet ind på forhånd."
    yield f"Filen bliver lagt i {line.checked.file}. Det, I skal svare på, er mærket UDFYLD."


def _from_draft(line: Line) -> Iterator[str]:
    yield f"Filen er {line.checked.file}."
    if line.unanswered:
        shown, more = line.unanswered[:_MOST], len(line.unanswered) - _MOST
        names = [*shown, f"{more} {plural(more, 'andet', 'andre')}"] if more > 0 else list(shown)
        yield f"{line.share} spørgsmål er besvaret. Tilbage er {join_words(names)}."
    found = counts_text(line.checked.errors, line.checked.warnings)
    if found:
        yield f"Programmet har fundet {found}."
