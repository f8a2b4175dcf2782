"""The steps behind `status`: which year, what was found in its files, and the overview."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import show
from frivilligrapport.cli.git import changed_days
from frivilligrapport.cli.terminal import print_made, screen_width
from frivilligrapport.cli.today import today
from frivilligrapport.cli.work_folder import read_folder, read_year, work_folder, year_of
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.deliveries.status import YearStatus, files_of, status_of
from frivilligrapport.problems import ExitCode
from frivilligrapport.rendering.status.overview import status_json, status_markdown, status_text
from frivilligrapport.rendering.status.reminder import reminders
from frivilligrapport.rules.run import Findings, examine_year

FORMATS = ("text", "markdown", "json")


@dataclass(frozen=True, slots=True)
class Place:
    """The year that is looked at, what was found in it, and how it is to be shown."""

    root: Path
    samling: Samling
    aargang: Aargang
    findings: Findings
    format: str
    reminder: bool


def find_place(folder: str | None, year: str | None, wanted: str, *, reminder: bool) -> Place:
    """Read the work folder, choose the year and look for faults. Raises WrongUse."""
    chosen, name = read_year(year, "status"), wanted.strip().lower()
    if name not in FORMATS:
        raise WrongUse(f"Formatet »{wanted}« kendes ikke.", f"Formaterne er {', '.join(FORMATS)}.")
    root = work_folder(folder)
    samling = read_folder(root)
    aargang = year_of(samling, chosen)
    return Place(root, samling, aargang, examine_year(samling, aargang), name, reminder)


def stops(place: Place) -> bool:
    """Tell whether personal data was found, and show it on stderr: then nothing else is shown (design, section 4)."""
    if place.findings.has_personal_data:
        show(place.findings, place.samling)
    return place.findings.has_personal_data


def tell(place: Place) -> None:
    """Print the overview, or the reminders. Raises WrongUse."""
    changed = changed_days(place.root, files_of(place.aargang))
    status = status_of(place.samling, place.aargang, place.findings, changed, today())
    print_made(_made(place, status).encode(), as_words=place.format != "json")


def _made(place: Place, status: YearStatus) -> str:
    match place.format, place.reminder:
        case "json", _:
            return status_json(status, reminders=place.reminder)
        case _, True:
            return reminders(status, markdown=place.format == "markdown")
        case "markdown", _:
            return status_markdown(status)
    return status_text(status, screen_width())


HELP = """Viser, hvem der har afleveret, og hvor langt filerne er.

\b
  frivilligrapport status 2015
  frivilligrapport status 2015 --reminder
  frivilligrapport status 2015 --format markdown

Besvaret 7 af 9 betyder, at 7 af filens 9 spørgsmål har et svar. Spørgsmålene er kontaktens funktion og postkasse,
en tekst i hvert afsnit af status, perspektiver, indsatser, forslag og hvert tal. »uoplyst« er ikke et svar.
"""


def command(
    year: Annotated[
        str | None,
        typer.Argument(
            metavar="[ÅR]",
            help="Året. Uden år vises det nyeste med en rapport.yaml.",
            autocompletion=completion.years,
        ),
    ] = None,
    wanted: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text, markdown eller json.", show_default=False)
    ] = "text",
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
    *,
    reminder: Annotated[
        bool, typer.Option("--reminder", help="Skriver en påmindelse til hver af dem, der mangler.")
    ] = False,
) -> int:
    """Carry out `status`."""
    place = find_place(folder, year, wanted, reminder=reminder)
    if stops(place):
        return ExitCode.PERSONAL_DATA
    tell(place)
    return ExitCode.OK
