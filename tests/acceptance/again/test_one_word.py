"""A word is changed in a status file: only the documents that say it are rendered and typeset again."""

from pathlib import Path

import pytest

from frivilligrapport.pipeline import edition
from frivilligrapport.pipeline.printed_words import Page
from frivilligrapport.rendering.pdf import checked
from frivilligrapport.rendering.pdf.checked import CheckedPdf
from frivilligrapport.rendering.templates.render import render
from support.program import Program
from support.repository import copenhagen

REPORT, SHEET, TABLES = "Frivillighed i København", "Faktaark 2014: Teknik- og Miljøforvaltningen", "Tabelbilag"


@pytest.mark.full
def test_only_what_says_it_is_made(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text stands in the report, and in its forvaltning's sheet if that has it; a name in the tables too.

    Each document that is made at all is made as Markdown and as HTML, once.
    """
    rendered: list[str] = []
    typeset: list[str] = []

    def note_page(name: str, *given: object) -> str:
        rendered.append(name.removesuffix(".j2"))
        return render(name, *given)  # type: ignore[arg-type]  # as they were given

    def note(html: str) -> CheckedPdf:
        typeset.append(html.partition("<title>")[2].partition(".")[0].partition("</title>")[0])
        return CheckedPdf(b"%PDF <pdfuaid:part>1</pdfuaid:part>", Page.of("a.html", html).said.text)

    monkeypatch.setattr(edition, "render", note_page)
    monkeypatch.setattr(checked, "to_checked_pdf", note)
    file = copenhagen(tmp_path / "rapport") / "indberetninger/2014/tmf.yaml"
    build = ("build", "2014", "--format", "md,html,pdf")
    assert program(*build, cwd=file.parent).code == 0
    assert len(typeset) == len(set(typeset)) > 10
    assert typeset[:2] == [REPORT, TABLES], "the longest are begun first, or they are waited for at the end"
    assert len(rendered) == 2 * len(typeset) + len(["index"])
    for before, after, again in (
        ("voksede antallet", "steg antallet", [REPORT]),
        ("navn: Grøn frivillighed", "navn: Grønnere frivillighed", [REPORT, TABLES, SHEET]),
        ("# Statusfil for", "# En statusfil for", []),
    ):
        typeset.clear()
        rendered.clear()
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1
        file.write_text(text.replace(before, after), encoding="utf-8")
        assert program(*build, cwd=file.parent).code == 0
        assert typeset == again
        assert len(rendered) == 2 * len(again)
        assert rendered[:2] == (["statusrapport.md", "statusrapport.html"] if again else [])
