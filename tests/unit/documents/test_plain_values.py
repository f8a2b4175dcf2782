"""What the templates see of a document is plain: all of it can be told, so that its pages can be kept."""

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.documents.catalogue import own_document_types
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.figures.register import Registers
from frivilligrapport.pipeline.document_keys import sum_of
from frivilligrapport.rules.run import examine_for_build
from support.repository import EXAMPLES, REPOSITORY


@pytest.mark.full
def test_every_value_of_every_kind_can_be_told() -> None:
    """In each year of the two municipalities, also as a draft, and of the kinds that are made on request."""
    seen = set()
    for root in (REPOSITORY, EXAMPLES / "frederiksberg"):
        samling = load(root)
        registers = Registers(samling)
        for aargang in samling.aargange:
            found = examine_for_build(samling, aargang, registers)
            year = YearData(registers, aargang, found.accepted, found.open, draft=True)
            for kind in own_document_types():
                for document in () if kind.written else kind.make(year):
                    seen.add(kind.name)
                    assert len(sum_of(document.value)) == 64
    assert seen == {kind.name for kind in own_document_types() if not kind.written}
