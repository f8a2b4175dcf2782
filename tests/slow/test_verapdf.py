"""veraPDF, the reference checker, agrees: every document that is built keeps PDF/UA-1 and PDF/A-2a."""

from pathlib import Path

import pytest

from frivilligrapport.rendering.pdf.checked import to_checked_pdf
from support.editions import KINDS, Editions
from support.pdf.damaged_pdf import changed, renamed, text_as_artifact
from support.pdf.vera import Verdict, verdicts

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, editions: Editions, pages: dict[str, str]) -> list[Verdict]:
    """Ask of all documents, and of two damaged files, at once: starting Java takes longest."""
    folder = tmp_path_factory.mktemp("pdf")
    files = {f"{name}-{one.name}.pdf": one.data for name in KINDS for one in editions(name).documents()}
    files["hard-statusrapport.pdf"] = to_checked_pdf(pages["hard"]).data
    files |= {"liste.pdf": changed(renamed("LBody", "P")), "skjult.pdf": changed(text_as_artifact)}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return verdicts([folder / name for name in files])


def test_every_document_keeps_both_standards(told: list[Verdict]) -> None:
    """The fullest, the smallest, the draft and the one with a logo and long words, each under both profiles."""
    ours = [one for one in told if "-" in one.file]
    assert len(ours) >= 2 * (len(KINDS) + 1)
    assert {(one.file, one.profile): one.breaches for one in ours if one.breaches} == {}
    assert min(one.checks for one in ours) > 1000


def test_the_checker_would_have_told(told: list[Verdict]) -> None:
    """A list whose items have no body, and a text that is hidden, are found: the verdicts are not empty words."""
    broken = {one.file: one.breaches for one in told if one.profile == "ua1" and one.breaches}
    assert {file: sorted({breach.split()[0] for breach in breaches}) for file, breaches in broken.items()} == {
        "liste.pdf": ["7.2-20"],
        "skjult.pdf": ["7.1-1"],
    }


def test_the_runner_is_compiled_where_nothing_is_kept(told: list[Verdict]) -> None:
    """What is compiled against veraPDF lies in .tools/, never beside the source."""
    assert not list((Path(__file__).parent / "verapdf").glob("*.class"))
