"""A contributor's text in the one form that GitHub and our converter read alike: the Markdown edition's."""

import re
from collections.abc import Iterable, Sequence

from frivilligrapport.grammar.markdown.blocks import BlockKind, PlacedText, TextBlock
from frivilligrapport.grammar.markdown.signs import EMPHASIS, IN_LANGUAGE, LINK, STRONG, Piece, PieceKind, read_signs
from frivilligrapport.grammar.markdown.text import read_markdown
from frivilligrapport.models.lister import UOPLYST, is_unanswered
from frivilligrapport.rendering.markdown.escape import escape_signs, escape_start

DEEPEST = 6

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f\u200b\ufeff]")
_UNTOLD = re.compile(rf"\b{UOPLYST}\b", re.IGNORECASE)
_NO_CODE = re.compile(r"[|`\n]|\{[{%#]")
_QUOTE = "> "
_STEP = "    "
_DASHES = {"": "---", "left": ":---", "right": "---:", "center": ":---:"}


def normal_form(text: object, below: int = 2, *, with_languages: bool = False) -> str:
    """Write a contributor's text in normal form, its headings below level `below`.

    All that the text does not mean as markup is escaped, HTML and pictures too. Blocks are parted by blank lines, lists
    are indented by four spaces a level. Of a phrase in another language only the words are written, but
    `with_languages`.
    """
    blocks = read_markdown(told(str(text))).blocks
    levels = iter(fit_levels((one.level for one in blocks if one.kind is BlockKind.HEADING), below))
    lines: list[str] = []
    before: TextBlock | None = None
    above: dict[int, TextBlock] = {}  # the last item of each depth in the list that goes on
    for block in blocks:
        written = _lines(block, next(levels) if block.kind is BlockKind.HEADING else 0, with_languages=with_languages)
        if not written:
            continue
        goes_on = before is not None and _goes_on(before, above.get(block.depth), block)
        above = {depth: one for depth, one in above.items() if depth < block.depth} if goes_on else {}
        above[block.depth] = block
        if before is not None and not goes_on:
            lines.append(_QUOTE * min(before.quote, block.quote))
        lines += [_QUOTE * block.quote + line for line in written]
        before = block
    return "\n".join(line.rstrip() for line in lines)


def told(text: str) -> str:
    """Give a typed text with »ikke oplyst« in each paragraph, heading, item or cell that only says uoplyst.

    A finished file has none but in tables; a draft may wait with a part of its text.
    """
    if UOPLYST not in (folded := text.casefold()) or not _UNTOLD.search(folded):
        return text
    said = text
    for block in reversed(read_markdown(text).blocks):
        for content in reversed(tuple(block.every_content)):
            lines = content.text.splitlines()
            if lines and all(map(is_unanswered, lines)):
                start, length = content.span(0, len(content.text))
                is_cell = block.kind is BlockKind.TABLE
                words = _UNTOLD.sub("ikke oplyst" if is_cell else "Ikke oplyst", said[start : start + length])
                said = f"{said[:start]}{words}{said[start + length :]}"
    return said


def fit_levels(levels: Iterable[int], below: int) -> list[int]:
    """Move heading levels below the level `below`, keeping their order of rank without gaps.

    With below=3 the levels 1, 3, 3, 2 become 4, 5, 5, 5: a PDF/UA reader must not meet an h4 followed by an h6.
    Nothing gets deeper than 6.
    """
    open_levels: list[int] = []
    fitted = []
    for level in levels:
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        fitted.append(min(below + len(open_levels), DEEPEST))
    return fitted


def _goes_on(before: TextBlock, beside: TextBlock | None, block: TextBlock) -> bool:
    """Tell whether a block is the next item of the list above it, which no blank line may part.

    `beside` is the item above it of the same depth; a list with numbers does not go on one without.
    """
    are_items = before.kind is block.kind is BlockKind.ITEM and before.quote == block.quote
    return are_items and (beside is None or (beside.number is None) == (block.number is None))


