"""The report's own headings and sentences in the municipality's words, `tekster` in kommune.yaml."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from frivilligrapport.models.udseende import Saetning, Tekster
from support.folders.work_folder import put
from support.program import Program
from support.repository import REPOSITORY

# What nobody has written in the files of 2014, so that the headings above it would not be there.
NEW = "  - id: ny\n    navn: Noget nyt\n    tilstand: i gang\n"
PROPOSAL = "forslag:\n  - titel: Flere følgevenner\n    begrundelse: Det er der brug for."
BARRIERS = "barrierer:\n  regler: Reglerne er svære at læse.\n"
NAMES = {one.spelled: one for one in Tekster.fields.values()}


@pytest.fixture
def year_2014(tmp_path: Path) -> Path:
    """Give a copy of the real files of 2014."""
    shutil.copytree(REPOSITORY / "indberetninger", tmp_path / "by æ" / "indberetninger")
    return tmp_path / "by æ"


def say(folder: Path, texts: Mapping[str, str]) -> None:
    """Write texts in kommune.yaml."""
    lines = "".join(f"  {name}: {text}\n" for name, text in texts.items())
    path = folder / "indberetninger/kommune.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\ntekster:\n{lines}", encoding="utf-8")


def printed(program: Program, folder: Path, document: str, form: str) -> str:
    """Give what a document says."""
    run = program("build", "2014", "--draft", "--format", form, "--document", document, cwd=folder)
    assert run.code == 0, run.err
    found = sorted((folder / "udgivelser/2014").glob(f"{document}*.{form}"))
    return " ".join(" ".join(one.read_text(encoding="utf-8") for one in found).split())


@pytest.mark.full
def test_each_text_is_printed_in_both_editions(program: Program, year_2014: Path) -> None:
    """Whatever a text is called, what is written for it stands in a document, in Markdown and in HTML."""
    path = year_2014 / "indberetninger/2014/bif.yaml"
    text = path.read_text(encoding="utf-8").replace("\nindsatser:\n", f"\nindsatser:\n{NEW}", 1)
    path.write_text(re.sub(r"(?m)^forslag: \w+$", PROPOSAL, text) + BARRIERS, encoding="utf-8")
    say(year_2014, {name: f"Vores ord {number:03}" for number, name in enumerate(NAMES)})
    documents = ("statusrapport", "kort-udgave", "faktaark", "returbrev")
    for form in ("md", "html"):
        all_of_them = " ".join(printed(program, year_2014, one, form) for one in documents)
        missing = [name for number, name in enumerate(NAMES) if f"Vores ord {number:03}" not in all_of_them]
        assert missing == [], form


def test_the_year_and_the_name_are_put_in(program: Program, folder: Path) -> None:
    """Only sentences have places, and what stands there is the year of the report and the municipality's name."""
    say(folder, {"om_rapporten": "Rapporten for {år} fra {kommune}."})
    assert program("validate", cwd=folder).code == 0
    assert "Rapporten for 2014 fra Prøvekøbing Kommune. Et tal i" in printed(program, folder, "statusrapport", "md")


def test_a_text_that_nobody_knows_is_the_programs_own(program: Program, folder: Path) -> None:
    """A heading is never "uoplyst"."""
    say(folder, {"forord": "uoplyst", "bilag": "Mere"})
    (folder / "skabeloner").mkdir()
    put(folder, "../skabeloner/statusrapport.md.j2", "{{ tekster.forord }} og {{ tekster.bilag }}\n")
    assert printed(program, folder, "statusrapport", "md").startswith("Forord og Mere")


def test_a_text_is_words_and_nothing_else(program: Program, folder: Path) -> None:
    """HTML and Markdown in it are printed as they are typed."""
    say(folder, {"forvaltningerne_kort": "<b>Kort</b> *om* dem"})
    assert "&lt;b&gt;Kort&lt;/b&gt; *om* dem" in printed(program, folder, "statusrapport", "html")
    assert r"## \<b>Kort\</b> \*om\* dem" in printed(program, folder, "statusrapport", "md")


@pytest.mark.parametrize(
    ("name", "text", "code", "says"),
    [
        ("om_rapporten", "Fra {kommunen}.", "FR111", "»{kommunen}« kan ikke stå i teksten.\n{}   Skriv {kommune}."),
        ("om_rapporten", "Fra {{ kommune }}.", "FR111", "»{« kan ikke stå i teksten."),
        ("om_rapporten", "Fra {% if x %}.", "FR111", "Her kan stå {år} eller {kommune}."),
        ("forord", "Forord {år}", "FR111", "Skriv teksten uden { og }."),
        ("forvaltningerne_kor", "Kort", "FR101", "Mente du »forvaltningerne_kort«?"),
        ("forord", '""', "FR102", "tomt"),
        ("om_rapporten", "Ved ikke", "FR403", "Her skal stå den rigtige tekst."),
        ("forord", "[tal 2014.projekter]", "FR413", "for her skriver I selv tallene"),
        ("om_rapporten", "Rapporten for {år} UDFYLD.", "FR403", "»UDFYLD« er en pladsholder"),
    ],
)
def test_what_it_may_not_hold(name: str, text: str, code: str, says: str, program: Program, folder: Path) -> None:
    """A place that is not declared, a name that is none, and nothing at all are findings that say what to write."""
    say(folder, {name: f"'{text}'" if text != '""' else text})
    run = program("validate", cwd=folder)
    assert run.code == 1
    assert run.out.count(": fejl ") == 1
    assert f": fejl {code}: " in run.out
    for part in says.split("\n{}"):
        assert part.strip() in run.out


def test_an_own_template_sees_them(program: Program, folder: Path) -> None:
    """A template of the municipality's own asks for a text by its name; a name that is none is told."""
    (folder / "skabeloner").mkdir()
    put(folder, "../skabeloner/statusrapport.md.j2", "{{ tekster.forord }} og {{ tekster.om_rapporten }}\n")
    assert printed(program, folder, "statusrapport", "md").startswith("Forord og Rapporten er samlet")
    put(folder, "../skabeloner/statusrapport.md.j2", "{{ tekster.forrd }}\n")
    run = program("build", "--draft", "--format", "md", "--document", "statusrapport", cwd=folder)
    assert "»forrd« findes ikke. Mente du »forord«?" in run.err


def test_no_text_of_ours_states_a_count() -> None:
    """What a municipality may word otherwise has no figures in it, and says where the places are."""
    for one in Tekster.fields.values():
        assert not any(letter.isdigit() for letter in str(one.default)), one.name
        assert ("{år} og {kommune} kan bruges" in one.help) == (one.kind is Saetning)
