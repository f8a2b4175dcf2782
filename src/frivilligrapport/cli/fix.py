"""`fix`: repair what can be repaired without changing what is meant; the difference is shown first."""

from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli.exits import ExitCode

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
    from frivilligrapport.cli import fixing
    from frivilligrapport.cli.selection import select

    chosen = select([Path(path) for path in paths or ()], folder)
    found = fixing.look(chosen, may_ask=not (yes or check))
    if found.left.has_personal_data(chosen.paths):
        fixing.show_personal_data(chosen, found)
        return ExitCode.PERSONAL_DATA
    fixing.show(chosen, found)
    if not found.files:
        return ExitCode.OK
    if check or not (yes or fixing.is_confirmed()):
        fixing.say_nothing_saved(check=check)
        return ExitCode.PROBLEMS
    fixing.save(chosen, found)
    return ExitCode.OK
