"""Paths below the year's folder."""

import pytest

from frivilligrapport.collection.paths import inside


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
def test_inside(typed: str, path: str | None) -> None:
    """A path is what it leads to, and nothing when it leads out."""
    assert inside(typed) == path
