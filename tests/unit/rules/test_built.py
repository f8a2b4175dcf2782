"""What a file may call a document by is what the program really builds."""

from frivilligrapport.documents.catalogue import own_document_types
from frivilligrapport.rules.files.named_files import referable_documents
from frivilligrapport.rules.year import Year
from support.reports import ground
from support.repository import REPOSITORY


def test_the_names_are_those_that_are_built() -> None:
    """All documents of 2014 that a plain build makes to be printed, and no others, can be referred to."""
    year_data = ground(REPOSITORY)
    made = {
        one.name
        for kind in own_document_types()
        if not kind.on_request and "pdf" in kind.forms
        for one in kind.make(year_data)
    }
    assert set(referable_documents(Year(year_data.samling, year_data.aargang))) == made
