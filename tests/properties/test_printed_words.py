"""What is written is what is printed, whatever signs stand in a text."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from frivilligrapport.grammar.markdown.text import read_markdown
from frivilligrapport.rendering.markdown.normal_form import normal_form
from frivilligrapport.rendering.markdown.to_html import to_html

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WORDS = ["a", "b", "æ", "Ord.", "tal:", "maj", "1", "2", "3", "7", "12", "5 grader", "www.a.dk", "https://x.dk/_a_b"]
SIGNS = [*".)(*_-+#>|`~[]!&<:=\\", "**", "__", "***", "~~", "[1]", "[^1]", "<b>", "&oslash;"]
STARTS = [
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2. ",
    "3) ",
    "a) ",
    "b) ",
    "– ",
    "• ",
    "> ",
    "## ",
    "---",
    "===",
    "|---|---|",
    "```",
]
SPACES = [" ", " ", "  ", "\n", "\n", "\n\n", "    ", "\t", "\u00a0"]
TYPED = st.lists(st.sampled_from([*WORDS, *SIGNS, *STARTS, *SPACES]), max_size=28).map("".join)
SIGNS_OF_FIGURES = [
    *"-–—−+/*=<>&:^|#~_%",
    "**",
    " % ",
    " - ",
    " – ",
    " * ",
    " / ",
    " = ",
    " < ",
    " & ",
    " + ",
    ": ",
    " ± ",
]
FIGURES = st.builds("{}{}{}".format, st.integers(1, 99), st.sampled_from(SIGNS_OF_FIGURES), st.integers(1, 99)) | (
    st.builds("{}{}".format, st.sampled_from([*"-−+<>~±≤§#=", "§ ", "< "]), st.integers(1, 99))
    | st.builds(
        "{}{}".format, st.integers(1, 99), st.sampled_from(["%", " %", "½", "°", " °C", "*", "+", "'", "‰", "²"])
    )
)
LINES_OF_FIGURES = [
    "Der var {} i alt.",
    "{}",
    "- {}\n- {}",
    "> {}",
    "## {}",
    "1. Der var {}",
    "**{}** i alt",
    "| a |\n|---|\n| {} |",
]
ADDRESS_OF_LINK = re.compile(r"\]\(https://[^\s()]+\)")  # followed, and not printed
WITHIN_WORDS = {"a", "code", "em", "s", "strong", "wbr"}


class Page(HTMLParser):
    """Read a page as its reader does, with the numbers of its lists."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self._counts: list[int | None] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Part words at all that is no emphasis; count items."""
        self.text += "" if tag in WITHIN_WORDS else " "
        if tag in {"ol", "ul"}:
            self._counts.append(int(dict(attrs).get("start") or 1) if tag == "ol" else None)
        elif tag == "li" and (count := self._counts[-1]) is not None:
            self.text += f"{count} "
            self._counts[-1] = count + 1

    def handle_endtag(self, tag: str) -> None:
        """Part words, and leave a list."""
        self.text += "" if tag in WITHIN_WORDS else " "
        if tag in {"ol", "ul"}:
            self._counts.pop()

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data


def words(text: str) -> list[str]:
    """Give the words and numerals of a text in their order."""
    return re.findall(r"[^\W_]+", text)


def assert_told_or_printed(text: str) -> None:
    """See that there is a finding for a text, or that all its words are in both editions."""
    if not read_markdown(text).slips:
        printed = words(ADDRESS_OF_LINK.sub("]", text))
        assert words(Page(str(to_html(text))).text) == printed
        assert words(Page(GITHUB.render(normal_form(text))).text) == printed


@given(TYPED)
def test_every_word_is_printed_or_told_of(text: str) -> None:
    """Either something stands in a text that is told of, or all words and numerals come out in their order."""
    assert_told_or_printed(text)


@pytest.mark.full
@settings(max_examples=20_000)
@given(TYPED)
@example("    1. a\n1. a")
@example("[1](https://x.dk/_a_b)")
@example("https://x.dk/_a_b&")
def test_every_word_is_printed_or_told_of_at_length(text: str) -> None:
    """The same holds for many thousands of texts."""
    assert_told_or_printed(text)


@given(st.lists(FIGURES, min_size=1, max_size=4), st.sampled_from(LINES_OF_FIGURES))
def test_every_sign_beside_a_numeral_is_printed_or_told_of(figures: list[str], line: str) -> None:
    """A sign between two numerals, or before or after one, stands there in both editions as it was typed."""
    text = line.replace("{}", " og ".join(figures))
    if not read_markdown(text).slips:
        for edition in (Page(str(to_html(text))).text, Page(GITHUB.render(normal_form(text))).text):
            assert [one for one in figures if one not in edition] == []


@given(TYPED)
def test_what_each_block_shows_is_what_is_printed(text: str) -> None:
    """The shown text of the blocks has all words, and each stands at its place in the typed text."""
    shown = read_markdown(text).shown
    if not read_markdown(text).slips:
        assert [word for one in shown for word in words(one.text)] == words(text)
    for one in shown:
        assert all(text[one.at(at)] == sign for at, sign in enumerate(one.text) if not sign.isspace())


@given(TYPED)
def test_what_is_printed_knows_its_place(text: str) -> None:
    """Each letter of the printed text is the letter that stands at its place in the typed one."""
    printed = read_markdown(text).printed
    assert all(text[printed.at(at)] == sign for at, sign in enumerate(printed.text))


@given(TYPED)
def test_the_normal_form_is_its_own(text: str) -> None:
    """GitHub and our converter find the same emphasis in it."""
    marks = re.compile(r"</?(?:em|strong|code)>")
    assert marks.findall(to_html(text)) == marks.findall(GITHUB.render(normal_form(text)))
