"""The reports that the slow tests look at: the fullest, the smallest, a draft, and one of words that hardly fit."""

import os
from pathlib import Path

import pytest

from frivilligrapport.documents.house_style import house_style_of
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import Templates
from support.folders.work_folder import status_file, write_folder
from support.reports import ground, report_from
from support.repository import REPOSITORY

# Only root can run programs in another root folder, as several users. Elsewhere CI makes the container itself.
collect_ignore = [] if os.geteuid() == 0 else ["test_container.py"]

SMALLEST = "kommune: Prøvekøbing\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik\n"
COMPOUND = "Ungdomsuddannelsesvejlederkompetenceudvikling"
HARD_REGISTER = f"""\
kommune: {COMPOUND} Kommune
forvaltninger:
  - id: tmf
    forkortelse: TMF
    navn: {COMPOUND}
udseende:
  logo: skabeloner/logo.svg
  farver:
    hovedfarve: "#5b2a86"
    baggrund: "#f3eefa"
    fremhævning: "#8a3b12"
"""
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><path fill="#5b2a86" d="M0 0h60v20z"/></svg>'
PARAGRAPH = (
    "      Borgere, foreninger og medarbejdere har hjulpet hinanden med at få det til at lykkes i hele byen.\n\n"
)


def _hard_status_file() -> str:
    sections = "".join(
        f"  - overskrift: {COMPOUND} {number}\n    indsatser: [i{number}]\n    tekst: |\n{PARAGRAPH * number * 3}"
        for number in range(1, 9)
    )
    indsatser = "".join(
        f"  - id: i{number}\n    navn: {COMPOUND}\n    tilstand: afholdt\n    partnere: [{COMPOUND}]\n"
        f"    tal:\n      frivillige: mindst 1{number}00\n      møder ({COMPOUND}): {number}\n"
        for number in range(1, 9)
    )
    return (
        f"forvaltning: TMF\når: 2014\nstatus:\n{sections}perspektiver: ingen\nforslag: ingen\nindsatser:\n{indsatser}"
    )


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Render each report as HTML, by name."""
    folder = tmp_path_factory.mktemp("rapporter")
    small = write_folder(folder / "small", {"kommune.yaml": SMALLEST, "2014/tmf.yaml": status_file("TMF")})
    late = write_folder(folder / "late", {"2014/tmf.yaml": status_file("TMF")})
    hard = write_folder(
        folder / "hard",
        {"kommune.yaml": HARD_REGISTER, "2014/tmf.yaml": _hard_status_file(), "../skabeloner/logo.svg": LOGO},
    )
    return {
        "full": page(REPOSITORY),
        "smallest": page(small),
        "draft": page(late, draft=True),
        "hard": page(hard),
    }


def page(root: Path, *, draft: bool = False) -> str:
    """Render a work folder's report of 2014 as `build` does."""
    templates = Templates(house_style=house_style_of(ground(root).samling))
    return render("statusrapport.html.j2", {"dokument": report_from(root, draft=draft)}, templates)
