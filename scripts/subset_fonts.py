"""Make the report's font files from the original Source Sans 3.

Use: python scripts/subset_fonts.py FOLDER, where FOLDER holds SourceSans3-Regular.ttf, -It.ttf and -Semibold.ttf.
skabeloner/fonts/README.md says where the originals come from and why the result has another name.
"""

import argparse
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]  # ships no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FAMILY = "Rapport Sans"
TARGET = Path(__file__).parent.parent / "skabeloner" / "fonts"
FACES = {
    "SourceSans3-Regular.ttf": ("Regular", "rapport-sans-400.woff2"),
    "SourceSans3-It.ttf": ("Italic", "rapport-sans-400-italic.woff2"),
    "SourceSans3-Semibold.ttf": ("Semibold", "rapport-sans-600.woff2"),
}
LATIN = range(0x20, 0x180)
SIGNS = "‐‑‒–—―‘’‚“”„†‡•…‰‹›€™←↑→↓−≈≠≤≥▪◦☐☑✓\u2009\u202f"
FEATURES = ["kern", "liga", "tnum", "lnum", "mark", "mkmk", "locl", "ccmp"]
COPYRIGHT, FAMILY_NAME, STYLE_NAME, UNIQUE_ID, FULL_NAME, POSTSCRIPT_NAME = 0, 1, 2, 3, 4, 6
LICENCE, LICENCE_ADDRESS = 13, 14
KEPT_NAMES = [COPYRIGHT, FAMILY_NAME, STYLE_NAME, UNIQUE_ID, FULL_NAME, POSTSCRIPT_NAME, LICENCE, LICENCE_ADDRESS]


def main() -> None:
    """Read the folder from the command line and write one woff2 file per face."""
    parser = argparse.ArgumentParser(description="Laver rapportens skriftfiler af den oprindelige Source Sans 3.")
    parser.add_argument("folder", type=Path, help="mappen med de oprindelige TTF-filer")
    folder: Path = parser.parse_args().folder
    for original, (style, name) in FACES.items():
        target = TARGET / name
        write_subset(folder / original, style, target)
        print(f"{target.name}: {target.stat().st_size:,} bytes")


def write_subset(original: Path, style: str, target: Path) -> None:
    """Keep the letters and signs of a Danish report, rename the font, write it as woff2."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = KEPT_NAMES
    options.flavor = "woff2"
    font = TTFont(original, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*LATIN, *map(ord, SIGNS)])
    subsetter.subset(font)
    rename(font, style)
    subset.save_font(font, str(target), options)


def rename(font: TTFont, style: str) -> None:
    """Give the font our own name: the licence reserves »Source« for the unchanged original."""
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    names = {
        FAMILY_NAME: FAMILY,
        STYLE_NAME: style,
        UNIQUE_ID: f"{postscript} (subset)",
        FULL_NAME: f"{FAMILY} {style}",
        POSTSCRIPT_NAME: postscript,
    }
    for name_id, text in names.items():
        font["name"].removeNames(nameID=name_id)
        font["name"].setName(text, name_id, 3, 1, 0x409)


if __name__ == "__main__":
    main()
