"""The few questions of `new --interactive`."""

import sys

from frivilligrapport.cli.asking import ask, ask_text, ask_yes
from frivilligrapport.danish import quote
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.pipeline.starting import Answers, Fate, Start
from frivilligrapport.reading.quantity import parse_quantity

_HELP = "Tryk Enter for det, der står i [ ]. Ctrl+C stopper, uden at noget bliver skrevet."


def ask_all(start: Start) -> Answers:
    """Ask whom to write to, which of last year's indsatser go on, and the figures of those that do."""
    print(_HELP, file=sys.stderr)
    funktion, postkasse = _contact(start)
    goes_on: dict[str, bool] = {}
    figures: dict[tuple[str, str], str] = {}
    for name, one in (start.before.indsatser if start.before else {}).items():
        fate = start.fate(name, one)
        if fate is not Fate.LEFT_OUT:
            goes_on[name] = _goes_on(start, one, fate)
        if goes_on.get(name):
            figures |= {(name, unit): typed for unit, typed in _figures(start, one).items()}
    return Answers(funktion, postkasse, goes_on, figures)


def _contact(start: Start) -> tuple[str, str]:
    known = start.contact
    funktion = ask_text("Hvilken funktion kan svare på spørgsmål? En stilling, aldrig et navn", known.funktion)
    return funktion, ask_text("Hvilken fælles postkasse kan man skrive til?", known.postkasse)


def _goes_on(start: Start, one: Indsats, fate: Fate) -> bool:
    if fate is Fate.SUGGESTED:
        return ask_yes(f"Blev {quote(one.navn)} holdt igen i {start.aar}?", default=False)
    return ask_yes(f"Skal {quote(one.navn)} ({one.tilstand}) med for {start.aar}?", default=True)


def _figures(start: Start, one: Indsats) -> dict[str, str]:
    """Ask for each figure that was told last year; what is not answered is left to the file."""
    found: dict[str, str] = {}
    for tal in one.tal:
        unit = str(tal.enhed_og_maerke)
        before = f" ({start.before.aar}: {tal.antal.quantity.typed})" if start.before and tal.antal else ""
        quantity = ask(f"   Hvor mange {unit} i {start.aar}?{before}", parse_quantity, UOPLYST)
        if quantity.typed != UOPLYST:
            found[unit] = quantity.typed
    return found
