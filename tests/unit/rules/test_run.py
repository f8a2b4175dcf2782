"""What stands open when a year is looked at."""

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.rules.run import examine_for_build
from support.repository import REPOSITORY


@pytest.mark.parametrize("year", [2007, 2014, 2017])
def test_what_one_year_accepts_in_a_policy_troubles_no_other_year(year: int) -> None:
    """The doubtful date of a policy, accepted with the report that follows it, is not told again for other years."""
    samling = load(REPOSITORY)
    aargang = samling.aargang(year)
    assert aargang is not None
    assert examine_for_build(samling, aargang).open == ()
