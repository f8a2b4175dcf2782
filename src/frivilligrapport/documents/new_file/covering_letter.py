"""The letter that goes out with a file to fill in: what it is, by when, how, and where it is to be sent."""

from datetime import date

from frivilligrapport.danish import date_as_text, full_stop
from frivilligrapport.documents.new_file.before import Start
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.rendering.terminal.lines import in_blocks, wrapped

_WIDTH = 80


def covering_letter(start: Start, titel: str, frist: date | None, afsender: str, form: str = "") -> str:
    """Write to a forvaltning about its new file. `afsender` is whom it is to be sent to, "" where nobody has said.

    `form` is the name of the form that goes out, "" where it is the file itself.
    """
    unit, contact = start.forvaltning, start.contact
    name = form or f"{unit.id}.yaml"
    role = contact.funktion if contact.funktion != UOPLYST else "Kontakten"
    mailbox = [f"Til: {contact.postkasse}"] if contact.postkasse != UOPLYST else []
    known = f" Indsatserne fra {start.before.aar} er skrevet ind på forhånd." if start.before else ""
    when = f" Fristen er den {date_as_text(frist)}." if frist else ""
    back = full_stop(f"Send filen tilbage til {afsender}") if afsender else "Svar på mailen, og læg filen ved."
    blocks = (
        (*mailbox, f"Emne: Bidrag fra {unit.forkortelse} til »{titel}«, {start.aar}"),
        (f"Til {role[0].lower()}{role[1:]} i {unit.navn}",),
        (f"Her er jeres {'skema' if form else 'fil'} til rapporten, {name}.{known}{when}",),
        ("Sådan gør I:", *(_by_form if form else _by_hand)(name), f"  5. {back}"),
        *(
            ()
            if form
            else ((f"Hellere et skema, der åbner i browseren? Skriv til {afsender or 'os'}, så får I det.",),)
        ),
        ("Skriv aldrig CPR-numre eller andre personoplysninger.",),
        ("Skriv endelig, hvis noget driller.",),
    )
    return in_blocks([line for text in block for line in _folded(text)] for block in blocks)


def _by_hand(name: str) -> tuple[str, ...]:
    return (
        f"  1. Pak zip-filen ud, og åbn {name} i Notesblok.",
        "  2. Find ordet UDFYLD. Skriv svaret i stedet for uoplyst, og slet # og resten af linjen.",
        "  3. Ved I det ikke, så slet mærket, og lad uoplyst stå. Det er et ærligt svar.",
        "  4. Skriv filstatus: klar, når filen er færdig, og gem den.",
    )


def _by_form(name: str) -> tuple[str, ...]:
    return (
        f"  1. Pak zip-filen ud, og dobbeltklik på {name}. Intet skal installeres.",
        "  2. Udfyld skemaet i browseren. Det ser efter, mens I skriver, og sender intet.",
        "  3. Ved I noget ikke, så vælg uoplyst. Det er et ærligt svar.",
        "  4. Vælg klar, når I er færdige, og gem filen.",
    )


def _folded(text: str) -> list[str]:
    indent = " " * (len(text) - len(text.lstrip(" ")))
    return wrapped(text.strip(), _WIDTH, indent, "   " if indent else "")
