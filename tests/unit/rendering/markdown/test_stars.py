"""Stars and underscores as signs of their own: what is typed is what is printed, on the page and on GitHub."""

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from frivilligrapport.rendering.markdown.normal_form import normal_form
from frivilligrapport.rendering.markdown.to_html import to_html

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# Emphasis of one kind at a time: python-markdown 3.11 loses its place in unclosed runs of both among each other.
TYPED = st.one_of([st.text(st.sampled_from([*f"ab37æ{sign} \n"]), max_size=40) for sign in "*_"])


def on_page(text: str) -> str:
    """Give the HTML that our converter makes, on one line."""
    return " ".join(to_html(text).split())


def on_github(text: str) -> str:
    """Give the HTML that GitHub makes of the Markdown edition, on one line."""
    return " ".join(GITHUB.render(normal_form(text)).split())


@pytest.mark.parametrize("show", [on_page, on_github])
@pytest.mark.parametrize(
    "text",
    [
        "Vi holdt 3*2 timers kursus og 4*5 møder.",
        "Filen hedder tmf_2014_final og __x__y.",
        "5*3*2 og 2*(3+4)*5 og 5 * 3 * 2",
        "fri**villig**hed og a***b***c og 3*_3",
        "Se x.dk/a*b*c",
    ],
)
def test_between_letters_and_digits_they_are_no_markup(show: Callable[[str], str], text: str) -> None:
    """A product, a file's name and a footnote's star are printed as they were typed."""
    assert show(text) == f"<p>{text}</p>"


@pytest.mark.parametrize("show", [on_page, on_github])
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**10**-årige og *5* til", "<strong>10</strong>-årige og <em>5</em> til"),
        ("**3*2** timer", "<strong>3*2</strong> timer"),
        ("3\\*2 og `4*5`", "3*2 og <code>4*5</code>"),
        ("[a*b](https://x.dk/a*b*c)", '<a href="https://x.dk/a*b*c">a*b</a>'),
    ],
)
def test_elsewhere_they_are(show: Callable[[str], str], text: str, shown: str) -> None:
    """Whole words are emphasised, and code, addresses and what is escaped already are left alone."""
    assert show(text) == f"<p>{shown}</p>"


@pytest.mark.parametrize("show", [on_page, on_github])
@example("3*2 og 4*5")
@given(TYPED)
def test_every_letter_and_digit_is_printed(show: Callable[[str], str], text: str) -> None:
    """Letters and digits come out in their order, and none is taken apart from its neighbour by markup."""
    html = show(text)
    printed = re.sub(r"<[^>]*>", "", html)
    assert [sign for sign in printed if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
    assert not re.search(r"[^\W_]</?(?:em|strong)>(?:</?(?:em|strong)>)*[^\W_]", html)
