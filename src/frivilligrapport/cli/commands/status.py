"""`status`: who has delivered, and how far the files are."""

from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from frivilligrapport.cli.execution.municipalities import Result, Several, several_in, visit_all, withheld
from frivilligrapport.cli.findings import refuse_personal_data, show
from frivilligrapport.cli.git import changed_days
from frivilligrapport.cli.options import Folder, format_option, read_format, read_year, today, year_argument
from frivilligrapport.cli.terminal import print_made, print_note, screen_width
from frivilligrapport.cli.work_folder import WorkYear, open_year
from frivilligrapport.deliveries.status import JointStatus, YearStatus, files_of, status_of
from frivilligrapport.figures.joint import Municipality
from frivilligrapport.problems import ExitCode
from frivilligrapport.rendering.status.overview import (
    joint_status_json,
    joint_status_markdown,
    joint_status_text,
    status_json,
    status_markdown,
    status_text,
)
from frivilligrapport.rendering.status.reminder import joint_reminders, reminders
from frivilligrapport.rules.acceptance.sorting import Findings
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

Ligger der flere kommuners mapper i den mappe, der er angivet med --folder, vises deres filer i én tabel.
"""


def command(
    year: Annotated[str | None, year_argument("vises")] = None,
    wanted: Annotated[str, format_option(FORMATS)] = "text",
    folder: Folder = None,
    *,
    reminder: Annotated[
        bool, typer.Option("--reminder", help="Skriver en påmindelse til hver af dem, der mangler noget.")
    ] = False,
) -> int:
    """Carry out `status`."""
    chosen, name = read_year(year, "status"), read_format(wanted, FORMATS)
    several = several_in(folder)
    if several:
        return _of_several(several, several.year(chosen), name, reminder=reminder)
    work = open_year(folder, chosen)
    findings = examine_year(work.samling, work.aargang)
    if findings.has_personal_data:
        show(findings, work.samling)
    refuse_personal_data(findings)
    print_made(_written(_status(work, findings), name, reminder=reminder), name, work.samling.numbers)
    if not work.samling.forvaltninger(work.aargang.aar):
        print_note(f"Der kan ikke læses nogen forvaltninger i {work.samling.kommune_file}.")
        print_note("   Se hvorfor: frivilligrapport validate")
        return ExitCode.PROBLEMS
    return ExitCode.OK


def _status(work: WorkYear, findings: Findings) -> YearStatus:
    """Describe the year's files; what is wrong with them is part of the overview."""
    changed = changed_days(work.root, files_of(work.aargang))
    return status_of(work.samling, work.aargang, findings, changed, today())


_WRITERS: Mapping[type, tuple[Callable[..., str], ...]] = {
    YearStatus: (status_json, reminders, status_markdown, status_text),
    JointStatus: (joint_status_json, joint_reminders, joint_status_markdown, joint_status_text),
}


def _written(status: YearStatus | JointStatus, name: str, *, reminder: bool) -> bytes:
    to_json, to_letters, to_markdown, to_text = _WRITERS[type(status)]
    if name == "json":
        written = to_json(status, reminders=reminder)
    elif reminder:
        written = to_letters(status, markdown=name == "markdown")
    else:
        written = to_markdown(status) if name == "markdown" else to_text(status, screen_width())
    return written.encode()


def _of_several(several: Several, year: int, name: str, *, reminder: bool) -> ExitCode:
    """Look at each municipality, and put them beside each other; one with personal data is left out."""
    found: dict[str, YearStatus] = {}

    def look(work: WorkYear) -> Result:
        findings = examine_year(work.samling, work.aargang)
        if out := withheld(work, findings):
            return out
        found[work.mappe] = _status(work, findings)
        known = work.samling.numbers
        return Result(ExitCode.OK, Municipality(found[work.mappe].kommune, work.mappe, known=known))

    code, joint = visit_all(several, year, look)
    told = tuple((one.mappe, found[one.mappe]) for one in joint.read)
    status = JointStatus(year, told, tuple((one.kommune, one.left_out) for one in joint.left_out))
    print_made(_written(status, name, reminder=reminder), name, joint.known)
    return code
