"""What a user can give several commands: each option declared once, and how its words are read."""

import os
import re
from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Annotated, Any

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.exits import WrongUse

Folder = Annotated[str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")]


Forvaltning = Annotated[
    str | None,
    typer.Argument(
        metavar="[FORVALTNING]",
        help="Forvaltningens forkortelse, fx TMF. Udelades med --all.",
        autocompletion=completion.forvaltninger,
    ),
]


def year_argument(verb: str) -> Any:
    """Declare [ÅR]; `verb` says what is done to the newest year when there is none."""
    help_ = f"Året. Uden år {verb} det nyeste med en rapport.yaml."
    return typer.Argument(metavar="[ÅR]", help=help_, autocompletion=completion.years)


def earlier_year(what: str) -> Any:
    """Declare --from; `what` says what is taken from that year, and from which when none is named."""
    return typer.Option("--from", metavar="ÅR", help=what, autocompletion=completion.years)


def format_option(formats: Collection[str]) -> Any:
    """Declare --format for a command that gives one format of several."""
    *most, last = formats
    help_ = f"{', '.join(most)} eller {last}."
    words = completion.among(formats)
    return typer.Option("--format", metavar="FORMAT", help=help_, show_default=False, autocompletion=words)


def read_format(typed: str, formats: Collection[str]) -> str:
    """Read the word after --format. Raises WrongUse."""
    name = typed.strip().lower()
    if name not in formats:
        raise WrongUse(f"Formatet »{typed}« kendes ikke.", f"Formaterne er {', '.join(formats)}.")
    return name


def read_year(typed: str | None, command: str) -> int | None:
    """Read the year of the command line; None when none was typed. Raises WrongUse."""
    if typed is not None and not re.fullmatch(r"(?:19|20)[0-9]{2}", typed):
        raise WrongUse(f"»{typed}« er ikke et årstal.", f"Skriv for eksempel frivilligrapport {command} 2014.")
    return int(typed) if typed else None


_DAY = "SOURCE_DATE_EPOCH"


def today() -> date:
    """Give this machine's day, or that of SOURCE_DATE_EPOCH (seconds, UTC) where it is set. Raises WrongUse."""
    typed = os.environ.get(_DAY, "")
    if not typed:
        return datetime.now(UTC).astimezone().date()
    try:
        return datetime.fromtimestamp(int(typed), UTC).date()
    except (ValueError, OverflowError, OSError):
        hint = "Det skal være antallet af sekunder siden 1. januar 1970."
        raise WrongUse(f"{_DAY} er »{typed}« og kan ikke læses.", hint) from None
