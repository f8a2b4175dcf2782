"""Tally small years."""

from collections.abc import Callable
from pathlib import Path

import pytest

from frivilligrapport.aggregation.tally import Tally, tally
from support.folders.small_years import small_year


@pytest.fixture
def tallied(tmp_path: Path) -> Callable[..., Tally]:
    """Count a year whose status files are given as keyword arguments (`tmf="indsatser: …"`)."""

    def run(**bodies: str) -> Tally:
        return tally(*small_year(tmp_path, **bodies))

    return run
