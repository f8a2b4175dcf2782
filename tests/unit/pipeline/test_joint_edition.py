"""The overview of several municipalities is looked at like any other finished file."""

import pytest

from frivilligrapport.figures.joint import JointYear, Municipality
from frivilligrapport.pipeline.edition import Means, Order
from frivilligrapport.pipeline.joint_edition import joint_document
from frivilligrapport.pipeline.output_gate import PersonalDataInOutput
from frivilligrapport.rendering.pdf import checked
from frivilligrapport.rendering.pdf.checked import CheckedPdf

NUMBER = "010199-5678"


def overview(name: str, known: frozenset[str]) -> dict[str, bytes]:
    """Make the overview of one municipality that is called so, as a PDF."""
    return joint_document(JointYear(2025, (Municipality(name, "a", known=known),)), Order(("pdf",)), {}, Means())


@pytest.mark.parametrize("where", ["page", "pdf"])
def test_what_is_known_is_let_through_and_nothing_else(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number in the page or in the PDF alone stops it, unless a municipality's files let it through."""

    def lay_out(_: str) -> CheckedPdf:
        return CheckedPdf(b"%PDF", NUMBER if where == "pdf" else "")

    monkeypatch.setattr(checked, "to_checked_pdf", lay_out)
    name = f"Nr. {NUMBER}" if where == "page" else "Nordby"
    with pytest.raises(PersonalDataInOutput):
        overview(name, frozenset())
    assert overview(name, frozenset({NUMBER.replace("-", "")})) == {"oversigt.pdf": b"%PDF"}
