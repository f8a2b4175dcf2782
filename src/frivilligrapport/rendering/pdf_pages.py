"""A list of pages that pydyf makes anew for each tag, made once instead: with 1.500 pages a quarter of all the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

import pydyf  # type: ignore[import-untyped]  # ships no types


@contextmanager
def quick_page_references() -> Iterator[None]:
    """Let pydyf.PDF.page_references remember its answer while the block runs, until a page is added.

    The answer is the same; a test notices when pydyf remembers it itself and this can go.
    """
    slow = pydyf.PDF.page_references
    known: WeakKeyDictionary[pydyf.PDF, tuple[bytes, ...]] = WeakKeyDictionary()

    def remembered(pdf: pydyf.PDF) -> tuple[bytes, ...]:
        if len(known.get(pdf, ())) != pdf.pages["Count"]:
            known[pdf] = slow.fget(pdf)
        return known[pdf]

    pydyf.PDF.page_references = property(remembered)
    try:
        yield
    finally:
        pydyf.PDF.page_references = slow
