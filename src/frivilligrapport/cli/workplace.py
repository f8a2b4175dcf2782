"""Find the work folder and read it, for every command that needs one."""

import re
from pathlib import Path

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.progress import progress
from frivilligrapport.collection.folder import INDBERETNINGER, find_root
from frivilligrapport.collection.loader import load
from frivilligrapport.collection.values import Aargang, Samling

OUTPUT = "udgivelser"


def work_folder(folder: str | None) -> Path:
    """Give the work folder: the one named, or the nearest from here upwards. Raises WrongUse when there is none."""
    if folder is not None:
        root = Path(folder)
        if (root / INDBERETNINGER).is_dir():
            return root
        if root.name == INDBERETNINGER and root.is_dir():
            return root.parent
        what = "har ingen mappe indberetninger" if root.is_dir() else "findes ikke"
        raise WrongUse(f"Mappen »{folder}« {what}.", "Angiv den mappe, som mappen indberetninger ligger i.")
    root_above = find_root(Path.cwd())
    if root_above is None:
        hint = "Gå til den mappe, som indberetninger ligger i, eller angiv den med --folder."
        raise WrongUse("Her er ingen mappe indberetninger, og heller ikke i mapperne over.", hint)
    return root_above


def read_year(typed: str | None, command: str) -> int | None:
    """Read the year of the command line; None when none was typed. Raises WrongUse."""
    if typed is not None and not re.fullmatch(r"(?:19|20)[0-9]{2}", typed):
        raise WrongUse(f"»{typed}« er ikke et årstal.", f"Skriv for eksempel frivilligrapport {command} 2014.")
    return int(typed) if typed else None


def year_of(samling: Samling, year: int | None) -> Aargang:
    """Give the year asked for, or the newest report year. Raises WrongUse when there is none."""
    wanted = year if year is not None else samling.newest_report_year
    aargang = samling.aargang(wanted) if wanted is not None else None
    if aargang is not None:
        return aargang
    known = ", ".join(str(one.aar) for one in samling.aargange) or "ingen"
    message = f"Der er ingen indberetninger for {wanted}." if wanted else "Der er intet år med en rapport.yaml."
    raise WrongUse(message, f"Årene i mappen indberetninger er: {known}.")


def read_folder(root: Path) -> Samling:
    """Read the work folder."""
    with progress() as tell:
        tell("Læser indberetningerne …")
        return load(root)
