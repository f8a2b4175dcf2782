"""The preview of a file: what the report says of each figure and in the chapter, and nothing else."""

import html
import json
import re
import sys
from collections.abc import Iterator
from subprocess import run
from typing import Any

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.formular.answering import answer
from frivilligrapport.formular.preview import printed_blocks
from frivilligrapport.models.fields.leaves import Prosa
from frivilligrapport.rendering.markdown.to_html import to_html
from support.folders.examples import KOMMUNE, TMF
from support.forms import fields
from support.repository import REPOSITORY

Json = dict[str, Any]
STI = "indberetninger/2014/tmf.yaml"
TEXTS = (
    "Et **fedt** og *skævt* ord, **begge *dele* her**, [et link](https://kk.dk) og `kode`.",
    "# Overskrift\n\nEn linje\\\nog en ny, med <b>tegn</b> &amp; § 18 og 2 \\* 3.",
    "- a\n- b\n  - c\n\nSå:\n\n1. tre\n2. fire\n\n> Sagt af\n> en borger.\n>\n> – frivillig\n\n---\n\nSlut.",
    "| Navn | Antal |\n|---|--:|\n| **Mosetræf** | 3 |\n| Byhaver | |\n",
    "[Bonjour]{fr} og https://kk.dk/frivillig, www.kk.dk.",
)
USED_ELSEWHERE = ("jinja2", "markdown", "markupsafe", "nh3", "numpy", "pandas", "PIL", "typer", "weasyprint")


def seen(text: str, sti: str = STI, **filer: str) -> Json:
    """Ask what the page asks after each change."""
    files = {"indberetninger/kommune.yaml": KOMMUNE, **filer}
    found: Json = json.loads(answer(json.dumps({"nr": 1, "gør": "se", "sti": sti, "filer": files, "tekst": text})))
    return found


def _words(blocks: list[Json]) -> Iterator[str]:
    for block in blocks:
        cells = [cell for row in block.get("rækker", []) for cell in row]
        for runs in [block.get("ord", []), *cells]:
            yield from (one["tekst"] for one in runs)


def assert_said_alike(text: str) -> None:
    """Hold the printed words of a text against those of the HTML edition."""
    in_html = html.unescape(re.sub(r"<[^>]*>", " ", to_html(text)))
    assert "".join("".join(_words(printed_blocks(text))).split()) == "".join(in_html.split())


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_says_what_its_html_says(text: str) -> None:
    """The words are those of the editions, whatever marks stand among them."""
    assert_said_alike(text)


@pytest.mark.full
def test_every_text_says_what_its_html_says() -> None:
    """So it is with all that was handed in."""
    for one in load(REPOSITORY).aargange:
        for delivery in one.indberetninger:
            for group in delivery.statusfil.groups if delivery.statusfil else ():
                for _, leaf in group.leaves():
                    if isinstance(leaf, Prosa):
                        assert_said_alike(str(leaf))


def test_marks() -> None:
    """Bold, italics, a link and code are told of the words that have them."""
    (block,) = printed_blocks(TEXTS[0])
    marked = {one["tekst"]: sorted(set(one) - {"tekst"}) for one in block["ord"]}
    assert (marked["fedt"], marked["skævt"], marked["dele"]) == (["fed"], ["kursiv"], ["fed", "kursiv"])
    assert [one["link"] for one in block["ord"] if "link" in one] == ["https://kk.dk"]
    assert marked["kode"] == ["kode"]


def test_a_table() -> None:
    """A table has its head first, and says which columns are set to the right."""
    (table,) = printed_blocks(TEXTS[3])
    assert [[run["tekst"] for run in cell] for cell in table["rækker"][0]] == [["Navn"], ["Antal"]]
    assert table["rækker"][1][0] == [{"tekst": "Mosetræf", "fed": True}]
    assert table["justering"] == ["", "right"]


def test_each_figure_is_told_beside_its_field() -> None:
    """What becomes of a figure, and its wording, stand at the very field that it was typed in."""
    root = REPOSITORY / "indberetninger"
    text = (root / "2014/tmf.yaml").read_text()
    filer = {f"indberetninger/{name}": (root / name).read_text() for name in ("kommune.yaml", "2014/rapport.yaml")}
    found = seen(text, **filer)
    starts = {one["start"]: one["sti"] for one in fields(found["visning"])}
    said = {starts[one["start"]]: one for one in found["forhåndsvisning"]["tal"]}
    kayaks = next(one for one in said.values() if one["navn"].startswith("Kajak"))
    assert kayaks["tekst"] == "ca. 15 frivillige (talt med i »Ren Kærlighed til KBH«)"
    assert not kayaks["tæller"]
    assert kayaks["hvordan"] == "Er talt med i »Ren Kærlighed til KBH« og lægges ikke til en gang mere."


@pytest.mark.parametrize("counted_by", ["KFF", "uoplyst"])
def test_what_others_may_count_is_left_open(counted_by: str) -> None:
    """Whether the one who is to count a shared thing has a figure stands in a file that is not here."""
    indsats = f"""\
  - id: dagen
    navn: Dagen
    art: arrangement
    tilstand: afholdt
    fælles:
      id: dagen
      tæller_hos: {counted_by}
      med: [KFF]
    tal:
      gæster: 1.200
"""
    said = seen(TMF.replace("indsatser:\n", f"indsatser:\n{indsats}", 1))["forhåndsvisning"]
    (figure,) = (one for one in said["tal"] if one["navn"] == "Dagen: gæster")
    assert figure["hvordan"].startswith("Indsatsen er fælles: Når alles filer er samlet")
    assert said["sammenfatning"].startswith("Højst ")


def test_the_chapter_of_a_year_without_a_report() -> None:
    """A chapter is shown before anybody has begun the year's report."""
    chapter = seen(TMF)["forhåndsvisning"]["kapitel"]
    assert chapter["titel"] == "Teknik- og Miljøforvaltningen"
    assert chapter["afsnit"][0]["overskrift"]
    assert not chapter["besked"]


def test_a_file_with_a_slip() -> None:
    """A file that cannot be read has no form, but a preview of what it will say, which says so."""
    found = seen(TMF.replace("navn: Naturens Dag", "navn: Naturens: Dag"))
    assert found["visning"] is None
    assert found["forhåndsvisning"]["besked"].startswith("Filen kan ikke læses")
    assert found["forhåndsvisning"]["kapitel"]["afsnit"]


def test_a_file_of_nobody() -> None:
    """A file that no forvaltning goes by has neither."""
    found = seen(TMF, "indberetninger/2014/xyz.yaml")
    assert (found["visning"], found["forhåndsvisning"]) == (None, None)


@pytest.mark.full
def test_what_is_loaded() -> None:
    """The answers need nothing that does not run in a browser."""
    asked = json.dumps(
        {"nr": 1, "gør": "se", "sti": STI, "filer": {"indberetninger/kommune.yaml": KOMMUNE}, "tekst": TMF}
    )
    code = (
        "import sys; from frivilligrapport.formular.answering import answer; answer(sys.argv[1]); print(*sys.modules)"
    )
    loaded = run([sys.executable, "-c", code, asked], check=True, capture_output=True, text=True).stdout.split()
    assert [name for name in USED_ELSEWHERE if name in loaded] == []
