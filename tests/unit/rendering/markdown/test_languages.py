"""A phrase in another language: a `lang` in HTML, a /Lang in the PDF's tags, and only the words in Markdown."""

import pytest

from frivilligrapport.grammar.markdown.languages import LANGUAGES
from frivilligrapport.pipeline.printed_words import Page, Words
from frivilligrapport.rendering.markdown.normal_form import normal_form
from frivilligrapport.rendering.markdown.to_html import to_html
from support.pdf.small_pdf import tagged
from support.repository import REPOSITORY

CASES = {
    "[Volunteer of the Year]{en}": ('<span lang="en">Volunteer of the Year</span>', "Volunteer of the Year"),
    "[Ungdom]{NB}s dag": ('<span lang="nb">Ungdom</span>s dag', "Ungdoms dag"),
    "*[Peer to peer]{en}* her": ('<em><span lang="en">Peer to peer</span></em> her', "*Peer to peer* her"),
    "[Best **of** *all*]{en}": (
        '<span lang="en">Best <strong>of</strong> <em>all</em></span>',
        "Best **of** *all*",
    ),
    "*a* [*b*]{en}": ('<em>a</em> <span lang="en"><em>b</em></span>', "*a* *b*"),
    "[a_b & c*]{de}": ('<span lang="de">a_b &amp; c*</span>', "a_b & c\\*"),
    "[Se](https://x.dk) [Hi]{en}": ('<a href="https://x.dk">Se</a> <span lang="en">Hi</span>', "[Se](https://x.dk) Hi"),
    "[Hi]{qq} og {en} og [1] {en}": ("[Hi]{qq} og {en} og [1] {en}", "\\[Hi\\]{qq} og {en} og \\[1\\] {en}"),
    r"\[Hi]{en}": ("[Hi]{en}", "\\[Hi\\]{en}"),
    "[ ]{en}": ("[ ]{en}", "\\[ \\]{en}"),
}


@pytest.mark.parametrize("typed", CASES)
def test_html_says_the_language_and_markdown_the_words(typed: str) -> None:
    """An ending may follow; what is no such sign stands as it was typed."""
    html, markdown = CASES[typed]
    assert to_html(typed) == f"<p>{html}</p>"
    assert normal_form(typed) == markdown


@pytest.mark.parametrize("text", ["## Om [Open Call]{en}", "- a [Open Call]{en}", "| [Open Call]{en} |\n|---|\n| x |"])
def test_it_may_stand_wherever_words_do(text: str) -> None:
    """In a heading, an item and a cell."""
    assert '<span lang="en">Open Call</span>' in to_html(text)
    assert "Open Call" in normal_form(text)
    assert "{en}" not in normal_form(text)


@pytest.mark.full
def test_the_tags_of_the_pdf_say_the_language() -> None:
    """Also of a phrase that goes on in the next line, which is one element."""
    pdf = tagged(to_html(f"Vi kårede {'gode ' * 20}[Volunteer of the Year {'again ' * 20}]{{en}} i [Malmö]{{sv}}."))
    spoken = [(str(one.Lang), pdf.text(one)) for one in pdf.elements("Span") if "/Lang" in one]
    assert spoken == [("en", f"Volunteer of the Year {'again ' * 20}".strip()), ("sv", "Malmö")]


@pytest.mark.parametrize("typed", ["Vi gav [Thank You]{en} til 12", "[Den]{no} (https://x.dk) [x](https://x.dk)"])
def test_no_word_is_added_and_none_is_lost(typed: str) -> None:
    """What the page says is what was typed without the signs, in every edition."""
    said = Page.of("a.html", to_html(typed)).said.words
    assert said == Page.of("a.md", normal_form(typed)).said.words
    assert set(said) < set(Words.of(typed).words)


def test_codes_are_of_two_letters_and_names_are_plain() -> None:
    """Each has one Danish name, and the guide has them all."""
    assert all(len(code) == 2 and code.isascii() and code.islower() for code in LANGUAGES)
    assert len(set(LANGUAGES.values())) == len(LANGUAGES)
    guide = (REPOSITORY / "docs" / "tekst.md").read_text(encoding="utf-8")
    told = ", ".join(f"{name} `{code}`" for code, name in sorted(LANGUAGES.items(), key=lambda one: one[1]))
    assert told in " ".join(guide.split())
