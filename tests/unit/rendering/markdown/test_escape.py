from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from frivilligrapport.grammar.markdown.signs import is_allowed_address
from frivilligrapport.rendering.markdown.escape import escape_line
from frivilligrapport.rendering.markdown.normal_form import normal_form

SIGNS = st.text(st.sampled_from([*"ab1 .)(#*_-+>=<&;!|[]`~{}%$\\:/\n\t\"'§æ"]), max_size=40)
# What GitHub reads: CommonMark with tables and strikethrough, raw HTML let through.
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
CONTEXTS = [("", "", {"p"}), ("## ", "", {"h2"}), ("- ", "", {"ul", "li"}), ("1. ", " x", {"ol", "li"})]
BLOCK_TAGS = {
    *("a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "s", "strong"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}


class Page(HTMLParser):
    """Collect the tags and the text that a reader on GitHub gets."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(GITHUB.render(markdown))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and where it leads."""
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data

    def words(self) -> list[str]:
        """Give the text word by word: spaces do not matter."""
        return self.text.split()


@pytest.mark.parametrize(("before", "after", "tags"), CONTEXTS)
@given(SIGNS)
def test_a_line_reads_back_as_it_was_typed(before: str, after: str, tags: set[str], text: str) -> None:
    """In a heading, a list item or a paragraph any text comes out as typed and is never markup."""
    page = Page(f"{before}{escape_line(text)}{after}\n")
    assert page.tags <= tags
    assert page.words() == [*text.split(), *after.split()]


@given(SIGNS, SIGNS)
def test_a_table_cell_reads_back_as_it_was_typed(one: str, two: str) -> None:
    """No text opens a new cell or row, whatever stands in the cell beside it."""
    table = Page(f"| a | b |\n|---|---|\n| {escape_line(one)} | {escape_line(two)} |\n")
    assert table.tags == {"table", "thead", "tbody", "tr", "th", "td"}
    assert table.words() == ["a", "b", *one.split(), *two.split()]


@given(SIGNS)
def test_a_block_keeps_to_itself(text: str) -> None:
    """A block brings in no HTML, no picture and no other links, and what we write after it is still ours."""
    page = Page(f"{normal_form(text, 2)}\n\nslut\n")
    assert page.tags <= BLOCK_TAGS
    assert [link for link in page.links if not link.startswith(("http:", "https:", "mailto:"))] == []
    assert GITHUB.render(f"{normal_form(text, 2)}\n\nslut\n").endswith("<p>slut</p>\n")


def test_ordinary_words_stay_readable() -> None:
    """Markdown is the text of record: what needs no escaping is not escaped."""
    line = "Beskæftigelses- og Integrationsforvaltningen (BIF): 2.600 & 15 %, se indberetninger/2014/tmf_2.yaml:9:17"
    assert escape_line(line) == line


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("# ikke en overskrift", "\\# ikke en overskrift"),
        ("27. april", "27\\. april"),
        ("a | b", "a \\| b"),
        ("<b>", "\\<b>"),
        ("[x](javascript:y)", "\\[x\\](javascript:y)"),
        ("{{ 7*7 }} {% if %}", "{\\{ 7\\*7 }} {\\% if %}"),
        ("to\nlinjer", "to linjer"),
    ],
)
def test_signs_that_mean_something_are_escaped(typed: str, written: str) -> None:
    """Each sign is escaped in the one way that CommonMark shows as the sign itself."""
    assert escape_line(typed) == written


def test_a_block_is_markdown_below_our_headings() -> None:
    """Contributors' Markdown stays Markdown: their headings move down, their lists and web links stay."""
    assert normal_form("# Haver\nSe [siden](https://x.dk):\n- roser\n  - røde", 3) == (
        "#### Haver\n\nSe [siden](https://x.dk):\n\n- roser\n    - røde"
    )


def test_html_links_and_pictures_in_a_block_become_text() -> None:
    """What could run, fetch or mislead is shown as it was typed."""
    page = Page(
        normal_form(
            "<script>x</script> [klik](javascript:x) \\[a](data:x) ![b](https://x.dk/b.png) [r]\n\n[r]: https://x.dk"
        )
    )
    assert page.tags == {"p"}
    assert (
        page.text.split("\n")[0] == "<script>x</script> [klik](javascript:x) [a](data:x) ![b](https://x.dk/b.png) [r]"
    )


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://www.kk.dk", True),
        ("HTTP://kk.dk", True),
        ("mailto:frivillig@kk.dk", True),
        ("javascript:alert(1)", False),
        ("&#x6a;avascript:alert(1)", False),
        ("https:", False),
        ("bilag/1.md", False),
        ("#anker", False),
        ("", False),
    ],
)
def test_links_lead_to_the_web_and_mail_only(address: str, allowed: bool) -> None:
    """Everything else is refused, also when it is disguised."""
    assert is_allowed_address(address) is allowed
