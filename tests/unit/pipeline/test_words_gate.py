"""What is written is what is printed: contributed texts are found whole in finished documents."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.pipeline.words_gate import AlteredText, Contributions, Held, texts_in
from frivilligrapport.problems import Location
from frivilligrapport.rendering.markdown.normal_form import normal_form
from frivilligrapport.rendering.markdown.to_html import to_html
from frivilligrapport.rules.year import Passage
from support.folders.work_folder import status_file, write_small
from support.program import Program
from support.repository import REPOSITORY

WORDS = st.sampled_from(
    ["21 projekter", "over 100", "Ørestad", "**fed**", "*kursiv*", "3*2", "[ordene](https://a.dk/b)"]
)
LINES = st.builds(
    "{}{}.".format, st.sampled_from(["", "", "- ", "> ", "## "]), st.lists(WORDS, min_size=1).map(" ".join)
)
TEXTS = st.lists(LINES, min_size=1, max_size=6).map("\n\n".join)
LONG = "En lang tekst, som fortsætter længe, og som en skabelon skærer af, så den ikke er hel på siden."


class OneText(Contributions):
    """Let one text be all that was contributed; its places are counted on one line."""

    def __init__(self, text: str) -> None:
        passage = Passage(text, lambda start, length: Location("a.yaml", 1, start + 1, length), "tekst", None, None)  # type: ignore[arg-type]  # only the text and its place are asked for
        super().__init__({text.strip(): passage})


def hold(text: str, output: str, *, name: str = "a.html", is_placed: bool = True) -> None:
    """Hold an output against one text."""
    placed = frozenset({text}) if is_placed else frozenset[str]()
    Held(frozenset({text}), OneText(text)).refuse_altered(name, placed, output)


@pytest.mark.parametrize(
    ("text", "name", "output"),
    [
        ("Ordet er **fedt**.", "a.html", "<p>Ordet er <strong>fedt</strong>.</p>"),
        ("1. en\n2. to", "a.html", "<ol><li>en</li><li>to</li></ol>"),
        ("3. tre\n4. fire", "a.html", '<ol start="3"><li>tre</li><li>fire</li></ol>'),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a.html", "<table><tr><td>a<td>b</tr><tr><td>1<td>2</table>"),
        ("Se [ordene](https://a.dk/b_(c)).", "a.html", '<p>Se <a href="https://a.dk">ordene</a>.</p>'),
        ("[Ordet](https://a.dk/b)s ende.", "a.html", '<p><a href="https://a.dk/b">Ordet</a>s ende.</p>'),
        ("Se [ordene](https://a.dk/b).", "a.md", "Se [ordene](https://a.dk/b)."),
        ("5 < 6 & 7 > 6", "a.md", "5 &lt; 6 & 7 > 6"),
        ("frivillighedspolitik", "a.html", "<p>frivilligheds\u00adpolitik</p>"),
        ("2.600 medlemmer", "a.html", "<p>2.600\u00a0medlemmer</p>"),
        ("grønne gårde", "a.html", "<p>Grønne gårde har 3 frivillige.</p>"),
    ],
)
def test_a_text_that_stands_whole_stops_nothing(text: str, name: str, output: str) -> None:
    """Markup, the numbers of lists, the addresses of links, soft hyphens and hard spaces change no word."""
    hold(text, output, name=name)


@pytest.mark.parametrize(
    ("text", "output", "typed", "instead"),
    [
        ("Kursus 3*2 timer.", "<p>Kursus 32 timer.</p>", "Kursus 3*2 timer", "Kursus 32 timer"),
        ("1. en\n5. fem", "<ol><li>en</li><li>fem</li></ol>", "en 5. fem", "en 2. fem"),
        ("Han sagde nej.", "<p>Han sagde.</p> <p>Andet.</p>", "sagde nej", "sagde. Andet"),
        ("Ordet er fedt.", "<p>Ordet er fe<b>t</b>dt.</p>", "er fedt", "er fetdt"),
        ("Over 1,5 time.", "<p>Over 1.5 time.</p>", "Over 1,5 time", "Over 1.5 time"),
        ("Ordet er væk.", "<style>Ordet er væk.</style>", "Ordet er væk", ""),
        ("Et ord om SOF.", "<p>Et ord om Sof.</p>", "om SOF", "om Sof"),
    ],
)
def test_a_text_that_is_changed_is_told_with_what_would_stand(text: str, output: str, typed: str, instead: str) -> None:
    """The place, what was typed and what would have been printed are named."""
    with pytest.raises(AlteredText) as refusal:
        hold(text, output)
    assert refusal.value.message.startswith("a.yaml:1:")
    assert f"»{typed}«" in refusal.value.hint
    assert (f"»{instead}«" if instead else "Det ville ikke stå der.") in refusal.value.hint


def test_a_text_that_begins_but_does_not_end_is_cut() -> None:
    """A template may leave a text out, but not print a piece of it."""
    hold(LONG, "<p>Andet.</p>", is_placed=False)
    with pytest.raises(AlteredText):
        hold(LONG, "<p>En lang tekst, som fortsætter ...</p>", is_placed=False)


@given(TEXTS)
def test_any_permitted_text_survives_both_forms(text: str) -> None:
    """Words, numerals, emphasis, lists, quotations, headings and links come through whole."""
    hold(text, str(to_html(text)))
    hold(text, normal_form(text), name="a.md")


@given(TEXTS, st.data())
def test_a_word_that_is_lost_is_missed(text: str, data: st.DataObject) -> None:
    """A renderer that drops any one word is caught, in each form."""
    for name, output in (("a.html", str(to_html(text))), ("a.md", normal_form(text))):
        words = [word for word in ("projekter", "100", "Ørestad", "fed", "kursiv", "3*2", "ordene") if word in output]
        if words:  # in Markdown, a star between digits is escaped
            with pytest.raises(AlteredText):
                hold(text, output.replace(data.draw(st.sampled_from(words)), "", 1), name=name)


def test_all_texts_of_a_value_are_found_however_deep() -> None:
    """Tuples, mappings and dataclasses are looked into, each once."""
    place = Location("a.yaml")
    assert sorted(texts_in({"x": (place, place, ["y"])})) == ["a.yaml", "y"]


@pytest.mark.full
def test_a_style_sheet_that_hides_a_text_stops_the_pdf(tmp_path: Path, program: Program) -> None:
    """A text that stands in the page and is not printed is told of as one that is cut."""
    folder = write_small(tmp_path)
    (folder / "skabeloner").mkdir()
    (folder / "skabeloner/egen.css").write_text("p { display: none }\n", encoding="utf-8")
    run = program("build", "2014", "--format", "pdf", "--document", "statusrapport", cwd=folder)
    assert run.code == 4
    assert "ikke blive trykt i statusrapport.pdf, som den er skrevet" in run.err
    assert not (folder / "udgivelser").exists()


@pytest.mark.parametrize("ending", ["md", "html"])
@pytest.mark.parametrize(
    ("typed", "field"), [("Der er sket noget.", "tekst"), ("overskrift: Året", "overskrift")], ids=["text", "name"]
)
@pytest.mark.parametrize("cut", ["truncate(40)", "truncate(60, true, '')"])
def test_a_template_that_cuts_a_text_stops_the_build(
    ending: str, typed: str, field: str, cut: str, tmp_path: Path, program: Program
) -> None:
    """Nothing is written, and the contributor's file, line and words are named."""
    name = f"_forvaltning.{ending}.j2"
    own = (REPOSITORY / "skabeloner" / name).read_text(encoding="utf-8")
    folder = write_small(tmp_path)
    file = folder / "indberetninger" / "2014" / "tmf.yaml"
    file.write_text(status_file("TMF").replace(typed, typed.rpartition("Året")[0] + LONG), encoding="utf-8")
    (folder / "skabeloner").mkdir()
    (folder / "skabeloner" / name).write_text(
        re.sub(rf"afsnit\.{field}(?=\||\))", rf"(afsnit.{field}|{cut})", own), encoding="utf-8"
    )
    run = program("build", "2014", "--draft", "--format", "md,html", cwd=folder)
    assert run.code == 4
    assert "indberetninger/2014/tmf.yaml:" in run.err
    assert f"ikke blive trykt i statusrapport.{ending}, som den er skrevet" in run.err
    assert not (folder / "udgivelser").exists()
