"""The smallest work folder that can be built gives a whole report."""

import pytest

from frivilligrapport.documents.types.statusrapport import Statusrapport
from frivilligrapport.rendering.pdf.typeset import to_pdf
from support.folders.work_folder import status_file
from support.reports import MakeAppendix, MakeReport, as_text, headings_of_html, headings_of_markdown

KOMMUNE = "kommune: Prøvekøbing\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik\n"


@pytest.fixture
def smallest(make_report: MakeReport) -> Statusrapport:
    """Make the report of one forvaltning that answers "ingen" to everything."""
    return make_report({"kommune.yaml": KOMMUNE, "2014/tmf.yaml": status_file("TMF")})


def test_the_smallest_folder_renders(smallest: Statusrapport) -> None:
    """One forvaltning that answers "ingen" to everything is a report without gaps and without empty chapters."""
    html = as_text(smallest, "html")
    assert [text for level, text in headings_of_html(html) if level == 2] == [
        "Det vigtigste",
        "Tal, der kan bruges",
        "Forvaltningerne kort",
        "Indhold",
        "Teknik",
        "Om tallene",
    ]
    assert headings_of_markdown(as_text(smallest, "md")) == headings_of_html(html)


@pytest.mark.full
def test_the_smallest_report_is_laid_out(smallest: Statusrapport) -> None:
    """A report of so little can be printed."""
    assert to_pdf(as_text(smallest, "html")).startswith(b"%PDF-")


def test_a_folder_without_any_delivery_renders(make_report: MakeReport) -> None:
    """A first draft, when nothing has been received, is a report too."""
    report = make_report({}, draft=True)
    text = as_text(report, "md")
    assert "Modtaget fra 0 af 3 forvaltninger. Der mangler TMF, SOF og ØKF." in text
    assert "Ingen forvaltning har oplyst tal." in text
    assert headings_of_markdown(text) == headings_of_html(as_text(report, "html"))


def test_texts_of_contributors_cannot_break_the_editions(make_appendix: MakeAppendix) -> None:
    """Pipes, tags, brackets and template signs in names and texts come out as they were typed."""
    body = """\
    indsatser:
      - id: a
        navn: "A | B <b>fed</b> [1](http://x.dk) {{ navn }}"
        art: projekt
        tilstand: afholdt
        periode: 2014
        tal:
          frivillige (a|b): 5
      - id: c
        navn: C
        art: kampagne
        tilstand: i gang
    """
    appendix = make_appendix({"kommune.yaml": KOMMUNE, "2014/tmf.yaml": status_file("TMF", body)})
    html, text = as_text(appendix, "html"), as_text(appendix, "md")
    assert "A | B &lt;b&gt;fed&lt;/b&gt; [1](http://x.dk) {{ navn }}" in html
    rows = [line for line in text.splitlines() if line.startswith("| A ")]
    name = "A \\| B \\<b>fed\\</b> \\[1\\](http://x.dk) {\\{ navn }}"
    assert f"| {name} | projekt | afholdt | 2014 | 5 frivillige (a\\|b) [1] |" in rows


def test_where_nothing_is_told_no_table_is_empty(make_report: MakeReport, make_appendix: MakeAppendix) -> None:
    """No word stands for a title, a sign that is not there is not explained, and nothing is counted in zeros."""
    files = {
        "kommune.yaml": KOMMUNE,
        "2014/rapport.yaml": "titel: uoplyst\nundertitel: uoplyst\nafsender: uoplyst\når: 2014\nforslag: uoplyst\n",
        "2014/tmf.yaml": status_file("TMF", "indsatser: uoplyst\n"),
    }
    front = make_report(files, draft=True).forside
    assert (front.titel, front.undertitel, front.afsender, front.linjer) == ("Frivillighed", "2014", "Prøvekøbing", ())
    text = as_text(make_appendix(files, draft=True), "md")
    assert "Ingen indsatser er registreret." in text
    assert not [one for one in ("»..«", "| 0 |", "nedre og en øvre grænse", "uoplyst. ") if one in text]


def test_much_is_told_in_short(make_report: MakeReport) -> None:
    """An indsats with many figures is named with the first of them, and one of which nothing is told says so."""
    figures = "".join(f"      møder (gruppe {number}): {number}\n" for number in range(1, 11))
    body = f"indsatser:\n  - id: a\n    navn: A\n    tilstand: afholdt\n    tal:\n{figures}"
    report = make_report(
        {"2014/tmf.yaml": status_file("TMF", f"{body}  - id: b\n    navn: B\n    tilstand: uoplyst\n")}
    )
    text = as_text(report, "md")
    assert (
        "**Gjort:** A (1 møde (gruppe 1) [1]; 2 møder (gruppe 2) [2]; 3 møder (gruppe 3) [3]; og 7 andre tal). " in text
    )
    assert "#### B\n\nMere er ikke oplyst.\n" in text
