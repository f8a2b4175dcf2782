"""Paths below the year's folder."""

import pytest

from frivilligrapport.collection.folder import path_in_year


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("tekster/groen.md", "tekster/groen.md"),
        ("./tekster//groen.md ", "tekster/groen.md"),
        ("tekster\\groen.md", "tekster/groen.md"),
        ("tekster/../groen.md", "groen.md"),
        ("../2013/groen.md", None),
        ("tekster/../../groen.md", None),
        ("..", None),
        (".", None),
        ("/etc/passwd", None),
        ("C:\\groen.md", None),
        ("\\\\server\\groen.md", None),
    ],
)
def test_path_in_year(typed: str, path: str | None) -> None:
    """A path is what it leads to, and nothing when it leads out."""
    assert path_in_year(typed) == path
