"""`fix`: show what can be repaired, ask, and save."""

import os
import sys
from collections.abc import Container, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli.exits import CannotWrite, Interrupted
from frivilligrapport.cli.options import Folder
from frivilligrapport.cli.terminal import print_note, print_text, read_answer, wants_colour
from frivilligrapport.cli.work_folder import Selection, select
from frivilligrapport.cli.writing import replace_files
from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.loader import load, load_lone
from frivilligrapport.danish import join_words
from frivilligrapport.pipeline.repair import Reload, Repairs, repair
from frivilligrapport.problems import ExitCode, Problem
from frivilligrapport.problems.reporters.repairs import describe_repairs
from frivilligrapport.problems.reporters.text import findings_summary, findings_text
from frivilligrapport.reading.source import Source
from frivilligrapport.rules.acceptance.sorting import is_among

HELP = """Retter det, der kan rettes sikkert, og viser først, hvad der bliver ændret.

Tabulatorer, tegnsæt, linjeskift, skæve anførselstegn, usynlige tegn, tekst, der er kommet ud til margenen, og felter
og faste ord med tastefejl. Alt andet i filen bliver stående, også bemærkninger. Intet gemmes, før du har svaret ja.

Er der to muligheder, som ved 20-30.000, spørger programmet, hvad der er ment. Det gætter aldrig.
"""
_YES, _NO = ("j", "ja"), ("n", "nej", "")


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[STI]…", help="Filer eller mapper, der skal rettes.")
    ] = None,
    folder: Folder = None,
    *,
    yes: Annotated[
        bool, typer.Option("--yes", help="Gemmer uden at spørge. Vælger aldrig mellem to muligheder.")
    ] = False,
    check: Annotated[bool, typer.Option("--check", help="Viser kun, hvad der kan rettes. Gemmer ikke.")] = False,
) -> int:
    """Carry out `fix`."""
    chosen = select([Path(path) for path in paths or ()], folder)
    found = _find_repairs(chosen, may_ask=not (yes or check))
    if found.left.has_personal_data(chosen.paths):
        _show_personal_data(chosen, found)
        return ExitCode.PERSONAL_DATA
    _show_repairs(chosen, found, [*(paths or ()), *(("--folder", folder) if folder else ())])
    if not found.files:
        return ExitCode.OK
    if check or not (yes or _is_confirmed()):
        _say_nothing_saved(check=check)
        return ExitCode.PROBLEMS
    _save(chosen, found)
    return ExitCode.OK


def _find_repairs(chosen: Selection, *, may_ask: bool) -> Repairs:
    """Find what can be repaired; on a terminal the user is asked where there are several ways."""
    if chosen.root is not None:
        reload: Reload = partial(load, chosen.root)
    else:
        file, original = next(iter(chosen.samling.originals.items()), ("", None))
        reload = partial(load_lone, original.path if original else Path(), file)
    return repair(chosen.samling, chosen.paths, reload, _ask_which if may_ask and sys.stdin.isatty() else None)


def _ask_which(problem: Problem, sources: Mapping[str, Source]) -> str | None:
    """Ask which of a finding's texts is meant; Enter leaves it as it is."""
    print_text(findings_text([problem], sources), end="")
    texts = {str(number): text for number, text in enumerate(problem.instead, 1)}
    for number, text in texts.items():
        print_text(f"   {number}: {text or '(slet det)'}")
    which = join_words([*texts], "eller")
    answer = _answer(f"Hvad er ment? Skriv {which}, eller tryk Enter for at lade det stå: ", {"", *texts})
    return texts.get(answer)


def _is_confirmed() -> bool:
    """Ask whether the repairs are to be saved; where nobody can answer, they are not."""
    return sys.stdin.isatty() and _answer("Skal rettelserne gemmes? [j/n] ", {*_YES, *_NO}) in _YES


def _answer(question: str, answers: Container[str]) -> str:
    """Ask until one of the answers is given; "" when there is no more to read."""
    while True:
        try:
            answer = read_answer(question).casefold()
        except Interrupted:
            return ""
        if answer in answers:
            return answer


def _show_repairs(chosen: Selection, found: Repairs, named: Sequence[str] = ()) -> None:
    """Print each file's repairs and the difference they make; on stderr, what is to be known beside it.

    `named` is what the user named to be repaired.
    """
    for note in chosen.notes:
        print_note(note)
    for one in found.files:
        print_text(describe_repairs(one.file, one.repairs, one.shown, in_colour=wants_colour(sys.stdout)))
    if not found.files:
        left = _left_among(chosen, found)
        if not left:
            print_note("Her er ikke noget at rette.")
            return
        print_note("Her er ikke noget, som programmet kan rette af sig selv.")
        _say_left(left, f"frivilligrapport validate{''.join(f' {_typed(Path(one))}' for one in named)}")


def _left_among(chosen: Selection, found: Repairs) -> list[Problem]:
    """Give what is left in the files that were chosen."""
    return [one for one in found.left.problems if is_among(one.location.file, chosen.paths)]


def _show_personal_data(chosen: Selection, found: Repairs) -> None:
    """Print where the personal data is, masked, and that nothing is repaired."""
    personal = [one for one in _left_among(chosen, found) if one.kind is PERSONAL_DATA]
    print_text(findings_text(personal, found.left.sources), end="")
    print_note("Intet er rettet. Slet nummeret først.")


def _say_nothing_saved(*, check: bool) -> None:
    """Print that the files are as they were."""
    how = "" if check or sys.stdin.isatty() else " Skriv --yes efter kommandoen for at gemme."
    print_note(f"Intet er gemt.{how}")


def _save(chosen: Selection, found: Repairs) -> None:
    """Write the files, and print what is left in each.

    Raises CannotWrite, also when somebody has saved one of the files meanwhile; then none is written.
    """
    originals = chosen.samling.originals
    for one in found.files:
        if not originals[one.file].is_current:
            hint = "Kør kommandoen igen, så rettes filen, som den er nu."
            raise CannotWrite(f"»{one.file}« er blevet ændret imens. Intet er gemt.", hint)
    files = {originals[one.file].path: one.after for one in found.files}
    folder = chosen.root / INDBERETNINGER if chosen.root else next(iter(files)).resolve().parent
    replace_files(files, folder, chosen.samling.numbers)
    for one in found.files:
        print_note(f"{one.file}: Rettelserne er gemt.")
        _say_left(found.left.in_file(one.file), f"frivilligrapport validate {_typed(originals[one.file].path)}")


def _say_left(left: list[Problem], command: str) -> None:
    more = f" Se mere med: {command}" if left else ""
    print_note(f"Tilbage: {findings_summary(left)}{more}" if left else "Ingen fejl tilbage.")


def _typed(path: Path) -> str:
    """Give a path as it can be typed from here."""
    try:
        way = os.path.relpath(path)
    except ValueError:  # on another drive of Windows
        way = str(path)
    return f'"{way}"' if " " in way else way
