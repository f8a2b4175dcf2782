"""Lines that stand in the same quotation as blocks: paragraphs, headings, items of lists, tables and rules."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from frivilligrapport.danish import MONTHS
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.markdown.blocks import BlockKind, Line, PlacedText, TextBlock
from frivilligrapport.grammar.markdown.signs import HARD_BREAK
from frivilligrapport.grammar.markdown.slips import Slip, SlipKind

# All that `isspace` knows, and two signs without width.
SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
)
ITEM = pattern(
    r"(?:(?P<mark>[-*+–—]|(?P<number>\d{1,3})[.)])[ \t\u00a0]+|(?P<pasted>[•▪◦·‣●\ue000-\uf8ff])[ \t\u00a0]*)(?=\S)"
)
HEADING = pattern(r"(?P<signs>#{1,6})[ \t\u00a0]+(?P<words>[^#\s].*?|#+[^#\s].*?)(?:[ \t]+#+)?$")
_TIGHT_HEADING = pattern(r"#{2,6}(?=[^\W\d_])")
RULE = pattern(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_UNDERLINE = pattern(r"={3,}|-{3,}")
_FENCE = pattern(r"`{3,}|~{3,}")
_TERM = pattern(r":[ \t]+(?=\S)")
_TASK = pattern(r"\[[ xX]\](?=[ \t])")
_DEFINITION = pattern(r"\[(?P<name>[^\[\]^\n]+)\]:[ \t]+<?(?:https?://|mailto:|www\.)\S*")
_DELIMITER = pattern(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_PIPE = pattern(r"\\.|(\|)")
_LETTERED = pattern(r"(?P<mark>[a-zæøå]|[ivx]{1,5})[.)][ \t\u00a0]+(?=\S)")
_NEXT_LETTERED = {
    **dict(zip("abcdefghijklmnopqrstuvwxyz", "bcdefghijklmnopqrstuvwxyzæ", strict=True)),
    "i": "ii",
    "ii": "iii",
    "iii": "iv",
    "iv": "v",
    "v": "vi",
    "vi": "vii",
    "vii": "viii",
    "viii": "ix",
    "ix": "x",
}
_DEGREES = pattern(r"\d+(?:,\d+)?\s*(?:grader|°|%|procent\b|pct\b)")
_STAR_OF_A_NOTE = pattern(r"[^\W_]\*(?=[\s.,;:|)]|$)", re.MULTILINE)
ENDED = pattern(r"[.!?:…)»«”\"'’*_]$")
STOPPED = pattern(r"[.,:;!?]$")
_DASHES = "–—"
_DEEPEST_LIST = 6
_CELLS = 2  # on a line, that make it a row of a table
_TAB = 4
_WORDS_OF_A_HEADING = 12


class _Open:
    """Hold a block while lines are added to it."""

    def __init__(
        self, kind: BlockKind, lines: Iterable[Line] = (), depth: int = 0, level: int = 0, number: int | None = None
    ) -> None:
        self.kind, self.lines, self.depth, self.level, self.number = kind, list(lines), depth, level, number
        self.broken: set[int] = set()
        self.rows: list[list[Line]] = []
        self.aligned: tuple[str, ...] = ()


class _List:
    """Hold a list while items are added to it."""

    def __init__(self, column: int, following: int | None) -> None:
        self.column, self.is_numbered, self.following = (
            column,
            following is not None,
            1 if following is None else following,
        )


class LineScan:
    """Read one run of lines, which stand in the same quotation."""

    def __init__(self, typed: str, lines: Sequence[Line], quote: int) -> None:
        self.slips: list[Slip] = []
        self._typed = typed
        self._quote = quote
        self._lines = [_stripped(typed, line) for line in lines]
        self._texts = [typed[line.start : line.end] for line in self._lines]
        self._columns = [
            _column(typed[raw.start : line.start]) if line.start > raw.start else 0
            for raw, line in zip(lines, self._lines, strict=True)
        ]
        self._breaks = [typed.endswith("  ", line.end, raw.end) for raw, line in zip(lines, self._lines, strict=True)]
        self._cut_backslashes()
        self._items = [ITEM.match(text) for text in self._texts]
        self._has_more, self._counts_on = self._look_ahead()
        self._blocks: list[_Open] = []
        self._lists: list[_List] = []
        self._is_after_blank = True
        self._fence = ""
        self._lettered = ""

    def read(self) -> list[TextBlock]:
        """Read the blocks."""
        at = 0
        while at < len(self._lines):
            at = self._read_line(at)
        return [self._closed(one) for one in self._blocks]

    def _cut_backslashes(self) -> None:
        """Read a backslash at the end of a line as a line break, where another line follows."""
        for at, text in enumerate(self._texts[:-1]):
            slashes = len(text) - len(text.rstrip("\\"))
            if slashes % 2 and len(text) > slashes and self._texts[at + 1]:
                line = self._lines[at]
                self._lines[at], self._texts[at], self._breaks[at] = Line(line.start, line.end - 1), text[:-1], True

    def _look_ahead(self) -> tuple[list[bool], list[bool]]:
        """Tell of each item whether another of its sort follows, and whether the next number does; from the end up.

        Items of one sort stand in the same block; those with a dash may stand in blocks of their own.
        """
        has_more, counts_on = [False] * len(self._texts), [False] * len(self._texts)
        marks: set[str] = set()
        numbers: dict[int, int] = {}
        for at in reversed(range(len(self._texts))):
            item, column = self._items[at], self._columns[at]
            if not self._texts[at]:
                marks = {mark for mark in marks if mark in _DASHES}
            elif item and item["number"]:
                number = int(item["number"])
                counts_on[at] = numbers.get(column) == number + 1
                numbers = {one: wanted for one, wanted in numbers.items() if one < column} | {column: number}
            elif item:
                mark = item["mark"] or item["pasted"]
                has_more[at] = mark in marks
                marks.add(mark)
            elif column == 0 and (at == 0 or not self._texts[at - 1]):
                marks, numbers = set(), {}
        return has_more, counts_on

    def _read_line(self, at: int) -> int:
        """Read the line, and those that go with it; give the number of the next."""
        text = self._texts[at]
        if not text:
            self._is_after_blank = True
            self._lettered = ""
            return at + 1
        table = self._is_table(at)
        is_plain = text[0].isalnum()
        opens_block = table or (not is_plain and (HEADING.match(text) or RULE.fullmatch(text) or text[0] == "|"))
        if self._lists and (self._is_after_blank or opens_block) and not self._is_item(at):
            self._leave(self._columns[at] - 1)
        if not self._lists and table:
            return self._read_table(at)
        if self._is_item(at):
            self._add_item(at)
        elif self._lists or is_plain or not self._reads_as_other(at):
            self._add_text(at)
        self._is_after_blank = False
        return at + 1

    def _reads_as_other(self, at: int) -> bool:
        """Read a heading or a rule; False for a line of text."""
        text, line = self._texts[at], self._lines[at]
        heading = HEADING.match(text)
        if heading:
            words = Line(line.start + heading.start("words"), line.start + heading.end("words"))
            self._blocks.append(_Open(BlockKind.HEADING, [words], level=len(heading["signs"])))
            return True
        above = self._blocks[-1] if self._blocks and not self._is_after_blank else None
        if _UNDERLINE.fullmatch(text) and above and above.kind is BlockKind.PARAGRAPH:
            words_above = self._text_of(above.lines[-1])
            is_short = len(words_above.split()) <= _WORDS_OF_A_HEADING and not STOPPED.search(words_above)
            if len(above.lines) == 1 and is_short:
                above.kind, above.level = BlockKind.HEADING, 1 if text[0] == "=" else 2
                return True
            self.slips.append(Slip(SlipKind.UNDERLINE, line.start, line.end))
        if RULE.fullmatch(text):
            self._blocks.append(_Open(BlockKind.RULE))
            return True
        return False

    def _add_text(self, at: int) -> None:
        text, line = self._texts[at], self._lines[at]
        last = self._blocks[-1] if self._blocks else None
        holds = last is not None and last.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and not self._is_after_blank
        if not text[0].isalnum():
            self._note_slips(at, is_under_text=holds)
        if "\t" in text:
            self._note_tabs(at)
        letter = _LETTERED.match(text)
        begins = letter is not None and self._begins_letter(at, letter["mark"])
        if last is None or not holds:
            last = _Open(BlockKind.PARAGRAPH, depth=len(self._lists))
            self._blocks.append(last)
        elif begins or text[0] == "|":
            last.broken.add(len(last.lines) - 1)
        if letter and begins:
            self._lettered = _NEXT_LETTERED.get(letter["mark"], "")
        last.lines.append(line)
        if self._breaks[at]:
            last.broken.add(len(last.lines) - 1)

    def _begins_letter(self, at: int, mark: str) -> bool:
        """Tell whether a line is one of a), b), c): the next of those above, or the first of some."""
        if mark == self._lettered:
            return True
        below = next((one for one in map(_LETTERED.match, self._texts[at + 1 : at + 6]) if one), None)
        return mark in {"a", "i"} and below is not None and below["mark"] == _NEXT_LETTERED[mark]

    def _note_slips(self, at: int, *, is_under_text: bool) -> None:
        text, start = self._texts[at], self._lines[at].start
        below = self._texts[at + 1] if at + 1 < len(self._texts) else ""
        is_above_pipes = text[0] == "|" and below[:1] == "|" and not is_under_text
        fence = _FENCE.match(text)
        definition, tight, term = _DEFINITION.match(text), _TIGHT_HEADING.match(text), _TERM.match(text)
        if fence and self._fence:
            self._fence = "" if fence.group()[0] == self._fence else self._fence
        elif fence:
            self._fence = fence.group()[0]
            self.slips.append(Slip(SlipKind.FENCE, start, start + fence.end()))
        elif is_above_pipes:
            self.slips.append(Slip(SlipKind.TABLE_LINE, start, start + len(text), "|---" * (_pipes(text) - 1) + "|"))
        elif definition:
            self.slips.append(Slip(SlipKind.DEFINITION, start, start + definition.end(), definition["name"]))
        elif tight and not self._lists:
            self.slips.append(Slip(SlipKind.HEADING, start, start + tight.end()))
        elif term and is_under_text:
            self.slips.append(Slip(SlipKind.TERM, start, start + 1))
        item = self._items[at]
        if item and item["mark"] in {"+", "-"} and self._is_signed(at) and not self._lists and self._is_after_blank:
            self.slips.append(Slip(SlipKind.SIGN, start, start + 1))

    def _note_tabs(self, at: int) -> None:
        """Tell at its first row of a table as a spreadsheet copies it, with a tab between the cells."""
        around = [self._texts[n] if 0 <= n < len(self._texts) else "" for n in (at - 1, at, at + 1)]
        above, cells, below = ([cell.strip() for cell in text.split("\t") if cell.strip()] for text in around)
        if len(above) < _CELLS <= min(len(cells), len(below)):
            line, row = self._lines[at], f"| {' | '.join(cells)} |"
            self.slips.append(Slip(SlipKind.TABBED, line.start, line.end, f"{row} og under den |{'---|' * len(cells)}"))

    def _is_signed(self, at: int) -> bool:
        """Tell whether + or - before a number is plus or minus and begins no list."""
        item = self._items[at]
        rest = self._texts[at][item.end() :] if item else ""
        if item and item["mark"] == "+":
            return rest[0].isdecimal()
        return not self._has_more[at] and _DEGREES.match(rest) is not None

    def _is_item(self, at: int) -> bool:
        """Tell an item from a date, a dash, a minus or a note's star that begins a line."""
        item = self._items[at]
        if item is None:
            return False
        if item["number"]:
            return self._is_numbered(at, int(item["number"]))
        if self._lists or item["pasted"]:
            return True
        if self._is_signed(at):
            return False
        if self._is_after_blank:
            is_note = item["mark"] == "*" and _STAR_OF_A_NOTE.search(self._typed)
            return self._has_more[at] or not (item["mark"] in _DASHES or is_note)
        above = self._text_above()
        is_name = self._quote > 0 and at + 1 == len(self._texts)
        return self._has_more[at] or (bool(ENDED.search(above)) and not is_name)

    def _is_numbered(self, at: int, number: int) -> bool:
        item, text = self._items[at], self._texts[at]
        rest = text[item.end() :] if item else ""
        if rest.split(maxsplit=1)[0].strip(".,").casefold() in MONTHS:
            return False
        if any(one.is_numbered for one in self._lists):
            return self._columns[at] <= self._lists[-1].column + 1 or number in {1, self._lists[-1].following}
        if self._lists or self._is_after_blank:
            return number == 1 or self._counts_on[at]
        has_ended = bool(ENDED.search(self._text_above()))
        return (number == 1 and (has_ended or self._counts_on[at])) or (has_ended and self._counts_on[at])

    def _text_above(self) -> str:
        """Give the line above that is text; a heading or a table above ends as a sentence does."""
        last = self._blocks[-1] if self._blocks else None
        is_text = last is not None and last.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
        return self._text_of(last.lines[-1]) if last and is_text else "."

    def _add_item(self, at: int) -> None:
        item, line = self._items[at], self._lines[at]
        if item is None:
            return
        column, number = self._columns[at], item["number"]
        left = self._leave(column)
        last = self._lists[-1] if self._lists else None
        if last is None or (column > last.column + 1 and len(self._lists) < _DEEPEST_LIST):
            # An item further out than the list above it, at the same depth, goes on with that list.
            last = left or _List(column, int(number) if number else None)
            last.column = column
            self._lists.append(last)
        if last.is_numbered != (number is not None):
            last.is_numbered, last.following = number is not None, int(number or 1)
        if number and number != str(last.following):
            self.slips.append(Slip(SlipKind.NUMBER, line.start, line.start + len(number), str(last.following)))
        last.following = int(number) + 1 if number else 1
        rest = Line(line.start + item.end(), line.end)
        task = _TASK.match(self._text_of(rest))
        if task:
            self.slips.append(Slip(SlipKind.TASK, rest.start, rest.start + task.end()))
        found = _Open(BlockKind.ITEM, [rest], depth=len(self._lists), number=int(number) if number else None)
        if self._breaks[at]:
            found.broken.add(0)
        self._blocks.append(found)

    def _leave(self, column: int) -> _List | None:
        """Leave the lists whose marks stand behind a column; give the outermost of them."""
        left = None
        while self._lists and self._lists[-1].column > column:
            left = self._lists.pop()
        return left

    def _is_table(self, at: int) -> bool:
        """Tell whether a table begins: a line with cells above one of dashes."""
        below = self._texts[at + 1] if at + 1 < len(self._texts) else ""
        return (
            "|" in below
            and "|" in self._texts[at]
            and bool(_DELIMITER.fullmatch(below))
            and _pipes(self._texts[at]) > 0
        )

    def _read_table(self, at: int) -> int:
        head = self._cells(at)
        rows = [head]
        following = at + 2
        while following < len(self._texts) and _pipes(self._texts[following]):
            row = self._cells(following)
            if len(row) > len(head):
                extra = row[len(head)]
                end = max(row[-1].end, extra.start + 1)
                self.slips.append(Slip(SlipKind.CELLS, extra.start, end))
            rows.append(row)
            following += 1
        marks = [self._text_of(one) for one in self._cells(at + 1)]
        aligned = tuple(_ALIGNED[one[:1] == ":", one[-1:] == ":"] for one in marks)
        table = _Open(BlockKind.TABLE)
        table.rows, table.aligned = rows, aligned
        self._blocks.append(table)
        self._is_after_blank = False
        return following

    def _cells(self, at: int) -> list[Line]:
        """Give where the cells of a row stand, without the lines around them."""
        text, start = self._texts[at], self._lines[at].start
        pipes = [found.start() for found in _PIPE.finditer(text) if found[1]]
        edges = [-1, *pipes, len(text)]
        if pipes[:1] == [0]:
            del edges[0]
        if len(edges) > 2 and pipes[-1:] == [len(text) - 1]:  # noqa: PLR2004 - one cell has two edges
            del edges[-1]
        raw = [Line(start + left + 1, start + right) for left, right in pairwise(edges)]
        return [_stripped(self._typed, one) for one in raw]

    def _text_of(self, line: Line) -> str:
        return self._typed[line.start : line.end]

    def _content(self, lines: Sequence[Line], broken: Iterable[int] = ()) -> PlacedText:
        if len(lines) == 1:
            return PlacedText(self._text_of(lines[0]), ((0, lines[0].start),))
        breaks = set(broken)
        places, parts, length = [], [], 0
        for number, line in enumerate(lines):
            places.append((length, line.start))
            text = self._text_of(line)
            joint = (HARD_BREAK if number in breaks else "\n") if number + 1 < len(lines) else ""
            parts += [text, joint]
            length += len(text) + len(joint)
        return PlacedText("".join(parts), tuple(places))

    def _closed(self, block: _Open) -> TextBlock:
        contents = (self._content(block.lines, block.broken),) if block.lines else ()
        rows = tuple(tuple(self._content([cell]) for cell in row) for row in block.rows)
        return TextBlock(block.kind, contents, self._quote, block.depth, block.level, block.number, rows, block.aligned)


_ALIGNED = {(False, False): "", (True, False): "left", (False, True): "right", (True, True): "center"}


def _pipes(text: str) -> int:
    return sum(1 for found in _PIPE.finditer(text) if found[1])


def _stripped(typed: str, line: Line) -> Line:
    """Take the spaces around a line away, and signs that nobody sees."""
    text = typed[line.start : line.end]
    start = line.start + len(text) - len(text.lstrip(SPACES))
    return Line(start, start + len(text.strip(SPACES)))


def _column(indent: str) -> int:
    return len(indent.expandtabs(_TAB))
