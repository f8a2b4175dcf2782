"""`status`: who has delivered, and how far the files are."""

from typing import Annotated

import typer

from frivilligrapport.cli.findings import refuse_personal_data, show
from frivilligrapport.cli.git import changed_days
from frivilligrapport.cli.options import Folder, format_option, read_format, read_year, today, year_argument
from frivilligrapport.cli.terminal import print_made, screen_width
from frivilligrapport.cli.work_folder import WorkYear, open_year
from frivilligrapport.deliveries.status import YearStatus, files_of, status_of
from frivilligrapport.problems import ExitCode
from frivilligrapport.rendering.status.overview import status_json, status_markdown, status_text
from frivilligrapport.rendering.status.reminder import reminders
from frivilligrapport.rules.run import examine_year

FORMATS = ("text", "markdown", "json")

HELP = """Viser, hvem der har afleveret, og hvor langt filerne er.

\b
  frivilligrapport status 2015
  frivilligrapport status 2015 --reminder
  frivilligrapport status 2015 --format markdown

Besvaret 7 af 9 betyder, at 7 af filens 9 spørgsmål har et svar. Spørgsmålene er kontaktens funktion og postkasse,
en tekst i hvert afsnit af status, perspektiver, indsatser, forslag og hvert tal. »uoplyst« er ikke et svar, og det, der
er hentet fra året før, er det først, når mærket UDFYLD er slettet.
"""


def command(
    year: Annotated[str | None, year_argument("vises")] = None,
    wanted: Annotated[str, format_option(FORMATS)] = "text",
    folder: Folder = None,
    *,
    reminder: Annotated[
        bool, typer.Option("--reminder", help="Skriver en påmindelse til hver af dem, der mangler.")
    ] = False,
) -> int:
    """Carry out `status`."""
    chosen, name = read_year(year, "status"), read_format(wanted, FORMATS)
    work = open_year(folder, chosen)
    print_made(_written(_status(work), name, reminder=reminder).encode(), name, work.samling.numbers)
    return ExitCode.OK


def _status(work: WorkYear) -> YearStatus:
    """Look at the year's files. What is wrong with them is part of the overview, but for personal data."""
    findings = examine_year(work.samling, work.aargang)
    if findings.has_personal_data:
        show(findings, work.samling)
    refuse_personal_data(findings)
    changed = changed_days(work.root, files_of(work.aargang))
    return status_of(work.samling, work.aargang, findings, changed, today())


def _written(status: YearStatus, name: str, *, reminder: bool) -> str:
    match name, reminder:
        case "json", _:
            return status_json(status, reminders=reminder)
        case _, True:
            return reminders(status, markdown=name == "markdown")
        case "markdown", _:
            return status_markdown(status)
    return status_text(status, screen_width())
