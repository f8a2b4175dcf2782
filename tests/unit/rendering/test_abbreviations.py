"""Abbreviations on a finished page: where they are written out, where they are only marked, and the key to them."""

import re

import pytest
from markupsafe import escape

from frivilligrapport.rendering.abbreviations import Abbreviations, KeyEntry
from frivilligrapport.rendering.markdown.escape import escape_inside

MEANINGS = {"SOF": "Socialforvaltningen", "KFF": "Kultur- og Fritidsforvaltningen", "R&B": "Rådet & Byen"}
SOF = '<abbr title="Socialforvaltningen">SOF</abbr>'
KFF = '<abbr title="Kultur- og Fritidsforvaltningen">KFF</abbr>'


def written(page: str, *contributed: str, form: str = "html") -> str:
    """Give the page with its abbreviations."""
    return Abbreviations(MEANINGS, contributed).write_out(page, form)[0]


def key(page: str, form: str = "html") -> tuple[KeyEntry, ...]:
    """Give what the key has to tell."""
    return Abbreviations(MEANINGS).write_out(page, form)[1]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Fra SOF og SOF.</p>", f"<p>Fra Socialforvaltningen ({SOF}) og {SOF}.</p>"),
        ("<p>(tælles hos SOF)</p>", f"<p>(tælles hos Socialforvaltningen, {SOF})</p>"),
        ("<p>Socialforvaltningen (SOF) og SOF</p>", f"<p>Socialforvaltningen ({SOF}) og {SOF}</p>"),
        ("<p>Fra <strong>SOF:</strong> tre</p>", f"<p>Fra <strong>Socialforvaltningen ({SOF}):</strong> tre</p>"),
        ("<h2>I SOF</h2><p>Hos SOF</p>", f"<h2>I {SOF}</h2><p>Hos Socialforvaltningen ({SOF})</p>"),
        ("<td>fra SOF</td><p>Hos SOF</p>", f"<td>fra {SOF}</td><p>Hos Socialforvaltningen ({SOF})</p>"),
        ("<p>En SOF-plan og SOFs</p>", f"<p>En {SOF}-plan og Socialforvaltningens ({SOF}s)</p>"),
        ("<p>Fra SOF&#39;s</p>", f"<p>Fra Socialforvaltningens ({SOF}&#39;s)</p>"),
        (
            "<p>SOF</p><h2>Socialforvaltningen</h2><p>I SOF</p>",
            f"<p>{SOF}</p><h2>Socialforvaltningen</h2><p>I {SOF}</p>",
        ),
        ("<p>Hos R&amp;B her</p>", '<p>Hos Rådet &amp; Byen (<abbr title="Rådet &amp; Byen">R&amp;B</abbr>) her</p>'),
    ],
)
def test_the_first_of_a_page_is_written_out(page: str, expected: str) -> None:
    """In a sentence of ours, once; a heading, a cell and a word with an ending are only marked."""
    assert written(page) == expected


@pytest.mark.parametrize(
    "page",
    [
        "<p><a href='/SOF'>SOF</a> <code>SOF</code></p>",
        "<svg><text>SOF</text></svg><p title='SOF'></p><style>.SOF{}</style><title>SOF</title><!-- SOF -->",
        "<p>SOFA, soft, iSOF, 2014-SOF-1, www.SOF.dk, sof@SOF.dk, SOF/KFF.SOF.txt</p>",
    ],
)
def test_what_is_no_word_of_a_sentence_is_left_alone(page: str) -> None:
    """Links, code, drawings, attributes and parts of other words."""
    assert written(page) == page


def test_contributors_words_come_out_as_typed() -> None:
    """They are marked, also where they stand in a sentence of ours; the next of ours is written out."""
    page = "<p>KFF: Kun SOF svarer på <em>alt</em>.</p><p>Ny frivillighed i KFF, siger SOF nu</p>"
    expected = (
        f"<p>Kultur- og Fritidsforvaltningen ({KFF}): Kun {SOF} svarer på <em>alt</em>.</p>"
        f"<p>Ny frivillighed i {KFF}, siger Socialforvaltningen ({SOF}) nu</p>"
    )
    assert written(page, "Kun SOF svarer på *alt*.", "Ny frivillighed i KFF") == expected


@pytest.mark.parametrize(
    "typed",
    [
        "Se [siden](https://a.dk/b) SOF.",
        "1. SOF svarer",
        "Hos\nSOF",
        "Ét\n\nSOF har to",
        "**Hos** SOF",
        "Hos SOF's gæster",
        "Hos SOFs",
        "SO**F** og SOF",
    ],
)
def test_a_contributed_text_is_known_however_it_is_set(typed: str) -> None:
    """Signs, addresses, list numbers and line breaks are not what its words are known by."""
    shown = re.sub(r"\]\(.*?\)|[*\[]|^1\. ", "", typed)
    page = "".join(f"<p>{one}</p>" for one in shown.split("\n\n"))
    assert "(" not in written(page, typed)
    assert "Socialforvaltningen (SOF)" not in written(typed, typed, form="md")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Fra SOF og\nSOF.", "Fra Socialforvaltningen (SOF) og\nSOF."),
        ("# I SOF\n\n**Tabel fra SOF**\n\n| SOF | a |\n\n- SOF\n- Fra SOF", None),
        (
            "# Socialforvaltningen\n\n> Et udkast\n\nFaktaark\n\n- SOF\n\nHos SOF",
            "# Socialforvaltningen\n\n> Et udkast\n\nFaktaark\n\n- SOF\n\nHos SOF",
        ),
        (
            "[SOF](a.html) og `SOF`, Socialforvaltningen\n(SOF) er SOF",
            "[SOF](a.html) og `SOF`, Socialforvaltningen\n(SOF) er SOF",
        ),
    ],
)
def test_markdown_is_written_out_in_the_same_places(page: str, expected: str | None) -> None:
    """Nothing is marked there."""
    assert written(page, form="md") == (expected or page.replace("Fra SOF", "Fra Socialforvaltningen (SOF)"))


@pytest.mark.parametrize("short", ["A*B", "F_U", "[NN]", "S&S", "**X**"])
@pytest.mark.parametrize("form", ["md", "html"])
def test_an_abbreviation_may_have_signs_that_could_be_markup(short: str, form: str) -> None:
    """It is known as the edition writes it."""
    typed = escape_inside(short) if form == "md" else str(escape(short))
    _, entries = Abbreviations({short: "Navnet"}).write_out(f"Hos {typed} her", form)
    assert [one.kort for one in entries] == [short]


def test_the_key_has_what_the_page_holds() -> None:
    """In alphabetical order, also what is only in a link, and whether the page tells itself."""
    page = "<p>Fra SOF</p><table><tr><td>KFF</td></tr></table><p><a href='#a'>R&amp;B</a></p>"
    assert key(page) == (
        KeyEntry("KFF", MEANINGS["KFF"], er_skrevet_ud=False),
        KeyEntry("R&B", MEANINGS["R&B"], er_skrevet_ud=False),
        KeyEntry("SOF", MEANINGS["SOF"], er_skrevet_ud=True),
    )
    assert key("<p>Ingen</p>") == ()


def test_words_that_are_written_everywhere_take_no_longer() -> None:
    """A long text with an abbreviation in every other word is read in the time of its length."""
    text = " ".join(f"ord{number} SOF" for number in range(5_000))
    page = f"<p>{text}</p>"
    assert written(page, text).count("<abbr") == 5_000
