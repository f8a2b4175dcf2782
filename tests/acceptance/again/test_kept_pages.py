"""A page that was kept is as good as a new one: nobody can tell by what comes out, and no gate lets more through."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from jinja2.nodes import Template

from frivilligrapport.cli.execution.document_cache import DocumentCache
from frivilligrapport.collection.loader import load
from frivilligrapport.collection.templates import own_templates
from frivilligrapport.figures.register import Registers
from frivilligrapport.pipeline import document_keys, edition
from frivilligrapport.pipeline.edition import Means, Order
from frivilligrapport.pipeline.printed_words import Page
from frivilligrapport.rendering.pdf import checked
from frivilligrapport.rendering.pdf.checked import CheckedPdf
from frivilligrapport.rendering.templates import sources
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sandbox import BoundedEnvironment
from frivilligrapport.rendering.templates.shipped import builtin_folder, code_folder
from frivilligrapport.rendering.templates.sources import CompiledTemplates
from frivilligrapport.rules.run import examine_for_build
from support.folders.story import STORY, picture, write_story
from support.folders.work_folder import KOMMUNE, put
from support.program import Program, Run

pytestmark = pytest.mark.full
OWN = STORY.replace("kom med", "kom fra FCB med")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
REGISTER = f"""{KOMMUNE}forkortelser:
  - forkortelse: FCB
    betydning: Frivilligcenter Byen
udseende:
  logo: logo.svg
  farver:
    hovedfarve: "#003366"
"""
ALL = {"statusrapport", "kort-udgave", "faktaark", "tabelbilag", "index"}
SENTENCE = "Smag og verden i byen er det hele."
NUMBER = "1012995678"
COMPILED = CompiledTemplates()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a work folder with a picture, a logo, an abbreviation and a template, and the program's files beside it."""
    folder = write_story(tmp_path / "mappe", OWN)
    put(folder, "kommune.yaml", REGISTER)
    (folder / "logo.svg").write_text(SVG, encoding="utf-8")
    template(folder, "egen.css", "p { color: #123456 }\n")
    shutil.copytree(builtin_folder(), tmp_path / "indbygget")
    shutil.copytree(code_folder() / "pipeline", tmp_path / "kode")
    for module in (document_keys, sources):
        monkeypatch.setattr(module, "builtin_folder", lambda: tmp_path / "indbygget")
    monkeypatch.setattr(document_keys, "code_folder", lambda: tmp_path / "kode")
    document_keys.sum_below.cache_clear()
    yield folder
    document_keys.sum_below.cache_clear()


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Name the kind of each document that a template is rendered for."""
    found: list[str] = []

    def note(name: str, *given: object) -> str:
        found.append(name.partition(".")[0])
        return render(name, *given)  # type: ignore[arg-type]  # as they were given

    monkeypatch.setattr(edition, "render", note)
    return found


def template(folder: Path, name: str, text: str) -> None:
    """Put a file among the office's own."""
    (folder / "skabeloner").mkdir(exist_ok=True)
    (folder / "skabeloner" / name).write_text(text, encoding="utf-8")


def edit(path: Path, before: str, after: str) -> None:
    """Change a file by hand."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def pages(root: Path, cache: DocumentCache | None, compiled: CompiledTemplates = COMPILED) -> dict[str, bytes]:
    """Make the year's pages of HTML, as `build` does."""
    samling = load(root)
    (aargang,), registers = samling.aargange, Registers(samling)
    findings = examine_for_build(samling, aargang, registers)
    assert not findings.has_errors
    means = Means(cache, compiled=compiled)
    return edition.build(registers, aargang, findings, Order(("html",)), own_templates(root), means)


def _word(root: Path) -> None:
    edit(root / "indberetninger/2014/tmf.yaml", "sket ", "sket meget og ")


def _word_beside_abbreviation(root: Path) -> None:
    edit(root / "indberetninger/2014/tmf.yaml", "kom fra FCB med", "kom hjem fra FCB uden")


def _comment(root: Path) -> None:
    edit(root / "indberetninger/2014/tmf.yaml", "forvaltning:", "# Rettet i dag.\nforvaltning:")


def _picture(root: Path) -> None:
    put(root, "2014/billeder/træ.jpg", picture("red"))


def _abbreviation(root: Path) -> None:
    edit(root / "indberetninger/kommune.yaml", "Frivilligcenter Byen", "Frivilligcenter Bydelen")


def _colour(root: Path) -> None:
    edit(root / "indberetninger/kommune.yaml", "#003366", "#660033")


def _own_text(root: Path) -> None:
    edit(root / "indberetninger/kommune.yaml", "udseende:", "tekster:\n  om_tallene: Om årets tal\nudseende:")


def _logo(root: Path) -> None:
    edit(root / "logo.svg", "M0 0h9v9z", "M0 0h8v8z")


def _own_style(root: Path) -> None:
    edit(root / "skabeloner/egen.css", "#123456", "#654321")


def _own_template(root: Path) -> None:
    template(root, "kort-udgave.html.j2", "<html><h1>{{ dokument.hoved.titel }}</h1>{{ stil }}</html>")


def _template(root: Path) -> None:
    edit(root.parent / "indbygget/faktaark.html.j2", "{{ arkhoved(", "<p>Ark.</p>{{ arkhoved(")


def _font(root: Path) -> None:
    fonts = root.parent / "indbygget/fonts"
    shutil.copy(fonts / "rapport-sans-600.woff2", fonts / "rapport-sans-400.woff2")


