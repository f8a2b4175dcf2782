import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from frivilligrapport.rendering.markdown.to_html import ToHtml, to_html

ALLOWED = {
    *("a", "blockquote", "br", "code", "div", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "strong"),
    *("span", "table", "tbody", "td", "th", "thead", "tr", "ul", "wbr"),
}
ALLOWED_ATTRIBUTES = {
    *(("a", "href"), ("ol", "start"), ("th", "scope"), ("th", "class"), ("td", "class"), ("td", "data-navn")),
    *(("span", "lang"), ("div", "class"), *((part, "role") for part in ("table", "thead", "tbody", "tr", "th", "td"))),
}
NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](&#106;avascript:alert(1))",
    "[klik](java\nscript:alert(1))",
    "[klik]( javascript:alert(1))",
    "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "[klik](vbscript:x)",
    "[klik](//fremmed.dk)",
    "[klik](file:///etc/passwd)",
    "[klik](../../hemmelig.html)",
    "[klik](#et-andet-sted)",
    '[klik](https://x.dk" onclick="alert(1))',
    '[klik](https://x.dk "titel\\" onclick=\\"x")',
    "[klik][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![billede](https://sporing.dk/x.png)",
    "![billede](file:///etc/passwd)",
    "![b][1]\n\n[1]: https://sporing.dk/x.png",
    '<a href="https://x.dk" style="position:fixed">x</a>',
    "<style>body{display:none}</style>",
    "<iframe src=https://x.dk></iframe>",
    "<svg><script>alert(1)</script></svg>",
    "<link rel=attachment href=file:///etc/passwd>",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "- <script>alert(1)</script>",
    "| <script> |\n|---|\n| <b onclick=x> |",
    "<!-- <script>alert(1)</script> -->",
    "<![CDATA[<script>]]>",
    "<?php echo 1 ?>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\x02wzxhzdk:0\x03<script>",
    "{::comment}<script>{:/}",
    "[^1]\n\n[^1]: <script>",
    "[x](https://x.dk/\u0000javascript:)",
]
# What people write, and the signs that mean something to Markdown or HTML, in any order.
MARKDOWNISH = st.lists(
    st.sampled_from(
        [*"ab <>&\"'/=*_`#|-.()[]!:\\\n{}1~", "\n\n", "    ", "](", "![", "javascript:", "<script", "onclick=", "]{en}"]
    ),
    max_size=40,
).map("".join)


class Page(HTMLParser):
    """Collect what a browser would find: tags, attributes, link targets, text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.add(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data

    def handle_comment(self, data: str) -> None:
        """Note a comment as an element of its own."""
        self.tags.add(f"!--{data}")

    def unknown_decl(self, data: str) -> None:
        """Note a CDATA section likewise."""
        self.tags.add(f"![{data}")


def assert_harmless(text: str) -> Page:
    """Convert a text and see that nothing dangerous is in it."""
    page = Page(to_html(text, 2))
    assert page.tags <= ALLOWED
    assert page.attributes <= ALLOWED_ATTRIBUTES
    assert [link for link in page.links if not re.match(r"(https?|mailto):", link)] == []
    return page


@pytest.mark.parametrize("text", NASTY)
def test_nothing_nasty_survives(text: str) -> None:
    """No script, style, event handler, picture, comment or link to anything but the web and mail comes out."""
    assert_harmless(text)


@given(MARKDOWNISH)
@example("[a](<https://x.dk\nonclick=>)")
def test_no_text_at_all_brings_in_a_tag(text: str) -> None:
    """Whatever is typed, only the tags of plain text come out, and conversion never fails."""
    assert_harmless(text)


@given(st.text(max_size=60))
def test_any_unicode_is_converted(text: str) -> None:
    """Control characters, lone marks and other planes of Unicode never make conversion fail."""
    assert_harmless(text)


def test_html_is_shown_as_it_was_typed() -> None:
    """A contributor who writes HTML sees it in the report, so that nothing vanishes silently."""
    assert to_html("Vi bruger <b>fed</b> & mere") == Markup("<p>Vi bruger &lt;b&gt;fed&lt;/b&gt; &amp; mere</p>")


def test_a_picture_is_shown_as_it_was_typed() -> None:
    """A picture is not fetched, and nothing that was typed is lost; FR413 says what to write."""
    assert to_html("Se ![en byhave](https://x.dk/a.png) her") == "<p>Se ![en byhave](https://x.dk/a.png) her</p>"


def test_a_refused_link_is_shown_as_it_was_typed() -> None:
    """A link that leads nowhere in a published report is none, and its address is not lost."""
    assert to_html("Se [bilag 1](bilag/1.md), tak") == "<p>Se [bilag 1](bilag/1.md), tak</p>"


def test_markup_inside_a_link_is_flattened() -> None:
    """Bold inside a link fails PDF/UA, so only the text stays."""
    assert to_html("[**Smag** *Verden*](https://x.dk)") == '<p><a href="https://x.dk">Smag Verden</a></p>'


def test_headings_go_below_ours_without_gaps() -> None:
    """A contributor's own headings follow our level and skip none."""
    assert re.findall(r"<h\d>", to_html("# A\n\ntekst\n\n### B\n\n## C", 3)) == ["<h4>", "<h5>", "<h5>"]


def test_lists_with_blank_lines_are_tight() -> None:
    """Paragraphs inside list items fail PDF/UA, so they are taken out, and both texts stay."""
    assert to_html("- a **b** c\n\n- d\n\n  mere") == (
        "<ul>\n<li>a <strong>b</strong> c</li>\n<li>d<br>\nmere</li>\n</ul>"
    )


