"""What stands open when a year is looked at."""

import gc
import weakref
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.rules.run import examine, examine_for_build
from support.folders.work_folder import status_file, write_folder
from support.repository import REPOSITORY


@pytest.mark.parametrize("year", [2007, 2014, 2017])
def test_what_one_year_accepts_in_a_policy_troubles_no_other_year(year: int) -> None:
    """The doubtful date of a policy, accepted with the report that follows it, is not told again for other years."""
    samling = load(REPOSITORY)
    aargang = samling.aargang(year)
    assert aargang is not None
    assert examine_for_build(samling, aargang).open == ()


def test_what_is_done_with_is_gone() -> None:
    """No value of a folder holds what holds it: of a thousand files, those already looked at leave no memory taken."""
    gc.disable()
    try:
        samling = load(REPOSITORY)
        assert not examine(samling).has_errors
        kept = [weakref.ref(one.statusfil) for year in samling.aargange for one in year.indberetninger]
        del samling
        assert [one() for one in kept] == [None] * len(kept)
    finally:
        gc.enable()


def test_a_file_without_its_indsatser_is_told_that_and_not_that_each_is_not_there(tmp_path: Path) -> None:
    """One mistake is one finding, however many places point at what was left out."""
    pointing = status_file("TMF", "").replace("tekst: ", "indsatser: [byhaver, kajakker]\n    tekst: ", 1)
    samling = load(write_folder(tmp_path, {"2014/tmf.yaml": pointing}))
    found = [one for one in examine(samling).open if one.location.file.endswith("tmf.yaml")]
    assert [(one.code, one.message) for one in found] == [("FR311", "Feltet »indsatser« mangler.")]