def _code(root: Path) -> None:
    edit(root.parent / "kode/edition.py", '"""', '# Rettet.\n"""')


# What is rendered again when something has changed.
CHANGES: tuple[tuple[Callable[[Path], None], set[str]], ...] = (
    (_word, {"statusrapport"}),
    (_word_beside_abbreviation, ALL),
    (_comment, set()),
    (_picture, {"statusrapport"}),
    (_abbreviation, ALL),
    (_colour, ALL),
    (_own_text, ALL),
    (_logo, ALL),
    (_own_style, ALL),
    (_own_template, ALL),
    (_template, ALL),
    (_font, ALL),
    (_code, ALL),
)


def test_the_same_with_and_without(root: Path, rendered: list[str]) -> None:
    """Whatever has changed since, a build gives what one that keeps nothing gives, and renders no more than it must."""
    cache = DocumentCache(root.parent / "cache")
    before = pages(root, cache)
    assert set(rendered) == ALL
    for change, again in CHANGES:
        change(root)
        document_keys.sum_below.cache_clear()
        rendered.clear()
        made = pages(root, cache)
        assert set(rendered) == again, change
        assert made == pages(root, None), change
        assert (made == before) is (change in {_comment, _code}), change
        before = made


def test_templates_are_compiled_once_for_all_builds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build takes in what the first compiled; one that keeps nothing does not."""
    cache = DocumentCache(folder.parent / "cache")
    compiled: list[str] = []

    def compile_and_tell(environment: BoundedEnvironment, source: str, *given: str | None) -> Template:
        compiled.append(source)
        return parse(environment, source, *given)

    parse = BoundedEnvironment._parse
    monkeypatch.setattr(BoundedEnvironment, "_parse", compile_and_tell)
    for used, is_compiled in ((cache, True), (cache, False), (None, True)):
        compiled.clear()
        _word(folder)
        pages(folder, used, CompiledTemplates())
        assert bool(compiled) is is_compiled


@pytest.fixture
def typeset(monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], dict[str, str]]:
    """Name the documents that are typeset, by their titles; in a PDF's text some words may be others than typed."""
    found: list[str] = []
    altered: dict[str, str] = {}

    def note(html: str) -> CheckedPdf:
        found.append(html.partition("<title>")[2].partition("</title>")[0])
        text = Page.of("a.html", html).said.text
        for before, after in altered.items():
            text = text.replace(before, after)
        return CheckedPdf(b"%PDF <pdfuaid:part>1</pdfuaid:part>", text)

    monkeypatch.setattr(checked, "to_checked_pdf", note)
    return found, altered


def _both(program: Program, root: Path, *words: str) -> Run:
    """Build with what was kept and without, and find that the same is said."""
    runs = [program("build", *words, *more, cwd=root) for more in ((), ("--no-cache",))]
    assert runs[0] == runs[1]
    return runs[0]


PAGE = "<!doctype html><html lang='da'><head><title>Kort</title></head><body><h1>Kort</h1>{}</body></html>\n"
DROPPED = PAGE.format(f'{{% set left_out = "{SENTENCE}" | html_blok %}}<p>{SENTENCE.replace(" og", "")}</p>')
SHORT = ("--document", "kort-udgave")


@pytest.mark.parametrize(
    ("page", "altered", "words"),
    [
        (DROPPED, {}, ("--format", "html")),
        (
            PAGE.format(f'{{{{ "{SENTENCE}" | html_blok }}}}'),
            {SENTENCE: "Smag verden i byen."},
            ("--format", "pdf"),
        ),
    ],
    ids=["page", "pdf"],
)
def test_a_text_that_somebody_has_typed_since(
    program: Program,
    folder: Path,
    typeset: tuple[list[str], dict[str, str]],
    page: str,
    altered: Mapping[str, str],
    words: tuple[str, ...],
) -> None:
    """A template's own sentence may be left out; once it is a contributor's, the page that was kept is refused."""
    template(folder, "kort-udgave.html.j2", page)
    typeset[1].update(altered)
    assert program("build", *SHORT, *words, cwd=folder).code == 0
    edit(folder / "indberetninger/2014/tmf.yaml", "Der er sket noget.", SENTENCE)
    run = _both(program, folder, *SHORT, *words)
    assert run.code == 4
    assert "FR416" in run.err


@pytest.mark.parametrize(
    ("page", "altered"),
    [(PAGE.format(f'<p>{{{{ "{NUMBER[:5]}" ~ "{NUMBER[5:]}" }}}}</p>'), {}), (PAGE.format("<p>N</p>"), {"N": NUMBER})],
)
def test_a_number_that_is_no_longer_known(
    program: Program,
    folder: Path,
    typeset: tuple[list[str], dict[str, str]],
    page: str,
    altered: Mapping[str, str],
) -> None:
    """What the files let through is let through while it stands there, and the PDF that was kept is then refused."""
    template(folder, "kort-udgave.html.j2", page)
    typeset[1].update(altered)
    edit(folder / "indberetninger/2014/tmf.yaml", "Der er sket noget.", f"Det er P-nr. {NUMBER}.")
    words = (*SHORT, "--format", "pdf")
    assert program("build", *words, cwd=folder).code == 0
    edit(folder / "indberetninger/2014/tmf.yaml", f"Det er P-nr. {NUMBER}.", "Der er sket noget.")
    assert _both(program, folder, *words).code == 3
