"""The documents that a file may name, held against those that are built."""

from frivilligrapport.collection.loader import load
from frivilligrapport.documents.catalogue import document_types
from frivilligrapport.rules.built import OF_THE_REPORT, built
from frivilligrapport.rules.walk import Year
from reports import REPOSITORY, ground


def test_what_is_made_from_the_report_is_made() -> None:
    """Each name that is known without asking is a document of 2014, made by the type of that name."""
    grundlag = ground(REPOSITORY)
    made = [one.name for kind in document_types() if kind.name in OF_THE_REPORT for one in kind.make(grundlag)]
    assert sorted(made) == sorted(OF_THE_REPORT)


def test_a_year_without_a_report_has_its_own_documents_only() -> None:
    """A work programme may be named, a report that is not there may not."""
    samling = load(REPOSITORY)
    aargang = samling.aargang(2017)
    assert aargang is not None
    assert built(Year(samling, aargang)) == ("arbejdsprogram",)
