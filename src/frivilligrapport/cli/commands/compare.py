"""`compare`: what has changed from one year to another."""

from typing import Annotated

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import refuse_errors, show
from frivilligrapport.cli.options import Folder, format_option, read_format, read_year
from frivilligrapport.cli.places import work_folder
from frivilligrapport.cli.terminal import print_made, screen_width
from frivilligrapport.cli.work_folder import read_folder, year_of
from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.changes.total_changes import compare_years
from frivilligrapport.figures.register import Registers
from frivilligrapport.problems import ExitCode, Severity
from frivilligrapport.rendering.exports.comparison_json import comparison_json
from frivilligrapport.rendering.terminal.comparison import comparison_text
from frivilligrapport.rules.acceptance.sorting import Findings
from frivilligrapport.rules.run import examine

FORMATS = ("text", "json")

HELP = """Viser, hvad der er ændret fra det ene år til det andet.

Tal sammenlignes kun, når begge år er målt ens; ellers står der hvorfor ikke. Indsatser følges på deres
id, og en forvaltning, der er lagt sammen eller delt, følges gennem »afløser« i kommune.yaml.
"""


def command(
    one: Annotated[
        str,
        typer.Argument(metavar="ÅR", help="Det ene år.", show_default=False, autocompletion=completion.years),
    ],
    other: Annotated[
        str,
        typer.Argument(
            metavar="ÅR", help="Det andet år, før eller efter.", show_default=False, autocompletion=completion.years
        ),
    ],
    wanted: Annotated[str, format_option(FORMATS)] = "text",
    folder: Folder = None,
) -> int:
    """Carry out `compare`."""
    name = read_format(wanted, FORMATS)
    years = sorted(read_year(typed, "compare 2013") or 0 for typed in (one, other))
    if years[0] == years[1]:
        hint = f"Skriv to år, for eksempel frivilligrapport compare {years[0] - 1} {years[0]}."
        raise WrongUse("Et år kan ikke sammenlignes med sig selv.", hint)
    samling = read_folder(work_folder(folder))
    older, newer = (year_of(samling, year) for year in years)
    findings = _stopping(samling, (older, newer))
    show(findings, samling)
    refuse_errors(findings, "Intet er sammenlignet. Ret det ovenfor, og prøv igen.")
    found = compare_years(Registers(samling), older, newer)
    made = comparison_json(found) if name == "json" else comparison_text(found, screen_width())
    print_made(made.encode(), name, samling.numbers)
    return ExitCode.OK


def _stopping(samling: Samling, years: tuple[Aargang, ...]) -> Findings:
    """Give what stops a comparison: errors in the years and in what all years share, and personal data anywhere."""
    others = tuple(f"{one.folder}/" for one in samling.aargange if one not in years)
    return Findings(
        tuple(
            problem
            for problem in examine(samling).open
            if problem.kind is PERSONAL_DATA
            or (problem.severity is Severity.FEJL and not problem.location.file.startswith(others))
        )
    )
