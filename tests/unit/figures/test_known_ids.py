"""The ids that exist, found without adding up."""

from frivilligrapport.collection.loader import load
from frivilligrapport.figures.derivation import Derivations
from frivilligrapport.figures.ids import known_ids
from frivilligrapport.figures.register import count
from support.repository import REPOSITORY


def test_the_ids_are_those_that_explain_answers_for() -> None:
    """Every id of 2014 has an answer, and every figure and total has its id among them."""
    samling = load(REPOSITORY)
    aargang = samling.aargang(2014)
    assert aargang is not None
    year = Derivations(count(samling, aargang))
    known = known_ids(2014, count(samling, aargang).figures)
    assert len(known) > 100
    assert [one for one in known if year.find(one) is None] == []
    assert set(year.ids) <= set(known)
