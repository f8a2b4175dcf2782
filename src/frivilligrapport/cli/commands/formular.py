"""`formular`: a form that opens in a browser, for a contact who has nothing installed."""

from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport import __version__
from frivilligrapport.cli.execution.assignments import find_assignment, find_assignments, refuse_astray
from frivilligrapport.cli.exits import CannotWrite, WrongUse
from frivilligrapport.cli.findings import refuse_any_personal_data
from frivilligrapport.cli.options import Folder, Forvaltning, earlier_year
from frivilligrapport.cli.terminal import print_note, print_path
from frivilligrapport.cli.work_folder import refuse_foreign, refuse_output
from frivilligrapport.cli.writing import write_all
from frivilligrapport.danish import join_words
from frivilligrapport.formular.making import form, form_name, forms_to_send
from frivilligrapport.formular.runtime import Runtime, find_runtime, is_checkout
from frivilligrapport.pipeline.sending import SENT
from frivilligrapport.problems import ExitCode

HELP = """Laver et skema, der åbner i browseren: én fil, som kan udfyldes uden at installere noget.

\b
  frivilligrapport formular SUF --year 2015
  frivilligrapport formular SUF --year 2015 --output suf.html
  frivilligrapport formular --all --year 2015

Skemaet er udfyldt på forhånd ud fra sidste års fil. Er årets fil der allerede, er det den, der bliver rettet. Det ser
efter fejl, mens man skriver, med de samme ord som validate, og gemmer en statusfil, der kan sendes. Intet bliver sendt
af sig selv.

Med --all får alle, der ikke er begyndt på en fil, et skema i en zip-fil, der kan sendes: skemaet og et følgebrev.
"""
_COMMAND = "formular"
_ENDING = ".html"


def command(
    forvaltning: Forvaltning = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="ÅR", help="Året, skemaet handler om. Ellers bliver et foreslået.")
    ] = None,
    earlier: Annotated[str | None, earlier_year("Året, indsatserne hentes fra. Ellers det nyeste med en fil.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FIL", help="Filen, skemaet skrives i. Den ender på .html.")
    ] = None,
    folder: Folder = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Laver et skema og et følgebrev til alle, der mangler.")] = False,
) -> int:
    """Carry out `formular`."""
    if every:
        if forvaltning or output:
            raise WrongUse(
                "--all laver skemaer til alle, der ikke er begyndt på en fil.",
                "Udelad forvaltningen og --output, og skriv --year.",
            )
        return _make_all(folder, year, earlier)
    if forvaltning is None:
        hint = "Skriv for eksempel frivilligrapport formular TMF --year 2015, eller frivilligrapport formular --all."
        raise WrongUse("Forvaltningen mangler.", hint)
    if output is not None and output.suffix.lower() != _ENDING:
        raise WrongUse(f"»{output}« ender ikke på {_ENDING}.", f"Skriv for eksempel --output skema{_ENDING}.")
    refuse_output(output)
    assignment = find_assignment(folder, forvaltning, year, earlier, _COMMAND)
    refuse_any_personal_data(assignment.start.samling)
    refuse_astray(assignment)
    if earlier is not None and assignment.shown in assignment.start.samling.originals:
        raise WrongUse(f"{assignment.shown} er der allerede, og det er den, skemaet retter.", "Udelad --from.")
    start, runtime = assignment.start, _runtime()
    target = output or assignment.root / SENT / str(start.aar) / form_name(start)
    files = {target.name: form(start, runtime)}
    refuse_foreign(target.parent, files)
    (path,) = write_all(target.parent, files, start.samling.numbers)
    print_path(path)
    print_note(f"Skemaet er til {start.forvaltning.forkortelse}, {start.aar}, og åbner med et dobbeltklik.")
    print_note("Send det i en zip-fil: mange mailprogrammer afviser .html. Med --all bliver de lavet.")
    print_note(f"Når filen kommer tilbage, så skriv: frivilligrapport modtag FIL --year {start.aar}")
    return ExitCode.OK


def _make_all(folder: str | None, year: str | None, earlier: str | None) -> ExitCode:
    samling, aar, assignments = find_assignments(folder, year, earlier, _COMMAND, untouched=True)
    if not assignments:
        print_note(f"Alle forvaltninger er begyndt på en fil for {aar}. Nævn den forvaltning, der skal have et skema.")
        return ExitCode.OK
    refuse_any_personal_data(samling)
    runtime = _runtime()
    for one in assignments:
        for path in write_all(one.root, forms_to_send([one.start], runtime), samling.numbers):
            print_path(path)
    names = join_words([str(one.start.forvaltning.forkortelse) for one in assignments])
    print_note(f"Der er et skema til {names}. I hver zip-fil er skemaet og et følgebrev.")
    print_note(f"Kommer filerne tilbage med mail, så skriv: frivilligrapport modtag FIL… --year {aar}")
    return ExitCode.OK


def _runtime() -> Runtime:
    """Find what the form runs in. Raises CannotWrite with the one command that gets it."""
    found = find_runtime()
    # No registry has it. pip leaves another edition of the same version be, unless it is told not to.
    wheel = f"frivilligrapport_formular-{__version__}-py3-none-any.whl"
    install = f"i mappen med programmets filer: python -m pip install --no-deps --force-reinstall {wheel}"
    hint = f"Kør denne kommando{': make formular-runtime' if is_checkout() else f' {install}'}"
    if found is None:
        raise CannotWrite("Det, som skemaet kører i, er ikke på denne maskine.", hint)
    if not found.is_current:
        raise CannotWrite("Det, som skemaet kører i, hører til en anden udgave af programmet.", hint)
    return found
