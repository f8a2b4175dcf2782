"""Where the templates, style sheets and fonts that come with the program lie."""

from pathlib import Path

BUILT_IN = "indbygget/"


def builtin_folder() -> Path:
    """Find the templates that come with the program: inside the wheel, or beside src/ in a checkout."""
    package = Path(__file__).parents[2]
    shipped = package / "skabeloner"
    return shipped if shipped.is_dir() else package.parent.parent / "skabeloner"
