"""A contributor's Markdown as a page draws it without HTML: blocks, and in each the words with their marks."""

from typing import Any

from frivilligrapport.grammar.markdown.blocks import BlockKind, PlacedText, TextBlock
from frivilligrapport.grammar.markdown.signs import EMPHASIS, IN_LANGUAGE, LINK, STRONG, PieceKind, read_signs
from frivilligrapport.grammar.markdown.text import read_markdown

Json = dict[str, Any]
_KINDS = {
    BlockKind.PARAGRAPH: "afsnit",
    BlockKind.HEADING: "overskrift",
    BlockKind.ITEM: "punkt",
    BlockKind.TABLE: "tabel",
    BlockKind.RULE: "streg",
    BlockKind.NAME: "navn",
}
_MARKS = {STRONG: "fed", EMPHASIS: "kursiv", LINK: "link", IN_LANGUAGE: "sprog"}


def printed_blocks(typed: str) -> list[Json]:
    """Give what is printed of a text, in the one reading that the editions are made of.

    A block has `art`, and as far as it is so `citat` and `dybde` (how many quotations and lists it stands in), `niveau`
    of a heading, and `nummer` of a numbered item. Its `ord` are runs of words: `tekst`, and what marks it: `fed`,
    `kursiv` and `kode` are true, `link` is the address and `sprog` the language's code; `ny_linje` is a line break. A
    table has `rækker` of cells of runs, the first of which is its head, and `justering` of its columns.
    """
    return [_block(one) for one in read_markdown(typed).blocks]


def _block(block: TextBlock) -> Json:
    said: Json = {"art": _KINDS[block.kind]}
    counted = {"citat": block.quote, "dybde": block.depth, "niveau": block.level}
    said |= {name: number for name, number in counted.items() if number}
    if block.number is not None:
        said["nummer"] = block.number
    if block.kind is BlockKind.TABLE:
        rows = [block.contents, *block.rows] if block.contents else [*block.rows]
        return said | {"rækker": [[_runs(cell) for cell in row] for row in rows], "justering": [*block.aligned]}
    return said | {"ord": [run for content in block.contents for run in _runs(content)]}


def _runs(content: PlacedText) -> list[Json]:
    found: list[Json] = []
    marks: dict[str, Json] = {}
    for kind, _, text, tag in read_signs(content.text).pieces:
        if kind is PieceKind.OPEN:
            marks[tag] = {_MARKS[tag]: text or True}
        elif kind is PieceKind.CLOSE:
            marks.pop(tag, None)
        elif kind is PieceKind.BREAK:
            found.append({"tekst": "", "ny_linje": True})
        elif text:
            run: Json = {"tekst": " ".join(text.split("\n"))}
            for one in marks.values():
                run |= one
            found.append(run | ({"kode": True} if kind is PieceKind.CODE else {}))
    return found
