"""Measures what a reader meets: pages, words, the share of them in tables, and the pages before the first prose.

    python -m frivilligrapport build 2014
    python benchmarks/documents.py udgivelser/2014

Words are those of the HTML, without the table of contents and what is drawn. Pages are those that the printed edition
is laid out in. A page's fill is how far down its lowest line reaches, of the room between its margins. A short
document is laid out several times, until it fills its last page: how often, and what share of the time that took again.
"""

import argparse
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from typing import Any

from frivilligrapport.rendering.pdf.typeset import PrintedPage, lay_out

_WORD = re.compile(r"[^\W_]+(?:[.,-][^\W_]+)*")
_UNSEEN = frozenset({"style", "script", "title", "svg", "nav", "head"})
_PROSE = frozenset({"p", "li"})
_NO_TEXT = frozenset({"forside", "indholdsliste", "kolofon"})
_SENTENCE = 60  # signs: a line of a cover or a caption is shorter


@dataclass(frozen=True)
class Measures:
    """What was measured of a document; `before` are the pages before the first one with a sentence of prose."""

    name: str
    pages: int
    words: int
    in_tables: int
    before: int
    fill: float
    layouts: tuple[float, ...]

    @property
    def share(self) -> float:
        """Give the share of the words that stand in tables."""
        return self.in_tables / self.words if self.words else 0.0

    @property
    def spent_again(self) -> float:
        """Give the share of the layouts' time that went to all but the longest."""
        return 1 - max(self.layouts) / sum(self.layouts)


class _Timed(PrintedPage):
    """Remember how long each layout took, in seconds of the processor."""

    layouts: tuple[float, ...] = ()

    def render(self, *arguments: Any, **options: Any) -> Any:
        begun = time.process_time()
        document = super().render(*arguments, **options)
        self.layouts += (time.process_time() - begun,)
        return document


class _Words(HTMLParser):
    """Count the words of a page, and those in its tables."""

    def __init__(self) -> None:
        super().__init__()
        self.all = self.in_tables = 0
        self._unseen = self._tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._unseen += tag in _UNSEEN
        self._tables += tag == "table"

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        self._tables -= tag == "table"

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            found = len(_WORD.findall(data))
            self.all += found
            self.in_tables += found if self._tables else 0


def measure(path: Path) -> Measures:
    """Measure one document of an edition, from its HTML."""
    html = path.read_text(encoding="utf-8")
    counted = _Words()
    counted.feed(html)
    page = _Timed(html)
    document = lay_out(page, {})
    pages = [one._page_box for one in document.pages]  # noqa: SLF001 - the engine has no other door to what it laid out
    before = next((number for number, page in enumerate(pages) if any(_prose(page))), len(pages))
    fills = [_fill(page) for page in pages]
    return Measures(path.stem, len(pages), counted.all, counted.in_tables, before, median(fills), page.layouts)


def _prose(box: Any, *, in_table: bool = False, in_cover: bool = False) -> Iterator[str]:
    """Yield the sentences on a page that are neither in a table nor in what stands about the text."""
    element = getattr(box, "element", None)
    in_table = in_table or getattr(box, "element_tag", "") == "table"
    classes = str(element.get("class", "")).split() if element is not None else []
    in_cover = in_cover or bool(_NO_TEXT & {*classes})
    if element is not None and box.element_tag in _PROSE and not in_table and not in_cover:
        text = " ".join("".join(element.itertext()).split())
        if len(text) >= _SENTENCE:
            yield text
            return
    if type(box).__name__ != "MarginBox":
        for child in getattr(box, "children", ()):
            yield from _prose(getattr(child, "_box", child), in_table=in_table, in_cover=in_cover)


def _fill(page: Any) -> float:
    lowest = max(_bottoms(page), default=0.0)
    return float((lowest - page.content_box_y()) / page.height)


def _bottoms(box: Any) -> Iterator[float]:
    if type(box).__name__ == "MarginBox":
        return
    if getattr(box, "text", "").strip() or hasattr(box, "replacement"):
        yield box.position_y + box.height
    for child in getattr(box, "children", ()):
        yield from _bottoms(getattr(child, "_box", child))


def main() -> None:
    """Print a line for each document of an edition, the statusrapport first."""
    parser = argparse.ArgumentParser(description="Measure the documents of an edition.")
    parser.add_argument("folder", type=Path, help="the folder of the edition, such as udgivelser/2014")
    parser.add_argument("--only", default="", help="measure only documents whose names begin so")
    given = parser.parse_args()
    found = sorted(given.folder.glob(f"{given.only}*.html"), key=lambda path: (path.stem != "statusrapport", path.stem))
    print(
        f"{'document':<26}{'pages':>6}{'words':>8}{'in tables':>11}{'before prose':>14}{'median fill':>13}"
        f"{'layouts':>9}{'again':>7}"
    )
    for one in map(measure, (path for path in found if path.stem != "index")):
        print(
            f"{one.name:<26}{one.pages:>6}{one.words:>8}{one.share:>10.0%}{one.before:>14}{one.fill:>13.0%}"
            f"{len(one.layouts):>9}{one.spent_again:>7.0%}"
        )


if __name__ == "__main__":
    main()
