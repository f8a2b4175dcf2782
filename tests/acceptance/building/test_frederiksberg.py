"""Another municipality, with its own forvaltninger and policy, and nothing of Copenhagen's in any document."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from support.pdf.tagged_pdf import TaggedPdf
from support.program import Program
from support.repository import EXAMPLES, REPOSITORY

EXAMPLE = EXAMPLES / "frederiksberg"
ENDINGS = {".md", ".html", ".pdf"}
# What only a municipality with local committees, districts or a network has; »bydel« is an ordinary word as well.
ORGANS = ("lokaludvalg", "lokaludvalget", "lokaludvalgene", "netværk", "netværket", "netværkets", "bydel", "bydele")


def copenhagen() -> Iterator[str]:
    """Yield every name and acronym of the register that the report for 2014 is made with."""
    kommune = load(REPOSITORY).kommune
    yield from (str(kommune.kommune), "København", "Københavns", "københavnere", "Borgerrepræsentationen")
    for one in kommune.forvaltninger:
        yield from (str(name) for name in (one.forkortelse, one.navn, one.udvalg) if name)
    yield from map(str, kommune.bydele)
    for committee in kommune.lokaludvalg:
        yield from (str(committee.navn), *map(str, committee.kaldes_ogsaa))


def text_of(path: Path) -> str:
    """Give what a reader meets; a page's style sheet is not read."""
    if path.suffix == ".pdf":
        pdf = TaggedPdf(path.read_bytes())
        return pdf.text(pdf.root)
    return re.sub(r"<style>.*?</style>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the example to build in."""
    return Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("kommune") / "frederiksberg"))


def test_the_example_is_without_faults(program: Program) -> None:
    """There is nothing at all to say about the example's files."""
    run = program("validate", "--strict", "--folder", EXAMPLE)
    assert (run.code, run.out) == (0, ""), run.out


@pytest.mark.full
@pytest.mark.parametrize("year", [2024, 2025])
def test_no_document_has_a_name_of_copenhagens(program: Program, example: Path, year: int) -> None:
    """Every document of the year is made, in every format, and none of them names what Copenhagen alone has."""
    run = program("build", str(year), "--folder", example)
    assert run.code == 0, run.err
    made = sorted(path for path in (example / f"udgivelser/{year}").iterdir() if path.suffix in ENDINGS)
    assert {path.suffix for path in made} == ENDINGS
    assert "statusrapport.pdf" in {path.name for path in made}
    foreign = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted({*copenhagen()}, key=len, reverse=True)))})\b")
    organs = re.compile(rf"\b(?:{'|'.join(ORGANS)})\b", re.IGNORECASE)
    found = {path.name: {*foreign.findall(text), *organs.findall(text)} for path in made for text in [text_of(path)]}
    assert {name: words for name, words in found.items() if words} == {}


def test_every_kind_of_document(program: Program, example: Path) -> None:
    """The policy, the plan for it and the cover note are the municipality's own, and each is made."""
    assert program("build", "2025", "--format", "md", "--folder", example).code == 0
    made = {path.name for path in (example / "udgivelser/2025").iterdir()}
    assert {"statusrapport.md", "foelgenotat.md", "operationalisering-kif.md", "politikopfoelgning.md"} <= made
    followed = (example / "udgivelser/2025/politikopfoelgning.md").read_text(encoding="utf-8")
    for point in ("udbrede frivilligheden", "klare rammer", "nemt at være frivillig", "synliggøre og anerkende"):
        assert point in followed


def test_the_report_says_that_its_figures_are_invented(program: Program, example: Path) -> None:
    """Nobody who meets the example can take its figures for the municipality's."""
    assert program("build", "2025", "--format", "md", "--document", "statusrapport", "--folder", example).code == 0
    report = (example / "udgivelser/2025/statusrapport.md").read_text(encoding="utf-8")
    assert "Eksempeltal: Tallene, indsatserne og forvaltningerne i denne rapport er opdigtede." in report
    for path in (EXAMPLE / "indberetninger").glob("20*/*.yaml"):
        assert path.read_text(encoding="utf-8").startswith("# Opdigtet eksempel"), path.name
