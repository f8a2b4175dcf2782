"""How full the printed pages are: none is nearly empty, and a document's last one is no mere remainder."""

import re
import shutil
import statistics
import subprocess
from pathlib import Path

import pytest

from support.folders.work_folder import status_file, write_folder
from support.program import in_process
from support.repository import EXAMPLES, copenhagen

pytestmark = pytest.mark.slow
# In points: the top and the bottom of the type area of the page with the largest margins.
TOP, BOTTOM = 65, 780
PAGE, WORD = re.compile(r"<page [^>]*>(.*?)</page>", re.DOTALL), re.compile(r'yMax="([\d.]+)">')
NEARLY_EMPTY, SHORT = 0.4, 0.25


def filled(pdf: Path) -> list[float]:
    """Give how far down each page's type area there is text; a page that lies down counts by its own height."""
    command = ("pdftotext", "-bbox", str(pdf), "-")
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lowest = [
        max((float(one) for one in WORD.findall(page) if float(one) < BOTTOM), default=0) for page in PAGE.findall(text)
    ]
    return [(one - TOP) / (BOTTOM - TOP) for one in lowest]


@pytest.mark.parametrize("edition", ["2014", "2007", "2017", "Frederiksberg"])
def test_no_page_is_nearly_empty(edition: str, tmp_path: Path) -> None:
    """Chapters follow each other; only a document's last page may be short, and not under a quarter."""
    root = tmp_path / "rapport"
    if edition == "Frederiksberg":
        shutil.copytree(EXAMPLES / "frederiksberg", root)
    else:
        copenhagen(root)
    year = edition if edition.isdigit() else "2025"
    assert in_process(tmp_path)("build", year, "--format", "pdf", cwd=root).code == 0
    found = {pdf.stem: filled(pdf) for pdf in sorted((root / "udgivelser" / year).glob("*.pdf"))}
    assert found
    covered = {name: pages[1:] if len(pages) >= 8 else pages for name, pages in found.items()}
    assert {name for name, pages in covered.items() if any(one < NEARLY_EMPTY for one in pages[:-1])} == set()
    assert {name for name, pages in covered.items() if pages[-1] < SHORT} == set()
    assert statistics.median(one for pages in covered.values() for one in pages) > 0.8


def test_what_follows_a_high_heading_begins_below_it(tmp_path: Path) -> None:
    """»Det kan udvalget tage op« is two lines beside one: the colophon after it has all its lines at its own margin."""
    kommune = "kommune: Ø\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik\n"
    root = write_folder(tmp_path, {"kommune.yaml": kommune, "2014/tmf.yaml": status_file("TMF")})
    run = in_process(tmp_path)("build", "2014", "--format", "pdf", "--document", "statusrapport", cwd=root)
    assert run.code == 0, run.err
    command = ("pdftotext", "-bbox", str(root / "udgivelser" / "2014" / "statusrapport.pdf"), "-")
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" [^>]*>([^<]+)</word>', text)
    heading = next(float(y) for _, y, word in words if word == "tage")
    first = next((float(x), float(y)) for x, y, word in words if word in {"Udgiver:", "Ikke"} and float(y) > heading)
    last = next((float(x), float(y)) for x, y, word in words if word == "Rapporten" and float(y) > first[1])
    assert first[1] > heading + 10
    assert first[0] == last[0]
