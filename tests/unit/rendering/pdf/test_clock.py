"""While a PDF is made, what fontTools asks of the clock is the page's own date."""

import os
from datetime import UTC, datetime

import pytest
from fontTools.misc.timeTools import epoch_diff, timestampNow  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf.typeset import stopped_clock

META = '<meta name="dcterms.modified" content="{}">'


def font_time() -> datetime:
    """Give the time that a font would be dated with."""
    return datetime.fromtimestamp(timestampNow() + epoch_diff, UTC)


@pytest.mark.parametrize(
    ("page", "day"),
    [
        (META.format("2015-03-19"), (2015, 3, 19)),
        (META.format("1969-07-20"), (1970, 1, 1)),
        (META.format("2015-02-30"), (1970, 1, 1)),
        ("<p>", (1970, 1, 1)),
    ],
)
def test_fonts_are_dated_with_the_page(page: str, day: tuple[int, int, int]) -> None:
    """A page without a date that can be used gives the first day there is."""
    with stopped_clock(page):
        assert font_time() == datetime(*day, tzinfo=UTC)


@pytest.mark.parametrize("before", [None, "86400"])
def test_the_surroundings_are_left_as_they_were(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    """Also when the PDF cannot be made; what the user has set is not what fonts are dated with."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if before:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", before)

    def fail() -> None:
        with stopped_clock(META.format("2015-03-19")):
            assert font_time() == datetime(2015, 3, 19, tzinfo=UTC)
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fail()
    assert os.environ.get("SOURCE_DATE_EPOCH") == before
