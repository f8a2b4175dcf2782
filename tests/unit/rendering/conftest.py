"""Export small years."""

from collections.abc import Callable
from pathlib import Path

import pytest

from frivilligrapport.documents.types.tal import export_of
from frivilligrapport.figures.register import Grouping, Registers
from frivilligrapport.rendering.exports.export import Export
from support.folders.small_years import small_year


@pytest.fixture
def exported(tmp_path: Path) -> Callable[..., Export]:
    """Count a year whose status files are given as keyword arguments, ready for export."""

    def run(grouping: Grouping | None = None, **bodies: str) -> Export:
        samling, aargang = small_year(tmp_path, **bodies)
        return export_of(Registers(samling), aargang, grouping)

    return run
