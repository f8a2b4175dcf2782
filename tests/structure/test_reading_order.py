"""What a screen reader hears of the PDF is what the Markdown says, in the same order.

Where the two say the same in another way: tests/support/pdf/blocks.py.
"""

from collections import Counter
from itertools import takewhile

from support.editions import Document
from support.pdf.blocks import CONTENTS, Block, blocks_of_markdown, blocks_of_pdf, contents_of_pdf, parted


def test_the_chapters_are_the_same(documents: tuple[Document, ...]) -> None:
    """Headings with their levels, paragraphs, items, and tables cell by cell, whole words in whole sentences."""
    for one in documents:
        _, written = parted(blocks_of_markdown(one.markdown))
        _, heard = parted(blocks_of_pdf(one.pdf))
        assert heard == written


def test_the_front_says_the_same(documents: tuple[Document, ...]) -> None:
    """Cover, colophon and a draft's banner hold the same texts, though each edition has its own order."""
    for one in documents:
        written, _ = parted(blocks_of_markdown(one.markdown))
        heard, _ = parted(blocks_of_pdf(one.pdf))
        assert texts([*heard, *contents_of_pdf(one.pdf)]) == texts(written)


def test_the_contents_are_the_same(documents: tuple[Document, ...]) -> None:
    """The same chapters and sections, in the order in which they follow."""
    for one in documents:
        written, _ = parted(blocks_of_markdown(one.markdown))
        heading = Block("h2", CONTENTS)
        below = written[written.index(heading) + 1 :] if heading in written else []
        assert contents_of_pdf(one.pdf) == list(takewhile(lambda block: block.kind == "li", below))


def texts(blocks: list[Block]) -> Counter[str]:
    """Count the texts; the word Udkast is in capitals in one edition."""
    return Counter(block.text.casefold() for block in blocks)