def test_a_list_right_under_a_sentence_is_a_list() -> None:
    """GitHub reads it as a list, and so does the contributor."""
    assert to_html("Vi har:\n- heste\n  - store") == (
        "<p>Vi har:</p>\n<ul>\n<li>heste<ul>\n<li>store</li>\n</ul>\n</li>\n</ul>"
    )


def test_a_list_begins_with_its_own_number() -> None:
    """A list from 3 is numbered from 3, also when another list stands above it."""
    html = "".join(to_html("1. a\n2. b\n\nTrin:\n\n3. c\n4. d\n5. e\n\nSlut.").split("\n"))
    assert html == (
        '<ol><li>a</li><li>b</li></ol><p>Trin:</p><ol start="3"><li>c</li><li>d</li><li>e</li></ol><p>Slut.</p>'
    )


def test_table_headers_have_a_scope_and_an_empty_corner_is_no_header() -> None:
    """Screen readers need to know what a header cell heads."""
    html = to_html("|  | Antal |\n|---|--:|\n| Mandag | 12 |")
    assert "<th></th>" not in html
    assert '<td role="cell"></td>\n<th role="columnheader" class="tal" scope="col">Antal</th>' in html
    assert '<td role="cell">Mandag</td>\n<td role="cell" class="tal" data-navn="Antal">12</td>' in html
    assert html.startswith('<div class="tabelramme skrevet kort"><table role="table">\n<thead role="rowgroup">')


def test_a_text_nested_beyond_reason_is_shown_as_typed() -> None:
    """A thousand brackets deep is nobody's meaning; the text is kept and nothing fails."""
    assert "lag 299" in to_html("\n".join(f"{'  ' * depth}- lag {depth}" for depth in range(300)))


def table_of(columns: int, cell: str) -> str:
    """Write a table of one row with the same word in each column."""
    return "\n".join("|" + f" {text} |" * columns for text in ("a", "---", cell))


@pytest.mark.parametrize(
    ("columns", "cell", "room"),
    [
        (3, "1.250.000", "kort"),
        (3, "ti af ti ord i alt", "kort"),
        (14, "2466", "kort ud"),
        (18, "2466", "kort ud taet"),
        (22, "4110", "kort bred"),
        (28, "4110", "kort bred taet"),
        (40, "4110", "kort bred taet trang"),
        (8, "MWMWMWMWMW", "kort bred taet"),
        (3, "ord " * 300, "hoej"),
        (3, "&#x26;" * 30, "kort"),
    ],
)
def test_a_wide_table_gets_the_room_that_it_needs(columns: int, cell: str, room: str) -> None:
    """By the longest words of its columns it goes over the page, is set tight, or lies down; a long row may part."""
    assert f'class="tabelramme skrevet {room}"' in to_html(table_of(columns, cell))


@pytest.mark.parametrize("word", ["https://www.eksempel.dk/en/meget/lang/adresse", "a" * 40, "&lt;" * 20, "x" * 16])
def test_a_long_word_in_a_cell_may_be_broken_and_stays_whole(word: str) -> None:
    """There are places to break in a word longer than sixteen letters, and none of its letters is lost."""
    shown = to_html(f"| a |\n|---|\n| {word} |")
    cell = re.findall(r"<td[^>]*>(.*?)</td>", shown)[0]
    assert cell.replace("<wbr>", "") == to_html(word).removeprefix("<p>").removesuffix("</p>")
    assert ("<wbr>" in cell) is (word != "x" * 16)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Se https://a.dk/b?c=1&d=2.", 'Se <a href="https://a.dk/b?c=1&amp;d=2">https://a.dk/b?c=1&amp;d=2</a>.'),
        ("(https://a.dk/b_c_d)", '(<a href="https://a.dk/b_c_d">https://a.dk/b_c_d</a>)'),
        ("**https://a.dk**", '<strong><a href="https://a.dk">https://a.dk</a></strong>'),
        ("[her https://a.dk](https://b.dk)", '<a href="https://b.dk">her https://a.dk</a>'),
        ("`https://a.dk`", "<code>https://a.dk</code>"),
        (
            "Se https://a.dk/b*c*d, og _her_ https://b.dk",
            (
                'Se <a href="https://a.dk/b*c*d">https://a.dk/b*c*d</a>, og '
                '<em>her</em> <a href="https://b.dk">https://b.dk</a>'
            ),
        ),
        ("[**her** https://a.dk](https://b.dk)", '<a href="https://b.dk">her https://a.dk</a>'),
        ("https://a.dk/b&", '<a href="https://a.dk/b">https://a.dk/b</a>&amp;'),
        ("ftp://a.dk og https://", "ftp://a.dk og https://"),
    ],
)
def test_a_bare_address_is_a_link_to_itself(text: str, shown: str) -> None:
    """An address of the web is a link, without the sign that ends the sentence, but in a link and in code."""
    assert to_html(text) == f"<p>{shown}</p>"


@given(
    st.lists(
        st.one_of(st.sampled_from([*NASTY, "| a | b |\n| --- | --: |\n| 1 | 2", "1. et\n   - to\n\n> tre"]), st.text())
    )
)
def test_one_converter_remembers_nothing(texts: list[str]) -> None:
    """A text comes out the same whatever was converted before it."""
    one = ToHtml()
    assert [one.convert(text) for text in texts] == [to_html(text) for text in texts]
