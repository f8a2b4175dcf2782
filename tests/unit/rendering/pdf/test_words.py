"""Words stay whole in the text of a PDF's tags, wherever lines end."""

import pytest

from support.pdf.small_pdf import tagged

pytestmark = pytest.mark.full

LONG = "Københavnerne passer byens natur og grønne områder sammen med forvaltningen, og § 18-midlerne går til 15 %."


def test_a_line_that_ends_leaves_its_space() -> None:
    """Read as text, a paragraph of several lines is the paragraph that was written, hard spaces too."""
    pdf = tagged(f"<p>{LONG}</p>")
    (paragraph,) = pdf.elements("P")
    assert len(pdf.marks(paragraph)) > 1
    assert pdf.text(paragraph) == " ".join(LONG.split())


def test_a_word_that_is_parted_at_its_hyphen_stays_one_word() -> None:
    """No space comes where the text had none."""
    words = "2011-2014 " * 20
    assert tagged(f"<p>{words}</p>").text(tagged(f"<p>{words}</p>").elements("P")[0]) == words.strip()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><b>Udgiver:</b> <i>Københavns Kommune</i></p>", "Udgiver: Københavns Kommune"),
        ("<p>21<b>8</b></p>", "218"),
        ("<p>først her<br>så der</p>", "først her så der"),
        ("<style>i::after { content: 'ny' }</style><p>et ord<i></i></p>", "et ord ny"),
        ("<p>æ  ø\n å</p>", "æ ø å"),
    ],
)
def test_words_are_parted_as_in_the_page(html: str, expected: str) -> None:
    """Where the page's text has a space, the tags have one; what the style sheet adds is a word of its own."""
    pdf = tagged(html)
    assert pdf.text(pdf.elements("P")[0]) == expected


def test_lines_of_their_own_are_paragraphs_of_their_own() -> None:
    """A cell with a note below its figure is not read as one word."""
    pdf = tagged('<table><tr><td>mindst 13<span style="display:block">uden øvre grænse</span></td></tr></table>')
    assert [pdf.text(one) for one in pdf.elements("P")] == ["mindst 13", "uden øvre grænse"]


def test_the_added_space_moves_nothing() -> None:
    """It stands at the line's end, and the next line begins where it began."""
    pdf = tagged(f"<p>{LONG}</p>").pdf
    lines = [line for line in pdf.pages[0].Contents.read_bytes().splitlines() if line.endswith(b"TJ")]
    assert any(line.endswith(b"0<0003>] TJ") for line in lines)
