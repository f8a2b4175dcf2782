import io
import json
from zipfile import ZipFile

import pikepdf
import pytest

from frivilligrapport.pipeline.output_gate import PersonalDataInOutput, refuse_personal_data
from frivilligrapport.problems import ExitCode
from support.pdf.one_page import pdf_of

DIGEST = "0101995678" + "ab" * 27


def zipped(files: dict[str, str]) -> bytes:
    """Pack texts."""
    data = io.BytesIO()
    with ZipFile(data, "w") as package:
        for name, text in files.items():
            package.writestr(name, text)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.md", b"Ring 010199\n5678."),
        ("a.html", b"<p>Ring 010199-5678.</p>"),
        ("a.html", b'<img alt="010199-5678">'),
        ("a.html", b"<title>010199-5678</title>"),
        ("a.html", b'<a href="https://a.dk/?cpr=0101995678">a</a>'),
        ("a.html", b'<a href="mailto:010199-5678@a.dk">a</a>'),
        ("a.html", b'<a href="https://a.dk/010199%2D5678">a</a>'),
        ("a.html", b'<a href="https://a.dk/01%2001%2099%205678">a</a>'),
        ("a.html", b'<abbr title="Ring 010199 5678">a</abbr>'),
        ("a.html", b'<h2 id="indsats-010199-5678">a</h2>'),
        ("a.md", b"[a](mailto:010199-5678@a.dk)"),
        ("a.md", b"[a](https://a.dk/010199%E2%80%935678)"),
        ("a.md", b"01 01 99 56 78\n02 02 98 12 34\n"),
        ("a.csv", b"navn;tekst\r\nIda;0101995678\r\n"),
        ("a.json", json.dumps({"a": [{"b": "010199-5678"}]}).encode()),
        ("a.json", json.dumps({"010199-5678": 1}).encode()),
        ("a.xlsx", zipped({"xl/sharedStrings.xml": "<si><t>010199-5678</t></si>"})),
        ("a.xlsx", zipped({"docProps/core.xml": "<dc:title>010199-5678</dc:title>"})),
        ("a.zip", zipped({"indberetninger/010199-5678.yaml": ""})),
        ("010199-5678.pdf", b""),
        ("screen.text", b"Ring 010199\n   5678."),
        *((f"screen.{name}", json.dumps({"text": "010199\n5678"}).encode()) for name in ("sarif", "gitlab")),
        *(
            ("a.xlsx", zipped({"docProps/app.xml": f"<{name}>010199-5678</{name}>"}))
            for name in ("cp:keywords", "Company")
        ),
    ],
)
def test_a_number_in_a_finished_file_stops_the_writing(name: str, data: bytes) -> None:
    """Every kind of output is looked at text by text, and what is said of it shows no digit of the last four."""
    with pytest.raises(PersonalDataInOutput) as refusal:
        refuse_personal_data({name: data})
    assert refusal.value.exit_code == ExitCode.PERSONAL_DATA
    assert "5678" not in refusal.value.message + refusal.value.hint


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", json.dumps({"sha256": DIGEST, "nedre": 1012995678}).encode()),
        ("a.html", b"<svg><path d='10 10 99 56 78'/></svg><style>a{b:url(data:;base64,0101995678)}</style>"),
        ("a.html", b"<td>010199</td><td>5678</td>"),
        ("a.html", b'<img src="data:image/png;base64,iVBOR/0101995678==">'),
        ("a.html", b'<svg viewBox="0 10 1012 995678"><line x1="1012995678" y1="10.12"/></svg>'),
        ("a.html", b'<a href="https://a.dk/2014-0092770?x=300%20kr">a</a>'),
        ("a.csv", "enhed;nedre;øvre\r\nkr;1012995678;1012995678\r\n".encode()),
        ("a.xlsx", zipped({"xl/worksheets/sheet1.xml": "<c><v>1012995678</v></c>"})),
        ("a.md", b"| 010199 | 5678 |\n"),
        ("screen.text", b"Byhave   010199  5678\n"),
    ],
)
def test_what_is_no_text_stops_nothing(name: str, data: bytes) -> None:
    """Digests, drawings, embedded files and figures are no texts, and each text is looked at alone."""
    refuse_personal_data({name: data})


def test_what_was_let_through_in_the_files_is_let_through_here() -> None:
    """A number that a report has accepted, or that stands after its own word, may be printed."""
    refuse_personal_data({"a.html": b"<strong>P-nr.</strong> 1012995678"}, frozenset({"1012995678"}))


@pytest.mark.full
def test_a_pdf_says_no_more_than_its_page_and_its_text() -> None:
    """A number in a PDF's links, its title or its bookmarks stands in its page too, which is looked at first."""
    page = (
        '<!DOCTYPE html><html lang="da"><head><title>Titel</title></head><body><h1>Bogmærke</h1>'
        '<p><a href="https://a.dk/x">Link</a> <a href="mailto:a@b.dk">Mail</a></p></body></html>'
    )
    with pikepdf.open(io.BytesIO(pdf_of(page))) as pdf:
        said = {str(note.A.URI) for note in pdf.pages[0].Annots} | {one.title for one in pdf.open_outline().root}
        said |= {str(pdf.docinfo.Title)}
    assert said == {"https://a.dk/x", "mailto:a@b.dk", "Bogmærke", "Titel"}
    for one in said:
        with pytest.raises(PersonalDataInOutput):
            refuse_personal_data({"a.html": page.replace(one, f"{one} 010199-5678").encode()})


def test_a_number_that_only_the_pdf_shows_stops_the_writing() -> None:
    """What a style sheet adds to a page stands in no HTML: the PDF's own text is looked at."""
    style = '<style>p::before { content: "010199-"; }</style>'
    page = (
        f'<!DOCTYPE html><html lang="da"><head><title>a</title>{style}</head><body><h1>a</h1><p>5678</p></body></html>'
    )
    with pytest.raises(PersonalDataInOutput):
        pdf_of(page)
