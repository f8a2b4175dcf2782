"""A reminder that is ready to be sent: what is missing, where it goes, by when, and how. No blame."""

import re
from collections.abc import Iterator

from frivilligrapport.danish import date_as_text, join_words, plural
from frivilligrapport.deliveries.status import ForvaltningStatus, JointStatus, YearStatus, days_text
from frivilligrapport.problems.reporters.text import count_text
from frivilligrapport.rendering.markdown.escape import escape_inside
from frivilligrapport.rendering.terminal.lines import in_blocks, wrapped

_WIDTH = 80
_MOST = 8
_RULE = "-" * 40


def reminders(status: YearStatus, *, markdown: bool = False) -> str:
    """Give the texts to those who are awaited, one after the other; a sentence when there are none.

    In Markdown each stands in a block of its own, as it is to be sent.
    """
    if not status.is_report_year:
        return f"{status.deadline}\n"
    if not status.awaited:
        return "Alle har afleveret en fil, der er klar eller godkendt.\n"
    texts = [(line.delivery.forkortelse, reminder(status, line)) for line in status.awaited]
    if markdown:
        return "\n".join(f"### {escape_inside(name)}\n\n{_fenced(text)}" for name, text in texts)
    return f"\n{_RULE}\n\n".join(text for _, text in texts)


def joint_reminders(joint: JointStatus, *, markdown: bool = False) -> str:
    """Give the texts to those who are awaited in each of several municipalities, under its name."""
    found = ((status.kommune, reminders(status, markdown=markdown)) for _, status in joint.kommuner)
    if markdown:
        return "\n".join(f"## {escape_inside(name)}\n\n{texts}" for name, texts in found)
    return f"\n{_RULE}\n\n".join(f"{name}\n{'=' * len(name)}\n\n{texts}" for name, texts in found)


def _fenced(text: str) -> str:
    """Set a text as it is; the fence is longer than any that stands in it."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    return f"{fence}text\n{text}{fence}\n"


def reminder(status: YearStatus, line: ForvaltningStatus) -> str:
    """Give the text to one forvaltning."""
    delivery, role = line.delivery, line.recipient.funktion or "Kontakten"
    what = "Jeres bidrag" if delivery.har_fil else "Bidrag"
    blocks = (
        (
            *([f"Til: {line.recipient.postkasse}"] if line.recipient.postkasse else []),
            f"Emne: {what} fra {delivery.forkortelse} til »{status.titel}«, {status.aar}",
        ),
        (f"Til {role[0].lower()}{role[1:]} i {delivery.navn}",),
        (f"{_state(line)} {_when(status)}".strip(),),
        _what_to_do(status, line),
        (
            "Se efter, om der er fejl:",
            f"  frivilligrapport validate {line.file.file}",
            *(() if delivery.er_modtaget else ("Skriv filstatus: klar i filen, når den er færdig.",)),
        ),
        ("Er der noget, I ikke ved, så skriv uoplyst. Det er et ærligt svar, og rapporten siger det, som det er.",),
        ("Skriv endelig, hvis noget driller.",),
    )
    return in_blocks([row for text in block for row in _folded(text)] for block in blocks)


def _folded(text: str) -> list[str]:
    indent = " " * (len(text) - len(text.lstrip(" ")))
    return wrapped(text.strip(), _WIDTH, indent)


def _state(line: ForvaltningStatus) -> str:
    """Say how far the file is: a sentence of its own for each state."""
    delivery, stray = line.delivery, line.stray
    if stray and not delivery.har_fil:
        why = "med det navn kan den ikke læses ind" if stray.is_yaml else "det format kan programmet ikke læse"
        return f"Vi har fået filen {stray.file}, men {why}."
    sentences = (
        (not delivery.har_fil, f"Vi har endnu ikke fået en statusfil fra {delivery.forkortelse}."),
        (delivery.er_ulaeselig, "Vi har fået jeres fil, men den kan ikke læses."),
        (not delivery.er_begyndt, "Jeres fil ligger klar til at blive fyldt ud, men den er ikke begyndt."),
        (delivery.er_for_andet_aar, "Vi har fået jeres fil, men der står i den, at den er for et andet år."),
        (delivery.er_i_gang, "Vi har fået jeres fil, og den er stadig et udkast."),
    )
    thanks = f"Tak for jeres fil. Den er {delivery.tilstand}, men der er noget i den, som skal rettes."
    return next((said for is_so, said in sentences if is_so), thanks)


def _when(status: YearStatus) -> str:
    if status.frist is None or status.days_left is None:
        return ""
    verb = "var" if status.days_left < 0 else "er"
    day = date_as_text(status.frist)
    if status.days_left == 0:
        return f"Fristen er i dag, den {day}."
    return f"Fristen {verb} den {day} ({days_text(status.days_left)})."


def _what_to_do(status: YearStatus, line: ForvaltningStatus) -> Iterator[str]:
    if line.stray and line.stray.is_yaml and not line.delivery.har_fil:
        yield f"Kald filen {line.file.file}, og læg den i samme mappe."
    elif line.delivery.har_fil:
        yield from _with_file(status, line)
    else:
        yield "Lav filen med denne kommando:"
        yield f"  frivilligrapport new {line.delivery.forkortelse} --year {status.aar}"
        if line.starts_from is not None:
            yield f"Så er indsatserne fra {line.starts_from} skrevet ind på forhånd."
        yield f"Filen bliver lagt i {line.file.file}. Det, I skal svare på, er mærket UDFYLD."


def _with_file(status: YearStatus, line: ForvaltningStatus) -> Iterator[str]:
    yield f"Filen er {line.file.file}."
    if line.delivery.er_for_andet_aar:
        yield f"Er det den rigtige fil, så skriv år: {status.aar} i den. Ellers skal den rigtige fil lægges der."
    if (line.delivery.er_i_gang or not line.delivery.er_begyndt) and line.answered and line.answered.missing:
        shown, more = line.answered.missing[:_MOST], len(line.answered.missing) - _MOST
        names = [*shown, f"{more} {plural(more, 'andet', 'andre')}"] if more > 0 else list(shown)
        answered = f"{line.answered.share} spørgsmål er besvaret. " if line.delivery.er_begyndt else ""
        yield f"{answered}Tilbage er {join_words(names)}."
    # What a file that nobody has begun on lacks is what its questions ask.
    if line.delivery.er_begyndt and (found := count_text(line.file.errors, line.file.warnings)):
        yield f"Programmet har fundet {found}{':' if line.file.told else '.'}"
        yield from (f"  {text}" for text in line.file.told[:_MOST])
        more = len(line.file.told) - _MOST
        if more > 0:
            yield f"  Dertil {more} fejl mere."
