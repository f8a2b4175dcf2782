"""What a reader relies on in finished pages: each figure can be traced, gaps are explained, names stand whole."""

import html
import re
import shutil
from pathlib import Path

import pytest

from support.folders.work_folder import RAPPORT, status_file, write_folder, write_small
from support.pdf.tagged_pdf import TaggedPdf
from support.program import Program
from support.repository import REPOSITORY

SENTENCE = "Borgere, foreninger og medarbejdere har hjulpet hinanden med at få det til at lykkes. "
MANY = "indsatser:\n" + "".join(
    f"  - id: hold-{number}\n    navn: Hold {number}\n    tilstand: afholdt\n"
    "    tal:\n      frivillige: 5\n      kurser: 2\n"
    for number in range(1, 16)
)
_LINK = re.compile(r'<a href="tabelbilag\.html#([\w-]+)">9 andre i tabelbilaget</a>')
_NAMED = re.compile(
    r"^(\s*(?:- )?(?:navn|titel|undertitel|overskrift|afsender|ejer|hyppighed|udgiver|emne|funktion|alt_tekst|"
    r"betydning|kommune): )([^\n\"'|>\[{]+)$",
    re.MULTILINE,
)
_LISTED = re.compile(r"^(\s*(?:partnere|målgrupper|kaldes_også): \[.*)\]$", re.MULTILINE)
_TWICE = re.compile(r"(?<!\.)\.\.(?!\.)|[?!]\.")


def built(program: Program, folder: Path, *words: str, forms: str = "md,html") -> Path:
    """Build a year as a draft and give the folder of its documents."""
    run = program("build", "--draft", "--format", forms, *words, cwd=folder)
    assert run.code == 0, run.err
    (year,) = (folder / "udgivelser").iterdir()
    return year


def test_many_sources_lead_to_the_table_that_names_them_all(tmp_path: Path, program: Program) -> None:
    """Where they would be a paragraph, the first stand there with a link to a table in which none is left out."""
    folder = write_folder(tmp_path, {"2014/tmf.yaml": status_file("TMF", MANY)})
    pages = built(program, folder)
    text = (pages / "statusrapport.md").read_text(encoding="utf-8")
    assert "75 frivillige (registreringer) [1, 3, 5, 7, 9, 11 og 9 andre i tabelbilaget]" in text
    tables = set(_LINK.findall((pages / "statusrapport.html").read_text(encoding="utf-8")))
    assert tables == {"tal-fra-forvaltningerne", "tal-personer", "tal-aktiviteter"}
    appendix = (pages / "tabelbilag.html").read_text(encoding="utf-8")
    for table in tables:
        _, _, rest = appendix.partition(f'id="{table}"')
        shown = (
            rest.partition("</table>")[0].partition("</p>")[0] if "<p" in rest[:3] else rest.partition("</table>")[0]
        )
        assert all(f'href="#kilde-{number}"' in shown for number in range(1 + ("aktiv" in table), 31, 2))


def test_a_gap_is_explained_below_its_table(tmp_path: Path, program: Program) -> None:
    """Two points stand for what is not told: a voice says so, and the words are there once for each table."""
    folder = write_small(tmp_path)
    (folder / "indberetninger/2014/tmf.yaml").write_text(status_file("TMF", MANY), encoding="utf-8")
    pages = built(program, folder, "--document", "tabelbilag")
    text = (pages / "tabelbilag.md").read_text(encoding="utf-8")
    tables = [one for one in text.split("\n\n**") if "| .. |" in one]
    assert tables
    assert all("»..« betyder, at" in one for one in tables)
    page = (pages / "tabelbilag.html").read_text(encoding="utf-8")
    assert page.count(">..<") == page.count('<abbr class="svag" title="ikke oplyst">..</abbr>') > 0


@pytest.mark.full
def test_a_long_title_stands_whole_on_the_cover(tmp_path: Path, program: Program) -> None:
    """The longer it is, the smaller it is set: it never takes a second page."""
    title = "Frivillighed og fællesskab " * 9
    folder = write_small(tmp_path)
    preface = "\n\n".join(f"  Afsnit {number}: {SENTENCE * 6}" for number in range(60))
    report = RAPPORT.replace("titel: Rapport", f"titel: {title.strip()}\nforord: |\n{preface}")
    (folder / "indberetninger/2014/rapport.yaml").write_text(report, encoding="utf-8")
    pages = built(program, folder, "--document", "statusrapport", forms="pdf")
    pdf = TaggedPdf((pages / "statusrapport.pdf").read_bytes())
    (heading,) = pdf.elements("H1")
    assert pdf.text(heading).split() == title.split()
    assert [{page for page, _ in pdf.marks(one)} for one in (heading, pdf.elements("H2")[0])] == [{0}, {1}]


@pytest.mark.full
def test_a_proposal_for_one_forvaltning_is_printed(tmp_path: Path, program: Program) -> None:
    """One name is a list as well, also where a template has made the text safe itself."""
    folder = write_small(tmp_path)
    proposal = "forslag:\n  - titel: Flere følgevenner\n    begrundelse: Det er der brug for.\n    gælder_for: [SOF]\n"
    file = folder / "indberetninger/2014/tmf.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("forslag: ingen\n", proposal), encoding="utf-8")
    name = "skabeloner/_forvaltning.html.j2"
    own = (REPOSITORY / name).read_text(encoding="utf-8")
    (folder / "skabeloner").mkdir()
    (folder / name).write_text(own.replace("begrundelse|html_blok", "begrundelse|safe|html_blok"), encoding="utf-8")
    pages = built(program, folder, "--document", "statusrapport", forms="md,pdf")
    assert "Gælder for SOF." in (pages / "statusrapport.md").read_text(encoding="utf-8")


@pytest.mark.full
def test_names_that_end_in_a_point_end_a_sentence_with_one(tmp_path: Path, program: Program) -> None:
    """Whatever is called »… m.m.«, no document of the real years has two points, or one after a question mark."""
    shutil.copytree(REPOSITORY / "indberetninger", tmp_path / "indberetninger")
    for file in (tmp_path / "indberetninger").rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(_LISTED.sub(r"\1 m.m.]", _NAMED.sub(r"\1\2 m.m.", text)), encoding="utf-8")
    for words in (("2014",), ("2014", "--document", "returbrev"), ("2017",), ("2007",)):
        pages = built(program, tmp_path, *words)
        for page in (*pages.glob("*.md"), *pages.glob("*.html")):
            assert (page.name, _TWICE.findall(_seen(page))) == (page.name, [])
        shutil.rmtree(tmp_path / "udgivelser")


def _seen(page: Path) -> str:
    """Give what a page says, without the sign for what is not told."""
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".html":
        text = re.sub(r'<style>.*?</style>|<abbr class="svag".*?</abbr>', "", text, flags=re.DOTALL)
        text = html.unescape(re.sub(r"</?(?:span|a|strong|em|abbr|wbr|title)\b[^>]*>", "", text))
    return text.replace("»..«", "").replace("| .. ", "| ")
