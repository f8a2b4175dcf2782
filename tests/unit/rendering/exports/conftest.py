"""Export small years."""

from collections.abc import Callable
from pathlib import Path

import pytest

from frivilligrapport.aggregation.groups import Grouping
from frivilligrapport.pipeline.figuring import export_of
from frivilligrapport.rendering.exports.export import Export
from support.folders.small_years import small_year


@pytest.fixture
def exported(tmp_path: Path) -> Callable[..., Export]:
    """Count a year whose status files are given as keyword arguments, ready for export."""

    def run(grouping: Grouping | None = None, **bodies: str) -> Export:
        return export_of(*small_year(tmp_path, **bodies), grouping)

    return run
