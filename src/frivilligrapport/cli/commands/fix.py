"""The steps behind `fix`: what can be repaired, showing it, asking, and saving."""

import os
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli.exits import CannotWrite
from frivilligrapport.cli.terminal import wants_colour
from frivilligrapport.cli.work_folder import Selection, select
from frivilligrapport.cli.writing import replace_files
from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.loader import load, load_lone
from frivilligrapport.danish import join_words
from frivilligrapport.pipeline.fixing import Fixing, choose_nothing, fix
from frivilligrapport.pipeline.fixing_state import Reload
from frivilligrapport.problems import ExitCode, Problem
from frivilligrapport.problems.personal_data import mask
from frivilligrapport.reading.source import Source
from frivilligrapport.reporters.repairs import told
from frivilligrapport.reporters.text import report, summary
from frivilligrapport.rules.run import is_among

_YES, _NO = ("j", "ja"), ("n", "nej", "")


def look(chosen: Selection, *, may_ask: bool) -> Fixing:
    """Find what can be repaired; on a terminal the user is asked where there are several ways."""
    choose = ask_which if may_ask and sys.stdin.isatty() else choose_nothing
    return fix(chosen.samling, chosen.paths, _reload(chosen), choose)


def _reload(chosen: Selection) -> Reload:
    if chosen.root is not None:
        return partial(load, chosen.root)
    file, original = next(iter(chosen.samling.originals.items()), ("", None))
    return partial(load_lone, original.path if original else Path(), file)


def ask_which(problem: Problem, sources: Mapping[str, Source]) -> str | None:
    """Ask which of a finding's texts is meant; Enter leaves it as it is."""
    print(report([problem], sources), end="")
    for number, text in enumerate(problem.instead, 1):
        print(mask(f"   {number}: {text or '(slet det)'}"))
    numbers = [str(number) for number in range(1, len(problem.instead) + 1)]
    while True:
        answer = _answer(f"Hvad er ment? Skriv {join_words(numbers, 'eller')}, eller tryk Enter for at lade det stå: ")
        if answer in {"", *numbers}:
            return problem.instead[int(answer) - 1] if answer else None


def is_confirmed() -> bool:
    """Ask whether the repairs are to be saved; where nobody can answer, they are not."""
    answer = "" if not sys.stdin.isatty() else "?"
    while answer not in {*_YES, *_NO}:
        answer = _answer("Skal rettelserne gemmes? [j/n] ")
    return answer in _YES


def _answer(question: str) -> str:
    """Give what the user writes, "" when there is no more to read."""
    print(question, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        print(file=sys.stderr)
    return line.strip().casefold()


def show(chosen: Selection, found: Fixing) -> None:
    """Print each file's repairs and the difference they make; on stderr, what is to be known beside it."""
    for note in chosen.notes:
        print(note, file=sys.stderr)
    for one in found.files:
        print(mask(told(one.file, one.repairs, one.shown, in_colour=wants_colour(sys.stdout))))
    if not found.files:
        left = [one for one in found.left.problems if is_among(one.location.file, chosen.paths)]
        if not left:
            print("Her er ikke noget at rette.", file=sys.stderr)
            return
        print("Her er ikke noget, som programmet kan rette af sig selv.", file=sys.stderr)
        _say_left(left, "frivilligrapport validate")


def show_personal_data(chosen: Selection, found: Fixing) -> None:
    """Print where the personal data is, masked, and that nothing is repaired."""
    all_ = (one for one in found.left.problems if is_among(one.location.file, chosen.paths))
    print(report((one for one in all_ if one.kind is PERSONAL_DATA), found.left.sources), end="")
    print("Intet er rettet. Slet nummeret først.", file=sys.stderr)


def say_nothing_saved(*, check: bool) -> None:
    """Print that the files are as they were."""
    how = "" if check or sys.stdin.isatty() else " Skriv --yes efter kommandoen for at gemme."
    print(f"Intet er gemt.{how}", file=sys.stderr)


def save(chosen: Selection, found: Fixing) -> None:
    """Write the files, and print what is left in each.

    Raises CannotWrite, also when somebody has saved one of the files meanwhile; then none is written.
    """
    originals = chosen.samling.originals
    for one in found.files:
        if not originals[one.file].is_current:
            hint = "Kør kommandoen igen, så rettes filen, som den er nu."
            raise CannotWrite(f"»{one.file}« er blevet ændret imens. Intet er gemt.", hint)
    replace_files({originals[one.file].path: one.after for one in found.files})
    for one in found.files:
        print(f"{one.file}: Rettelserne er gemt.", file=sys.stderr)
        _say_left(found.left_in(one.file), f"frivilligrapport validate {_typed(originals[one.file].path)}")


def _say_left(left: list[Problem] | tuple[Problem, ...], command: str) -> None:
    more = f" Se mere med: {command}" if left else ""
    print(f"Tilbage: {summary(left)}{more}" if left else "Ingen fejl tilbage.", file=sys.stderr)


def _typed(path: Path) -> str:
    """Give a path as it can be typed from here."""
    try:
        way = os.path.relpath(path)
    except ValueError:  # on another drive of Windows
        way = str(path)
    return f'"{way}"' if " " in way else way


HELP = """Retter det, der kan rettes sikkert, og viser først, hvad der bliver ændret.

Tabulatorer, tegnsæt, linjeskift, skæve anførselstegn, usynlige tegn, felter og faste ord med tastefejl. Alt
andet i filen bliver stående, også bemærkninger og indrykning. Intet bliver gemt, før du har svaret ja.

Er der to muligheder, som ved 20-30.000, spørger programmet, hvad der er ment. Det gætter aldrig.
"""


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[STI]…", help="Filer eller mapper, der skal rettes.")
    ] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
    *,
    yes: Annotated[
        bool, typer.Option("--yes", help="Gemmer uden at spørge. Vælger aldrig mellem to muligheder.")
    ] = False,
    check: Annotated[bool, typer.Option("--check", help="Viser kun, hvad der kan rettes. Gemmer ikke.")] = False,
) -> int:
    """Carry out `fix`."""
    chosen = select([Path(path) for path in paths or ()], folder)
    found = look(chosen, may_ask=not (yes or check))
    if found.left.has_personal_data(chosen.paths):
        show_personal_data(chosen, found)
        return ExitCode.PERSONAL_DATA
    show(chosen, found)
    if not found.files:
        return ExitCode.OK
    if check or not (yes or is_confirmed()):
        say_nothing_saved(check=check)
        return ExitCode.PROBLEMS
    save(chosen, found)
    return ExitCode.OK
