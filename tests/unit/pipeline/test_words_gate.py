"""What is written is what is printed: contributed texts are found whole in finished documents."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from frivilligrapport.models.fields.leaves import Prosa
from frivilligrapport.pipeline.printed_words import Page, Words
from frivilligrapport.pipeline.words_gate import AlteredText, Contributions, Held, texts_in
from frivilligrapport.problems import Kind, Location, Problem
from frivilligrapport.rendering.markdown.normal_form import normal_form
from frivilligrapport.rendering.markdown.to_html import to_html
from frivilligrapport.rules.delivery import Passage
from support.folders.work_folder import RAPPORT, status_file, write_folder, write_small
from support.program import Program
from support.repository import REPOSITORY

WORDS = st.sampled_from(
    [
        "21 projekter",
        "over 100",
        "Ørestad",
        "**fed**",
        "*kursiv*",
        "3*2",
        "[ordene](https://a.dk/b)",
        "–5 %",
        "a + b",
        "1 / 2",
    ]
)
LINES = st.builds(
    "{}{}.".format, st.sampled_from(["", "", "- ", "> ", "## "]), st.lists(WORDS, min_size=1).map(" ".join)
)
TEXTS = st.lists(LINES, min_size=1, max_size=6).map("\n\n".join)
LONG = "En lang tekst, som fortsætter længe, og som en skabelon skærer af, så den ikke er hel på siden."


class Piece(NamedTuple):
    """Stand for the group of fields that a text is in: it only makes findings."""

    def problem(self, kind: Kind, place: Location, message: str, hint: str, **_: object) -> Problem:
        """Make a finding."""
        return Problem(place, kind, message, hint)


class OneText(Contributions):
    """Let one text be all that was contributed; its places are counted on one line."""

    def __init__(self, text: str) -> None:
        passage = Passage(text, lambda start, length: Location("a.yaml", 1, start + 1, length), "tekst", Prosa, Piece())  # type: ignore[arg-type]  # only its findings are asked for
        super().__init__({text.strip(): passage}, {})


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
        ("Året i tal", "a.pdf", "ÅRET I TAL"),
        ("10 % og § 18", "a.html", "<p>10\u00a0% og §\u00a018.</p>"),
        ("- en\n- to", "a.pdf", "• en\n• to"),
        ("> Ja.\n\nNej.", "a.md", "> Ja.\n\nNej."),
        ("Kursus 3*2 timer.", "a.md", "Kursus 3\\*2 timer."),
        ("en  \nto", "a.md", "en\\\nto"),
        ("👍🏽 og ❤️", "a.pdf", "👍 og ❤"),
    ],
)
def test_a_text_that_stands_whole_stops_nothing(text: str, name: str, output: str) -> None:
    """Markup, the numbers of lists, the addresses of links, soft hyphens and hard spaces change no word."""
    hold(text, output, name=name)


@pytest.mark.parametrize(
    ("text", "output", "typed", "instead"),
    [
        ("Kursus 3*2 timer.", "<p>Kursus 32 timer.</p>", "Kursus 3*2", "Kursus 32 timer."),
        ("1. en\n5. fem", "<ol><li>en</li><li>fem</li></ol>", "5", "en 2. fem"),
        ("Han sagde nej.", "<p>Han sagde.</p> <p>Andet.</p>", "sagde nej.", "sagde. Andet."),
        ("Ordet er fedt.", "<p>Ordet er fe<b>t</b>dt.</p>", "er fedt.", "er fetdt."),
        ("Over 1,5 time.", "<p>Over 1.5 time.</p>", "Over 1,5 time.", "Over 1.5 time."),
        ("Ordet er væk.", "<style>Ordet er væk.</style>", "Ordet er væk.", ""),
        ("Et ord om SOF.", "<p>Et ord om Sof.</p>", "om SOF.", "om Sof."),
        ("Det er −5 grader.", "<p>Det er 5 grader.</p>", "er −5 grader", "er 5 grader."),
        ("Det er −5 grader.", "<p>Det er -5 grader.</p>", "er −5 grader", "er -5 grader"),
        ("Der kom 10 % flere.", "<p>Der kom 10 flere.</p>", "10 % flere.", "10 flere."),
        ("Der kom <5 nye.", "<p>Der kom 5 nye.</p>", "kom <5 nye", "kom 5 nye."),
        ("- 5\n- −6", "<ul><li>5</li><li>6</li></ul>", "−6", "5 6"),
        ("**−6** i alt", "<p><strong>6</strong> i alt</p>", "−6 i alt", ""),
        ("Måske?", "<p>Måske.</p>", "Måske?", "Måske."),
    ],
)
def test_a_text_that_is_changed_is_told_with_what_would_stand(text: str, output: str, typed: str, instead: str) -> None:
    """The place, what was typed and what would have been printed are named."""
    with pytest.raises(AlteredText) as refusal:
        hold(text, output)
    (problem,) = refusal.value.problems
    assert (problem.code, problem.location.file) == ("FR416", "a.yaml")
    assert f"»{typed}«" in problem.hint
    assert (f"»{instead}«" if instead else "Det ville ikke stå der.") in problem.hint


def test_the_place_is_that_of_the_sign_that_is_lost() -> None:
    """Line breaks, marks of lists and other markup before it are counted."""
    text = "- **ord**\n- til 3*2"
    with pytest.raises(AlteredText) as refusal:
        hold(text, "<ul><li>ord</li><li>til 32</li></ul>")
    assert text[refusal.value.problems[0].location.column - 1 :] == "3*2"


def test_a_name_that_no_filter_placed_is_held_too() -> None:
    """Where all its words stand, its signs must; one that is not there was left out."""
    hold("Smag & Verden i By 5", "<p>Smag og Verden</p>", is_placed=False)
    with pytest.raises(AlteredText):
        hold("Smag & Verden i By 5", "<p>Smag Verden i By 5</p>", is_placed=False)


def test_a_few_of_many_altered_texts_are_told() -> None:
    """A template that takes a sign out of every text is told of by ten of them, and how many more there are."""
    texts = frozenset(f"Tekst {number} %" for number in range(30))
    held = Held(texts, Contributions({text: OneText(text).by_text[text] for text in texts}, {}))
    with pytest.raises(AlteredText, match="Det gælder 20 tekster til") as refusal:
        held.refuse_altered("a.html", texts, " ".join(f"<p>{text[:-1]}</p>" for text in texts))
    assert refusal.value.message.count("FR416") == 10


def test_a_text_that_begins_but_does_not_end_is_cut() -> None:
    """A template may leave a text out, but not print a piece of it."""
    hold(LONG, "<p>Andet.</p>", is_placed=False)
    with pytest.raises(AlteredText):
        hold(LONG, "<p>En lang tekst, som fortsætter ...</p>", is_placed=False)


def hold_among(texts: list[str], output: str) -> None:
    """Hold an output against texts that a document holds and no template was seen to place."""
    Held(frozenset(texts), Contributions({one: OneText(one).by_text[one] for one in texts}, {})).refuse_altered(
        "a.html", frozenset(), output
    )


@pytest.mark.parametrize(
    ("left_out", "printed"),
    [
        (LONG, "En lang tekst, som er en anden."),
        (LONG, "Det er en lang tekst, siger han: »En lang tekst, som slutter.«"),
        (LONG, "- Se her:\n- En lang tekst, som\n- slutter"),
        ("Kom og vær med!", "Kom og vær med."),
        ("Kom og vær med!", "Når I er klar: Kom og vær med, alle sammen."),
        ("21 projekter 21 projekter.", "21 projekter.\n\n21 projekter [ordene](https://a.dk/b)."),
    ],
)
def test_a_text_that_is_left_out_may_begin_as_another_does(left_out: str, printed: str) -> None:
    """Words that are a piece of a text that is whole show nothing of another."""
    hold_among([left_out, printed], str(to_html(printed)))


def test_a_text_is_cut_although_another_begins_as_it_does() -> None:
    """Its first words stand once more than the other text has them."""
    printed = "En lang tekst, som er en anden."
    with pytest.raises(AlteredText):
        hold_among([LONG, printed], f"{to_html(printed)}<p>En lang tekst, som fortsætter …</p>")


@given(st.lists(TEXTS, min_size=1, max_size=5, unique=True), st.data())
def test_whatever_a_template_leaves_out_stops_nothing(texts: list[str], data: st.DataObject) -> None:
    """As long as all that it prints is whole."""
    kept = data.draw(st.lists(st.sampled_from(texts), unique=True))
    hold_among(texts, "<p>Skel.</p>".join(str(to_html(one)) for one in kept))


@pytest.mark.parametrize(
    "text", ["`&oslash;`", "`a*b` og 3*2", "a &amp; b", "\\*5\\*", "[5-10 %](https://a.dk/1-2)", "<***5*** og +***6***"]
)
def test_signs_that_stand_for_themselves_survive_both_forms(text: str) -> None:
    """Code, escapes and entities are read as their reader sees them."""
    hold(text, str(to_html(text)))
    hold(text, normal_form(text), name="a.md")


@given(TEXTS)
def test_any_permitted_text_survives_both_forms(text: str) -> None:
    """Words, numerals, emphasis, lists, quotations, headings and links come through whole."""
    hold(text, str(to_html(text)))
    hold(text, normal_form(text), name="a.md")


@given(TEXTS, st.data())
def test_a_sign_that_is_lost_or_changed_is_missed(text: str, data: st.DataObject) -> None:
    """A renderer that drops a sign, or puts another in its place, is caught."""
    output = str(to_html(text))
    signs = [found.start() for found in re.finditer(r"[%*.–−+/=](?![^<>]*>)", output)]
    at, other = data.draw(st.sampled_from(signs)), data.draw(st.sampled_from(["", "#", "-"]))
    with pytest.raises(AlteredText):
        hold(text, output[:at] + other + output[at + 1 :])


@given(TEXTS, st.data())
def test_a_word_that_is_lost_is_missed(text: str, data: st.DataObject) -> None:
    """A renderer that drops any one word is caught, in each form."""
    for name, output in (("a.html", str(to_html(text))), ("a.md", normal_form(text))):
        words = [word for word in ("projekter", "100", "Ørestad", "fed", "kursiv", "3*2", "ordene") if word in output]
        if words:  # in Markdown, a star between digits is escaped
            with pytest.raises(AlteredText):
                hold(text, output.replace(data.draw(st.sampled_from(words)), "", 1), name=name)


@given(st.text("ab. ", max_size=30), st.text("ab. ", max_size=6))
def test_a_text_is_found_wherever_it_stands(output: str, text: str) -> None:
    """By its rarest word the same is found as by reading the page from its beginning."""
    page, wanted = Page.of("rapport.pdf", output), Words.of(text)
    assert page.holds([wanted]) is (f"\0{wanted.run}" in f"\0{Words.of(output).run}")
    words = ["\0".join(("", *one, "")) for one in (wanted.words, Words.of(output).words)]
    assert page.words_of(wanted) is (not wanted.words or words[0] in words[1])


def test_all_texts_of_a_value_are_found_however_deep() -> None:
    """Tuples, mappings and dataclasses are looked into, each once."""
    place = Location("a.yaml")
    found = sorted(texts_in({"x": (place, place, ["y"], Markup("z"))}))
    assert (found, {*map(type, found)}) == (["a.yaml", "y", "z"], {str})


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


@pytest.mark.full
def test_a_template_may_leave_out_a_text_that_begins_as_another_does(tmp_path: Path, program: Program) -> None:
    """The office that prints no preface need not write the introduction anew."""
    begins = "Denne rapport gør status over årets arbejde"
    texts = f"forord: {begins} i hele kommunen.\nindledning: {begins}.\n"
    folder = write_folder(tmp_path, {"2014/rapport.yaml": f"{RAPPORT}{texts}"})
    (folder / "skabeloner").mkdir()
    for name in ("statusrapport.md.j2", "statusrapport.html.j2"):
        own = (REPOSITORY / "skabeloner" / name).read_text(encoding="utf-8")
        changed = own.replace("{% if dokument.forord %}", "{% if false %}")
        (folder / "skabeloner" / name).write_text(changed, encoding="utf-8")
    run = program("build", "2014", "--draft", "--format", "md,html", "--document", "statusrapport", cwd=folder)
    assert run.code == 0, run.err
    page = (folder / "udgivelser/2014/statusrapport.md").read_text(encoding="utf-8")
    assert f"{begins}." in page
    assert "i hele kommunen" not in page
