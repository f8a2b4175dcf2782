"""The steps behind `status`: which year, what was found in its files, and the overview."""

from dataclasses import dataclass
from pathlib import Path

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.file_changes import changed_days
from frivilligrapport.cli.findings import show
from frivilligrapport.cli.printing import print_made, screen_width
from frivilligrapport.cli.today import today
from frivilligrapport.cli.workplace import read_folder, read_year, work_folder, year_of
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.pipeline.examining import Findings, examine_year
from frivilligrapport.pipeline.standing import files_of, standing_of
from frivilligrapport.rendering.standing.json import to_json
from frivilligrapport.rendering.standing.markdown import to_markdown
from frivilligrapport.rendering.standing.reminder import reminders
from frivilligrapport.rendering.standing.text import to_text
from frivilligrapport.rendering.standing.value import Standing

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
    standing = standing_of(place.samling, place.aargang, place.findings, changed, today())
    print_made(_made(place, standing).encode(), as_words=place.format != "json")


def _made(place: Place, standing: Standing) -> str:
    match place.format, place.reminder:
        case "json", _:
            return to_json(standing, reminders=place.reminder)
        case _, True:
            return reminders(standing, markdown=place.format == "markdown")
        case "markdown", _:
            return to_markdown(standing)
    return to_text(standing, screen_width())
