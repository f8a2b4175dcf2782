"""What is to be shown: the report of a year, or what is made of one file."""

import re
from pathlib import Path
from typing import NamedTuple

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.options import read_year
from frivilligrapport.cli.places import work_folder
from frivilligrapport.cli.work_folder import choose, read_folder, year_of
from frivilligrapport.collection.folder import shown_path
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.documents.catalogue import document_types

_REPORT, _ALL = "statusrapport", "index"


class Target(NamedTuple):
    """A year of a work folder, and the documents of it that are shown, by name; the first is shown first.

    `file` is the one that was named, as it is shown; "" for the whole year, and for what concerns all of it.
    """

    root: Path
    year: int
    documents: tuple[str, ...]
    file: str = ""

    @property
    def titles(self) -> tuple[tuple[str, str], ...]:
        """Give each document's name with what it is called in the window."""
        kinds = document_types()
        return tuple((one, next(kind.title for kind in kinds if kind.covers(one))) for one in self.documents)


def find_target(named: str | None, folder: str | None) -> Target:
    """Find what a year or a path stands for; without either, the newest report. Raises WrongUse."""
    if named is None or re.fullmatch(r"[0-9]+", named):
        root = work_folder(folder)
        year = year_of(read_folder(root), read_year(named, "preview"))
        return _report(root, year)
    return _of_file(Path(named), folder)


def _of_file(path: Path, folder: str | None) -> Target:
    if path.is_dir():
        raise WrongUse(f"»{path}« er en mappe.", "Skriv et årstal eller navnet på en fil.")
    (chosen,) = choose([path], folder)
    if chosen.root is None:
        hint = "Gå til den mappe, som indberetninger ligger i, og angiv en fil i den."
        raise WrongUse(f"»{path}« ligger ikke i en mappe indberetninger og kan ikke vises.", hint)
    samling, shown = read_folder(chosen.root), shown_path(chosen.root.absolute(), *chosen.paths)
    year = next((one for one in samling.aargange if shown.startswith(f"{one.folder}/")), None)
    if year is None:  # what all years share, such as kommune.yaml, is shown by the newest report
        return _report(chosen.root, year_of(samling, None))
    return _of_year(chosen.root, samling, year, shown)


def _of_year(root: Path, samling: Samling, year: Aargang, shown: str) -> Target:
    document = next((one.id for one in year.dokumentfiler if one.file == shown), None)
    if document:
        return Target(root, year.aar, (document,), shown)
    if shown in {one.file for one in year.strays}:
        raise WrongUse(f"»{shown}« er ikke med i rapporten.", "frivilligrapport validate siger, hvad den skal hedde.")
    delivery = next((one for one in year.indberetninger if one.file == shown), None)
    report = _report(root, year)
    if delivery is None or delivery.forvaltning_id not in {str(one.id) for one in samling.forvaltninger(year.aar)}:
        return report
    return report._replace(
        documents=tuple(f"{one}-{delivery.forvaltning_id}" for one in ("kapitel", "faktaark")), file=shown
    )


def _report(root: Path, year: Aargang) -> Target:
    if not year.is_report_year:
        hint = f"Lav den med frivilligrapport new-year {year.aar}, eller angiv et år, som har en."
        if year.dokumentfiler:
            hint = f"Årets andre dokumenter kan vises: frivilligrapport preview {year.dokumentfiler[0].file}"
        raise WrongUse(f"{year.aar} har ingen rapport.yaml, så der er ingen rapport at vise.", hint)
    return Target(root, year.aar, (_REPORT, _ALL))
