"""`new-year`: the next year's rapport.yaml, begun from the last one."""

from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import refuse_any_personal_data
from frivilligrapport.cli.options import Folder, earlier_year, read_year, today
from frivilligrapport.cli.places import work_folder
from frivilligrapport.cli.terminal import print_note, print_path
from frivilligrapport.cli.work_folder import read_folder
from frivilligrapport.cli.writing import write_all
from frivilligrapport.collection.folder import INDBERETNINGER, RAPPORT
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import join_words, plural
from frivilligrapport.documents.new_file.report import new_report
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.problems import ExitCode
from frivilligrapport.reading.comments import MARK

HELP = """Laver næste års rapport.yaml, begyndt ud fra det sidste års.

\b
  frivilligrapport new-year 2016
  frivilligrapport new-year 2016 --from 2014

Det, der skal tænkes over igen, er mærket UDFYLD: årstal, frist, forord, tendenser, opfyldte krav. En rapport.yaml,
der er der i forvejen, bliver ikke rørt. Uden årstal er det året efter den nyeste rapport.
"""

_FIRST = f"Lav en ny mappe med frivilligrapport init, og kopiér {RAPPORT} fra den."


def command(
    year: Annotated[str | None, typer.Argument(metavar="[ÅR]", help="Året, rapporten handler om.")] = None,
    earlier: Annotated[str | None, earlier_year("Året, teksterne hentes fra. Ellers den nyeste rapport før.")] = None,
    folder: Folder = None,
) -> int:
    """Carry out `new-year`."""
    root = work_folder(folder)
    samling = read_folder(root)
    aar, wanted = read_year(year, "new-year") or _next(samling), read_year(earlier, "new-year 2016 --from")
    _refuse_existing(samling, aar)
    before, rapport = _before(samling, aar, wanted)
    refuse_any_personal_data(samling)
    made = new_report(samling, before, rapport, aar)
    file = {f"{aar}/{RAPPORT}": made.text.encode()}
    (path,) = write_all(root / INDBERETNINGER, file, samling.numbers)
    print_path(path)
    _tell(samling, path, before, aar, made.todos)
    return ExitCode.OK


def _next(samling: Samling) -> int:
    """Give the year after the newest report. Raises WrongUse when there is none, or that year has not come yet."""
    newest = samling.newest_report_year
    if newest is None:
        raise WrongUse(f"Der er intet år med en {RAPPORT} at begynde ud fra.", _FIRST)
    if newest >= today().year:  # else who types it twice has two years begun
        hint = f"Er det {newest + 1}, du vil begynde, så skriv frivilligrapport new-year {newest + 1}."
        raise WrongUse(f"Rapporten for {newest} er allerede begyndt.", hint)
    return newest + 1


def _refuse_existing(samling: Samling, aar: int) -> None:
    aargang = samling.aargang(aar)
    if aargang and aargang.rapport_file:
        hint = f"Skriv et andet år, fx frivilligrapport new-year {(samling.newest_report_year or aar) + 1}."
        raise WrongUse(f"{aargang.rapport_file} findes allerede og er ikke rørt.", hint)


def _before(samling: Samling, aar: int, wanted: int | None) -> tuple[Aargang, Rapport]:
    """Give the year to begin from, and its report. Raises WrongUse where there is none that can be read."""
    if wanted is not None and wanted >= aar:
        raise WrongUse(f"--from {wanted} er ikke før {aar}.", "Skriv et tidligere år.")
    earlier = [one for one in samling.before(aar) if one.is_report_year]
    found = next((one for one in earlier if wanted in {None, one.aar}), None)
    if found is None:
        known = join_words([str(one.aar) for one in earlier])
        later = [one.aar for one in samling.aargange if one.is_report_year]
        hint = f"Den første rapport er fra {min(later)}. Skriv et senere år." if later else _FIRST
        hint = f"Der er en rapport fra {known}." if known else hint
        raise WrongUse(f"Der er ingen {RAPPORT} fra {wanted or f'før {aar}'} at begynde ud fra.", hint)
    if found.rapport is None:
        hint = f"Ret den først: frivilligrapport validate {found.rapport_file}. Eller vælg et andet år med --from."
        raise WrongUse(f"{found.rapport_file} kan ikke læses.", hint)
    return found, found.rapport


def _tell(samling: Samling, path: Path, before: Aargang, aar: int, todos: int) -> None:
    print_note(f"Begyndt ud fra {before.rapport_file}. {todos} {plural(todos, 'sted', 'steder')} er mærket {MARK}.")
    print_note(f"Udfyld dem, og skriv så: frivilligrapport validate {INDBERETNINGER}/{aar}/{path.name}")
    if samling.forvaltninger(aar):
        print_note(f"Skriv fristen, og lav så en fil til hver forvaltning: frivilligrapport new --all --year {aar}")