def _lines(block: TextBlock, level: int, *, with_languages: bool) -> list[str]:
    if block.kind is BlockKind.RULE:
        return ["---"]
    if block.kind is BlockKind.TABLE:
        return _table(block, with_languages=with_languages)
    written = _written(block.contents[0], with_languages=with_languages)
    lines = [escape_start(one) for one in written.split("\n") if one.strip()]
    if block.kind is BlockKind.HEADING:
        return [f"{'#' * level} {' '.join(lines)}"] if lines else []
    if block.kind is BlockKind.ITEM:
        sign = "-" if block.number is None else f"{block.number}."
        first, *rest = lines or [""]
        return [f"{_STEP * (block.depth - 1)}{sign} {first}", *(_STEP * block.depth + one for one in rest)]
    return [_STEP * block.depth + one for one in lines]


def _table(block: TextBlock, *, with_languages: bool) -> list[str]:
    columns = max(len(row) for row in block.rows)
    head, *rows = [
        [_written(cell, is_cell=True, with_languages=with_languages).replace("\n", " ") for cell in row]
        for row in block.rows
    ]
    aligned = [*block.aligned, *[""] * columns][:columns]
    return [
        _row(head, columns),
        _row([_DASHES[one] for one in aligned], columns),
        *(_row(one, columns) for one in rows),
    ]


def _row(cells: Sequence[str], columns: int) -> str:
    return f"| {' | '.join([*cells, *[''] * columns][:columns])} |"


def _written(content: PlacedText, *, is_cell: bool = False, with_languages: bool) -> str:
    """Write what stands in a block, with the same signs for the same thing everywhere."""
    read = read_signs(content.text).pieces
    pieces = _joined([one for one in read if with_languages or one.tag != IN_LANGUAGE])
    parts: list[str] = []
    address = language = ""
    signs: list[str] = []
    for number, piece in enumerate(pieces):
        if piece.kind is PieceKind.TEXT:
            parts.append(_literal(piece.text))
        elif piece.kind is PieceKind.CODE:
            code = clean(piece.text)
            parts.append(_literal(code) if is_cell or _NO_CODE.search(code) or not code.strip() else f"`{code}`")
        elif piece.kind is PieceKind.BREAK:
            parts.append(" " if is_cell else "\\\n")
        elif piece.tag == LINK:
            address = piece.text.replace("|", "%7C") if piece.kind is PieceKind.OPEN else address
            parts.append("[" if piece.kind is PieceKind.OPEN else f"]({address})")
        elif piece.tag == IN_LANGUAGE:
            language = piece.text or language
            parts.append("[" if piece.kind is PieceKind.OPEN else f"]{{{language}}}")
        elif piece.kind is PieceKind.OPEN:
            signs.append(_sign(pieces, number, signs))
            parts.append(signs[-1])
        else:
            parts.append(signs.pop())
    return "".join(parts)


def clean(text: str) -> str:
    """Take out signs that nobody sees; a tab is a space."""
    return _CONTROL.sub("", text.replace("\t", " "))


def _literal(text: str) -> str:
    return escape_signs(clean(text))


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Join text that stands beside text, and what is emphasised beside its like."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and piece.kind is last.kind is PieceKind.TEXT:
            joined[-1] = last._replace(text=last.text + piece.text)
        elif (
            last
            and piece.kind is PieceKind.OPEN
            and last.kind is PieceKind.CLOSE
            and piece.tag == last.tag
            and piece.tag in {STRONG, EMPHASIS}
        ):
            joined.pop()
        else:
            joined.append(piece)
    return joined


def _sign(pieces: Sequence[Piece], number: int, signs: Sequence[str]) -> str:
    """Choose the sign for what is emphasised: stars, and for italics beside or in bold an underscore."""
    if pieces[number].tag == STRONG:
        return "**"
    inside = []
    for piece in pieces[number + 1 :]:
        if piece.kind is PieceKind.CLOSE and piece.tag == EMPHASIS:
            break
        inside.append(piece)
    end = number + len(inside) + 2
    beside = [*pieces[max(number - 1, 0) : number], *pieces[end : end + 1]]
    return "_" if signs or any(one.tag == STRONG for one in [*inside, *beside]) else "*"
