"""What a screen reader hears of the PDF is what the Markdown says, in the same order.

Where the two say the same in another way: tests/support/pdf/blocks.py.
"""

from collections import Counter
from itertools import dropwhile, takewhile

from support.editions import Document
from support.pdf.blocks import CONTENTS, Block, blocks_of_markdown, blocks_of_pdf, contents_of_pdf, parted
from support.pdf.tagged_pdf import read_order

FEW_PAGES = 8


def test_the_chapters_are_the_same(documents: tuple[Document, ...]) -> None:
    """Headings with their levels, paragraphs, items, and tables cell by cell, whole words in whole sentences."""
    for one in documents:
        front, written = parted(blocks_of_markdown(one.markdown))
        _, heard = parted(blocks_of_pdf(one.pdf))
        # Without contents the colophon follows the first chapters.
        assert [block for block in heard if not (is_short(one) and block in front)] == written


def test_the_front_says_the_same(documents: tuple[Document, ...]) -> None:
    """Cover, colophon and a draft's banner hold the same texts, though each edition has its own order."""
    for one in documents:
        whole = is_short(one)
        written = printed(one) if whole else parted(printed(one))[0]
        heard = blocks_of_pdf(one.pdf) if whole else parted(blocks_of_pdf(one.pdf))[0]
        assert texts([*heard, *contents_of_pdf(one.pdf)]) == texts(written)


def test_the_contents_are_the_same(documents: tuple[Document, ...]) -> None:
    """The same chapters and sections, in the order in which they follow."""
    for one in documents:
        written, _ = parted(printed(one))
        heading = Block("h2", CONTENTS)
        below = written[written.index(heading) + 1 :] if heading in written else []
        assert contents_of_pdf(one.pdf) == list(takewhile(lambda block: block.kind == "li", below))


def test_each_page_draws_it_in_that_order(documents: tuple[Document, ...]) -> None:
    """Whoever copies, searches or reflows a page meets marks, headings and text as they are read."""
    for one in documents:
        order = read_order(one.pdf)
        for page in range(len(one.pdf.pdf.pages)):
            assert one.pdf.drawn_on(page) == [mark for mark in order if mark[0] == page]


def is_short(one: Document) -> bool:
    """Tell whether a document has too few pages for a cover and contents."""
    return len(one.pdf.pdf.pages) < FEW_PAGES


def printed(one: Document) -> list[Block]:
    """Give what the Markdown says without its contents, where the PDF has too few pages for any."""
    written = blocks_of_markdown(one.markdown)
    heading = Block("h2", CONTENTS)
    if heading not in written or not is_short(one):
        return written
    at = written.index(heading)
    return [*written[:at], *dropwhile(lambda block: block.kind == "li", written[at + 1 :])]


def texts(blocks: list[Block]) -> Counter[str]:
    """Count the texts; the word Udkast is in capitals in one edition."""
    return Counter(block.text.casefold() for block in blocks)
