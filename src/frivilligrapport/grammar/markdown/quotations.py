"""A typed text as blocks: quotations are read by themselves, and who said them is found."""

from collections.abc import Iterator, Sequence

from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.markdown.blocks import BlockKind, Line, PlacedText, TextBlock
from frivilligrapport.grammar.markdown.line_scan import ENDED, HEADING, ITEM, RULE, SPACES, STOPPED, LineScan
from frivilligrapport.grammar.markdown.slips import Slip

_LINE_END = pattern(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_QUOTE = pattern(r"[ \t]{0,3}>(?![\d=]) ?")
_SIGN_OF_MORE = pattern(r"[ \t]{0,3}> ?\d")
_DEEPEST_QUOTE = 3
_WORDS_OF_A_NAME = 8


def read_blocks(typed: str) -> tuple[tuple[TextBlock, ...], tuple[Slip, ...]]:
    """Read the blocks of a text, and what marks a block that cannot be printed as it was meant."""
    words = typed.strip(SPACES)
    if words[:1].isalpha() and not _LINE_END.search(words):  # most are: one line that begins with a word
        return (TextBlock(BlockKind.PARAGRAPH, (PlacedText(words, ((0, typed.index(words)),)),)),), ()
    blocks, slips = _read(typed, list(_lines(typed)), 0)
    return tuple(_with_names(blocks)), tuple(slips)


def _lines(typed: str) -> Iterator[Line]:
    start = 0
    for end in _LINE_END.finditer(typed):
        yield Line(start, end.start())
        start = end.end()
    yield Line(start, len(typed))


def _read(typed: str, lines: Sequence[Line], quote: int) -> tuple[list[TextBlock], list[Slip]]:
    """Read lines that stand in so many quotations; runs of lines with > are read by themselves."""
    blocks: list[TextBlock] = []
    slips: list[Slip] = []
    for is_quote, run in _runs(typed, lines, quote):
        if is_quote:
            inside, more = _read(typed, run, quote + 1)
        else:
            scan = LineScan(typed, run, quote)
            inside, more = scan.read(), scan.slips
        blocks += inside
        slips += more
    return blocks, slips


def _runs(typed: str, lines: Sequence[Line], quote: int) -> Iterator[tuple[bool, list[Line]]]:
    """Part lines into those of a quotation, without their mark, and others.

    A line without the mark goes on with the quotation when the line before it has not ended.
    """
    run: list[Line] = []
    was_quote = False
    before = ""
    for line in lines:
        text = typed[line.start : line.end]
        mark = _QUOTE.match(text) if quote < _DEEPEST_QUOTE else None
        if mark and not was_quote and before and not ENDED.search(before) and _SIGN_OF_MORE.match(text):
            mark = None
        goes_on = mark is None and was_quote and _goes_on(before, text)
        is_quote = mark is not None or goes_on
        if run and is_quote != was_quote:
            yield was_quote, run
            run = []
        run.append(Line(line.start + mark.end(), line.end) if mark else line)
        was_quote = is_quote
        before = typed[run[-1].start : line.end].strip()
    if run:
        yield was_quote, run


def _goes_on(before: str, text: str) -> bool:
    said = before.lstrip("> ")
    if not said or not text.strip() or ENDED.search(said) or said[0] in "#|":
        return False
    plain = text.strip()
    return not (ITEM.match(plain) or HEADING.match(plain) or RULE.fullmatch(plain) or plain[0] in "|=")


def _with_names(blocks: list[TextBlock]) -> Iterator[TextBlock]:
    """Find who is named under a quotation: on its last line, or in a short line right below it."""
    before: TextBlock | None = None
    for block in blocks:
        said = before is not None and before.quote > 0 and before.kind is BlockKind.PARAGRAPH
        last = block.contents[0].places[-1][0] if block.contents else 0
        if block.kind is not BlockKind.PARAGRAPH:
            yield block
        elif last == 0 and said and before and _names(block.text, is_inside=block.quote == before.quote):
            yield block._replace(kind=BlockKind.NAME)
        elif block.quote and last and ENDED.search(block.text[: last - 1]) and _names(block.text[last:]):
            content = block.contents[0]
            yield block._replace(contents=(PlacedText(block.text[: last - 1], content.places[:-1]),))
            name = PlacedText(block.text[last:], ((0, content.places[-1][1]),))
            yield block._replace(kind=BlockKind.NAME, contents=(name,))
        else:
            yield block
        before = block


def _names(line: str, *, is_inside: bool = False) -> bool:
    """Tell whether a line can say who said something: short, without a stop; within a quotation with a dash."""
    is_short = len(line.split()) <= _WORDS_OF_A_NAME and not STOPPED.search(line.rstrip("*_"))
    return is_short and (line[:1] in "-–—" if is_inside else line[:1] in "-–—*_(" or line[:1].isupper())
